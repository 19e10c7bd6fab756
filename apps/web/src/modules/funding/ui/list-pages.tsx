import type { Locale } from '@jamvikt/i18n'
import { EmptyState, ErrorSummary, Field, type FieldError, Notice, Select } from '@jamvikt/ui'
import type { BaseTable } from '../../statistics/public.ts'
import type { FundingList, ImportRun } from '../model.ts'
import { labelOf } from './labels.ts'

export interface ListRow {
  readonly list: FundingList
  readonly latest: ImportRun | null
  readonly cases: number
  readonly releaseId: string | null
  readonly periods: readonly string[]
}

/** All lists of the region, each with its ways on. */
export function ListsPage(props: {
  locale: Locale
  home: string
  rows: readonly ListRow[]
  analyst: boolean
  demo: boolean
}) {
  const { locale, home, rows, analyst } = props
  return (
    <>
      <h1>{locale.text('money.title')}</h1>
      <p class="lede">{locale.text('money.lede')}</p>
      {props.demo ? <Notice kind="info">{locale.text('demo.note')}</Notice> : null}
      {analyst && rows.length > 0 ? (
        <div class="bar-row">
          <a class="button primary" href={`${home}/new`}>
            {locale.text('money.bringIn')}
          </a>
        </div>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title={locale.text('money.empty.title')}>
          <p>{locale.text(analyst ? 'money.empty.text' : 'money.empty.reader')}</p>
          {analyst ? (
            <a class="button primary" href={`${home}/new`}>
              {locale.text('money.bringIn')}
            </a>
          ) : null}
        </EmptyState>
      ) : (
        <div class="card">
          <table class="stack">
            <thead>
              <tr>
                <th scope="col">{locale.text('money.list')}</th>
                <th scope="col" class="n">
                  {locale.text('money.cases')}
                </th>
                <th scope="col">{locale.text('money.latest')}</th>
                <th scope="col">{locale.text('money.released')}</th>
                <th scope="col">{locale.text('people.actions')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <ListLine key={row.list.id} {...row} locale={locale} home={home} analyst={analyst} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

function ListLine(props: ListRow & { locale: Locale; home: string; analyst: boolean }) {
  const { locale, list, home } = props
  const here = `${home}/lists/${list.id}`
  return (
    <tr>
      <th scope="row">
        {props.analyst ? <a href={here}>{list.name}</a> : list.name}
        {list.synthetic ? <small class="note"> · {locale.text('synthetic')}</small> : null}
        {list.withdrawnAt ? <small class="note"> · {locale.text('money.state.withdrawn')}</small> : null}
      </th>
      <td class="n" data-label={locale.text('money.cases')}>
        {props.analyst ? locale.number(props.cases) : '–'}
      </td>
      <td data-label={locale.text('money.latest')}>
        {props.latest ? locale.date(props.latest.createdAt) : '–'}
      </td>
      <td data-label={locale.text('money.released')}>
        {props.releaseId && props.periods.length > 0 ? (
          <a href={`${home}/releases/${props.releaseId}`}>
            {props.periods.map((period) => labelOf(locale, 'period', period)).join(', ')}
          </a>
        ) : (
          locale.text('money.notReleased')
        )}
      </td>
      <td>
        {props.analyst ? (
          <div class="inline">
            <a class="button small" href={here}>
              {locale.text('money.working')}
            </a>
            {list.withdrawnAt ? null : (
              <>
                <a class="button small" href={`${here}/release`}>
                  {locale.text('money.release')}
                </a>
                <a class="button small" href={`${here}/newer`}>
                  {locale.text('money.newer')}
                </a>
              </>
            )}
          </div>
        ) : null}
      </td>
    </tr>
  )
}

export function ListNav(props: {
  locale: Locale
  here: string
  list: FundingList
  current: 'working' | 'release' | 'imports' | 'settings'
}) {
  const { locale, here } = props
  const entries = [
    ['working', here, 'money.working'],
    ['release', `${here}/release`, 'money.release'],
    ['imports', `${here}/imports`, 'money.imports'],
    ['settings', `${here}/settings`, 'money.settings'],
  ] as const
  return (
    <nav class="chips no-print" aria-label={props.list.name}>
      {entries.map(([key, href, label]) => (
        <a key={key} class="chip" href={href} aria-current={key === props.current ? 'page' : undefined}>
          {locale.text(label)}
        </a>
      ))}
    </nav>
  )
}

export function ImportsPage(props: {
  locale: Locale
  home: string
  here: string
  list: FundingList
  runs: readonly ImportRun[]
}) {
  const { locale } = props
  return (
    <>
      <h1>{locale.text('money.imports.title', { name: props.list.name })}</h1>
      <ListNav locale={locale} here={props.here} list={props.list} current="imports" />
      <div class="card">
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{locale.text('money.imports.when')}</th>
              <th scope="col">{locale.text('money.imports.file')}</th>
              <th scope="col">{locale.text('money.imports.state')}</th>
              {(['added', 'changed', 'unchanged', 'refused'] as const).map((key) => (
                <th scope="col" class="n" key={key}>
                  {locale.text(`money.imports.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.runs.map((run) => (
              <tr key={run.id}>
                <th scope="row">
                  <a href={`${props.home}/imports/${run.id}`}>{locale.time(run.createdAt)}</a>
                </th>
                <td data-label={locale.text('money.imports.file')}>{run.fileName}</td>
                <td data-label={locale.text('money.imports.state')}>
                  {locale.text(`money.imports.state.${run.status}`)}
                </td>
                {[run.report?.added, run.report?.changed, run.report?.unchanged, run.report?.refusedRows].map(
                  (value, index) => (
                    <td
                      class="n"
                      key={String(index)}
                      data-label={locale.text(
                        `money.imports.${(['added', 'changed', 'unchanged', 'refused'] as const)[index] ?? 'added'}`,
                      )}
                    >
                      {value === undefined ? '–' : locale.number(value)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {props.list.withdrawnAt ? null : (
        <div class="bar-row">
          <a class="button" href={`${props.here}/newer`}>
            {locale.text('money.newer')}
          </a>
        </div>
      )}
    </>
  )
}

export function SettingsPage(props: {
  locale: Locale
  here: string
  list: FundingList
  bases: readonly BaseTable[]
  locked: boolean
  saved: boolean
  errors: readonly FieldError[]
}) {
  const { locale, list } = props
  const years = (n: number) => ({ value: String(n), label: locale.text('money.settings.years', { n }) })
  return (
    <>
      <h1>{locale.text('money.settings.title', { name: list.name })}</h1>
      <ListNav locale={locale} here={props.here} list={list} current="settings" />
      {props.saved ? <Notice kind="good">{locale.text('money.settings.saved')}</Notice> : null}
      <ErrorSummary title={locale.text('error.summary')} errors={props.errors} />
      <form method="post" class="card form">
        <Select
          id="base"
          label={locale.text('money.settings.base')}
          hint={locale.text('money.settings.baseHint')}
          value={list.baseId ?? ''}
          choices={[
            { value: '', label: locale.text('money.settings.noBase') },
            ...props.bases.map((base) => ({ value: base.id, label: `${base.name} (${base.source})` })),
          ]}
        />
        {props.locked ? (
          <>
            <p class="note">{locale.text('money.settings.locked')}</p>
            <p>
              {locale.text('money.settings.period')}:{' '}
              {locale.text('money.settings.years', { n: list.periodYears })}.{' '}
              {locale.text('money.settings.threshold')}: {list.threshold}.
            </p>
            <input type="hidden" name="period" value={list.periodYears} />
            <input type="hidden" name="threshold" value={list.threshold} />
          </>
        ) : (
          <>
            <Select
              id="period"
              label={locale.text('money.settings.period')}
              hint={locale.text('money.settings.periodHint')}
              value={String(list.periodYears)}
              choices={[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(years)}
            />
            <Field
              id="threshold"
              label={locale.text('money.settings.threshold')}
              hint={locale.text('money.settings.thresholdHint')}
              value={String(list.threshold)}
              errors={props.errors}
            />
          </>
        )}
        <button class="button primary" type="submit">
          {locale.text('save')}
        </button>
      </form>
      {list.withdrawnAt ? null : (
        <p>
          <a class="button danger" href={`${props.here}/withdraw`}>
            {locale.text('money.withdraw')}
          </a>
        </p>
      )}
    </>
  )
}

export function WithdrawPage(props: { locale: Locale; here: string; list: FundingList }) {
  const { locale } = props
  return (
    <>
      <h1>{locale.text('money.withdraw.confirm', { name: props.list.name })}</h1>
      <p class="lede">{locale.text('money.withdraw.text')}</p>
      <form method="post" class="bar-row">
        <div class="inline">
          <button class="button danger" type="submit">
            {locale.text('money.withdraw')}
          </button>
          <a class="button" href={`${props.here}/settings`}>
            {locale.text('cancel')}
          </a>
        </div>
      </form>
    </>
  )
}
