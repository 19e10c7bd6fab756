import { faultOfNumbers, type Refusal, type Result, refuse } from '../result.ts'

export interface Kish {
  /** Rows with a weight above 0. */
  readonly n: number
  /** (Σw)² / Σw²: as many equally weighted rows would say as much; 1 to n. */
  readonly effectiveN: number
  /** n / effectiveN: what the unequal weights cost; 1 or more. */
  readonly designEffect: number
}

/** What is wrong with weights, or `null`: each finite and 0 or more, at least one above 0. */
export function faultOfWeights(weights: ArrayLike<number>): Refusal | null {
  const fault = faultOfNumbers(weights, 'weights', 'non-negative')
  if (fault) return fault
  if (weights.length === 0) return refuse('empty', 'weights')
  for (let i = 0; i < weights.length; i++) if ((weights[i] ?? 0) > 0) return null
  return refuse('zero-weights', 'weights')
}

/** Weights as shares of the largest, so that their scale matters to nothing and their squares can be written. */
export function relativeWeights(weights: ArrayLike<number>): Float64Array {
  let largest = 0
  for (let i = 0; i < weights.length; i++) largest = Math.max(largest, weights[i] ?? 0)
  return Float64Array.from(weights, (weight) => weight / largest)
}

/**
 * Kish's effective number and design effect of unequal weights. The scale of the weights changes nothing.
 *
 * @param weights 0 or more; rows of weight 0 do not count
 * @returns refused: `empty`; `not-finite` or `negative` at the weight; `zero-weights`
 *
 * Source: Kish (1965), Survey Sampling, 11.7; Kish (1992), Journal of Official Statistics 8.
 * @example kish([1, 1, 2]) // effectiveN 2.666…, designEffect 1.125
 */
export function kish(weights: ArrayLike<number>): Result<Kish> {
  const fault = faultOfWeights(weights)
  return fault ?? { ok: true, ...kishOf(relativeWeights(weights)) }
}

/** The same for weights already found sound. */
export function kishOf(weights: Float64Array): Kish {
  let n = 0
  let sum = 0
  let squares = 0
  for (const weight of weights) {
    if (weight > 0) n++
    sum += weight
    squares += weight * weight
  }
  const effectiveN = Math.min(n, (sum * sum) / squares)
  return { n, effectiveN, designEffect: n / effectiveN }
}
