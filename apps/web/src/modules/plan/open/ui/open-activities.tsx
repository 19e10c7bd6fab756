import type { Locale } from '@jamvikt/i18n'
import { STATUSES } from '../../follow/model-follow.ts'
import { periodName } from '../../follow/ui/period-name.ts'
import { StatusTag } from '../../follow/ui/status-tag.tsx'
import type { ItemOf } from '../../model-items.ts'
import { activitySums } from '../../rules/money-of.ts'
import { swedishDay } from '../../rules/swedish-day.ts'
import { type Timeline, timelineOver } from '../../rules/timeline.ts'
import type { PlanTree } from '../../rules/tree.ts'
import { TimelineBar, TimelineEmpty, TimelineHead } from '../../ui/timeline.tsx'
import { dayText } from '../../ui/words.tsx'
import type { OpenStanding } from '../model-open.ts'
import { countsOf, type LatestStanding, latestStandings } from '../rules/how-it-goes.ts'
import { knownText } from './amount-words.ts'
import { dutyNames } from './duty-names.ts'

interface Drawn {
  readonly locale: Locale
  readonly tree: PlanTree
  readonly line: Timeline
  readonly today: string
  readonly goes: ReadonlyMap<string, LatestStanding>
  readonly money: ReturnType<typeof activitySums>
  /** The latest closed period: others are named where they are told of. */
  readonly latest: string | null
}

/** Activities by priority: who, when, what money, how it goes, and a drawn time line that the words say as well. */
export function OpenActivities(props: {
  locale: Locale
  tree: PlanTree
  standings: readonly OpenStanding[]
  now: Date
}) {
  const { locale, tree, standings } = props
  const { startsOn, endsOn } = tree.document.facts
  const days = [startsOn, endsOn]
  for (const { fields } of tree.all('activity'))
    for (const day of [fields.start, fields.end]) if (day !== null) days.push(day)
  days.sort()
  const today = swedishDay(props.now)
  const drawn: Drawn = {
    locale,
    tree,
    today,
    line: timelineOver(days[0] ?? startsOn, days.at(-1) ?? endsOn),
    goes: latestStandings(standings),
    money: activitySums(tree.document),
    latest: standings[0]?.period.id ?? null,
  }
  const hasStandings = standings.length > 0
  return (
    <section class="card" id="activities">
      <h2>{locale.text('open.plan.activities')}</h2>
      <table class="stack activities">
        <caption>{locale.text('open.plan.activities.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{locale.text('plan.col.activity')}</th>
            <th scope="col">{locale.text('open.plan.who')}</th>
            <th scope="col">{locale.text('plan.col.time')}</th>
            <th scope="col" class="n">
              {locale.text('plan.col.money')}
            </th>
            {hasStandings ? <th scope="col">{locale.text('open.plan.goes')}</th> : null}
            <td class="drawn" aria-hidden="true">
              <TimelineHead locale={locale} line={drawn.line} today={today} />
            </td>
          </tr>
        </thead>
        {tree.all('priority').map((priority, at) => (
          <tbody key={priority.id}>
            <tr class="priority">
              <th scope="rowgroup" colSpan={hasStandings ? 5 : 4}>
                {at + 1}. {priority.fields.name}
              </th>
              <td class="drawn">
                <TimelineEmpty />
              </td>
            </tr>
            {tree.all('activity', priority.id).map((activity) => (
              <ActivityRows key={activity.id} {...drawn} activity={activity} depth={1} has={hasStandings} />
            ))}
          </tbody>
        ))}
      </table>
      <p class="note">{locale.text('open.plan.activities.note')}</p>
    </section>
  )
}

function ActivityRows(props: Drawn & { activity: ItemOf<'activity'>; depth: number; has: boolean }) {
  const { locale, tree, line, today, activity, depth } = props
  const { name, start, end, unit, responsible } = activity.fields
  const goes = props.goes.get(activity.id)
  const who = [unit, ...dutyNames(locale, tree, responsible)].filter((part) => part !== '').join(', ')
  return (
    <>
      <tr class={depth > 1 ? 'part-row' : undefined}>
        <th scope="row" class={`depth-${Math.min(4, depth)}`}>
          <a href={`#i-${activity.id}`}>{name}</a>
        </th>
        <td data-label={locale.text('open.plan.who')}>{who === '' ? '–' : who}</td>
        <td class="time" data-label={locale.text('plan.col.time')}>
          {timeText(locale, start, end)}
        </td>
        <td class="n" data-label={locale.text('plan.col.money')}>
          {knownText(locale, props.money.get(activity.id))}
        </td>
        {props.has ? (
          <td data-label={locale.text('open.plan.goes')}>
            {goes === undefined ? (
              locale.text('open.plan.untold')
            ) : (
              <>
                <StatusTag locale={locale} status={goes.status} />
                {goes.period.id === props.latest ? null : (
                  <small class="note"> {periodName(locale, goes.period)}</small>
                )}
              </>
            )}
          </td>
        ) : null}
        <td class="drawn">
          <TimelineBar line={line} today={today} start={start} end={end} kind="activity" />
        </td>
      </tr>
      {tree.all('activity', activity.id).map((part) => (
        <ActivityRows key={part.id} {...props} activity={part} depth={depth + 1} />
      ))}
    </>
  )
}

/** From when to when, as it is read. */
export function timeText(locale: Locale, start: string | null, end: string | null): string {
  if (start !== null && end !== null) return `${dayText(locale, start)}–${dayText(locale, end)}`
  if (start !== null) return locale.text('plan.time.from', { day: dayText(locale, start) })
  return end === null
    ? locale.text('plan.byDates.no-dates')
    : locale.text('plan.time.until', { day: dayText(locale, end) })
}

const MOST_PERIODS = 8

/** How many activities stood how at the end of each closed period, the latest first: in words and numbers. */
export function HowItGoes(props: { locale: Locale; tree: PlanTree; standings: readonly OpenStanding[] }) {
  const { locale, tree } = props
  const rows = props.standings
    .map((standing) => ({ standing, counts: countsOf(tree, standing) }))
    .filter(({ counts }) => counts.told + counts.untold > 0)
    .slice(0, MOST_PERIODS)
  return (
    <section class="card" id="goes">
      <h2>{locale.text('open.plan.goes')}</h2>
      {rows.length === 0 ? (
        <p>{locale.text('open.plan.goes.none')}</p>
      ) : (
        <>
          <p>{locale.text('open.plan.goes.text')}</p>
          <table class="stack">
            <caption>{locale.text('open.plan.goes.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{locale.text('follow.period')}</th>
                {STATUSES.map((status) => (
                  <th scope="col" class="n" key={status}>
                    {locale.text(`follow.status.${status}`)}
                  </th>
                ))}
                <th scope="col" class="n">
                  {locale.text('open.plan.untold')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ standing: { period }, counts }) => (
                <tr key={period.id}>
                  <th scope="row">{periodName(locale, period)}</th>
                  {STATUSES.map((status) => (
                    <td class="n" key={status} data-label={locale.text(`follow.status.${status}`)}>
                      {locale.number(counts.of.get(status) ?? 0)}
                    </td>
                  ))}
                  <td class="n" data-label={locale.text('open.plan.untold')}>
                    {locale.number(counts.untold)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}
