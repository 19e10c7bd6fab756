import type { BudgetCell, PlanDocument, PlanFacts } from '../model.ts'
import { type FieldValue, fieldsOf, type PlanItem } from '../model-items.ts'
import { inOrder } from './tree.ts'

/** An item that is not the same in two plans: added where `before` is `null`, removed where `after` is. */
export interface ItemDifference {
  readonly id: string
  readonly before: PlanItem | null
  readonly after: PlanItem | null
  /** Fields that differ, where it is in both. */
  readonly fields: readonly string[]
  /** It stands under something else, or has passed others that it stands beside. */
  readonly isMoved: boolean
}

interface CellDifference {
  readonly budget: string
  readonly key: readonly string[]
  /** `null`: not known. */
  readonly before: bigint | null
  readonly after: bigint | null
}

/** All that differs between two plans. */
export interface PlanDifference {
  readonly facts: { readonly before: PlanFacts; readonly after: PlanFacts }
  readonly items: readonly ItemDifference[]
  readonly cells: readonly CellDifference[]
}

/** What has to be changed to make one plan another. Items stand in the order of the plan after, those removed last. */
export function compare(before: PlanDocument, after: PlanDocument): PlanDifference {
  const old = new Map(before.items.map((item) => [item.id, item]))
  const kept = new Set(after.items.map(({ id }) => id))
  const passed = passedOthers(before.items, after.items)
  const items: ItemDifference[] = []
  for (const item of after.items) {
    const was = old.get(item.id) ?? null
    const fields = was === null ? [] : differingFields(was, item)
    const isMoved = was !== null && (was.parent !== item.parent || passed.has(item.id))
    if (was === null || fields.length > 0 || isMoved || was.position !== item.position)
      items.push({ id: item.id, before: was, after: item, fields, isMoved })
  }
  for (const item of before.items)
    if (!kept.has(item.id)) items.push({ id: item.id, before: item, after: null, fields: [], isMoved: false })
  return {
    facts: { before: before.facts, after: after.facts },
    items,
    cells: differingCells(before.cells, after.cells),
  }
}

/** A plan with what differs written into it. */
export function applyDifference(document: PlanDocument, difference: PlanDifference): PlanDocument {
  const items = new Map(document.items.map((item) => [item.id, item]))
  for (const { id, after } of difference.items)
    if (after === null) items.delete(id)
    else items.set(id, after)
  const cells = new Map(document.cells.map((cell) => [cellName(cell), cell]))
  for (const { budget, key, after } of difference.cells)
    if (after === null) cells.delete(cellName({ budget, key }))
    else cells.set(cellName({ budget, key }), { budget, key, amountOre: after })
  return { facts: difference.facts.after, items: inOrder(items.values()), cells: [...cells.values()] }
}

/** What takes a difference back. */
export function inverseOf({ facts, items, cells }: PlanDifference): PlanDifference {
  return {
    facts: { before: facts.after, after: facts.before },
    items: items.map((each) => ({ ...each, before: each.after, after: each.before })),
    cells: cells.map((each) => ({ ...each, before: each.after, after: each.before })),
  }
}

/** Facts that differ, by name. */
export function differingFacts({ facts }: PlanDifference): (keyof PlanFacts)[] {
  return (['name', 'kind', 'lede', 'startsOn', 'endsOn', 'synthetic', 'origin'] as const).filter(
    (name) => facts.before[name] !== facts.after[name],
  )
}

/** Items whose difference people can see: places that only shift since something else came or went are none. */
export function seenItems({ items }: PlanDifference): readonly ItemDifference[] {
  return items.filter(
    ({ before, after, fields, isMoved }) => before === null || after === null || fields.length > 0 || isMoved,
  )
}

function differingFields(before: PlanItem, after: PlanItem): string[] {
  const [a, b] = [fieldsOf(before), fieldsOf(after)]
  return Object.keys(b).filter((field) => !isSameValue(a[field], b[field]))
}

function isSameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Of items that are in both plans under the same parent: the fewest that must have passed others of their kind. */
function passedOthers(before: readonly PlanItem[], after: readonly PlanItem[]): ReadonlySet<string> {
  const places = new Map(before.map(({ id, parent }, place) => [id, { parent, place }]))
  const siblings = Map.groupBy(
    after.flatMap((item) => {
      const was = places.get(item.id)
      return was?.parent === item.parent ? [{ item, place: was.place }] : []
    }),
    ({ item }) => `${item.parent ?? ''} ${item.kind}`,
  )
  const passed = new Set<string>()
  for (const group of siblings.values()) {
    const kept = longestRise(group.map(({ place }) => place))
    for (const [at, { item }] of group.entries()) if (!kept.has(at)) passed.add(item.id)
  }
  return passed
}

/** Places in a row of numbers of a longest part of it that rises. */
function longestRise(row: readonly number[]): ReadonlySet<number> {
  const before: number[] = []
  const ends: number[] = []
  for (const [at, value] of row.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((row[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before[at] = ends[low - 1] ?? -1
    ends[low] = at
  }
  const kept = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at)
  return kept
}

function cellName({ budget, key }: Pick<BudgetCell, 'budget' | 'key'>): string {
  return [budget, ...key].join('\n')
}

function differingCells(before: readonly BudgetCell[], after: readonly BudgetCell[]): CellDifference[] {
  const old = new Map(before.map((cell) => [cellName(cell), cell.amountOre]))
  const now = new Map(after.map((cell) => [cellName(cell), cell.amountOre]))
  return [...after, ...before.filter((cell) => !now.has(cellName(cell)))].flatMap(({ budget, key }) => {
    const name = cellName({ budget, key })
    const [was, is] = [old.get(name) ?? null, now.get(name) ?? null]
    return was === is ? [] : [{ budget, key, before: was, after: is }]
  })
}
