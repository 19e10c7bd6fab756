import { betaCdf } from '../math/gamma.ts'
import { faultOfNumbers, type Refusal, type Result, refuse } from '../result.ts'
import type { Interval } from './interval.ts'
import { checkSorted } from './sorted.ts'
import { faultOfConfidence } from './trials.ts'

export interface SampleQuantile {
  readonly value: number
  readonly n: number
  /** Between two of the values; `null` when there are too few for the confidence, and for the least and greatest. */
  readonly interval: Interval | null
  /** How often such an interval covers, at least: 0–1, `confidence` or more; `null` with the interval. */
  readonly coverage: number | null
}

/**
 * The quantile of values sorted ascending, by linear interpolation between order statistics (type 7).
 *
 * @param sorted ascending, finite, at least one
 * @param probability 0–1
 * @throws RangeError for no values, such a probability, or when the first, the last or a used value is not finite
 *
 * Source: Hyndman & Fan (1996), American Statistician 50, type 7; R `quantile(x, p)`.
 * @example quantileOfSorted([1, 2, 4, 10], 0.25) // 1.75
 */
export function quantileOfSorted(sorted: ArrayLike<number>, probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`probability lies in 0–1, got ${probability}`)
  }
  const place = (sorted.length - 1) * probability
  const below = Math.floor(place + 4 * Number.EPSILON)
  const lower = sorted[below]
  if (lower === undefined) throw new RangeError('quantileOfSorted needs at least one value')
  const upper = sorted[below + 1] ?? lower
  checkSorted(sorted, lower, upper)
  const share = Math.max(0, place - below)
  return lower === upper ? lower : lower * (1 - share) + upper * share
}

/** P(B ≤ k) for B binomial(n, p), 0 < p < 1. */
function binomialLower(k: number, n: number, p: number): number {
  if (k < 0) return 0
  return k >= n ? 1 : betaCdf(1 - p, n - k, k + 1)
}

/** The greatest k in −1 … n with P(B ≤ k) ≤ limit. */
function lastBelow(limit: number, n: number, p: number): number {
  let low = -1
  let high = n
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (binomialLower(middle, n, p) <= limit) low = middle
    else high = middle
  }
  return low
}

/** What both quantiles ask of their numbers. */
export function faultOfQuantile(
  values: ArrayLike<number>,
  probability: number,
  confidence: number,
): Refusal | null {
  const fault = faultOfNumbers(values, 'values') ?? faultOfConfidence(confidence)
  if (fault) return fault
  if (values.length === 0) return refuse('empty', 'values')
  return probability >= 0 && probability <= 1 ? null : refuse('out-of-range', 'probability')
}

/**
 * A sample quantile (type 7) with a distribution-free interval between two order statistics.
 *
 * The interval runs from the value of rank l to that of rank u: l the greatest with P(B < l) ≤ α/2, u the least with
 * P(B ≥ u) ≤ α/2, B binomial(n, probability). It assumes nothing but independent draws and covers at least as often
 * as promised, ties or not.
 *
 * @param values in any order; leave what is missing out first
 * @param probability 0–1; 0.5 is the median
 * @param confidence above 0, at most 0.999999
 * @returns refused: `empty`; `not-finite` at the value; `out-of-range` at `probability` or `confidence`
 *
 * Source: Hyndman & Fan (1996) type 7; Conover (1999), Practical Nonparametric Statistics, 3.2.
 * @example sampleQuantile([6, 2, 5, 1, 4, 3], 0.5) // value 3.5, interval 1 to 6, coverage 0.96875
 */
export function sampleQuantile(
  values: ArrayLike<number>,
  probability: number,
  confidence = 0.95,
): Result<SampleQuantile> {
  const fault = faultOfQuantile(values, probability, confidence)
  if (fault) return fault
  const n = values.length
  const sorted = Float64Array.from(values).sort()
  const value = quantileOfSorted(sorted, probability)
  const none = { ok: true, value, n, interval: null, coverage: null } as const
  if (probability === 0 || probability === 1) return none
  const tail = (1 - confidence) / 2
  // From 0: the value of rank l stands at l − 1, and P(B < l) = P(B ≤ l − 1).
  const low = lastBelow(tail, n, probability)
  const high = n - 1 - lastBelow(tail, n, 1 - probability)
  const lower = sorted[low]
  const upper = sorted[high]
  if (lower === undefined || upper === undefined) return none
  const missed = binomialLower(low, n, probability) + binomialLower(n - 1 - high, n, 1 - probability)
  return { ok: true, value, n, interval: { low: lower, high: upper }, coverage: 1 - missed }
}
