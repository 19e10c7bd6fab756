import { type FlatOptions, readFlat, statRefusal } from './flat/read-flat.ts'
import { readStatXlsx } from './flat/stat-xlsx.ts'
import { readJsonStat } from './json-stat/read-json-stat.ts'
import { openTable } from './open-table.ts'
import { readParquet } from './parquet/read-parquet.ts'
import { readPx } from './px/read-px.ts'
import type { StatRead } from './stat/refusal.ts'

/** The formats that a statistical table can come in. */
export const STAT_FORMATS = ['px', 'json-stat', 'xlsx', 'parquet', 'csv'] as const
export type StatFormat = (typeof STAT_FORMATS)[number]

export interface StatOptions extends FlatOptions {
  /** The file's name: its ending tells formats apart where the content does not. */
  readonly name: string
  /** Told by the content where it is not given. */
  readonly format?: StatFormat
  readonly sheet?: string
  /** Of rows: where their header stands. */
  readonly headerRow?: number
}

/**
 * Tells the format of a statistical table by its first bytes, and by the file's name where they do not.
 * @example formatOf(bytes, 'table.px') // 'px'
 */
export function formatOf(bytes: Uint8Array, name: string): StatFormat {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2000))
  if (start.subarray(0, 4).toString('latin1') === 'PAR1') return 'parquet'
  if (start.subarray(0, 2).toString('latin1') === 'PK') return 'xlsx'
  const text = start.toString('latin1').replace(/^(\u00ef\u00bb\u00bf|\s)+/, '')
  if (/\.px$/i.test(name) || /^[A-Z][A-Z0-9-]{2,40}(\[\w+\])?(\([^)]*\))?\s*=/.test(text)) return 'px'
  return text.startsWith('{') ? 'json-stat' : 'csv'
}

/**
 * Reads a statistical table, whatever its format: PX, JSON-stat (the first table of a collection), a workbook, Parquet,
 * or delimited text.
 * @returns the table, or the refusal of its format's reader
 * @example const read = await readStatTable(await readFile(path), { name: path })
 */
export async function readStatTable(bytes: Uint8Array, options: StatOptions): Promise<StatRead> {
  const { name } = options
  const limits = options.limits === undefined ? {} : { limits: options.limits }
  switch (options.format ?? formatOf(bytes, name)) {
    case 'px':
      return readPx(bytes, limits)
    case 'parquet':
      return readParquet(bytes, options)
    case 'xlsx':
      return readStatXlsx(bytes, options)
    case 'json-stat': {
      const read = readJsonStat(bytes, { ...limits, language: options.language ?? 'sv' })
      if (!read.ok) return read
      const [table] = read.tables
      return table === undefined
        ? { ok: false, reason: 'not-this-format', detail: 'json-stat' }
        : { ok: true, table }
    }
    case 'csv': {
      const { headerRow } = options
      const open = await openTable(bytes, {
        name,
        preamble: true,
        ...(headerRow === undefined ? {} : { headerRow }),
      })
      return open.ok ? readFlat(open, options) : statRefusal(open)
    }
  }
}
