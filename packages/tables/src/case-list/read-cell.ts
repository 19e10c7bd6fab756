import {
  amountOreFromNumber,
  findIndustry,
  findPlace,
  isMissingKind,
  isOutcome,
  isSex,
  type MissingKind,
  maskPersonalNumbers,
  type NumberStyle,
  parseAmountOre,
} from '@jamvikt/domain'
import { type Cell, isDateCell, isRefusedCell } from '../table.ts'
import type { RefusalReason } from './case-record.ts'
import { cellText, fold } from './cell-text.ts'
import { type DayMonthOrder, parseDate } from './dates.ts'
import type { Mapping } from './mapping.ts'

interface CellRefusal {
  ok: false
  reason: RefusalReason
  suggestions?: string[]
}

export type CellResult<Value> = { ok: true; value: Value } | CellRefusal

/** The translations of one field, by folded text. */
export type Translations = ReadonlyMap<string, string>

export function translationsOf(mapping: Mapping, field: string): Translations {
  return new Map(Object.entries(mapping.values?.[field] ?? {}).map(([from, to]) => [fold(from), to]))
}

const refuse = (reason: RefusalReason, suggestions: string[] = []): CellRefusal =>
  suggestions.length === 0 ? { ok: false, reason } : { ok: false, reason, suggestions }

/** Reads a cell of a dimension as its label, code or kind of missing, by the field's own rules. */
export function readLabel(
  field: string,
  cell: Cell,
  translations: Translations,
  mapping: Mapping,
): CellResult<string> {
  if (cell !== null && isRefusedCell(cell)) return refuse(cell.refused)
  const text = cellText(cell)
  const translated = translations.get(fold(text))
  if (text === '') {
    if (translated !== undefined) return { ok: true, value: translated }
    return field === 'outcome' ? refuse('required-empty') : { ok: true, value: 'noAnswer' }
  }
  const value = translated ?? text
  if (isMissingKind(value) && field !== 'outcome') return { ok: true, value }
  switch (field) {
    case 'outcome':
      return isOutcome(value) ? { ok: true, value } : refuse('value-unmapped')
    case 'sex':
      return isSex(value) ? { ok: true, value } : refuse('value-unmapped')
    case 'background':
    case 'age':
      if (translated === undefined && translations.size > 0) return refuse('value-unmapped')
      return { ok: true, value: maskPersonalNumbers(value) }
    case 'municipality':
    case 'county':
      return readPlaces(field, value, translations)
    case 'industry':
      return readIndustry(value, cell, mapping)
    default:
      return { ok: true, value: maskPersonalNumbers(value) }
  }
}

/** A cell may list several places; which share belongs to which is not known, so it is never spread. */
function readPlaces(
  kind: 'county' | 'municipality',
  text: string,
  translations: Translations,
): CellResult<string> {
  if (text === 'several') return { ok: true, value: text }
  const whole = findPlace(kind, text)
  if (whole.ok) return { ok: true, value: whole.code }
  const codes = new Set<string>()
  for (const part of text.split(/[,;/]/).filter((piece) => piece.trim() !== '')) {
    const found = findPlace(kind, translations.get(fold(part)) ?? part)
    if (!found.ok) return refuse('place-unknown', found.suggestions)
    codes.add(found.code)
  }
  const [only] = codes
  if (only === undefined) return refuse('place-unknown')
  return { ok: true, value: codes.size === 1 ? only : 'several' }
}

function readIndustry(text: string, cell: Cell, mapping: Mapping): CellResult<string> {
  const version = mapping.industryVersion
  if (version === 'none') return { ok: true, value: maskPersonalNumbers(text) }
  // A number has no leading zero: 1110 may be 01110 (agriculture) or 11.10 (beverages).
  if (typeof cell === 'number' && /^\d{3,4}$/.test(text)) return refuse('industry-code-ambiguous')
  const found = findIndustry(text, version)
  if (found.ok) return { ok: true, value: found.section }
  return refuse('industry-unknown', 'suggestions' in found ? found.suggestions : [])
}

/** Reads an amount exactly; empty is `noAnswer` unless translated. */
export function readAmount(
  cell: Cell,
  translations: Translations,
  style: NumberStyle,
  mapping: Mapping,
): CellResult<bigint | MissingKind> {
  if (cell !== null && isRefusedCell(cell)) return refuse(cell.refused)
  const text = cellText(cell)
  const translated = translations.get(fold(text))
  if (translated !== undefined && isMissingKind(translated)) return { ok: true, value: translated }
  if (text === '') return { ok: true, value: 'noAnswer' }
  const parsed =
    typeof cell === 'number'
      ? amountOreFromNumber(cell, mapping.amountUnit)
      : parseAmountOre(text, style, mapping.amountUnit)
  if (parsed.ok) return { ok: true, value: parsed.amountOre }
  return refuse(parsed.reason === 'amount-empty' ? 'amount-not-a-number' : parsed.reason)
}

/** Reads a date; null when empty or translated into a kind of missing. */
export function readDate(
  cell: Cell,
  translations: Translations,
  order: DayMonthOrder | undefined,
  mapping: Mapping,
): CellResult<string | null> {
  if (cell !== null && isRefusedCell(cell)) return refuse(cell.refused)
  const text = cellText(cell)
  if (text === '' || translations.has(fold(text))) return { ok: true, value: null }
  if (cell !== null && isDateCell(cell)) return { ok: true, value: cell.date }
  const date = parseDate(text, order, mapping.dates)
  return date === undefined ? refuse('date-invalid') : { ok: true, value: date }
}

/** Reads a whole number of cases ≥ 0; null when empty. */
export function readCount(cell: Cell): CellResult<number | null> {
  if (cell !== null && isRefusedCell(cell)) return refuse(cell.refused)
  const text = cellText(cell).replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3})/g, '')
  if (text === '') return { ok: true, value: null }
  if (/^[-−]\s*\d+$/.test(text) && Number(text.replace(/\D/g, '')) > 0) return refuse('count-negative')
  const count = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(count)) return refuse('count-not-whole')
  return { ok: true, value: count }
}
