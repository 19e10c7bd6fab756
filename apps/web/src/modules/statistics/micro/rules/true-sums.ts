import { addUp, type Cube } from '@jamvikt/disclosure'

/** The largest contributions that are followed through a crossing. */
export const TOP = 3

/** True sums of one amount by cell. */
export interface AmountSums {
  /** Records that have the amount, their keys (purpose `count`) modulo 2^32, and their weights in millionths. */
  readonly n: Float64Array
  readonly keys: Float64Array
  readonly weights: Float64Array
  /** Records that have more than nothing. */
  readonly positive: Float64Array
  /** Contributions in hundredths, and keys (purpose `amount`) of those above 0. */
  readonly sum: Float64Array
  readonly sumKeys: Float64Array
  /** The three largest contributions of cell c, largest first, from 3c; 0 where there are fewer. */
  readonly top: Float64Array
  /** The contributor's key of the largest; among equals the smallest. */
  readonly leader: Uint32Array
}

/** True sums by cell of a crossing: only where they are about to be given noise. */
export interface TrueSums {
  readonly cube: Cube
  readonly n: Float64Array
  readonly keys: Float64Array
  readonly weights: Float64Array
  readonly amounts: readonly AmountSums[]
}

/** Room for the sums of a cube, all 0. At most 2^21 inner cells: then sums of keys stay exact. */
export function emptySums(cube: Cube, amounts: number): TrueSums {
  const room = () => new Float64Array(cube.size)
  return {
    cube,
    n: room(),
    keys: room(),
    weights: room(),
    amounts: Array.from({ length: amounts }, () => ({
      n: room(),
      keys: room(),
      weights: room(),
      positive: room(),
      sum: room(),
      sumKeys: room(),
      top: new Float64Array(TOP * cube.size),
      leader: new Uint32Array(cube.size),
    })),
  }
}

/**
 * Fills every total from the inner cells, keys included: a total's key is the sum of its records' keys, so that the same
 * group has the same noise whatever table it is a total of.
 */
export function addTotals({ cube, n, keys, weights, amounts }: TrueSums): void {
  for (const values of [n, keys, weights]) addUp(cube, values)
  for (const amount of amounts) {
    const { positive, sum, sumKeys } = amount
    for (const values of [amount.n, amount.keys, amount.weights, positive, sum, sumKeys]) addUp(cube, values)
    addTops(cube, amount)
  }
}

/** Each record lies in one inner cell, so the largest of a total are among the largest of its parts. */
function addTops(cube: Cube, { top, leader }: AmountSums): void {
  for (const [d, { leaves, members }] of cube.dimensions.entries()) {
    const stride = cube.strides[d] ?? 1
    for (let start = 0; start < cube.size; start += stride * members.length) {
      for (let node = leaves; node < members.length; node++) {
        for (let i = 0; i < stride; i++) {
          const cell = start + node * stride + i
          for (const leaf of members[node] ?? []) {
            const from = start + leaf * stride + i
            lead(top, leader, cell, top[TOP * from] ?? 0, leader[from] ?? 0)
            for (let k = 0; k < TOP; k++) enterTop(top, cell, top[TOP * from + k] ?? 0)
          }
        }
      }
    }
  }
}

/** Makes somebody the largest of a cell, if they are. To be called before their contribution is entered. */
export function lead(
  top: Float64Array,
  leader: Uint32Array,
  cell: number,
  contribution: number,
  key: number,
): void {
  const largest = top[TOP * cell] ?? 0
  if (contribution === 0 || contribution < largest) return
  if (contribution > largest || key < (leader[cell] ?? 0)) leader[cell] = key
}

/** Enters a contribution among the largest of a cell, if it is one. */
export function enterTop(top: Float64Array, cell: number, contribution: number): void {
  const start = TOP * cell
  let at = start + TOP
  for (; at > start && (top[at - 1] ?? 0) < contribution; at--) {
    if (at < start + TOP) top[at] = top[at - 1] ?? 0
  }
  if (at < start + TOP) top[at] = contribution
}
