import { isSex, type MissingKind, type Sex } from '@jamvikt/domain'
import { type Cell, isRefusedCell, type TableRow } from '../table.ts'
import type { Refusal, RefusalReason } from './case-record.ts'
import { cellText, shown } from './cell-text.ts'
import type { ColumnStyles } from './column-styles.ts'
import type { Mapping } from './mapping.ts'
import {
  type CellResult,
  readAmount,
  readCount,
  readDate,
  readLabel,
  type Translations,
  translationsOf,
} from './read-cell.ts'

const MAX_REMEMBERED = 20_000

/** What is alike for all rows of a list: its mapping, its columns and the readings of values already met. */
export class ListReading {
  readonly mapping: Mapping
  readonly styles: ColumnStyles
  private readonly places: ReadonlyMap<string, number>
  private readonly translations = new Map<string, Translations>()
  private readonly remembered = new Map<string, Map<string, CellResult<string>>>()

  constructor(headers: readonly string[], mapping: Mapping, styles: ColumnStyles) {
    this.mapping = mapping
    this.styles = styles
    this.places = new Map(headers.map((header, place) => [header, place]))
  }

  cell(row: TableRow, header: string): Cell {
    return row.cells[this.places.get(header) ?? -1] ?? null
  }

  translationsFor(field: string): Translations {
    const known = this.translations.get(field) ?? translationsOf(this.mapping, field)
    this.translations.set(field, known)
    return known
  }

  label(field: string, cell: Cell): CellResult<string> {
    if (typeof cell !== 'string') return readLabel(field, cell, this.translationsFor(field), this.mapping)
    const results = this.remembered.get(field) ?? new Map<string, CellResult<string>>()
    this.remembered.set(field, results)
    const known = results.get(cell)
    if (known !== undefined) return known
    const result = readLabel(field, cell, this.translationsFor(field), this.mapping)
    if (results.size < MAX_REMEMBERED) results.set(cell, result)
    return result
  }
}

/** The reading of one row: gives each field's value and gathers the reasons why the row cannot be counted. */
export class RowReading {
  readonly refusals: Refusal[] = []
  readonly row: number
  private readonly list: ListReading
  private readonly source: TableRow

  constructor(list: ListReading, source: TableRow) {
    this.list = list
    this.source = source
    this.row = source.row
    if (source.refused !== undefined) this.refuse('', source.refused)
  }

  refuse(column: string, reason: RefusalReason, value = '', more: Partial<Refusal> = {}): void {
    this.refusals.push({
      row: this.row,
      column,
      reason,
      ...(value === '' ? {} : { value: shown(value) }),
      ...more,
    })
  }

  /** The header that gives a field, or the constant's path. */
  column(field: string): string {
    return this.list.mapping.columns[field] ?? `constants.${field}`
  }

  isMapped(field: string): boolean {
    return (
      Object.hasOwn(this.list.mapping.columns, field) ||
      Object.hasOwn(this.list.mapping.constants ?? {}, field)
    )
  }

  cell(field: string): Cell {
    const header = this.list.mapping.columns[field]
    return header === undefined
      ? (this.list.mapping.constants?.[field] ?? null)
      : this.list.cell(this.source, header)
  }

  /** A field as plain text, empty when not stated. */
  text(field: string): string {
    const cell = this.cell(field)
    if (cell !== null && isRefusedCell(cell)) this.refuse(this.column(field), cell.refused)
    return cellText(cell)
  }

  /** A dimension's label, code or kind of missing; `notAsked` when no column gives it. */
  dimension(field: string): string {
    if (!this.isMapped(field)) return 'notAsked'
    const cell = this.cell(field)
    return this.take(this.column(field), cell, this.list.label(field, cell), 'noAnswer')
  }

  /** The sex by the main column, or by the column of another leader rule. */
  sex(header?: string): Sex {
    if (header === undefined && !this.isMapped('sex')) return 'notAsked'
    const cell = header === undefined ? this.cell('sex') : this.list.cell(this.source, header)
    const value = this.take(header ?? this.column('sex'), cell, this.list.label('sex', cell), 'noAnswer')
    return isSex(value) ? value : 'noAnswer'
  }

  amount(field: 'appliedAmount' | 'grantedAmount', header?: string): bigint | MissingKind {
    if (header === undefined && !this.isMapped(field)) return 'notAsked'
    const column = header ?? this.column(field)
    const cell = header === undefined ? this.cell(field) : this.list.cell(this.source, header)
    const { mapping, styles } = this.list
    const style = styles.numbers.get(column) ?? mapping.numbers ?? 'swedish'
    return this.take(
      column,
      cell,
      readAmount(cell, this.list.translationsFor(field), style, mapping),
      'noAnswer',
    )
  }

  date(field: 'appliedOn' | 'decidedOn'): string | null {
    const cell = this.cell(field)
    const column = this.column(field)
    const translations = this.list.translationsFor(field)
    const order = this.list.styles.dates.get(column)
    return this.take(column, cell, readDate(cell, translations, order, this.list.mapping), null)
  }

  count(header: string): number | null {
    const cell = this.list.cell(this.source, header)
    return this.take(header, cell, readCount(cell), null)
  }

  private take<Value, Missing>(
    column: string,
    cell: Cell,
    result: CellResult<Value>,
    missing: Missing,
  ): Value | Missing {
    if (result.ok) return result.value
    const { reason, suggestions } = result
    this.refuse(column, reason, cellText(cell), suggestions === undefined ? {} : { suggestions })
    return missing
  }
}
