import ExcelJS from 'exceljs'
import type { CsvValue } from './write-csv.ts'

export interface SheetInput {
  /** At most 31 characters, without : \ / ? * [ ]; others are replaced. */
  name: string
  headers: readonly string[]
  rows: Iterable<readonly CsvValue[]>
}

/** One row of the data dictionary: what a column means. */
export interface DictionaryEntry {
  sheet: string
  column: string
  meaning: string
  unit?: string
}

export interface DictionarySheet {
  name: string
  headers: readonly [sheet: string, column: string, meaning: string, unit: string]
  entries: readonly DictionaryEntry[]
}

/**
 * Writes a workbook: each sheet with its header frozen and in bold, numbers as numbers, and last a data dictionary, if any.
 * Texts are written as texts, so none is ever run as a formula. Whole numbers beyond 15 digits are written as text,
 * for a spreadsheet would round them.
 * @param sheets one or more sheets; null is an empty cell
 * @param dictionary where there is one: its own name and headers, in the reader's language, and its rows
 * @returns the file's bytes
 * @example await writeXlsx([{ name: 'Utfall', headers: ['kön'], rows: [['kvinnor']] }], dictionary)
 */
export async function writeXlsx(
  sheets: readonly SheetInput[],
  dictionary?: DictionarySheet,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const all = dictionary === undefined ? sheets : [...sheets, sheetOf(dictionary)]
  for (const { name, headers, rows } of all) {
    const sheet = workbook.addWorksheet(name.replace(/[:\\/?*[\]]/g, ' ').slice(0, 31), {
      views: [{ state: 'frozen', ySplit: 1 }],
    })
    sheet.addRow([...headers]).font = { bold: true }
    for (const row of rows) sheet.addRow(row.map(excelValue))
    sheet.columns.forEach((column, index) => {
      column.width = Math.min(40, Math.max(10, (headers[index] ?? '').length + 2))
    })
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function sheetOf({ name, headers, entries }: DictionarySheet): SheetInput {
  return {
    name,
    headers,
    rows: entries.map(({ sheet, column, meaning, unit }) => [sheet, column, meaning, unit ?? null]),
  }
}

function excelValue(value: CsvValue): string | number | boolean | null {
  if (typeof value === 'bigint') return value.toString().length > 15 ? value.toString() : Number(value)
  return typeof value === 'number' && !Number.isFinite(value) ? null : value
}
