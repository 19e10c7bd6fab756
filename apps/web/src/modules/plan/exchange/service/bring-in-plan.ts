import { randomUUID } from 'node:crypto'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { sha256 } from '../../../../platform/sha256.ts'
import type { BudgetCell, PlanDocument } from '../../model.ts'
import { fieldDefs, fieldsOf, type PlanItem } from '../../model-items.ts'
import { COMMON } from '../../rules/budgets.ts'
import { PlanTree } from '../../rules/tree.ts'
import { beginChange, MOST_ITEMS, makePlan, note, openForChange } from '../../service/change-plan.ts'
import { putCells } from '../../store/cells.ts'
import { insertItems } from '../../store/items.ts'
import { planJson } from '../rules/canonical.ts'

export type BroughtIn =
  | { readonly ok: true; readonly planId: string }
  | { readonly ok: false; readonly reason: 'address-taken' | 'gone' | 'full' }

/** Makes a plan of a document, whole or not at all. Everything in it gets an id of its own. */
export async function bringInPlan(
  db: TenantDb,
  actor: Actor,
  slug: string,
  document: PlanDocument,
  fileName: string,
  /** The draft that it was looked over as. */
  draft: string | null = null,
): Promise<BroughtIn> {
  if (document.items.length > MOST_ITEMS) return { ok: false, reason: 'full' }
  const made = await makePlan(db, actor, { slug, facts: document.facts })
  if (!made.ok) return made
  const by = await beginChange(db, actor, made.id)
  if (by === null) return { ok: false, reason: 'gone' }
  const { items, cells } = withNewIds(document.items, document, new Map())
  await insertItems(db, by, items)
  await putCells(db, by, cells)
  await note(db, actor, made.id, 'brought-in', {
    file: fileName,
    ...(draft === null ? {} : { draft }),
    items: items.length,
    amounts: cells.length,
    sha256: sha256(planJson(document)),
  })
  return { ok: true, planId: made.id }
}

/**
 * Adds what a document holds besides the priorities and the budget of a plan that stands: those keep their ids, all else
 * gets one of its own and stands last among its siblings.
 */
export async function addToPlan(
  db: TenantDb,
  actor: Actor,
  planId: string,
  document: PlanDocument,
  fileName: string,
  /** The draft that it was looked over as. */
  draft: string | null = null,
): Promise<BroughtIn> {
  const change = await openForChange(db, actor, planId)
  if (change === null) return { ok: false, reason: 'gone' }
  const { by, opened } = change
  const tree = new PlanTree(opened.document)
  const standing = new Map(document.items.flatMap(({ id }) => (tree.item(id) === null ? [] : [[id, id]])))
  const isLost = document.items.some(({ id, kind }) => kind === 'priority' && !standing.has(id))
  if (isLost) return { ok: false, reason: 'gone' }
  const added = document.items.filter(({ id }) => !standing.has(id))
  if (opened.document.items.length + added.length > MOST_ITEMS) return { ok: false, reason: 'full' }
  const { items, cells } = withNewIds(added, document, standing)
  const placed = items.map((item) => ({
    ...item,
    position: item.position + 1 + Math.max(-1, ...tree.children(item.parent).map(({ position }) => position)),
  }))
  await insertItems(db, by, placed)
  await putCells(db, by, cells)
  await note(db, actor, planId, 'brought-in', {
    file: fileName,
    ...(draft === null ? {} : { draft }),
    items: placed.length,
    amounts: cells.length,
    sha256: sha256(planJson(document)),
  })
  return { ok: true, planId }
}

function withNewIds(
  given: readonly PlanItem[],
  document: PlanDocument,
  kept: ReadonlyMap<string, string>,
): { readonly items: readonly PlanItem[]; readonly cells: readonly BudgetCell[] } {
  const ids = new Map([...kept, ...given.map(({ id }) => [id, randomUUID()] as const)])
  const idOf = (id: string): string => {
    const found = ids.get(id)
    if (found === undefined) throw new Error('a reference out of the document')
    return found
  }
  const items = given.map((item) => {
    const fields: Record<string, unknown> = { ...fieldsOf(item) }
    for (const [field, def] of Object.entries(fieldDefs(item.kind))) {
      const value = fields[field]
      if (def.type === 'items' && Array.isArray(value)) fields[field] = value.map(String).map(idOf)
    }
    const parent = item.parent === null ? null : idOf(item.parent)
    return { ...item, id: idOf(item.id), parent, fields } as PlanItem
  })
  const overOf = new Map(
    document.items.flatMap((item) => (item.kind === 'budget' ? [[item.id, item.fields.over]] : [])),
  )
  return {
    items,
    cells: document.cells.map(({ budget, key, amountOre }) => ({
      budget: idOf(budget),
      key: key.map((member, at) => {
        const dimension = overOf.get(budget)?.[at]
        const isNoItem = dimension === 'year' || (dimension === 'priority' && member === COMMON)
        return isNoItem ? member : idOf(member)
      }),
      amountOre,
    })),
  }
}
