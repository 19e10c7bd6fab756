import { amountOreFromNumber } from '@jamvikt/domain'
import { type AmountReason, type AmountStyle, readAmount } from '../../rules/amount-text.ts'
import { isDate } from '../../rules/check-fields.ts'
import type { FindingReason } from '../model-exchange.ts'

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january'],
  ['februari', 'february'],
  ['mars', 'march'],
  ['april'],
  ['maj', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['augusti', 'august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['december'],
]

/** A day that was read; `exact` where it was written whole as `YYYY-MM-DD`. */
export interface DayRead {
  readonly day: string
  readonly exact: boolean
}

/**
 * A day as people write it: 2016-11-01, 20161101, 161101, nov 2016, 2016-11, 2016. Of a month or a year it is the first
 * day, or the last where the day ends something. `null` where it is no day.
 */
export function readDay(text: string, isEnd: boolean): DayRead | null {
  const word = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
  if (isDate(word)) return { day: word, exact: true }
  const [, long, year = '', month = '', day = ''] =
    /^(?:((?:19|20|21)\d\d)[-/.]?|(\d\d))(\d\d)[-/.]?(\d\d)$/.exec(word) ?? []
  if (month !== '' && (long !== undefined || /^\d{6}$/.test(word))) {
    const whole = `${long ?? `20${year}`}-${month}-${day}`
    if (isDate(whole)) return { day: whole, exact: false }
  }
  const monthOf = /^(?:(\d{1,2})[. ] ?)?(\p{L}{3,9})\.? (\d{4})$/u.exec(word) ?? null
  if (monthOf !== null) {
    const [, dayOf, name = '', inYear = ''] = monthOf
    const at = MONTHS.findIndex((names) =>
      names.some((full) => full === name || (name.length <= 4 && full.startsWith(name))),
    )
    if (at < 0) return null
    return inMonth(Number(inYear), at + 1, dayOf === undefined ? null : Number(dayOf), isEnd)
  }
  const [, aYear = '', aMonth] = /^(\d{4})(?:-(\d\d))?$/.exec(word) ?? []
  if (aYear === '') return null
  return inMonth(Number(aYear), aMonth === undefined ? (isEnd ? 12 : 1) : Number(aMonth), null, isEnd)
}

/** From which day to which. */
export interface SpanRead {
  readonly start: string
  readonly end: string
  readonly exact: boolean
}

const BETWEEN = /\s*[–—]\s*|\s+-\s+|\s+(?:till|to|t\.? ?o\.? ?m\.?)\s+/i
const WITHOUT_YEAR = /^(?:\d{1,2}[. ] ?)?\p{L}{3,9}\.?$/u

/** A time as people write it: 2026-02-01–2026-12-31, feb–dec 2026, 2026–2028, or a month or year alone. */
export function readSpan(text: string): SpanRead | null {
  const whole = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const alone = spanOf(whole, whole)
  if (alone !== null) return alone
  const parts = whole.split(BETWEEN)
  if (parts.length === 2) return spanOf(parts[0] ?? '', parts[1] ?? '')
  if (parts.length > 2 || whole.length > 40) return null
  const read = [...whole.matchAll(/-/g)].flatMap(
    ({ index }) => spanOf(whole.slice(0, index), whole.slice(index + 1)) ?? [],
  )
  return read.length === 1 ? (read[0] ?? null) : null
}

function spanOf(first: string, last: string): SpanRead | null {
  const year = WITHOUT_YEAR.test(first) ? (/ (\d{4})$/.exec(last)?.[1] ?? '') : ''
  const [start, end] = [readDay(`${first} ${year}`, false), readDay(last, true)]
  return start === null || end === null
    ? null
    : { start: start.day, end: end.day, exact: start.exact && end.exact }
}

function inMonth(year: number, month: number, day: number | null, isEnd: boolean): DayRead | null {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const on = day ?? (isEnd ? last : 1)
  const whole = `${year}-${String(month).padStart(2, '0')}-${String(on).padStart(2, '0')}`
  return isDate(whole) ? { day: whole, exact: false } : null
}

export type KronorRead =
  /** `null` where nothing is known of it. */
  | { readonly ok: true; readonly amountOre: bigint | null }
  | { readonly ok: false; readonly reason: (typeof REASONS)[AmountReason] }

const REASONS = {
  'amount-empty': 'not-an-amount',
  'amount-not-a-number': 'not-an-amount',
  'amount-negative': 'amount-negative',
  'amount-too-precise': 'amount-too-precise',
  'amount-too-large': 'amount-too-large',
  'amount-ambiguous': 'amount-ambiguous',
  'number-style-mixed': 'number-style-mixed',
} as const satisfies Readonly<Record<AmountReason, FindingReason>>

/** An amount as people or a spreadsheet write it, in the style of its column; nothing, or a dash, is not known. */
export function readKronor(
  given: string | number,
  style: AmountStyle,
  unit: 'kr' | 'tkr' = 'kr',
): KronorRead {
  const read = typeof given === 'number' ? amountOreFromNumber(given, unit) : readAmount(given, unit, style)
  return read.ok ? read : { ok: false, reason: REASONS[read.reason] }
}
