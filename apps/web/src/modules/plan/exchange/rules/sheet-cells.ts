import { type Cell, isDateCell, isRefusedCell } from '@jamvikt/tables'
import type { FieldDef, ItemKind } from '../../model-items.ts'
import type { FindingReason } from '../model-exchange.ts'
import { nationalCode, nearestNational } from './national-entry.ts'
import { readDay } from './read-values.ts'
import { choiceOf, codeOf, yesOf } from './vocabulary.ts'

export type CellRead =
  | { readonly ok: true; readonly value: unknown; readonly readAs?: string }
  | { readonly ok: false; readonly reason: FindingReason; readonly detail: string; readonly nearest?: string }

/** A cell as the text that a person would read in it. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined || isRefusedCell(cell)) return ''
  if (isDateCell(cell)) return cell.date
  return typeof cell === 'number' ? String(Number(cell.toPrecision(15))) : String(cell).trim()
}

/** Several codes in one cell. */
export function codesIn(cell: Cell): readonly string[] {
  return cellText(cell)
    .split(/[,;\n]/)
    .map((code) => code.trim())
    .filter((code) => code !== '')
}

/** The value of a field as a sheet’s cell holds it. References to rows are read apart. */
export function readCell(field: string, kind: ItemKind, def: FieldDef, cell: Cell): CellRead {
  if (isRefusedCell(cell)) return { ok: false, reason: 'unreadable-cell', detail: cell.refused }
  const text = cellText(cell)
  const refuse = (reason: FindingReason): CellRead => ({ ok: false, reason, detail: text.slice(0, 60) })
  switch (def.type) {
    case 'line':
    case 'text': {
      if (kind !== 'national' || field !== 'code' || text === '') return { ok: true, value: text }
      const code = nationalCode(text)
      if (code !== null) return { ok: true, value: code }
      const nearest = nearestNational(text)
      return {
        ok: false,
        reason: 'no-such-national',
        detail: text.slice(0, 60),
        ...(nearest === null ? {} : { nearest }),
      }
    }
    case 'date': {
      const read = readDay(text, field === 'end')
      if (read === null) return refuse('not-a-date')
      return { ok: true, value: read.day, ...(read.exact ? {} : { readAs: `${text} → ${read.day}` }) }
    }
    case 'choice': {
      const choice = choiceOf(kind, field, text)
      return choice === null ? refuse('not-a-choice') : { ok: true, value: choice }
    }
    case 'yes': {
      const yes = typeof cell === 'boolean' ? cell : yesOf(text)
      return yes === null ? refuse('not-a-choice') : { ok: true, value: yes }
    }
    case 'number': {
      const value = typeof cell === 'number' ? roundedAsShown(cell, def.decimals) : numberOf(text)
      return value === null ? refuse('not-a-number') : { ok: true, value }
    }
    case 'items':
      return { ok: true, value: [] }
    case 'codes':
      return {
        ok: true,
        value: codesIn(cell).map((code) => codeOf(kind, field, code)),
      }
  }
}

/** A number with the noise that a spreadsheet’s own sums leave behind the fifteenth digit taken away. */
function roundedAsShown(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) === value ? value : Number(value.toPrecision(15))
}

function numberOf(text: string): number | null {
  const bare = text
    .replace(/[\s\u00a0\u2007\u2009\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.')
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(bare) ? Number(bare) : null
}
