import { open, readFile, stat } from 'node:fs/promises'
import {
  DEFAULT_STAT_LIMITS,
  formatOf,
  type KoladaKpi,
  koladaTable,
  openTable,
  parseKoladaData,
  readKoladaCatalogue,
  readPx,
  readStatTable,
  STAT_FORMATS,
  type StatRead,
  type StatRefusal,
  type StatTable,
} from '@jamvikt/tables'
import type { Texts } from '../messages.ts'
import type { Problems } from '../options.ts'
import { faultOf } from '../read-mapping.ts'
import { refusedTable } from './refusal-sentence.ts'

export const SOURCE_FORMATS = [...STAT_FORMATS, 'kolada'] as const
export type SourceFormat = (typeof SOURCE_FORMATS)[number]

/** A file as it was understood: a table, or Kolada's catalogue of what it has figures of. */
export type Source = {
  readonly ok: true
  readonly format: SourceFormat
  readonly bytes: number
  /** Workbooks: all sheets. */
  readonly sheets: readonly string[] | null
} & (
  | { readonly kind: 'table'; readonly table: StatTable; readonly hasMorePages: boolean }
  | { readonly kind: 'catalogue'; readonly kpis: readonly KoladaKpi[] }
)

export interface SourceWish {
  /** Told by the content where it is `null`. */
  readonly from: SourceFormat | null
  /** Of the texts, where the file does not say. */
  readonly language: string | null
  readonly sheet: string | null
  /** The sign before decimals in rows; told by the figures where it is `null`. */
  readonly decimal: DecimalSign | null
}

export const DECIMAL_SIGNS = ['.', ','] as const
type DecimalSign = (typeof DECIMAL_SIGNS)[number]

const HEAD_BYTES = 2000

/** Reads a statistical table of any format that is known; every problem of it is a line. */
export async function readSource(file: string, wish: SourceWish, texts: Texts): Promise<Source | Problems> {
  let head: Buffer
  let bytes: number
  try {
    ;({ head, bytes } = await headOf(file))
  } catch (error) {
    return { ok: false, problems: [texts.text('cannotRead', { file, reason: faultOf(error, texts) })] }
  }
  if (bytes === 0) return refusedTable({ ok: false, reason: 'empty-file' }, file, texts)
  if (bytes > DEFAULT_STAT_LIMITS.textBytes)
    return refusedTable({ ok: false, reason: 'too-large' }, file, texts)
  const format = wish.from ?? formatOf(head, file)
  if (format === 'px') return tableOf(await readPx(file), { file, format, bytes }, texts)
  const whole = await readFile(file)
  if (format === 'kolada') return koladaSource(whole, { file, format, bytes }, texts)
  if (format === 'csv' && wish.from === null && isCatalogueHeader(head)) {
    const read = readKoladaCatalogue(whole)
    if (!read.ok) return refusedTable(read, file, texts)
    return { ok: true, kind: 'catalogue', kpis: read.kpis, format: 'kolada', bytes, sheets: null }
  }
  const read = await readStatTable(whole, {
    name: file,
    format,
    ...(wish.language === null ? {} : { language: wish.language }),
    ...(wish.sheet === null ? {} : { sheet: wish.sheet }),
    ...(wish.decimal === null
      ? {}
      : { numbers: { decimal: wish.decimal, thousands: wish.decimal === '.' ? ',' : '.' } }),
  })
  if (!read.ok && read.reason === 'not-this-format' && format === 'json-stat' && wish.from === null) {
    const kolada = koladaSource(whole, { file, format: 'kolada', bytes }, texts)
    return kolada.ok ? kolada : refusedTable(read, file, texts)
  }
  const sheets = format === 'xlsx' ? await sheetsOf(whole, file) : null
  return tableOf(read, { file, format, bytes, sheets }, texts)
}

interface Known {
  readonly file: string
  readonly format: SourceFormat
  readonly bytes: number
  readonly sheets?: readonly string[] | null
  readonly hasMorePages?: boolean
}

function tableOf(read: StatRead, known: Known, texts: Texts): Source | Problems {
  const { file, format, bytes, sheets = null, hasMorePages = false } = known
  if (!read.ok) return refusedTable(read, file, texts)
  return { ok: true, kind: 'table', table: read.table, format, bytes, sheets, hasMorePages }
}

/** A page of figures, or of the catalogue. */
function koladaSource(bytes: Uint8Array, known: Known, texts: Texts): Source | Problems {
  const data = parseKoladaData(bytes)
  if (data.ok && data.answer.values.length > 0) {
    const hasMorePages = data.answer.next_page !== undefined
    return tableOf(koladaTable(data.answer.values, [], []), { ...known, hasMorePages }, texts)
  }
  const catalogue = readKoladaCatalogue(bytes)
  if (catalogue.ok && catalogue.kpis.length > 0) {
    const { format, bytes: size } = known
    return { ok: true, kind: 'catalogue', kpis: catalogue.kpis, format, bytes: size, sheets: null }
  }
  const refusal: StatRefusal = data.ok ? { ok: false, reason: 'empty-dimension' } : data
  return refusedTable(refusal, known.file, texts)
}

function isCatalogueHeader(head: Buffer): boolean {
  const [first = ''] = head.toString('latin1').split(/\r?\n/, 1)
  const names = first.split(',').map((name) => name.replace(/^\W+|\W+$/g, ''))
  return ['id', 'title', 'is_divided_by_gender'].every((name) => names.includes(name))
}

async function headOf(file: string): Promise<{ readonly head: Buffer; readonly bytes: number }> {
  const { size } = await stat(file)
  const handle = await open(file)
  try {
    const buffer = Buffer.alloc(Math.min(size, HEAD_BYTES))
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
    return { head: buffer.subarray(0, bytesRead), bytes: size }
  } finally {
    await handle.close()
  }
}

async function sheetsOf(bytes: Uint8Array, name: string): Promise<readonly string[] | null> {
  const opened = await openTable(bytes, { name })
  return opened.ok ? (opened.sheets ?? null) : null
}
