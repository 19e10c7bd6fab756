/** A span of whole calendar years, or the cases that no date places. Periods of a list never overlap. */
export interface Period {
  readonly key: string
  readonly firstYear: number | null
  readonly lastYear: number | null
}

export const UNDATED: Period = { key: 'undated', firstYear: null, lastYear: null }

/** The period that a year belongs to, when periods are `years` long; counted from year 0 so that no data move it. */
export function periodOf(year: string, years: number): Period {
  const number = Number(year)
  if (!Number.isInteger(number) || number < 1900) return UNDATED
  const firstYear = Math.floor(number / years) * years
  const lastYear = firstYear + years - 1
  return { key: years === 1 ? String(firstYear) : `${firstYear}–${lastYear}`, firstYear, lastYear }
}

/** Only a period that is over may be released: otherwise the next release would show the newest cases apart. */
export function hasEnded(period: Period, thisYear: number): boolean {
  return period.lastYear === null || period.lastYear < thisYear
}
