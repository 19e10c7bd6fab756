import { type KoladaKpi, parseKoladaKpis } from '@jamvikt/tables'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Actor } from '../../../platform/policy.ts'
import { nextPage } from './fetch-kolada.ts'
import type { HttpSource } from './http-source.ts'
import type { FetchDoors, FetchRefusal } from './model-fetch.ts'
import { belowAddress, LIST_LIMITS } from './pxweb-table.ts'
import { indexOfKpis, type KpiIndex } from './search-kpis.ts'
import { catalogueKeptAt, keepCatalogue, keptKpis } from './store/kolada-catalogues.ts'

export interface KoladaCatalogue {
  readonly ok: true
  readonly index: KpiIndex
  readonly fetchedAt: Date
}

const MOST_PAGES = 20
const MOST_KPIS = 50_000
const MOST_INDEXES = 4
const indexes = new Map<string, KpiIndex>()

/**
 * Kolada’s list of key figures as it is kept, fetched and kept where it is not.
 * @param renew fetches it in any case
 * @returns the list with when it was fetched; or as the calls refuse
 */
export async function koladaCatalogue(
  doors: FetchDoors,
  actor: Pick<Actor, 'regionId' | 'personId'>,
  address: string,
  renew = false,
): Promise<KoladaCatalogue | FetchRefusal> {
  if (!URL.canParse(address) || /\p{Cc}/u.test(address))
    return { ok: false, reason: 'address-invalid', detail: address.slice(0, 100) }
  const { regionId } = actor
  const kept = renew ? null : await doors.inRegion(actor, (db) => keptCatalogue(db, regionId, address))
  if (kept !== null) return kept
  const fetched = await fetchKpis(doors.http, address)
  if (!fetched.ok) return fetched
  const fetchedAt = new Date()
  const { kpis } = fetched
  await doors.inRegion(actor, (db) => keepCatalogue(db, { regionId, address, kpis, fetchedAt }))
  const index = indexOfKpis(kpis)
  remember(nameOf(regionId, address, fetchedAt), index)
  return { ok: true, index, fetchedAt }
}

/** The list as it is kept; `null` where it is not. */
export async function keptCatalogue(
  db: TenantDb,
  regionId: string,
  address: string,
): Promise<KoladaCatalogue | null> {
  const fetchedAt = await catalogueKeptAt(db, address)
  if (fetchedAt === null) return null
  const name = nameOf(regionId, address, fetchedAt)
  const index = indexes.get(name) ?? indexOfKpis(await keptKpis(db, address))
  remember(name, index)
  return { ok: true, index, fetchedAt }
}

function nameOf(regionId: string, address: string, fetchedAt: Date): string {
  return JSON.stringify([regionId, address, fetchedAt.toISOString()])
}

/** The latest used stay in memory. */
function remember(name: string, index: KpiIndex) {
  indexes.delete(name)
  indexes.set(name, index)
  const [oldest] = indexes.keys()
  if (indexes.size > MOST_INDEXES && oldest !== undefined) indexes.delete(oldest)
}

/** The whole list, page by page. An identifier that comes twice is taken once. */
async function fetchKpis(
  http: HttpSource,
  address: string,
): Promise<{ readonly ok: true; readonly kpis: readonly KoladaKpi[] } | FetchRefusal> {
  const found = new Map<string, KoladaKpi>()
  let place: string | null = `${belowAddress(address, ['kpi'])}?per_page=5000`
  for (let pages = 0; place !== null; pages++) {
    if (pages >= MOST_PAGES || found.size > MOST_KPIS)
      return { ok: false, reason: 'too-many-pieces', detail: String(pages) }
    const answer = await http.get(place, LIST_LIMITS)
    if (!answer.ok) return answer
    const read = parseKoladaKpis(answer.bytes)
    if (!read.ok) return read
    for (const kpi of read.answer.values) found.set(kpi.id, kpi)
    const following = nextPage(answer.bytes, address)
    if (!following.ok) return following
    place = following.next
  }
  return { ok: true, kpis: [...found.values()] }
}
