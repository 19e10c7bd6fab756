import { addOpen } from '../modules/open/routes.tsx'
import type { Status } from '../modules/plan/follow/model-follow.ts'
import { closePeriod, followed, makeHalfYears, tell } from '../modules/plan/follow/service/follow.ts'
import { publishPlan, takePlanOff } from '../modules/plan/open/service/publish-plan.ts'
import { openPlans } from '../modules/plan/public.ts'
import { makeVersion } from '../modules/plan/service/adopt-plan.ts'
import { changeItem } from '../modules/plan/service/change-plan.ts'
import { openPlanById } from '../modules/plan/service/open-plan.ts'
import type { Actor } from '../platform/policy.ts'
import type { TestDatabase } from './test-database.ts'
import { openTestPlans } from './test-plans.ts'
import { openTestSite } from './test-site.ts'

export const PLAN_DECISION = { diary: 'RUN 2026-12', on: '2026-01-20', body: 'Regionstyrelsen' }

/** Plans and the open site on a test database: adopted, followed up, shown and taken off by the use cases. */
export function openTestOpenPlans(database: TestDatabase) {
  const site = openTestSite(database)
  const plans = openTestPlans(database)
  const { inRegion } = plans.doors
  plans.addPages(site.app)
  addOpen(site.app, site.platform, undefined, openPlans)

  async function draftOf(actor: Actor, planId: string) {
    const opened = await inRegion(actor, (db) => openPlanById(db, planId))
    if (opened === null) throw new Error('no plan')
    return opened
  }

  async function adopt(actor: Actor, planId: string, decision: typeof PLAN_DECISION | null = PLAN_DECISION) {
    const { plan } = await draftOf(actor, planId)
    const made = await inRegion(actor, (db) => makeVersion(db, actor, planId, plan.revision, decision))
    if (!made.ok) throw new Error(made.reason)
    return made.number
  }

  async function publish(actor: Actor, planId: string, version: number, from = new Date()) {
    const made = await inRegion(actor, (db) => publishPlan(db, actor, planId, version, from))
    if (!made.ok) throw new Error(made.reason)
    return made.id
  }

  /** Changes some fields of an item of a plan as it stands. */
  async function change(actor: Actor, planId: string, id: string, fields: Readonly<Record<string, unknown>>) {
    const { plan, document } = await draftOf(actor, planId)
    const item = document.items.find((each) => each.id === id)
    const seen = { revision: plan.revision, fields: item?.fields ?? {} }
    const done = await inRegion(actor, (db) => changeItem(db, actor, planId, id, seen, fields))
    if (!done.ok) throw new Error(done.reason)
  }

  /** Tells of activities in a half-year of the plan, with words and counts of people. */
  async function tellIn(
    actor: Actor,
    planId: string,
    at: number,
    statuses: Readonly<Record<string, Status>>,
  ) {
    const opened = await draftOf(actor, planId)
    return inRegion(actor, async (db) => {
      await makeHalfYears(db, actor, opened)
      const period = (await followed(db, planId)).periods[at]
      if (period === undefined) throw new Error('no period')
      for (const [activityId, status] of Object.entries(statuses)) {
        const done = await tell(db, actor, { planId, periodId: period.id, activityId }, null, {
          status,
          done: 'Karin Hemlig höll kursen',
          cause: 'Karin Hemlig var sjuk',
          measure: 'Karin Hemlig får hjälp',
          reached: { women: 7771, men: 7772, other: 7773, unknown: null },
        })
        if (!done.ok) throw new Error(done.reason)
      }
      return period.id
    })
  }

  const setClosed = (actor: Actor, planId: string, periodId: string, act: 'close' | 'reopen') =>
    inRegion(actor, (db) =>
      closePeriod(db, actor, planId, periodId, act === 'close' ? { act } : { act, reason: 'Fel' }),
    )

  return {
    site,
    ...plans,
    draftOf,
    adopt,
    publish,
    change,
    tellIn,
    setClosed,
    takeOff: (actor: Actor, planId: string, id: string, notice: string) =>
      inRegion(actor, (db) => takePlanOff(db, actor, planId, id, notice)),
  }
}
