import type { BudgetCell, PlanDocument } from '../model.ts'
import {
  BUDGET_DIMENSIONS,
  type BudgetDimension,
  type ItemKind,
  type ItemOf,
  type PlanItem,
} from '../model-items.ts'
import { AskedYears, runsIn } from './asked-years.ts'
import { spanOf } from './budget-span.ts'
import { type Axis, GroupSums, layAlong, namesOf, placeIn, placesOf } from './group-sums.ts'
import { PlanTree } from './tree.ts'

export { COMMON, isOverBoth, yearsBetween } from './budget-span.ts'

/** A sum of amounts of which some may be unknown. */
export interface Sum {
  /** What is known of it; `null` where nothing is. */
  readonly amountOre: bigint | null
  /** How many of its amounts are not known: where there are any, the sum is “at least”. None of nothing: none is asked. */
  readonly missing: number
}

const SEPARATOR = '\n'
/** Of a dimension that a budget does not know. */
const NO_AXIS: Axis = { members: [], placeOf: new Map(), places: new Int32Array() }

/** The members of a group of sums as one text. */
export function groupName(members: readonly string[]): string {
  return members.join(SEPARATOR)
}

export function addSums(sums: Iterable<Sum>): Sum {
  let amountOre: bigint | null = null
  let missing = 0
  for (const sum of sums) {
    if (sum.amountOre !== null) amountOre = (amountOre ?? 0n) + sum.amountOre
    missing += sum.missing
  }
  return { amountOre, missing }
}

/** The amount where all of it is known. */
export function wholeOf(sum: Sum | undefined): bigint | null {
  return sum === undefined || sum.missing > 0 ? null : sum.amountOre
}

/**
 * One table of amounts over the dimensions that are known. Amounts of things that no longer stand in the plan are kept
 * apart (`strayOre`): they are in no sum.
 */
export class Budget {
  readonly id: string
  readonly name: string
  readonly unit: 'kr' | 'tkr'
  readonly note: string
  /** Whether it has been said to be the one that counts. */
  readonly isCounted: boolean
  readonly over: readonly BudgetDimension[]
  readonly total: Sum
  readonly strayOre: bigint
  #amounts: ReadonlyMap<string, bigint> | null = null
  readonly #tree: PlanTree
  readonly #members = new Map<BudgetDimension, readonly string[]>()
  readonly #places = new Map<BudgetDimension, readonly string[]>()
  readonly #keys: readonly (readonly string[])[]
  readonly #ores: readonly bigint[]
  readonly #groupSums: GroupSums
  readonly #axes: ReadonlyMap<BudgetDimension, Axis>
  #derived: Axis | null = null
  readonly #sums = new Map<string, ReadonlyMap<string, Sum>>()
  readonly #priorityOf = new Map<string, string>()
  readonly #asked: AskedYears | null
  /** By amount 1 where it is asked for. What is there without being asked for is known, and fills no gap. */
  readonly #counts: Uint8Array

  constructor(tree: PlanTree, item: ItemOf<'budget'>, cells: readonly BudgetCell[]) {
    const { fields } = item
    this.id = item.id
    this.name = fields.name
    this.unit = fields.unit ?? 'kr'
    this.note = fields.note
    this.isCounted = fields.counted
    this.over = BUDGET_DIMENSIONS.filter((each) => fields.over.includes(each)).toSorted(
      (a, b) => fields.over.indexOf(a) - fields.over.indexOf(b),
    )
    this.#tree = tree
    const used = this.over.map(() => new Set<string>())
    for (const { key } of cells)
      if (key.length === used.length) for (const [at, member] of key.entries()) used[at]?.add(member)
    for (const [at, dimension] of this.over.entries()) {
      const { members, places } = spanOf(tree, item, dimension, used[at] ?? new Set())
      this.#members.set(dimension, members)
      this.#places.set(dimension, places)
    }
    const { keys, ores, axes, strayOre } = layAlong(
      cells,
      this.over.map((each) => this.members(each)),
    )
    this.#keys = keys
    this.#ores = ores
    this.strayOre = strayOre
    this.#groupSums = new GroupSums(ores)
    this.#axes = new Map(this.over.map((each, at) => [each, axes[at] ?? NO_AXIS]))
    if (this.over.includes('activity'))
      for (const activity of tree.all('activity')) {
        const priority = tree.priorityOf(activity)
        if (priority !== null) this.#priorityOf.set(activity.id, priority.id)
      }
    this.#asked = this.over.includes('activity')
      ? new AskedYears(
          tree,
          this.members('activity'),
          this.over.includes('year') ? this.members('year') : null,
        )
      : null
    this.#counts = this.#countsOfAmounts()
    this.total = this.by([]).get('') ?? { amountOre: null, missing: 0 }
  }

  /** Amounts by their group name, all of them in the sums. */
  get amounts(): ReadonlyMap<string, bigint> {
    this.#amounts ??= new Map(this.#keys.map((key, at) => [groupName(key), this.#ores[at] ?? 0n]))
    return this.#amounts
  }

  /** Whether no amount is known. */
  get isEmpty(): boolean {
    return this.#keys.length === 0
  }

  /** Whether an amount is asked for: none is for years that an activity does not run in. */
  isAsked(key: readonly string[]): boolean {
    const [activityAt, yearAt] = [this.over.indexOf('activity'), this.over.indexOf('year')]
    if (activityAt < 0 || yearAt < 0) return true
    const activity = this.#tree.of('activity', key[activityAt] ?? '')
    return activity === null || runsIn(activity, key[yearAt] ?? '')
  }

  /** What is known for years that an activity does not run in. It is in the sums. */
  get outsideItsYears(): readonly {
    readonly activity: string
    readonly year: string
    readonly amountOre: bigint
  }[] {
    const found = new Map<string, { activity: string; year: string; amountOre: bigint }>()
    for (const [at, key] of this.#keys.entries()) {
      const ore = this.#ores[at] ?? 0n
      if (ore === 0n || this.#counts[at] === 1) continue
      const [activity = '', year = ''] = [key[this.over.indexOf('activity')], key[this.over.indexOf('year')]]
      const name = groupName([activity, year])
      found.set(name, { activity, year, amountOre: (found.get(name)?.amountOre ?? 0n) + ore })
    }
    return [...found.values()]
  }

  /** Members that the sums count, in the plan’s order. An amount that one of them lacks is unknown. */
  members(dimension: BudgetDimension): readonly string[] {
    return this.#members.get(dimension) ?? (dimension === 'priority' ? this.#derivedPriorities() : [])
  }

  /** Members that an amount can be entered for: those that are counted, parts of activities, what is common. */
  places(dimension: BudgetDimension): readonly string[] {
    return this.#places.get(dimension) ?? []
  }

  /** Dimensions by which the budget knows its sums: its own, and priorities where it knows activities. */
  get knows(): readonly BudgetDimension[] {
    return BUDGET_DIMENSIONS.filter((each) => this.over.includes(each) || this.#isDerived(each))
  }

  #isDerived(dimension: BudgetDimension): boolean {
    return dimension === 'priority' && !this.over.includes('priority') && this.over.includes('activity')
  }

  #derivedPriorities(): string[] {
    const within = new Set(this.members('activity').map((id) => this.#priorityOf.get(id)))
    return this.#tree.all('priority').flatMap(({ id }) => (within.has(id) ? [id] : []))
  }

  /** Sums by group: one for each crossing of members of these dimensions, by its group name. */
  by(dimensions: readonly BudgetDimension[]): ReadonlyMap<string, Sum> {
    const name = dimensions.join()
    const known = this.#sums.get(name)
    if (known !== undefined) return known
    const sums = this.#sum(dimensions)
    this.#sums.set(name, sums)
    return sums
  }

  #sum(dimensions: readonly BudgetDimension[]): ReadonlyMap<string, Sum> {
    const axes = dimensions.map((each) => this.#axis(each))
    const sums = this.#groupSums.by(axes, this.#counts)
    const expected = this.#expected(dimensions, axes)
    return new Map(
      namesOf(axes, SEPARATOR).map((name, group) => {
        const { amountOre = null, counted = 0 } = sums[group] ?? {}
        return [name, { amountOre, missing: expected(group) - counted }]
      }),
    )
  }

  /** A dimension’s members as sums are asked for by them. */
  #axis(dimension: BudgetDimension): Axis {
    if (!this.#isDerived(dimension)) return this.#axes.get(dimension) ?? NO_AXIS
    this.#derived ??= this.#derivedAxis()
    return this.#derived
  }

  /** Priorities of activities; where an activity has none, its sum is by no name. */
  #derivedAxis(): Axis {
    const activities = this.members('activity')
    const own = this.members('priority')
    const members = activities.some((id) => !this.#priorityOf.has(id)) ? [...own, ''] : own
    const placeOf = placesOf(members)
    const ofActivity = activities.map((id) => placeOf.get(this.#priorityOf.get(id) ?? '') ?? -1)
    const places = this.#axis('activity').places.map((activity) => ofActivity[activity] ?? -1)
    return { members, placeOf, places }
  }

  #countsOfAmounts(): Uint8Array {
    const asked = this.#asked
    if (asked === null) return new Uint8Array(this.#keys.length).fill(1)
    const activities = this.#axis('activity').places
    const years = this.over.includes('year') ? this.#axis('year').places : null
    const counts = new Uint8Array(activities.length)
    for (let at = 0; at < counts.length; at += 1)
      counts[at] = asked.has(activities[at] ?? -1, years === null ? 0 : (years[at] ?? -1)) ? 1 : 0
    return counts
  }

  /** How many amounts each group holds when all are known. */
  #expected(dimensions: readonly BudgetDimension[], axes: readonly Axis[]): (group: number) => number {
    const asked = this.#asked
    const isPaired = (each: BudgetDimension) => asked !== null && (each === 'activity' || each === 'year')
    const others = this.over
      .filter((each) => !dimensions.includes(each) && !isPaired(each))
      .reduce((all, each) => all * this.members(each).length, 1)
    if (asked === null) return () => others
    const [year, activity] = [dimensions.indexOf('year'), dimensions.indexOf('activity')]
    const derived = dimensions.findIndex((each) => this.#isDerived(each))
    const who = activity < 0 ? derived : activity
    const { placeOf } = axes[derived] ?? NO_AXIS
    const ofActivity = this.members('activity').map((id) => placeOf.get(this.#priorityOf.get(id) ?? '') ?? -1)
    const groupOf = Int32Array.from(ofActivity, (of, at) => (activity >= 0 ? at : derived < 0 ? 0 : of))
    const years = axes[year]?.members.length ?? 1
    const pairs = asked.countBy(groupOf, axes[who]?.members.length ?? 1, year >= 0)
    const [whoAt, yearAt, derivedAt] = [placeIn(axes, who), placeIn(axes, year), placeIn(axes, derived)]
    const isCrossed = activity >= 0 && derived >= 0
    return (group) => {
      // Each activity has one priority: nothing is asked for of it under another.
      if (isCrossed && ofActivity[whoAt(group)] !== derivedAt(group)) return 0
      return others * (pairs[whoAt(group) * years + yearAt(group)] ?? 0)
    }
  }
}

const made = new WeakMap<
  readonly BudgetCell[],
  { readonly of: PlanDocument; readonly budgets: readonly Budget[] }
>()

/** A plan’s budgets in its order. Made once for its amounts as they stand: the same list until they, or what they are of, change. */
export function budgetsOf(document: PlanDocument): readonly Budget[] {
  const known = made.get(document.cells)
  if (known !== undefined && hasSameSpan(known.of, document)) {
    made.set(document.cells, { of: document, budgets: known.budgets })
    return known.budgets
  }
  const tree = new PlanTree(document)
  const cells = Map.groupBy(document.cells, ({ budget }) => budget)
  const budgets = tree.all('budget').map((item) => new Budget(tree, item, cells.get(item.id) ?? []))
  made.set(document.cells, { of: document, budgets })
  return budgets
}

const SPANNED: ReadonlySet<ItemKind> = new Set(['priority', 'activity', 'cost-type', 'financier', 'budget'])

/** Whether all that amounts can be of stands as it did: words may have changed. */
function hasSameSpan(a: PlanDocument, b: PlanDocument): boolean {
  if (a.facts.startsOn !== b.facts.startsOn || a.facts.endsOn !== b.facts.endsOn) return false
  if (a.items === b.items) return true
  const [before, now] = [a, b].map(({ items }) => items.filter(({ kind }) => SPANNED.has(kind)))
  return (
    before?.length === now?.length &&
    before?.every((item, at) => {
      const other = now?.[at]
      return item === other || (other !== undefined && isSamePlace(item, other))
    }) === true
  )
}

function isSamePlace(a: PlanItem, b: PlanItem): boolean {
  if (a.kind === 'budget' || a.id !== b.id || a.parent !== b.parent) return false
  if (a.kind !== 'activity' || b.kind !== 'activity') return true
  return a.fields.start === b.fields.start && a.fields.end === b.fields.end
}
