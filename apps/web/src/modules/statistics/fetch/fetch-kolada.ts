import { sha256 } from '../../../platform/sha256.ts'
import { koladaPlaces, kpiById } from './kolada-lists.ts'
import type { FetchRefusal, Gathered, Gatherer, KoladaSource } from './model-fetch.ts'
import { belowAddress, LIST_LIMITS } from './pxweb-table.ts'

/** Places asked for in one call, so that addresses stay short. */
const PLACES_A_CALL = 100
const MOST_PIECES = 2000

/**
 * Fetches a key figure from Kolada, page by page.
 * @param source without municipalities: all places; without years: all years
 * @returns how the kept pages are to be read; or as the calls refuse, `unknown-codes` for a key figure that Kolada does
 * not have, `source-changed` where it was published anew meanwhile, `address-invalid` where a page leads elsewhere
 * @source Kolada API version 2, “Query data” (Hypergene/kolada)
 * @example await fetchKolada(source, gatherer)
 */
export async function fetchKolada(source: KoladaSource, gatherer: Gatherer): Promise<Gathered> {
  const { http } = gatherer
  const found = await kpiById(http, source.address, source.kpi)
  if (!found.ok) return found
  const places = await koladaPlaces(http, source.address)
  if (!places.ok) return places
  const all = places.places.map(({ id }) => id)
  const codes = source.municipalities.length > 0 ? source.municipalities : all
  const fingerprintOf = (kpi: typeof found.kpi) => sha256(JSON.stringify([kpi, codes]))
  if (!(await gatherer.isUnchanged(fingerprintOf(found.kpi)))) return { ok: false, reason: 'source-changed' }
  if (codes.length === 0) return { ok: false, reason: 'member-missing', keyword: 'values' }
  const calls = Math.ceil(codes.length / PLACES_A_CALL)
  let number = 0
  for (let at = 0; at < calls; at++) {
    const some = codes.slice(at * PLACES_A_CALL, (at + 1) * PLACES_A_CALL)
    const seen = new Set<string>()
    for (let next: string | null = dataAddress(source, some); next !== null; ) {
      const place: string = next
      if (seen.has(place) || number >= MOST_PIECES)
        return { ok: false, reason: 'too-many-pieces', detail: String(number) }
      seen.add(place)
      const kept = await gatherer.piece(number, (at + 0.5) / calls, () => http.get(place, LIST_LIMITS))
      if (!kept.ok) return kept
      number += 1
      const following = nextPage(kept.bytes, source.address)
      if (!following.ok) return following
      next = following.next
    }
  }
  const after = await kpiById(http, source.address, source.kpi)
  if (!after.ok) return after
  if (fingerprintOf(after.kpi) !== fingerprintOf(found.kpi)) return { ok: false, reason: 'source-changed' }
  return {
    ok: true,
    pieces: number,
    lists: [found.bytes, places.bytes],
    reading: { kind: 'kolada' },
    address: belowAddress(source.address, ['kpi', source.kpi]),
    fileName: null,
  }
}

function dataAddress({ address, kpi, years }: KoladaSource, places: readonly string[]): string {
  const parts = ['data', 'kpi', kpi, 'municipality', places.join(',')]
  const all = years.length === 0 ? parts : [...parts, 'year', years.join(',')]
  return `${belowAddress(address, all).replaceAll('%2C', ',')}?per_page=5000`
}

/** The address of the next page, at the same source whatever it says of the host; `null` on the last. */
export function nextPage(
  bytes: Uint8Array,
  base: string,
): { readonly ok: true; readonly next: string | null } | FetchRefusal {
  const page = jsonOf(bytes)
  const told = page?.next_page ?? page?.next_url ?? null
  if (told === null || told === '') return { ok: true, next: null }
  if (typeof told !== 'string' || !URL.canParse(told, base))
    return { ok: false, reason: 'member-wrong-type', keyword: 'next_page' }
  const { host, pathname, search } = new URL(told, base)
  const source = new URL(base)
  if (host !== source.host) return { ok: false, reason: 'address-invalid', detail: host.slice(0, 100) }
  return { ok: true, next: `${source.origin}${pathname}${search}` }
}

function jsonOf(bytes: Uint8Array): { readonly [name: string]: unknown } | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
