import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { type Budget, budgetsOf } from '../../rules/budgets.ts'
import { note, openForChange } from '../../service/change-plan.ts'
import { putCells } from '../../store/cells.ts'
import type { Writing } from '../../store/items.ts'
import { type CellChange, type CellClash, mergeCells, type WantedCell } from '../rules/merge-cells.ts'
import { cellsNoted, latestCellsOf } from '../store/cell-history.ts'

export type CellsSaved =
  | { readonly ok: true; readonly changed: number }
  | { readonly ok: false; readonly reason: 'gone' | 'nothing-to-undo' | 'decided-move' }
  /** Nothing is written: what others have written meanwhile stands beside what was wanted. */
  | { readonly ok: false; readonly reason: 'clash'; readonly clashes: readonly CellClash[] }

/** Writes amounts of a budget as somebody wants them, unless another has changed one of them meanwhile. */
export async function saveCells(
  db: TenantDb,
  actor: Actor,
  planId: string,
  budgetId: string,
  cells: readonly WantedCell[],
): Promise<CellsSaved> {
  const begun = await begin(db, actor, planId, budgetId)
  if (begun === null) return { ok: false, reason: 'gone' }
  const { by, budget } = begun
  const places = budget.over.map((each) => new Set(budget.places(each)))
  const isPlace = (key: readonly string[]) =>
    key.length === places.length && key.every((member, at) => places[at]?.has(member))
  if (!cells.every(({ key }) => isPlace(key))) return { ok: false, reason: 'gone' }
  const { changes, clashes } = mergeCells(cells, budget.amounts)
  if (clashes.length > 0) return { ok: false, reason: 'clash', clashes }
  await writeChanges(db, actor, by, budgetId, changes)
  return { ok: true, changed: changes.length }
}

/**
 * Takes the latest change of a budget’s amounts back, whoever made it; taking that back makes it anew. A move that two
 * have decided is taken back by another.
 */
export async function undoCells(
  db: TenantDb,
  actor: Actor,
  planId: string,
  budgetId: string,
  /** The change that the person saw as the latest. */
  seen: string,
): Promise<CellsSaved> {
  const begun = await begin(db, actor, planId, budgetId)
  if (begun === null) return { ok: false, reason: 'gone' }
  const latest = await latestCellsOf(db, planId, budgetId)
  if (latest === null || latest.id !== seen) return { ok: false, reason: 'nothing-to-undo' }
  if (latest.isDecided) return { ok: false, reason: 'decided-move' }
  const changes = latest.changes.map(({ key, before, after }) => ({ key, before: after, after: before }))
  await writeChanges(db, actor, begun.by, budgetId, changes)
  return { ok: true, changed: changes.length }
}

async function begin(
  db: TenantDb,
  actor: Actor,
  planId: string,
  budgetId: string,
): Promise<{ readonly by: Writing; readonly budget: Budget } | null> {
  const change = await openForChange(db, actor, planId)
  if (change === null) return null
  const budget = budgetsOf(change.opened.document).find(({ id }) => id === budgetId)
  return budget === undefined ? null : { by: change.by, budget }
}

/** Writes amounts and what they were before into the history. */
export async function writeChanges(
  db: TenantDb,
  actor: Actor,
  by: Writing,
  budgetId: string,
  changes: readonly CellChange[],
) {
  if (changes.length === 0) return
  await putCells(
    db,
    by,
    changes.map(({ key, after }) => ({ budget: budgetId, key, amountOre: after })),
  )
  await note(db, actor, by.planId, 'cells-changed', cellsNoted(budgetId, changes))
}
