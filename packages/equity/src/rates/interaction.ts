import { studentLimit } from '../math/quantiles.ts'
import { type Result, refuse } from '../result.ts'
import { CORNERS, type Crossing, faultOfCrossing } from './crossing.ts'
import { type ExcessMeasures, excessMeasures } from './excess.ts'
import type { Estimate } from './interval.ts'
import { logInterval, logNormalInterval } from './log-interval.ts'
import { faultOfMean, type MeanSummary, welch } from './mean-summary.ts'
import { combineIntervals } from './mover.ts'
import { faultOfConfidence, faultOfTrials, type Trials } from './trials.ts'
import { wilsonInterval } from './wilson.ts'

export interface Interaction {
  /** The difference of differences: (both − second) − (first − reference). 0 means that the gaps add up. */
  readonly additive: Estimate
  /** The ratio of ratios: (both/second) / (first/reference). 1 means that they multiply. `null` where it does not exist. */
  readonly multiplicative: Estimate | null
  readonly confidence: number
}

export interface ProportionInteraction extends Interaction {
  /** Whether ratios and excess compare shares or odds. */
  readonly scale: 'risk' | 'odds'
  /** `null` when a group has no success, or on the scale of odds no failure. */
  readonly excess: ExcessMeasures | null
}

/**
 * The gap of gaps over a 2 × 2 crossing of independent groups, for proportions.
 *
 * Additive: p11 − p10 − p01 + p00 with the hybrid Wilson interval (square and add). Multiplicative:
 * p11·p00/(p10·p01) with the log interval, variance Σ(1 − p)/x. Excess: RERI, attributable proportion and synergy
 * index by the delta method, see `excessMeasures`. On the scale of odds every p of the last two is p/(1 − p) and
 * the variance Σ(1/x + 1/(n − x)).
 *
 * @param cells successes of n in each of the four groups, whole numbers
 * @param confidence above 0, at most 0.999999
 * @param scale `risk` compares shares; `odds` serves case-control counts
 * @returns `multiplicative` and `excess` are `null` with a zero count as told above; their intervals are `null` when
 *   every share is 1. Refused: `empty-group`, `successes-above-n`, `not-finite`, `negative`, `not-whole` at the cell,
 *   such as `both.n`; `out-of-range` for the confidence
 *
 * Source: Hosmer & Lemeshow (1992), Epidemiology 3, 452–456; Zou & Donner (2008) for the additive interval.
 * @example proportionInteraction({ reference: { successes: 40, n: 100 }, first: { successes: 30, n: 100 },
 *   second: { successes: 30, n: 100 }, both: { successes: 10, n: 100 } }) // additive −0.1, multiplicative 0.444…
 */
export function proportionInteraction(
  cells: Crossing<Trials>,
  confidence = 0.95,
  scale: 'risk' | 'odds' = 'risk',
): Result<ProportionInteraction> {
  const fault = faultOfCrossing(cells, faultOfTrials) ?? faultOfConfidence(confidence)
  if (fault) return fault
  let value = 0
  let logVariance = 0
  let lowest = Number.POSITIVE_INFINITY
  const terms = CORNERS.map(([corner, sign]) => {
    const { successes: x, n } = cells[corner]
    value += sign * (x / n)
    logVariance += scale === 'odds' ? 1 / x + 1 / (n - x) : (1 - x / n) / x
    lowest = Math.min(lowest, scale === 'odds' ? n - x : x, x)
    return { sign, value: x / n, interval: wilsonInterval(x, n, confidence) }
  })
  const additive = { value, interval: combineIntervals(terms) }
  if (lowest === 0) return { ok: true, additive, multiplicative: null, excess: null, scale, confidence }
  const level = ({ successes, n }: Trials) => successes / (scale === 'odds' ? n - successes : n)
  const ratio = (level(cells.both) / level(cells.second)) * (level(cells.reference) / level(cells.first))
  const multiplicative = {
    value: ratio,
    interval: logNormalInterval(ratio, Math.sqrt(logVariance), confidence),
  }
  const excess = excessMeasures(cells, scale, confidence)
  return { ok: true, additive, multiplicative, excess, scale, confidence }
}

/**
 * The gap of gaps over a 2 × 2 crossing of independent groups, for means.
 *
 * Additive: t interval with Welch–Satterthwaite degrees of freedom over the four groups. Multiplicative: the same on
 * the log scale by the delta method.
 *
 * @param cells n (2 or more), mean, and sd or sum of squares about the mean of each of the four groups
 * @param confidence above 0, at most 0.999999
 * @returns `multiplicative` is `null` when a mean is 0 or less; intervals are `null` when no group varies. Refused:
 *   `empty-group`, `too-few`, `not-finite`, `negative`, `not-whole` at the cell, such as `first.sd`; `out-of-range`
 *   for the confidence or figures too large to be written
 *
 * Source: Welch (1947), Biometrika 34; Satterthwaite (1946), Biometrics Bulletin 2.
 * @example meanInteraction({ reference: { n: 9, mean: 10, sd: 3 }, first: { n: 9, mean: 8, sd: 3 },
 *   second: { n: 9, mean: 9, sd: 3 }, both: { n: 9, mean: 5, sd: 3 } }) // additive −2, −6.0739 to 2.0739
 */
export function meanInteraction(cells: Crossing<MeanSummary>, confidence = 0.95): Result<Interaction> {
  const fault = faultOfCrossing(cells, faultOfMean) ?? faultOfConfidence(confidence)
  if (fault) return fault
  const corners = CORNERS.map(([corner, sign]) => ({ sign, group: cells[corner] }))
  const value = corners.reduce((sum, { sign, group }) => sum + sign * group.mean, 0)
  if (!Number.isFinite(value)) return refuse('out-of-range', 'both.mean')
  const half = (terms: readonly { readonly weight: number; readonly group: MeanSummary }[]) => {
    const spread = welch(terms)
    return spread && studentLimit(confidence, spread.df) * spread.standardError
  }
  const spread = half(corners.map(({ sign, group }) => ({ weight: sign, group })))
  const additive = { value, interval: spread === null ? null : { low: value - spread, high: value + spread } }
  const positive = corners.every(({ group }) => group.mean > 0)
  const ratio = (cells.both.mean / cells.second.mean) * (cells.reference.mean / cells.first.mean)
  if (!positive || !(ratio > 0 && Number.isFinite(ratio))) {
    return { ok: true, additive, multiplicative: null, confidence }
  }
  const logSpread = half(corners.map(({ group }) => ({ weight: 1 / group.mean, group })))
  const interval = logSpread === null ? null : logInterval(ratio, logSpread)
  return { ok: true, additive, multiplicative: { value: ratio, interval }, confidence }
}
