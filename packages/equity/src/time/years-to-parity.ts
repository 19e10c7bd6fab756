import { studentLimit } from '../math/quantiles.ts'
import { faultOfConfidence } from '../rates/trials.ts'
import { type Result, refuse } from '../result.ts'
import { fitLine, type Trend, type TrendPoint } from './trend.ts'

export interface ParityOptions {
  /** The value that is parity: 0 for a gap (default), 0.5 for a share of women. */
  readonly parity?: number
  /** Above 0, at most 0.999999; 0.95 unless told. */
  readonly confidence?: number
}

export interface YearsToParity {
  /**
   * `converging`: the line meets parity ahead. `not-converging`: it runs level (`trend.slope`
   * is 0) or away from it. `at-parity`: the
   * fitted level of the last period is parity itself.
   */
  readonly outcome: 'converging' | 'not-converging' | 'at-parity'
  /** Periods from the last one until the line meets parity; `null` when not converging. */
  readonly years: number | null
  /** Least number of periods the interval holds; 0 when today's level may be parity; `null`: it holds none. */
  readonly low: number | null
  /** Most; `null`: without bound, parity may never come, or the interval holds none (`low` is `null` too). */
  readonly high: number | null
  readonly trend: Trend
}

/**
 * When parity would come if the straight line of past periods went on: a yardstick for today's pace, no forecast.
 *
 * With level a and slope b fitted at the last period, y = (parity − a) / b. The interval is Fieller's: all y ≥ 0
 * for which a + b·y could be parity, (a + b·y − parity)² ≤ t²·Var(a + b·y). Where the slope itself is uncertain
 * the interval has no upper bound.
 *
 * @param points the gap or the share by year; of other periods `years` counts those
 * Refuses: as `trend`; `not-finite` (`options.parity`), `out-of-range` (`options.confidence`).
 * Source: Fieller (1954), J. R. Stat. Soc. B 16.
 * @example
 * yearsToParity([{ period: 1, value: 4 }, { period: 2, value: 3 }, { period: 3, value: 2 }]) // years 2
 */
export function yearsToParity(
  points: readonly TrendPoint[],
  { parity = 0, confidence = 0.95 }: ParityOptions = {},
): Result<YearsToParity> {
  if (!Number.isFinite(parity)) return refuse('not-finite', 'options.parity')
  const fault = faultOfConfidence(confidence, 'options.confidence')
  if (fault) return fault
  const line = fitLine(points, confidence)
  if (!line.ok) return line
  const { trend, correlation } = line
  const distance = trend.lastLevel - parity
  // Nearer than figures of this size are rounded is at parity: 0.1 + 0.2 against 0.3.
  const size = points.reduce((most, { value }) => Math.max(most, Math.abs(value)), Math.abs(parity))
  const gap = Math.abs(distance) <= 8 * Number.EPSILON * size ? 0 : distance
  const years = -gap / trend.slope
  const outcome =
    gap === 0 ? 'at-parity' : years > 0 && Number.isFinite(years) ? 'converging' : 'not-converging'
  return {
    ok: true,
    outcome,
    years: outcome === 'converging' ? years : outcome === 'at-parity' ? 0 : null,
    ...fiellerAhead(trend, gap, studentLimit(confidence, trend.degreesOfFreedom), correlation),
    trend,
  }
}

/** The y ≥ 0 with A·y² + 2B·y + C ≤ 0, gap and slope each in a unit of their own size. */
function fiellerAhead(
  { slope, slopeStandardError, lastLevelStandardError }: Trend,
  gap: number,
  t: number,
  correlation: number,
): { low: number | null; high: number | null } {
  const steep = Math.max(Math.abs(slope), slopeStandardError) || 1
  const far = Math.max(Math.abs(gap), lastLevelStandardError) || 1
  const pace = slope / steep
  const paceError = (t * slopeStandardError) / steep
  const level = gap / far
  const levelError = (t * lastLevelStandardError) / far
  const a = pace ** 2 - paceError ** 2
  const b = level * pace - correlation * paceError * levelError
  const c = level ** 2 - levelError ** 2
  // The point −gap/slope is always inside, so that below 0 the root is rounding.
  const root = Math.sqrt(Math.max(0, b * b - a * c))
  const sum = -(b + (b < 0 ? -root : root))
  const roots = [sum / a, c / sum]
    .map((y) => (y / steep) * far)
    .filter(Number.isFinite)
    .sort((x, y) => x - y)
  const ahead = roots.filter((y) => y >= 0)
  if (a > 0) {
    const high = ahead.at(-1)
    if (high === undefined) return { low: null, high: null }
    return { low: c <= 0 ? 0 : (ahead[0] ?? high), high }
  }
  if (c <= 0) return { low: 0, high: null }
  return { low: ahead[0] ?? null, high: null }
}
