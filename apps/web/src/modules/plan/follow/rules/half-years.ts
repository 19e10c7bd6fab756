import type { Period, PeriodSpan } from '../model-follow.ts'

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

/** What is to be done for a plan’s half-years to follow its days. */
export interface HalfYearChanges {
  readonly add: readonly PeriodSpan[]
  readonly change: readonly { readonly id: string; readonly span: PeriodSpan }[]
  /** Closed, or with the agency: it keeps its days until it is opened again. */
  readonly stuck: readonly Period[]
}

/**
 * Holds a plan’s half-years against its days. A half of a year has one period: one that is cut where the plan began or ended
 * grows and shrinks with the plan while it is open. Half-years that the plan no longer touches are left.
 */
export function halfYearChanges(
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  periods: readonly Period[],
): HalfYearChanges {
  const own = Map.groupBy(
    periods.filter(({ kind }) => kind === 'half-year'),
    halfOf,
  )
  const [add, change, stuck]: [PeriodSpan[], { id: string; span: PeriodSpan }[], Period[]] = [[], [], []]
  for (const span of halfYears(startsOn, endsOn)) {
    const [period, ...others] = own.get(halfOf(span)) ?? []
    if (period === undefined) add.push(span)
    else if (others.length > 0 || (period.startsOn === span.startsOn && period.endsOn === span.endsOn))
      continue
    else if (period.closedAt === null && period.sentAt === null) change.push({ id: period.id, span })
    else stuck.push(period)
  }
  return { add, change, stuck }
}

function halfOf({ endsOn }: { readonly endsOn: string }): string {
  return `${endsOn.slice(0, 4)} ${endsOn.slice(5) <= '06-30' ? 1 : 2}`
}

function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
