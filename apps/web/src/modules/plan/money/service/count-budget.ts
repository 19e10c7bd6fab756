import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { PlanTree } from '../../rules/tree.ts'
import { openForChange, writeChange } from '../../service/change-plan.ts'

/**
 * Says which budget counts in reports and to the agency; the others do not any more.
 * @param id `null` where none is to be said
 * @returns whether there is such a budget
 */
export async function countBudget(
  db: TenantDb,
  actor: Actor,
  planId: string,
  id: string | null,
): Promise<boolean> {
  const change = await openForChange(db, actor, planId)
  if (change === null) return false
  const budgets = new PlanTree(change.opened.document).all('budget')
  if (id !== null && !budgets.some((each) => each.id === id)) return false
  for (const item of budgets) {
    const after = { ...item, fields: { ...item.fields, counted: item.id === id } }
    await writeChange(db, actor, change.by, item, after)
  }
  return true
}
