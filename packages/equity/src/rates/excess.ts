import { normalQuantile } from '../math/normal.ts'
import { CORNERS, type Crossing } from './crossing.ts'
import type { Estimate } from './interval.ts'
import { logNormalInterval } from './log-interval.ts'
import type { Trials } from './trials.ts'

/** Departure from additivity on the relative scale, as used for rate ratios over one reference. */
export interface ExcessMeasures {
  /** RERI = R11 − R10 − R01 + 1; 0 means that the gaps add up. */
  readonly reri: Estimate
  /** RERI / R11. */
  readonly attributableProportion: Estimate
  /** (R11 − 1) / (R10 + R01 − 2), 1 means that they add up; `null` unless both parts are above 0. */
  readonly synergyIndex: Estimate | null
}

/**
 * RERI, attributable proportion and synergy index with delta-method intervals.
 *
 * With q the share (or odds) of each group and v = var(ln q), R = q/q00. RERI: gradient by ln q of (R11, −R10, −R01,
 * R10 + R01 − R11). AP = 1 − (q10 + q01 − q00)/q11 and ln S = ln(q11 − q00) − ln(q10 + q01 − 2q00) likewise; the
 * interval of S is taken on the log scale.
 *
 * @param cells with a success in each, and on the scale of odds a failure in each
 *
 * Source: Hosmer & Lemeshow (1992), Epidemiology 3, 452–456; Rothman (1986), Modern Epidemiology, ch. 15.
 */
export function excessMeasures(
  cells: Crossing<Trials>,
  scale: 'risk' | 'odds',
  confidence: number,
): ExcessMeasures {
  // In the order of CORNERS: both, first, second, reference.
  const [q11 = 0, q10 = 0, q01 = 0, q00 = 0] = CORNERS.map(([corner]) => {
    const { successes: x, n } = cells[corner]
    return scale === 'odds' ? x / (n - x) : x / n
  })
  const variances = CORNERS.map(([corner]) => {
    const { successes: x, n } = cells[corner]
    return scale === 'odds' ? 1 / x + 1 / (n - x) : (1 - x / n) / x
  })
  const errorOf = (gradient: readonly number[]) =>
    Math.sqrt(gradient.reduce((sum, g, i) => sum + g * g * (variances[i] ?? 0), 0))
  const z = normalQuantile(0.5 + confidence / 2)
  const about = (value: number, standardError: number): Estimate => ({
    value,
    interval: standardError > 0 ? { low: value - z * standardError, high: value + z * standardError } : null,
  })
  const reri = (q11 - q10 - q01 + q00) / q00
  const excess = q11 - q00
  const alone = q10 + q01 - 2 * q00
  const synergy = excess / alone
  const synergyError = errorOf([q11 / excess, -q10 / alone, -q01 / alone, (2 * q00) / alone - q00 / excess])
  return {
    reri: about(reri, errorOf([q11 / q00, -q10 / q00, -q01 / q00, (q10 + q01 - q11) / q00])),
    attributableProportion: about(
      (q11 - q10 - q01 + q00) / q11,
      errorOf([(q10 + q01 - q00) / q11, -q10 / q11, -q01 / q11, q00 / q11]),
    ),
    synergyIndex:
      excess > 0 && alone > 0
        ? { value: synergy, interval: logNormalInterval(synergy, synergyError, confidence) }
        : null,
  }
}
