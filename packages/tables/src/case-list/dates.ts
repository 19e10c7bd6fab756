import type { DateStyle } from './mapping.ts'

/** Which of day and month comes first where the year comes last. */
export type DayMonthOrder = 'day-first' | 'month-first'

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T\s].*)?$/
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T\s].*)?$/

/**
 * Reads a written date. A date that begins with its year is the same in every style but `YYYY`.
 * @param order what was declared or detected for the column; without it dates that end with the year are refused
 * @returns `YYYY-MM-DD`, `YYYY` in that style, or undefined for what is no date (31 February, years of two digits)
 */
export function parseDate(
  text: string,
  order: DayMonthOrder | undefined,
  style?: DateStyle,
): string | undefined {
  const trimmed = text.trim()
  if (style === 'YYYY' && /^(19|20)\d\d$/.test(trimmed)) return trimmed
  const compact = COMPACT.exec(trimmed)
  if (compact !== null) return isoDate(compact[1], compact[2], compact[3])
  const yearFirst = YEAR_FIRST.exec(trimmed)
  if (yearFirst !== null) return isoDate(yearFirst[1], yearFirst[3], yearFirst[4])
  const yearLast = YEAR_LAST.exec(trimmed)
  if (yearLast === null || order === undefined) return undefined
  const [, first, , second, year] = yearLast
  return order === 'day-first' ? isoDate(year, second, first) : isoDate(year, first, second)
}

function isoDate(year = '', month = '', day = ''): string | undefined {
  const monthNumber = Number(month)
  const dayNumber = Number(day)
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1) return undefined
  const lastDay = dayNumber <= 28 ? 28 : new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate()
  return dayNumber > lastDay ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The order that a declared style states; undefined for the styles that begin with the year. */
export function orderOf(style: DateStyle): DayMonthOrder | undefined {
  if (style === 'MM/DD/YYYY') return 'month-first'
  return style.startsWith('DD') ? 'day-first' : undefined
}

export type DateOrderResult =
  | { ok: true; order: DayMonthOrder | undefined }
  | { ok: false; reason: 'date-style-ambiguous' | 'date-style-mixed'; row: number }

/** Decides the order for a whole column from its texts: a number above 12 is a day; points mean day first. */
export function createDateOrderDetector(): {
  add(text: string, row: number): void
  result(): DateOrderResult
} {
  let order: DayMonthOrder | undefined
  let mixedAt: number | undefined
  let unclearAt: number | undefined
  return {
    add(text, row) {
      const match = YEAR_LAST.exec(text.trim())
      if (match === null) return
      const first = Number(match[1])
      const second = Number(match[3])
      if (first > 12 && second > 12) return
      let found: DayMonthOrder | undefined
      if (match[2] === '.' || first > 12) found = 'day-first'
      else if (second > 12) found = 'month-first'
      if (found === undefined) unclearAt ??= row
      else if (order !== undefined && order !== found) mixedAt ??= row
      order ??= found
    },
    result() {
      if (mixedAt !== undefined) return { ok: false, reason: 'date-style-mixed', row: mixedAt }
      if (order === undefined && unclearAt !== undefined) {
        return { ok: false, reason: 'date-style-ambiguous', row: unclearAt }
      }
      return { ok: true, order }
    },
  }
}
