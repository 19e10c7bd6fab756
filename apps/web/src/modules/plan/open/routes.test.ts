import { expect, it } from 'vitest'
import { textIn } from '../../../testing/plan-site.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestOpenPlans } from '../../../testing/test-open-plans.ts'
import { swedishDay } from '../rules/swedish-day.ts'

const database = await openTestDatabase()
const { site, smallPlan, adopt, doors } = openTestOpenPlans(database)

async function adoptedPlan() {
  const by = await site.visitor('strategist')
  const plan = await smallPlan(by.actor)
  const version = await adopt(by.actor, plan.planId)
  const here = `${by.home}/plans/${plan.slug}/open`
  const today = swedishDay(new Date())
  const open = `/open/${by.home.slice(3)}/plans/${plan.slug}`
  const form = { act: 'publish', version: String(version), from: today, confirm: 'on' }
  return { by, ...plan, version, here, open, form, today }
}

it('a strategist looks at a version, shows it to everybody, and takes it off with a reason', async () => {
  const { by, here, open, form } = await adoptedPlan()
  expect(await textIn(site.get(here, { by }))).toContain('The plan is not shown on the open site.')
  const preview = await textIn(site.get(`${here}/1`, { by }))
  for (const words of ['This is all that is shown', 'Fler ärenden följer rutinen'])
    expect(preview).toContain(words)
  expect((await site.get(open)).status).toBe(404)
  const sent = await site.post(here, form, { by })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${here}?done=published`])
  expect((await site.get(open)).status).toBe(200)
  const html = await (await site.get(here, { by })).text()
  expect(html).toContain(`href="${open}"`)
  const id = /name="publication" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const bare = await site.post(here, { act: 'take-off', publication: id, reason: ' ' }, { by })
  expect([bare.status, await bare.text()]).toEqual([422, expect.stringContaining('Write the reason')])
  await site.post(here, { act: 'take-off', publication: id, reason: 'Fel <bilaga>' }, { by })
  const log = await (await site.get(here, { by })).text()
  expect(log).toContain('Fel &lt;bilaga>')
  expect(await textIn(site.post(here, { act: 'take-off', publication: id, reason: 'x' }, { by }))).toContain(
    'Somebody else has taken it off',
  )
})

it('refuses what is not adopted, in the past, not read through, or open already, and keeps what was typed', async () => {
  const { by, here, form, planId, today } = await adoptedPlan()
  await doors.inRegion(by.actor, async (db) => {
    await db.updateTable('plan').set({ lede: 'Ny ingress' }).where('id', '=', planId).execute()
  })
  const referral = await adopt(by.actor, planId, null)
  const wrong = [
    [{ version: String(referral) }, 'Choose an adopted version'],
    [{ version: '99' }, 'Choose an adopted version'],
    [{ version: '__proto__' }, 'Choose an adopted version'],
    [{ from: '2020-01-01' }, 'Write a day from today on'],
    [{ from: '2026-02-31' }, 'Write a day from today on'],
  ] as const
  for (const [change, text] of wrong) {
    const answer = await site.post(here, { ...form, ...change }, { by })
    expect([change, answer.status, (await textIn(answer)).includes(text)]).toEqual([change, 422, true])
  }
  const { confirm: _, ...unread } = form
  const later = `${Number(today.slice(0, 4)) + 1}-03-01`
  const html = await (await site.post(here, { ...unread, from: later }, { by })).text()
  expect(html).toContain('confirm that its texts')
  expect(html).toContain(`value="${later}"`)
  expect((await site.post(here, { ...form, from: later }, { by })).headers.get('location')).toBe(
    `${here}?done=waits`,
  )
  expect(await textIn(site.post(here, form, { by }))).toContain('Another version waits to be shown')
})

it('is not for officers and readers to decide, nor for other regions to see', async () => {
  const { by, here, form } = await adoptedPlan()
  for (const role of ['officer', 'analyst', 'reader'] as const) {
    const other = await site.visitor(role, by.actor.regionId)
    const page = await site.get(here, { by: other })
    expect([page.status, (await page.text()).includes('value="publish"')]).toEqual([200, false])
    expect((await site.post(here, form, { by: other })).status).toBe(404)
  }
  const stranger = await site.visitor('strategist')
  for (const path of [here, `${here}/1`]) expect((await site.get(path, { by: stranger })).status).toBe(404)
  expect((await site.post(here, form, { by: stranger })).status).toBe(404)
  for (const version of ['0', '2', '1e3', '__proto__', '%00'])
    expect((await site.get(`${here}/${version}`, { by })).status).toBe(404)
})

it('stands in the history, and the application cannot rewrite what was shown', async () => {
  const { by, here, form } = await adoptedPlan()
  await site.post(here, form, { by })
  const { regionId } = by.actor
  const { rows } = await database.owner.query<{ action: string }>(
    `select action from history where region_id = $1 and action = 'published'`,
    [regionId],
  )
  expect(rows.length).toBe(1)
  await expect(
    doors.inRegion(by.actor, (db) => db.updateTable('plan_publication').set({ content: '{}' }).execute()),
  ).rejects.toThrow(/permission denied/)
  await expect(doors.inRegion(by.actor, (db) => db.deleteFrom('plan_publication').execute())).rejects.toThrow(
    /permission denied/,
  )
})

it('tells whoever decides whose names were taken out, and others only how many', async () => {
  const by = await site.visitor('strategist')
  const { regionId } = by.actor
  const officer = await site.visitor('officer', regionId)
  await database.owner.query('update identity."user" set name = $1 where id = $2', [
    'Almira Hodzic',
    officer.actor.personId,
  ])
  const plan = await smallPlan(by.actor)
  await doors.inRegion(by.actor, (db) =>
    db.updateTable('plan').set({ lede: 'Fråga almira  hodzic.' }).where('id', '=', plan.planId).execute(),
  )
  await adopt(by.actor, plan.planId)
  const at = `${by.home}/plans/${plan.slug}/open/1`
  const preview = await textIn(site.get(at, { by }))
  for (const words of ['Fråga [namn].', 'A name stood in one place', 'Almira Hodzic: 1'])
    expect(preview).toContain(words)
  const seen = await textIn(site.get(at, { by: officer }))
  expect(seen).toContain('A name stood in one place')
  expect(seen).not.toContain('Almira Hodzic: 1')
})
