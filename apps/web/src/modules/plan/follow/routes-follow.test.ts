import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestPlans } from '../../../testing/test-plans.ts'
import { openTestSite } from '../../../testing/test-site.ts'
import { removeItem } from '../service/change-plan.ts'
import { addFollowUp } from './routes-follow.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { doors, smallPlan } = openTestPlans(database)
addFollowUp(site.app, doors)

async function begun() {
  const strategist = await site.visitor('strategist')
  const officer = await site.visitor('officer', strategist.actor.regionId)
  const reader = await site.visitor('reader', strategist.actor.regionId)
  const plan = await smallPlan(strategist.actor)
  const follow = `${strategist.home}/plans/${plan.slug}/follow`
  await site.post(follow, { act: 'half-years' }, { by: strategist })
  const [, first = ''] =
    /<option value="([^"]+)"/.exec(await (await site.get(follow, { by: officer })).text()) ?? []
  const shown = `${follow}?period=${first}`
  const page = await (await site.get(shown, { by: officer })).text()
  const [, form = ''] = new RegExp(`href="([^"]+/follow/[0-9a-f-]{36}/${plan.course})"`).exec(page) ?? []
  return { strategist, officer, reader, plan, follow, shown, form }
}

const TOLD = {
  status: 'on-track',
  done: 'Två <kurser>',
  cause: '',
  measure: '',
  women: '12',
  men: '',
  seen: '',
}

describe('following up by pages', () => {
  it('an officer tells how an activity goes and comes to the next; readers see it without the counts', async () => {
    const { officer, reader, shown, form, plan } = await begun()
    const saved = await site.post(form, { ...TOLD, go: 'next' }, { by: officer })
    expect(saved.headers.get('location')).toMatch(new RegExp(`/${plan.review}\\?told=${plan.course}$`))
    const seen = await (await site.get(shown, { by: reader })).text()
    expect(seen).toContain('Två &lt;kurser>')
    expect(seen).toContain('1 of 2 activities are updated.')
    expect(seen).not.toContain('12 women')
    expect(await (await site.get(shown, { by: officer })).text()).toContain('12 women')
  })

  it('is refused beside the field, with all that was written', async () => {
    const { officer, form } = await begun()
    const refused = await site.post(form, { ...TOLD, status: 'late', women: 'tolv' }, { by: officer })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Cause: fill in')
    expect(page).toContain('Women: write a whole number')
    expect(page).toContain('value="tolv"')
    expect(page).toContain('Två &lt;kurser>')
  })

  it('gives back every word: of what is too long, and of an activity that is removed meanwhile', async () => {
    const { officer, strategist, form, plan } = await begun()
    const words = { ...TOLD, done: `${'x'.repeat(12_000)} SLUTET` }
    const tooLong = await site.post(form, words, { by: officer })
    expect(tooLong.status).toBe(422)
    expect(await tooLong.text()).toContain('x SLUTET')
    await doors.inRegion(strategist.actor, (db) => removeItem(db, strategist.actor, plan.planId, plan.course))
    const removed = await site.post(form, words, { by: officer })
    expect(removed.status).toBe(409)
    expect(await removed.text()).toContain('x SLUTET')
  })

  it('takes signs that no text has as if they were not there', async () => {
    const { officer, form, shown } = await begun()
    expect((await site.post(form, { ...TOLD, done: 'Två\0 kurser\u2028' }, { by: officer })).status).toBe(303)
    expect(await (await site.get(shown, { by: officer })).text()).toContain('Två kurser')
  })

  it('shows what a colleague wrote meanwhile beside one’s own words, and takes them once they are seen', async () => {
    const { officer, strategist, form, shown } = await begun()
    await site.post(form, TOLD, { by: officer })
    const mine = { ...TOLD, done: 'Ingen kurs' }
    const clash = await site.post(form, mine, { by: strategist })
    expect(clash.status).toBe(409)
    const page = await clash.text()
    expect(page).toContain('Två &lt;kurser>')
    expect(page).toContain('Ingen kurs')
    const seen = /name="seen" value="([^"]*)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? ''
    expect((await site.post(form, { ...mine, seen }, { by: strategist })).status).toBe(303)
    expect(await (await site.get(shown, { by: officer })).text()).toContain('Ingen kurs')
  })

  it('is not for readers to write, nor for other regions to see', async () => {
    const { reader, form, follow } = await begun()
    expect((await site.get(form, { by: reader })).status).toBe(404)
    expect((await site.post(form, TOLD, { by: reader })).status).toBe(404)
    const stranger = await site.visitor('strategist')
    for (const address of [form, follow]) expect((await site.get(address, { by: stranger })).status).toBe(404)
    expect((await site.post(follow, { act: 'half-years' }, { by: reader })).status).toBe(404)
  })

  it('has no page for periods and activities that are not there', async () => {
    const { officer, follow, form, plan: begunPlan } = await begun()
    for (const address of [
      `${follow}?period=x`,
      `${follow}/x/y`,
      form.replace(/[0-9a-f]{12}$/, '000000000000'),
    ])
      expect((await site.get(address, { by: officer })).status, address).toBe(404)
    for (const id of ['x', '%00', '00000000-0000-4000-8000-000000000000', begunPlan.lead])
      expect((await site.post(form.replace(/[^/]+$/, id), TOLD, { by: officer })).status, id).toBe(404)
  })

  it('stands when a period is closed, and what came too late is not lost', async () => {
    const { strategist, officer, form, follow } = await begun()
    const period = form.split('/').at(-2) ?? ''
    await site.post(follow, { act: 'close', period }, { by: strategist })
    const late = await site.post(form, TOLD, { by: officer })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Två &lt;kurser>')
    await site.post(follow, { act: 'reopen', period, reason: '' }, { by: strategist })
    expect(await (await site.get(form, { by: officer })).text()).not.toContain('name="done"')
    await site.post(follow, { act: 'reopen', period, reason: 'Fel siffra' }, { by: strategist })
    expect((await site.post(form, TOLD, { by: officer })).status).toBe(303)
  })

  it('follows the plan’s dates when they change, by a button that says what it does', async () => {
    const { strategist, officer, plan, follow } = await begun()
    expect(await (await site.get(follow, { by: strategist })).text()).not.toContain('do not follow its dates')
    await database.owner.query(
      "update plan set starts_on = '2025-10-01', ends_on = '2029-03-31', revision = revision + 1 where id = $1",
      [plan.planId],
    )
    const page = await (await site.get(follow, { by: strategist })).text()
    expect(page).toContain('Missing: Second half of 2025, First half of 2029')
    expect(await (await site.get(follow, { by: officer })).text()).not.toContain('do not follow its dates')
    await site.post(follow, { act: 'half-years' }, { by: strategist })
    await database.owner.query(
      "update plan set starts_on = '2025-08-01', ends_on = '2029-06-30', revision = revision + 1 where id = $1",
      [plan.planId],
    )
    await Promise.all([1, 2].map(() => site.post(follow, { act: 'half-years' }, { by: strategist })))
    const { rows } = await database.owner.query(
      'select starts_on::text, ends_on::text from plan_period where plan_id = $1 order by 1',
      [plan.planId],
    )
    const days = rows.map((row) => `${row.starts_on}–${row.ends_on}`)
    expect(days).toHaveLength(8)
    expect([days[0], days[7]]).toEqual(['2025-08-01–2025-12-31', '2029-01-01–2029-06-30'])
  })

  it('says to strategists how many letters have not gone out', async () => {
    const { strategist, officer, follow } = await begun()
    const waiting = 'One letter has not gone out'
    expect(await (await site.get(follow, { by: strategist })).text()).not.toContain(waiting)
    await database.owner.query(
      `insert into mail_out (region_id, person_id, address, subject, body, made_at)
       values ($1, 'x', 'a@exempel.invalid', 'x', 'x', now() - interval '1 hour')`,
      [strategist.actor.regionId],
    )
    expect(await (await site.get(follow, { by: strategist })).text()).toContain(waiting)
    expect(await (await site.get(follow, { by: officer })).text()).not.toContain(waiting)
  })
})
