import { normalQuantile } from '../math/normal.ts'
import type { Interval } from './interval.ts'
import { checkConfidence, checkTrials } from './trials.ts'

/**
 * Wilson's score interval of a share, without continuity correction: honest in small groups and at 0 and 1.
 *
 * @param successes whole number, 0–n
 * @param n whole number of trials; 0 gives the interval 0–1 (nothing is known)
 * @param confidence above 0, at most 0.999999
 * @returns shares 0–1
 * @throws RangeError for counts that are not whole, negative, or more successes than trials, or such a confidence
 *
 * Source: Wilson (1927), JASA 22; R `prop.test(correct = FALSE)$conf.int` of one group.
 * @example wilsonInterval(18, 96) // { low: 0.1220…, high: 0.2770… }
 */
export function wilsonInterval(successes: number, n: number, confidence = 0.95): Interval {
  checkTrials(successes, n)
  checkConfidence(confidence)
  return n === 0 ? { low: 0, high: 1 } : scoreInterval(successes / n, n, confidence)
}

/** Wilson's interval of a share 0–1 over `n` above 0, which need not be whole: an effective number, for weights. */
export function scoreInterval(share: number, n: number, confidence: number): Interval {
  const z = normalQuantile(0.5 + confidence / 2)
  const z2 = z * z
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n)
  const half = (z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  return {
    low: share === 0 ? 0 : Math.max(0, centre - half),
    high: share === 1 ? 1 : Math.min(1, centre + half),
  }
}
