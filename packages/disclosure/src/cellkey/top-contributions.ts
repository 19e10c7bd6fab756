import type { Cube } from '../model/cube.ts'
import { eachHolderSum } from '../model/holder-sums.ts'

/** Amounts of money by record, and whose they are. */
export interface AmountRecords {
  /** For each dimension, the leaf of every record. */
  readonly leaves: readonly Int32Array[]
  /** Whole, 0 or more. */
  readonly ore: Float64Array
  /** Number of the contributor (recipient) of every record, from 0; theirs may be several records. */
  readonly contributor: Int32Array
  /** Key of every record, purpose `amount`. */
  readonly keys: Uint32Array
  /** Key of every contributor by number, purpose `contributor`. */
  readonly contributorKeys: Uint32Array
}

export interface TopContributions {
  /** The `most` largest contributions of cell c, largest first, from `c · most`; 0 where there are fewer. */
  readonly ore: Float64Array
  /** The contributor of the largest, −1 in a cell without money. Among equals the one with the smallest key. */
  readonly first: Int32Array
}

/** The largest contributions to each cell. What a contributor has in several records of a cell is one contribution. */
export function topContributions(cube: Cube, records: AmountRecords, most: number): TopContributions {
  const { leaves, ore, contributor, contributorKeys } = records
  const top = { ore: new Float64Array(cube.size * most), first: new Int32Array(cube.size).fill(-1) }
  eachHolderSum(cube, leaves, contributor, ore, (cell, sum, who) =>
    enter(top, cell, most, sum, who, contributorKeys),
  )
  return top
}

function enter(
  top: TopContributions,
  cell: number,
  most: number,
  ore: number,
  who: number,
  contributorKeys: Uint32Array,
): void {
  const start = cell * most
  const largest = top.ore[start] ?? 0
  const champion = top.first[cell] ?? -1
  if (ore > largest || (ore === largest && (contributorKeys[who] ?? 0) < (contributorKeys[champion] ?? 0))) {
    top.first[cell] = who
  }
  let at = start + most
  for (; at > start && (top.ore[at - 1] ?? 0) < ore; at--) {
    if (at < start + most) top.ore[at] = top.ore[at - 1] ?? 0
  }
  if (at < start + most) top.ore[at] = ore
}
