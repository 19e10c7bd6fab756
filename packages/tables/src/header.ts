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

/** Reads the first record that is not empty as the header; undefined when there is none. */
export async function readHeader(reader: RecordReader, limits: TableLimits): Promise<Header | undefined> {
  for await (const batch of reader.records()) {
    const record = batch.find((candidate) => !isBlank(candidate.cells))
    if (record !== undefined) return headerOf(record, limits)
  }
  return undefined
}

function headerOf(record: RawRecord, limits: TableLimits): Header {
  const texts = record.cells.map(headerText)
  const width = texts.findLastIndex((text) => text !== '') + 1
  if (width > limits.columns) {
    throw new TableRefusedError('too-many-columns', { row: record.row, detail: String(width) })
  }
  const seen = new Set<string>()
  for (const text of texts) {
    if (text.length > 1000) throw new TableRefusedError('cell-too-long', { row: record.row })
    if (text !== '' && seen.has(text)) {
      throw new TableRefusedError('duplicate-header', { row: record.row, column: maskPersonalNumbers(text) })
    }
    seen.add(text)
  }
  const places = texts.map((_, index) => index).filter((index) => texts[index] !== '')
  return { row: record.row, names: places.map((place) => texts[place] ?? ''), places, width: texts.length }
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
  if (header.places.length < header.width || record.cells.length > header.width) {
    refuseUnnamed(record, header, strictWidth)
  }
  const cells = header.places.map((place): Cell => {
    const cell = record.cells[place] ?? null
    if (typeof cell !== 'string') return cell
    if (cell.length > limits.cellCharacters) throw new TableRefusedError('cell-too-long', { row })
    return cell.charCodeAt(0) <= 32 && cell.trim() === '' ? null : cell
  })
  if (strictWidth && record.cells.length < header.width) return { row, cells, refused: 'row-too-short' }
  if (strictWidth && record.cells.slice(header.width).some((cell) => cell !== null)) {
    return { row, cells, refused: 'row-too-long' }
  }
  return { row, cells }
}

/** A column without a name may be there only if it is empty; text beyond a CSV's header is the row's own fault. */
function refuseUnnamed(record: RawRecord, header: Header, strictWidth: boolean): void {
  const named = new Set(header.places)
  const end = strictWidth ? header.width : record.cells.length
  for (let place = 0; place < end; place++) {
    if (!named.has(place) && !isBlank([record.cells[place] ?? null])) {
      throw new TableRefusedError('unnamed-column', { row: record.row, column: columnLetters(place) })
    }
  }
}

/** A column's letters as spreadsheets name it: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}
