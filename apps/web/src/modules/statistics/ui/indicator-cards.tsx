import { sayTime } from '@jamvikt/equity'
import type { Locale } from '@jamvikt/i18n'
import { Field, LineChart, Select, Tag, type VerdictKind } from '@jamvikt/ui'
import { DIRECTIONS } from '../model-indicators.ts'
import { seriesSentences, type TargetProgress, targetProgress } from '../rules/series.ts'
import type { MeasuredIndicator } from '../service/indicators.ts'
import { gapText } from './figure-text.ts'

const VERDICTS: Readonly<Record<TargetProgress['state'], VerdictKind>> = {
  reached: 'good',
  'on-pace': 'good',
  behind: 'bad',
  'wrong-way': 'bad',
  late: 'bad',
  'too-little': 'few',
}

/** An indicator: its latest value, how it moves, and how far it is from what is aimed at. */
export function IndicatorCard(props: {
  locale: Locale
  home: string
  measured: MeasuredIndicator
  mayChange: boolean
}) {
  const { locale, measured, mayChange } = props
  const { indicator, dataset, view, points, decimals } = measured
  const latest = points.at(-1)
  const { target } = indicator
  const progress = target === null ? null : targetProgress(points, target, indicator.direction, view.gap)
  const said = (value: number) =>
    view.gap === 'none' ? locale.figure(value, decimals) : gapText(locale, value, view.gap, decimals)
  return (
    <section class="card" id={indicator.id}>
      <h2>{indicator.name}</h2>
      <p class="note">
        {locale.text(`stat.area.${indicator.area}`)} ·{' '}
        <a href={`${props.home}/${dataset.slug}?${indicator.view}`}>{dataset.name}</a>
        {indicator.owner ? ` · ${indicator.owner}` : ''} ·{' '}
        {locale.text(`stat.indicator.direction.${indicator.direction}`)}
      </p>
      {latest === undefined ? (
        <p>{locale.text('stat.indicator.noValue')}</p>
      ) : (
        <p class="lede">
          <strong>{said(latest.value)}</strong> ({latest.period})
        </p>
      )}
      {seriesSentences(points, view.gap).map((sentence) => (
        <p key={sentence.key}>{sayTime(sentence, locale.language)}</p>
      ))}
      {target === null || progress === null ? null : (
        <>
          <p>
            <Tag kind={VERDICTS[progress.state]}>{locale.text(`stat.target.${progress.state}`)}</Tag>{' '}
            {locale.text('stat.target.distance', {
              target: said(target.value),
              year: target.year,
              distance: locale.figure(Math.abs(progress.distance), Math.max(1, decimals)),
            })}
          </p>
          {progress.needed === null || progress.state === 'reached' ? null : (
            <p class="note">
              {locale.text('stat.target.pace', {
                needed: signed(locale, progress.needed),
                pace: progress.pace === null ? '..' : signed(locale, progress.pace),
              })}
            </p>
          )}
        </>
      )}
      {points.length > 1 ? (
        <LineChart
          title={indicator.name}
          times={points.map(({ period }) => String(period))}
          series={[
            { label: '', group: 'women', values: points.map(({ value }) => value) },
            ...(target === null
              ? []
              : [
                  {
                    label: locale.text('stat.target.short'),
                    group: 'other' as const,
                    values: points.map(() => target.value),
                  },
                ]),
          ]}
          formatTick={(value) => locale.figure(value, Number.isInteger(value) ? 0 : 1)}
          zero={false}
        />
      ) : null}
      {mayChange ? <TargetForm {...props} /> : null}
    </section>
  )
}

function signed(locale: Locale, value: number): string {
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${locale.figure(Math.abs(value), 2)}`
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
    <details class="card">
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
