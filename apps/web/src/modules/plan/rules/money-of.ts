import type { PlanDocument } from '../model.ts'
import { addSums, type Budget, budgetsOf, type Sum, wholeOf } from './budgets.ts'
import { PlanTree } from './tree.ts'

/**
 * The budget that says what activities cost: the first over activities that holds any amount, otherwise the first over
 * activities.
 */
export function activityBudget(document: PlanDocument): Budget | null {
  const over = budgetsOf(document).filter((budget) => budget.over.includes('activity'))
  return over.find(({ isEmpty }) => !isEmpty) ?? over[0] ?? null
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

/** What each priority costs: by the budget over activities, otherwise the first over priorities. */
export function priorityMoney(document: PlanDocument): ReadonlyMap<string, Sum> {
  const budget =
    activityBudget(document) ?? budgetsOf(document).find(({ over }) => over.includes('priority')) ?? null
  return budget?.by(['priority']) ?? new Map()
}

/** The budget that says what the plan costs, where it knows priorities; otherwise the first that does and holds any amount. */
export function priorityBudget(document: PlanDocument): Budget | null {
  const whole = planMoney(document)?.budget
  const first = activityBudget(document)
  const all = [whole, first, ...budgetsOf(document)].filter((budget) => budget != null)
  return all.find(({ knows, isEmpty }) => !isEmpty && knows.includes('priority')) ?? null
}

/**
 * What the plan costs, and by which budget: that over activities if it knows all its amounts; otherwise the first that
 * does; otherwise the first that knows any, and then the sum is “at least”. `null` where no budget knows any.
 */
export function planMoney(document: PlanDocument): { readonly budget: Budget; readonly sum: Sum } | null {
  const first = activityBudget(document)
  const budgets = [...(first === null ? [] : [first]), ...budgetsOf(document)]
  const budget =
    budgets.find(({ total }) => wholeOf(total) !== null) ??
    budgets.find(({ total }) => total.amountOre !== null)
  return budget === undefined ? null : { budget, sum: budget.total }
}
