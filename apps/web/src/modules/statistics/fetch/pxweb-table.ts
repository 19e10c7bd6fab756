import { parseV1Config, parseV1Metadata, parseV2Config, readV2Metadata, textOf } from '@jamvikt/tables'
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
}

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
 * @returns the description; or as the calls and the readers of metadata refuse
 * @source PxWebApi 1.0 specification, “Table metadata”; PxWebApi 2 OpenAPI specification, `/tables/{id}/metadata`
 * @example await describeTable(http, 'pxweb-v2', 'https://statistikdatabasen.scb.se/api/v2', 'TAB6471')
 */
export async function describeTable(
  http: HttpSource,
  kind: PxwebKind,
  address: string,
  table: string,
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
  const { title, variables, updated } = described
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
  }))
  return { ok: true, title: read.answer.title, producer: host, variables, updated: '' }
}

function ofV2(bytes: Uint8Array, language: string, host: string): Described {
  const read = readV2Metadata(bytes, { language })
  if (!read.ok) return read
  const { frame } = read
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
  }))
  return {
    ok: true,
    title: words(frame.title),
    producer: words(frame.source) || host,
    variables,
    updated: frame.updated ?? '',
  }
}
