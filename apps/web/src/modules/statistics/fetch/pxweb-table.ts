import {
  parseV1Config,
  parseV1Metadata,
  parseV2CodeList,
  parseV2Config,
  readV2Metadata,
  textOf,
} from '@jamvikt/tables'
import { sha256 } from '../../../platform/sha256.ts'
import { isPassing } from './http-refusal.ts'
import type { HttpSource } from './http-source.ts'
import type { FetchRefusal } from './model-fetch.ts'

export type PxwebKind = 'pxweb-v1' | 'pxweb-v2'

export interface PxwebVariable {
  readonly code: string
  readonly label: string
  readonly values: readonly { readonly code: string; readonly label: string }[]
  readonly isTime: boolean
  readonly mayBeLeftOut: boolean
  /** The lists that its values may be asked by instead of the table’s own; none in version 1. */
  readonly codeLists: readonly { readonly id: string; readonly label: string; readonly isSums: boolean }[]
  /** The list that `values` are of; `null` where they are the table’s own. */
  readonly codeList: string | null
}

/** By variable, the code list that its values are asked by. */
export type CodeListsChosen = Readonly<Record<string, string>>

export interface PxwebTable {
  readonly ok: true
  readonly title: string
  /** Who made it; the server where it does not say. */
  readonly producer: string
  readonly variables: readonly PxwebVariable[]
  readonly language: string
  readonly maxCells: number
  /** Another one as soon as the source changes its codes, texts or, where told, its figures. */
  readonly fingerprint: string
}

/** Of metadata and lists; these are read by the server itself. */
export const LIST_LIMITS = { bytes: 16 * 1024 * 1024, milliseconds: 60_000 }
const CONFIG_LIMITS = { bytes: 256 * 1024, milliseconds: 30_000 }
/** Until a server has told its own, as old ones do not. */
const UNTOLD_CELLS = 10_000

/**
 * The address of something below another, whatever stands in its name.
 * @example belowAddress('https://a.se/api/v2/', ['tables', 'TAB1']) // 'https://a.se/api/v2/tables/TAB1'
 */
export function belowAddress(address: string, parts: readonly string[]): string {
  const base = address.replace(/[?#].*$/s, '').replace(/\/+$/, '')
  return [base, ...parts.map(encodeURIComponent)].join('/')
}

/**
 * Which version of PxWebApi answers at an address: as the address says (`/v1/`, `/v2`), otherwise as the server does.
 * @example await kindOfServer(http, 'https://statistikdatabasen.scb.se/api/v2') // 'pxweb-v2'
 */
export async function kindOfServer(http: HttpSource, address: string): Promise<PxwebKind> {
  if (/\/v2(\/|$)/i.test(address)) return 'pxweb-v2'
  if (/\/v1(\/|$)/i.test(address)) return 'pxweb-v1'
  const answer = await http.get(belowAddress(address, ['config']), CONFIG_LIMITS)
  return answer.ok && parseV2Config(answer.bytes).ok ? 'pxweb-v2' : 'pxweb-v1'
}

export interface ServerLimits {
  readonly ok: true
  readonly maxCells: number
  readonly language: string
}

/** What a server allows; told on to whoever calls it. A server that tells nothing is held to little. */
export async function limitsOf(
  http: HttpSource,
  kind: PxwebKind,
  address: string,
): Promise<ServerLimits | FetchRefusal> {
  const place =
    kind === 'pxweb-v2' ? belowAddress(address, ['config']) : `${belowAddress(address, [])}?config`
  const answer = await http.get(place, CONFIG_LIMITS)
  if (!answer.ok && isPassing(answer.reason)) return answer
  if (!answer.ok) return { ok: true, maxCells: UNTOLD_CELLS, language: 'sv' }
  if (kind === 'pxweb-v1') {
    const read = parseV1Config(answer.bytes)
    if (!read.ok) return { ok: true, maxCells: UNTOLD_CELLS, language: 'sv' }
    const { maxCells, maxValues, maxCalls, timeWindow } = read.answer
    http.tellRate(address, { calls: maxCalls, milliseconds: timeWindow * 1000 })
    const told = [maxCells, maxValues].filter((most) => most > 0)
    return { ok: true, maxCells: told.length === 0 ? UNTOLD_CELLS : Math.min(...told), language: 'sv' }
  }
  const read = parseV2Config(answer.bytes)
  if (!read.ok) return read
  const { maxDataCells, maxCallsPerTimeWindow, timeWindow, languages, defaultLanguage } = read.answer
  http.tellRate(address, { calls: maxCallsPerTimeWindow, milliseconds: timeWindow * 1000 })
  const language = languages.some(({ id }) => id === 'sv') ? 'sv' : defaultLanguage
  return { ok: true, maxCells: maxDataCells > 0 ? maxDataCells : UNTOLD_CELLS, language }
}

/**
 * A table as its server describes it, with what the server allows.
 * @param table the identifier (v2), or the path below the address (v1)
 * @param codeLists variables that are described by a code list of theirs instead of by their own values
 * @returns the description; `unknown-codes` for a list that the variable does not have; or as the calls and the readers of metadata refuse
 * @source PxWebApi 1.0 specification, “Table metadata”; PxWebApi 2 OpenAPI specification, `/tables/{id}/metadata`
 * @example await describeTable(http, 'pxweb-v2', 'https://statistikdatabasen.scb.se/api/v2', 'TAB6471')
 */
export async function describeTable(
  http: HttpSource,
  kind: PxwebKind,
  address: string,
  table: string,
  codeLists: CodeListsChosen = {},
): Promise<PxwebTable | FetchRefusal> {
  const limits = await limitsOf(http, kind, address)
  if (!limits.ok) return limits
  const { maxCells, language } = limits
  const place =
    kind === 'pxweb-v2'
      ? `${belowAddress(address, ['tables', table, 'metadata'])}?lang=${encodeURIComponent(language)}`
      : belowAddress(address, table.split('/'))
  const answer = await http.get(place, LIST_LIMITS)
  if (!answer.ok) return answer
  const host = new URL(address).hostname
  const described = kind === 'pxweb-v2' ? ofV2(answer.bytes, language, host) : ofV1(answer.bytes, host)
  if (!described.ok) return described
  const { title, updated } = described
  const variables: PxwebVariable[] = []
  for (const variable of described.variables) {
    const list = Object.hasOwn(codeLists, variable.code) ? codeLists[variable.code] : undefined
    const listed =
      list === undefined ? variable : await byCodeList(http, address, language, { variable, list })
    if ('ok' in listed) return listed
    variables.push(listed)
  }
  return {
    ok: true,
    title,
    producer: described.producer,
    variables,
    language,
    maxCells,
    fingerprint: sha256(JSON.stringify([title, updated, variables])),
  }
}

/** A variable with the values of a code list in the place of its own. */
async function byCodeList(
  http: HttpSource,
  address: string,
  language: string,
  { variable, list }: { readonly variable: PxwebVariable; readonly list: string },
): Promise<PxwebVariable | FetchRefusal> {
  if (!variable.codeLists.some(({ id }) => id === list))
    return { ok: false, reason: 'unknown-codes', keyword: variable.label, detail: list.slice(0, 100) }
  const place = `${belowAddress(address, ['codelists', list])}?lang=${encodeURIComponent(language)}`
  const answer = await http.get(place, LIST_LIMITS)
  if (!answer.ok) return answer
  const read = parseV2CodeList(answer.bytes)
  if (!read.ok) return read
  return {
    ...variable,
    values: read.answer.values.map(({ code, label }) => ({ code, label })),
    codeList: list,
  }
}

type Described =
  | (Pick<PxwebTable, 'ok' | 'title' | 'producer' | 'variables'> & { readonly updated: string })
  | FetchRefusal

function ofV1(bytes: Uint8Array, host: string): Described {
  const read = parseV1Metadata(bytes)
  if (!read.ok) return read
  const variables = read.answer.variables.map((variable) => ({
    code: variable.code,
    label: variable.text,
    values: variable.values.map((code, at) => ({ code, label: variable.valueTexts[at] ?? code })),
    isTime: variable.time,
    mayBeLeftOut: variable.elimination,
    codeLists: [],
    codeList: null,
  }))
  return { ok: true, title: read.answer.title, producer: host, variables, updated: '' }
}

function ofV2(bytes: Uint8Array, language: string, host: string): Described {
  const read = readV2Metadata(bytes, { language })
  if (!read.ok) return read
  const { frame, codeLists } = read
  const words = (texts: (typeof frame)['title'] | undefined) => textOf(texts, language, frame.languages)
  const variables = frame.dimensions.map(({ id, label, role, categories, elimination }) => ({
    code: id,
    label: words(label) || id,
    values: categories.map((category) => ({
      code: category.code,
      label: words(category.label) || category.code,
    })),
    isTime: role === 'time',
    mayBeLeftOut: elimination !== undefined,
    codeLists: (codeLists.get(id) ?? []).map((list) => ({
      id: list.id,
      label: list.label,
      isSums: list.type === 'Aggregation',
    })),
    codeList: null,
  }))
  return {
    ok: true,
    title: words(frame.title),
    producer: words(frame.source) || host,
    variables,
    updated: frame.updated ?? '',
  }
}
