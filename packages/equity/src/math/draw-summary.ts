import { quantileOfSorted } from '../rates/quantile.ts'

/** What the draws of a bootstrap tell of a figure. */
export interface DrawSummary {
  readonly mean: number
  /** Standard deviation of the draws, n − 1. */
  readonly standardError: number
  readonly low: number
  readonly high: number
}

/**
 * Mean, standard deviation and the percentiles that hold the middle `confidence` of the draws; percentiles as R
 * `quantile(type = 7)`.
 *
 * @param draws at least two finite numbers, in any order
 */
export function summariseDraws(draws: ArrayLike<number>, confidence: number): DrawSummary {
  const sorted = Float64Array.from(draws).sort()
  const n = sorted.length
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return {
    mean,
    standardError: Math.sqrt(squares / (n - 1)),
    low: quantileOfSorted(sorted, (1 - confidence) / 2),
    high: quantileOfSorted(sorted, (1 + confidence) / 2),
  }
}
