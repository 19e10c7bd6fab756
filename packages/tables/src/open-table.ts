import { type ByteSource, openBytes, withProgress } from './bytes.ts'
import { readCsv } from './csv-reader.ts'
import { linesOver, type RecordReader, readHeader, readPreamble, rowsUnder } from './header.ts'
import { readJson } from './json-reader.ts'
import {
  type Cell,
  DEFAULT_LIMITS,
  type OpenTable,
  type TableLimits,
  type TableRefusal,
  TableRefusedError,
  type TableRow,
} from './table.ts'
import { detectEncoding } from './text-encoding.ts'
import { readXlsx } from './xlsx-reader.ts'

/** A path, the bytes themselves, or a stream of them. */
export type TableInput = string | Uint8Array | AsyncIterable<Uint8Array>

export interface OpenOptions {
  /** The file's name; its ending helps to tell JSON from text. */
  name: string
  /** Workbooks: the sheet to read; without it the first that is not empty. */
  sheet?: string
  /** Passes over lines of one cell before the header, such as a title; `preamble` of the table holds them. */
  preamble?: boolean
  /** The row of the header, counted as `TableRow` does; without it the first that is not empty. */
  headerRow?: number
  limits?: Partial<TableLimits>
  /** Called while rows are read; a workbook counts the bytes of its sheet. */
  onProgress?: (progress: { bytesRead: number; bytesTotal: number }) => void
}

/**
 * Opens a list in CSV, XLSX or JSON, whatever its encoding, delimiter or number of sheets, and reads its header.
 * The kind is told by the content, the name's ending only parting JSON from text. A workbook is measured for zip
 * bombs before anything is unpacked. Formulas give their stored value.
 * @param input a path, bytes, or a stream (gathered in memory: give large files by path)
 * @param options the file's name, and optionally sheet, limits and a progress callback
 * @returns the headers and `rows()`, which may be read several times; or a `TableRefusal` with one of
 * {@link TABLE_REASONS}. A fault further down is thrown by `rows()` as `TableRefusedError`
 * @example
 * const table = await openTable('cases.csv', { name: 'cases.csv' })
 * if (table.ok) for await (const row of table.rows()) console.log(row.row, row.cells)
 */
export async function openTable(input: TableInput, options: OpenOptions): Promise<OpenTable | TableRefusal> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  try {
    const plain = await openBytes(input, limits.streamBytes)
    const { onProgress } = options
    let reading = false
    const source = withProgress(plain, (bytesRead) => {
      if (reading) onProgress?.({ bytesRead, bytesTotal: plain.size })
    })
    const reader = await chooseReader(source, options, limits)
    const { headerRow } = options
    const preamble =
      headerRow !== undefined
        ? await linesOver(reader, headerRow)
        : options.preamble === true
          ? await readPreamble(reader)
          : []
    const header = await readHeader(reader, limits, preamble.length, headerRow)
    if (header === undefined || header.names.length === 0) return { ok: false, reason: 'no-header' }
    reading = true
    return {
      ok: true,
      format: reader.format,
      headers: header.names,
      ...(preamble.length === 0 ? {} : { preamble }),
      ...(reader.sheet === undefined ? {} : { sheet: reader.sheet }),
      ...(reader.sheets === undefined ? {} : { sheets: reader.sheets }),
      ...(reader.encoding === undefined ? {} : { encoding: reader.encoding }),
      ...(reader.delimiter === undefined ? {} : { delimiter: reader.delimiter }),
      rows: () => rowsUnder(reader, header, limits),
    }
  } catch (error) {
    if (error instanceof TableRefusedError) return error.refusal
    throw error
  }
}

/**
 * The first records of a list as they stand, to choose the header’s row among.
 * @returns records with their row numbers, and the workbook’s sheets; or as `openTable` refuses
 * @example const first = await firstRecords(bytes, { name: 'table.csv' }, 12)
 */
export async function firstRecords(
  input: TableInput,
  options: Pick<OpenOptions, 'name' | 'sheet' | 'limits'>,
  most: number,
): Promise<
  | {
      readonly ok: true
      readonly records: readonly { readonly row: number; readonly cells: readonly Cell[] }[]
      readonly sheet?: string
      readonly sheets?: readonly string[]
    }
  | TableRefusal
> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  try {
    const reader = await chooseReader(await openBytes(input, limits.streamBytes), options, limits)
    const records: { row: number; cells: Cell[] }[] = []
    for await (const batch of reader.records()) {
      records.push(...batch.slice(0, most - records.length))
      if (records.length >= most) break
    }
    return {
      ok: true,
      records,
      ...(reader.sheet === undefined ? {} : { sheet: reader.sheet }),
      ...(reader.sheets === undefined ? {} : { sheets: reader.sheets }),
    }
  } catch (error) {
    if (error instanceof TableRefusedError) return error.refusal
    throw error
  }
}

async function chooseReader(
  source: ByteSource,
  options: OpenOptions,
  limits: TableLimits,
): Promise<RecordReader> {
  if (source.size === 0) throw new TableRefusedError('empty-file')
  const start = await source.read(0, 8)
  if (start.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) {
    return readXlsx(source, options.sheet, limits)
  }
  if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw new TableRefusedError('xls-file')
  if (start.subarray(0, 4).toString('latin1') === '%PDF') throw new TableRefusedError('not-a-table')
  const detected = await detectEncoding(source)
  const isText = /\.(csv|tsv|txt|tab)$/i.test(options.name)
  const isJson =
    /\.json$/i.test(options.name) ||
    (!isText && /^\s*(\[\s*[{\]]|\{)/.test((await source.read(detected.bomBytes, 200)).toString('latin1')))
  return isJson ? readJson(source, detected, limits) : readCsv(source, detected, limits)
}

/**
 * Reads all rows of an opened table into memory.
 * @returns the rows, or the refusal that stopped the read
 * @example const all = await readTable(table); if (all.ok) all.rows.length
 */
export async function readTable(table: OpenTable): Promise<{ ok: true; rows: TableRow[] } | TableRefusal> {
  const rows: TableRow[] = []
  try {
    for await (const row of table.rows()) rows.push(row)
  } catch (error) {
    if (error instanceof TableRefusedError) return error.refusal
    throw error
  }
  return { ok: true, rows }
}
