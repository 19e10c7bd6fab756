import type { PlanDocument } from '../model.ts'
import { type ItemKind, type ItemOf, KINDS, type PlanItem } from '../model-items.ts'

/** A plan’s items by id, by parent and by kind. */
export class PlanTree {
  readonly document: PlanDocument
  readonly #byId: ReadonlyMap<string, PlanItem>
  readonly #children = new Map<string | null, PlanItem[]>()

  constructor(document: PlanDocument) {
    this.document = document
    this.#byId = new Map(document.items.map((item) => [item.id, item]))
    for (const item of document.items) {
      const siblings = this.#children.get(item.parent)
      if (siblings === undefined) this.#children.set(item.parent, [item])
      else siblings.push(item)
    }
  }

  item(id: string): PlanItem | null {
    return this.#byId.get(id) ?? null
  }

  /** The item of a kind with this id; `null` where there is none, or it is of another kind. */
  of<Kind extends ItemKind>(kind: Kind, id: string): ItemOf<Kind> | null {
    const item = this.#byId.get(id)
    return item !== undefined && isOf(item, kind) ? item : null
  }

  /** Items of a kind in the plan’s order: of the whole plan, or those that stand right under one item. */
  all<Kind extends ItemKind>(kind: Kind, under?: string | null): ItemOf<Kind>[] {
    const among = under === undefined ? this.document.items : (this.#children.get(under) ?? [])
    return among.filter((item) => isOf(item, kind))
  }

  /** What stands right under an item; under the plan itself where it is `null`. */
  children(parent: string | null): readonly PlanItem[] {
    return this.#children.get(parent) ?? []
  }

  /** The items above one, the nearest first. */
  above(item: PlanItem): PlanItem[] {
    const found: PlanItem[] = []
    for (let at = item.parent; at !== null; ) {
      const parent = this.#byId.get(at)
      if (parent === undefined || found.includes(parent)) break
      found.push(parent)
      at = parent.parent
    }
    return found
  }

  /** The priority that an item belongs to; `null` for what stands under the plan itself. */
  priorityOf(item: PlanItem): ItemOf<'priority'> | null {
    return [item, ...this.above(item)].find((each) => isOf(each, 'priority')) ?? null
  }

  /** An item and everything under it. */
  withAllUnder(item: PlanItem): PlanItem[] {
    return [item, ...this.children(item.id).flatMap((child) => this.withAllUnder(child))]
  }
}

function isOf<Kind extends ItemKind>(item: PlanItem, kind: Kind): item is ItemOf<Kind> {
  return item.kind === (kind as ItemKind)
}

/** Whether an item of a kind may stand under a parent; `null` is the plan itself. */
export function mayStandUnder(kind: ItemKind, parent: PlanItem | null): boolean {
  const parents: readonly string[] = KINDS[kind].parents
  return parents.includes(parent?.kind ?? 'plan')
}

/** Items with parents before what stands under them, siblings by position; what has no way to the plan is left out. */
export function inOrder(items: Iterable<PlanItem>): PlanItem[] {
  const children = new Map<string | null, PlanItem[]>()
  for (const item of items) {
    const siblings = children.get(item.parent)
    if (siblings === undefined) children.set(item.parent, [item])
    else siblings.push(item)
  }
  for (const siblings of children.values())
    siblings.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const below = (parent: string | null): PlanItem[] =>
    (children.get(parent) ?? []).flatMap((item) => [item, ...below(item.id)])
  return below(null)
}
