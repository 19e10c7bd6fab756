import type { Cell } from '@jamvikt/tables'
import { ITEM_KINDS, type ItemKind } from '../../model-items.ts'
import type { Finding, FindingReason, Place } from '../model-exchange.ts'
import { cellText } from './sheet-cells.ts'
import { plain, type SheetKind, sheetName } from './vocabulary.ts'

export interface SheetRow {
  readonly row: number
  readonly cells: readonly Cell[]
}

export interface Sheet {
  readonly name: string
  readonly rows: readonly SheetRow[]
}

/** How far down the row of headings may stand. */
export const HEADER_WITHIN = 10

/** What is told while a workbook is read. */
export interface Told {
  readonly faults: Finding[]
  readonly remarks: Finding[]
}

export function isKind(text: string): text is ItemKind {
  return ITEM_KINDS.some((kind) => kind === text)
}

export type Codes = ReadonlyMap<ItemKind, ReadonlyMap<string, string>>

/** The id of the row that a code means, among rows of some kinds. */
export function resolve(
  code: string,
  kinds: readonly ItemKind[],
  codes: Codes,
): { readonly id: string } | { readonly reason: 'dangling' | 'ambiguous-code' } {
  const ids = kinds.flatMap((kind) => codes.get(kind)?.get(plain(code)) ?? [])
  const [id] = ids
  if (id === undefined || code === '') return { reason: 'dangling' }
  return ids.length === 1 ? { id } : { reason: 'ambiguous-code' }
}

/** Where a sheet would be, for what is missing in it. */
export function placeOfSheet(kind: SheetKind, sheet: Sheet | null): Place {
  return { sheet: sheet?.name ?? sheetName('sv', kind) }
}

/** The name of a column, from 0, as a spreadsheet shows it. */
export function columnLetter(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : `${columnLetter(Math.floor(at / 26) - 1)}${letter}`
}

/** Tells of columns that say something and are not read: those with another heading, and those with none. */
export function tellUnread(
  sheet: Sheet,
  header: SheetRow,
  below: readonly SheetRow[],
  isRead: (at: number) => boolean,
  told: Told,
) {
  const width = below.reduce((most, { cells }) => Math.max(most, cells.length), header.cells.length)
  for (let at = 0; at < width; at += 1) {
    if (isRead(at) || !below.some(({ cells }) => (cells[at] ?? null) !== null)) continue
    const column = cellText(header.cells[at]) || columnLetter(at)
    const place = { sheet: sheet.name, row: header.row, column }
    told.remarks.push({ reason: 'column-passed-over', place, item: '', detail: '' })
  }
}

/** Tells of rows that say something and are not read. */
export function tellRows(sheet: Sheet, rows: readonly SheetRow[], reason: FindingReason, told: Told) {
  for (const { row, cells } of rows) {
    const detail = cells.map(cellText).find((text) => text !== '') ?? ''
    if (detail !== '')
      told.remarks.push({ reason, place: { sheet: sheet.name, row }, item: '', detail: detail.slice(0, 60) })
  }
}

/** Whether a row says the headings once more, as where tables have been put together. */
export function isHeaderAgain({ cells }: SheetRow, header: SheetRow): boolean {
  const same = cells.filter((cell, at) => {
    const text = plain(cellText(cell))
    return text !== '' && text === plain(cellText(header.cells[at]))
  })
  return (
    same.length >= 2 &&
    cells.every((cell, at) => cell === null || plain(cellText(cell)) === plain(cellText(header.cells[at])))
  )
}
