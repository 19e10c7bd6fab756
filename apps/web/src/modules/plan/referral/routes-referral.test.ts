import { describe, expect, it } from 'vitest'
import { textIn } from '../../../testing/plan-site.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestPlans } from '../../../testing/test-plans.ts'
import { openTestSite } from '../../../testing/test-site.ts'
import { swedishDay } from '../rules/swedish-day.ts'
import { makeVersion } from '../service/adopt-plan.ts'
import { addReferrals } from './routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { doors, smallPlan, open, sent } = openTestPlans(database)
const written: unknown[] = []
addReferrals(site.app, {
  ...doors,
  asWord: async (c, report) => {
    written.push(report)
    return c.body('word')
  },
})

const inDays = (days: number) => swedishDay(new Date(Date.now() + days * 86_400_000))

/** A version on referral with two questions, and two organisations asked. */
async function asked() {
  const strategist = await site.visitor('strategist')
  const { regionId } = strategist.actor
  const officer = await site.visitor('officer', regionId)
  const reader = await site.visitor('reader', regionId)
  const plan = await smallPlan(strategist.actor)
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

const revisionIn = (html: string) => /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''

/** Fills in the form of a link as it stands. */
async function answerBy(link: string, form: Record<string, string>) {
  const page = await (await site.get(link)).text()
  return site.post(link, { revision: revisionIn(page), ...form })
}

describe('asking', () => {
  it('sends each organisation a letter with a link of its own, and to nobody twice', async () => {
    const { strategist, at, invited, link } = await asked()
    expect(invited.headers.get('location')).toContain('letters=2&known=0')
    expect(sent.map(({ queue }) => queue)).toEqual(['mail', 'mail'])
    expect(await link('falun@test.invalid')).not.toBe(await link('lan@test.invalid'))
    const again = await site.post(
      at,
      { act: 'invite', invited: 'Falun igen; FALUN@test.invalid' },
      { by: strategist },
    )
    expect(again.headers.get('location')).toContain('letters=0&known=1')
  })

  it('keeps its questions once somebody is asked; the last day may be moved', async () => {
    const { strategist, at, setUp } = await asked()
    const other = await site.post(at, { ...setUp, questions: 'Något annat?' }, { by: strategist })
    expect(other.status).toBe(422)
    expect((await site.post(at, { ...setUp, dueOn: inDays(9) }, { by: strategist })).status).toBe(303)
    const page = await textIn(site.get(at, { by: strategist }))
    expect(page).toContain('falun@test.invalid')
  })

  it('is refused with what was typed: no such day, no such address', async () => {
    const { strategist, at, setUp } = await asked()
    const day = await site.post(at, { ...setUp, dueOn: inDays(-1), intro: 'Mitt <ord>' }, { by: strategist })
    expect(day.status).toBe(422)
    expect(await day.text()).toContain('Mitt &lt;ord>')
    const line = await site.post(at, { act: 'invite', invited: 'Utan adress' }, { by: strategist })
    expect(line.status).toBe(422)
    expect(await line.text()).toContain('Line 1, “Utan adress”')
  })

  it('is for those who write the plan; readers see organisations without addresses; others see nothing', async () => {
    const { at, officer, reader, answerId } = await asked()
    const seen = await textIn(site.get(at, { by: reader }))
    expect(seen).toContain('Falu kommun')
    expect(seen).not.toContain('falun@test.invalid')
    const id = await answerId('Falu kommun')
    for (const form of [
      { act: 'invite', invited: 'A; a@a.se' },
      { act: 'revoke', answer: id },
    ])
      expect((await site.post(at, form, { by: officer })).status).toBe(404)
    expect((await site.get(`${at}/answers/${id}`, { by: reader })).status).toBe(404)
    const stranger = await site.visitor('strategist')
    for (const address of [at, `${at}/compiled`, `${at}/compiled.csv`])
      expect((await site.get(address, { by: stranger })).status).toBe(404)
  })

  it('has no page for versions that are not there, nor for stances that nobody has', async () => {
    const { at, strategist } = await asked()
    for (const number of ['9', '0', 'x', '1e3'])
      expect(
        (await site.get(at.replace('/versions/1/', `/versions/${number}/`), { by: strategist })).status,
      ).toBe(404)
    expect((await site.get(`${at}/compiled?stance=odd`, { by: strategist })).status).toBe(404)
  })
})

describe('a link of a referral', () => {
  it('opens the plan and one form, keeps a draft to itself, and closes when it is sent', async () => {
    const { at, link, strategist, plan } = await asked()
    const mine = await link('falun@test.invalid')
    expect(await textIn(site.get(`${mine}/plan`))).toContain('Stöd på lika villkor')
    const kept = await answerBy(mine, { act: 'keep', 'c-q1': 'Ett utkast', stance: '' })
    expect(kept.headers.get('location')).toBe(`${mine}?kept=1`)
    const form = await site.get(mine)
    expect(form.headers.get('cache-control')).toBe('no-store')
    expect(await form.text()).toContain('Ett utkast')
    const before = await textIn(site.get(`${at}/compiled`, { by: strategist }))
    expect(before).not.toContain('Ett utkast')
    expect(await textIn(site.get(at, { by: strategist }))).toContain('Has begun to answer')
    const unsaid = await answerBy(mine, { act: 'send', 'c-q1': 'Ja <b>men</b>' })
    expect(unsaid.status).toBe(422)
    expect(await unsaid.text()).toContain('Ja &lt;b>men&lt;/b>')
    const done = await answerBy(mine, {
      act: 'send',
      stance: 'changes',
      'c-q1': 'Ja <b>men</b>',
      [`c-${plan.lead}`]: 'Bra',
    })
    expect(done.status).toBe(303)
    expect(await textIn(site.get(mine))).toContain('Thank you, the answer is sent')
    expect((await site.get(`${mine}/plan`)).status).toBe(200)
    expect(await textIn(site.get(`${mine}/plan`))).not.toContain('Stöd på lika villkor')
    const late = await site.post(mine, { act: 'send', revision: '2', stance: 'object' })
    expect(await late.text()).toContain('Thank you')
    const after = await site.get(`${at}/compiled`, { by: strategist })
    const html = await after.text()
    expect(html).toContain('Ja &lt;b>men&lt;/b>')
    expect(html).not.toContain('Ett utkast')
  })

  it('serves nobody when it is taken back, replaced or too old, nor another region', async () => {
    const { at, link, strategist, answerId } = await asked()
    const first = await link('falun@test.invalid')
    const id = await answerId('Falu kommun')
    await site.post(at, { act: 'revoke', answer: id }, { by: strategist })
    expect((await site.get(first)).status).toBe(410)
    expect((await site.post(first, { act: 'send', revision: '0', stance: 'support' })).status).toBe(410)
    await site.post(at, { act: 'again', answer: id }, { by: strategist })
    const second = await link('falun@test.invalid')
    expect(second).not.toBe(first)
    expect([(await site.get(first)).status, (await site.get(second)).status]).toEqual([410, 200])
    const stranger = await database.actor('officer')
    expect((await site.get(second.replace(strategist.actor.regionId, stranger.regionId))).status).toBe(410)
    expect((await site.get('/referral/x')).status).toBe(404)
    expect((await site.get(second.replace('/referral/', '/update/'))).status).toBe(404)
    await database.owner.query('update plan_referral set due_on = $1 where region_id = $2', [
      inDays(-1),
      strategist.actor.regionId,
    ])
    const over = await site.get(second)
    expect(over.status).toBe(410)
    expect(await textIn(over)).toContain('The time to answer is up')
    expect((await answerBy(second, { act: 'send', stance: 'support', revision: '0' })).status).toBe(410)
  })

  it('loses nobody’s words in two windows, and is sent once', async () => {
    const { link, at, strategist } = await asked()
    const mine = await link('lan@test.invalid')
    const seen = revisionIn(await (await site.get(mine)).text())
    await site.post(mine, { act: 'keep', revision: seen, stance: '', 'c-q1': 'Första' })
    const second = await site.post(mine, { act: 'keep', revision: seen, stance: '', 'c-q1': 'Andra' })
    expect(second.status).toBe(409)
    const html = await second.text()
    expect(html).toContain('Andra')
    const revision = revisionIn(html)
    const send = { act: 'send', revision, stance: 'none', 'c-q1': 'Andra' }
    const both = await Promise.all([site.post(mine, send), site.post(mine, send)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 303])
    expect(await textIn(site.get(`${at}/compiled`, { by: strategist }))).toContain('Andra')
  })

  it('ends the letter with no more than its own hash kept', async () => {
    const { link, strategist } = await asked()
    const token = (await link('lan@test.invalid')).split('.').at(-1) ?? ''
    const { rows } = await database.owner.query(
      'select row_to_json(a)::text as row from plan_referral_answer a where region_id = $1',
      [strategist.actor.regionId],
    )
    expect(token).toHaveLength(43)
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

describe('an answer on paper', () => {
  it('is entered by an officer, counts from its day, is marked late, and can be put right', async () => {
    const { at, officer, strategist, answerId, link } = await asked()
    await answerBy(await link('falun@test.invalid'), { act: 'keep', 'c-q2': 'Hemligt utkast', stance: '' })
    const id = await answerId('Falu kommun')
    const entry = await (await site.get(`${at}/answers/${id}`, { by: officer })).text()
    expect(entry).not.toContain('Hemligt utkast')
    await database.owner.query('update plan_referral set due_on = $1 where region_id = $2', [
      inDays(-3),
      strategist.actor.regionId,
    ])
    const form = { stance: 'object', 'c-q2': 'På papper', receivedOn: inDays(-1) }
    const ahead = { ...form, revision: revisionIn(entry), receivedOn: inDays(1) }
    expect((await site.post(`${at}/answers/${id}`, ahead, { by: officer })).status).toBe(422)
    const saved = await site.post(
      `${at}/answers/${id}`,
      { ...form, revision: revisionIn(entry) },
      { by: officer },
    )
    expect(saved.status).toBe(303)
    const compiled = await textIn(site.get(`${at}/compiled`, { by: strategist }))
    expect(compiled).toContain('Falu kommun (late)')
    expect(compiled).toContain('One answer came after the last day.')
    const again = await (await site.get(`${at}/answers/${id}`, { by: officer })).text()
    expect(again).toContain('På papper')
    const corrected = { ...form, revision: revisionIn(again), 'c-q2': 'Rättat' }
    expect((await site.post(`${at}/answers/${id}`, corrected, { by: officer })).status).toBe(303)
    const stale = await site.post(`${at}/answers/${id}`, corrected, { by: officer })
    expect(stale.status).toBe(409)
  })

  it('from somebody who was not asked gets a place of its own; what was sent by link stands', async () => {
    const { at, officer, link, answerId } = await asked()
    expect((await site.post(at, { act: 'paper', organisation: ' ' }, { by: officer })).status).toBe(422)
    const made = await site.post(at, { act: 'paper', organisation: 'Byalaget' }, { by: officer })
    const place = made.headers.get('location') ?? ''
    expect(await textIn(site.get(place, { by: officer }))).toContain('Byalaget')
    await answerBy(await link('lan@test.invalid'), { act: 'send', stance: 'support' })
    const id = await answerId('Länsstyrelsen')
    expect((await site.get(`${at}/answers/${id}`, { by: officer })).status).toBe(404)
  })
})

describe('what was done with a comment', () => {
  it('is said with its reason, kept each time, and comes along in the files', async () => {
    const { at, strategist, reader, link, answerId } = await asked()
    await answerBy(await link('falun@test.invalid'), {
      act: 'send',
      stance: 'changes',
      'c-q1': '=Skärp målen',
    })
    await answerBy(await link('lan@test.invalid'), { act: 'send', stance: 'support' })
    const id = await answerId('Falu kommun')
    const note = { answer: id, about: 'q1', outcome: 'not', reason: '' }
    const refused = await site.post(`${at}/compiled`, note, { by: strategist })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Write the reason')
    expect((await site.post(`${at}/compiled`, note, { by: reader })).status).toBe(404)
    for (const outcome of ['not', 'partly'])
      await site.post(`${at}/compiled`, { ...note, outcome, reason: `Skäl: ${outcome}` }, { by: strategist })
    const page = await textIn(site.get(`${at}/compiled?stance=changes`, { by: reader }))
    expect(page).toContain('Skäl: partly')
    expect(page).not.toContain('Skäl: not')
    const { rows } = await database.owner.query(
      'select outcome from plan_referral_note where answer_id = $1 order by id',
      [id],
    )
    expect(rows.map(({ outcome }) => outcome)).toEqual(['not', 'partly'])
    const csv = await (await site.get(`${at}/compiled.csv`, { by: reader })).text()
    expect(csv).toContain("'=Skärp målen")
    expect(csv).toContain('Länsstyrelsen;Support')
    await site.get(`${at}/compiled.docx`, { by: reader })
    expect(JSON.stringify(written.at(-1))).toContain('Skäl: partly')
    for (const wrong of [{ about: 'q2' }, { about: 'whole' }, { answer: 'x' }])
      expect((await site.post(`${at}/compiled`, { ...note, ...wrong }, { by: strategist })).status).toBe(404)
  })
})
