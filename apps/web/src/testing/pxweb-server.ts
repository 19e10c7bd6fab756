import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import {
  applyCodeList,
  type CodeList,
  parseV1Query,
  parseV2VariablesSelection,
  type Selection,
  type StatTable,
  selectCells,
  type V2CodeListName,
  v1MetadataOf,
  v2CodeListOf,
  v2MetadataOf,
  writeJsonStat,
} from '@jamvikt/tables'
import { z } from 'zod'

/** What happens to a question for figures instead of an answer. */
export type Fault = 'break' | 'busy' | 'html' | 'refuse'

export interface PxwebServerOptions {
  readonly table: StatTable
  readonly maxCells?: number
  /** What a variable may be asked by in version 2. */
  readonly codeLists?: readonly { readonly variable: string; readonly list: CodeList }[]
}

/**
 * A server of PxWebApi 1 and 2 on this machine, with one table made by our own writers. `onData` is asked before each
 * answer with figures, by its number from 0: it may change `state.table`, or name a fault.
 */
export async function openPxwebServer({ table, maxCells = 1000, codeLists = [] }: PxwebServerOptions) {
  const state = {
    table,
    down: false,
    onData: (_number: number): Fault | undefined => undefined,
    /** The questions for figures that were answered, as they were put. */
    answered: [] as string[],
    asked: 0,
  }

  const data = (
    response: ServerResponse,
    question: string,
    selection: Selection,
    whole: StatTable = state.table,
  ) => {
    const fault = state.onData(state.asked++)
    if (fault === 'break') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100000' })
      response.write('{"version":', () => response.destroy())
      return
    }
    if (fault === 'busy') return json(response, 429, { error: 'too many' }, { 'retry-after': '7' })
    if (fault === 'html') return text(response, 200, 'text/html', '<!DOCTYPE html><title>Driftstopp</title>')
    if (fault === 'refuse') return json(response, 400, { title: 'Non-existent value', status: 400 })
    const part = partOf(whole, selection)
    if (part === null) return json(response, 400, { title: 'Non-existent value', status: 400 })
    state.answered.push(question)
    text(response, 200, 'application/json', [...writeJsonStat(part, { language: 'sv' })].join(''))
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    const body = await bodyOf(request)
    const { id } = state.table
    if (pathname === '/api/v2/config') return json(response, 200, configOf(maxCells))
    if (pathname === '/api/v2/tables') return json(response, 200, tablesOf(state.table))
    if (pathname === `/api/v2/tables/${id}/metadata`)
      return json(response, 200, v2MetadataOf(state.table, 'sv', namesOf(codeLists)))
    const list = codeLists.find((each) => pathname === `/api/v2/codelists/${each.list.id}`)?.list
    if (list !== undefined) return json(response, 200, v2CodeListOf(list, 'sv'))
    if (pathname === `/api/v2/tables/${id}/data`) {
      const read = parseV2VariablesSelection(body)
      if (!read.ok) return json(response, 400, read)
      const chosen = read.answer.selection.map(({ variableCode, valueCodes }) => [
        variableCode,
        valueCodes ?? [],
      ])
      let whole = state.table
      for (const { variableCode, codelist } of read.answer.selection) {
        const asked = codeLists.find((each) => each.variable === variableCode && each.list.id === codelist)
        const told = asked === undefined ? null : applyCodeList(whole, variableCode, asked.list)
        if (codelist != null && told?.ok !== true) return json(response, 400, { title: 'Non-existent list' })
        if (told?.ok) whole = told.table
      }
      return data(response, body, selectionSchema.parse(chosen), whole)
    }
    if (pathname === '/api/v1/sv/db' && search === '?config')
      return json(response, 200, { maxValues: maxCells, maxCells, maxCalls: 1000, timeWindow: 1 })
    if (pathname === '/api/v1/sv/db')
      return json(response, 200, [{ id: 'BE', type: 'l', text: 'Befolkning' }])
    if (pathname === '/api/v1/sv/db/BE')
      return json(response, 200, [{ id, type: 't', text: state.table.title.sv ?? id }])
    if (pathname === `/api/v1/sv/db/BE/${id}` && request.method === 'GET')
      return json(response, 200, v1MetadataOf(state.table, 'sv'))
    if (pathname === `/api/v1/sv/db/BE/${id}`) {
      const read = parseV1Query(body)
      if (!read.ok) return json(response, 400, read)
      return data(
        response,
        body,
        selectionSchema.parse(read.answer.query.map(({ code, selection }) => [code, selection.values])),
      )
    }
    return json(response, 404, { title: 'Not found', status: 404 })
  }

  const server = createServer((request, response) => {
    if (state.down) return void response.destroy()
    void answer(request, response)
  })
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }),
  )
  return {
    state,
    v1: `http://localhost:${port}/api/v1/sv/db`,
    v2: `http://localhost:${port}/api/v2`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

const selectionSchema = z.array(z.tuple([z.string(), z.array(z.string())])).transform((list) => new Map(list))

function namesOf(
  codeLists: NonNullable<PxwebServerOptions['codeLists']>,
): Map<string, readonly V2CodeListName[]> {
  return Map.groupBy(
    codeLists.map(({ variable, list }) => ({
      variable,
      id: list.id,
      label: list.label.sv ?? list.id,
      type: list.kind === 'aggregation' ? ('Aggregation' as const) : ('Valueset' as const),
    })),
    ({ variable }) => variable,
  )
}

/** The chosen cells; what is not chosen is left out by its total. `null` for a code that is not there. */
function partOf(table: StatTable, selection: Selection): StatTable | null {
  const left = table.dimensions.filter(({ id }) => !selection.has(id))
  const totals = left.flatMap(({ id, elimination }): [string, string[]][] =>
    elimination?.total == null ? [] : [[id, [elimination.total]]],
  )
  if (totals.length < left.length) return null
  const read = selectCells(table, new Map([...selection, ...totals]))
  if (!read.ok) return null
  const dimensions = read.table.dimensions.filter(({ id }) => selection.has(id))
  return { ...read.table, dimensions, stub: Math.max(0, dimensions.length - 1) }
}

function configOf(maxDataCells: number) {
  return {
    apiVersion: '2.0.0',
    appVersion: '1.0.0',
    languages: [{ id: 'sv', label: 'Svenska' }],
    defaultLanguage: 'sv',
    maxDataCells,
    maxCallsPerTimeWindow: 1000,
    timeWindow: 1,
    license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    defaultDataFormat: 'json-stat2',
    dataFormats: ['json-stat2'],
  }
}

function tablesOf({ id, title, dimensions }: StatTable) {
  return {
    language: 'sv',
    tables: [
      {
        id,
        label: title.sv ?? id,
        updated: '2026-01-01T06:00:00Z',
        firstPeriod: '2022',
        lastPeriod: '2024',
        variableNames: dimensions.map((dimension) => dimension.label.sv ?? dimension.id),
      },
    ],
    page: { pageNumber: 1, pageSize: 25, totalElements: 1, totalPages: 1 },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

function text(response: ServerResponse, status: number, type: string, body: string) {
  response.writeHead(status, { 'content-type': type }).end(body)
}
