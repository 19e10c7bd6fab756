import type { TestDatabase } from '../../../testing/test-database.ts'
import { openTestPlans } from '../../../testing/test-plans.ts'
import { openTestSite } from '../../../testing/test-site.ts'
import { swedishDay } from '../rules/swedish-day.ts'
import { makeVersion } from '../service/adopt-plan.ts'
import { addReferrals } from './routes.tsx'

/** A site with referrals on a test database, and ways to ask and to answer. */
export function openTestReferrals(
  database: TestDatabase,
  given: { readonly canMail: boolean } = { canMail: true },
) {
  const site = openTestSite(database)
  const { doors, add, smallPlan, open, sent } = openTestPlans(database)
  const written: unknown[] = []
  addReferrals(site.app, {
    ...doors,
    ...given,
    asWord: async (c, report) => {
      written.push(report)
      return c.body('word')
    },
  })

  const inDays = (days: number) => swedishDay(new Date(Date.now() + days * 86_400_000))

  /** A version on referral with two questions, and two organisations asked. */
  async function asked(
    known?: Awaited<ReturnType<typeof site.visitor>>,
    more: (plan: Awaited<ReturnType<typeof smallPlan>>) => Promise<void> = async () => {},
  ) {
    const strategist = known ?? (await site.visitor('strategist'))
    const { regionId } = strategist.actor
    const officer = await site.visitor('officer', regionId)
    const reader = await site.visitor('reader', regionId)
    const plan = await smallPlan(strategist.actor)
    await more(plan)
    const opened = await open(strategist.actor, plan.slug)
    const made = await doors.inRegion(strategist.actor, (db) =>
      makeVersion(db, strategist.actor, plan.planId, opened?.plan.revision ?? 0, null),
    )
    if (!made.ok) throw new Error(made.reason)
    const at = `${strategist.home}/plans/${plan.slug}/versions/${made.number}/referral`
    const setUp = { act: 'set-up', intro: 'Välkomna', questions: 'Rätt mål?\nVad saknas?', dueOn: inDays(5) }
    const set = await site.post(at, setUp, { by: strategist })
    if (set.status !== 303) throw new Error(`set up: ${set.status}`)
    sent.length = 0
    const invited = await site.post(
      at,
      { act: 'invite', invited: 'Falu kommun; falun@test.invalid\nLänsstyrelsen; lan@test.invalid' },
      { by: strategist },
    )
    const link = async (address: string) => {
      const { rows } = await database.owner.query(
        'select body from mail_out where region_id = $1 and address = $2 order by made_at desc limit 1',
        [regionId, address],
      )
      return /http:\/\/localhost:4000(\/referral\/\S+)/.exec(rows[0]?.body ?? '')?.[1] ?? ''
    }
    const answerId = async (organisation: string) => {
      const { rows } = await database.owner.query(
        'select id from plan_referral_answer where region_id = $1 and organisation = $2',
        [regionId, organisation],
      )
      return String(rows[0]?.id ?? '')
    }
    return { strategist, officer, reader, plan, at, invited, link, answerId, setUp }
  }

  const textOf = (html: string) =>
    html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
  const seenOf = (html: string) => textOf(/name="seen" value="([^"]*)"/.exec(html)?.[1] ?? '')
  /** What a form that has been opened carries out of sight. */
  const opened = async (link: string) => {
    const html = await (await site.get(link)).text()
    return { revision: revisionIn(html), seen: seenOf(html) }
  }
  const revisionIn = (html: string) => /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''

  /** Fills in the form of a link as it stands. */
  async function answerBy(link: string, form: Record<string, string>) {
    return site.post(link, { ...(await opened(link)), ...form })
  }

  return { site, doors, add, sent, written, inDays, asked, revisionIn, seenOf, opened, answerBy }
}
