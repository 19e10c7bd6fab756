import type { PlanDocument } from '../model.ts'
import type { BudgetDimension } from '../model-items.ts'
import { addSums, type Budget, budgetsOf, COMMON, type Sum, wholeOf } from './budgets.ts'
import { PlanTree } from './tree.ts'

/** The budget that has been said to count; `null` where none has, or it holds no amount. */
export function countedBudget(document: PlanDocument): Budget | null {
  const budgets = budgetsOf(document)
  return budgets.find(({ isCounted, isEmpty }) => isCounted && !isEmpty) ?? null
}

/** The budget to ask: the one that counts where it holds what is asked, otherwise the first with any amount that does. */
export function budgetThat(document: PlanDocument, holds: (budget: Budget) => boolean): Budget | null {
  const counted = countedBudget(document)
  if (counted !== null && holds(counted)) return counted
  return budgetsOf(document).find((budget) => !budget.isEmpty && holds(budget)) ?? null
}

/**
 * The budget that says what activities cost: the one that counts if it knows activities, the first over them that holds
 * any amount, otherwise the first over them.
 */
export function activityBudget(document: PlanDocument): Budget | null {
  const isOver = ({ over }: Budget) => over.includes('activity')
  return budgetThat(document, isOver) ?? budgetsOf(document).find(isOver) ?? null
}

const summed = new WeakMap<readonly Budget[], ReadonlyMap<string, Sum>>()

/** What each activity costs with its parts, by id; what is not known stands as missing. Summed once, as budgets are made. */
export function activitySums(document: PlanDocument): ReadonlyMap<string, Sum> {
  const budgets = budgetsOf(document)
  const sums = summed.get(budgets) ?? sumActivities(document)
  summed.set(budgets, sums)
  return sums
}

function sumActivities(document: PlanDocument): ReadonlyMap<string, Sum> {
  const own = activityBudget(document)?.by(['activity'])
  const tree = new PlanTree(document)
  const sums = new Map<string, Sum>()
  const counted = new Map<string, Sum>()
  // Parts stand after what they are parts of.
  for (const activity of tree.all('activity').toReversed()) {
    const all = [
      own?.get(activity.id),
      ...tree.all('activity', activity.id).map(({ id }) => counted.get(id)),
    ].filter((sum) => sum !== undefined)
    if (all.length > 0) counted.set(activity.id, addSums(all))
    sums.set(activity.id, counted.get(activity.id) ?? { amountOre: null, missing: 1 })
  }
  return sums
}

/** What each activity costs with its parts, in öre; `null` where some of it is not known. */
export function activityMoney(document: PlanDocument): ReadonlyMap<string, bigint | null> {
  return new Map([...activitySums(document)].map(([id, sum]) => [id, wholeOf(sum)]))
}

/**
 * What the plan costs, and by which budget: the one that counts; otherwise the first that knows all its amounts, those
 * that hold what is common to priorities before that over activities and the rest; otherwise the first that knows any.
 * Where some are not known the sum is “at least”. `null` where no budget knows any.
 */
export function planMoney(document: PlanDocument): { readonly budget: Budget; readonly sum: Sum } | null {
  const first = activityBudget(document)
  const budgets = [...(first === null ? [] : [first]), ...budgetsOf(document)]
  const budget =
    countedBudget(document) ??
    [...budgets.filter(holdsCommon), ...budgets].find(({ total }) => wholeOf(total) !== null) ??
    budgets.find(({ total }) => total.amountOre !== null)
  return budget == null ? null : { budget, sum: budget.total }
}

/**
 * The budget that says what the plan costs year by year, in all years or none: the one that says what it costs in all
 * where it knows years; otherwise one that comes to the same.
 */
export function yearBudget(document: PlanDocument): Budget | null {
  const budgets = budgetsOf(document)
  return agreed(document, ['year'], [...budgets.filter(holdsCommon), ...budgets])
}

/** What the plan costs in a year, held against a ledger of all that it costs; `null` where it is not known. */
export function yearCost(document: PlanDocument, year: string): bigint | null {
  return wholeOf(yearBudget(document)?.by(['year']).get(year))
}

/**
 * The budget that says what priorities cost: the one that says what the plan costs where it knows them; otherwise that
 * over activities or another, if it comes to the same.
 */
export function priorityBudget(document: PlanDocument): Budget | null {
  const first = activityBudget(document)
  return agreed(document, ['priority'], [...(first === null ? [] : [first]), ...budgetsOf(document)])
}

/** What each priority costs. Where nothing is known of the plan’s money, how much is missing. */
export function priorityMoney(document: PlanDocument): ReadonlyMap<string, Sum> {
  const knowing = () => budgetsOf(document).find((each) => knowsAll(each, ['priority']))
  const budget = planMoney(document) === null ? knowing() : priorityBudget(document)
  return budget?.by(['priority']) ?? new Map()
}

/** The budget that says what priorities cost year by year: it contradicts neither what they cost nor what years do. */
export function priorityYearBudget(document: PlanDocument): Budget | null {
  const [years, priorities] = [yearBudget(document), priorityBudget(document)]
  if (years === null || priorities === null) return null
  const all = [years, priorities, ...budgetsOf(document)].filter(
    (each) => saysSameBy(each, years, 'year') && saysSameBy(each, priorities, 'priority'),
  )
  return agreed(document, ['priority', 'year'], all)
}

/** The budget that says what activities cost year by year: it contradicts nothing of what they cost in all. */
export function activityYearBudget(document: PlanDocument): Budget | null {
  const whole = activityBudget(document)
  const all = [...(whole === null ? [] : [whole]), ...budgetsOf(document)]
  return (
    all.find((each) => knowsAll(each, ['activity', 'year']) && saysSameBy(each, whole, 'activity')) ?? null
  )
}

/** The first that knows dimensions and says the same sum as the budget that says what the plan costs, that one before all. */
function agreed(
  document: PlanDocument,
  dimensions: readonly BudgetDimension[],
  among: readonly Budget[],
): Budget | null {
  const whole = planMoney(document)?.budget
  if (whole === undefined) return null
  const all = among.includes(whole) ? [whole, ...among] : among
  return (
    all.find(
      (each) =>
        knowsAll(each, dimensions) &&
        (each === whole || (wholeOf(whole.total) !== null && isSame(each.total, whole.total))),
    ) ?? null
  )
}

/** Whether two budgets say the same of each member of a dimension; what is not known is the same in none but itself. */
function saysSameBy(budget: Budget, other: Budget | null, dimension: BudgetDimension): boolean {
  if (budget === other) return true
  if (other === null || !knowsAll(budget, [dimension])) return false
  const [sums, others] = [budget.by([dimension]), other.by([dimension])]
  return sums.size === others.size && [...sums].every(([name, sum]) => isSame(sum, others.get(name)))
}

function isSame(sum: Sum, other: Sum | undefined): boolean {
  return sum.missing === 0 && other?.missing === 0 && sum.amountOre === other.amountOre
}

function knowsAll({ knows }: Budget, dimensions: readonly BudgetDimension[]): boolean {
  return dimensions.every((each) => knows.includes(each))
}

/** Whether what is common to priorities has amounts of its own: a budget over activities lacks it. */
function holdsCommon(budget: Budget): boolean {
  return budget.members('priority').includes(COMMON)
}
