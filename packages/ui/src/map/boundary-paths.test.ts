import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBoundaries } from './boundaries.ts'
import { boundaryPaths } from './boundary-paths.ts'
import { transverseMercator } from './projection.ts'
import { thinLine } from './thin-line.ts'

const SHARED = process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../../shared')
const FILE = join(SHARED, 'data/boundaries/kommuner_290.geojson')

/** The corners of the first ring of a path, absolute. */
function corners(path: string): string[] {
  const [, start = '', steps = ''] = /^M([^l]+)l([^z]*)z/.exec(path) ?? []
  const numbers = (text: string) => (text.match(/-?\d+/g) ?? []).map(Number)
  const [x = 0, y = 0] = numbers(start)
  const found = [[x, y] as const]
  const moves = numbers(steps)
  for (let at = 0; at < moves.length; at += 2) {
    const [px, py] = found.at(-1) ?? [0, 0]
    found.push([px + (moves[at] ?? 0), py + (moves[at + 1] ?? 0)])
  }
  return found.map(([px, py]) => `${px},${py}`)
}

const ring = (...points: readonly (readonly [number, number])[]) =>
  Float64Array.from([...points, points[0] ?? []].flat())

describe('the projection', () => {
  it('is true in Sweden', () => {
    // Ystad (55.43 N 13.82 E) to Kiruna (67.86 N 20.23 E): 1 425 km by the great circle on a sphere of 6 371 km.
    const [ax, ay] = transverseMercator(13.82, 55.43)
    const [bx, by] = transverseMercator(20.23, 67.86)
    expect(Math.hypot(bx - ax, by - ay) / 1000).toBeCloseTo(greatCircleKm(13.82, 55.43, 20.23, 67.86), -1)
    expect(transverseMercator(16.5, 62.5)).toEqual([0, expect.closeTo(0, 6)])
  })

  it('gives finite figures for the whole globe', () => {
    const degrees = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }))
    fc.assert(
      fc.property(degrees, ([x, y]) => transverseMercator(x, y).every(Number.isFinite)),
      { seed: 1 },
    )
  })
})

function greatCircleKm(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const [a, b, c] = [lat1, lat2, lon2 - lon1].map((one) => (one * Math.PI) / 180)
  return (
    6371 *
    Math.acos(Math.sin(a ?? 0) * Math.sin(b ?? 0) + Math.cos(a ?? 0) * Math.cos(b ?? 0) * Math.cos(c ?? 0))
  )
}

describe('paths', () => {
  it('fill the drawing, north at the top', () => {
    const areas = new Map([['a', [ring([0, 0], [100, 0], [100, 200], [0, 200])]]])
    const { width, height, paths } = boundaryPaths({ areas, unit: 'metres' }, { width: 50, tolerance: 1 })
    expect([width, height]).toEqual([50, 100])
    expect(corners(paths.get('a') ?? '').sort()).toEqual(['0,0', '0,100', '50,0', '50,100'])
  })

  it('keep one border between neighbours, whichever way each runs', () => {
    const bend = Array.from({ length: 60 }, (_, at) => [50 + 8 * Math.sin(at * 1.7), at + 20] as const)
    const west = ring([0, 20], ...bend, [0, 79])
    const east = ring(...[...bend].reverse(), [100, 20], [100, 79])
    const north = ring([0, 79], bend[59] ?? [0, 0], [100, 79], [50, 120])
    const areas = new Map([
      ['west', [west]],
      ['east', [east]],
      ['north', [north]],
    ])
    const { paths } = boundaryPaths({ areas, unit: 'metres' }, { width: 100, tolerance: 4 })
    const inner = (code: string) => corners(paths.get(code) ?? '').filter((one) => !/^(0|100),/.test(one))
    expect(inner('west').length).toBeGreaterThan(2)
    expect(inner('west').length).toBeLessThan(40)
    expect(new Set(inner('west'))).toEqual(new Set(inner('east')))
  })

  it('leave out islets but never a whole area', () => {
    const mainland = ring([0, 0], [1000, 0], [1000, 1000], [0, 1000])
    const islet = ring([1200, 500], [1210, 500], [1210, 510])
    const areas = new Map([
      ['a', [islet, mainland]],
      ['b', [ring([1500, 500], [1501, 500], [1501, 501])]],
    ])
    const { paths } = boundaryPaths({ areas, unit: 'metres' }, { width: 150, tolerance: 3 })
    expect(paths.get('a')?.match(/M/g)).toHaveLength(1)
    expect(paths.get('b')).toMatch(/^M\d+ \d+h1v1h-1z$/)
  })

  it('are whole numbers for any rings, also for none and for one point', () => {
    const point = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }))
    const any = fc.array(fc.array(fc.array(point, { minLength: 3, maxLength: 30 }), { maxLength: 3 }), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(any, (shapes) => {
        const areas = new Map(shapes.map((rings, at) => [String(at), rings.map((one) => ring(...one))]))
        const { paths, height } = boundaryPaths({ areas, unit: 'degrees' }, { width: 300, tolerance: 2 })
        expect(Number.isInteger(height) && height > 0).toBe(true)
        expect([...paths.keys()]).toEqual([...areas.keys()])
        for (const path of paths.values()) expect(path).toMatch(/^(M\d+ \d+(l[-\d ]*|h1v1h-1)z)*$/)
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})

describe('thinning a line', () => {
  it('keeps what is large and its ends', () => {
    expect(thinLine([0, 0, 5, 1, 10, 0], 20, 2)).toEqual([0, 0, 10, 0])
    expect(thinLine([0, 0, 5, 9, 10, 0], 20, 2)).toEqual([0, 0, 5, 9, 10, 0])
    expect(thinLine([0, 0, 1, 0, 2, 0, 3, 0], 99, 4)).toHaveLength(8)
  })

  it('gives the same for a line of a hundred thousand points that turn around each other', () => {
    const spiral = Array.from({ length: 100_000 }, (_, at) => [
      at * Math.cos(at / 9),
      at * Math.sin(at / 9),
    ]).flat()
    const kept = thinLine(spiral, 1e12, 2)
    expect(kept.slice(0, 2)).toEqual(spiral.slice(0, 2))
    expect(kept.slice(-2)).toEqual(spiral.slice(-2))
  })
})

if (existsSync(FILE)) {
  it('draws the real municipalities in less than 40 kB, each with an area', () => {
    const text = readFileSync(FILE, 'utf8')
    const codes = [...text.matchAll(/"kn_kod":"(\d+)"/g)].map(([, code = '']) => code)
    const read = readBoundaries(text, { codes })
    if (!read.ok) throw new Error(read.reason)
    const { paths, height } = boundaryPaths(read, { width: 600, tolerance: 1 })
    expect(paths.size).toBe(290)
    expect([...paths.values()].join('').length).toBeLessThan(40_000)
    expect(height / 600).toBeCloseTo(2.3, 1)
    for (const path of paths.values()) expect(new Set(corners(path)).size).toBeGreaterThanOrEqual(3)
  })
} else console.warn(`not checked against ${FILE}: the folder is not there`)
