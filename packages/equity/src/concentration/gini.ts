import { type Result, refuse } from '../result.ts'
import { type SortedValues, sortValues } from './sorted-values.ts'

export interface GiniOptions {
  /** 0 or more, one for each value; a weight of 0 leaves the value out. All 1 unless given. */
  readonly weights?: ArrayLike<number>
  /** Multiplies by n/(n − 1), so that n values of which one has all give 1. Not with weights. */
  readonly smallSample?: boolean
}

/**
 * The Gini coefficient: half the mean difference between two members, over the mean.
 *
 * G = 1 − Σ (F_i − F_{i−1})(L_i + L_{i−1}) over the Lorenz curve. 0: all have the same; 1 − 1/n: one has all.
 * Adding the same to all lowers it; scaling does not change it.
 *
 * @param values such as incomes or grants, 0 or more
 * @returns `gini`, 0–1
 * Refuses: `empty`, `not-finite`, `negative` (`values[i]`, `weights[i]`), `unequal-length`, `zero-weights`
 * (`weights`), `all-zero` (`values`), `out-of-range` (`values[i]`, `weights[i]`: above 0 and beyond 1e±100),
 * `too-few` (`values`: one value with `smallSample`), `undefined` (`options.smallSample` with weights).
 * Source: Gini (1914); R `ineq::Gini`, with `corr = TRUE` for the small sample.
 * @example gini([1, 3]) // { ok: true, gini: 0.25 }
 */
export function gini(
  values: ArrayLike<number>,
  options: GiniOptions = {},
): Result<{ readonly gini: number }> {
  if (options.smallSample && options.weights) return refuse('undefined', 'options.smallSample')
  const sorted = sortValues(values, options.weights)
  if (!sorted.ok) return sorted
  const index = giniOf(sorted)
  if (!options.smallSample) return { ok: true, gini: index }
  const n = sorted.values.length
  return n < 2 ? refuse('too-few', 'values') : { ok: true, gini: Math.min(1, (index * n) / (n - 1)) }
}

/** G of sorted values. `times` says how often each is there, once unless given; `null` when nothing has a value. */
export function giniOf({ values, weights }: SortedValues, times: ArrayLike<number>): number | null
export function giniOf({ values, weights }: SortedValues): number
export function giniOf({ values, weights }: SortedValues, times?: ArrayLike<number>): number | null {
  const weight = (i: number) => (weights[i] ?? 0) * (times ? (times[i] ?? 0) : 1)
  let population = 0
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    population += weight(i)
    sum += weight(i) * (values[i] ?? 0)
  }
  if (!(sum > 0)) return null
  let area = 0
  let below = 0
  for (let i = 0; i < values.length; i++) {
    const value = (weight(i) * (values[i] ?? 0)) / sum
    area += (weight(i) / population) * (2 * below + value)
    below += value
  }
  return Math.max(0, 1 - area)
}
