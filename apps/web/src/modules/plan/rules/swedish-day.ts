const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** The calendar day of a moment on the clocks of Sweden, `YYYY-MM-DD`. */
export function swedishDay(moment: Date): string {
  return DAY.format(moment)
}
