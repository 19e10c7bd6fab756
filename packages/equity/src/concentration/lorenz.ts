import { type Result, refuse } from '../result.ts'
import { sortValues } from './sorted-values.ts'

/** A point of the curve: the lowest `population` of the members have `value` of the sum. Shares 0–1. */
export interface LorenzPoint {
  readonly population: number
  readonly value: number
}

export interface LorenzOptions {
  /** 0 or more, one for each value. All 1 unless given. */
  readonly weights?: ArrayLike<number>
  /** Gives this many equal steps of the population instead of a point for each value: 10 for tenths. 1–1,000. */
  readonly steps?: number
}

/**
 * The Lorenz curve: which share of the sum the lowest share of the members has.
 *
 * @param values 0 or more
 * @returns points from (0, 0) to (1, 1), one for each distinct value, or at `steps` equal steps with the curve
 * read linearly between values
 * Refuses: as `gini`; `out-of-range` (`options.steps`).
 * Source: Lorenz (1905); R `ineq::Lc`.
 * @example lorenzCurve([1, 3]) // { ok: true, points: [(0, 0), (0.5, 0.25), (1, 1)] }
 */
export function lorenzCurve(
  values: ArrayLike<number>,
  options: LorenzOptions = {},
): Result<{ readonly points: readonly LorenzPoint[] }> {
  const { weights, steps } = options
  if (steps !== undefined && !(Number.isSafeInteger(steps) && steps >= 1 && steps <= 1000)) {
    return refuse('out-of-range', 'options.steps')
  }
  const sorted = sortValues(values, weights)
  if (!sorted.ok) return sorted
  const points: LorenzPoint[] = [{ population: 0, value: 0 }]
  const { sum } = sorted
  const last = sorted.values.length - 1
  let population = 0
  let value = 0
  for (let i = 0; i < last; i++) {
    population += sorted.weights[i] ?? 0
    value += (sorted.weights[i] ?? 0) * (sorted.values[i] ?? 0)
    if (sorted.values[i] === sorted.values[i + 1]) continue
    points.push({ population: population / sorted.totalWeight, value: value / sum })
  }
  points.push({ population: 1, value: 1 })
  return { ok: true, points: steps === undefined ? points : readAt(points, steps) }
}

function readAt(points: readonly LorenzPoint[], steps: number): LorenzPoint[] {
  let next = 1
  return Array.from({ length: steps + 1 }, (_, step) => {
    const population = step / steps
    while (next < points.length - 1 && (points[next]?.population ?? 1) < population) next++
    const low = points[next - 1] ?? { population: 0, value: 0 }
    const high = points[next] ?? { population: 1, value: 1 }
    const width = high.population - low.population
    const part = width > 0 ? (population - low.population) / width : 1
    return { population, value: step === steps ? 1 : low.value + part * (high.value - low.value) }
  })
}
