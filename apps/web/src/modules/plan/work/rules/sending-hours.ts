const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Stockholm',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
})
const FIRST_HOUR = 7
const LAST_HOUR = 17
const WEEKEND: ReadonlySet<string> = new Set(['Sat', 'Sun'])

function partsOf(moment: Date): { readonly weekday: string; readonly hour: number } {
  const parts = PARTS.formatToParts(moment)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return { weekday: part('weekday'), hour: Number(part('hour')) }
}

/** Whether letters of the clock may go out: Monday to Friday from 7 until 17, on the clocks of Sweden. */
export function isSendingHour(moment: Date): boolean {
  const { weekday, hour } = partsOf(moment)
  return !WEEKEND.has(weekday) && hour >= FIRST_HOUR && hour < LAST_HOUR
}

/** How many days without letters follow: on a Friday two, so that what is due on them is reminded of before. */
export function daysOffAhead(moment: Date): number {
  return partsOf(moment).weekday === 'Fri' ? 2 : 0
}
