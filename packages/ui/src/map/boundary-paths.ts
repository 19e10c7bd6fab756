import type { Boundaries } from './boundaries.ts'
import { findJunctions, pointKey, pointsOfRing } from './junctions.ts'
import { gridOf } from './projection.ts'
import { thinLine } from './thin-line.ts'

export interface BoundaryPaths {
  /** The drawing's size, for `viewBox`. */
  readonly width: number
  readonly height: number
  /** SVG path data by code, in whole numbers; draw with the fill rule even-odd. */
  readonly paths: ReadonlyMap<string, string>
}

export interface PathOptions {
  /** Width of the drawing, 1–10 000, 1 000 where nothing is said. */
  readonly width?: number
  /** Bends and islands smaller than the square of this, in units of the drawing, are left out. */
  readonly tolerance?: number
}

/**
 * Draws boundaries as simplified SVG paths. Borders are cut where three areas meet and each piece is simplified once,
 * so neighbours still share their border without gaps. The largest ring of every area stays, however small.
 * @returns path data by code; an area that shrinks to a point becomes a square one unit wide
 * @example
 * const read = readBoundaries(text, { codes })
 * if (read.ok) boundaryPaths(read, { width: 600, tolerance: 1.5 }).paths.get('0980') // 'M412 903l3 8-9 14…z'
 */
export function boundaryPaths(
  boundaries: Pick<Boundaries, 'areas' | 'unit'>,
  options: PathOptions = {},
): BoundaryPaths {
  const width = Math.round(Math.max(1, Math.min(10_000, options.width ?? 1_000)))
  const smallest = (options.tolerance ?? 1.5) ** 2
  const grid = gridOf(boundaries, width)
  const junctions = findJunctions(grid)
  const paths = new Map<string, string>()
  for (const [code, rings] of grid.areas) {
    const sizes = rings.map(ringArea)
    const largest = sizes.reduce((best, size, at) => (size > (sizes[best] ?? 0) ? at : best), 0)
    const kept = rings.flatMap((ring, at) => {
      if (at !== largest && (sizes[at] ?? 0) < smallest) return []
      const thin = thinRing(ring, junctions, smallest)
      if (ringArea(thin) > 0) return [pathData(thin)]
      return at === largest ? [ringArea(ring) > 0 ? pathData(ring) : dot(ring)] : []
    })
    paths.set(code, kept.join(''))
  }
  return { width, height: grid.height, paths }
}

/** The size of a ring in square units, by the shoelace formula. */
function ringArea(ring: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < pointsOfRing(ring); at += 1) {
    const [x, y] = [ring[at * 2] ?? 0, ring[at * 2 + 1] ?? 0]
    sum += x * (ring[at * 2 + 3] ?? 0) - (ring[at * 2 + 2] ?? 0) * y
  }
  return Math.abs(sum) / 2
}

/** Simplifies a ring piece by piece between its junctions, or as a whole where it has none. */
function thinRing(ring: Int32Array, junctions: ReadonlySet<number>, smallest: number): number[] {
  const count = pointsOfRing(ring)
  const start = firstJunction(ring, count, junctions)
  const turned = turnedTo(ring, count, start ?? lowestPoint(ring, count))
  const result: number[] = []
  let from = 0
  for (let at = 1; at <= count; at += 1) {
    if (at < count && !junctions.has(pointKey(turned, at))) continue
    const piece = thinPiece(turned.subarray(from * 2, at * 2 + 2), smallest, from === 0 && at === count)
    for (let index = result.length === 0 ? 0 : 2; index < piece.length; index += 1)
      result.push(piece[index] ?? 0)
    from = at
  }
  return result
}

function firstJunction(ring: Int32Array, count: number, junctions: ReadonlySet<number>): number | null {
  for (let at = 0; at < count; at += 1) if (junctions.has(pointKey(ring, at))) return at
  return null
}

/** A ring without junctions begins at the same point in whichever area it stands. */
function lowestPoint(ring: Int32Array, count: number): number {
  let lowest = 0
  for (let at = 1; at < count; at += 1) if (pointKey(ring, at) < pointKey(ring, lowest)) lowest = at
  return lowest
}

function turnedTo(ring: Int32Array, count: number, start: number): Int32Array {
  const turned = new Int32Array(count * 2 + 2)
  for (let at = 0; at <= count; at += 1) {
    const from = (start + at) % Math.max(1, count)
    turned[at * 2] = ring[from * 2] ?? 0
    turned[at * 2 + 1] = ring[from * 2 + 1] ?? 0
  }
  return turned
}

/** The same points stay whichever way an area runs through the piece: it is always thinned in one direction. */
function thinPiece(piece: Int32Array, smallest: number, whole: boolean): number[] {
  const last = (piece.length >> 1) - 1
  const [head, tail] = [pointKey(piece, 0), pointKey(piece, last)]
  const backwards = head === tail ? pointKey(piece, 1) > pointKey(piece, last - 1) : head > tail
  const least = whole ? 4 : 2
  if (!backwards) return thinLine(piece, smallest, least)
  return reversed(thinLine(reversed(piece), smallest, least))
}

function reversed(points: ArrayLike<number>): number[] {
  const result: number[] = []
  for (let at = points.length - 2; at >= 0; at -= 2) result.push(points[at] ?? 0, points[at + 1] ?? 0)
  return result
}

/** Path data from absolute start and relative steps, as few characters as whole numbers need. */
function pathData(ring: ArrayLike<number>): string {
  const parts = [`M${ring[0] ?? 0} ${ring[1] ?? 0}l`]
  let first = true
  for (let at = 1; at < pointsOfRing(ring); at += 1) {
    const dx = (ring[at * 2] ?? 0) - (ring[at * 2 - 2] ?? 0)
    const dy = (ring[at * 2 + 1] ?? 0) - (ring[at * 2 - 1] ?? 0)
    parts.push(first || dx < 0 ? String(dx) : ` ${dx}`, dy < 0 ? String(dy) : ` ${dy}`)
    first = false
  }
  return `${parts.join('')}z`
}

function dot(ring: ArrayLike<number>): string {
  return `M${ring[0] ?? 0} ${ring[1] ?? 0}h1v1h-1z`
}
