import { type CellMark, stridesOf, type Texts } from '../stat/stat-table.ts'

/** More marks than this are refused: each takes a hundred bytes, however short the text of the source. */
const MOST_MARKS = 1_000_000

/**
 * Gathers marks of cells into marks of sets of cells: where all cells that share their first categories have the same
 * mark, one mark stands for them (`null` for the dimensions that differ).
 * @param ofCell for each cell the number of its text, counted from 1; 0 for none
 * @param sizes of the dimensions; all at least 1
 * @returns the marks in the order of the cells; `undefined` where there would be too many
 * @example marksOfCells(Uint32Array.of(1, 1, 0, 1), [{ sv: 'p' }], [2, 2]) // at [0, null] and [1, 1]
 */
export function marksOfCells(
  ofCell: Uint32Array,
  texts: readonly Texts[],
  sizes: readonly number[],
): CellMark[] | undefined {
  const strides = stridesOf(sizes)
  const blocks = [ofCell.length, ...strides]
  const marks: CellMark[] = []
  let cell = 0
  while (cell < ofCell.length) {
    const end = endOfRun(ofCell, cell)
    const mark = texts[(ofCell[cell] ?? 0) - 1]
    while (mark !== undefined && cell < end) {
      const first = cell
      const block = blocks.find((length) => first % length === 0 && first + length <= end) ?? 1
      if (marks.length >= MOST_MARKS) return undefined
      marks.push({ at: placeOf(cell, block, sizes, strides), mark })
      cell += block
    }
    cell = end
  }
  return marks
}

/** The first cell from here on that has another number. */
function endOfRun(ofCell: Uint32Array, start: number): number {
  let end = start + 1
  while (end < ofCell.length && ofCell[end] === ofCell[start]) end++
  return end
}

function placeOf(cell: number, block: number, sizes: readonly number[], strides: readonly number[]) {
  return sizes.map((size, d) => {
    const stride = strides[d] ?? 1
    return stride < block || size * stride === block ? null : Math.floor(cell / stride) % size
  })
}

/**
 * Spreads marks of sets of cells over the cells. Of marks of the very same set the last counts; marks of sets that
 * meet are joined by a space. So each cell is visited at most once for each combination of open dimensions.
 * @returns the texts, and for each cell the number of its text, counted from 1; `undefined` where there is no mark
 */
export function cellsOfMarks(
  marks: readonly { readonly at: readonly (number | null)[]; readonly text: string }[],
  sizes: readonly number[],
): { readonly ofCell: Uint32Array; readonly texts: readonly string[] } | undefined {
  if (marks.length === 0) return undefined
  const strides = stridesOf(sizes)
  const ofCell = new Uint32Array(sizes.reduce((product, size) => product * size, 1))
  const texts: string[] = []
  const numbers = new Map<string, number>()
  const sets = new Map(marks.map((mark) => [mark.at.join(), mark]))
  for (const { at, text } of sets.values()) {
    forEachCell(at, sizes, strides, (cell) => {
      const before = texts[(ofCell[cell] ?? 0) - 1]
      const joined = before === undefined ? text : `${before} ${text}`
      const number = numbers.get(joined) ?? texts.push(joined)
      numbers.set(joined, number)
      ofCell[cell] = number
    })
  }
  return { ofCell, texts }
}

/** Every cell of a set, in the order of the table. */
export function forEachCell(
  at: readonly (number | null)[],
  sizes: readonly number[],
  strides: readonly number[],
  take: (cell: number) => void,
): void {
  const open = sizes.flatMap((size, d) =>
    at[d] === null ? [{ size, stride: strides[d] ?? 1, place: 0 }] : [],
  )
  let cell = at.reduce<number>((sum, place, d) => sum + (place ?? 0) * (strides[d] ?? 1), 0)
  for (;;) {
    take(cell)
    let turned = open.length - 1
    for (; turned >= 0; turned--) {
      const wheel = open[turned]
      if (wheel === undefined) return
      if (++wheel.place < wheel.size) {
        cell += wheel.stride
        break
      }
      cell -= wheel.stride * (wheel.size - 1)
      wheel.place = 0
    }
    if (turned < 0) return
  }
}
