import { betaQuantile, betaUpperQuantile } from '../math/quantiles.ts'
import type { Interval } from './interval.ts'
import { checkConfidence, checkTrials, MOST_COUNTED } from './trials.ts'

/**
 * The exact interval of a share (Clopper–Pearson): it covers at least as often as promised, at the price of width.
 *
 * low = Beta(α/2; x, n − x + 1), high = Beta(1 − α/2; x + 1, n − x).
 *
 * @param successes whole number, 0–n
 * @param n whole number of trials, at most 1e9; 0 gives the interval 0–1 (nothing is known)
 * @param confidence above 0, at most 0.999999
 * @returns shares 0–1
 * @throws RangeError for counts that are not whole, negative, too many, or more successes than trials, or such a
 *   confidence
 *
 * Source: Clopper & Pearson (1934), Biometrika 26; R `binom.test(x, n)$conf.int`.
 * @example clopperPearsonInterval(0, 10).high // 0.3084971…
 */
export function clopperPearsonInterval(successes: number, n: number, confidence = 0.95): Interval {
  checkTrials(successes, n)
  checkConfidence(confidence)
  if (n > MOST_COUNTED) throw new RangeError(`n is at most ${MOST_COUNTED}, got ${n}`)
  return n === 0 ? { low: 0, high: 1 } : betaInterval(successes, n, confidence)
}

/** The same for `successes` and `n` above 0 that need not be whole. */
export function betaInterval(successes: number, n: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2
  return {
    low: successes <= 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    high: successes >= n ? 1 : betaUpperQuantile(tail, successes + 1, n - successes),
  }
}
