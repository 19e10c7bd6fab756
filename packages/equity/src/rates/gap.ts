import { studentLimit } from '../math/quantiles.ts'
import { type Result, refuse } from '../result.ts'
import type { Estimate } from './interval.ts'
import { logInterval } from './log-interval.ts'
import { faultOfMean, type MeanSummary, welch } from './mean-summary.ts'
import { differenceOfProportions } from './newcombe.ts'
import { rateRatio } from './rate-ratio.ts'
import { faultOfConfidence, type Trials } from './trials.ts'

/** A gap between a group and its reference, three ways. */
export interface Gap {
  /** The group's share or mean. */
  readonly group: number
  readonly reference: number
  /** Group less reference. */
  readonly difference: Estimate
  /** Group over reference; `null` where it does not exist. */
  readonly ratio: Estimate | null
  /** The natural logarithm of the ratio: the same in size whichever group is the reference. */
  readonly logRatio: Estimate | null
  readonly confidence: number
}

function logarithm(ratio: Estimate | null): Estimate | null {
  if (ratio === null || ratio.value <= 0) return null
  const { value, interval } = ratio
  return {
    value: Math.log(value),
    interval: interval && { low: Math.log(interval.low), high: Math.log(interval.high) },
  }
}

/**
 * The gap between two independent proportions as difference (Newcombe), ratio and log ratio (Katz).
 *
 * @param group successes of n, whole numbers
 * @param reference the same for the reference
 * @param confidence above 0, at most 0.999999
 * @returns shares 0–1. The ratio is `null` when the reference has no success, the log ratio also when the group has
 *   none; their intervals are `null` as in `rateRatio`. Refused: `empty-group`, `successes-above-n`, `not-finite`,
 *   `negative`, `not-whole`; `out-of-range` for the confidence.
 *
 * Source: see `differenceOfProportions` and `rateRatio`.
 * @example proportionGap({ successes: 18, n: 96 }, { successes: 262, n: 655 }) // difference −0.2125, ratio 0.46875
 */
export function proportionGap(group: Trials, reference: Trials, confidence = 0.95): Result<Gap> {
  const difference = differenceOfProportions(group, reference, confidence)
  if (!difference.ok) return difference
  const found = rateRatio(group, reference, confidence)
  const ratio = found.ok ? { value: found.value, interval: found.interval } : null
  return {
    ok: true,
    group: group.successes / group.n,
    reference: reference.successes / reference.n,
    difference: { value: difference.value, interval: difference.interval },
    ratio,
    logRatio: logarithm(ratio),
    confidence,
  }
}

/**
 * The gap between two independent means as difference, ratio and log ratio, without assuming equal variances.
 *
 * Difference: Welch's t interval. Ratio: t interval on the log scale by the delta method, var(ln m) = s²/(n·m²), with
 * Welch–Satterthwaite degrees of freedom of those terms.
 *
 * @param group n (2 or more), mean, and sd or sum of squares about the mean
 * @param reference the same for the reference
 * @param confidence above 0, at most 0.999999
 * @returns in the unit of the means. Ratio and log ratio are `null` when a mean is 0 or less: a ratio would say nothing.
 *   Intervals are `null` when neither group varies, and a ratio's when it is too wide to be written. Refused:
 *   `empty-group`, `too-few` (one member), `not-finite`, `negative`, `not-whole`; `out-of-range` for the confidence or
 *   a gap too large to be written.
 *
 * Source: Welch (1947), Biometrika 34; R `t.test(var.equal = FALSE)`.
 * @example meanGap({ n: 10, mean: 0.75, sd: 1.78901 }, { n: 10, mean: 2.33, sd: 2.002249 }) // −1.58, −3.3655 to 0.2055
 */
export function meanGap(group: MeanSummary, reference: MeanSummary, confidence = 0.95): Result<Gap> {
  const fault =
    faultOfMean(group, 'group') ?? faultOfMean(reference, 'reference') ?? faultOfConfidence(confidence)
  if (fault) return fault
  const value = group.mean - reference.mean
  if (!Number.isFinite(value)) return refuse('out-of-range', 'group.mean')
  const ratio = ratioOfMeans(group, reference, confidence)
  const half = halfWidth(1, group, -1, reference, confidence)
  return {
    ok: true,
    group: group.mean,
    reference: reference.mean,
    difference: { value, interval: half === null ? null : { low: value - half, high: value + half } },
    ratio,
    logRatio: logarithm(ratio),
    confidence,
  }
}

function halfWidth(
  weight: number,
  group: MeanSummary,
  referenceWeight: number,
  reference: MeanSummary,
  confidence: number,
): number | null {
  const spread = welch([
    { weight, group },
    { weight: referenceWeight, group: reference },
  ])
  return spread && studentLimit(confidence, spread.df) * spread.standardError
}

function ratioOfMeans(group: MeanSummary, reference: MeanSummary, confidence: number): Estimate | null {
  if (group.mean <= 0 || reference.mean <= 0) return null
  const value = group.mean / reference.mean
  if (!(value > 0 && Number.isFinite(value))) return null
  const half = halfWidth(1 / group.mean, group, 1 / reference.mean, reference, confidence)
  return { value, interval: half === null ? null : logInterval(value, half) }
}
