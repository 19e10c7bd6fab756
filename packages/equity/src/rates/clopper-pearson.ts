import { betaQuantile } from '../math/quantiles.ts'
import type { Interval } from './interval.ts'

/**
 * The exact interval of a share (Clopper–Pearson): it covers at least as often as promised, at the price of width.
 *
 * low = Beta(α/2; x, n − x + 1), high = Beta(1 − α/2; x + 1, n − x).
 *
 * @param successes whole number, 0–n
 * @param n whole number of trials; 0 gives the interval 0–1 (nothing is known)
 * @param confidence strictly between 0 and 1
 * @returns shares 0–1
 * @throws RangeError for counts that are not whole, negative, or more successes than trials, or such a confidence
 *
 * Source: Clopper & Pearson (1934), Biometrika 26; R `binom.test(x, n)$conf.int`.
 * @example clopperPearsonInterval(0, 10).high // 0.3084971…
 */
export function clopperPearsonInterval(successes: number, n: number, confidence = 0.95): Interval {
  if (!Number.isSafeInteger(successes) || !Number.isSafeInteger(n) || successes < 0 || successes > n) {
    throw new RangeError(`clopperPearsonInterval needs whole 0 ≤ successes ≤ n, got ${successes} of ${n}`)
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence lies strictly between 0 and 1, got ${confidence}`)
  }
  return n === 0 ? { low: 0, high: 1 } : betaInterval(successes, n, confidence)
}

/** The same for `successes` and `n` above 0 that need not be whole. */
export function betaInterval(successes: number, n: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2
  return {
    low: successes <= 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    // From the failures' side: the small tail keeps its digits.
    high: successes >= n ? 1 : 1 - betaQuantile(tail, n - successes, successes + 1),
  }
}
