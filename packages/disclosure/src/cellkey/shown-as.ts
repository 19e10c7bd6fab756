import { type Cube, nodeOf } from '../model/cube.ts'

/** What stands for a cell that is shown as 0. */
export const NOBODY = -1

/**
 * For each cell of a cube the cell whose figure it is shown with, so that figures which are equal or not never tell
 * nobody from a few.
 *
 * Cells of the same records have the same noise. Left to itself that tells: where women are shown as 0, men and total
 * are equal if there is no woman, and differ if there is one. Therefore
 * - a cell whose parent, the cell with one of its codes left out, holds fewer than `threshold` records more is shown as
 *   that parent is, and that as its own parent, for as long as it holds; of several parents the first by `order`;
 * - any other cell of fewer than 2 · `threshold` − 1 records is shown as 0 (`NOBODY`), whatever its noise. That many are
 *   needed: of two halves of fewer, both can be below the threshold, and shown as 0 beside a whole that is not they
 *   would both be known to hold somebody.
 *
 * Plain dimensions only, the last node of each its total. Every code that a cell is narrowed by has to be a dimension of
 * the cube, those chosen by filter as well: a parent is of all records, not of those a question shows.
 *
 * @param order the dimensions as parents are tried, the same in every question of the same records
 * @example shownAs(cube, tabulateCube(cube, leaves), 3, [0, 1])
 */
export function shownAs(
  cube: Cube,
  counts: Float64Array,
  threshold: number,
  order: readonly number[],
): Int32Array {
  const shown = new Int32Array(cube.size)
  const least = 2 * threshold - 1
  const steps = order.map((dimension) => ({
    dimension,
    total: (cube.dimensions[dimension]?.codes.length ?? 1) - 1,
    stride: cube.strides[dimension] ?? 0,
  }))
  // Totals stand last, so every parent has a higher number and is settled already.
  for (let cell = cube.size - 1; cell >= 0; cell--) {
    const count = counts[cell] ?? 0
    let as = count < least ? NOBODY : cell
    for (const { dimension, total, stride } of steps) {
      const parent = cell + (total - nodeOf(cube, cell, dimension)) * stride
      if (parent === cell || (counts[parent] ?? 0) - count >= threshold) continue
      as = shown[parent] ?? NOBODY
      break
    }
    shown[cell] = as
  }
  return shown
}
