import { defined } from '../stat/defined.ts'
import type { StatRefusal } from '../stat/refusal.ts'
import { type StatDimension, type StatTable, sizesOf, stridesOf } from '../stat/stat-table.ts'
import { cellsAt } from './copy-cells.ts'

/** How a table is to be turned. */
export interface Layout {
  /** Dimensions of the rows. Those that are named nowhere stand in the rest: here, unless this alone is given. */
  readonly stub?: readonly string[]
  readonly heading?: readonly string[]
  /** Dimensions of one category each that are left out. */
  readonly without?: ReadonlySet<string>
}

/**
 * The same table with its dimensions in another order, and without those that one category stands for. What is said of
 * a dimension that is left out, and of its category, is then said of the table; a measure left out is the measure of
 * all figures. If all are to be left out the last of them stays, since a table has at least one.
 * @returns the table; `unknown-code` for a dimension that there is not, `duplicate-dimension` for one named twice, and
 * `values-do-not-match` for one to be left out that has several categories, with the dimension as `keyword`
 */
export function layOut(
  table: StatTable,
  layout: Layout,
): { readonly ok: true; readonly table: StatTable } | StatRefusal {
  const { dimensions } = table
  const fault = faultOf(dimensions, layout)
  if (fault !== null) return fault
  const without = layout.without ?? new Set()
  const left = dimensions.filter(({ id }) => !without.has(id))
  const kept = left.length === 0 ? dimensions.slice(-1) : left
  const { order, stub } = orderOf(kept, new Set(dimensions.slice(0, table.stub)), layout)
  const from = order.map((dimension) => dimensions.indexOf(dimension))
  const strides = stridesOf(sizesOf(table))
  const gone = dimensions.filter((dimension) => !kept.includes(dimension))
  const moved = <T extends { readonly at: readonly (number | null)[] }>(items: readonly T[] | undefined) =>
    items?.map((item) => ({ ...item, at: from.map((d) => item.at[d] ?? null) }))
  const { notes, cellNotes, cellMarks, ...rest } = table
  const said = [...(notes ?? []), ...gone.flatMap(notesOf)]
  const metric = gone.find(({ role }) => role === 'metric')?.categories[0]
  return {
    ok: true,
    table: {
      ...rest,
      ...defined({
        notes: said.length === 0 ? undefined : said,
        cellNotes: moved(cellNotes),
        cellMarks: moved(cellMarks),
      }),
      ...(metric === undefined
        ? {}
        : defined({ contents: metric.label, measure: metric.measure ?? table.measure })),
      dimensions: order,
      stub,
      ...cellsAt(
        table,
        order.map(({ categories }) => categories.map((_, place) => place)),
        from.map((d) => strides[d] ?? 1),
      ),
    },
  }
}

function notesOf({ notes, categories }: StatDimension) {
  return [...(notes ?? []), ...(categories[0]?.notes ?? [])]
}

function faultOf(dimensions: readonly StatDimension[], layout: Layout): StatRefusal | null {
  const { stub = [], heading = [], without = new Set() } = layout
  const sizes = new Map(dimensions.map(({ id, categories }) => [id, categories.length]))
  const placed = [...stub, ...heading]
  const unknown = [...placed, ...without].find((id) => !sizes.has(id))
  if (unknown !== undefined) return { ok: false, reason: 'unknown-code', keyword: unknown.slice(0, 60) }
  const seen = new Set<string>()
  const twice = placed.find((id) => seen.size === seen.add(id).size)
  if (twice !== undefined) return { ok: false, reason: 'duplicate-dimension', keyword: twice }
  const several = [...without].find((id) => sizes.get(id) !== 1)
  return several === undefined ? null : { ok: false, reason: 'values-do-not-match', keyword: several }
}

function orderOf(
  kept: readonly StatDimension[],
  inStub: ReadonlySet<StatDimension>,
  { stub, heading }: Layout,
): { readonly order: readonly StatDimension[]; readonly stub: number } {
  const named = (ids: readonly string[]) => ids.flatMap((id) => kept.find((each) => each.id === id) ?? [])
  if (stub === undefined && heading === undefined)
    return { order: kept, stub: kept.filter((each) => inStub.has(each)).length }
  const rows = named(stub ?? [])
  const columns = named(heading ?? [])
  const rest = kept.filter((each) => !rows.includes(each) && !columns.includes(each))
  const isRowsOnly = heading === undefined
  const order = isRowsOnly ? [...rows, ...rest] : [...rows, ...rest, ...columns]
  return { order, stub: isRowsOnly ? rows.length : rows.length + rest.length }
}
