import { isDate } from '../../rules/check-fields.ts'

export type DayReason = 'not-a-date' | 'no-such-day' | 'excel-number' | 'which-year' | 'out-of-time'

export type DayRead =
  | { readonly ok: true; readonly day: string }
  | { readonly ok: false; readonly reason: DayReason }

const MONTHS = [
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
] as const

/**
 * Reads a day as people and spreadsheets write it: `2026-03-01`, `20260301`, `1/3 2026`, `1.3.2026`, `1 mars 2026`. A
 * month without a day, as `2026-03`, `2026-mar` or `mars 2026`, is its first day or its last. The number that a
 * spreadsheet keeps for a day is refused, for it may as well be something else.
 * @param edge which day of a month without one
 * @example readDay('2026-feb', 'last') // { ok: true, day: '2026-02-28' }
 */
export function readDay(text: string, edge: 'first' | 'last'): DayRead {
  const bare = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/[ t]00:00(:00(\.0+)?)?$/, '')
  const whole =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(bare) ?? /^((?:19|20|21)\d\d)()(\d\d)(\d\d)$/.exec(bare)
  if (whole !== null) return dayOf(whole[1], whole[3], whole[4])
  const swedish = /^(\d{1,2}) ?[/.] ?(\d{1,2})[ /.]{1,2}(\d{4})$/.exec(bare)
  if (swedish !== null) return dayOf(swedish[3], swedish[2], swedish[1])
  const named =
    /^()(\d{4})[- ]?(\p{L}{3,})\.?$/u.exec(bare) ??
    swapped(/^(\d{0,2})[- .]*(\p{L}{3,})\.?[- ]?(\d{4})$/u.exec(bare))
  if (named !== null) {
    const month = monthNamed(named[3] ?? '')
    if (month === null) return { ok: false, reason: 'not-a-date' }
    return named[1] === '' ? edgeOf(named[2], month, edge) : dayOf(named[2], month, named[1])
  }
  const month = /^(\d{4})[-/.](\d{1,2})$/.exec(bare)
  if (month !== null) return edgeOf(month[1], month[2], edge)
  if (/^\d{5,6}([.,]\d+)?$/.test(bare)) return { ok: false, reason: 'excel-number' }
  if (/^\d{1,2} ?[-/.] ?\d{1,2}([-/.]\d{1,2})?\.?$/.test(bare)) return { ok: false, reason: 'which-year' }
  return { ok: false, reason: 'not-a-date' }
}

/** Day, month, year as day, year, month. */
function swapped(found: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return found === null ? null : [found[0], found[1], found[3], found[2]]
}

function monthNamed(word: string): string | null {
  const at = MONTHS.findIndex((names) => names.some((name) => name.startsWith(word)))
  return at < 0 ? null : String(at + 1)
}

function dayOf(year = '', month = '', day = ''): DayRead {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(text) ? { ok: true, day: text } : { ok: false, reason: 'no-such-day' }
}

function edgeOf(year = '', month = '', edge: 'first' | 'last'): DayRead {
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return dayOf(year, month, edge === 'first' ? '1' : String(last))
}
