import type { PlanDocument } from '../../model.ts'
import type { PlanItem } from '../../model-items.ts'
import { PlanTree } from '../../rules/tree.ts'
import type { ActivityUpdate, Followed, Period, Status } from '../model-follow.ts'

/** One activity in a period: what is told of it, or that nothing is. */
export interface Standing {
  readonly activity: PlanItem & { readonly kind: 'activity' }
  readonly update: ActivityUpdate | null
  /** What was told of it in the period before. */
  readonly before: Status | null
}

/** Whether an activity goes on at some time of a period; one without dates does. */
export function isDuring(
  activity: { readonly fields: { readonly start: string | null; readonly end: string | null } },
  period: Pick<Period, 'startsOn' | 'endsOn'>,
): boolean {
  const { start, end } = activity.fields
  return (start === null || start <= period.endsOn) && (end === null || end >= period.startsOn)
}

/** The period that is told about now: the latest that has begun and is not closed; else the first that is not closed. */
export function periodNow(periods: readonly Period[], today: string): Period | null {
  const open = periods.filter(({ closedAt }) => closedAt === null)
  return open.findLast(({ startsOn }) => startsOn <= today) ?? open[0] ?? periods.at(-1) ?? null
}

/** Whether what is to be told is late: the day has passed, the period is open, and something is not told. */
export function isOverdue(period: Period, untold: number, today: string): boolean {
  return period.closedAt === null && period.dueOn < today && untold > 0
}

/** The activities of a period in the plan’s order, each with what is told of it; what is told stays, also of others. */
export function standingsIn(
  { document }: { readonly document: PlanDocument },
  { periods, updates }: Followed,
  period: Period,
): Standing[] {
  const earlier = periods[periods.findIndex(({ id }) => id === period.id) - 1]
  const [now, before] = [new Map<string, ActivityUpdate>(), new Map<string, ActivityUpdate>()]
  for (const update of updates) {
    if (update.periodId === period.id) now.set(update.activityId, update)
    else if (update.periodId === earlier?.id) before.set(update.activityId, update)
  }
  return new PlanTree(document).all('activity').flatMap((activity) => {
    const update = now.get(activity.id) ?? null
    if (update === null && !isDuring(activity, period)) return []
    return [{ activity, update, before: before.get(activity.id)?.status ?? null }]
  })
}

/** What was told last of each activity, by the periods’ order. */
export function latestUpdates({ periods, updates }: Followed): ReadonlyMap<string, ActivityUpdate> {
  const order = new Map(periods.map(({ id, endsOn }) => [id, endsOn]))
  const latest = new Map<string, ActivityUpdate>()
  for (const update of updates) {
    const known = latest.get(update.activityId)
    const isLater =
      known === undefined || (order.get(known.periodId) ?? '') < (order.get(update.periodId) ?? '')
    if (isLater) latest.set(update.activityId, update)
  }
  return latest
}

/** How each activity goes by the latest period in which anything is told of it. */
export function latestStatuses(of: Followed): ReadonlyMap<string, Status> {
  return new Map([...latestUpdates(of)].map(([activityId, { status }]) => [activityId, status]))
}
