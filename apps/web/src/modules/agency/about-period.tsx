import { agencyOf } from '../../platform/db/agency.ts'
import { mayDoWithPlan, type PlanDoors } from '../plan/public.ts'
import { isLocked } from './rules/states.ts'
import { submissionsOf } from './store/submissions.ts'
import { StandingNotice } from './ui/standing-notice.tsx'

/** What the page where a period is followed up says of its report to the agency. */
export function aboutPeriod(doors: Pick<PlanDoors, 'inRegion'>): NonNullable<PlanDoors['aboutPeriod']> {
  return async (c, { plan }, period) => {
    const actor = c.get('actor')
    const locale = c.get('locale')
    const { agency, sent } = await doors.inRegion(actor, async (db) => ({
      agency: await agencyOf(db),
      sent: await submissionsOf(db, plan.id, period.id),
    }))
    if (agency === null) return null
    const [last] = sent
    const isReader = !mayDoWithPlan(c, 'write-plan')
    if (last === undefined && isReader) return null
    const page = `/r/${c.get('membership').slug}/plans/${plan.slug}/submissions/${period.id}`
    return (
      <>
        {last === undefined ? null : <StandingNotice locale={locale} agency={agency.name} last={last} />}
        <p class="no-print">
          <a class="button" href={page}>
            {isReader || isLocked(last?.state ?? 'none')
              ? locale.text('agency.send.page', { agency: agency.name })
              : locale.text('agency.send', { agency: agency.name })}
          </a>
        </p>
      </>
    )
  }
}
