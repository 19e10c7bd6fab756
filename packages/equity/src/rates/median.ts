import { checkSorted } from './sorted.ts'

/**
 * The median of values sorted ascending: the middle one, or the mean of the two middle ones.
 *
 * @param sorted ascending, finite
 * @returns `null` for no values
 * @throws RangeError when the first, the last or a middle value is not finite: NaN sorts last
 *
 * Source: Hyndman & Fan (1996) type 7; R `median`.
 * @example medianOfSorted([1, 2, 4, 10]) // 3
 */
export function medianOfSorted(sorted: ArrayLike<number>): number | null {
  const n = sorted.length
  const upper = sorted[Math.floor(n / 2)]
  const lower = sorted[Math.floor((n - 1) / 2)]
  if (upper === undefined || lower === undefined) return null
  checkSorted(sorted, lower, upper)
  return lower === upper ? lower : lower * 0.5 + upper * 0.5
}

/**
 * The median of values in any order; see `medianOfSorted`.
 *
 * @throws RangeError when a value is not finite: leave what is not stated out first
 * @example median([10, 1, 4, 2]) // 3
 */
export function median(values: readonly number[]): number | null {
  const bad = values.find((value) => !Number.isFinite(value))
  if (bad !== undefined) throw new RangeError(`median needs finite values, got ${bad}`)
  return medianOfSorted(Float64Array.from(values).sort())
}
