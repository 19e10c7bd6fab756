import type { Grid } from './projection.ts'

/** Room for one coordinate within the key of a point. */
const STRIDE = 2 ** 25

export function pointKey(points: ArrayLike<number>, at: number): number {
  return ((points[at * 2] ?? 0) + 1) * STRIDE + (points[at * 2 + 1] ?? 0) + 1
}

/** The last point of a ring repeats its first. */
export function pointsOfRing(ring: ArrayLike<number>): number {
  return Math.max(0, (ring.length >> 1) - 1)
}

/**
 * The points where borders meet: those with more than two different neighbours in all rings together. Between them a
 * border is one line, however many areas share it.
 */
export function findJunctions(grid: Grid): ReadonlySet<number> {
  const neighbours = new Map<number, [number, number]>()
  const junctions = new Set<number>()
  const note = (point: number, other: number) => {
    const pair = neighbours.get(point)
    if (pair === undefined) neighbours.set(point, [other, 0])
    else if (pair[0] !== other && pair[1] !== other) {
      if (pair[1] === 0) pair[1] = other
      else junctions.add(point)
    }
  }
  for (const rings of grid.areas.values()) {
    for (const ring of rings) {
      const count = pointsOfRing(ring)
      for (let at = 0; at < count; at += 1) {
        note(pointKey(ring, at), pointKey(ring, at + 1))
        note(pointKey(ring, at + 1), pointKey(ring, at))
      }
    }
  }
  return junctions
}
