import type { ItemOf, PlanItem } from '../model-items.ts'
import { type NationalEntry, nationalEntriesDuring } from '../national-lists.ts'
import { activitiesByGoal, goalsServed, servedBy } from './thread.ts'
import type { PlanTree } from './tree.ts'

/** What an item lacks, so that the red thread breaks at it. */
export const LACKS = [
  'priority-without-national',
  'priority-without-goal',
  'goal-not-measurable',
  'goal-without-indicator',
  'goal-without-activity',
  'activity-without-goal',
  'activity-without-money',
  'activity-without-dates',
  'activity-without-responsible',
] as const
type Lack = (typeof LACKS)[number]

export interface Orphans {
  /** By what is lacking, in the plan’s order. */
  readonly items: ReadonlyMap<Lack, readonly PlanItem[]>
  /** Entries of national lists that apply in the plan’s years and that no priority serves. */
  readonly unserved: readonly NationalEntry[]
}

/**
 * Where the red thread breaks. A goal has what its sub-goals have; a part of an activity has what the whole has.
 * @param money what is known of each activity’s money; `null` where it is not asked for
 */
export function orphansOf(tree: PlanTree, money: ReadonlyMap<string, bigint | null> | null): Orphans {
  const items = new Map<Lack, PlanItem[]>(LACKS.map((lack) => [lack, []]))
  const note = (lack: Lack, item: PlanItem, isLacking: boolean) => {
    if (isLacking) items.get(lack)?.push(item)
  }
  const served = new Set<string>()
  for (const priority of tree.all('priority')) {
    const entries = servedBy(tree, priority)
    for (const { entry } of entries) served.add(entry.code)
    note('priority-without-national', priority, entries.length === 0)
    note('priority-without-goal', priority, tree.all('goal', priority.id).length === 0)
  }
  const byGoal = activitiesByGoal(tree)
  for (const goal of tree.all('goal')) {
    const whole = tree.withAllUnder(goal)
    note('goal-not-measurable', goal, goal.fields.measurable !== 'yes')
    note('goal-without-indicator', goal, !whole.some(({ kind }) => kind === 'indicator'))
    note('goal-without-activity', goal, !whole.some(({ id }) => (byGoal.get(id)?.length ?? 0) > 0))
  }
  for (const activity of tree.all('activity')) {
    const has = (test: (one: ItemOf<'activity'>) => boolean) =>
      [activity, ...tree.above(activity)].some((each) => each.kind === 'activity' && test(each))
    note('activity-without-goal', activity, goalsServed(tree, activity).length === 0)
    note('activity-without-money', activity, money !== null && !has(({ id }) => money.get(id) != null))
    note(
      'activity-without-dates',
      activity,
      !has(({ fields }) => fields.start !== null && fields.end !== null),
    )
    note(
      'activity-without-responsible',
      activity,
      !has(({ fields }) => fields.unit !== '' || fields.responsible.some((id) => tree.of('role', id))),
    )
  }
  const { startsOn, endsOn } = tree.document.facts
  return { items, unserved: nationalEntriesDuring(startsOn, endsOn).filter(({ code }) => !served.has(code)) }
}
