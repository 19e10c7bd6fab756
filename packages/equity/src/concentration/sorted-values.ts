import { faultOfNumbers, type Refusal, refuse } from '../result.ts'

/** Values from the smallest up, each with its part of the population and of the sum. */
export interface SortedValues {
  readonly ok: true
  readonly values: Float64Array
  readonly weights: Float64Array
  /** Place in the input of each. */
  readonly order: Uint32Array
  readonly totalWeight: number
  readonly sum: number
  readonly mean: number
}

/**
 * Sorts values that are 0 or more, with their weights; those of weight 0 are left out.
 *
 * Refuses: `empty`, `not-finite`, `negative` (`values[i]`, `weights[i]`), `unequal-length` (`weights`),
 * `zero-weights` (`weights`), `all-zero` (`values`), `out-of-range` (`values[i]`,
 * `weights[i]`: beyond 1e±100).
 */
export function sortValues(
  values: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
): SortedValues | Refusal {
  if (values.length === 0) return refuse('empty', 'values')
  if (weights && weights.length !== values.length) return refuse('unequal-length', 'weights')
  const fault = faultOf(values, 'values') ?? (weights ? faultOf(weights, 'weights') : null)
  if (fault) return fault
  const value = (i: number) => values[i] ?? 0
  const weight = (i: number) => (weights ? (weights[i] ?? 0) : 1)
  const order = Uint32Array.from({ length: values.length }, (_, i) => i)
    .filter((i) => weight(i) > 0)
    .sort((a, b) => value(a) - value(b))
  if (order.length === 0) return refuse('zero-weights', 'weights')
  const sortedValues = Float64Array.from(order, value)
  const sortedWeights = Float64Array.from(order, weight)
  let totalWeight = 0
  let sum = 0
  for (let i = 0; i < order.length; i++) {
    totalWeight += sortedWeights[i] ?? 0
    sum += (sortedWeights[i] ?? 0) * (sortedValues[i] ?? 0)
  }
  if (sum === 0) return refuse('all-zero', 'values')
  return {
    ok: true,
    values: sortedValues,
    weights: sortedWeights,
    order,
    totalWeight,
    sum,
    mean: sum / totalWeight,
  }
}

/** Above 0 numbers stay between 1e-100 and 1e100, so that no product or ratio leaves floating point. */
function faultOf(numbers: ArrayLike<number>, name: string): Refusal | null {
  const fault = faultOfNumbers(numbers, name, 'non-negative')
  if (fault) return fault
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] ?? 0
    if (number > 1e100 || (number > 0 && number < 1e-100)) return refuse('out-of-range', `${name}[${i}]`)
  }
  return null
}
