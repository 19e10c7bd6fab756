import type { TrendPoint } from '@jamvikt/equity'
import type { Indicator } from '../model-indicators.ts'

/** A series of years with the straight way from its latest value to its target. */
export interface TargetPath {
  readonly years: readonly number[]
  /** `null` where there is no value. */
  readonly values: readonly (number | null)[]
  readonly path: readonly (number | null)[]
}

/** Years that a line has room for. */
const MOST_YEARS = 60

/**
 * Every year from the first value to the target's, with what is known and the way that is left.
 * @param target `null` where nothing is aimed at; the way is left out also where the target's year has passed
 * @returns `null` of fewer than two years, or too many to draw
 */
export function targetPath(points: readonly TrendPoint[], target: Indicator['target']): TargetPath | null {
  const [first, latest] = [points[0], points.at(-1)]
  if (first === undefined || latest === undefined) return null
  const isAhead = target !== null && target.year > latest.period
  const end = isAhead ? target.year : latest.period
  const count = end - first.period + 1
  if (count < 2) return null
  if (count > MOST_YEARS) return target === null ? null : targetPath(points, null)
  const years = Array.from({ length: count }, (_, at) => first.period + at)
  const known = new Map(points.map(({ period, value }) => [period, value]))
  const step = isAhead ? (target.value - latest.value) / (target.year - latest.period) : 0
  return {
    years,
    values: years.map((year) => known.get(year) ?? null),
    path: years.map((year) =>
      isAhead && year >= latest.period ? latest.value + step * (year - latest.period) : null,
    ),
  }
}
