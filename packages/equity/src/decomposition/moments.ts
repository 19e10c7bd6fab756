import { cholesky, type Factor, solveInPlace } from '../math/linear.ts'

/** Rows of one group: the regressors and, last, the outcome, row by row, as deviations from the group's own means. */
export interface GroupRows {
  readonly rows: number
  /** Regressors and the outcome: the length of a row. */
  readonly width: number
  readonly values: Float64Array
  readonly weights: Float64Array
  /** The means that were taken off. */
  readonly origin: Float64Array
}

/** Weighted sums of a group. */
export interface Moments {
  readonly width: number
  readonly weight: number
  readonly origin: Float64Array
  /** From `origin`; the outcome last. */
  readonly means: Float64Array
  /** Sums of products of deviations from the group's means; the lower triangle is filled. */
  readonly cross: Float64Array
}

/** What is left of a sum of squares after rounding, relative to it: no variation at all. */
const ROUNDING = 1e-10

/** Moments of a group; `counts` says how often each row is taken, once unless told. */
export function momentsOf(
  { rows, width, values, weights, origin }: GroupRows,
  counts?: Uint32Array,
): Moments {
  const sums = new Float64Array(width)
  const cross = new Float64Array(width * width)
  let weight = 0
  for (let i = 0; i < rows; i++) {
    const w = (weights[i] ?? 0) * (counts === undefined ? 1 : (counts[i] ?? 0))
    if (w === 0) continue
    weight += w
    const at = i * width
    for (let a = 0; a < width; a++) {
      const x = w * (values[at + a] ?? 0)
      sums[a] = (sums[a] ?? 0) + x
      const row = a * width
      for (let c = 0; c <= a; c++) cross[row + c] = (cross[row + c] ?? 0) + x * (values[at + c] ?? 0)
    }
  }
  const means = sums.map((sum) => sum / weight)
  for (let a = 0; a < width; a++) {
    const square = cross[a * width + a] ?? 0
    for (let c = 0; c <= a; c++) {
      const at = a * width + c
      cross[at] = (cross[at] ?? 0) - weight * (means[a] ?? 0) * (means[c] ?? 0)
    }
    const own = a * width + a
    // A column that is constant among the rows taken leaves rounding only, and must not pass for variation.
    if ((cross[own] ?? 0) <= ROUNDING * square) cross[own] = 0
  }
  return { width, weight, origin, means, cross }
}

/** The moments of two groups taken as one: within each, and with `between` also between their means. */
export function poolMoments(a: Moments, b: Moments, between: boolean): Moments {
  const weight = a.weight + b.weight
  const shareB = b.weight / weight
  const { width, origin } = a
  const apart = a.means.map((mean, i) => (b.origin[i] ?? 0) - (origin[i] ?? 0) + (b.means[i] ?? 0) - mean)
  const means = a.means.map((mean, i) => mean + shareB * (apart[i] ?? 0))
  const cross = a.cross.map((value, at) => value + (b.cross[at] ?? 0))
  if (between) {
    const factor = a.weight * shareB
    for (let i = 0; i < width; i++) {
      for (let j = 0; j <= i; j++) {
        const at = i * width + j
        cross[at] = (cross[at] ?? 0) + factor * (apart[i] ?? 0) * (apart[j] ?? 0)
      }
    }
  }
  return { width, weight, origin, means, cross }
}

/** The factor of the regressors' cross products, or the regressor that follows from those before it. */
export function regressorFactor({ width, cross }: Moments): Factor {
  const n = width - 1
  const values = new Float64Array(n * n)
  for (let a = 0; a < n; a++) {
    for (let c = 0; c <= a; c++) values[a * n + c] = cross[a * width + c] ?? 0
  }
  return cholesky({ n, values })
}

/** Slopes of the outcome on the regressors, or the regressor that follows from those before it. */
export function slopesOf(moments: Moments): Float64Array | { readonly dependent: number } {
  const factor = regressorFactor(moments)
  if (!factor.ok) return factor
  const { width, cross } = moments
  const n = width - 1
  const slopes = Float64Array.from({ length: n }, (_, a) => cross[n * width + a] ?? 0)
  solveInPlace(factor, slopes)
  return slopes
}
