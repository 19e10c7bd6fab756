import { type Result, refuse } from '../result.ts'
import type { Interval } from './interval.ts'
import { logNormalInterval } from './log-interval.ts'
import { faultOfConfidence, faultOfTrials, type Trials } from './trials.ts'

export interface RatioOfProportions {
  /** 0 or more. */
  readonly value: number
  /** ln of the ratio; `null` for a ratio of 0. */
  readonly logValue: number | null
  /** `null` where the logarithm has no variance estimate; see the function. */
  readonly interval: Interval | null
}

function ratioOf(value: number, logStandardError: number | null, confidence: number): RatioOfProportions {
  return {
    value,
    logValue: value > 0 ? Math.log(value) : null,
    interval: logStandardError === null ? null : logNormalInterval(value, logStandardError, confidence),
  }
}

/**
 * The ratio of two independent proportions (risk ratio) with its log interval.
 *
 * exp(ln(p1/p2) ± z·√((1 − p1)/x1 + (1 − p2)/x2)). No interval when the group has no success or when both shares
 * are 1: the variance estimate does not exist or is 0 there.
 *
 * @param group successes of n, whole numbers
 * @param reference the same for the reference
 * @param confidence above 0, at most 0.999999
 * @returns refused: `undefined` at `reference.successes` when the reference has no success; faults of counts as in
 *   `differenceOfProportions`
 *
 * Source: Katz et al. (1978), Biometrics 34, method C.
 * @example rateRatio({ successes: 18, n: 96 }, { successes: 262, n: 655 }) // 0.46875, 0.3058… to 0.7183…
 */
export function rateRatio(group: Trials, reference: Trials, confidence = 0.95): Result<RatioOfProportions> {
  const fault =
    faultOfTrials(group, 'group') ?? faultOfTrials(reference, 'reference') ?? faultOfConfidence(confidence)
  if (fault) return fault
  if (reference.successes === 0) return refuse('undefined', 'reference.successes')
  const p1 = group.successes / group.n
  const p2 = reference.successes / reference.n
  const error =
    group.successes === 0 ? null : Math.sqrt((1 - p1) / group.successes + (1 - p2) / reference.successes)
  return { ok: true, ...ratioOf(p1 / p2, error, confidence) }
}

/**
 * The odds ratio of two independent proportions with Woolf's log interval.
 *
 * OR = x1(n2 − x2) / (x2(n1 − x1)); the log's variance is the sum of the four inverse counts. Nothing is added to
 * zero counts: with one, there is no interval. `conditionalOddsRatio` has one there.
 *
 * @param group successes of n, whole numbers
 * @param reference the same for the reference
 * @param confidence above 0, at most 0.999999
 * @returns refused: `undefined` at `reference.successes` (no success) or `group.successes` (no failure), where the
 *   ratio would divide by 0; faults of counts as in `differenceOfProportions`
 *
 * Source: Woolf (1955), Annals of Human Genetics 19.
 * @example oddsRatio({ successes: 10, n: 30 }, { successes: 5, n: 25 }) // 2, 0.5790… to 6.9083…
 */
export function oddsRatio(group: Trials, reference: Trials, confidence = 0.95): Result<RatioOfProportions> {
  const fault =
    faultOfTrials(group, 'group') ?? faultOfTrials(reference, 'reference') ?? faultOfConfidence(confidence)
  if (fault) return fault
  const a = group.successes
  const b = group.n - a
  const c = reference.successes
  const d = reference.n - c
  if (c === 0) return refuse('undefined', 'reference.successes')
  if (b === 0) return refuse('undefined', 'group.successes')
  const error = a === 0 || d === 0 ? null : Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)
  return { ok: true, ...ratioOf((a / b) * (d / c), error, confidence) }
}
