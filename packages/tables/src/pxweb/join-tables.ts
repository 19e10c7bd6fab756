import { STATE } from '../stat/cell-state.ts'
import { defined } from '../stat/defined.ts'
import { checkedRead, DEFAULT_STAT_LIMITS, type StatRead, StatRefusedError } from '../stat/refusal.ts'
import { type Category, cellsOf, type StatDimension, type StatTable, stridesOf } from '../stat/stat-table.ts'
import { forEachRow } from './copy-cells.ts'
import type { Selection } from './split-selection.ts'

/**
 * Joins the answers to the pieces of a question (`splitSelection`) into one table.
 * @param parts tables of the same dimensions in the same order; texts, units and notes are those of the first that has
 * a category, so that a label that was changed between two answers does no harm
 * @param wanted codes by dimension, in the order they are to stand; of a dimension that is not named, all codes in the
 * order they come
 * @returns the table; `no-dimension` without parts; `unknown-code` where parts differ in dimensions, a wanted code
 * comes in no part or a code comes that is not wanted; `duplicate-key` where two parts differ about a cell;
 * `too-few-values` where a combination is in no part; `too-many-cells` above 20 million
 * @example joinTables(answers, selection)
 */
export function joinTables(parts: readonly StatTable[], wanted: Selection): StatRead {
  try {
    return checkedRead(joined(parts, wanted))
  } catch (error) {
    if (error instanceof StatRefusedError) return error.refusal
    throw error
  }
}

function joined(parts: readonly StatTable[], wanted: Selection): StatTable {
  const [first] = parts
  if (first === undefined) throw new StatRefusedError('no-dimension')
  const ids = first.dimensions.map(({ id }) => id)
  for (const part of parts) {
    const strange =
      part.dimensions.find(({ id }, d) => id !== ids[d]) ?? first.dimensions[part.dimensions.length]
    if (strange !== undefined) throw new StatRefusedError('unknown-code', { keyword: strange.id })
  }
  const stray = [...wanted.keys()].find((id) => !ids.includes(id))
  if (stray !== undefined) throw new StatRefusedError('unknown-code', { keyword: stray })
  const dimensions = first.dimensions.map((dimension, d) =>
    joinedDimension(dimension, d, parts, wanted.get(dimension.id)),
  )
  const sizes = dimensions.map(({ categories }) => categories.length)
  const cells = cellsOf(sizes)
  if (cells > DEFAULT_STAT_LIMITS.cells)
    throw new StatRefusedError('too-many-cells', { detail: String(cells) })
  const placeOf = dimensions.map(({ categories }) => new Map(categories.map(({ code }, at) => [code, at])))
  const boxes = parts.map((part) =>
    part.dimensions.map(({ categories }, d) => categories.map(({ code }) => placeOf[d]?.get(code) ?? 0)),
  )
  const notes = [
    ...new Map(
      parts.flatMap((part) => part.notes ?? []).map((note) => [JSON.stringify(note), note]),
    ).values(),
  ]
  const { cellNotes: _, cellMarks: __, ...kept } = first
  return {
    ...kept,
    dimensions,
    ...(notes.length === 0 ? {} : { notes }),
    ...joinedCells(parts, boxes, sizes),
    ...defined({
      cellNotes: moved(
        parts.map((part) => part.cellNotes),
        boxes,
        sizes,
      ),
      cellMarks: moved(
        parts.map((part) => part.cellMarks),
        boxes,
        sizes,
      ),
    }),
  }
}

function joinedDimension(
  dimension: StatDimension,
  d: number,
  parts: readonly StatTable[],
  wanted: readonly string[] | undefined,
): StatDimension {
  const found = new Map<string, Category>()
  for (const part of parts)
    for (const category of part.dimensions[d]?.categories ?? [])
      if (!found.has(category.code)) found.set(category.code, category)
  const codes = wanted ?? [...found.keys()]
  const known = new Set(codes)
  const unasked = [...found.keys()].find((code) => !known.has(code))
  const missing = codes.find((code) => !found.has(code))
  const strange = unasked ?? missing
  if (strange !== undefined)
    throw new StatRefusedError('unknown-code', { keyword: dimension.id, detail: strange.slice(0, 60) })
  const whole = parts.map((part) => part.dimensions[d]).find((each) => each?.elimination !== undefined)
  const children = joinedChildren(parts, d)
  return {
    ...dimension,
    categories: codes.flatMap((code) => found.get(code) ?? []),
    ...defined({ elimination: whole?.elimination, children }),
  }
}

function joinedChildren(parts: readonly StatTable[], d: number): StatDimension['children'] | undefined {
  const children = new Map<string, Set<string>>()
  for (const part of parts)
    for (const [parent, codes] of Object.entries(part.dimensions[d]?.children ?? {})) {
      const all = children.get(parent) ?? new Set()
      for (const code of codes) all.add(code)
      children.set(parent, all)
    }
  if (children.size === 0) return undefined
  return Object.fromEntries([...children].map(([parent, codes]) => [parent, [...codes]]))
}

type Box = readonly (readonly number[])[]

function joinedCells(parts: readonly StatTable[], boxes: readonly Box[], sizes: readonly number[]) {
  const values = new Float64Array(cellsOf(sizes)).fill(Number.NaN)
  const states = new Uint8Array(values.length).fill(STATE.unavailable)
  const filled = new Uint8Array(values.length)
  const strides = stridesOf(sizes)
  let count = 0
  for (const [at, part] of parts.entries()) {
    let from = 0
    forEachRow(boxes[at] ?? [], strides, (cell) => {
      const value = part.values[from] ?? Number.NaN
      const state = part.states[from] ?? STATE.unavailable
      from++
      if (filled[cell] === 1) {
        if (!Object.is(values[cell], value) || states[cell] !== state)
          throw new StatRefusedError('duplicate-key', { detail: String(cell) })
        return
      }
      filled[cell] = 1
      count++
      values[cell] = value
      states[cell] = state
    })
  }
  if (count < values.length)
    throw new StatRefusedError('too-few-values', { detail: `${count} ≠ ${values.length}` })
  return { values, states }
}

/** What is said of sets of cells of a part: all codes of the part are named one by one where they are not all codes. */
function moved<T extends { readonly at: readonly (number | null)[] }>(
  lists: readonly (readonly T[] | undefined)[],
  boxes: readonly Box[],
  sizes: readonly number[],
): readonly T[] | undefined {
  const items = new Map<string, T>()
  for (const [part, list] of lists.entries())
    for (const item of list ?? []) {
      const open = item.at.map((place, d): readonly (number | null)[] => {
        const box = boxes[part]?.[d] ?? []
        if (place !== null) return [box[place] ?? null]
        return box.length === sizes[d] ? [null] : box
      })
      let ats: (number | null)[][] = [[]]
      for (const places of open) ats = ats.flatMap((at) => places.map((place) => [...at, place]))
      for (const at of ats) {
        const placed = { ...item, at }
        items.set(JSON.stringify(placed), placed)
      }
    }
  return items.size === 0 ? undefined : [...items.values()]
}
