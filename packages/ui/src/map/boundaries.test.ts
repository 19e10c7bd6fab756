import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Boundaries, type BoundaryOptions, readBoundaries } from './boundaries.ts'
import { BOUNDARY_REASONS } from './boundary-refusal.ts'

const SHARED = process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../../shared')
const FOLDER = join(SHARED, 'data/boundaries')

const CODES = ['0114', '0115', '2080']
type Square = readonly (readonly [number, number])[]
const square = (x: number, y: number, size = 1): Square => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const feature = (properties: object, x: number, more: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [square(x, 60)] },
  ...more,
})
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })
const three = (of: (code: string, at: number) => object) =>
  collection(...CODES.map((code, at) => feature(of(code, at), 15 + at)))

function read(text: string, options: Partial<BoundaryOptions> = {}): Boundaries {
  const result = readBoundaries(text, { codes: CODES, ...options })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result
}
const refusal = (text: string, options: Partial<BoundaryOptions> = {}) =>
  readBoundaries(text, { codes: CODES, ...options })

/** Three squares in a row; the borders between them are shared arcs, and the outer one of the middle runs over both. */
const TOPOLOGY = {
  type: 'Topology',
  transform: { scale: [0.5, 0.5], translate: [15, 60] },
  objects: {
    towns: {
      type: 'GeometryCollection',
      geometries: [{ type: 'Point', coordinates: [0, 0], properties: { kod: '0114' } }],
    },
    kommuner: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { kod: '0114' } },
        { type: 'MultiPolygon', arcs: [[[-1, 2]]], properties: { kod: '0115' } },
        { type: 'Polygon', arcs: [[3]], id: '2080', properties: { kod: '2080' } },
      ],
    },
  },
  arcs: [
    [
      [2, 0],
      [0, 2],
    ],
    [
      [2, 2],
      [-2, 0],
      [0, -2],
      [2, 0],
    ],
    [
      [2, 0],
      [2, 0],
      [0, 2],
      [-2, 0],
    ],
    [
      [4, 0],
      [2, 0],
      [0, 2],
      [-2, 0],
      [0, -2],
    ],
  ],
}

describe('boundaries', () => {
  it('are read from GeoJSON by the property that holds the official codes', () => {
    const result = read(
      three((code, at) => ({ objectid: at + 1, namn: `plats ${at}`, kn_kod: code, lan: '01' })),
    )
    expect(result).toMatchObject({ codeProperty: 'kn_kod', unit: 'degrees', missing: [], uncoded: 0 })
    expect([...result.areas.keys()]).toEqual(CODES)
    expect([...(result.areas.get('0115')?.[0] ?? [])]).toEqual(square(16, 60).flat())
  })

  it('know codes that are numbers or have lost their zero, and the area’s own id', () => {
    expect([...read(three((code) => ({ id: Number(code) }))).areas.keys()]).toEqual(CODES)
    expect([...read(three((code) => ({ id: code.replace(/^0/, '') }))).areas.keys()]).toEqual(CODES)
    const own = collection(...CODES.map((code, at) => feature({ n: at }, 15 + at, { id: code })))
    expect(read(own).codeProperty).toBe('#id')
  })

  it('take no running number for a code', () => {
    const counties = ['01', '03', '04', '05', '06', '07', '08', '09', '10', '12', '13', '14', '17']
    const numbered = collection(...counties.map((_, at) => feature({ nr: at + 1 }, 10 + at / 10)))
    expect(refusal(numbered, { codes: counties })).toMatchObject({
      reason: 'codes-unknown',
      properties: ['nr'],
    })
  })

  it('put areas of the same code together and tell what is missing', () => {
    const text = collection(
      feature({ kod: '0114' }, 15),
      feature({ kod: '0114' }, 17),
      feature({ kod: '2080' }, 19),
    )
    const result = read(text)
    expect(result.areas.get('0114')).toHaveLength(2)
    expect(result.missing).toEqual(['0115'])
  })

  it('take the property that the caller names, though few of its values are known', () => {
    const text = collection(feature({ a: '0114', b: 'x' }, 15), feature({ a: 'NO', b: '0115' }, 17))
    expect(read(text, { codeProperty: 'b' })).toMatchObject({ codeProperty: 'b', uncoded: 1 })
    expect(refusal(text, { codeProperty: 'c' })).toMatchObject({
      reason: 'code-property-missing',
      keyword: 'c',
      properties: ['a', 'b'],
    })
  })

  it('are read from TopoJSON, arcs joined and turned', () => {
    const { areas, codeProperty } = read(JSON.stringify(TOPOLOGY))
    expect(codeProperty).toBe('kod')
    expect([...(areas.get('0114')?.[0] ?? [])]).toEqual([16, 60, 16, 61, 15, 61, 15, 60, 16, 60])
    expect([...(areas.get('0115')?.[0] ?? [])]).toEqual([16, 61, 16, 60, 17, 60, 17, 61, 16, 61])
    expect([...(areas.get('2080')?.[0] ?? [])]).toEqual(square(17, 60).flat())
  })

  it('keep metres as metres', () => {
    const text = collection({
      type: 'Feature',
      properties: { kod: '2080' },
      geometry: { type: 'MultiPolygon', coordinates: [[square(500_000, 6_700_000, 1000)]] },
    })
    expect(read(text).unit).toBe('metres')
  })

  it.each([
    ['', { reason: 'not-json' }],
    ['[1]', { reason: 'not-a-map' }],
    ['{"type":"Table"}', { reason: 'not-a-map', keyword: 'type', detail: 'Table' }],
    [`{"type":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, { reason: 'not-a-map', detail: 'object' }],
    [collection(), { reason: 'no-polygons' }],
    [collection(feature({ kod: '0114' }, 1, { geometry: null })), { reason: 'no-polygons' }],
    [collection(feature({ namn: 'Falun' }, 15)), { reason: 'codes-unknown', properties: ['namn'] }],
    [
      collection(feature({}, 1, { geometry: { type: 'Polygon', coordinates: [[[15, '60']]] } })),
      { reason: 'coordinate-unreadable', keyword: 'features[0].geometry.coordinates[0][0]' },
    ],
    [
      collection(
        feature({ kod: '0114' }, 1, { geometry: { type: 'Polygon', coordinates: [square(60, 15)] } }),
      ),
      { reason: 'axes-swapped' },
    ],
    [
      JSON.stringify({ ...TOPOLOGY, arcs: TOPOLOGY.arcs.slice(0, 2) }),
      { reason: 'arc-missing', keyword: 'objects.kommuner.geometries[1].arcs[0][0][1]', detail: '2' },
    ],
  ])('are refused with the place: %.40s', (text, expected) => {
    expect(refusal(text)).toMatchObject({ ok: false, ...expected })
  })

  it('are refused before a topology that uses one arc over and over takes the memory', () => {
    const arcs = [Array.from({ length: 1000 }, (_, at) => [at % 7, at % 5])]
    const ring = Array.from({ length: 100_000 }, () => 0)
    const text = JSON.stringify({ type: 'Topology', arcs, objects: { a: { type: 'Polygon', arcs: [ring] } } })
    expect(refusal(text)).toMatchObject({ reason: 'too-many-points' })
    expect(
      refusal(
        three((code) => ({ code })),
        { points: 10 },
      ),
    ).toMatchObject({ reason: 'too-many-points' })
  })

  it('are refused where collections lie too deep within each other', () => {
    let geometry: object = { type: 'Polygon', coordinates: [square(15, 60)] }
    for (let depth = 0; depth < 2000; depth += 1)
      geometry = { type: 'GeometryCollection', geometries: [geometry] }
    expect(refusal(collection(feature({ kod: '0114' }, 15, { geometry })))).toMatchObject({
      reason: 'too-deep',
    })
  })

  it('take names of JavaScript’s own for nothing but names', () => {
    const text = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":"0114","constructor":"x"},"geometry":{"type":"Polygon","coordinates":[[[15,60],[16,60],[16,61],[15,60]]]}}]}`
    expect(read(text)).toMatchObject({ codeProperty: '__proto__' })
    expect(refusal(text, { codes: ['constructor', '__proto__'] })).toMatchObject({ reason: 'codes-unknown' })
    expect(refusal(text, { codeProperty: 'toString' })).toMatchObject({ reason: 'code-property-missing' })
  })

  it('never throw, whatever is done to the text', () => {
    const texts = [three((code) => ({ code })), JSON.stringify(TOPOLOGY)]
    const change = fc.record({
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      put: fc.constantFrom(
        '',
        '[',
        ']',
        '{}',
        'null',
        '-',
        '1e400',
        '"',
        ',[]',
        '{"type":"Polygon"}',
        '0',
        '9',
      ),
      cut: fc.integer({ min: 0, max: 12 }),
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (start, changes) => {
          let text = start
          for (const { at, put, cut } of changes) {
            const place = Math.floor(at * text.length)
            text = text.slice(0, place) + put + text.slice(place + cut)
          }
          const result = refusal(text)
          if (!result.ok) expect(BOUNDARY_REASONS).toContain(result.reason)
          else
            for (const ring of [...result.areas.values()].flat())
              expect(ring.length >= 8 && ring[0] === ring.at(-2) && ring[1] === ring.at(-1)).toBe(true)
        },
      ),
      { seed: 1, numRuns: 2000 },
    )
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(refusal(text).ok).toBe(false)
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

if (existsSync(FOLDER)) {
  it.each([
    ['kommuner_290.geojson', 'kn_kod', 290, 4],
    ['lan_21.geojson', 'ln_kod', 21, 2],
  ] as const)('reads the real %s', (file, codeProperty, count, digits) => {
    const text = readFileSync(join(FOLDER, file), 'utf8')
    const real: { features: { properties: Record<string, string> }[] } = JSON.parse(text)
    const codes = real.features.map((one) => one.properties[codeProperty] ?? '')
    expect(codes.every((code) => code.length === digits)).toBe(true)
    const result = read(text, { codes })
    expect(result).toMatchObject({ codeProperty, unit: 'degrees', missing: [], uncoded: 0 })
    expect(result.areas.size).toBe(count)
  })

  it('refuses real labour market regions where counties are asked for', () => {
    const text = readFileSync(join(FOLDER, 'fa_regioner_72.geojson'), 'utf8')
    expect(refusal(text, { codes: ['01', '03', '04', '25'] })).toMatchObject({
      reason: 'codes-unknown',
      properties: ['fa_kod', 'fa_namn'],
    })
  })
} else console.warn(`not checked against ${FOLDER}: the folder is not there`)
