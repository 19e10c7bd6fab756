import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import type { PlanItem } from '../../model-items.ts'
import type { FieldFault } from '../../rules/check-fields.ts'
import { PlanTree } from '../../rules/tree.ts'
import {
  type ChangeRefusal,
  noteClash,
  openForChange,
  settleChange,
  writeChange,
} from '../../service/change-plan.ts'
import type { RowChange } from '../rules/edits.ts'
import { ringRows } from '../rules/ring-rows.ts'

export type RowClash = Extract<ChangeRefusal, { readonly reason: 'clash' }>

export type RowsChanged =
  | { readonly ok: true; readonly changed: number }
  | { readonly ok: false; readonly reason: 'gone' }
  | {
      readonly ok: false
      readonly reason: 'faults'
      readonly faults: readonly { readonly id: string; readonly faults: readonly FieldFault[] }[]
      readonly gone: readonly string[]
    }
  /** Nothing is written: what others have written meanwhile stands beside what was wanted. */
  | { readonly ok: false; readonly reason: 'clash'; readonly clashes: readonly RowClash[] }

/**
 * Changes fields of several items, all or none: one revision of the plan, and one entry in the history for each item.
 * Every entry names the revision, so that the whole can be undone.
 */
export async function changeRows(
  db: TenantDb,
  actor: Actor,
  planId: string,
  revision: number,
  changes: readonly RowChange[],
): Promise<RowsChanged> {
  const change = await openForChange(db, actor, planId)
  if (change === null) return { ok: false, reason: 'gone' }
  const { by, opened } = change
  const tree = new PlanTree(opened.document)
  const settled: { readonly before: PlanItem; readonly item: PlanItem }[] = []
  const clashes: { readonly clash: RowClash; readonly given: RowChange['given'] }[] = []
  const faults: { readonly id: string; readonly faults: readonly FieldFault[] }[] = []
  const gone: string[] = []
  for (const { id, seen, given } of changes) {
    const item = tree.item(id)
    const trail = opened.trails.get(id)
    if (item === null || trail === undefined) {
      gone.push(id)
      continue
    }
    const done = await settleChange(db, planId, { item, trail }, { revision, fields: seen }, given)
    if (done.ok) settled.push({ before: item, item: done.item })
    else if (done.reason === 'clash') clashes.push({ clash: done, given })
    else faults.push({ id, faults: done.reason === 'faults' ? done.faults : [] })
  }
  for (const id of ringRows(opened.document.items, settled))
    faults.push({ id, faults: [{ field: 'after', reason: 'after-itself' }] })
  if (gone.length > 0 || faults.length > 0) return { ok: false, reason: 'faults', faults, gone }
  for (const { clash, given } of clashes) await noteClash(db, actor, planId, clash.latest, given)
  if (clashes.length > 0) return { ok: false, reason: 'clash', clashes: clashes.map(({ clash }) => clash) }
  let changed = 0
  for (const { before, item } of settled)
    if (await writeChange(db, actor, by, before, item, { batch: by.revision })) changed += 1
  return { ok: true, changed }
}
