import { type Result, refuse } from '../result.ts'
import type { Interval } from './interval.ts'
import { faultOfWeights, type Kish, kishOf, relativeWeights } from './kish.ts'
import { faultOfQuantile } from './quantile.ts'
import { scoreInterval } from './wilson.ts'

export interface WeightedQuantile extends Kish {
  readonly value: number
  /** `null` when the effective number of values is too small to bound the quantile at this confidence. */
  readonly interval: Interval | null
}

/**
 * A weighted quantile with Woodruff's interval. The scale of the weights changes nothing.
 *
 * The least value at which the cumulated share of the weights reaches `probability`; where it equals it exactly, the
 * mean of that value and the next (Hyndman and Fan's type 2, so that the median of equal weights is the median).
 * Interval: Wilson's about `probability` with Kish's effective number, carried over to the values; none where that
 * many equal weights would allow no interval by `sampleQuantile` either: max(p, 1 − p)^effectiveN above α/2.
 *
 * @param values one for each row; leave rows with missing values out first
 * @param weights 0 or more; rows of weight 0 do not count
 * @param probability 0–1; 0.5 is the median
 * @param confidence above 0, at most 0.999999
 * @returns refused: `empty`, `unequal-length`, `zero-weights`; `not-finite` or `negative` at the value or weight;
 *   `out-of-range` at `probability` or `confidence`
 *
 * Source: Hyndman & Fan (1996) type 2; Woodruff (1952), JASA 47.
 * @example weightedQuantile([10, 20, 30], [1, 1, 8], 0.5) // value 30
 */
export function weightedQuantile(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  probability: number,
  confidence = 0.95,
): Result<WeightedQuantile> {
  const fault = faultOfQuantile(values, probability, confidence) ?? faultOfWeights(weights)
  if (fault) return fault
  if (values.length !== weights.length) return refuse('unequal-length', 'weights')
  const relative = relativeWeights(weights)
  const size = kishOf(relative)
  const rows: { readonly value: number; readonly weight: number }[] = []
  relative.forEach((weight, i) => {
    if (weight > 0) rows.push({ value: values[i] ?? 0, weight })
  })
  rows.sort((x, y) => x.value - y.value)
  const sorted = Float64Array.from(rows, (row) => row.value)
  const reached = new Float64Array(rows.length)
  let running = 0
  rows.forEach(({ weight }, i) => {
    running += weight
    reached[i] = running
  })
  const at = (share: number) => valueAt(sorted, reached, share * running)
  const value = at(probability)
  const ends = scoreInterval(probability, size.effectiveN, confidence)
  const bounded = Math.max(probability, 1 - probability) ** size.effectiveN <= (1 - confidence) / 2
  const interval = bounded ? { low: at(ends.low), high: at(ends.high) } : null
  return { ok: true, ...size, value, interval }
}

function valueAt(sorted: Float64Array, reached: Float64Array, target: number): number {
  const slack = 1e-12 * (reached.at(-1) ?? 0)
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((reached[middle] ?? 0) < target - slack) low = middle + 1
    else high = middle
  }
  const here = sorted[low] ?? 0
  const next = sorted[low + 1]
  // Where target is 0 nothing lies below the first value.
  const between = next !== undefined && target > 0 && Math.abs((reached[low] ?? 0) - target) <= slack
  return between ? here * 0.5 + next * 0.5 : here
}
