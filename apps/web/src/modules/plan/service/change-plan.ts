import { randomUUID } from 'node:crypto'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { changesOf } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { ItemTrail, OpenedPlan, Plan, PlanFacts } from '../model.ts'
import {
  type FieldDef,
  type FieldsOf,
  type FieldValue,
  fieldDefs,
  fieldsOf,
  type ItemKind,
  type PlanItem,
} from '../model-items.ts'
import { comesAfterItself } from '../rules/after-itself.ts'
import { checkFields, type FieldFault } from '../rules/check-fields.ts'
import { mergeFields } from '../rules/merge-fields.ts'
import { mayStandUnder, PlanTree } from '../rules/tree.ts'
import {
  insertItems,
  itemById,
  itemsSince,
  itemWith,
  kindsOf,
  setRemoved,
  type Writing,
  writeItem,
} from '../store/items.ts'
import { insertPlan, nextRevision } from '../store/plans.ts'
import { openPlanById, planBefore } from './open-plan.ts'

/** Writes down what was done to a plan or to anything in it. */
export const note = changesOf('plan')

export const MOST_ITEMS = 20_000

export type ChangeRefusal =
  /** The plan, the item or its parent is not there. */
  | { readonly ok: false; readonly reason: 'gone' }
  | { readonly ok: false; readonly reason: 'full' }
  | { readonly ok: false; readonly reason: 'misplaced' }
  | { readonly ok: false; readonly reason: 'faults'; readonly faults: readonly FieldFault[] }
  /** Somebody else has written meanwhile: both stand, and the page shows them. */
  | {
      readonly ok: false
      readonly reason: 'clash'
      readonly latest: PlanItem
      readonly trail: ItemTrail
      /** Fields that both have changed differently. */
      readonly fields: readonly string[]
      /** Both put together: of a field that clashes, the writer’s own. */
      readonly merged: Readonly<Record<string, FieldValue>>
    }

export type Changed<Value> = ({ readonly ok: true } & Value) | ChangeRefusal

/** Makes a plan without anything in it. @returns its id; a refusal where another plan has the address */
export async function makePlan(
  db: TenantDb,
  actor: Actor,
  plan: { readonly slug: string; readonly facts: PlanFacts },
): Promise<
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly reason: 'address-taken' }
> {
  const id = await insertPlan(db, { regionId: actor.regionId, createdBy: actor.personId, ...plan })
  if (id === null) return { ok: false, reason: 'address-taken' }
  await note(db, actor, id, 'made', { name: plan.facts.name })
  return { ok: true, id }
}

/**
 * Begins a change: whoever changes the same plan waits.
 * @returns what is to be written with everything that changes; `null` where there is no such plan
 */
export async function beginChange(db: TenantDb, actor: Actor, planId: string): Promise<Writing | null> {
  const plan = await nextRevision(db, planId)
  return plan === null ? null : writingOf(actor, plan)
}

function writingOf({ regionId, personId, personName }: Actor, { id, revision }: Plan): Writing {
  return { regionId, planId: id, revision, personId, personName }
}

/** Begins a change of what stands in a plan, and gives the plan as it stands; `null` where there is none. */
export async function openForChange(
  db: TenantDb,
  actor: Actor,
  planId: string,
): Promise<{ readonly by: Writing; readonly opened: OpenedPlan } | null> {
  const plan = await nextRevision(db, planId)
  return plan === null ? null : { by: writingOf(actor, plan), opened: await planBefore(db, plan) }
}

/** Puts an item last among its siblings. */
export async function addItem(
  db: TenantDb,
  actor: Actor,
  planId: string,
  added: {
    readonly kind: ItemKind
    readonly parent: string | null
    readonly fields: Readonly<Record<string, unknown>>
  },
): Promise<Changed<{ readonly id: string }>> {
  const checked = checkFields(added.kind, added.fields)
  if (!checked.ok) return { ok: false, reason: 'faults', faults: checked.faults }
  const change = await openForChange(db, actor, planId)
  if (change === null) return { ok: false, reason: 'gone' }
  const { by, opened } = change
  const tree = new PlanTree(opened.document)
  const parent = added.parent === null ? null : tree.item(added.parent)
  if (parent === null && added.parent !== null) return { ok: false, reason: 'gone' }
  if (!mayStandUnder(added.kind, parent)) return { ok: false, reason: 'misplaced' }
  if (opened.document.items.length >= MOST_ITEMS) return { ok: false, reason: 'full' }
  const last = Math.max(-1, ...tree.children(added.parent).map(({ position }) => position))
  const id = randomUUID()
  const item = itemWith(added.kind, { id, parent: added.parent, position: last + 1 }, checked.fields)
  const faults = await faultyReferences(db, planId, item, {})
  if (faults.length > 0) return { ok: false, reason: 'faults', faults }
  await insertItems(db, by, [item])
  await note(db, actor, planId, 'item-added', { item: id, after: item })
  return { ok: true, id }
}

/**
 * Changes fields of an item. Fields that somebody else has changed meanwhile and that this change leaves as they were
 * stay theirs; where both have changed one, nothing is written and both are given back. What was refused so is kept in
 * the history, so that no words are lost.
 * @param seen the item as the writer had it before them
 */
export async function changeItem(
  db: TenantDb,
  actor: Actor,
  planId: string,
  id: string,
  seen: { readonly revision: number; readonly fields: Readonly<Record<string, unknown>> },
  given: Readonly<Record<string, unknown>>,
): Promise<Changed<{ readonly item: PlanItem }>> {
  const by = await beginChange(db, actor, planId)
  const kept = by === null ? null : await itemById(db, planId, id)
  if (by === null || kept === null || kept.removedAt !== null) return { ok: false, reason: 'gone' }
  const settled = await settleChange(db, planId, kept, seen, given)
  if (settled.ok && (await isRing(db, planId, kept.item, settled.item)))
    return { ok: false, reason: 'faults', faults: [{ field: 'after', reason: 'after-itself' }] }
  if (settled.ok) await writeChange(db, actor, by, kept.item, settled.item)
  else if (settled.reason === 'clash') await noteClash(db, actor, planId, settled.latest, given)
  return settled
}

/** Whether a change makes an activity come after itself. */
async function isRing(db: TenantDb, planId: string, before: PlanItem, item: PlanItem): Promise<boolean> {
  if (item.kind !== 'activity' || isSame(item.fields.after, fieldsOf(before).after)) return false
  const opened = await openPlanById(db, planId)
  const others = opened?.document.items.filter(({ id }) => id !== item.id) ?? []
  return comesAfterItself([...others, item], item.id)
}

/** What an item becomes by a change, put together with what somebody else may have saved meanwhile. Writes nothing. */
export async function settleChange(
  db: TenantDb,
  planId: string,
  kept: { readonly item: PlanItem; readonly trail: ItemTrail },
  seen: { readonly revision: number; readonly fields: Readonly<Record<string, unknown>> },
  given: Readonly<Record<string, unknown>>,
): Promise<Changed<{ readonly item: PlanItem }>> {
  const { id, kind, parent, position } = kept.item
  const of = (fields: FieldsOf<typeof kind>) => itemWith(kind, { id, parent, position }, fields)
  const latest = fieldsOf(kept.item)
  const own = checkFields(kind, { ...latest, ...given })
  if (!own.ok) return { ok: false, reason: 'faults', faults: own.faults }
  const mine = of(own.fields)
  const faults = await faultyReferences(db, planId, mine, latest)
  if (faults.length > 0) return { ok: false, reason: 'faults', faults }
  const defs = fieldDefs(kind)
  const before = kept.trail.revision > seen.revision ? seen.fields : latest
  const { merged, clashing } = mergeFields(before, latest, fieldsOf(mine), (field, a, b) =>
    isSame(inOneOrder(defs[field], a), inOneOrder(defs[field], b)),
  )
  const checked = checkFields(kind, merged)
  // Dates that are sound apart may not be so together.
  const fields = checked.ok
    ? clashing
    : ['start', 'end'].filter((field) => !isSame(merged[field], latest[field]))
  if (!checked.ok || fields.length > 0)
    return { ok: false, reason: 'clash', latest: kept.item, trail: kept.trail, fields, merged }
  return { ok: true, item: of(checked.fields) }
}

/** Writes an item as it is to be, unless it is so already. @param more what else is to stand in the history */
export async function writeChange(
  db: TenantDb,
  actor: Actor,
  by: Writing,
  before: PlanItem,
  item: PlanItem,
  more: Readonly<Record<string, unknown>> = {},
): Promise<boolean> {
  if (isSame(item.fields, before.fields)) return false
  await writeItem(db, by, item)
  const change = { item: item.id, before: before.fields, after: item.fields, ...more }
  await note(db, actor, by.planId, 'item-changed', change)
  return true
}

/** Keeps the words that a clash refused. */
export async function noteClash(
  db: TenantDb,
  actor: Actor,
  planId: string,
  latest: PlanItem,
  given: Readonly<Record<string, unknown>>,
) {
  const fields = fieldsOf(latest)
  await note(db, actor, planId, 'item-clashed', {
    item: latest.id,
    given: { ...fields, ...given },
    latest: fields,
  })
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** References to items stand in no order of their own. */
function inOneOrder(def: FieldDef | undefined, value: unknown): unknown {
  return def?.type === 'items' && Array.isArray(value) ? value.map(String).toSorted() : value
}

/** References that are new and lead to nothing in the plan, or to something of the wrong kind. */
async function faultyReferences(
  db: TenantDb,
  planId: string,
  item: PlanItem,
  before: Readonly<Record<string, unknown>>,
): Promise<FieldFault[]> {
  const faults: FieldFault[] = []
  for (const [field, def] of Object.entries(fieldDefs(item.kind))) {
    const value = fieldsOf(item)[field]
    if (def.type !== 'items' || !Array.isArray(value)) continue
    const known = before[field]
    const added = value.filter((id) => !(Array.isArray(known) && known.includes(id)))
    if (added.length === 0) continue
    const kinds = await kindsOf(db, planId, added)
    if (!added.every((id) => id !== item.id && def.of.includes(kinds.get(id) ?? '')))
      faults.push({ field, reason: 'not-references' })
  }
  return faults
}

/** Removes an item with everything under it. What is removed can be brought back. */
export async function removeItem(
  db: TenantDb,
  actor: Actor,
  planId: string,
  id: string,
): Promise<Changed<{ readonly removed: number }>> {
  const change = await openForChange(db, actor, planId)
  const tree = change === null ? null : new PlanTree(change.opened.document)
  const item = tree?.item(id) ?? null
  if (change === null || tree === null || item === null) return { ok: false, reason: 'gone' }
  const { by } = change
  const going = tree.withAllUnder(item)
  await setRemoved(db, by, going, new Date())
  await note(db, actor, planId, 'item-removed', { item: id, before: going })
  return { ok: true, removed: going.length }
}

/** Brings an item back with what was removed together with it. */
export async function bringBack(
  db: TenantDb,
  actor: Actor,
  planId: string,
  id: string,
): Promise<Changed<{ readonly restored: number }>> {
  const by = await beginChange(db, actor, planId)
  const all = by === null ? [] : await itemsSince(db, planId, 0)
  const kept = all.find(({ item }) => item.id === id)
  if (by === null || kept === undefined || kept.removedAt === null) return { ok: false, reason: 'gone' }
  const parent = all.find(({ item }) => item.id === kept.item.parent)
  if (parent !== undefined && parent.removedAt !== null) return { ok: false, reason: 'misplaced' }
  const at = kept.removedAt.getTime()
  const coming = all.filter(
    (each) => each.removedAt?.getTime() === at && (each === kept || isUnder(each.item, id, all)),
  )
  const items = coming.map(({ item }) => item)
  // What was changed while it was away may wait for what waits for it.
  const standing = all.flatMap(({ item, removedAt }) => (removedAt === null ? [item] : []))
  if (items.some(({ kind, id }) => kind === 'activity' && comesAfterItself([...standing, ...items], id)))
    return { ok: false, reason: 'faults', faults: [{ field: 'after', reason: 'after-itself' }] }
  await setRemoved(db, by, items, null)
  await note(db, actor, planId, 'item-restored', { item: id, count: coming.length })
  return { ok: true, restored: coming.length }
}

function isUnder(item: PlanItem, id: string, all: readonly { readonly item: PlanItem }[]): boolean {
  const byId = new Map(all.map((each) => [each.item.id, each.item]))
  const passed = new Set<string>()
  for (let at = item.parent; at !== null && !passed.has(at); at = byId.get(at)?.parent ?? null) {
    if (at === id) return true
    passed.add(at)
  }
  return false
}

/** Moves an item one step among its siblings of the same kind; nothing happens at either end. */
export async function moveItem(
  db: TenantDb,
  actor: Actor,
  planId: string,
  id: string,
  by: 'up' | 'down',
): Promise<Changed<object>> {
  const change = await openForChange(db, actor, planId)
  const tree = change === null ? null : new PlanTree(change.opened.document)
  const item = tree?.item(id) ?? null
  if (change === null || tree === null || item === null) return { ok: false, reason: 'gone' }
  const siblings = tree.all(item.kind, item.parent)
  const at = siblings.findIndex((each) => each.id === id)
  const other = siblings[at + (by === 'up' ? -1 : 1)]
  if (other === undefined) return { ok: true }
  await writeItem(db, change.by, { ...item, position: other.position })
  await writeItem(db, change.by, { ...other, position: item.position })
  await note(db, actor, planId, 'item-moved', { item: id, by })
  return { ok: true }
}
