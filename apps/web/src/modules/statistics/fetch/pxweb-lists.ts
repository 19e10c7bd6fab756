import { parseV1Databases, parseV1Nodes, parseV2Tables } from '@jamvikt/tables'
import type { HttpSource } from './http-source.ts'
import type { FetchRefusal } from './model-fetch.ts'
import { belowAddress, LIST_LIMITS, limitsOf, type PxwebKind } from './pxweb-table.ts'

/** What a database holds: levels that lead on, tables, and headings between them. */
interface PxwebEntry {
  readonly kind: 'level' | 'table' | 'heading'
  /** The table’s identifier (v2), or the path below the database’s address (v1). */
  readonly id: string
  readonly text: string
  readonly periods: { readonly from: string; readonly to: string } | null
}

export interface PxwebListing {
  readonly ok: true
  readonly entries: readonly PxwebEntry[]
  /** Of a search: the text, how many tables answer to it, and the number of the next page. `null` for a level. */
  readonly search: { readonly text: string; readonly count: number; readonly next: number | null } | null
}

const PAGE_SIZE = 25

/**
 * Tables of a server of PxWebApi 2 whose texts answer to a search; all of them without one.
 * @param page from 1
 * @source PxWebApi 2 OpenAPI specification, `/tables`
 * @example await searchTables(http, 'https://statistikdatabasen.scb.se/api/v2', 'befolkning kön', 1)
 */
async function searchTables(
  http: HttpSource,
  address: string,
  text: string,
  page: number,
): Promise<PxwebListing | FetchRefusal> {
  const limits = await limitsOf(http, 'pxweb-v2', address)
  if (!limits.ok) return limits
  const query = new URLSearchParams({
    lang: limits.language,
    ...(text === '' ? {} : { query: text }),
    pageNumber: String(page),
    pageSize: String(PAGE_SIZE),
  })
  const answer = await http.get(`${belowAddress(address, ['tables'])}?${query}`, LIST_LIMITS)
  if (!answer.ok) return answer
  const read = parseV2Tables(answer.bytes)
  if (!read.ok) return read
  const { tables, page: told } = read.answer
  return {
    ok: true,
    entries: tables.map(({ id, label, firstPeriod, lastPeriod }) => ({
      kind: 'table',
      id,
      text: label ?? id,
      periods: firstPeriod === null || lastPeriod === null ? null : { from: firstPeriod, to: lastPeriod },
    })),
    search: {
      text,
      count: told.totalElements,
      next: told.pageNumber < told.totalPages ? told.pageNumber + 1 : null,
    },
  }
}

/**
 * One level of the tree of a server of PxWebApi 1.
 * @param path below the address; empty for its first level
 * @source PxWebApi 1.0 specification, “Navigation”
 * @example await listLevel(http, 'https://api.scb.se/OV0104/v1/doris/sv/ssd', 'BE/BE0101')
 */
async function listLevel(
  http: HttpSource,
  address: string,
  path: string,
): Promise<PxwebListing | FetchRefusal> {
  const parts = path === '' ? [] : path.split('/')
  const answer = await http.get(belowAddress(address, parts), LIST_LIMITS)
  if (!answer.ok) return answer
  const below = (id: string) => [...parts, id].join('/')
  const nodes = parseV1Nodes(answer.bytes)
  if (nodes.ok) {
    const kinds = { l: 'level', t: 'table', h: 'heading' } as const
    return {
      ok: true,
      search: null,
      entries: nodes.answer.map(({ id, type, text }) => ({
        kind: kinds[type],
        id: below(id),
        text,
        periods: null,
      })),
    }
  }
  const databases = parseV1Databases(answer.bytes)
  if (!databases.ok) return nodes
  return {
    ok: true,
    search: null,
    entries: databases.answer.map(({ dbid, text }) => ({
      kind: 'level',
      id: below(dbid),
      text,
      periods: null,
    })),
  }
}

/** What a server shows first, or at a level or search. */
export function listTables(
  http: HttpSource,
  kind: PxwebKind,
  address: string,
  asked: { readonly path: string; readonly text: string; readonly page: number },
): Promise<PxwebListing | FetchRefusal> {
  return kind === 'pxweb-v2'
    ? searchTables(http, address, asked.text, asked.page)
    : listLevel(http, address, asked.path)
}
