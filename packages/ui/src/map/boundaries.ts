import { type BoundaryRefusal, BoundaryRefusedError, PointBudget } from './boundary-refusal.ts'
import { type CodedLayer, findCodes } from './code-property.ts'
import { isRecord, type JsonRecord, own } from './json-shape.ts'
import { list, positionReader, type RawArea, type RawLayer, type Ring, readRings } from './rings.ts'
import { readTopology } from './topojson.ts'

/** Degrees of longitude and latitude, or metres east and north on a plane such as SWEREF 99 TM. */
export type BoundaryUnit = 'degrees' | 'metres'

export interface Boundaries {
  readonly ok: true
  /** The rings of each area by its official code; holes are rings like others (fill rule even-odd). */
  readonly areas: ReadonlyMap<string, readonly Ring[]>
  readonly unit: BoundaryUnit
  /** The property that held the codes; `#id` for the areas' own id. */
  readonly codeProperty: string
  /** Known codes without an area, sorted. */
  readonly missing: readonly string[]
  /** Areas with a shape but without a known code. */
  readonly uncoded: number
}

export interface BoundaryOptions {
  /** The official codes that are looked for, such as those of the 290 municipalities. */
  readonly codes: Iterable<string>
  /** The property that holds the code, where it shall not be found by itself. */
  readonly codeProperty?: string
  /** Most points kept, 2 million where nothing is said. */
  readonly points?: number
}

/** Longer texts are refused unread. */
const MOST_CHARACTERS = 150_000_000

/**
 * Reads boundaries from GeoJSON (RFC 7946) or TopoJSON (specification 1.0) and finds which property holds the official
 * code. Areas with the same code become one, so a file of parts serves as well. Points and lines are passed over.
 * Coordinates all within ±180 and ±90 are degrees (WGS 84 or SWEREF 99), others metres.
 * @returns the rings by code, or a refusal: `too-large` (more than 150 million characters), `not-json`, `not-a-map`
 *   (neither format), `no-polygons`, `too-many-points`, `too-deep` (collections within collections),
 *   `coordinate-unreadable`, `arc-missing`, `axes-swapped` (Sweden with latitude or northing first),
 *   `code-property-missing`, `codes-unknown` (with the names of the file's properties)
 * @example
 * const read = readBoundaries(text, { codes: MUNICIPALITIES.map((one) => one.code) })
 * if (read.ok) read.areas.get('0980') // the rings of Gotland
 */
export function readBoundaries(text: string, options: BoundaryOptions): Boundaries | BoundaryRefusal {
  try {
    if (text.length > MOST_CHARACTERS)
      throw new BoundaryRefusedError('too-large', { detail: String(text.length) })
    const layers = readLayers(parsed(text), new PointBudget(options.points ?? 2_000_000))
    if (layers.every(({ areas }) => areas.length === 0)) throw new BoundaryRefusedError('no-polygons')
    const known = new Set(options.codes)
    return gathered(findCodes(layers, known, options.codeProperty), known)
  } catch (error) {
    if (error instanceof BoundaryRefusedError) return error.refusal
    throw error
  }
}

function parsed(text: string): JsonRecord {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 120) : ''
    throw new BoundaryRefusedError('not-json', { detail })
  }
  if (!isRecord(value)) throw new BoundaryRefusedError('not-a-map')
  return value
}

/** The layers of the file, with only those areas that have a shape. */
function readLayers(file: JsonRecord, budget: PointBudget): RawLayer[] {
  const type = own(file, 'type')
  const layers =
    type === 'Topology' ? readTopology(file, budget) : [{ name: '', areas: readGeo(file, budget) }]
  return layers.map(({ name, areas }) => ({ name, areas: areas.filter(({ rings }) => rings.length > 0) }))
}

function readGeo(file: JsonRecord, budget: PointBudget): RawArea[] {
  const type = own(file, 'type')
  const single = type === 'Feature'
  if (!single && type !== 'FeatureCollection')
    throw new BoundaryRefusedError('not-a-map', {
      keyword: 'type',
      detail: typeof type === 'string' ? type.slice(0, 40) : typeof type,
    })
  const read = positionReader(budget)
  return (single ? [file] : list(own(file, 'features'))).flatMap((feature, at): RawArea[] => {
    if (!isRecord(feature)) return []
    const rings = readRings(own(feature, 'geometry'), `features[${at}].geometry`, read, 'coordinates')
    const properties = own(feature, 'properties')
    return [{ properties: isRecord(properties) ? properties : {}, id: own(feature, 'id'), rings }]
  })
}

function gathered({ layer, property, codes }: CodedLayer, known: ReadonlySet<string>): Boundaries {
  const areas = new Map<string, Ring[]>()
  let uncoded = 0
  for (const [at, { rings }] of layer.areas.entries()) {
    const code = codes[at] ?? null
    if (code === null) {
      uncoded += 1
      continue
    }
    const before = areas.get(code)
    if (before === undefined) areas.set(code, [...rings])
    else for (const ring of rings) before.push(ring)
  }
  const missing = [...known].filter((code) => !areas.has(code)).sort()
  return { ok: true, areas, unit: unitOf(areas), codeProperty: property, missing, uncoded }
}

/** Degrees or metres; refuses Sweden lying on its side, which is the commonest mistake in such files. */
function unitOf(areas: ReadonlyMap<string, readonly Ring[]>): BoundaryUnit {
  let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const rings of areas.values()) {
    for (const ring of rings) {
      for (let at = 0; at < ring.length; at += 2) {
        const x = ring[at] ?? 0
        const y = ring[at + 1] ?? 0
        if (x < minX) minX = x
        if (x > maxX) maxX = x
        if (y < minY) minY = y
        if (y > maxY) maxY = y
      }
    }
  }
  const unit = minX >= -180 && maxX <= 180 && minY >= -90 && maxY <= 90 ? 'degrees' : 'metres'
  const swapped =
    unit === 'degrees'
      ? minX > 54 && maxX < 70.5 && minY > 9 && maxY < 25.5
      : minX > 6_000_000 && maxX < 7_800_000 && minY > 200_000 && maxY < 2_000_000
  if (swapped)
    throw new BoundaryRefusedError('axes-swapped', { detail: `x ${minX}–${maxX}, y ${minY}–${maxY}` })
  return unit
}
