import type { TimeUnit } from '../stat/stat-table.ts'
import { type PxPiece, type PxStatement, refusedAt, textsOfItems } from './px-statement.ts'

/** The time values that `TIMEVAL` lists, in the format’s own form: `1994`, `19941`, `199412`. */
export interface TimeList {
  /** None for a scale that the specification does not know. */
  readonly unit?: TimeUnit
  readonly values: readonly string[]
}

/** K stands for quarters in files of Statistics Norway, D for days in those of Statistics Finland. */
const UNITS: ReadonlyMap<string, TimeUnit> = new Map([
  ['A', 'year'],
  ['H', 'half-year'],
  ['Q', 'quarter'],
  ['K', 'quarter'],
  ['M', 'month'],
  ['W', 'week'],
  ['D', 'day'],
])

const SCALES: Readonly<Record<TimeUnit, { readonly letter: string; readonly period: RegExp }>> = {
  year: { letter: 'A', period: /^(\d{4})()$/ },
  'half-year': { letter: 'H', period: /^(\d{4})-?[HhSs]?([12])$/ },
  quarter: { letter: 'Q', period: /^(\d{4})-?[KkQq]?([1-4])$/ },
  month: { letter: 'M', period: /^(\d{4})-?[Mm]?(0[1-9]|1[0-2])$/ },
  week: { letter: 'W', period: /^(\d{4})-?[VvWw]?(0[1-9]|[1-4]\d|5[0-3])$/ },
  day: { letter: 'D', period: /^(\d{4})-?((?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01]))$/ },
}

const LIST = /^TLIST\s*\(\s*([A-Za-z])\d*\s*\)$/i
const OPENED_LIST = /^TLIST\s*\(\s*([A-Za-z])\d*\s*,$/i

/**
 * Reads `TLIST(A1),"1994","1995"`, and `TLIST(A1,"1994"-"1996")` with every period between.
 * @throws StatRefusedError `syntax`; `value-unreadable` where a range has no periods
 * @see PX-file format specification 2013, 3.3, TIMEVAL
 */
export function readTimeList(statement: PxStatement): TimeList {
  const [first = [], ...rest] = statement.items
  const listed = LIST.exec(first[0]?.text ?? '')
  const opened = OPENED_LIST.exec(first[0]?.text ?? '')
  const scale = (listed ?? opened)?.[1]
  if (scale === undefined || (opened !== null && rest.length > 0)) throw refusedAt(statement, 'syntax')
  const unit = UNITS.get(scale.toUpperCase())
  const values =
    opened === null ? textsOfItems({ ...statement, items: rest }) : spelledOut(statement, first, unit)
  return { ...(unit === undefined ? {} : { unit }), values }
}

function spelledOut(
  statement: PxStatement,
  pieces: readonly PxPiece[],
  unit: TimeUnit | undefined,
): string[] {
  const values: string[] = []
  for (let at = 1; at < pieces.length; at += 2) {
    const { text } = pieces[at] ?? { text: '' }
    if (pieces[at - 1]?.text === '-') values.push(...periodsAfter(statement, values.pop() ?? '', text, unit))
    else values.push(text)
  }
  return values
}

/** Periods of a year in each unit; a year of 53 weeks begins or ends on a Thursday (ISO 8601). */
function periodsIn(year: number, unit: TimeUnit): number {
  if (unit === 'year') return 1
  if (unit === 'half-year') return 2
  if (unit === 'quarter') return 4
  if (unit === 'month') return 12
  const thursday = [0, 1].some((after) => new Date(Date.UTC(year + after, 0, 1 - after)).getUTCDay() === 4)
  return thursday ? 53 : 52
}

function periodsAfter(
  statement: PxStatement,
  from: string,
  to: string,
  unit: TimeUnit | undefined,
): string[] {
  const refused = () => refusedAt(statement, 'value-unreadable', `${from}-${to}`)
  if (unit === undefined || unit === 'day') throw refused()
  const start = SCALES[unit].period.exec(from)
  const end = SCALES[unit].period.exec(to)
  if (start === null || end === null) throw refused()
  const width = end[2]?.length ?? 0
  const periods: string[] = []
  let year = Number(start[1])
  let part = Math.max(1, Number(start[2]))
  const last = `${end[1]}${end[2]}`
  while (periods.at(-1) !== last) {
    if (year > Number(end[1])) throw refused()
    periods.push(`${String(year).padStart(4, '0')}${width === 0 ? '' : String(part).padStart(width, '0')}`)
    if (part++ >= periodsIn(year, unit)) {
      year++
      part = 1
    }
  }
  return periods
}

/**
 * What a time value is called where a file has no other name for it.
 * @example labelOfPeriod('199402', 'month') // '1994M02'
 */
export function labelOfPeriod(value: string, unit: TimeUnit | undefined): string {
  if (unit === undefined || unit === 'year') return value
  return `${value.slice(0, 4)}${SCALES[unit].letter}${value.slice(4)}`
}

/**
 * The values of `TIMEVAL` for codes of periods: in the format’s form (`2015K1` becomes `20151`) where all can be read,
 * or else as they are.
 */
export function timeListOf(codes: readonly string[], unit: TimeUnit): { scale: string; values: string[] } {
  const { letter, period } = SCALES[unit]
  const periods = codes.map((code) => period.exec(code))
  const values = periods.flatMap((found) => (found === null ? [] : found.slice(1).join('').replace('-', '')))
  return { scale: `TLIST(${letter}1)`, values: values.length === codes.length ? values : [...codes] }
}
