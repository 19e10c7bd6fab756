import { randomUUID } from 'node:crypto'
import { type Locale, localeOf } from '@jamvikt/i18n'
import { keepWords } from '../modules/agency/service/keep-words.ts'
import { prepare } from '../modules/agency/service/prepare.ts'
import { submit } from '../modules/agency/service/submit.ts'
import { closePeriod, followed, makeHalfYears, tell } from '../modules/plan/follow/service/follow.ts'
import { addRegion } from '../platform/db/members.ts'
import { withTenant } from '../platform/db/tenant.ts'
import type { Actor } from '../platform/policy.ts'
import type { TestDatabase } from './test-database.ts'
import type { openTestPlans } from './test-plans.ts'

export { closePeriod, followed, tell }

const TODAY = '2026-08-01'
const NOT_KNOWN = { women: null, men: null, other: null, unknown: null }

/** The agency of a test database, and regions that report to it. */
export async function openTestAgency(database: TestDatabase, plans: ReturnType<typeof openTestPlans>) {
  const agencyId = randomUUID()
  await withTenant(database.db, { regionId: agencyId, personId: null }, (db) =>
    addRegion(db, {
      id: agencyId,
      slug: `r-${agencyId.slice(0, 8)}`,
      name: 'Myndigheten Test',
      demo: false,
      kind: 'agency',
    }),
  )

  const locale: Locale = localeOf('sv')

  /** A plan whose first half-year is told of, with an activity that is late, and nothing in the way but comments. */
  async function toldPlan(strategist: Actor) {
    const plan = await plans.smallPlan(strategist)
    const opened = await plans.open(strategist, plan.slug)
    if (opened === null) throw new Error('no plan')
    const { planId } = plan
    const periodId = await plans.doors.inRegion(strategist, async (db) => {
      await makeHalfYears(db, strategist, opened)
      const { periods } = await followed(db, planId)
      const id = periods[0]?.id ?? ''
      for (const [activityId, status] of [
        [plan.course, 'late'],
        [plan.review, 'on-track'],
      ] as const) {
        const deviation =
          status === 'late' ? { cause: 'Sjukdom', measure: 'Nya dagar' } : { cause: '', measure: '' }
        const told = { status, done: 'Två kurser', ...deviation, reached: { ...NOT_KNOWN, women: 7771 } }
        const done = await tell(db, strategist, { planId, periodId: id, activityId }, null, told)
        if (!done.ok) throw new Error(done.reason)
      }
      return id
    })
    return { ...plan, periodId }
  }

  const of = (plan: { readonly planId: string; readonly periodId: string }) => ({
    planId: plan.planId,
    periodId: plan.periodId,
  })

  const prepared = async (actor: Actor, plan: { readonly slug: string; readonly periodId: string }) => {
    const opened = await plans.open(actor, plan.slug)
    const found =
      opened === null
        ? null
        : await plans.doors.inRegion(actor, (db) =>
            prepare(db, locale, { regionName: 'Region Test', opened, periodId: plan.periodId, today: TODAY }),
          )
    if (found === null) throw new Error('nothing to send')
    return found
  }

  /** Answers all that a region is asked. */
  const comment = async (
    actor: Actor,
    plan: { readonly slug: string; readonly planId: string; readonly periodId: string },
    text = 'Vi ligger efter men kommer ikapp.',
  ) => {
    const { questions, words } = await prepared(actor, plan)
    const said = Object.fromEntries(questions.map(({ key }) => [key, text]))
    const seen = words ?? { revision: 0, words: {} }
    return plans.doors.inRegion(actor, (db) => keepWords(db, actor, of(plan), seen, said))
  }

  /** Sends what is prepared, as it is looked at now. */
  const send = async (
    actor: Actor,
    plan: { readonly slug: string; readonly planId: string; readonly periodId: string },
    seen?: string,
  ) => {
    const hash = seen ?? (await prepared(actor, plan)).sha256
    return plans.doors.inRegion(actor, (db) =>
      submit(db, locale, actor, { regionName: 'Region Test', ...of(plan), seen: hash, today: TODAY }),
    )
  }

  return { agencyId, toldPlan, prepared, comment, send, locale }
}
