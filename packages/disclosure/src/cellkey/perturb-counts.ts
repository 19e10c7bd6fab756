import { type Cube, firstUnequal } from '../model/cube.ts'
import type { UnequalLength } from './cell-keys.ts'
import { noiseOf, type PerturbationTable } from './perturbation-table.ts'

export type CountsFault =
  | UnequalLength
  /** Not whole or negative; not the sum of its parts; a key where the count is 0. Cells are numbered as in the cube. */
  | {
      readonly ok: false
      readonly reason: 'bad-count' | 'not-additive' | 'key-without-records'
      readonly cell: number
    }

/**
 * Perturbs the counts of a cube by the cell-key method.
 *
 * published = count + v(min(count, cap), cell key). What is published does not add up: each cell has its own noise,
 * also the totals. Zeros stay 0. A published 0 is therefore 0, or a small count.
 *
 * What it promises: a count is known to ± D at best from its own cell, the same group has the same noise however it is
 * asked for, and two groups that differ by one record have noises that do not hang together. What it does not: whoever
 * asks for very many *different* partitions of one group and adds their parts gets many noises and can average them
 * (Asghar, H. J. and Kaafar, D. (2020), Averaging attacks on bounded noise-based disclosure control algorithms).
 * So the number of variables at choice has to be limited, and the minimum size of the group that may be asked for.
 *
 * @param counts one for each cell, sums included
 * @param keys from `cellKeys` on the same records
 * @returns the published counts in the order of the cells, or a fault: `unequal-length`, `bad-count`,
 * `not-additive`, `key-without-records` (the keys are those of other records)
 * @example perturbCube(cube, tabulateCube(cube, leaves), keys, table)
 */
export function perturbCube(
  cube: Cube,
  counts: Float64Array,
  keys: Uint32Array,
  table: PerturbationTable,
): { readonly ok: true; readonly counts: Float64Array } | CountsFault {
  if (counts.length !== cube.size) return { ok: false, reason: 'unequal-length', culprit: 'counts' }
  if (keys.length !== cube.size) return { ok: false, reason: 'unequal-length', culprit: 'keys' }
  for (const [cell, count] of counts.entries()) {
    if (!Number.isSafeInteger(count) || count < 0) return { ok: false, reason: 'bad-count', cell }
    if (count === 0 && keys[cell] !== 0) return { ok: false, reason: 'key-without-records', cell }
  }
  const unequal = firstUnequal(cube, counts)
  if (unequal !== null) return { ok: false, reason: 'not-additive', cell: unequal }
  return {
    ok: true,
    counts: counts.map((count, cell) => count + noiseOf(table, count, keys[cell] ?? 0)),
  }
}
