const DAY_MS = 86_400_000

/** A stretch of days drawn as a line from 0 to 100. */
export interface Timeline {
  /** How far along a day’s beginning is, 0–100. */
  at(day: string): number
  /** How far along a day’s end is, 0–100. */
  after(day: string): number
  /** How many months it spans. */
  readonly months: number
  /** First days of years and of half-years within it. */
  readonly marks: readonly { readonly day: string; readonly year: number; readonly isYear: boolean }[]
}

/** A line over all days from the first to the last, both in it; whole half-years, so that marks stand evenly. */
export function timelineOver(first: string, last: string): Timeline {
  const from = dayNumber(halfYearOf(first))
  const to = dayNumber(nextHalfYear(halfYearOf(last)))
  const share = (day: number) => Math.min(100, Math.max(0, ((day - from) / (to - from)) * 100))
  const marks = []
  for (let day = halfYearOf(first); dayNumber(day) < to; day = nextHalfYear(day))
    marks.push({ day, year: Number(day.slice(0, 4)), isYear: day.endsWith('-01-01') })
  return {
    at: (day) => share(dayNumber(day)),
    after: (day) => share(dayNumber(day) + 1),
    months: marks.length * 6,
    marks,
  }
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}

function halfYearOf(day: string): string {
  return `${day.slice(0, 4)}-${day.slice(5, 7) < '07' ? '01' : '07'}-01`
}

function nextHalfYear(day: string): string {
  const year = Number(day.slice(0, 4))
  return day.endsWith('-01-01') ? `${year}-07-01` : `${year + 1}-01-01`
}
