import { type Cube, nodeOf } from '../model/cube.ts'
import type { Contributors } from './rules.ts'

/**
 * Who stands behind the amount of each cell, sums included.
 *
 * @param leaves for each dimension, the leaf of every record
 * @param holders the holding (or the contributor itself) of every record, as a number; the same number is one holder
 * @param amounts of every record, 0 or more
 * @returns by cell: distinct holders with an amount above 0, and the two largest sums of one holder
 * @example contributorsOf(cube, [sexOfRow], holdingOfRow, grantedOre)
 */
export function contributorsOf(
  cube: Cube,
  leaves: readonly Int32Array[],
  holders: Int32Array,
  amounts: Float64Array,
): Contributors {
  const count = new Int32Array(cube.size)
  const first = new Float64Array(cube.size)
  const second = new Float64Array(cube.size)
  const byHolder = new Map<number, number[]>()
  for (const [row, holder] of holders.entries()) {
    if ((amounts[row] ?? 0) <= 0) continue
    const rows = byHolder.get(holder)
    if (rows === undefined) byHolder.set(holder, [row])
    else rows.push(row)
  }
  for (const rows of byHolder.values()) {
    const sums = new Map<number, number>()
    for (const row of rows) {
      for (const cell of cellsOver(cube, leaves, row)) {
        sums.set(cell, (sums.get(cell) ?? 0) + (amounts[row] ?? 0))
      }
    }
    for (const [cell, sum] of sums) {
      count[cell] = (count[cell] ?? 0) + 1
      if (sum > (first[cell] ?? 0)) {
        second[cell] = first[cell] ?? 0
        first[cell] = sum
      } else if (sum > (second[cell] ?? 0)) second[cell] = sum
    }
  }
  return { count, first, second }
}

/** Every cell that holds a record. */
function cellsOver(cube: Cube, leaves: readonly Int32Array[], row: number): number[] {
  let cells = [0]
  for (const [d, { over }] of cube.dimensions.entries()) {
    const stride = cube.strides[d] ?? 1
    const nodes = over[leaves[d]?.[row] ?? 0] ?? []
    cells = cells.flatMap((cell) => nodes.map((node) => cell + node * stride))
  }
  return cells
}

/** The one inner cell beneath a cell of count 1, else −1. */
export function onlyInner(cube: Cube, counts: Float64Array, cell: number): number {
  if (counts[cell] !== 1) return -1
  let at = cell
  for (const [d, { members, leaves }] of cube.dimensions.entries()) {
    const stride = cube.strides[d] ?? 1
    const node = nodeOf(cube, at, d)
    if (node < leaves) continue
    const leaf = (members[node] ?? []).find((one) => (counts[at + (one - node) * stride] ?? 0) > 0)
    if (leaf === undefined) return -1
    at += (leaf - node) * stride
  }
  return at
}
