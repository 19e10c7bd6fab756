import type { Boundaries, BoundaryUnit } from './boundaries.ts'

/** Metres east and north on a plane. */
type Projection = (x: number, y: number) => readonly [east: number, north: number]

const EARTH_RADIUS_M = 6_371_000
const RADIANS = Math.PI / 180
const MIDDLE_LONGITUDE = 16.5 * RADIANS
const MIDDLE_LATITUDE = 62.5 * RADIANS

/**
 * Degrees to metres by the transverse Mercator projection of a sphere around 62.5° N, 16.5° E: shapes within Sweden
 * are true to less than a part in two hundred, which is enough to look at; it is no SWEREF 99 TM to measure in.
 * Source: Snyder 1987, “Map projections: a working manual”, equations 8-1 and 8-3.
 * @example transverseMercator(16.5, 62.5) // [0, 0]
 */
export const transverseMercator: Projection = (longitude, latitude) => {
  const turn = longitude * RADIANS - MIDDLE_LONGITUDE
  const height = latitude * RADIANS
  // A quarter of the globe away the projection has no end; such points are held back.
  const b = Math.max(-0.9999, Math.min(0.9999, Math.cos(height) * Math.sin(turn)))
  const north = Math.atan2(Math.sin(height), Math.cos(height) * Math.cos(turn))
  return [EARTH_RADIUS_M * Math.atanh(b), EARTH_RADIUS_M * (north - MIDDLE_LATITUDE)]
}

/**
 * The projection for boundaries as they came: degrees are projected, metres taken as they are.
 * @example projectionOf('metres')(500_000, 6_600_000) // [500000, 6600000]
 */
function projectionOf(unit: BoundaryUnit): Projection {
  return unit === 'degrees' ? transverseMercator : (x, y) => [x, y]
}

/** A drawing of boundaries before it is simplified: whole numbers, x to the right and y downwards, from 0. */
export interface Grid {
  readonly width: number
  readonly height: number
  readonly areas: ReadonlyMap<string, readonly Int32Array[]>
}

/**
 * Lays projected boundaries onto a grid of whole numbers `width` wide. The height follows from the shape, at most
 * eight times the width. Points that fall together are kept once.
 */
export function gridOf(boundaries: Pick<Boundaries, 'areas' | 'unit'>, width: number): Grid {
  const project = projectionOf(boundaries.unit)
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  const projected = new Map<string, Float64Array[]>()
  for (const [code, rings] of boundaries.areas) {
    const flat = rings.map((ring) => {
      const points = new Float64Array(ring.length)
      for (let at = 0; at < ring.length; at += 2) {
        const [x, y] = project(ring[at] ?? 0, ring[at + 1] ?? 0)
        points[at] = x
        points[at + 1] = y
        west = Math.min(west, x)
        east = Math.max(east, x)
        south = Math.min(south, y)
        north = Math.max(north, y)
      }
      return points
    })
    projected.set(code, flat)
  }
  const scale = Math.min(width / (east - west || 1), (width * 8) / (north - south || 1))
  const areas = new Map<string, Int32Array[]>()
  for (const [code, rings] of projected)
    areas.set(
      code,
      rings.map((ring) => onGrid(ring, west, north, scale)),
    )
  return { width, height: Math.max(1, Math.round((north - south) * scale) || 1), areas }
}

function onGrid(ring: Float64Array, west: number, north: number, scale: number): Int32Array {
  const points = new Int32Array(ring.length)
  let count = 0
  for (let at = 0; at < ring.length; at += 2) {
    const x = Math.round(((ring[at] ?? 0) - west) * scale)
    const y = Math.round((north - (ring[at + 1] ?? 0)) * scale)
    if (count > 0 && points[count * 2 - 2] === x && points[count * 2 - 1] === y) continue
    points[count * 2] = x
    points[count * 2 + 1] = y
    count += 1
  }
  return points.subarray(0, count * 2)
}
