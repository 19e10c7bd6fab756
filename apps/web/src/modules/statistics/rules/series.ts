import {
  type PeriodUnit,
  paritySentence,
  type TimeSentence,
  type TrendPoint,
  trend,
  trendSentence,
  yearsToParity,
} from '@jamvikt/equity'
import type { Indicator } from '../model-indicators.ts'
import type { Pivot } from './pivot.ts'
import type { Gap } from './view.ts'

/** The figure that is as much for women as for men, by kind of gap; `null` where there is no gap. */
function parityOf(gap: Gap): number | null {
  return { none: null, ratio: 100, difference: 0, share: 50 }[gap]
}

/** The values of a view whose rows are periods: the gap, or the first column where there is none. */
export function pointsOf(pivot: Pivot, gap: Gap): TrendPoint[] {
  return pivot.rows
    .flatMap(({ code, gap: value, figures }) => {
      const own = gap === 'none' ? (figures[0]?.value ?? null) : value
      const period = /^(\d{4})$/.exec(code)?.[1]
      return own === null || period === undefined ? [] : [{ period: Number(period), value: own }]
    })
    .toSorted((a, b) => a.period - b.period)
}

const FEWEST = 3

const PER_CENT = /^(%|procent|per ?cent)$/i

/** Whether the values of a series are per cent: a change of them is told in percentage points. */
export function isPercent(gap: Gap, unit: string): boolean {
  return gap === 'ratio' || gap === 'share' || PER_CENT.test(unit.trim())
}

/**
 * How a series of years moves, and when parity would come at this pace, in words. Nothing of fewer than three years.
 * @param figuresUnit that of the figures which the gap is of
 */
export function seriesSentences(
  points: readonly TrendPoint[],
  gap: Gap,
  figuresUnit: string,
): TimeSentence[] {
  if (points.length < FEWEST) return []
  const unit: PeriodUnit = 'year'
  const line = trend(points)
  if (!line.ok) return []
  const parity = parityOf(gap)
  const ahead = parity === null ? null : yearsToParity(points, { parity })
  return [
    trendSentence(line, undefined, unit, isPercent(gap, figuresUnit)),
    ...(ahead?.ok ? [paritySentence(ahead)] : []),
  ]
}

/** How far a series is from its target, and how the pace it has compares with the pace it needs. */
export interface TargetProgress {
  readonly latest: TrendPoint
  readonly distance: number
  /** Change a year that the target needs from the latest value; `null` where its year has passed. */
  readonly needed: number | null
  /** Change a year so far; `null` of fewer than three years, and where they do not show which way it goes. */
  readonly pace: number | null
  readonly state: 'reached' | 'on-pace' | 'behind' | 'wrong-way' | 'late' | 'too-little'
}

/** Change a year so far; `null` of fewer than three years, and where they do not show which way it goes. */
export function paceOf(points: readonly TrendPoint[]): number | null {
  const line = points.length < FEWEST ? null : trend(points)
  return line?.ok && (line.low > 0 || line.high < 0) ? line.slope : null
}

export function targetProgress(
  points: readonly TrendPoint[],
  target: NonNullable<Indicator['target']>,
  direction: Indicator['direction'],
  gap: Gap,
): TargetProgress | null {
  const latest = points.at(-1)
  if (latest === undefined) return null
  const distance = target.value - latest.value
  const pace = paceOf(points)
  const years = target.year - latest.period
  const needed = years > 0 ? distance / years : null
  const isReached = reaches(latest.value, target.value, direction, parityOf(gap))
  const state = isReached
    ? 'reached'
    : needed === null
      ? 'late'
      : pace === null
        ? 'too-little'
        : pace * distance <= 0
          ? 'wrong-way'
          : Math.abs(pace) >= Math.abs(needed)
            ? 'on-pace'
            : 'behind'
  return { latest, distance, needed, pace, state }
}

/** Above the target where more is wanted, below it where less is; towards parity, at least as near it from either side. */
function reaches(
  value: number,
  target: number,
  direction: Indicator['direction'],
  parity: number | null,
): boolean {
  if (direction === 'up') return value >= target
  if (direction === 'down') return value <= target
  return parity === null ? value === target : Math.abs(value - parity) <= Math.abs(target - parity)
}
