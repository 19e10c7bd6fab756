import type { RawRecord } from './header.ts'
import { type Cell, type TableLimits, TableRefusedError } from './table.ts'
import { unescapeControl, type WorkbookParts } from './xlsx-parts.ts'
import { attribute, XmlFeeder } from './xml.ts'

const DAY_MS = 86_400_000
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const LAST_DAY = 2_958_465

/** Reads a sheet's rows in batches; empty cells at the end of a row are left out. */
export async function* sheetRecords(
  pieces: AsyncIterable<string>,
  parts: WorkbookParts,
  limits: TableLimits,
): AsyncGenerator<RawRecord[]> {
  let records: RawRecord[] = []
  let row = 0
  let cells: Cell[] = []
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let hasValue = false
  let hasFormula = false
  let inValue = false
  let phonetic = false
  const feeder = new XmlFeeder({
    open(name, attributes) {
      if (name === 'c') {
        column = columnOf(attribute(attributes, 'r'), column)
        type = attribute(attributes, 't') ?? 'n'
        style = Number(attribute(attributes, 's') ?? '0')
        value = ''
        hasValue = false
        hasFormula = false
      } else if (name === 'v' || (name === 't' && !phonetic)) {
        inValue = true
        hasValue = true
      } else if (name === 'f') hasFormula = true
      else if (name === 'rPh') phonetic = true
      else if (name === 'row') {
        row = rowOf(attribute(attributes, 'r'), row)
        cells = []
        column = -1
      }
    },
    text(text) {
      if (!inValue) return
      value += text
      if (value.length > limits.cellCharacters) throw new TableRefusedError('cell-too-long', { row })
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'row') {
        if (cells.length > 0) records.push({ row, cells })
      } else if (name === 'c') {
        const cell = cellOf({ type, style, value, hasValue, hasFormula }, parts)
        if (cell === null) return
        if (column >= limits.columns) throw new TableRefusedError('too-many-columns', { row })
        while (cells.length < column) cells.push(null)
        cells[column] = cell
      }
    },
  })
  for await (const piece of pieces) {
    feeder.push(piece)
    if (records.length > 0) {
      yield records
      records = []
    }
  }
  feeder.end()
}

function columnOf(reference: string | undefined, previous: number): number {
  if (reference === undefined) return previous + 1
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  if (column < 1 || column > 16_384) throw new TableRefusedError('damaged-workbook')
  return column - 1
}

function rowOf(reference: string | undefined, previous: number): number {
  const row = reference === undefined ? previous + 1 : Number(reference)
  if (!Number.isSafeInteger(row) || row <= previous) throw new TableRefusedError('damaged-workbook')
  return row
}

interface RawCell {
  type: string
  style: number
  value: string
  hasValue: boolean
  hasFormula: boolean
}

function cellOf(raw: RawCell, parts: WorkbookParts): Cell {
  if (!raw.hasValue) return raw.hasFormula ? { refused: 'formula-without-value' } : null
  const { value } = raw
  switch (raw.type) {
    case 's': {
      const shared = parts.sharedStrings[Number(value)]
      return shared === undefined ? { refused: 'unreadable-cell' } : textCell(shared)
    }
    case 'str':
    case 'inlineStr':
      return textCell(unescapeControl(value))
    case 'b':
      return value === '1'
    case 'e':
      return { refused: 'formula-error' }
    case 'd':
      return /^\d{4}-\d\d-\d\d/.test(value) ? { date: value.slice(0, 10) } : { refused: 'unreadable-cell' }
    default:
      if (value.trim() === '') return raw.hasFormula ? { refused: 'formula-without-value' } : null
      return numberCell(value, parts.dateStyles.has(raw.style), parts.date1904)
  }
}

function textCell(text: string): Cell {
  if (text.includes('\0')) throw new TableRefusedError('nul-byte')
  return text === '' ? null : text
}

function numberCell(text: string, isDate: boolean, date1904: boolean): Cell {
  const value = Number(text)
  if (!Number.isFinite(value)) return { refused: 'unreadable-cell' }
  if (!isDate) return value
  const serial = Math.floor(value)
  if (serial < (date1904 ? 0 : 1) || serial > LAST_DAY) return { refused: 'date-out-of-range' }
  // The 1900 system counts a 29 February 1900 that never was.
  const day = !date1904 && serial < 60 ? serial + 1 : serial
  const time = (date1904 ? EPOCH_1904 : EPOCH_1900) + day * DAY_MS
  return { date: new Date(time).toISOString().slice(0, 10) }
}
