import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { BudgetCell } from '../model.ts'
import type { Writing } from './items.ts'

/** Amounts changed after a revision of the plan; `null` where one has been emptied. */
export async function cellsSince(
  db: TenantDb,
  planId: string,
  revision: number,
): Promise<(Omit<BudgetCell, 'amountOre'> & { readonly amountOre: bigint | null })[]> {
  const rows = await db
    .selectFrom('plan_cell')
    .select(['budget_id', 'key', 'amount_ore'])
    .where('plan_id', '=', planId)
    .where('revision', '>', BigInt(revision))
    .execute()
  return rows.map((row) => ({
    budget: row.budget_id,
    key: row.key,
    amountOre: row.amount_ore,
  }))
}

const MOST_AT_ONCE = 2000

/** Writes amounts; `null` empties one. */
export async function putCells(
  db: TenantDb,
  by: Writing,
  cells: readonly (Omit<BudgetCell, 'amountOre'> & { readonly amountOre: bigint | null })[],
) {
  for (let from = 0; from < cells.length; from += MOST_AT_ONCE)
    await db
      .insertInto('plan_cell')
      .values(
        cells.slice(from, from + MOST_AT_ONCE).map((cell) => ({
          region_id: by.regionId,
          plan_id: by.planId,
          budget_id: cell.budget,
          key: cell.key,
          amount_ore: cell.amountOre,
          revision: BigInt(by.revision),
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['region_id', 'plan_id', 'budget_id', 'key']).doUpdateSet((is) => ({
          amount_ore: is.ref('excluded.amount_ore'),
          revision: is.ref('excluded.revision'),
        })),
      )
      .execute()
}
