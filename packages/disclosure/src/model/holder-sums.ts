import { bufferOver, cellsOver } from './cells-over.ts'
import type { Cube } from './cube.ts'

/**
 * What each holder has in each cell, sums included: what one has in several records of a cell is one contribution.
 *
 * @param leaves for each dimension, the leaf of every record
 * @param holders of every record, as a number
 * @param amounts of every record, 0 or more
 * @param each called once for every cell where a holder has more than 0
 */
export function eachHolderSum(
  cube: Cube,
  leaves: readonly Int32Array[],
  holders: Int32Array,
  amounts: Float64Array,
  each: (cell: number, sum: number, holder: number) => void,
): void {
  const rows = Int32Array.from(amounts.keys()).sort((a, b) => (holders[a] ?? 0) - (holders[b] ?? 0))
  const sums = new Map<number, number>()
  const buffer = bufferOver(cube)
  for (const [i, row] of rows.entries()) {
    const holder = holders[row] ?? 0
    const inner = leaves.reduce((cell, own, d) => cell + (own[row] ?? 0) * (cube.strides[d] ?? 0), 0)
    for (const cell of cellsOver(cube, inner, buffer))
      sums.set(cell, (sums.get(cell) ?? 0) + (amounts[row] ?? 0))
    if (i + 1 < rows.length && holders[rows[i + 1] ?? 0] === holder) continue
    for (const [cell, sum] of sums) if (sum > 0) each(cell, sum, holder)
    sums.clear()
  }
}
