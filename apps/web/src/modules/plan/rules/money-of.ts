import type { PlanDocument } from '../model.ts'
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
 * What each priority costs: by the budget that counts if it knows them, by that over activities, or by the first that
 * knows them and holds any amount.
 */
export function priorityMoney(document: PlanDocument): ReadonlyMap<string, Sum> {
  const first = activityBudget(document)
  const all = [countedBudget(document), first, ...budgetsOf(document)].filter((budget) => budget !== null)
  const budget =
    all.find((each) => !each.isEmpty && knowsPriorities(each)) ?? first ?? all.find(knowsPriorities)
  return budget?.by(['priority']) ?? new Map()
}

/** The budget that says what the plan costs, where it knows priorities; otherwise the first that does and holds any amount. */
export function priorityBudget(document: PlanDocument): Budget | null {
  const all = [planMoney(document)?.budget, activityBudget(document), budgetThat(document, knowsPriorities)]
  return all.find((budget) => budget != null && !budget.isEmpty && knowsPriorities(budget)) ?? null
}

function knowsPriorities({ knows }: Budget): boolean {
  return knows.includes('priority')
}

/**
 * What the plan costs, and by which budget: the one that counts; that over activities if it knows all its amounts;
 * otherwise the first that does; otherwise the first that knows any. Where some are not known the sum is “at least”.
 * `null` where no budget knows any.
 */
export function planMoney(document: PlanDocument): { readonly budget: Budget; readonly sum: Sum } | null {
  const first = activityBudget(document)
  const budgets = [...(first === null ? [] : [first]), ...budgetsOf(document)]
  const budget =
    countedBudget(document) ??
    budgets.find(({ total }) => wholeOf(total) !== null) ??
    budgets.find(({ total }) => total.amountOre !== null)
  return budget == null ? null : { budget, sum: budget.total }
}

/**
 * What the plan costs in a year, held against a ledger of all that it costs: by the budget that counts where it knows
 * years, known or not; otherwise by one that counts what is common to priorities; otherwise by the one that says what the
 * plan costs, or the first that knows the year.
 */
export function yearCost(document: PlanDocument, year: string): bigint | null {
  const counted = countedBudget(document)
  if (counted?.over.includes('year') && counted.members('year').includes(year))
    return wholeOf(counted.by(['year']).get(year))
  const whole = planMoney(document)?.budget
  const known = [...(whole === undefined ? [] : [whole]), ...budgetsOf(document)].filter(
    (budget) => wholeOf(budget.by(['year']).get(year)) !== null,
  )
  const budget = known.find((each) => each.members('priority').includes(COMMON)) ?? known[0]
  return wholeOf(budget?.by(['year']).get(year))
}
