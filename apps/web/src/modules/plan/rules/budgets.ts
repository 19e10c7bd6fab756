import type { BudgetCell, PlanDocument } from '../model.ts'
import { BUDGET_DIMENSIONS, type BudgetDimension, type ItemKind, type ItemOf } from '../model-items.ts'
import { PlanTree } from './tree.ts'

/** A sum of amounts of which some may be unknown. */
export interface Sum {
  /** What is known of it; `null` where nothing is. */
  readonly amountOre: bigint | null
  /** How many of its amounts are not known. Where there are any, the sum is “at least”. */
  readonly missing: number
}

/** In a budget over priorities: what is common to all of them. */
export const COMMON = 'common'

const SEPARATOR = '\n'
const YEAR = /^\d{4}$/

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

export function yearsBetween(from: string, to: string): string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at))
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
  readonly over: readonly BudgetDimension[]
  readonly total: Sum
  readonly strayOre: bigint
  #amounts: ReadonlyMap<string, bigint> | null = null
  readonly #tree: PlanTree
  readonly #members = new Map<BudgetDimension, readonly string[]>()
  readonly #places = new Map<BudgetDimension, readonly string[]>()
  readonly #keys: (readonly string[])[] = []
  readonly #ores: bigint[] = []
  readonly #sums = new Map<string, ReadonlyMap<string, Sum>>()
  readonly #priorityOf = new Map<string, string>()

  constructor(tree: PlanTree, item: ItemOf<'budget'>, cells: readonly BudgetCell[]) {
    const { fields } = item
    this.id = item.id
    this.name = fields.name
    this.unit = fields.unit ?? 'kr'
    this.note = fields.note
    this.over = BUDGET_DIMENSIONS.filter((each) => fields.over.includes(each)).toSorted(
      (a, b) => fields.over.indexOf(a) - fields.over.indexOf(b),
    )
    this.#tree = tree
    const fitting = cells.filter(({ key }) => key.length === this.over.length)
    for (const [at, dimension] of this.over.entries()) {
      const used = new Set(fitting.map(({ key }) => key[at] ?? ''))
      const { members, places } = spanOf(tree, item, dimension, used)
      this.#members.set(dimension, members)
      this.#places.set(dimension, places)
    }
    const valid = this.over.map((each) => new Set(this.#members.get(each)))
    let strayOre = 0n
    for (const { key, amountOre } of cells) {
      if (key.length === valid.length && key.every((member, at) => valid[at]?.has(member))) {
        this.#keys.push(key)
        this.#ores.push(amountOre)
      } else strayOre += amountOre
    }
    this.strayOre = strayOre
    if (this.over.includes('activity'))
      for (const activity of tree.all('activity')) {
        const priority = tree.priorityOf(activity)
        if (priority !== null) this.#priorityOf.set(activity.id, priority.id)
      }
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
    const places = dimensions.map((each) => this.over.indexOf(this.#isDerived(each) ? 'activity' : each))
    const derived = dimensions.map((each) => this.#isDerived(each))
    const known = new Map<string, { ore: bigint; count: number }>()
    for (const [index, key] of this.#keys.entries()) {
      let group = ''
      for (const [at, place] of places.entries()) {
        const own = key[place] ?? ''
        const member = derived[at] ? (this.#priorityOf.get(own) ?? '') : own
        group = at === 0 ? member : `${group}${SEPARATOR}${member}`
      }
      const sum = known.get(group)
      const ore = this.#ores[index] ?? 0n
      if (sum === undefined) known.set(group, { ore, count: 1 })
      else {
        sum.ore += ore
        sum.count += 1
      }
    }
    const expected = this.#expected(dimensions)
    return new Map(
      [...expected].map(([group, count]) => {
        const sum = known.get(group)
        return [group, { amountOre: sum?.ore ?? null, missing: count - (sum?.count ?? 0) }]
      }),
    )
  }

  /** How many amounts each group holds when all are known. */
  #expected(dimensions: readonly BudgetDimension[]): Map<string, number> {
    let groups = new Map<string, number>([['', 1]])
    for (const [at, dimension] of dimensions.entries()) {
      const weights = this.#weights(dimension, dimensions)
      const next = new Map<string, number>()
      for (const [group, count] of groups)
        for (const [member, weight] of weights)
          next.set(at === 0 ? member : `${group}${SEPARATOR}${member}`, count * weight)
      groups = next
    }
    let others = 1
    for (const each of this.over) {
      const isGrouped =
        dimensions.includes(each) || (each === 'activity' && dimensions.some((d) => this.#isDerived(d)))
      if (!isGrouped) others *= this.members(each).length
    }
    for (const [group, count] of groups) groups.set(group, count * others)
    return groups
  }

  #weights(dimension: BudgetDimension, all: readonly BudgetDimension[]): Map<string, number> {
    if (!this.#isDerived(dimension)) return new Map(this.members(dimension).map((each) => [each, 1]))
    const weights = new Map<string, number>(this.members('priority').map((each) => [each, 0]))
    for (const activity of this.members('activity')) {
      const priority = this.#priorityOf.get(activity) ?? ''
      weights.set(priority, (weights.get(priority) ?? 0) + 1)
    }
    // Each activity has one priority: crossed with activities themselves, the crossing is not counted twice.
    return all.includes('activity') ? new Map([...weights.keys()].map((each) => [each, 1])) : weights
  }
}

function spanOf(
  tree: PlanTree,
  { fields }: ItemOf<'budget'>,
  dimension: BudgetDimension,
  used: ReadonlySet<string>,
): { readonly members: readonly string[]; readonly places: readonly string[] } {
  switch (dimension) {
    case 'year': {
      const { startsOn, endsOn } = tree.document.facts
      const own = fields.years.length > 0 ? fields.years : yearsBetween(startsOn, endsOn)
      const all = new Set([...own, ...[...used].filter((each) => YEAR.test(each))])
      return both([...all].filter((each) => YEAR.test(each)).toSorted())
    }
    case 'cost-type':
    case 'financier':
      return both(
        tree
          .all(dimension)
          .map(({ id }) => id)
          .filter((id) => used.has(id) || !fields.without.includes(id)),
      )
    case 'priority': {
      const own = tree.all('priority').map(({ id }) => id)
      return { members: used.has(COMMON) ? [...own, COMMON] : own, places: [...own, COMMON] }
    }
    case 'activity': {
      const members = tree
        .all('activity')
        .filter(({ parent }) => tree.of('activity', parent ?? '') === null)
        .flatMap((activity) => rowsOf(tree, activity, used))
      return { members, places: tree.all('activity').map(({ id }) => id) }
    }
  }
}

function both(members: readonly string[]) {
  return { members, places: members }
}

/**
 * The activities that amounts are expected for: where parts of one have amounts and it has none itself, all its parts;
 * where it has one itself, it and those of its parts that have.
 */
function rowsOf(tree: PlanTree, activity: ItemOf<'activity'>, used: ReadonlySet<string>): string[] {
  const parts = tree.all('activity', activity.id).map((part) => rowsOf(tree, part, used))
  const told = parts.filter((rows) => rows.some((id) => used.has(id)))
  if (used.has(activity.id)) return [activity.id, ...told.flat()]
  return told.length === 0 ? [activity.id] : parts.flat()
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

/** An activity belongs to a priority: over both, an amount would have two. */
export function isOverBoth(over: readonly string[]): boolean {
  return over.includes('activity') && over.includes('priority')
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
      return (
        item === other || (item.kind !== 'budget' && item.id === other?.id && item.parent === other.parent)
      )
    }) === true
  )
}
