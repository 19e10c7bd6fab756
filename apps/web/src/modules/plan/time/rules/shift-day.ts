export const SHIFT_UNITS = ['days', 'weeks', 'months'] as const
export type ShiftUnit = (typeof SHIFT_UNITS)[number]

/**
 * Moves a day. By months it keeps its day of the month, or becomes the last day of a shorter month; the last day of a
 * month stays the last.
 * @param day `YYYY-MM-DD`
 * @param by a whole number from −9999 to 9999, negative for earlier
 * @example shiftDay('2026-01-31', 1, 'months') // '2026-02-28'
 */
export function shiftDay(day: string, by: number, unit: ShiftUnit): string {
  const at = new Date(`${day}T00:00:00Z`)
  if (unit === 'months') {
    const date = at.getUTCDate()
    const isLast = date === lastOfMonth(at)
    at.setUTCDate(1)
    at.setUTCMonth(at.getUTCMonth() + by)
    const last = lastOfMonth(at)
    at.setUTCDate(isLast ? last : Math.min(date, last))
  } else at.setUTCDate(at.getUTCDate() + by * (unit === 'weeks' ? 7 : 1))
  return at.toISOString().slice(0, 10)
}

function lastOfMonth(at: Date): number {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
}
