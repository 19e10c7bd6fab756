import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PLACE_TILES, type PlaceTile, tileNeighbours } from './place-tiles.ts'
import { COUNTIES, MUNICIPALITIES } from './places.ts'

const SHARED = process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../shared')
const BOUNDARIES = join(SHARED, 'data/boundaries/kommuner_290.geojson')
const key = ({ column, row }: PlaceTile) => `${column},${row}`
const { municipality, county } = PLACE_TILES
const byCell = new Map([...municipality].map(([code, tile]) => [key(tile), code]))

function around(code: string): string[] {
  const tile = municipality.get(code)
  return tile === undefined ? [] : tileNeighbours(tile).flatMap((cell) => byCell.get(key(cell)) ?? [])
}

/** In how many pieces a set of municipalities lies. */
function pieces(codes: readonly string[]): string[][] {
  const left = new Set(codes)
  const found: string[][] = []
  for (const first of codes) {
    if (!left.delete(first)) continue
    const piece = [first]
    for (const code of piece) for (const next of around(code)) if (left.delete(next)) piece.push(next)
    found.push(piece)
  }
  return found
}

describe('the map of tiles', () => {
  it('has every municipality and every county once, each in a cell of its own', () => {
    expect([...municipality.keys()].sort()).toEqual(MUNICIPALITIES.map((one) => one.code).sort())
    expect([...county.keys()].sort()).toEqual(COUNTIES.map((one) => one.code).sort())
    for (const tiles of [municipality, county]) {
      expect(new Set([...tiles.values()].map(key)).size).toBe(tiles.size)
      for (const { column, row } of tiles.values()) expect(Math.min(column, row)).toBeGreaterThanOrEqual(0)
    }
  })

  it('keeps each county in one piece, except Kalmar with Öland', () => {
    for (const { code, name } of COUNTIES) {
      const codes = MUNICIPALITIES.filter((one) => one.countyCode === code).map((one) => one.code)
      const found = pieces(codes)
      expect([name, found.length]).toEqual([name, code === '08' ? 2 : 1])
      if (code === '08') expect(found.map((piece) => [...piece].sort())).toContainEqual(['0840', '0885'])
    }
  })

  it('has three pieces of land: the mainland, Öland and Gotland', () => {
    const sizes = pieces([...municipality.keys()]).map((piece) => piece.length)
    expect(sizes.sort((a, b) => a - b)).toEqual([1, 2, 287])
  })

  it('counts a neighbour from both sides', () => {
    for (const code of municipality.keys())
      for (const other of around(code)) expect(around(other)).toContain(code)
  })
})

interface Shape {
  readonly code: string
  readonly longitude: number
  readonly latitude: number
  readonly corners: ReadonlySet<string>
}

function readShapes(): Shape[] {
  const read: {
    features: { properties: { kn_kod: string }; geometry: { coordinates: [number, number][][][] } }[]
  } = JSON.parse(readFileSync(BOUNDARIES, 'utf8'))
  return read.features.map(({ properties, geometry }) => {
    const points = geometry.coordinates.flat(2)
    const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length
    const corners = new Set(points.map((point) => point.join()))
    return { code: properties.kn_kod, longitude: mean(0), latitude: mean(1), corners }
  })
}

/** Spearman's correlation of ranks; ties get the mean of their ranks. */
function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const ranks = (of: readonly number[]) =>
    of.map((one) => of.filter((x) => x < one).length + (of.filter((x) => x === one).length + 1) / 2)
  const [x, y] = [ranks(a), ranks(b)]
  const middle = (a.length + 1) / 2
  const dot = (p: readonly number[], q: readonly number[]) =>
    p.reduce((sum, one, at) => sum + (one - middle) * ((q[at] ?? 0) - middle), 0)
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y))
}

if (existsSync(BOUNDARIES)) {
  describe('against the true boundaries', () => {
    const shapes = readShapes()
    const tiles = shapes.map((shape) => municipality.get(shape.code) ?? { column: 0, row: 0 })

    it('keeps north and south, west and east', () => {
      const north = shapes.map((shape) => -shape.latitude)
      expect(
        rankCorrelation(
          north,
          tiles.map((tile) => tile.row),
        ),
      ).toBeGreaterThan(0.97)
      const east = tiles.map((tile) => tile.column + (tile.row % 2) / 2)
      expect(
        rankCorrelation(
          shapes.map((shape) => shape.longitude),
          east,
        ),
      ).toBeGreaterThan(0.9)
    })

    it('lets three of four true neighbours touch', () => {
      const owners = new Map<string, string[]>()
      for (const { code, corners } of shapes)
        for (const corner of corners) owners.set(corner, [...(owners.get(corner) ?? []), code])
      const shared = new Map<string, number>()
      for (const codes of owners.values())
        for (const one of codes)
          for (const other of codes)
            if (one < other) shared.set(`${one} ${other}`, (shared.get(`${one} ${other}`) ?? 0) + 1)
      const pairs = [...shared].filter(([, corners]) => corners >= 2).map(([pair]) => pair.split(' '))
      const touching = pairs.filter(([one = '', other = '']) => around(one).includes(other))
      expect(pairs.length).toBeGreaterThan(600)
      expect(touching.length / pairs.length).toBeGreaterThan(0.75)
    })
  })
} else console.warn(`not checked against ${BOUNDARIES}: the folder is not there`)
