import type { WebContext } from '../../../platform/http/context.ts'
import type { PlanAct } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { latestStatuses } from '../follow/rules/standing.ts'
import { followed } from '../follow/service/follow.ts'
import { treeOf } from '../item-room.tsx'
import { waitings } from './rules/broken-after.ts'
import { TimeGrid } from './rules/time-grid.ts'

/** A plan as rows of time, with how its activities go. */
export async function timeOf(c: WebContext, doors: PlanDoors, act: PlanAct) {
  const found = await treeOf(c, doors, act)
  const { actor, opened, tree } = found
  const all = await doors.inRegion(actor, (db) => followed(db, opened.plan.id))
  const grid = new TimeGrid(tree)
  return { ...found, grid, told: latestStatuses(all), periods: all.periods, waiting: waitings(grid) }
}

export type TimeFound = Awaited<ReturnType<typeof timeOf>>
