import { describe, expect, it } from 'vitest'
import { textIn } from '../../../testing/plan-site.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestPlans } from '../../../testing/test-plans.ts'
import { openTestSite } from '../../../testing/test-site.ts'
import { addFollowUp } from '../follow/routes-follow.tsx'
import { addLinks } from '../follow/routes-links.tsx'
import { addItemForms } from '../routes-items-edit.tsx'
import { swedishDay } from '../rules/swedish-day.ts'
import { sendDueReminders } from './clock.ts'
import { addWork } from './routes.tsx'

const DAY_MS = 86_400_000
/** The Monday to come, in the morning: letters go out on weekdays. */
const MONDAY = (() => {
  const day = new Date()
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7 || 7))
  day.setUTCHours(8, 0, 0, 0)
  return day.getTime()
})()
const inDays = (days: number) => swedishDay(new Date(MONDAY + days * DAY_MS))
const database = await openTestDatabase()
const site = openTestSite(database)
const { doors, smallPlan, open, add, sent } = openTestPlans(database)
addWork(site.app, doors)
addItemForms(site.app, doors)
addFollowUp(site.app, doors)
addLinks(site.app, doors)

async function started() {
  const strategist = await site.visitor('strategist')
  const { regionId } = strategist.actor
  const officer = await site.visitor('officer', regionId)
  const reader = await site.visitor('reader', regionId)
  const plan = await smallPlan(strategist.actor)
  const here = `${strategist.home}/plans/${plan.slug}`
  const role = await add(strategist.actor, plan.planId, 'role', null, {
    name: 'Projektledare',
    duty: 'lead',
    shareFrom: 50,
    shareTo: 75,
    member: [officer.actor.personId],
  })
  return { strategist, officer, reader, plan, here, role }
}

const MEETING = {
  name: 'Styrgrupp i mars',
  on: '2026-03-10',
  duty: 'steering',
  agenda: 'Läget',
  decisions: 'Vi går vidare',
}

describe('people and meetings', () => {
  it('a meeting comes with its actions at once, and what is overdue is listed and can be done', async () => {
    const { strategist, reader, here, role, plan } = await started()
    const before = (await open(strategist.actor, plan.slug))?.plan.revision ?? 0
    const form = {
      ...MEETING,
      'task-0-name': 'Skriv till kommunerna',
      'task-0-responsible': role,
      'task-0-due': '2026-04-01',
      'task-3-name': 'Boka lokal',
    }
    const saved = await site.post(`${here}/work/meeting`, form, { by: strategist })
    expect(saved.headers.get('location')).toBe(`${here}/work?saved=met`)
    const opened = await open(strategist.actor, plan.slug)
    expect(opened?.plan.revision).toBe(before + 1)
    const page = await textIn(site.get(`${here}/work`, { by: reader }))
    for (const words of [
      'Vi går vidare',
      'Skriv till kommunerna',
      'Boka lokal',
      '50–75%',
      'In full posts: 0.5–0.75.',
    ])
      expect(page).toContain(words)
    const task = opened?.document.items.find(
      ({ kind, fields }) => kind === 'task' && fields.name === 'Skriv till kommunerna',
    )
    const done = { act: 'done', task: task?.id ?? '' }
    expect((await site.post(`${here}/work`, done, { by: reader })).status).toBe(404)
    expect((await site.post(`${here}/work`, done, { by: strategist })).status).toBe(303)
    const after = await open(strategist.actor, plan.slug)
    const now = after?.document.items.find(({ id }) => id === task?.id)
    expect(now?.kind === 'task' && now.fields.done).toBe(true)
    expect((await site.post(`${here}/work`, { act: 'done', task: role }, { by: strategist })).status).toBe(
      404,
    )
  })

  it('is refused whole, beside the fields, with all that was written', async () => {
    const { strategist, here, plan } = await started()
    const form = { ...MEETING, name: '', 'task-1-due': '2026-02-30', 'task-1-responsible': 'p' }
    const refused = await site.post(`${here}/work/meeting`, form, { by: strategist })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('Action 2: write what is to be done.')
    expect(html).toContain('#task-1-due')
    expect(html).toContain('Vi går vidare')
    const opened = await open(strategist.actor, plan.slug)
    expect(opened?.document.items.some(({ kind }) => kind === 'meeting')).toBe(false)
    const stray = { ...MEETING, 'task-0-name': 'X', 'task-0-responsible': plan.course }
    expect((await site.post(`${here}/work/meeting`, stray, { by: strategist })).status).toBe(422)
  })

  it('a cell of the matrix leads to a form that knows its group and channel', async () => {
    const { strategist, reader, here, plan } = await started()
    await add(strategist.actor, plan.planId, 'message', null, {
      name: 'Så går det',
      audience: 'Chefer & politiker',
      channel: 'Möte',
      on: '2026-05-01',
    })
    const html = await (await site.get(`${here}/work/messages`, { by: strategist })).text()
    const [, link = ''] = /class="add-here no-print" href="([^"]+)"/.exec(html) ?? []
    const form = await (await site.get(link.replaceAll('&amp;', '&'), { by: strategist })).text()
    expect(form).toContain('value="Chefer &amp; politiker"')
    expect(form).toContain('value="Möte"')
    const seen = await site.get(`${here}/work/messages`, { by: reader })
    const page = await seen.text()
    expect(page).toContain('not done')
    expect(page).not.toContain('add-here')
  })
})

describe('red flags', () => {
  it('tell why, lead to the matter, and keep what management said when they are gone', async () => {
    const { strategist, reader, officer, here, plan } = await started()
    const milestone = await add(strategist.actor, plan.planId, 'milestone', null, {
      name: 'Halvtid <nu>',
      on: '2026-02-01',
    })
    const flags = `${here}/work/flags`
    const html = await (await site.get(flags, { by: reader })).text()
    expect(html).toContain('Halvtid &lt;nu>')
    expect(html).toContain(`${here}/items/${milestone}`)
    expect(html).not.toContain('name="words"')
    const note = { flag: `milestone-overdue:${milestone}`, words: 'Ny dag i juni' }
    expect((await site.post(flags, note, { by: officer })).status).toBe(404)
    expect((await site.post(flags, note, { by: strategist })).status).toBe(303)
    const unknown = { ...note, flag: `milestone-overdue:${plan.goal}` }
    expect((await site.post(flags, unknown, { by: strategist })).status).toBe(404)
    await database.owner.query('update plan_item set removed_at = now(), revision = 900 where id = $1', [
      milestone,
    ])
    await database.owner.query('update plan set revision = 900 where id = $1', [plan.planId])
    const later = await (await site.get(flags, { by: reader })).text()
    expect(later).toContain('Milestone passed: Halvtid &lt;nu>')
    expect(later).toContain('Ny dag i juni')
    expect(later).not.toContain(`${here}/items/${milestone}`)
    const stranger = await site.visitor('strategist')
    expect((await site.get(flags, { by: stranger })).status).toBe(404)
  })
})

describe('the year wheel', () => {
  it('says the same as a picture and as a list, and has the plan’s years', async () => {
    const { strategist, reader, here, plan } = await started()
    await add(strategist.actor, plan.planId, 'meeting', null, { name: 'Styrgrupp', on: '2027-05-03' })
    const html = await (await site.get(`${here}/work/year?year=2027`, { by: reader })).text()
    expect(html).toContain('Year wheel of 2027. Events: 1.')
    expect(html).toContain('3 May')
    for (const year of ['1999', 'x', '2027.0'])
      expect((await site.get(`${here}/work/year?year=${year}`, { by: reader })).status).toBe(404)
  })
})

describe('reminders by the clock', () => {
  /** A plan with a period that is to be told in ten days and an activity of an officer’s; the clock switched on. */
  async function switchedOn(daysBefore = '7') {
    const found = await started()
    const { strategist, here, plan, role } = found
    await add(strategist.actor, plan.planId, 'activity', plan.lead, { name: 'Dialoger', responsible: [role] })
    await site.post(`${here}/follow`, { act: 'half-years' }, { by: strategist })
    await database.owner.query(
      `with kept as (update plan_period set starts_on = $2, ends_on = $3, due_on = $4
         where id = (select min(id::text)::uuid from plan_period where plan_id = $1) returning id)
       delete from plan_period where plan_id = $1 and id not in (select id from kept)`,
      [plan.planId, inDays(-100), inDays(0), inDays(10)],
    )
    const set = { act: 'reminding', isOn: 'on', daysBefore }
    const answer = await site.post(`${here}/work`, set, { by: strategist })
    sent.length = 0
    return { ...found, answer }
  }
  const at = (now: Date) => sendDueReminders({ ...doors, db: database.db }, now)
  const clock = (days: number) => at(new Date(MONDAY + days * DAY_MS))
  const mine = (regionId: string) => sent.filter((job) => job.regionId === regionId)
  const letters = async (regionId: string) => {
    const { rows } = await database.owner.query(
      'select subject, body from mail_out where region_id = $1 order by made_at',
      [regionId],
    )
    return rows
  }

  it('go out once before and once after, though the clock runs again and twice at once', async () => {
    const { officer, answer } = await switchedOn()
    const { regionId } = officer.actor
    expect(answer.status).toBe(303)
    await clock(2)
    expect(mine(regionId)).toHaveLength(0)
    await Promise.all([clock(3), clock(3)])
    await clock(10)
    expect(mine(regionId)).toHaveLength(1)
    await Promise.all([clock(11), clock(11.01)])
    expect(mine(regionId)).toHaveLength(2)
    const [before, after] = await letters(regionId)
    expect(before.body).toContain('/update/')
    expect(after.subject).toContain('Reminder:')
    const link = /http:\/\/localhost:4000(\/update\/\S+)/.exec(after.body)?.[1] ?? ''
    expect((await site.get(link)).status).toBe(200)
  })

  it('wait for working hours, and go out on Friday of what is due on Sunday', async () => {
    const { officer } = await switchedOn('1')
    const { regionId } = officer.actor
    await database.owner.query('update plan_period set due_on = $1 where region_id = $2', [
      inDays(13),
      regionId,
    ])
    await clock(10)
    await clock(11.5)
    await clock(12)
    expect(mine(regionId)).toHaveLength(0)
    await clock(11)
    expect(mine(regionId)).toHaveLength(1)
  })

  it('reach whoever becomes responsible later, and leave the links of the others', async () => {
    const { strategist, officer, plan } = await switchedOn()
    const { regionId } = officer.actor
    await clock(3)
    const second = await site.visitor('officer', regionId)
    const role = await add(strategist.actor, plan.planId, 'role', null, {
      name: 'Ny',
      member: [second.actor.personId],
    })
    await add(strategist.actor, plan.planId, 'activity', plan.lead, { name: 'Resor', responsible: [role] })
    await clock(4)
    expect(mine(regionId)).toHaveLength(2)
    const { rows } = await database.owner.query(
      'select revoked_at from plan_link where region_id = $1 and person_id = $2',
      [regionId, officer.actor.personId],
    )
    expect(rows).toEqual([{ revoked_at: null }])
  })

  it('tell of figures in their month, once', async () => {
    const { strategist, officer, plan, role } = await switchedOn()
    await add(strategist.actor, plan.planId, 'indicator', plan.goal, {
      name: 'Ärenden i tid',
      dueMonth: 4,
      responsible: [role],
    })
    for (const day of ['2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01'])
      await at(new Date(`${day}T09:00:00Z`))
    expect(mine(officer.actor.regionId)).toHaveLength(1)
    const [letter] = await letters(officer.actor.regionId)
    expect(letter.body).toContain('Ärenden i tid')
    expect(letter.body).toContain('/figures')
  })

  it('stop when they are switched off, and are nobody else’s to switch', async () => {
    const { strategist, officer, here } = await switchedOn()
    const off = { act: 'reminding', daysBefore: '7' }
    expect((await site.post(`${here}/work`, off, { by: officer })).status).toBe(404)
    const wrong = await site.post(`${here}/work`, { ...off, daysBefore: '15' }, { by: strategist })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('value="15"')
    expect((await site.post(`${here}/work`, { ...off, daysBefore: '14' }, { by: strategist })).status).toBe(
      303,
    )
    await site.post(`${here}/work`, off, { by: strategist })
    await clock(3)
    expect(mine(officer.actor.regionId)).toHaveLength(0)
    expect(await textIn(site.get(`${here}/work`, { by: strategist }))).toContain('Off.')
  })
})
