import {
  type KoladaKpi,
  type KoladaMunicipality,
  parseKoladaKpis,
  parseKoladaMunicipalities,
} from '@jamvikt/tables'
import type { HttpSource } from './http-source.ts'
import type { FetchRefusal } from './model-fetch.ts'
import { belowAddress, LIST_LIMITS } from './pxweb-table.ts'

export const KOLADA = 'https://api.kolada.se/v2'
/** One key figure by its identifier; `unknown-codes` where Kolada has none such. */
export async function kpiById(
  http: HttpSource,
  address: string,
  id: string,
): Promise<{ readonly ok: true; readonly kpi: KoladaKpi; readonly bytes: Uint8Array } | FetchRefusal> {
  const answer = await http.get(belowAddress(address, ['kpi', id]), LIST_LIMITS)
  if (!answer.ok) return answer
  const read = parseKoladaKpis(answer.bytes)
  if (!read.ok) return read
  const kpi = read.answer.values.find((each) => each.id === id)
  return kpi === undefined
    ? { ok: false, reason: 'unknown-codes', detail: id.slice(0, 40) }
    : { ok: true, kpi, bytes: answer.bytes }
}

/** All municipalities and regions, with the answer they were read from. */
export async function koladaPlaces(
  http: HttpSource,
  address: string,
): Promise<
  | { readonly ok: true; readonly places: readonly KoladaMunicipality[]; readonly bytes: Uint8Array }
  | FetchRefusal
> {
  const answer = await http.get(`${belowAddress(address, ['municipality'])}?per_page=5000`, LIST_LIMITS)
  if (!answer.ok) return answer
  const read = parseKoladaMunicipalities(answer.bytes)
  return read.ok ? { ok: true, places: read.answer.values, bytes: answer.bytes } : read
}

/**
 * The places that a choice means: `all` (none named: all there are), `regions`, or a county’s code: its municipalities,
 * its region (00 and the code) and the country (0000).
 * @example placesChosen(places, '20') // ['0000', '0020', '2021', …]
 */
export function placesChosen(places: readonly KoladaMunicipality[], choice: string): readonly string[] {
  if (choice === 'all') return []
  const ids = places.filter(({ id, type }) =>
    choice === 'regions' ? type === 'L' : id.startsWith(choice) || id === `00${choice}` || id === '0000',
  )
  return ids.map(({ id }) => id)
}
