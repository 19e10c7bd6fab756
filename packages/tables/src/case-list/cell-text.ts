import { maskPersonalNumbers } from '@jamvikt/domain'
import { type Cell, isDateCell, isRefusedCell } from '../table.ts'

/** A cell as trimmed text; empty for an empty or refused cell. */
export function cellText(cell: Cell): string {
  if (cell === null || isRefusedCell(cell)) return ''
  return isDateCell(cell) ? cell.date : String(cell).trim()
}

/** The form in which values are compared: case, outer and repeated spaces do not count. */
export function fold(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLocaleLowerCase('sv')
}

/** A text that may be shown: personal numbers masked, at most 60 characters. */
export function shown(text: string): string {
  const masked = maskPersonalNumbers(text)
  return masked.length > 60 ? `${masked.slice(0, 59)}…` : masked
}
