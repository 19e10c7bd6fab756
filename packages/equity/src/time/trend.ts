import { studentLimit, studentTwoSided } from '../math/quantiles.ts'
import { faultOfConfidence } from '../rates/trials.ts'
import { type Refusal, type Result, refuse } from '../result.ts'

/** A value of a period, such as a share or a gap in a year. */
export interface TrendPoint {
  readonly period: number
  readonly value: number
  /** How much the point counts, such as 1/se²; 0 leaves it out. 1 unless given. */
  readonly weight?: number
}

export interface Trend {
  /** Points with weight. */
  readonly n: number
  readonly degreesOfFreedom: number
  /** Change per period, with its interval. */
  readonly slope: number
  readonly slopeStandardError: number
  readonly low: number
  readonly high: number
  /** Two-sided, of no slope; 1 when nothing varies. */
  readonly p: number
  readonly lastPeriod: number
  /** The fitted value at the last period. */
  readonly lastLevel: number
  readonly lastLevelStandardError: number
  /** Covariance of the level at the last period and the slope. */
  readonly covariance: number
  readonly residualStandardDeviation: number
}

/**
 * A straight line through a series by least squares, with Student's interval for the change per period.
 *
 * slope = Σ w(t − t̄)(y − ȳ) / Σ w(t − t̄)²; s² = Σ w·e² / (n − 2). Periods that hang together (a good year
 * followed by a good one) make such intervals too short.
 *
 * @param points in any order; periods may lie unevenly
 * @param confidence strictly between 0 and 1
 * Refuses: `not-finite` (`points[i].period`, `.value`, `.weight`), `negative` (`points[i].weight`), `duplicate`
 * (`points[i].period`), `too-few` (`points`: fewer than three with weight; two points leave no interval),
 * `out-of-range` (`confidence`, or `points` where the figures are beyond floating point).
 * Source: R `summary(lm(value ~ period, weights = weight))`.
 * @example trend([{ period: 1, value: 1 }, { period: 2, value: 2 }, { period: 3, value: 2 }]) // slope 0.5
 */
export function trend(points: readonly TrendPoint[], confidence = 0.95): Result<Trend> {
  const fault = faultOfPoints(points) ?? faultOfConfidence(confidence)
  if (fault) return fault
  const used = points.filter(({ weight = 1 }) => weight > 0)
  const n = used.length
  if (n < 3) return refuse('too-few', 'points')
  const sum = (f: (point: TrendPoint) => number) =>
    used.reduce((all, point) => all + (point.weight ?? 1) * f(point), 0)
  const weights = sum(() => 1)
  const meanPeriod = sum(({ period }) => period) / weights
  const meanValue = sum(({ value }) => value) / weights
  const spread = sum(({ period }) => (period - meanPeriod) ** 2)
  const slope = sum(({ period, value }) => (period - meanPeriod) * (value - meanValue)) / spread
  const residual = ({ period, value }: TrendPoint) => value - meanValue - slope * (period - meanPeriod)
  const variance = sum((point) => residual(point) ** 2) / (n - 2)
  const lastPeriod = used.reduce((last, { period }) => Math.max(last, period), Number.NEGATIVE_INFINITY)
  const ahead = lastPeriod - meanPeriod
  const slopeStandardError = Math.sqrt(variance / spread)
  const limit = studentLimit(confidence, n - 2) * slopeStandardError
  const result = {
    n,
    degreesOfFreedom: n - 2,
    slope,
    slopeStandardError,
    low: slope - limit,
    high: slope + limit,
    p: slopeP(slope, slopeStandardError, n - 2),
    lastPeriod,
    lastLevel: meanValue + slope * ahead,
    lastLevelStandardError: Math.sqrt(variance * (1 / weights + ahead ** 2 / spread)),
    covariance: (variance * ahead) / spread,
    residualStandardDeviation: Math.sqrt(variance),
  }
  const finite = Object.values(result).every(Number.isFinite)
  return finite ? { ok: true, ...result } : refuse('out-of-range', 'points')
}

function slopeP(slope: number, standardError: number, degreesOfFreedom: number): number {
  if (slope === 0) return 1
  return standardError === 0 ? 0 : studentTwoSided(slope / standardError, degreesOfFreedom)
}

function faultOfPoints(points: readonly TrendPoint[]): Refusal | null {
  const periods = new Set<number>()
  for (const [i, { period, value, weight = 1 }] of points.entries()) {
    for (const [name, number] of Object.entries({ period, value, weight })) {
      if (!Number.isFinite(number)) return refuse('not-finite', `points[${i}].${name}`)
    }
    if (weight < 0) return refuse('negative', `points[${i}].weight`)
    if (periods.has(period)) return refuse('duplicate', `points[${i}].period`)
    periods.add(period)
  }
  return null
}
