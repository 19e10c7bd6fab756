import type { Figures } from '../model-figures.ts'
import type { ReportState } from '../model-submission.ts'

const DAYS_TO_TELL = 31

/** What is known of a report when it is asked which are still to come. */
export interface KnownReport {
  readonly planId: string
  readonly planName: string
  readonly periodId: string
  readonly number: number
  readonly state: ReportState
  readonly submittedAt: Date
  readonly figures: Pick<Figures, 'periods'>
}

/** A report that should have come: never sent, or sent back and not sent anew. */
export interface Awaited {
  readonly kind: 'not-received' | 'sent-back'
  /** `''` where no plan is known yet. */
  readonly planName: string
  readonly startsOn: string
  readonly endsOn: string
  readonly dueOn: string
}

/**
 * The reports of one region that are due and not there. Which periods a plan has is told by its latest report; for a year
 * that money has been given for and no plan tells of, both half-years are awaited, each a month after its end.
 * @param grantedYears years that the region has money for
 * @param today `YYYY-MM-DD`
 */
export function awaitedOf(
  reports: readonly KnownReport[],
  grantedYears: readonly number[],
  today: string,
): Awaited[] {
  const latestOfPlan = new Map<string, KnownReport>()
  const latestOfPeriod = new Map<string, KnownReport>()
  for (const report of reports) {
    const ofPlan = latestOfPlan.get(report.planId)
    if (ofPlan === undefined || ofPlan.submittedAt < report.submittedAt)
      latestOfPlan.set(report.planId, report)
    const ofPeriod = latestOfPeriod.get(report.periodId)
    if (ofPeriod === undefined || ofPeriod.number < report.number) latestOfPeriod.set(report.periodId, report)
  }
  const expected = [...latestOfPlan.values()].flatMap(({ planName, figures }) =>
    figures.periods.map((period) => ({ ...period, planName })),
  )
  const told = new Set(expected.map(({ endsOn }) => Number(endsOn.slice(0, 4))))
  const untold = grantedYears
    .filter((year) => !told.has(year))
    .flatMap((year) => halfYearsOf(year).map((period) => ({ ...period, id: '', planName: '' })))
  return [...expected, ...untold].flatMap(({ id, planName, startsOn, endsOn, dueOn }): Awaited[] => {
    const latest = latestOfPeriod.get(id)
    const isBack = latest?.state === 'returned' || latest?.state === 'reopened'
    if (isBack) return [{ kind: 'sent-back', planName, startsOn, endsOn, dueOn }]
    return latest === undefined && dueOn < today
      ? [{ kind: 'not-received', planName, startsOn, endsOn, dueOn }]
      : []
  })
}

function halfYearsOf(year: number) {
  return [
    { startsOn: `${year}-01-01`, endsOn: `${year}-06-30` },
    { startsOn: `${year}-07-01`, endsOn: `${year}-12-31` },
  ].map((span) => ({ ...span, dueOn: daysAfter(span.endsOn, DAYS_TO_TELL) }))
}

function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
