import type { Actor } from '../../../../platform/policy.ts'
import type { PlanDoors } from '../../doors.ts'
import type { Status, Told } from '../../follow/model-follow.ts'
import { closePeriod, followed, makeHalfYears, standingsIn, tell } from '../../follow/service/follow.ts'
import { type Decision, makeVersion } from '../../service/adopt-plan.ts'
import { openPlan } from '../../service/open-plan.ts'
import { publishPlan } from './publish-plan.ts'

/** Made up: the first are so few that a table hides them. */
function reachedBy(place: number, status: Status): Told['reached'] {
  const [women, men] = status === 'not-begun' ? [null, null] : [14 + 3 * place, 3 + 2 * place]
  return { women, men, other: null, unknown: null }
}

/** Adopts a demo plan, tells how it went in its first half-years, and shows it to everybody: all as people would. */
export async function showDemoPlan(
  doors: Pick<PlanDoors, 'inRegion'>,
  actor: Actor,
  slug: string,
  demo: {
    readonly decision: Decision
    /** How activities went in the first periods in which any went on, in the plan’s order; the rest were on track. */
    readonly statuses: readonly (readonly Status[])[]
    readonly cause: string
    readonly measure: string
  },
): Promise<void> {
  await doors.inRegion(actor, async (db) => {
    const opened = await openPlan(db, slug)
    if (opened === null) throw new Error(`the demo has no plan ${slug}`)
    const { id, revision } = opened.plan
    const version = await makeVersion(db, actor, id, revision, demo.decision)
    if (!version.ok) throw new Error(`the demo plan is not adopted: ${version.reason}`)
    await makeHalfYears(db, actor, opened)
    const all = await followed(db, id)
    const told = all.periods
      .map((period) => ({ period, standings: standingsIn(opened, all, period) }))
      .filter(({ standings }) => standings.length > 0)
    for (const [at, statuses] of demo.statuses.entries()) {
      const { period, standings = [] } = told[at] ?? {}
      if (period === undefined) break
      for (const [place, { activity }] of standings.entries()) {
        const status = statuses[place] ?? 'on-track'
        const isLate = status === 'late' || status === 'stopped'
        const said: Told = {
          status,
          done: '',
          cause: isLate ? demo.cause : '',
          measure: isLate ? demo.measure : '',
          reached: reachedBy(place, status),
        }
        const of = { planId: id, periodId: period.id, activityId: activity.id }
        const done = await tell(db, actor, of, null, said)
        if (!done.ok) throw new Error(`the demo plan is not followed up: ${done.reason}`)
      }
      await closePeriod(db, actor, id, period.id, { act: 'close' })
    }
    const published = await publishPlan(db, actor, id, version.number, new Date())
    if (!published.ok) throw new Error(`the demo plan is not shown: ${published.reason}`)
  })
}
