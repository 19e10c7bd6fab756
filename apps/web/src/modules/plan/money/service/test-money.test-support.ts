import type { Actor } from '../../../../platform/policy.ts'
import { openTestDatabase } from '../../../../testing/test-database.ts'
import { openTestPlans } from '../../../../testing/test-plans.ts'
import { budgetsOf } from '../../rules/budgets.ts'
import { openPlanById } from '../../service/open-plan.ts'
import { saveCells } from './change-cells.ts'
import { makeBudget } from './make-budget.ts'

export const kr = (amount: number) => BigInt(amount) * 100n

/** Plans with a budget over activities, on a test database. */
export async function openTestMoney() {
  const database = await openTestDatabase()
  const { doors, smallPlan } = openTestPlans(database)

  async function planWithBudget() {
    const actor = await database.actor('strategist')
    const plan = await smallPlan(actor)
    const made = await doors.inRegion(actor, (db) =>
      makeBudget(db, actor, plan.planId, {
        name: 'Per aktivitet',
        over: ['activity'],
        unit: 'kr',
        years: [],
        without: [],
        costTypes: [],
        financiers: [],
      }),
    )
    if (!made.ok) throw new Error(made.reason)
    const open = async () => {
      const opened = await doors.inRegion(actor, (db) => openPlanById(db, plan.planId))
      if (opened === null) throw new Error('no plan')
      return opened
    }
    const budget = async () => {
      const [found] = budgetsOf((await open()).document)
      if (found === undefined) throw new Error('no budget')
      return found
    }
    const save = (cells: readonly (readonly [string, bigint | null, bigint | null])[], by: Actor = actor) =>
      doors.inRegion(by, (db) =>
        saveCells(
          db,
          by,
          plan.planId,
          made.id,
          cells.map(([key, seen, wanted]) => ({ key: [key], seen, wanted })),
        ),
      )
    return { ...plan, actor, budgetId: made.id, open, budget, save }
  }

  return { database, doors, planWithBudget }
}
