import { assertReleased } from '@jamvikt/disclosure'
import {
  type StatTable,
  v1JsonOf,
  writeJsonStat,
  writeParquet,
  writePx,
  writeStatXlsx,
  writeXlsx,
} from '@jamvikt/tables'
import { type CsvOptions, csvOf, rowsOf } from './csv.ts'
import { htmlOf } from './html.ts'
import { type ShownTable, withSigns } from './shown-table.ts'

export const FORMATS = ['json-stat2', 'csv', 'px', 'xlsx', 'html', 'parquet', 'json-px', 'json-stat'] as const
export type Format = (typeof FORMATS)[number]

/** Media type and file ending of each format. */
export const MEDIA: Readonly<Record<Format, { readonly type: string; readonly ending: string }>> = {
  'json-stat2': { type: 'application/json', ending: 'json' },
  'json-stat': { type: 'application/json', ending: 'json' },
  'json-px': { type: 'application/json', ending: 'json' },
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  px: { type: 'application/octet-stream', ending: 'px' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  html: { type: 'text/html; charset=utf-8', ending: 'html' },
  parquet: { type: 'application/vnd.apache.parquet', ending: 'parquet' },
}

/**
 * Writes a part of a published table. Notes, signs of what is missing and the mark of invented data stand in each
 * format that has a place for them; in CSV and plain rows, which have none, invented data have a column that says so.
 * @param shown the released table; nothing that has not been released is written
 * @param part what was selected of it
 * @param options how rows are written: a workbook without any is the whole table, with all that describes it
 * @returns the file
 */
export async function writeTable(
  shown: ShownTable,
  part: StatTable,
  format: Format,
  language: string,
  options: CsvOptions,
): Promise<string | Uint8Array> {
  assertReleased(shown.released)
  const { synthetic } = shown.content.dataset
  const table = withSigns(part)
  switch (format) {
    case 'json-stat2':
      return [...writeJsonStat(table, { language })].join('')
    case 'json-stat':
      return [...writeJsonStat(table, { language, version: 1 })].join('')
    case 'json-px':
      return JSON.stringify(withHead(table, language))
    case 'csv':
      return csvOf(table, language, options, synthetic)
    case 'px':
      return Buffer.concat([...writePx(table)])
    case 'html':
      return htmlOf(table, language, options)
    case 'parquet':
      return writeParquet(table)
    case 'xlsx':
      return options.texts === undefined && options.title !== true
        ? writeStatXlsx(table, language)
        : writeXlsx([sheetOf(table, language, options, synthetic)])
  }
}

function withHead(table: StatTable, language: string) {
  const words = (texts: StatTable['source']) => texts?.[language] ?? ''
  return {
    ...v1JsonOf(table, language),
    metadata: [
      {
        infofile: table.id,
        updated: table.updated ?? '',
        label: words(table.title),
        source: words(table.source),
      },
    ],
  }
}

function sheetOf(table: StatTable, language: string, options: CsvOptions, isInvented: boolean) {
  const [header = [], ...rows] = rowsOf(table, language, options, isInvented)
  const title = table.title[language] ?? ''
  return options.title === true
    ? { name: 'Data', headers: [title], rows: [[], header, ...rows] }
    : { name: 'Data', headers: header.map(String), rows }
}
