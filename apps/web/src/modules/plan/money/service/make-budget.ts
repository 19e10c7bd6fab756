import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { BUDGET_DIMENSIONS, type BudgetDimension } from '../../model-items.ts'
import { isOverBoth } from '../../rules/budgets.ts'
import { addItem, type ChangeRefusal } from '../../service/change-plan.ts'

export interface BudgetWanted {
  readonly name: string
  readonly over: readonly BudgetDimension[]
  readonly unit: 'kr' | 'tkr'
  readonly years: readonly string[]
  readonly without: readonly string[]
  /** Cost types and financiers to add to the plan on the way. */
  readonly costTypes: readonly string[]
  readonly financiers: readonly string[]
}

export type BudgetMade =
  | { readonly ok: true; readonly id: string }
  | ChangeRefusal
  | { readonly ok: false; readonly reason: 'name-missing' | 'no-dimension' | 'activity-and-priority' }

/** Makes a budget without amounts, and the cost types and financiers that it needs and that are not there yet. */
export async function makeBudget(
  db: TenantDb,
  actor: Actor,
  planId: string,
  wanted: BudgetWanted,
): Promise<BudgetMade> {
  if (wanted.name === '') return { ok: false, reason: 'name-missing' }
  const over = BUDGET_DIMENSIONS.filter((each) => wanted.over.includes(each))
  if (over.length === 0) return { ok: false, reason: 'no-dimension' }
  if (isOverBoth(over)) return { ok: false, reason: 'activity-and-priority' }
  const added = [
    ...wanted.costTypes.map((name) => ({ kind: 'cost-type' as const, fields: { name, counts: 'cost' } })),
    ...wanted.financiers.map((name) => ({ kind: 'financier' as const, fields: { name, counts: 'money' } })),
  ]
  for (const each of added) {
    const made = await addItem(db, actor, planId, { ...each, parent: null })
    if (!made.ok) return made
  }
  const { name, unit } = wanted
  const years = over.includes('year') ? wanted.years : []
  return addItem(db, actor, planId, {
    kind: 'budget',
    parent: null,
    fields: { name, over, unit, years, without: wanted.without },
  })
}
