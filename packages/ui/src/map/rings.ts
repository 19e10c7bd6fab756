import { BoundaryRefusedError, type PointBudget } from './boundary-refusal.ts'
import { isList, isRecord, type JsonRecord, own } from './json-shape.ts'

/** A closed line: x and y by turns, the first point repeated last. */
export type Ring = Float64Array

/** An area of a file before its code is known. */
export interface RawArea {
  readonly properties: JsonRecord
  readonly id: unknown
  readonly rings: readonly Ring[]
}

/** Areas that belong together in a file: a GeoJSON file has one layer, a TopoJSON file one for each object. */
export interface RawLayer {
  readonly name: string
  readonly areas: readonly RawArea[]
}

/** How a format writes one ring. */
export type RingReader = (ring: unknown, keyword: string) => Ring

/** Geometry collections within geometry collections, at most. */
const MOST_DEEP = 8

/**
 * The rings of a geometry: of polygons and of collections that hold polygons; points and lines have none. A ring with
 * fewer than three different points is no area and is left out.
 */
export function readRings(
  geometry: unknown,
  keyword: string,
  read: RingReader,
  member: string,
  depth = 0,
): Ring[] {
  if (depth > MOST_DEEP) throw new BoundaryRefusedError('too-deep', { keyword, detail: `> ${MOST_DEEP}` })
  if (!isRecord(geometry)) return []
  const type = own(geometry, 'type')
  if (type === 'GeometryCollection')
    return list(own(geometry, 'geometries')).flatMap((one, at) =>
      readRings(one, `${keyword}.geometries[${at}]`, read, member, depth + 1),
    )
  if (type !== 'Polygon' && type !== 'MultiPolygon') return []
  const place = `${keyword}.${member}`
  const parts = own(geometry, member)
  if (!isList(parts)) throw new BoundaryRefusedError('coordinate-unreadable', { keyword: place })
  const polygons = type === 'Polygon' ? [parts] : parts
  return polygons.flatMap((polygon, at) =>
    list(polygon).flatMap((ring, index) => {
      const points = read(ring, type === 'Polygon' ? `${place}[${index}]` : `${place}[${at}][${index}]`)
      return points.length < 8 ? [] : [points]
    }),
  )
}

/** The rings of GeoJSON: lists of positions (RFC 7946, section 3.1.6); heights are left out, an open ring is closed. */
export function positionReader(budget: PointBudget): RingReader {
  return (ring, keyword) => {
    if (!isList(ring)) throw new BoundaryRefusedError('coordinate-unreadable', { keyword })
    budget.take(ring.length + 1, keyword)
    const points = new Float64Array(ring.length * 2 + 2)
    for (const [at, position] of ring.entries()) {
      const [x, y] = isList(position) ? position : []
      if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
        throw new BoundaryRefusedError('coordinate-unreadable', { keyword: `${keyword}[${at}]` })
      points[at * 2] = x
      points[at * 2 + 1] = y
    }
    return closed(points, ring.length)
  }
}

/** Ends a ring of `count` points at its first; `points` has room for one point more. */
export function closed(points: Float64Array, count: number): Ring {
  const x = points[0] ?? 0
  const y = points[1] ?? 0
  if (points[count * 2 - 2] === x && points[count * 2 - 1] === y) return points.subarray(0, count * 2)
  points[count * 2] = x
  points[count * 2 + 1] = y
  return points.subarray(0, count * 2 + 2)
}

export function list(value: unknown): readonly unknown[] {
  return isList(value) ? value : []
}
