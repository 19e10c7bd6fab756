import type { WebContext } from '../../../platform/http/context.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import type { PlanAct } from '../authorise.ts'
import type { PlanDoors } from '../doors.ts'
import { BUDGET_DIMENSIONS } from '../model-items.ts'
import { planOf } from '../plan-room.tsx'
import { type Budget, budgetsOf } from '../rules/budgets.ts'
import { PlanTree } from '../rules/tree.ts'

/** The plan that an address names with its budgets. */
export async function moneyOf(c: WebContext, doors: PlanDoors, act: PlanAct) {
  const found = await planOf(c, doors, act)
  const { document } = found.opened
  return {
    ...found,
    document,
    tree: new PlanTree(document),
    budgets: budgetsOf(document),
    locale: c.get('locale'),
  }
}

/** The budget that an address names; a page that is not there if there is none. */
export async function budgetOf(c: WebContext, doors: PlanDoors, act: PlanAct) {
  const found = await moneyOf(c, doors, act)
  const budget: Budget | undefined = found.budgets.find(({ id }) => id === c.req.param('budget'))
  if (budget === undefined || budget.over.length === 0) throw new HttpProblem(404)
  return { ...found, budget, at: `${found.here}/money/b/${budget.id}` }
}

/** Members that an address asks for. */
export function askedOf(c: WebContext): ReadonlyMap<string, string> {
  return new Map(BUDGET_DIMENSIONS.map((each) => [each, (c.req.query(each) ?? '').slice(0, 100)]))
}
