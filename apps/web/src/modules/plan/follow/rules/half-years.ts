import type { PeriodSpan } from '../model-follow.ts'

const DAYS_TO_TELL = 31

/**
 * The half-years that a plan touches, the first and the last cut where the plan begins and ends. Each is to be told of
 * within a month.
 * @param startsOn `YYYY-MM-DD`
 * @param endsOn `YYYY-MM-DD`
 */
export function halfYears(startsOn: string, endsOn: string): PeriodSpan[] {
  const found: PeriodSpan[] = []
  for (let year = Number(startsOn.slice(0, 4)); year <= Number(endsOn.slice(0, 4)); year++)
    for (const [first, last] of [
      [`${year}-01-01`, `${year}-06-30`],
      [`${year}-07-01`, `${year}-12-31`],
    ] as const)
      if (last >= startsOn && first <= endsOn) {
        const end = last < endsOn ? last : endsOn
        found.push({
          kind: 'half-year',
          startsOn: first > startsOn ? first : startsOn,
          endsOn: end,
          dueOn: daysAfter(end, DAYS_TO_TELL),
        })
      }
  return found
}

function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
