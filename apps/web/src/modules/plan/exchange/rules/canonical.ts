import type { BudgetCell, PlanDocument } from '../../model.ts'
import { type FieldValue, fieldDefs, fieldsOf, ITEM_KINDS, type PlanItem } from '../../model-items.ts'
import { COMMON } from '../../rules/budgets.ts'

const KIND_ORDER = new Map(ITEM_KINDS.map((kind, at) => [kind, at]))

/**
 * A plan in the one order that files keep: parents before children, siblings by kind and then as they stand, amounts in
 * the order of what they are for. Places are counted anew. References to what is not in the plan any more, and amounts
 * for it, are left out.
 */
export function canonical(document: PlanDocument): PlanDocument {
  const ordered = inFileOrder(document.items)
  const order = new Map(ordered.map((item, at) => [item.id, at]))
  const items = ordered.map((item) => withKnownReferences(item, order))
  const overOf = new Map(
    items.flatMap((item) => (item.kind === 'budget' ? [[item.id, item.fields.over]] : [])),
  )
  const cells = document.cells.filter(({ budget, key }) => {
    const over = overOf.get(budget)
    return (
      over?.length === key.length &&
      key.every(
        (member, at) =>
          over[at] === 'year' || order.has(member) || (over[at] === 'priority' && member === COMMON),
      )
    )
  })
  return { facts: document.facts, items, cells: cells.toSorted((a, b) => compareCells(a, b, order)) }
}

function inFileOrder(items: readonly PlanItem[]): PlanItem[] {
  const children = new Map<string | null, PlanItem[]>()
  for (const item of items) {
    const siblings = children.get(item.parent)
    if (siblings === undefined) children.set(item.parent, [item])
    else siblings.push(item)
  }
  for (const siblings of children.values())
    siblings.sort(
      (a, b) => (KIND_ORDER.get(a.kind) ?? 0) - (KIND_ORDER.get(b.kind) ?? 0) || a.position - b.position,
    )
  const ordered: PlanItem[] = []
  const placed = (siblings: readonly PlanItem[]) => siblings.map((item, position) => ({ ...item, position }))
  const waiting = placed(children.get(null) ?? []).reverse()
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    ordered.push(item)
    waiting.push(...placed(children.get(item.id) ?? []).reverse())
  }
  return ordered
}

function withKnownReferences(item: PlanItem, known: ReadonlyMap<string, number>): PlanItem {
  const fields: Record<string, FieldValue> = { ...fieldsOf(item) }
  for (const [field, def] of Object.entries(fieldDefs(item.kind))) {
    const value = fields[field]
    if (def.type === 'items' && Array.isArray(value)) fields[field] = value.filter((id) => known.has(id))
  }
  return { ...item, fields } as PlanItem
}

function compareCells(a: BudgetCell, b: BudgetCell, order: ReadonlyMap<string, number>): number {
  const member = (id: string) => order.get(id) ?? (id === COMMON ? Infinity : Number(id))
  const budgets = member(a.budget) - member(b.budget)
  if (budgets !== 0) return budgets
  for (const [at, id] of a.key.entries()) {
    const [own, other] = [member(id), member(b.key[at] ?? '')]
    if (own !== other) return own < other ? -1 : 1
  }
  return 0
}

/** The fields of an item about which something is said, in the order of their definition. */
function fieldsSaid(item: PlanItem): readonly (readonly [string, FieldValue])[] {
  const fields = fieldsOf(item)
  return Object.keys(fieldDefs(item.kind)).flatMap((field) => {
    const value = fields[field]
    const isEmpty =
      value === undefined ||
      value === null ||
      value === '' ||
      value === false ||
      (Array.isArray(value) && value.length === 0)
    return isEmpty ? [] : [[field, value] as const]
  })
}

export const PLAN_FORMAT = 'jamvikt-plan'

/** A plan as a JSON file: one line an item and an amount, so that two files can be held against each other. */
export function planJson(document: PlanDocument): string {
  const { facts, items, cells } = canonical(document)
  const lines = (each: readonly object[]) => each.map((one) => `\n${JSON.stringify(one)}`).join(',')
  const plan = {
    name: facts.name,
    kind: facts.kind,
    lede: facts.lede,
    startsOn: facts.startsOn,
    endsOn: facts.endsOn,
    synthetic: facts.synthetic,
    origin: facts.origin,
  }
  const itemLines = lines(
    items.map((item) => ({
      id: item.id,
      kind: item.kind,
      parent: item.parent,
      fields: Object.fromEntries(fieldsSaid(item)),
    })),
  )
  const cellLines = lines(
    cells.map(({ budget, key, amountOre }) => ({ budget, key, amountOre: amountOre.toString() })),
  )
  return `{"format":"${PLAN_FORMAT}","version":1,\n"plan":${JSON.stringify(plan)},\n"items":[${itemLines}],\n"cells":[${cellLines}]}\n`
}
