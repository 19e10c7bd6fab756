import { sdmxRows } from './flat/sdmx-csv.ts'
import { writeStatXlsx } from './flat/stat-xlsx.ts'
import { longRows, wideRows } from './flat/write-flat.ts'
import { writeJsonStat } from './json-stat/write-json-stat.ts'
import { writeParquet } from './parquet/write-parquet.ts'
import { writePx } from './px/write-px.ts'
import type { StatRefusal } from './stat/refusal.ts'
import type { StatTable } from './stat/stat-table.ts'
import { type CsvStyle, type CsvValue, csvLine } from './write-csv.ts'

/** The formats that a statistical table can be written in; `json-stat` is version 1, `csv` a figure a row. */
export const STAT_TARGETS = [
  'px',
  'json-stat2',
  'json-stat',
  'csv',
  'csv-wide',
  'sdmx-csv',
  'xlsx',
  'parquet',
] as const
export type StatTarget = (typeof STAT_TARGETS)[number]

export interface WriteStatOptions {
  /** Of the texts, where the format holds one language; the table’s first where nothing is said. */
  readonly language?: string
  /** PX: Windows-1252 where nothing is said. A text that does not fit into it makes the file UTF-8. */
  readonly charset?: 'utf-8' | 'windows-1252'
  /** SDMX: who keeps the structure; `JAMVIKT` where nothing is said. */
  readonly agency?: string
}

const CHUNK_CHARACTERS = 1 << 16
/** Rows of a sheet under its header. */
const SHEET_ROWS = 1_048_575
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Why a table cannot be written in a format at all, to be asked before `writeStatTable`.
 * @returns `null` where it can; `too-many-cells` with the format as `keyword` where a sheet has fewer rows than the table
 * has cells
 * @example refusalToWrite(table, 'xlsx')?.reason // 'too-many-cells'
 */
export function refusalToWrite({ values }: StatTable, format: StatTarget): StatRefusal | null {
  if (format !== 'xlsx' || values.length <= SHEET_ROWS) return null
  return {
    ok: false,
    reason: 'too-many-cells',
    keyword: format,
    detail: `${values.length} > ${SHEET_ROWS}`,
  }
}

/**
 * Writes a statistical table in any of the formats. What the format has no place for is named by `lossesOf`.
 *
 * Delimited text for people (`csv`, `csv-wide`) is as a Swedish spreadsheet reads it: UTF-8 with byte-order mark, `;` and
 * decimal comma; `sdmx-csv` has comma and decimal point, without the mark. JSON-stat is UTF-8. Missing cells are written
 * by the signs of their kinds (see `STATE_SIGNS`), in SDMX by CL_OBS_STATUS, in Parquet by name; a figure of 0 is 0.
 * @param table one that `checkStatTable` accepts and `refusalToWrite` does not refuse
 * @returns the bytes of the file, in order; workbooks and Parquet come in one piece, the others are made as they are
 * asked for
 * @example await writeFile('table.px', writeStatTable(table, 'px'))
 */
export async function* writeStatTable(
  table: StatTable,
  format: StatTarget,
  options: WriteStatOptions = {},
): AsyncGenerator<Uint8Array> {
  const { language = table.languages[0] ?? 'und', charset, agency = 'JAMVIKT' } = options
  switch (format) {
    case 'px':
      yield* writePx(table, charset === undefined ? {} : { charset })
      return
    case 'json-stat2':
      yield* encoded(writeJsonStat(table, { language, version: 2 }))
      return
    case 'json-stat':
      yield* encoded(writeJsonStat(table, { language, version: 1 }))
      return
    case 'csv':
      yield* encoded(lines(longRows(table, language), 'swedish'))
      return
    case 'csv-wide':
      yield* encoded(lines(wideRows(table, language), 'swedish'))
      return
    case 'sdmx-csv':
      yield* encoded(lines(sdmxRows(table, agency), 'rfc4180'))
      return
    case 'xlsx':
      yield await writeStatXlsx(table, language)
      return
    case 'parquet':
      yield writeParquet(table)
  }
}

function* lines(rows: Iterable<readonly CsvValue[]>, style: CsvStyle): Generator<string> {
  if (style === 'swedish') yield BYTE_ORDER_MARK
  for (const row of rows) yield csvLine(row, style)
}

function* encoded(pieces: Iterable<string>): Generator<Uint8Array> {
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < CHUNK_CHARACTERS) continue
    yield Buffer.from(text, 'utf8')
    text = ''
  }
  if (text !== '') yield Buffer.from(text, 'utf8')
}
