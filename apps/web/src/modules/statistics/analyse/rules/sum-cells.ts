import { isFigure, type StatTable, sizesOf, stridesOf } from '@jamvikt/tables'

/** A dimension of sums, with the codes it runs through. */
export interface Axis {
  readonly dimension: string
  readonly codes: readonly string[]
}

export interface CellSums {
  /** A sum for each combination of the axes; NaN where any cell of it has no figure, or a code is not in the table. */
  readonly sums: Float64Array
  /** Whether every cell that was read and every sum is a whole number of 0 or more, as numbers of persons are. */
  readonly areCounts: boolean
}

interface Step {
  /** Steps in the table, and in the answer, of each code that is taken. */
  readonly offsets: Int32Array
  readonly places: Int32Array
}

/**
 * Sums a table's cells over everything but the axes.
 *
 * @param axes dimensions that stay, each with its codes; the last runs fastest in the answer
 * @param taken for every other dimension the codes whose cells are summed
 */
export function sumCells(
  table: StatTable,
  axes: readonly Axis[],
  taken: ReadonlyMap<string, readonly string[]>,
): CellSums {
  const sums = new Float64Array(axes.reduce((product, { codes }) => product * codes.length, 1))
  const steps = stepsOf(table, axes, taken)
  if (steps === null) return { sums: sums.fill(Number.NaN), areCounts: true }
  let areCounts = true
  const at = new Int32Array(steps.length)
  for (;;) {
    let cell = 0
    let place = 0
    for (const [d, { offsets, places }] of steps.entries()) {
      cell += offsets[at[d] ?? 0] ?? 0
      place += places[at[d] ?? 0] ?? 0
    }
    const figure = isFigure(table.states[cell] ?? 0) ? (table.values[cell] ?? Number.NaN) : Number.NaN
    const sum = (sums[place] ?? 0) + figure
    areCounts &&= Number.isNaN(figure) || (figure >= 0 && Number.isInteger(figure))
    areCounts &&= Number.isNaN(sum) || Number.isSafeInteger(sum)
    sums[place] = sum
    let d = steps.length - 1
    for (; d >= 0; d--) {
      const next = (at[d] ?? 0) + 1
      at[d] = next < (steps[d]?.offsets.length ?? 0) ? next : 0
      if (at[d] !== 0) break
    }
    if (d < 0) return { sums, areCounts }
  }
}

/** `null` where a dimension has no codes to take, or one that the table does not have. */
function stepsOf(
  table: StatTable,
  axes: readonly Axis[],
  taken: ReadonlyMap<string, readonly string[]>,
): Step[] | null {
  const strides = stridesOf(sizesOf(table))
  const strideOfAxis = new Map<string, number>()
  let width = 1
  for (const { dimension, codes } of axes.toReversed()) {
    strideOfAxis.set(dimension, width)
    width *= codes.length
  }
  const steps: Step[] = []
  for (const [d, { id, categories }] of table.dimensions.entries()) {
    const axis = axes.find(({ dimension }) => dimension === id)
    const codes = axis?.codes ?? taken.get(id) ?? []
    const known = new Map(categories.map(({ code }, at) => [code, at]))
    if (codes.length === 0 || !codes.every((code) => known.has(code))) return null
    steps.push({
      offsets: Int32Array.from(codes, (code) => (known.get(code) ?? 0) * (strides[d] ?? 1)),
      places: Int32Array.from(codes, (_, at) => (axis === undefined ? 0 : at * (strideOfAxis.get(id) ?? 0))),
    })
  }
  return steps
}
