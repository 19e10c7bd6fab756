import type { ComponentChildren } from 'preact'
import type { Status } from '../follow/model-follow.ts'
import { StatusTag } from '../follow/ui/status-tag.tsx'
import type { ItemOf, PlanItem } from '../model-items.ts'
import type { Sum } from '../rules/budgets.ts'
import { type StateByDates, stateByDates } from '../rules/by-dates.ts'
import { type Timeline, timelineOver } from '../rules/timeline.ts'
import type { PlanTree } from '../rules/tree.ts'
import { sumText } from './amounts.ts'
import { AddLink } from './item-view.tsx'
import { TimelineBar, TimelineEmpty, TimelineHead, TimelinePoint, toneOf } from './timeline.tsx'
import { dayText, itemName, type Known } from './words.tsx'

/** What is known of money, by activity and by priority. */
interface ActivityMoney {
  readonly ofActivity: ReadonlyMap<string, Sum>
  readonly ofPriority: ReadonlyMap<string, Sum>
  /** Share of its money that an activity has used, 0 and up; missing where it is not known. */
  readonly usedShare: ReadonlyMap<string, number>
}

interface Drawn extends Known {
  readonly line: Timeline
  readonly today: string
  readonly money: ActivityMoney
  /** How activities go, by the latest that has been told of them. */
  readonly told: ReadonlyMap<string, Status>
  readonly mayWrite: boolean
}

/** A plan’s activities by priority: state, time, money, and a timeline beside the words. */
export function ActivityTable(props: Omit<Drawn, 'line'>) {
  const { locale, tree, today } = props
  const drawn: Drawn = { ...props, line: lineOver(tree) }
  return (
    <section class="card plan-activities">
      <table class="stack activities">
        <caption>{locale.text('plan.activities.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{locale.text('plan.col.activity')}</th>
            <th scope="col">{locale.text('plan.col.state')}</th>
            <th scope="col">{locale.text('plan.col.time')}</th>
            <th scope="col" class="n">
              {locale.text('plan.col.money')}
            </th>
            <th scope="col" class="n">
              {locale.text('plan.col.used')}
            </th>
            <td class="drawn" aria-hidden="true">
              <TimelineHead locale={locale} line={drawn.line} today={today} />
            </td>
          </tr>
        </thead>
        {tree.all('priority').map((priority, at) => (
          <PriorityRows key={priority.id} {...drawn} priority={priority} number={at + 1} />
        ))}
      </table>
      <p class="note">{locale.text('plan.activities.note', { today: dayText(locale, today) })}</p>
      <p class="note no-print">{locale.text('plan.act.print')}</p>
    </section>
  )
}

/** From the plan’s first day to its last, or further where an activity reaches beyond. */
function lineOver(tree: PlanTree): Timeline {
  const { startsOn, endsOn } = tree.document.facts
  const days = tree.all('activity').flatMap(({ fields }) => [fields.start ?? [], fields.end ?? []].flat())
  const all = [startsOn, endsOn, ...days].toSorted()
  return timelineOver(all[0] ?? startsOn, all.at(-1) ?? endsOn)
}

function PriorityRows(props: Drawn & { priority: ItemOf<'priority'>; number: number }) {
  const { locale, tree, here, money, priority, number, mayWrite } = props
  const activities = tree.all('activity', priority.id)
  return (
    <tbody>
      <tr class="priority">
        <th scope="rowgroup" colSpan={3}>
          <a href={`${here}/items/${priority.id}`}>
            {number}. {itemName(locale, priority)}
          </a>
        </th>
        <td class="n" data-label={locale.text('plan.col.money')}>
          {sumText(locale, money.ofPriority.get(priority.id))}
        </td>
        <td class="n" />
        <td class="drawn">
          <TimelineEmpty />
        </td>
      </tr>
      {activities.map((activity) => (
        <ActivityRows key={activity.id} {...props} activity={activity} depth={1} />
      ))}
      {activities.length === 0 || mayWrite ? (
        <tr class={mayWrite ? 'add-row no-print' : 'add-row'}>
          <td colSpan={6}>
            {activities.length === 0 ? (
              <span class="note">{locale.text('plan.activities.noneUnder')}</span>
            ) : null}
            {mayWrite ? <AddLink {...props} kind="activity" parent={priority} /> : null}
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}

function ActivityRows(props: Drawn & { activity: ItemOf<'activity'>; depth: number }) {
  const { locale, tree, line, today, money, activity, depth } = props
  const { start, end, flagship } = activity.fields
  const told = props.told.get(activity.id)
  return (
    <>
      <Row
        {...props}
        item={activity}
        mark={
          flagship ? (
            <small class="tag tag-neutral">
              <span aria-hidden="true">★</span>
              {locale.text('plan.flagship')}
            </small>
          ) : null
        }
        state={
          told === undefined ? (
            <StateTag locale={locale} state={stateByDates(start, end, today)} />
          ) : (
            <StatusTag locale={locale} status={told} />
          )
        }
        time={spanText(props, start, end)}
        amount={sumText(locale, money.ofActivity.get(activity.id))}
        used={<Used locale={locale} share={money.usedShare.get(activity.id)} />}
        drawing={
          <TimelineBar
            line={line}
            today={today}
            start={start}
            end={end}
            kind="activity"
            tone={toneOf(told)}
          />
        }
      />
      {tree.children(activity.id).map((part) => (
        <PartRows key={part.id} {...props} part={part} depth={depth + 1} />
      ))}
    </>
  )
}

function PartRows(props: Drawn & { part: PlanItem; depth: number }) {
  const { locale, line, today, part } = props
  if (part.kind === 'activity') return <ActivityRows {...props} activity={part} />
  if (part.kind === 'phase') {
    const { start, end } = part.fields
    return (
      <Row
        {...props}
        item={part}
        state={<StateTag locale={locale} state={stateByDates(start, end, today)} />}
        time={spanText(props, start, end)}
        drawing={<TimelineBar line={line} today={today} start={start} end={end} kind="phase" />}
      />
    )
  }
  if (part.kind !== 'milestone') return null
  const { on, done } = part.fields
  return (
    <Row
      {...props}
      item={part}
      state={done ? <span class="tag tag-good">✓ {locale.text('plan.done')}</span> : ''}
      time={on === null ? '–' : dayText(locale, on)}
      drawing={<TimelinePoint line={line} on={on} done={done} />}
    />
  )
}

function Row(
  props: Known & {
    item: PlanItem
    depth: number
    mark?: ComponentChildren
    state: ComponentChildren
    time: string
    amount?: string
    used?: ComponentChildren
    drawing: ComponentChildren
  },
) {
  const { locale, here, item, depth } = props
  const isActivity = item.kind === 'activity'
  return (
    <tr class={isActivity ? '' : 'part-row'}>
      <th scope="row" class={`depth-${Math.min(depth, 4)}`}>
        <span>
          {isActivity ? null : <small class="note">{locale.text(`plan.kind.${item.kind}`)}: </small>}
          <a href={`${here}/items/${item.id}`}>{itemName(locale, item)}</a> {props.mark}
        </span>
      </th>
      <td data-label={locale.text('plan.col.state')}>{props.state}</td>
      <td class="time" data-label={locale.text('plan.col.time')}>
        {props.time}
      </td>
      <td class="n" {...(isActivity ? { 'data-label': locale.text('plan.col.money') } : {})}>
        {props.amount ?? ''}
      </td>
      <td class="n" {...(isActivity ? { 'data-label': locale.text('plan.col.used') } : {})}>
        {props.used ?? ''}
      </td>
      <td class="drawn">{props.drawing}</td>
    </tr>
  )
}

function spanText({ locale }: Known, start: string | null, end: string | null): string {
  if (start === null && end === null) return '–'
  if (end === null) return locale.text('plan.time.from', { day: start ?? '' })
  if (start === null) return locale.text('plan.time.until', { day: end })
  return `${start} – ${end}`
}

/** What is used of an activity’s money: a bar beside its per cent, a dash where it is not known. */
function Used({ locale, share }: Pick<Known, 'locale'> & { share: number | undefined }) {
  if (share === undefined) return <>–</>
  return (
    <>
      <svg class="used" aria-hidden="true" focusable="false">
        <rect class="left" width="100%" height="6" y="3" rx="3" />
        <rect
          class="passed"
          width={`${Math.min(100, Math.max(0, share * 100)).toFixed(1)}%`}
          height="6"
          y="3"
          rx="3"
        />
      </svg>{' '}
      {locale.wholePercent(share)}
    </>
  )
}

const SIGNS: Readonly<Record<StateByDates, readonly [string, string]>> = {
  'not-begun': ['○', 'neutral'],
  'going-on': ['●', 'good'],
  ended: ['■', 'neutral'],
  'no-dates': ['?', 'few'],
}

/** How something stands by its dates, in a sign and a word. */
export function StateTag({ locale, state }: Pick<Known, 'locale'> & { state: StateByDates }) {
  const [sign, kind] = SIGNS[state]
  return (
    <span class={`tag tag-${kind}`}>
      <span aria-hidden="true">{sign}</span>
      {locale.text(`plan.byDates.${state}`)}
    </span>
  )
}
