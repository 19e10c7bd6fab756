import { studentLimit } from '../math/quantiles.ts'
import { faultOfNumbers, type Refusal, type Result, refuse } from '../result.ts'
import { betaInterval } from './clopper-pearson.ts'
import type { Interval } from './interval.ts'
import { faultOfWeights, type Kish, kishOf, relativeWeights } from './kish.ts'
import { faultOfConfidence } from './trials.ts'
import { scoreInterval } from './wilson.ts'

export interface WeightedMean extends Kish {
  readonly value: number
  /** Linearised; `null` for a single row with weight. */
  readonly standardError: number | null
  /** `null` when the effective number is below 2 or nothing varies. */
  readonly interval: Interval | null
}

export interface WeightedProportion extends Kish {
  /** 0–1. */
  readonly value: number
  /** Linearised; `null` for a single row with weight. 0 at shares of 0 and 1: use the intervals there. */
  readonly standardError: number | null
  /** Wilson's, with Kish's effective number for n. */
  readonly interval: Interval
  /** Korn and Graubard's: the exact interval with the number that the linearised standard error stands for. */
  readonly exactInterval: Interval
}

function faultOfRows(values: ArrayLike<number>, name: string, weights: ArrayLike<number>): Refusal | null {
  const fault = faultOfNumbers(values, name) ?? faultOfWeights(weights)
  if (fault) return fault
  return values.length === weights.length ? null : refuse('unequal-length', 'weights')
}

/** Mean and linearised standard error by relative weights; `null` where they cannot be written. */
function linearised(values: ArrayLike<number>, weights: Float64Array, n: number) {
  let sum = 0
  let total = 0
  weights.forEach((weight, i) => {
    sum += weight * (values[i] ?? 0)
    total += weight
  })
  const value = sum / total
  let squares = 0
  weights.forEach((weight, i) => {
    if (weight > 0) squares += (weight * ((values[i] ?? 0) - value)) ** 2
  })
  if (!Number.isFinite(value) || !Number.isFinite(squares)) return null
  return { value, standardError: n > 1 ? Math.sqrt((n / (n - 1)) * squares) / total : null }
}

/**
 * The weighted mean with its linearised standard error and a t interval. The scale of the weights changes nothing.
 *
 * ȳ = Σwy/Σw; var = n/(n − 1)·Σw²(y − ȳ)²/(Σw)². The interval has effectiveN − 1 degrees of freedom, so that a few
 * heavy rows widen it. Rows count as drawn independently: no clusters, strata or finite population.
 *
 * @param values one for each row; leave rows with missing values out first
 * @param weights 0 or more; rows of weight 0 do not count
 * @param confidence above 0, at most 0.999999
 * @returns refused: `empty`, `unequal-length`, `zero-weights` at `weights`; `not-finite` or `negative` at the value or
 *   weight; `out-of-range` for the confidence, or values too large for their squares
 *
 * Source: Taylor linearisation, Särndal, Swensson & Wretman (1992) 5.7; standard error as R survey 4.1
 * `svymean(~y, svydesign(ids = ~1, weights = ~w))`.
 * @example weightedMean([1, 3], [3, 1]) // value 1.5, standardError 0.75
 */
export function weightedMean(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  confidence = 0.95,
): Result<WeightedMean> {
  const fault = faultOfRows(values, 'values', weights) ?? faultOfConfidence(confidence)
  if (fault) return fault
  const relative = relativeWeights(weights)
  const size = kishOf(relative)
  const found = linearised(values, relative, size.n)
  if (!found) return refuse('out-of-range', 'values')
  const { value, standardError } = found
  if (!standardError || size.effectiveN < 2) return { ok: true, ...size, ...found, interval: null }
  const half = studentLimit(confidence, size.effectiveN - 1) * standardError
  return { ok: true, ...size, ...found, interval: { low: value - half, high: value + half } }
}

/**
 * The weighted proportion with its linearised standard error and two intervals. The scale of the weights changes nothing.
 *
 * p = Σwy/Σw. `interval` is Wilson's with Kish's effective number for n. `exactInterval` is Clopper–Pearson's with
 * n* = p(1 − p)/var, var the linearised variance, at most n; at p of 0 or 1, where var is 0, n* is Kish's number.
 *
 * @param outcomes 0 or 1 for each row; leave rows with missing values out first
 * @param weights 0 or more; rows of weight 0 do not count
 * @param confidence above 0, at most 0.999999
 * @returns refused: `out-of-range` at an outcome that is neither 0 nor 1; else as `weightedMean`
 *
 * Source: Kish (1965) 11.7; Korn & Graubard (1998), Survey Methodology 24; R survey 4.1 `svyciprop(method = "beta")`
 * (which weighs n* by t quantiles of the design; with rows as the units these cancel).
 * @example weightedProportion([1, 0, 0, 1], [1, 1, 1, 1]) // value 0.5, interval 0.1500 to 0.8500
 */
export function weightedProportion(
  outcomes: ArrayLike<number>,
  weights: ArrayLike<number>,
  confidence = 0.95,
): Result<WeightedProportion> {
  const fault = faultOfRows(outcomes, 'outcomes', weights) ?? faultOfConfidence(confidence)
  if (fault) return fault
  for (let i = 0; i < outcomes.length; i++) {
    if (outcomes[i] !== 0 && outcomes[i] !== 1) return refuse('out-of-range', `outcomes[${i}]`)
  }
  const relative = relativeWeights(weights)
  const size = kishOf(relative)
  const found = linearised(outcomes, relative, size.n)
  if (!found) return refuse('out-of-range', 'outcomes')
  const { value, standardError } = found
  const varies = value > 0 && value < 1 && standardError
  const exactN = varies ? Math.min(size.n, (value * (1 - value)) / standardError ** 2) : size.effectiveN
  return {
    ok: true,
    ...size,
    ...found,
    interval: scoreInterval(value, size.effectiveN, confidence),
    exactInterval: betaInterval(value * exactN, exactN, confidence),
  }
}
