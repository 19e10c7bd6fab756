/** Where something stands by its dates alone. */
export type StateByDates = 'not-begun' | 'going-on' | 'ended' | 'no-dates'

/** @param today `YYYY-MM-DD`, as the dates; both days of the span belong to it */
export function stateByDates(start: string | null, end: string | null, today: string): StateByDates {
  if (end !== null && end < today) return 'ended'
  if (start === null) return 'no-dates'
  return start > today ? 'not-begun' : 'going-on'
}
