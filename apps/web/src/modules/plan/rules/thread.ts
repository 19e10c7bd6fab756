import type { ItemOf, PlanItem } from '../model-items.ts'
import { NATIONAL_ENTRIES, type NationalEntry } from '../national-lists.ts'
import type { PlanTree } from './tree.ts'

/** An entry of a national list as a priority says that it serves it. */
export interface Served {
  readonly entry: NationalEntry
  readonly reason: string
}

/** What carries out a goal, with its sub-goals. */
export interface GoalThread {
  readonly goal: ItemOf<'goal'>
  readonly subGoals: readonly GoalThread[]
  readonly indicators: readonly ItemOf<'indicator'>[]
  readonly activities: readonly ItemOf<'activity'>[]
}

interface PriorityThread {
  readonly priority: ItemOf<'priority'>
  readonly reason: string
  readonly goals: readonly GoalThread[]
  /** Activities of the priority that say no goal. */
  readonly goalless: readonly ItemOf<'activity'>[]
}

/** From a national entry down; `entry` is `null` for the priorities that serve none. */
export interface NationalThread {
  readonly entry: NationalEntry | null
  readonly priorities: readonly PriorityThread[]
}

const BY_CODE = new Map(NATIONAL_ENTRIES.map((entry) => [entry.code, entry]))

/** What a priority says that it serves, in the order of the national lists; codes that no list has are left out. */
export function servedBy(tree: PlanTree, priority: ItemOf<'priority'>): Served[] {
  return tree
    .all('national', priority.id)
    .flatMap(({ fields }) => {
      const entry = BY_CODE.get(fields.code)
      return entry === undefined ? [] : [{ entry, reason: fields.reason }]
    })
    .toSorted((a, b) => NATIONAL_ENTRIES.indexOf(a.entry) - NATIONAL_ENTRIES.indexOf(b.entry))
}

/** The activities that say that they serve a goal. */
export function activitiesByGoal(tree: PlanTree): ReadonlyMap<string, readonly ItemOf<'activity'>[]> {
  const found = new Map<string, ItemOf<'activity'>[]>()
  for (const activity of tree.all('activity'))
    for (const goal of new Set(activity.fields.goals)) {
      const known = found.get(goal)
      if (known === undefined) found.set(goal, [activity])
      else known.push(activity)
    }
  return found
}

/** The goals that an activity serves: its own, or those of the activity that it is part of. */
export function goalsServed(tree: PlanTree, activity: ItemOf<'activity'>): ItemOf<'goal'>[] {
  for (const each of [activity, ...tree.above(activity)]) {
    if (each.kind !== 'activity') break
    const goals = each.fields.goals.flatMap((id) => tree.of('goal', id) ?? [])
    if (goals.length > 0) return goals
  }
  return []
}

/** The red thread from each national entry that something serves, down to activities and indicators. */
export function threadsDown(tree: PlanTree): NationalThread[] {
  const byGoal = activitiesByGoal(tree)
  const goalThread = (goal: ItemOf<'goal'>): GoalThread => ({
    goal,
    subGoals: tree.all('goal', goal.id).map(goalThread),
    indicators: tree.all('indicator', goal.id),
    activities: byGoal.get(goal.id) ?? [],
  })
  const found = new Map<NationalEntry | null, PriorityThread[]>()
  for (const priority of tree.all('priority')) {
    const goals = tree.all('goal', priority.id).map(goalThread)
    const goalless = tree
      .withAllUnder(priority)
      .filter((item): item is ItemOf<'activity'> => item.kind === 'activity')
      .filter((activity) => isTop(tree, activity) && goalsServed(tree, activity).length === 0)
    const served: { entry: NationalEntry | null; reason: string }[] = servedBy(tree, priority)
    for (const { entry, reason } of served.length > 0 ? served : [{ entry: null, reason: '' }]) {
      const thread = { priority, reason, goals, goalless }
      const known = found.get(entry)
      if (known === undefined) found.set(entry, [thread])
      else known.push(thread)
    }
  }
  return [...NATIONAL_ENTRIES, null].flatMap((entry) => {
    const priorities = found.get(entry)
    return priorities === undefined ? [] : [{ entry, priorities }]
  })
}

/** From an activity up: its goals, the priorities that those and the activity belong to, and what these serve. */
export interface ActivityThread {
  readonly activity: ItemOf<'activity'>
  readonly goals: readonly {
    readonly goal: ItemOf<'goal'>
    /** The goals above it, the nearest first. */
    readonly above: readonly ItemOf<'goal'>[]
    readonly indicators: readonly ItemOf<'indicator'>[]
  }[]
  readonly priorities: readonly {
    readonly priority: ItemOf<'priority'>
    readonly serves: readonly NationalEntry[]
  }[]
}

/** The red thread from each activity, parts of activities left to the whole, up to the national entries. */
export function threadsUp(tree: PlanTree): ActivityThread[] {
  return tree
    .all('activity')
    .filter((activity) => isTop(tree, activity))
    .map((activity) => {
      const goals = goalsServed(tree, activity)
      const priorities = new Set(
        [activity, ...goals].flatMap((item: PlanItem) => tree.priorityOf(item) ?? []),
      )
      return {
        activity,
        goals: goals.map((goal) => ({
          goal,
          above: tree.above(goal).filter((item): item is ItemOf<'goal'> => item.kind === 'goal'),
          indicators: tree.all('indicator', goal.id),
        })),
        priorities: [...priorities].map((priority) => ({
          priority,
          serves: servedBy(tree, priority).map(({ entry }) => entry),
        })),
      }
    })
}

function isTop(tree: PlanTree, activity: ItemOf<'activity'>): boolean {
  return activity.parent === null || tree.item(activity.parent)?.kind !== 'activity'
}
