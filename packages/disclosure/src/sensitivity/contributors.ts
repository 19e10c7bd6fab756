import { type Cube, nodeOf } from '../model/cube.ts'
import { eachHolderSum } from '../model/holder-sums.ts'
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
  eachHolderSum(cube, leaves, holders, amounts, (cell, sum) => {
    count[cell] = (count[cell] ?? 0) + 1
    if (sum > (first[cell] ?? 0)) {
      second[cell] = first[cell] ?? 0
      first[cell] = sum
    } else if (sum > (second[cell] ?? 0)) second[cell] = sum
  })
  return { count, first, second }
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
