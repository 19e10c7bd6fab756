const PERIOD = /^(\d{4})(?:(H)([12])|([KQ])([1-4])|M(0[1-9]|1[0-2]))?/

/**
 * The first and the last day of a period by its code: a year, half-year, quarter or month. Of any other that begins with
 * a year (a week, a day, a span) the year.
 * @returns dates as ISO 8601; `null` where the code does not begin with a year
 * @example daysOf('2023K2') // ['2023-04-01', '2023-06-30']
 */
export function daysOf(code: string): readonly [first: string, last: string] | null {
  const [, year, half, halfNumber = '1', quarter, quarterNumber = '1', month] = PERIOD.exec(code) ?? []
  if (year === undefined) return null
  const months = half !== undefined ? 6 : quarter !== undefined ? 3 : month !== undefined ? 1 : 12
  const place = half !== undefined ? halfNumber : quarter !== undefined ? quarterNumber : (month ?? '1')
  const first = (Number(place) - 1) * months
  return [day(Number(year), first, 1), day(Number(year), first + months, 0)]
}

/** Months from 0; day 0 is the last of the month before. */
function day(year: number, month: number, dayOfMonth: number): string {
  return new Date(Date.UTC(year, month, dayOfMonth)).toISOString().slice(0, 10)
}
