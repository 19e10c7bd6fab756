import type { Locale } from '@jamvikt/i18n'
import { Checkbox, ErrorSummary, type FieldError, Notice, Select } from '@jamvikt/ui'
import { fragment } from '../../../platform/http/fragment.tsx'
import type { FundingList } from '../model.ts'
import type { ReleasedAudit } from '../service/released-audit.ts'
import type { AuditView, ProtectedPeriod } from '../worker/engine-messages.ts'
import { AuditBody, Lede } from './audit-body.tsx'
import { CrossingChips } from './crossing-chips.tsx'
import type { Sorting } from './group-tables.tsx'
import { dimensionName, labelOf } from './labels.ts'
import { ListNav } from './list-pages.tsx'
import { PeriodSeries } from './period-series.tsx'
import { ProofFacts } from './proof-facts.tsx'
import { headlineOf, isPairHidden } from './sentences.ts'

function stateText(locale: Locale, period: ProtectedPeriod, released: boolean): string {
  const { state } = period
  if (!period.ended) return locale.text('release.state.running')
  if (state.kind === 'new') return locale.text('release.state.new')
  if (state.kind === 'unchanged')
    return locale.text(released ? 'release.state.unchanged' : 'release.state.withdrawn')
  return locale.text(`release.state.${state.kind}`, { changes: locale.number(state.changes) })
}

/** How many groups a period has, those that are shown as empty not counted; where nothing is shown, all of them. */
function groupsOf({ certificate, payload }: ProtectedPeriod): number {
  return certificate.counts.cells || payload.cells.length
}

/** Whether a period can be chosen: new, taken back and unchanged, or changed since its release. */
function choosable(period: ProtectedPeriod, released: boolean) {
  return period.ended && !(period.state.kind === 'unchanged' && released)
}

export function ReleasePage(props: {
  locale: Locale
  here: string
  list: FundingList
  periods: readonly ProtectedPeriod[]
  released: readonly string[]
  errors: readonly FieldError[]
  /** What was ticked before an error. */
  chosen: readonly string[]
}) {
  const { locale, periods, released } = props
  const { columns } = props.list.mapping
  const open = periods.some((period) => choosable(period, released.includes(period.period)))
  return (
    <>
      <h1>{locale.text('release.title', { name: props.list.name })}</h1>
      <ListNav locale={locale} here={props.here} list={props.list} current="release" />
      <p class="lede">{locale.text('release.lede')}</p>
      <ErrorSummary title={locale.text('error.summary')} errors={props.errors} />
      {props.list.kind === 'aggregated' ? (
        <Notice kind="watch">{locale.text('release.aggregated')}</Notice>
      ) : null}
      {props.list.kind === 'cases' && !columns.recipient && !columns.organisationNumber ? (
        <Notice kind="watch">{locale.text('release.noRecipient')}</Notice>
      ) : null}
      <form method="post" id="release">
        <div class="card">
          <table class="stack">
            <thead>
              <tr>
                <th scope="col">{locale.text('release.period')}</th>
                <th scope="col" class="n">
                  {locale.text('release.cases')}
                </th>
                <th scope="col" class="n">
                  {locale.text('release.groups')}
                </th>
                <th scope="col" class="n">
                  {locale.text('release.hiddenGroups')}
                </th>
                <th scope="col">{locale.text('release.state')}</th>
                <th scope="col">{locale.text('release.choose')}</th>
              </tr>
            </thead>
            <tbody>
              {periods.map((period) => {
                const out = released.includes(period.period)
                return (
                  <tr key={period.period}>
                    <th scope="row">{labelOf(locale, 'period', period.period)}</th>
                    <td class="n" data-label={locale.text('release.cases')}>
                      {locale.number(period.cases)}
                    </td>
                    <td class="n" data-label={locale.text('release.groups')}>
                      {locale.number(groupsOf(period))}
                    </td>
                    <td class="n" data-label={locale.text('release.hiddenGroups')}>
                      {locale.number(period.payload.hidden)}
                      <br />
                      <a href={`${props.here}/release/preview?period=${encodeURIComponent(period.period)}`}>
                        {locale.text('release.preview')}
                      </a>
                      {isPairHidden(period.payload.cells) ? (
                        <small class="note"> {locale.text('release.pairHidden')}</small>
                      ) : null}
                    </td>
                    <td data-label={locale.text('release.state')}>
                      {stateText(locale, period, out)}
                      {period.state.kind === 'correctable' ? (
                        <small class="note"> {locale.text('release.correct.yes')}</small>
                      ) : null}
                      {period.state.kind === 'not-correctable' ? (
                        <small class="note"> {locale.text('release.correct.no')}</small>
                      ) : null}
                    </td>
                    <td data-label={locale.text('release.choose')}>
                      {choosable(period, out) ? (
                        <input
                          type="checkbox"
                          name="period"
                          value={period.period}
                          checked={props.chosen.includes(period.period)}
                          aria-label={`${locale.text('release.choose')} ${period.period}`}
                        />
                      ) : (
                        '–'
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
        {open ? (
          <div class="card form">
            <Checkbox id="confirm" label={locale.text('release.confirm')} />
            <button class="button primary" type="submit">
              {locale.text('release.button')}
            </button>
          </div>
        ) : null}
      </form>
    </>
  )
}

export function ReleasedPage(props: {
  locale: Locale
  here: string
  audit: ReleasedAudit
  crossing: readonly string[]
  sorting: Sorting
  address: (change: Record<string, string | readonly string[] | null>) => string
  takeAlong: boolean
}) {
  const { locale, audit, address } = props
  const { view } = audit
  return (
    <>
      <p class="crumb">
        {audit.list.name} · {locale.text('audit.released.mark')}
        {audit.list.synthetic ? ` · ${locale.text('synthetic')}` : ''}
      </p>
      {audit.notices.map((notice) => (
        <Notice kind="watch" key={notice}>
          {notice}
        </Notice>
      ))}
      {view === null ? (
        <h1>{locale.text('audit.empty.title')}</h1>
      ) : (
        <>
          <h1>{headlineOf(locale, view, view.countsWhat)}</h1>
          <Lede locale={locale} view={view} countsWhat={view.countsWhat} />
          <p class="note">
            {locale.text('audit.released.text', {
              periods: audit.chosen.map((period) => labelOf(locale, 'period', period)).join(', '),
              time: locale.time(audit.release.releasedAt),
              threshold: audit.threshold,
            })}{' '}
            {audit.leaderRule
              ? `${locale.text('audit.rule', { rule: locale.dynamic(`intake.map.rule.${audit.leaderRule}`, audit.leaderRule) })}.`
              : ''}
          </p>
          <div class="bar-row">
            <CrossingChips
              locale={locale}
              present={view.present}
              crossing={props.crossing}
              address={address}
              deepest={1}
            />
            {props.takeAlong ? (
              <div class="inline">
                {(['xlsx', 'csv', 'json'] as const).map((kind) => (
                  <a
                    key={kind}
                    class="button small"
                    href={`${props.here}/figures.${kind}${address({}).replace(/^[^?]*/, '')}`}
                    download
                  >
                    {locale.text(`release.${kind}`)}
                  </a>
                ))}
              </div>
            ) : null}
          </div>
          {audit.periods.length > 1 ? (
            <nav class="chips no-print" aria-label={locale.text('release.period')}>
              <a
                class="chip"
                href={address({ period: null })}
                aria-current={audit.chosen.length === audit.periods.length ? 'true' : undefined}
              >
                {locale.text('release.allPeriods')}
              </a>
              {audit.periods.map((period) => (
                <a
                  key={period}
                  class="chip"
                  href={address({ period })}
                  aria-current={audit.chosen.length === 1 && audit.chosen[0] === period ? 'true' : undefined}
                >
                  {labelOf(locale, 'period', period)}
                </a>
              ))}
            </nav>
          ) : null}
          {fragment(['released', address({}), audit.release.id, audit.chosen, locale.language], () => (
            <AuditBody
              locale={locale}
              view={view}
              countsWhat={view.countsWhat}
              crossing={props.crossing}
              sorting={props.sorting}
              listName={audit.list.name}
            />
          ))}
          {audit.series.length > 1 ? <PeriodSeries locale={locale} audit={audit} /> : null}
          <ProofFacts locale={locale} audit={audit} />
          {props.takeAlong ? (
            <form method="post" action={`${props.here}/catalogue`} class="card form no-print">
              <h2>{locale.text('catalogue.offer')}</h2>
              <p>{locale.text('catalogue.offer.text')}</p>
              <Select
                id="crossing"
                label={locale.text('catalogue.crossing')}
                value=""
                choices={[
                  { value: '', label: locale.text('catalogue.crossing.none') },
                  ...view.present.map((name) => ({ value: name, label: dimensionName(locale, name) })),
                ]}
              />
              <button class="button" type="submit">
                {locale.text('catalogue.offer.button')}
              </button>
            </form>
          ) : null}
        </>
      )}
    </>
  )
}

/** A period as its readers would see it, before anything is released: marked, for the analyst alone. */
export function PreviewPage(props: {
  locale: Locale
  here: string
  list: FundingList
  period: string
  view: AuditView
  crossing: readonly string[]
  sorting: Sorting
  address: (change: Record<string, string | readonly string[] | null>) => string
}) {
  const { locale, view } = props
  return (
    <>
      <div class="watermark">
        {locale.text('release.preview.mark', { period: labelOf(locale, 'period', props.period) })}
      </div>
      <h1>{headlineOf(locale, view, view.countsWhat)}</h1>
      <Lede locale={locale} view={view} countsWhat={view.countsWhat} />
      <div class="bar-row">
        <CrossingChips
          locale={locale}
          present={view.present}
          crossing={props.crossing}
          address={props.address}
          deepest={1}
        />
        <a class="button small" href={`${props.here}/release`}>
          {locale.text('back')}
        </a>
      </div>
      <AuditBody
        locale={locale}
        view={view}
        countsWhat={view.countsWhat}
        crossing={props.crossing}
        sorting={props.sorting}
        listName={props.list.name}
      />
    </>
  )
}
