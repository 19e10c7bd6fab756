import { maskPersonalNumbers } from '@jamvikt/domain'
import {
  type Cell,
  isDateCell,
  isRefusedCell,
  type TableFormat,
  type TableLimits,
  TableRefusedError,
  type TableRow,
  type TextEncoding,
} from './table.ts'

/** A record as a format's reader gives it, the header being the first that is not empty. */
export interface RawRecord {
  row: number
  cells: Cell[]
}

/** What each format provides; `records()` starts anew each time and yields records in batches. */
export interface RecordReader {
  format: TableFormat
  encoding?: TextEncoding
  delimiter?: string
  sheet?: string
  sheets?: string[]
  /** Whether a row must be as wide as the header. */
  strictWidth: boolean
  records(): AsyncIterable<RawRecord[]>
}

/** The named columns: `places[i]` is where the cell of `names[i]` stands. */
export interface Header {
  row: number
  names: string[]
  places: number[]
  width: number
}

/** Rows looked through for cells beyond the header's end, where a format lets rows be wider. */
const ROWS_FOR_WIDTH = 1000

/** The first record that is not empty, from a row on and after `skip` such records; undefined when there is none. */
export async function firstRecord(reader: RecordReader, skip = 0, from = 0): Promise<RawRecord | undefined> {
  let left = skip
  for await (const batch of reader.records()) {
    const record = batch.find(({ row, cells }) => row >= from && !isBlank(cells) && left-- === 0)
    if (record !== undefined) return record
  }
  return undefined
}

/** Lines that a preamble may have at most. */
const PREAMBLE_LINES = 10

/** The lines of one cell that stand before the first record of several; none where no record has several. */
export async function readPreamble(reader: RecordReader): Promise<string[]> {
  const lines: string[] = []
  for await (const batch of reader.records()) {
    for (const { cells } of batch) {
      if (isBlank(cells)) continue
      const filled = cells.filter((cell) => !isBlank([cell]))
      if (filled.length > 1) return lines
      if (lines.length === PREAMBLE_LINES) return []
      lines.push(headerText(filled[0] ?? null))
    }
  }
  return []
}

/** The lines over a row, each with what its cells hold. */
export async function linesOver(reader: RecordReader, headerRow: number): Promise<string[]> {
  const lines: string[] = []
  for await (const batch of reader.records()) {
    for (const { row, cells } of batch) {
      if (row >= headerRow || lines.length >= PREAMBLE_LINES) return lines
      const line = cells.map(headerText).filter((text) => text !== '')
      if (line.length > 0) lines.push(line.join(' ').slice(0, 1000))
    }
  }
  return lines
}

/**
 * Reads the first record that is not empty as the header; undefined when there is none. A column without a name is
 * left out when it is empty, and is called "kolumn N" when it is not.
 */
export async function readHeader(
  reader: RecordReader,
  limits: TableLimits,
  skip = 0,
  headerRow?: number,
): Promise<Header | undefined> {
  const record = await (headerRow === undefined
    ? firstRecord(reader, skip)
    : firstRecord(reader, 0, headerRow))
  if (record === undefined) return undefined
  const written = record.cells.map(headerText)
  const inUse = await namelessInUse(reader, record.row, written)
  const width = Math.max(written.length, ...[...inUse].map((place) => place + 1))
  const texts = Array.from({ length: width }, (_, place) =>
    inUse.has(place) ? `kolumn ${place + 1}` : (written[place] ?? ''),
  )
  checkNames(record.row, texts, limits)
  const places = texts.map((_, index) => index).filter((index) => texts[index] !== '')
  return { row: record.row, names: places.map((place) => texts[place] ?? ''), places, width }
}

/** Places without a name that hold something in some row. */
async function namelessInUse(
  reader: RecordReader,
  headerRow: number,
  texts: readonly string[],
): Promise<Set<number>> {
  const gaps = texts.filter((text) => text === '').length
  const found = new Set<number>()
  let rows = 0
  if (gaps === 0 && reader.strictWidth) return found
  for await (const batch of reader.records()) {
    for (const { row, cells } of batch) {
      if (row <= headerRow) continue
      const end = reader.strictWidth ? texts.length : cells.length
      for (let place = 0; place < end; place++) {
        if ((texts[place] ?? '') === '' && !isBlank([cells[place] ?? null])) found.add(place)
      }
      rows++
    }
    const gapsInUse = [...found].filter((place) => place < texts.length).length
    if (gapsInUse === gaps && (reader.strictWidth || rows >= ROWS_FOR_WIDTH)) break
  }
  return found
}

function checkNames(row: number, texts: readonly string[], limits: TableLimits): void {
  const width = texts.findLastIndex((text) => text !== '') + 1
  if (width > limits.columns) throw new TableRefusedError('too-many-columns', { row, detail: String(width) })
  const seen = new Set<string>()
  for (const text of texts) {
    if (text.length > 1000) throw new TableRefusedError('cell-too-long', { row })
    if (text !== '' && seen.has(text)) {
      throw new TableRefusedError('duplicate-header', { row, column: maskPersonalNumbers(text) })
    }
    seen.add(text)
  }
}

function headerText(cell: Cell): string {
  if (cell === null || isRefusedCell(cell)) return ''
  return (isDateCell(cell) ? cell.date : String(cell)).trim().replace(/\s+/g, ' ')
}

const isBlank = (cells: readonly Cell[]): boolean =>
  cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''))

/** The rows under the header. Empty rows are passed over but counted in the row numbers. */
export async function* rowsUnder(
  reader: RecordReader,
  header: Header,
  limits: TableLimits,
): AsyncGenerator<TableRow> {
  let count = 0
  for await (const batch of reader.records()) {
    for (const record of batch) {
      if (record.row <= header.row || isBlank(record.cells)) continue
      if (++count > limits.rows) throw new TableRefusedError('too-many-rows', { row: record.row })
      yield tableRow(record, header, limits, reader.strictWidth)
    }
  }
}

function tableRow(record: RawRecord, header: Header, limits: TableLimits, strictWidth: boolean): TableRow {
  const { row } = record
  const cells = header.places.map((place): Cell => {
    const cell = record.cells[place] ?? null
    if (typeof cell !== 'string') return cell
    if (cell.length > limits.cellCharacters) throw new TableRefusedError('cell-too-long', { row })
    return cell.charCodeAt(0) <= 32 && cell.trim() === '' ? null : cell
  })
  if (strictWidth && record.cells.length < header.width) return { row, cells, refused: 'row-too-short' }
  if (record.cells.length > header.width && !isBlank(record.cells.slice(header.width))) {
    return { row, cells, refused: 'row-too-long' }
  }
  return { row, cells }
}
