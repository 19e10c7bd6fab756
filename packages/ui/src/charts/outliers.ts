interface PlotPoint {
  readonly x: number
  readonly y: number
}

/**
 * The points that lie farthest from the middle of a cloud, farthest first: distance from the medians, each direction
 * measured in its own middle spread (half of the distance between the quartiles), or in its range where that is 0.
 * @param count how many at most
 * @returns places in `points`
 * @example farthest([{ x: 1, y: 1 }, { x: 2, y: 2 }, { x: 3, y: 3 }, { x: 90, y: 2 }], 1) // [3]
 */
export function farthest(points: readonly PlotPoint[], count: number): readonly number[] {
  const xs = spreadOf(points.map((point) => point.x))
  const ys = spreadOf(points.map((point) => point.y))
  const distances = points.map((point, at) => ({
    at,
    distance: Math.hypot((point.x - xs.middle) / xs.spread, (point.y - ys.middle) / ys.spread),
  }))
  distances.sort((a, b) => b.distance - a.distance || a.at - b.at)
  return distances.slice(0, count).map(({ at }) => at)
}

function spreadOf(values: readonly number[]): { middle: number; spread: number } {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  const spread = (at(0.75) - at(0.25)) / 2 || at(1) - at(0) || 1
  return { middle: at(0.5), spread }
}
