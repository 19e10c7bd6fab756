import { studentLimit } from '../math/quantiles.ts'
import { faultOfNumbers, type Result, refuse } from '../result.ts'
import type { Interval } from './interval.ts'
import { faultOfConfidence } from './trials.ts'

export interface SampleMean {
  readonly value: number
  readonly n: number
  /** With n − 1; `null` for one value. */
  readonly sd: number | null
  /** `null` for one value, and where nothing varies: no spread can be estimated from either. */
  readonly interval: Interval | null
}

/**
 * The mean with Student's t interval.
 *
 * mean ± t(n − 1)·sd/√n.
 *
 * @param values in any order and unit; leave what is missing out first
 * @param confidence above 0, at most 0.999999
 * @returns refused: `empty`; `not-finite` at the value; `out-of-range` for the confidence, or for values so large
 *   that their squares cannot be written
 *
 * Source: Student (1908), Biometrika 6; R `t.test(x)`.
 * @example sampleMean([1, 2, 3]) // value 2, sd 1, interval −0.4841 to 4.4841
 */
export function sampleMean(values: ArrayLike<number>, confidence = 0.95): Result<SampleMean> {
  const n = values.length
  const fault = faultOfNumbers(values, 'values') ?? faultOfConfidence(confidence)
  if (fault) return fault
  if (n === 0) return refuse('empty', 'values')
  let sum = 0
  for (let i = 0; i < n; i++) sum += values[i] ?? 0
  const rough = sum / n
  let rest = 0
  let squares = 0
  for (let i = 0; i < n; i++) {
    const off = (values[i] ?? 0) - rough
    rest += off
    squares += off * off
  }
  const value = rough + rest / n
  if (!Number.isFinite(value) || !Number.isFinite(squares)) return refuse('out-of-range', 'values')
  if (n === 1) return { ok: true, value, n, sd: null, interval: null }
  const sd = Math.sqrt(Math.max(0, squares - (rest * rest) / n) / (n - 1))
  if (sd === 0) return { ok: true, value, n, sd, interval: null }
  const half = (studentLimit(confidence, n - 1) * sd) / Math.sqrt(n)
  return { ok: true, value, n, sd, interval: { low: value - half, high: value + half } }
}
