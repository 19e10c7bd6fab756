import { defined } from '../stat/defined.ts'
import { checkedRead, type StatRead, type StatRefusal } from '../stat/refusal.ts'
import type { StatDimension, StatTable } from '../stat/stat-table.ts'
import { cellsAt } from './copy-cells.ts'
import { type Layout, layOut } from './lay-out.ts'
import type { Selection } from './split-selection.ts'

/**
 * The part of a table with the chosen categories, in the order asked. Dimensions that are not asked about stay whole.
 * Notes of the table, of dimensions, of chosen categories and of chosen cells come along. Parts of a whole are kept
 * where they are chosen; that a dimension may be left out is kept only while its total is chosen, or, where all its
 * values are summed, while they all are.
 * @param layout which dimensions stand in the rows and which in the columns, and which are left out now that a single
 * category stands for them: what was said of those is then said of the table
 * @returns the table; `unknown-code` for a dimension or code that there is not, `duplicate-code`, or `empty-dimension`
 * for an empty list, with the dimension as `keyword`; for a layout `duplicate-dimension`, and `values-do-not-match` for
 * a dimension to be left out that has several categories
 * @example selectCells(table, new Map([['Kon', ['2', '1']]]))
 * @example selectCells(table, new Map([['Kon', ['T']]]), { heading: ['Tid'], without: new Set(['Kon']) })
 */
export function selectCells(table: StatTable, selection: Selection, layout?: Layout): StatRead {
  const ids = new Set(table.dimensions.map(({ id }) => id))
  const unknown = [...selection.keys()].find((id) => !ids.has(id))
  if (unknown !== undefined) return { ok: false, reason: 'unknown-code', keyword: unknown }
  const places: (readonly number[])[] = []
  for (const dimension of table.dimensions) {
    const found = placesOf(dimension, selection.get(dimension.id))
    if ('ok' in found) return found
    places.push(found)
  }
  const turned = places.map((chosen) => new Map(chosen.map((place, at) => [place, at])))
  const { cellNotes, cellMarks, ...kept } = table
  const chosen: StatTable = {
    ...kept,
    dimensions: table.dimensions.map((dimension, d) => chosenOf(dimension, places[d] ?? [])),
    ...cellsAt(table, places),
    ...defined({ cellNotes: movedTo(cellNotes, turned), cellMarks: movedTo(cellMarks, turned) }),
  }
  if (layout === undefined) return checkedRead(chosen)
  const turnedOver = layOut(chosen, layout)
  return turnedOver.ok ? checkedRead(turnedOver.table) : turnedOver
}

function placesOf(
  { id, categories }: StatDimension,
  codes: readonly string[] | undefined,
): readonly number[] | StatRefusal {
  if (codes === undefined) return categories.map((_, place) => place)
  if (codes.length === 0) return { ok: false, reason: 'empty-dimension', keyword: id }
  const placeOf = new Map(categories.map(({ code }, place) => [code, place]))
  const chosen = new Set<number>()
  for (const code of codes) {
    const place = placeOf.get(code)
    if (place === undefined || chosen.has(place))
      return {
        ok: false,
        reason: place === undefined ? 'unknown-code' : 'duplicate-code',
        keyword: id,
        detail: code.slice(0, 60),
      }
    chosen.add(place)
  }
  return [...chosen]
}

function chosenOf(dimension: StatDimension, places: readonly number[]): StatDimension {
  const { children, elimination, ...kept } = dimension
  const categories = places.flatMap((place) => dimension.categories[place] ?? [])
  const total = elimination?.total
  const codes = new Set(categories.map(({ code }) => code))
  const mayLeaveOut = total == null ? categories.length === dimension.categories.length : codes.has(total)
  return {
    ...kept,
    categories,
    ...defined({
      children: childrenAmong(children, codes),
      elimination: mayLeaveOut ? elimination : undefined,
    }),
  }
}

/** Which codes are parts of which, of those that are left. */
export function childrenAmong(
  children: StatDimension['children'],
  codes: ReadonlySet<string>,
): StatDimension['children'] | undefined {
  const left = Object.entries(children ?? {})
    .filter(([parent]) => codes.has(parent))
    .map(([parent, parts]) => [parent, parts.filter((part) => codes.has(part))] as const)
    .filter(([, parts]) => parts.length > 0)
  return left.length === 0 ? undefined : Object.fromEntries(left)
}

/** What is said of sets of cells, with the places it has after the move; left out where no cell is left. */
function movedTo<T extends { readonly at: readonly (number | null)[] }>(
  items: readonly T[] | undefined,
  turned: readonly ReadonlyMap<number, number>[],
): readonly T[] | undefined {
  const moved = items?.flatMap((item) => {
    const at = item.at.map((place, d) => (place === null ? null : turned[d]?.get(place)))
    const known = at.filter((place) => place !== undefined)
    return known.length === at.length ? [{ ...item, at: known }] : []
  })
  return moved === undefined || moved.length === 0 ? undefined : moved
}
