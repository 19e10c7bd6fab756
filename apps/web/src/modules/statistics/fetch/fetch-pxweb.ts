import type { Selection } from '@jamvikt/tables'
import { isPassing } from './http-refusal.ts'
import type { FetchRefusal, Gathered, Gatherer, PxwebSource } from './model-fetch.ts'
import { planFetch } from './pxweb-selection.ts'
import { belowAddress, describeTable } from './pxweb-table.ts'

/**
 * Fetches a selection of a table from a server of PxWebApi 1 or 2, in as many pieces as its limits ask for. What the
 * server says of the table is read before and after: a table that changed meanwhile is not put together of old and new.
 * @returns how the kept pieces are to be read; or as `describeTable`, `planFetch` and the calls refuse, and
 * `source-changed`
 * @source PxWebApi 1.0 specification, “Table queries”; PxWebApi 2 OpenAPI specification, `/tables/{id}/data`
 * @example await fetchPxweb(source, gatherer)
 */
export async function fetchPxweb(source: PxwebSource, gatherer: Gatherer): Promise<Gathered> {
  const { http } = gatherer
  const describe = () => describeTable(http, source.kind, source.address, source.table, source.codeLists)
  const table = await describe()
  if (!table.ok) return table
  if (!(await gatherer.isUnchanged(table.fingerprint))) return CHANGED
  const plan = planFetch(table.variables, source.selection, table.maxCells)
  if (!plan.ok) return plan
  const place = dataAddress(source, table.language)
  const { pieces } = plan
  for (const [number, piece] of pieces.entries()) {
    const kept = await gatherer.piece(number, (number + 1) / (pieces.length + 1), () =>
      http.ask(place, bodyOf(source, piece)),
    )
    if (!kept.ok) return isPassing(kept.reason) ? kept : reasonFor(kept, await describe(), table.fingerprint)
  }
  const after = await describe()
  if (!after.ok) return after
  if (after.fingerprint !== table.fingerprint) return CHANGED
  return {
    ok: true,
    pieces: pieces.length,
    lists: [],
    reading: { kind: 'pxweb', table: source.table, language: table.language, wanted: [...plan.codes] },
    address: belowAddress(
      source.address,
      source.kind === 'pxweb-v2' ? ['tables', source.table] : source.table.split('/'),
    ),
    fileName: null,
  }
}

const CHANGED: FetchRefusal = { ok: false, reason: 'source-changed' }

/** A piece that is refused since the table is another one by now is told as that. */
function reasonFor(
  refused: FetchRefusal,
  now: Awaited<ReturnType<typeof describeTable>>,
  fingerprint: string,
): FetchRefusal {
  return now.ok && now.fingerprint !== fingerprint ? CHANGED : refused
}

function dataAddress({ kind, address, table }: PxwebSource, language: string): string {
  return kind === 'pxweb-v2'
    ? `${belowAddress(address, ['tables', table, 'data'])}?lang=${encodeURIComponent(language)}&outputFormat=json-stat2`
    : belowAddress(address, table.split('/'))
}

function bodyOf({ kind, codeLists = {} }: PxwebSource, piece: Selection): string {
  return kind === 'pxweb-v2'
    ? JSON.stringify({
        selection: [...piece].map(([variableCode, valueCodes]) => ({
          variableCode,
          ...(Object.hasOwn(codeLists, variableCode) ? { codelist: codeLists[variableCode] } : {}),
          valueCodes,
        })),
      })
    : JSON.stringify({
        query: [...piece].map(([code, values]) => ({ code, selection: { filter: 'item', values } })),
        response: { format: 'json-stat2' },
      })
}
