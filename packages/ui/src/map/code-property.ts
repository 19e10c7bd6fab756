import { BoundaryRefusedError } from './boundary-refusal.ts'
import { own } from './json-shape.ts'
import type { RawArea, RawLayer } from './rings.ts'

/** The name that stands for an area's own `id`, beside its properties. */
const OWN_ID = '#id'

export interface CodedLayer {
  readonly layer: RawLayer
  readonly property: string
  /** The official code of each area, null where it has none that is known. */
  readonly codes: readonly (string | null)[]
}

/** Of the areas, this share at least must carry a known code for a property to be taken unasked. */
const LEAST_SHARE = 0.9

/**
 * Finds the layer and property whose values are official codes: the one with the most different known codes, then the
 * one with the most areas. A numeric value, or a text that has lost its leading zero, is read with the zero. A mere
 * running number is not taken for a code: nine of ten areas must carry a code that is known. A property named by the
 * caller is taken with a single known code.
 * @throws BoundaryRefusedError `code-property-missing` (no area has the named property) or `codes-unknown`
 */
export function findCodes(
  layers: readonly RawLayer[],
  known: ReadonlySet<string>,
  named: string | undefined,
): CodedLayer {
  const names = propertyNames(layers)
  if (named !== undefined && !names.includes(named))
    throw new BoundaryRefusedError('code-property-missing', {
      keyword: named.slice(0, 60),
      properties: told(names),
    })
  let best: CodedLayer | null = null
  let bestCodes = 0
  let bestAreas = 0
  for (const layer of layers) {
    for (const property of named === undefined ? propertyNames([layer]) : [named]) {
      const codes = layer.areas.map((area) => officialCode(propertyOf(area, property), known))
      const found = codes.filter((code) => code !== null)
      const different = new Set(found).size
      if (different === 0) continue
      if (named === undefined && found.length < layer.areas.length * LEAST_SHARE) continue
      if (different < bestCodes || (different === bestCodes && found.length <= bestAreas)) continue
      best = { layer, property, codes }
      bestCodes = different
      bestAreas = found.length
    }
  }
  if (best === null) throw new BoundaryRefusedError('codes-unknown', { properties: told(names) })
  return best
}

function propertyOf(area: RawArea, property: string): unknown {
  return property === OWN_ID ? area.id : own(area.properties, property)
}

/**
 * The known code that a property's value stands for, or null.
 * @example officialCode(114, new Set(['0114'])) // '0114'
 */
function officialCode(value: unknown, known: ReadonlySet<string>): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value).trim()
  if (known.has(text)) return text
  return /^\d{1,9}$/.test(text) && known.has(`0${text}`) ? `0${text}` : null
}

function propertyNames(layers: readonly RawLayer[]): string[] {
  const names = new Set<string>()
  let hasId = false
  for (const { areas } of layers) {
    for (const area of areas) {
      for (const name of Object.keys(area.properties)) if (names.size < MOST_NAMES) names.add(name)
      hasId ||= area.id !== undefined
    }
  }
  return [...names, ...(hasId ? [OWN_ID] : [])]
}

/** Each name is looked for in every area, so their number is bounded. */
const MOST_NAMES = 100

function told(names: readonly string[]): string[] {
  return names.slice(0, 20).map((name) => name.slice(0, 40))
}
