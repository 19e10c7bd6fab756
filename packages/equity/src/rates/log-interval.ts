import { normalQuantile } from '../math/normal.ts'
import type { Interval } from './interval.ts'

/**
 * exp(ln value ± spread): the interval of a ratio.
 *
 * @param value above 0
 * @param spread half the width on the log scale, 0 or more
 * @returns `null` when the spread is 0, since an estimate without any variance claims too much, or when an end
 *   cannot be written as a number above 0
 */
export function logInterval(value: number, spread: number): Interval | null {
  const low = value * Math.exp(-spread)
  const high = value * Math.exp(spread)
  return spread > 0 && low > 0 && Number.isFinite(high) ? { low, high } : null
}

/** The same with a normal limit: spread = z·standardError. */
export function logNormalInterval(value: number, standardError: number, confidence: number): Interval | null {
  return logInterval(value, normalQuantile(0.5 + confidence / 2) * standardError)
}
