import type { Locale } from '@jamvikt/i18n'
import { Field, Select } from '@jamvikt/ui'
import { DIRECTIONS } from '../model-indicators.ts'
import type { MeasuredIndicator, Opening as OpeningAct } from '../service/indicators.ts'
import { IndicatorChart } from './indicator-chart.tsx'
import { IndicatorWords } from './indicator-words.tsx'

/** An indicator: its latest value, how it moves, and how far it is from what is aimed at. */
export function IndicatorCard(props: {
  locale: Locale
  home: string
  measured: MeasuredIndicator
  /** Whether everybody can see the table that it is measured in. */
  isTableOpen: boolean
  mayChange: boolean
  /** Who looks, where they may decide what everybody sees. */
  decider: string | null
}) {
  const { locale, measured, mayChange } = props
  const { indicator, dataset } = measured
  return (
    <section class="card" id={indicator.id}>
      <h2>{indicator.name}</h2>
      <p class="note">
        {locale.text(`stat.area.${indicator.area}`)} ·{' '}
        <a href={`${props.home}/${dataset.slug}?${indicator.view}`}>{dataset.name}</a>
        {indicator.owner ? ` · ${indicator.owner}` : ''} ·{' '}
        {locale.text(`stat.indicator.direction.${indicator.direction}`)}
      </p>
      <IndicatorWords locale={locale} measured={measured} />
      <IndicatorChart locale={locale} measured={measured} />
      {mayChange ? <TargetForm {...props} /> : null}
      <Opening {...props} />
    </section>
  )
}

/** Whether everybody sees the indicator, and what may be done about it. */
function Opening(props: {
  locale: Locale
  home: string
  measured: MeasuredIndicator
  isTableOpen: boolean
  mayChange: boolean
  decider: string | null
}) {
  const { locale, decider } = props
  const { id, askedBy, changedBy, openedAt } = props.measured.indicator
  const state = openedAt !== null ? 'open' : askedBy !== null ? 'asked' : 'closed'
  const mayOpen = state === 'asked' && decider !== null && decider !== askedBy && decider !== changedBy
  const act = (value: OpeningAct) => (
    <button class="button" type="submit" name="act" value={value}>
      {locale.text(`stat.indicator.act.${value}`)}
    </button>
  )
  return (
    <form method="post" action={`${props.home}/indicators`} class="inline">
      <input type="hidden" name="id" value={id} />
      <span class="note">
        {locale.text(`stat.indicator.opening.${state === 'open' && props.isTableOpen ? 'shown' : state}`)}
      </span>
      {state === 'closed' && props.mayChange ? act('ask') : null}
      {mayOpen ? act('open') : null}
      {state !== 'closed' && decider !== null ? act('close') : null}
    </form>
  )
}

function TargetForm({
  locale,
  measured,
  home,
}: {
  locale: Locale
  measured: MeasuredIndicator
  home: string
}) {
  const { id, target } = measured.indicator
  return (
    <details>
      <summary>{locale.text('stat.target.set')}</summary>
      <form method="post" action={`${home}/indicators`} class="inline">
        <input type="hidden" name="id" value={id} />
        <Field
          id={`value-${id}`}
          name="value"
          label={locale.text('stat.target.value')}
          value={
            target === null ? '' : String(target.value).replace('.', locale.language === 'sv' ? ',' : '.')
          }
        />
        <Field
          id={`year-${id}`}
          name="year"
          label={locale.text('stat.target.year')}
          value={target === null ? '' : String(target.year)}
        />
        <button class="button" type="submit" name="act" value="target">
          {locale.text('save')}
        </button>
        <button class="button" type="submit" name="act" value="withdraw">
          {locale.text('stat.indicator.withdraw')}
        </button>
      </form>
    </details>
  )
}

/** Makes what is shown an indicator. */
export function IndicatorForm(props: { locale: Locale; action: string; view: string }) {
  const { locale } = props
  return (
    <details class="card no-print">
      <summary>{locale.text('stat.indicator.make')}</summary>
      <form method="post" action={props.action} class="form">
        <input type="hidden" name="view" value={props.view} />
        <Field id="indicator-name" name="name" label={locale.text('stat.name')} required />
        <Select
          id="direction"
          label={locale.text('stat.indicator.direction')}
          value="parity"
          choices={DIRECTIONS.map((value) => ({
            value,
            label: locale.text(`stat.indicator.direction.${value}`),
          }))}
        />
        <Field id="owner" label={locale.text('stat.indicator.owner')} />
        <button class="button" type="submit">
          {locale.text('save')}
        </button>
      </form>
    </details>
  )
}
