const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2})[:.](\d{2}))?$/

/**
 * A date and time of day as people write it, on the clocks of Sweden.
 * @returns the moment; `undefined` where it is none, such as 30 February
 * @example swedishTime('2026-07-01 08:00')?.toISOString() // '2026-07-01T06:00:00.000Z'
 */
export function swedishTime(text: string): Date | undefined {
  const match = WRITTEN.exec(text.trim())
  if (match === null) return undefined
  const [, year = '', month = '', day = '', hour = '00', minute = '00'] = match
  const wanted = `${year}-${month}-${day} ${hour}:${minute}`
  // Sweden lies one hour before UTC, or two in summer: the moment is the one that shows what was written.
  return [2, 1]
    .map((hours) => new Date(Date.UTC(+year, +month - 1, +day, +hour - hours, +minute)))
    .find((moment) => CLOCK.format(moment) === wanted)
}

const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})
