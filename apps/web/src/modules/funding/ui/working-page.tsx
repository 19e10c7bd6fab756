import { LEADER_RULES } from '@jamvikt/domain'
import type { Locale } from '@jamvikt/i18n'
import { EmptyState, Notice, Select } from '@jamvikt/ui'
import { fragment } from '../../../platform/http/fragment.tsx'
import type { FundingList } from '../model.ts'
import type { WorkingFilter } from '../service/working-audit.ts'
import type { AuditView, EngineAnswer } from '../worker/engine-messages.ts'
import { AuditBody, Lede } from './audit-body.tsx'
import { CrossingChips } from './crossing-chips.tsx'
import type { Sorting } from './group-tables.tsx'
import { ListNav } from './list-pages.tsx'
import { headlineOf } from './sentences.ts'

interface WorkingPageProps {
  readonly locale: Locale
  readonly here: string
  readonly list: FundingList
  readonly answer: EngineAnswer
  readonly filter: WorkingFilter
  readonly reader: string
  readonly sorting: Sorting
  readonly address: (change: Record<string, string | readonly string[] | null>) => string
}

/** The true figures, for the analyst who asked: marked, not to be printed, never linked from outside. */
export function WorkingPage(props: WorkingPageProps) {
  const { locale, list, answer } = props
  const rule = props.filter.leaderRule ?? list.mapping.leaderRule
  return (
    <>
      <div class="watermark">
        <span>{locale.text('audit.working.mark')}</span>
        <span>
          {locale.text('audit.working.reader', { name: props.reader, time: locale.time(new Date()) })}
        </span>
        {list.synthetic ? <span>{locale.text('synthetic')}</span> : null}
      </div>
      <p class="only-print">{locale.text('audit.working.print')}</p>
      <div class="working-view">
        <p class="crumb">
          {list.name}
          {rule
            ? ` · ${locale.text('audit.rule', { rule: locale.dynamic(`intake.map.rule.${rule}`, rule) })}`
            : ''}
        </p>
        {list.mapping.sexInferred ? <Notice kind="watch">{locale.text('audit.inferred')}</Notice> : null}
        {answer.kind === 'view' ? (
          <Answered {...props} view={answer.view} />
        ) : (
          <EmptyState title={locale.text('audit.empty.title')}>
            <p>{answer.kind === 'refused' ? locale.text(`audit.refused.${answer.reason}`) : ''}</p>
            <a class="button" href={props.here}>
              {locale.text('back')}
            </a>
          </EmptyState>
        )}
      </div>
    </>
  )
}

function Answered(props: WorkingPageProps & { view: AuditView }) {
  const { locale, list, view } = props
  const { countsWhat } = view
  const present = [...view.present, ...(view.years.length > 1 ? ['year'] : [])]
  return (
    <>
      <h1>{headlineOf(locale, view, countsWhat)}</h1>
      <Lede locale={locale} view={view} countsWhat={countsWhat} />
      <p class="note">{locale.text('audit.working.rules')}</p>
      <div class="bar-row">
        <ListNav locale={locale} here={props.here} list={list} current="working" />
      </div>
      <div class="bar-row">
        <CrossingChips
          locale={locale}
          present={present}
          crossing={props.filter.crossing}
          address={props.address}
          deepest={2}
        />
      </div>
      <Filters {...props} />
      {fragment(['working', props.address({}), list.id, list.version, list.baseId, locale.language], () => (
        <AuditBody
          locale={locale}
          view={view}
          countsWhat={countsWhat}
          crossing={props.filter.crossing}
          sorting={props.sorting}
          listName={list.name}
        />
      ))}
    </>
  )
}

function Filters(props: WorkingPageProps & { view: AuditView }) {
  const { locale, view, filter, list } = props
  const years = view.years.filter((year) => year !== 'undated')
  const rules = LEADER_RULES.filter(
    (rule) => rule === list.mapping.leaderRule || list.mapping.alternativeSex?.[rule],
  )
  const one = (value: string) => ({ value, label: value })
  return (
    <form method="get" class="filters card">
      {filter.crossing.map((name) => (
        <input type="hidden" name="cross" value={name} key={name} />
      ))}
      {years.length > 1 ? (
        <>
          <Select
            id="from"
            label={locale.text('audit.filter.from')}
            value={filter.years?.[0] ?? years[0] ?? ''}
            choices={years.map(one)}
          />
          <Select
            id="to"
            label={locale.text('audit.filter.to')}
            value={filter.years?.at(-1) ?? years.at(-1) ?? ''}
            choices={years.map(one)}
          />
        </>
      ) : null}
      {view.forms.length > 1 ? (
        <Select
          id="form"
          label={locale.text('audit.filter.form')}
          value={filter.forms?.[0] ?? ''}
          choices={[
            { value: '', label: locale.text('audit.filter.allForms') },
            ...view.forms.map((form) => ({
              value: form,
              label: locale.dynamic(`audit.label.${form}`, form),
            })),
          ]}
        />
      ) : null}
      {rules.length > 1 ? (
        <Select
          id="rule"
          label={locale.text('audit.filter.rule')}
          value={filter.leaderRule ?? list.mapping.leaderRule ?? ''}
          choices={rules.map((value) => ({
            value,
            label: locale.dynamic(`intake.map.rule.${value}`, value),
          }))}
        />
      ) : null}
      <Select
        id="reference"
        label={locale.text('audit.filter.reference')}
        value={filter.reference ?? ''}
        choices={[
          { value: '', label: locale.text('audit.filter.referenceAuto') },
          { value: 'women', label: locale.text('audit.women') },
          { value: 'men', label: locale.text('audit.men') },
        ]}
      />
      <button class="button small" type="submit">
        {locale.text('audit.filter.apply')}
      </button>
    </form>
  )
}
