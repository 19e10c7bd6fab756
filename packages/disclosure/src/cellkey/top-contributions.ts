import type { Cube } from '../model/cube.ts'
import { cellsOver, mostCellsOver } from './cells-over.ts'

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
  const rows = Int32Array.from(ore.keys()).sort((a, b) => (contributor[a] ?? 0) - (contributor[b] ?? 0))
  const own = new Map<number, number>()
  const over = new Int32Array(mostCellsOver(cube))
  const leaf = new Int32Array(leaves.length)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0
    const who = contributor[row] ?? 0
    for (let d = 0; d < leaf.length; d++) leaf[d] = leaves[d]?.[row] ?? 0
    const found = cellsOver(cube, leaf, over)
    for (let k = 0; k < found; k++) own.set(over[k] ?? 0, (own.get(over[k] ?? 0) ?? 0) + (ore[row] ?? 0))
    if (contributor[rows[i + 1] ?? -1] === who) continue
    for (const [cell, sum] of own) if (sum > 0) enter(top, cell, most, sum, who, contributorKeys)
    own.clear()
  }
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
