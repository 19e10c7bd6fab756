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
 * slope = Σ w(t − t̄)(y − ȳ) / Σ w(t − t̄)²; s² = Σ w·e² / (n − 2). A slope that the rounding of the values alone can
 * make is 0. Periods that hang together (a good year followed by a good one) make such intervals too short.
 *
 * @param points in any order; periods may lie unevenly
 * @param confidence above 0, at most 0.999999
 * Refuses: `not-finite` (`points[i].period`, `.value`, `.weight`), `negative` (`points[i].weight`), `duplicate`
 * (`points[i].period`), `too-few` (`points`: fewer than three with weight; two points leave no interval),
 * `out-of-range` (`confidence`, or `points` where the figures are beyond floating point).
 * Source: R `summary(lm(value ~ period, weights = weight))`.
 * @example trend([{ period: 1, value: 1 }, { period: 2, value: 2 }, { period: 3, value: 2 }]) // slope 0.5
 */
export function trend(points: readonly TrendPoint[], confidence = 0.95): Result<Trend> {
  const line = fitLine(points, confidence)
  return line.ok ? { ok: true, ...line.trend } : line
}

/** The line, with the correlation of level and slope, which stays where their covariance is too small to be written. */
export function fitLine(
  points: readonly TrendPoint[],
  confidence: number,
): Result<{ readonly trend: Trend; readonly correlation: number }> {
  const fault = faultOfPoints(points) ?? faultOfConfidence(confidence)
  if (fault) return fault
  const used = points.filter(({ weight = 1 }) => weight > 0).sort((x, y) => x.period - y.period)
  const n = used.length
  if (n < 3) return refuse('too-few', 'points')
  // Distances from the first point as shares of the largest: squares stay within floating point whatever the unit,
  // and a constant series gives a slope of exactly 0.
  const time = scaled(used.map(({ period }) => period))
  const level = scaled(used.map(({ value }) => value))
  const heaviest = used.reduce((most, { weight = 1 }) => Math.max(most, weight), 0)
  const rows = used.map(({ weight = 1 }, i) => ({
    w: weight / heaviest,
    t: time.shares[i] ?? 0,
    y: level.shares[i] ?? 0,
  }))
  const sum = (f: (row: { w: number; t: number; y: number }) => number) =>
    rows.reduce((all, row) => all + row.w * f(row), 0)
  const weights = sum(() => 1)
  const meanTime = sum(({ t }) => t) / weights
  const meanLevel = sum(({ y }) => y) / weights
  const spread = sum(({ t }) => (t - meanTime) ** 2)
  const product = sum(({ t, y }) => (t - meanTime) * (y - meanLevel))
  // What the rounding of the values themselves can make of no slope at all.
  const noise = sum(
    ({ t, y }) => Math.abs(t - meanTime) * (4 * level.rounding + 8 * Number.EPSILON * Math.abs(y)),
  )
  const slope = Math.abs(product) <= noise ? 0 : product / spread
  const variance = sum(({ t, y }) => (y - meanLevel - slope * (t - meanTime)) ** 2) / (n - 2)
  const ahead = (rows.at(-1)?.t ?? 0) - meanTime
  const slopeError = Math.sqrt(variance / spread)
  const levelPart = 1 / weights + ahead ** 2 / spread
  if (!Number.isFinite(slope + slopeError)) return refuse('out-of-range', 'points')
  const pace = level.unit / time.unit
  const limit = studentLimit(confidence, n - 2) * slopeError
  const trend = {
    n,
    degreesOfFreedom: n - 2,
    slope: slope * pace,
    slopeStandardError: slopeError * pace,
    low: (slope - limit) * pace,
    high: (slope + limit) * pace,
    p: slopeP(slope, slopeError, n - 2),
    lastPeriod: used.at(-1)?.period ?? Number.NaN,
    lastLevel: level.origin + (meanLevel + slope * ahead) * level.unit,
    lastLevelStandardError: Math.sqrt(variance * levelPart) * level.unit,
    covariance: ((variance * ahead) / spread) * level.unit * pace,
    residualStandardDeviation: Math.sqrt(variance) * Math.sqrt(heaviest) * level.unit,
  }
  return Object.values(trend).every(Number.isFinite)
    ? { ok: true, trend, correlation: ahead / Math.sqrt(levelPart * spread) }
    : refuse('out-of-range', 'points')
}

/** Numbers as their distance from the first in units of the largest such distance; 0 where all is rounding. */
function scaled(values: readonly number[]) {
  const origin = values[0] ?? 0
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const widest = values.reduce((most, value) => Math.max(most, Math.abs(value - origin)), 0)
  const constant = widest <= 8 * Number.EPSILON * largest
  const unit = constant ? 1 : widest
  return {
    origin,
    unit,
    shares: values.map((value) => (constant ? 0 : (value - origin) / unit)),
    /** How far a share may be off since its value was rounded. */
    rounding: (largest / unit) * Number.EPSILON,
  }
}

function slopeP(slope: number, standardError: number, degreesOfFreedom: number): number {
  if (slope === 0) return 1
  return standardError === 0 ? 0 : studentTwoSided(slope / standardError, degreesOfFreedom)
}

function faultOfPoints(points: readonly TrendPoint[]): Refusal | null {
  const periods = new Set<number>()
  for (let i = 0; i < points.length; i++) {
    const { period, value, weight = 1 } = points[i] ?? { period: Number.NaN, value: Number.NaN }
    for (const [name, number] of Object.entries({ period, value, weight })) {
      if (!Number.isFinite(number)) return refuse('not-finite', `points[${i}].${name}`)
    }
    if (weight < 0) return refuse('negative', `points[${i}].weight`)
    if (periods.has(period)) return refuse('duplicate', `points[${i}].period`)
    periods.add(period)
  }
  return null
}
