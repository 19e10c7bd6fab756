import { STATUSES, type Status } from '../../follow/model-follow.ts'
import type { PlanTree } from '../../rules/tree.ts'
import type { OpenStanding } from '../model-open.ts'

/** How an activity goes by the latest closed period that tells of it. */
export interface LatestStanding {
  readonly status: Status
  readonly period: OpenStanding['period']
}

/** @param standings the latest first */
export function latestStandings(standings: readonly OpenStanding[]): ReadonlyMap<string, LatestStanding> {
  const found = new Map<string, LatestStanding>()
  for (const { period, statuses } of standings)
    for (const [activity, status] of statuses)
      if (!found.has(activity)) found.set(activity, { status, period })
  return found
}

/** How many of a plan’s activities stand how at the end of a period; those that nobody has told of are counted too. */
export function countsOf(
  tree: PlanTree,
  { period, statuses }: OpenStanding,
): { readonly of: ReadonlyMap<Status, number>; readonly told: number; readonly untold: number } {
  const { startsOn, endsOn } = period
  const activities = tree.all('activity')
  const told = activities.flatMap(({ id }) => statuses.get(id) ?? [])
  const untold = activities.filter(
    ({ id, fields: { start, end } }) =>
      !statuses.has(id) && (start ?? startsOn) <= endsOn && (end ?? endsOn) >= startsOn,
  )
  return {
    of: new Map(STATUSES.map((status) => [status, told.filter((each) => each === status).length])),
    told: told.length,
    untold: untold.length,
  }
}
