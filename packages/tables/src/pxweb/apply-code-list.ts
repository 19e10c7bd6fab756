import { isFigure, STATE } from '../stat/cell-state.ts'
import { defined } from '../stat/defined.ts'
import { checkedRead, type StatRead, type StatRefusal } from '../stat/refusal.ts'
import {
  type Category,
  type CodeList,
  cellsOf,
  type Note,
  type StatDimension,
  type StatTable,
  sizesOf,
  stridesOf,
} from '../stat/stat-table.ts'
import { childrenAmong } from './select-cells.ts'

/**
 * The table with one dimension told by another list of values: each value is the sum of its members, a value of a
 * single member that member. Nil and nil are nil; a figure and nil are the figure. Where any member is missing the sum
 * is missing: of the kind of those members if they agree, otherwise unavailable. Notes and marks of members stand at
 * the values they went into. Whether sums mean anything (they do not for averages, shares and medians) is for the
 * caller to know.
 * @returns the table, its dimension without parts and totals that are gone; `unknown-code` for a dimension or member
 * that there is not, `member-missing` for a value without members, with the dimension as `keyword` and the code as
 * `detail`; `too-many-cells` where the list names more than 20 million cells
 * @example applyCodeList(table, 'Alder', tenYearClasses)
 */
export function applyCodeList(table: StatTable, dimensionId: string, codeList: CodeList): StatRead {
  const d = table.dimensions.findIndex(({ id }) => id === dimensionId)
  const dimension = table.dimensions[d]
  if (dimension === undefined) return { ok: false, reason: 'unknown-code', keyword: dimensionId }
  const places = placesOfMembers(dimension, codeList)
  if ('ok' in places) return places
  const sizes = sizesOf(table)
  if (cellsOf(sizes.with(d, places.length)) > MOST_CELLS)
    return { ok: false, reason: 'too-many-cells', keyword: dimensionId }
  const { cellNotes, cellMarks, ...kept } = table
  return checkedRead({
    ...kept,
    dimensions: table.dimensions.with(d, regrouped(dimension, codeList, places)),
    ...summed(table, d, places),
    ...defined({ cellNotes: carried(cellNotes, d, places), cellMarks: carried(cellMarks, d, places) }),
  })
}

const MOST_CELLS = 20_000_000

function placesOfMembers(
  { id, categories }: StatDimension,
  { values }: CodeList,
): readonly (readonly number[])[] | StatRefusal {
  const placeOf = new Map(categories.map(({ code }, place) => [code, place]))
  const places: (readonly number[])[] = []
  for (const { code, members } of values) {
    if (members.length === 0)
      return { ok: false, reason: 'member-missing', keyword: id, detail: code.slice(0, 60) }
    const unknown = members.find((member) => !placeOf.has(member))
    if (unknown !== undefined)
      return { ok: false, reason: 'unknown-code', keyword: id, detail: unknown.slice(0, 60) }
    places.push([...new Set(members.flatMap((member) => placeOf.get(member) ?? []))])
  }
  return places
}

function regrouped(
  dimension: StatDimension,
  { values, domain }: CodeList,
  places: readonly (readonly number[])[],
): StatDimension {
  const { children, elimination, ...kept } = dimension
  const codes = new Set(values.map(({ code }) => code))
  const total = elimination?.total
  const sameTotal =
    total != null && values.some(({ code, members }) => code === total && members.join() === total)
  return {
    ...kept,
    categories: values.map(({ code, label }, at): Category => {
      const members = (places[at] ?? []).flatMap((place) => dimension.categories[place] ?? [])
      const [only] = members
      return defined({
        code,
        label,
        notes: withoutRepeats(members.flatMap(({ notes }) => notes ?? [])),
        measure: members.length === 1 ? only?.measure : undefined,
      })
    }),
    ...defined({
      children: places.every(({ length }) => length === 1) ? childrenAmong(children, codes) : undefined,
      elimination: sameTotal ? elimination : undefined,
      domain:
        domain === undefined
          ? undefined
          : Object.fromEntries(Object.keys(kept.label).map((key) => [key, domain])),
    }),
  }
}

function withoutRepeats(notes: readonly Note[]): readonly Note[] | undefined {
  if (notes.length === 0) return undefined
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()]
}

function summed(table: StatTable, d: number, places: readonly (readonly number[])[]) {
  const sizes = sizesOf(table)
  const inner = stridesOf(sizes)[d] ?? 1
  const outer = cellsOf(sizes.slice(0, d))
  const size = sizes[d] ?? 1
  const values = new Float64Array(outer * places.length * inner)
  const states = new Uint8Array(values.length)
  let cell = 0
  for (let before = 0; before < outer; before++) {
    for (const members of places) {
      for (let after = 0; after < inner; after++) {
        let sum = 0
        let state = STATE.nil
        for (const place of members) {
          const from = (before * size + place) * inner + after
          state = stateOfSum(state, table.states[from] ?? STATE.unavailable)
          sum += table.values[from] ?? Number.NaN
        }
        states[cell] = state
        values[cell] = isFigure(state) ? sum : Number.NaN
        cell++
      }
    }
  }
  return { values, states }
}

function stateOfSum(left: number, right: number): number {
  if (isFigure(left)) return isFigure(right) ? Math.min(left, right) : right
  return isFigure(right) || left === right ? left : STATE.unavailable
}

/** What is said of sets of cells, at each value that one of its members went into. */
function carried<T extends { readonly at: readonly (number | null)[] }>(
  items: readonly T[] | undefined,
  d: number,
  places: readonly (readonly number[])[],
): readonly T[] | undefined {
  const groupsOf = new Map<number, number[]>()
  for (const [group, members] of places.entries())
    for (const place of members) {
      const groups = groupsOf.get(place)
      if (groups === undefined) groupsOf.set(place, [group])
      else groups.push(group)
    }
  const moved = items?.flatMap((item) => {
    const place = item.at[d] ?? null
    if (place === null) return [item]
    return (groupsOf.get(place) ?? []).map((group) => ({ ...item, at: item.at.with(d, group) }))
  })
  const once = [...new Map(moved?.map((item) => [JSON.stringify(item), item])).values()]
  return once.length === 0 ? undefined : once
}
