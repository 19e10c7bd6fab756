import { isSmallCount } from '../sensitivity/rules.ts'
import type { Arrangement } from './arrange.ts'
import { suppressionRules } from './plan-rules.ts'
import type { PlanRules } from './types.ts'

/** What is known of a table before anything is hidden. */
export interface Survey {
  /** By cell: the columns that it is of, a bit for the place of each; 0 is the total of all. */
  readonly crossings: Int32Array
  /** By cell: 1 for groups of values (they repeat what finer cells tell). */
  readonly grouped: Uint8Array
  /** By cell: 1 where it stands in a table. */
  readonly inTable: Uint8Array
  /** By cell. */
  readonly sensitive: Uint8Array
  readonly cells: number
  readonly sensitiveCells: number
  /** Sensitive cells of a single record. */
  readonly ones: number
  /** The share of the records that lie in sensitive inner cells; for several tables their mean. */
  readonly recordsSensitive: number
  /** See `loneliness`. */
  readonly loneliness: number
}

/**
 * Counts the cells of a table, and which of them are sensitive.
 *
 * @returns cells that are not empty, or sensitive; those outside the tables count nowhere
 */
export function survey({ cube, counts, places, crossed, tables }: Arrangement, rules: PlanRules): Survey {
  const crossings = new Int32Array(cube.size)
  const grouped = new Uint8Array(cube.size)
  for (const [d, { codes, leaves }] of cube.dimensions.entries()) {
    const bit = 1 << (places[d] ?? 0)
    const stride = cube.strides[d] ?? 1
    for (let start = 0; start < cube.size; start += stride * codes.length) {
      for (let cell = start; cell < start + stride * (codes.length - 1); cell++) {
        crossings[cell] = (crossings[cell] ?? 0) | bit
      }
      grouped.fill(1, start + stride * leaves, start + stride * (codes.length - 1))
    }
  }
  const sensitivity = suppressionRules(rules)
  const inTable = new Uint8Array(cube.size)
  const sensitive = new Uint8Array(cube.size)
  const columns = Uint8Array.from({ length: 2 ** (Math.max(...places) + 1) }, (_, crossing) =>
    bitsOf(crossing),
  )
  let [cells, sensitiveCells, ones, inSensitive] = [0, 0, 0, 0]
  for (let cell = 0; cell < cube.size; cell++) {
    const crossedHere = columns[crossings[cell] ?? 0] ?? 0
    if (crossedHere > crossed) continue
    inTable[cell] = 1
    const count = counts[cell] ?? 0
    const small = isSmallCount(count, sensitivity)
    if (small || count > 0) cells++
    if (!small) continue
    sensitive[cell] = 1
    sensitiveCells++
    if (count === 1) ones++
    if (crossedHere === crossed && grouped[cell] !== 1) inSensitive += count
  }
  return {
    ...{ crossings, grouped, inTable, sensitive, cells, sensitiveCells, ones },
    recordsSensitive: inSensitive / ((counts[cube.size - 1] ?? 0) * tables.length),
    loneliness: sensitiveCells === 0 ? 0 : loneliness(cube, { inTable, sensitive }),
  }
}

/** How many columns a crossing is of. */
export function bitsOf(crossing: number): number {
  let bits = 0
  for (let left = crossing; left > 0; left &= left - 1) bits++
  return bits
}

/**
 * How many cells it takes to hide sensitive cells that are alone: Σ (2^l − 1), where l is the number of dimensions along
 * which a sensitive cell is the only one of a sum. Each such dimension doubles the smallest change that keeps all sums.
 */
function loneliness(
  { dimensions, strides, size }: Arrangement['cube'],
  { inTable, sensitive }: Pick<Survey, 'inTable' | 'sensitive'>,
): number {
  const alone = new Uint8Array(size)
  for (const [d, { codes, leaves, members }] of dimensions.entries()) {
    const stride = strides[d] ?? 1
    const here = new Uint8Array(size)
    const found = new Int32Array(stride)
    const last = new Int32Array(stride)
    for (let start = 0; start < size; start += stride * codes.length) {
      for (let group = leaves; group < codes.length; group++) {
        found.fill(0)
        for (const node of [...(members[group] ?? []), group]) {
          const from = start + node * stride
          for (let i = 0; i < stride; i++) {
            if (sensitive[from + i] !== 1) continue
            found[i] = (found[i] ?? 0) + 1
            last[i] = from + i
          }
        }
        for (let i = 0; i < stride; i++) {
          // Without its parts in a table a total is no sum.
          if (found[i] === 1 && inTable[start + i] === 1) here[last[i] ?? 0] = 1
        }
      }
    }
    for (let cell = 0; cell < size; cell++) alone[cell] = (alone[cell] ?? 0) + (here[cell] ?? 0)
  }
  return alone.reduce((sum, l) => sum + 2 ** l - 1, 0)
}
