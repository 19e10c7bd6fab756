import { Notice } from '@jamvikt/ui'
import { agencyOf } from '../../platform/db/agency.ts'
import { followed, type PlanDoors, periodName } from '../plan/public.ts'
import { latestSubmissions } from './store/submissions.ts'

/** What a plan’s first page says of its reports to the agency: those that have come back and wait for the region. */
export function aboutPlan(doors: Pick<PlanDoors, 'inRegion'>): NonNullable<PlanDoors['aboutPlan']> {
  return async (c, { plan }) => {
    const locale = c.get('locale')
    const { agency, sent, periods } = await doors.inRegion(c.get('actor'), async (db) => {
      const back = (await latestSubmissions(db, plan.id)).filter(({ state }) => state === 'returned')
      const { periods } = back.length === 0 ? { periods: [] } : await followed(db, plan.id)
      return { agency: await agencyOf(db), sent: back, periods }
    })
    if (agency === null || sent.length === 0) return null
    const here = `/r/${c.get('membership').slug}/plans/${plan.slug}/submissions`
    return sent.flatMap(({ periodId, answer }) => {
      const period = periods.find(({ id }) => id === periodId)
      if (period === undefined) return []
      const said = { agency: agency.name, time: answer === null ? '' : locale.time(answer.at) }
      return (
        <Notice key={periodId} kind="watch">
          {locale.text('agency.plan.returned', said)}{' '}
          <a href={`${here}/${periodId}`}>{periodName(locale, period)}</a>
        </Notice>
      )
    })
  }
}
