import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import type { OpenedPlan } from '../../model.ts'
import { fieldDefs, fieldsOf, type PlanItem } from '../../model-items.ts'
import { PlanTree } from '../../rules/tree.ts'
import { openForChange, settleChange, writeChange } from '../../service/change-plan.ts'
import { ringRows } from '../rules/ring-rows.ts'
import { type Batch, latestBatch, type Way } from '../store/batches.ts'

/** The latest change of rows, what can be done with it, and the rows of it that have been changed or removed since. */
export interface Undoable {
  /** A change that has been taken back is made anew. */
  readonly way: Way
  readonly batch: Batch
  readonly since: readonly string[]
}

export type RowsUndone =
  | { readonly ok: true; readonly way: Way; readonly changed: number }
  | { readonly ok: false; readonly reason: 'nothing-to-undo' }
  | { readonly ok: false; readonly reason: 'changed-since'; readonly since: readonly string[] }

/** What can be undone or made anew of a plan; `null` where nothing can. */
export async function undoable(db: TenantDb, opened: OpenedPlan): Promise<Undoable | null> {
  const batch = await latestBatch(db, opened.plan.id)
  if (batch === null) return null
  const tree = new PlanTree(opened.document)
  const since = batch.items
    .map(({ id }) => id)
    .filter((id) => tree.item(id) === null || opened.trails.get(id)?.revision !== batch.revision)
  return { way: batch.way === 'undo' ? 'redo' : 'undo', batch, since }
}

/**
 * Takes the latest change of rows back, whoever made it, if none of them has been changed since; one that was taken
 * back already is made anew.
 * @param seen the revision that the person saw as the latest change
 */
export async function undoRows(
  db: TenantDb,
  actor: Actor,
  planId: string,
  seen: number,
): Promise<RowsUndone> {
  const change = await openForChange(db, actor, planId)
  const found = change === null ? null : await undoable(db, change.opened)
  if (change === null || found === null || found.batch.revision !== seen)
    return { ok: false, reason: 'nothing-to-undo' }
  const { by, opened } = change
  if (found.since.length > 0) return { ok: false, reason: 'changed-since', since: found.since }
  const tree = new PlanTree(opened.document)
  const settled: { readonly before: PlanItem; readonly item: PlanItem }[] = []
  for (const { id, before } of found.batch.items) {
    const item = tree.item(id)
    const trail = opened.trails.get(id)
    if (item === null || trail === undefined) return { ok: false, reason: 'changed-since', since: [id] }
    const defs = fieldDefs(item.kind)
    const given = Object.fromEntries(Object.entries(before).filter(([field]) => Object.hasOwn(defs, field)))
    const seen = { revision: trail.revision, fields: fieldsOf(item) }
    const done = await settleChange(db, planId, { item, trail }, seen, given)
    if (!done.ok) return { ok: false, reason: 'changed-since', since: [id] }
    settled.push({ before: item, item: done.item })
  }
  const rings = ringRows(opened.document.items, settled)
  if (rings.length > 0) return { ok: false, reason: 'changed-since', since: rings }
  const { way } = found
  let changed = 0
  for (const { before, item } of settled)
    if (await writeChange(db, actor, by, before, item, { batch: by.revision, way })) changed += 1
  return { ok: true, way, changed }
}
