/** A date without time, as `YYYY-MM-DD`. */
export interface DateCell {
  readonly date: string
}

/** A cell that cannot be read, with the reason; whoever uses the column refuses the row. */
export interface RefusedCell {
  readonly refused: CellReason
}

/** One cell: text, number, true/false, date, refused, or null when empty. Text is never empty. */
export type Cell = string | number | boolean | DateCell | RefusedCell | null

export const CELL_REASONS = [
  'formula-without-value',
  'formula-error',
  'date-out-of-range',
  'nested-value',
  'unreadable-cell',
] as const
export type CellReason = (typeof CELL_REASONS)[number]

/** Why a row as a whole does not fit the header. */
export const ROW_REASONS = ['row-too-short', 'row-too-long'] as const
export type RowReason = (typeof ROW_REASONS)[number]

/**
 * One row under the header. `row` counts from 1: in CSV and workbooks the header's row is counted too, as a
 * spreadsheet shows it; in JSON it is the place in the list. `cells` follow `headers`.
 */
export interface TableRow {
  readonly row: number
  readonly cells: readonly Cell[]
  readonly refused?: RowReason
}

export type TableFormat = 'csv' | 'xlsx' | 'json'

/** An opened table. `rows()` reads it from the start each time and throws `TableRefusedError` on a broken file. */
export interface OpenTable {
  readonly ok: true
  readonly format: TableFormat
  readonly headers: readonly string[]
  /** Lines that stood over the header, where they were asked for. */
  readonly preamble?: readonly string[]
  /** Workbooks: the sheet read. */
  readonly sheet?: string
  /** Workbooks: all sheets, to choose among. */
  readonly sheets?: readonly string[]
  /** CSV: what was detected. */
  readonly encoding?: TextEncoding
  readonly delimiter?: string
  rows(): AsyncIterable<TableRow>
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export const TABLE_REASONS = [
  'cannot-read-file',
  'empty-file',
  'too-large',
  'not-a-table',
  'html-file',
  'xls-file',
  'not-a-workbook',
  'encrypted-file',
  'damaged-workbook',
  'zip-bomb',
  'too-many-entries',
  'shared-strings-too-large',
  'sheet-missing',
  'no-header',
  'duplicate-header',
  'too-many-columns',
  'too-many-rows',
  'cell-too-long',
  'nul-byte',
  'encoding-mixed',
  'encoding-unknown',
  'malformed-quote',
  'unterminated-quote',
  'json-invalid',
  'json-not-rows',
] as const
export type TableReason = (typeof TABLE_REASONS)[number]

/** Why a whole file is refused. `detail` names what is meant (a header, a sheet), with personal numbers masked. */
export interface TableRefusal {
  readonly ok: false
  readonly reason: TableReason
  readonly row?: number
  readonly column?: string
  readonly detail?: string
}

/** Carries a refusal out of a running read. */
export class TableRefusedError extends Error {
  readonly refusal: TableRefusal

  constructor(reason: TableReason, where: Omit<TableRefusal, 'ok' | 'reason'> = {}) {
    super(reason)
    this.name = 'TableRefusedError'
    this.refusal = { ok: false, reason, ...where }
  }
}

/** Bounds of every read; all may be lowered by the caller. */
export interface TableLimits {
  rows: number
  columns: number
  cellCharacters: number
  jsonBytes: number
  streamBytes: number
}

export const DEFAULT_LIMITS: TableLimits = {
  rows: 2_000_000,
  columns: 500,
  cellCharacters: 32_000,
  jsonBytes: 200_000_000,
  streamBytes: 500_000_000,
}

/**
 * Tells whether a cell is a refused one.
 * @example isRefusedCell({ refused: 'formula-error' }) // true
 */
export function isRefusedCell(cell: Cell): cell is RefusedCell {
  return typeof cell === 'object' && cell !== null && 'refused' in cell
}

/**
 * Tells whether a cell is a date.
 * @example isDateCell({ date: '2024-02-29' }) // true
 */
export function isDateCell(cell: Cell): cell is DateCell {
  return typeof cell === 'object' && cell !== null && 'date' in cell
}
