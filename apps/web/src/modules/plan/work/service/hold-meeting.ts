import { randomUUID } from 'node:crypto'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { checkFields, type FieldFault } from '../../rules/check-fields.ts'
import { PlanTree } from '../../rules/tree.ts'
import { MOST_ITEMS, note, openForChange } from '../../service/change-plan.ts'
import { insertItems, itemWith } from '../../store/items.ts'

type Fields = Readonly<Record<string, unknown>>

/** A fault of the meeting itself where `action` is `null`, otherwise of the action with this number, from 0. */
interface MeetingFault extends FieldFault {
  readonly action: number | null
}

export type MeetingRefusal =
  | { readonly ok: false; readonly reason: 'gone' | 'full' }
  | { readonly ok: false; readonly reason: 'faults'; readonly faults: readonly MeetingFault[] }

/** Adds a meeting with what is to be done after it, all or nothing. */
export async function holdMeeting(
  db: TenantDb,
  actor: Actor,
  planId: string,
  meeting: Fields,
  actions: readonly Fields[],
): Promise<{ readonly ok: true; readonly id: string } | MeetingRefusal> {
  const checked = checkFields('meeting', meeting)
  const tasks = actions.map((action) => checkFields('task', action))
  const faults: MeetingFault[] = [checked, ...tasks].flatMap((each, at) =>
    each.ok ? [] : each.faults.map((fault) => ({ ...fault, action: at === 0 ? null : at - 1 })),
  )
  if (!checked.ok || faults.length > 0) return { ok: false, reason: 'faults', faults }
  const change = await openForChange(db, actor, planId)
  if (change === null) return { ok: false, reason: 'gone' }
  const { by, opened } = change
  if (opened.document.items.length + 1 + tasks.length > MOST_ITEMS) return { ok: false, reason: 'full' }
  const tree = new PlanTree(opened.document)
  const id = randomUUID()
  const last = Math.max(-1, ...tree.children(null).map(({ position }) => position))
  const items = [itemWith('meeting', { id, parent: null, position: last + 1 }, checked.fields)]
  for (const [at, task] of tasks.entries()) {
    if (!task.ok) continue
    if (!task.fields.responsible.every((role) => tree.of('role', role) !== null))
      faults.push({ field: 'responsible', reason: 'not-references', action: at })
    items.push(itemWith('task', { id: randomUUID(), parent: id, position: at }, task.fields))
  }
  if (faults.length > 0) return { ok: false, reason: 'faults', faults }
  await insertItems(db, by, items)
  for (const item of items) await note(db, actor, planId, 'item-added', { item: item.id, after: item })
  return { ok: true, id }
}
