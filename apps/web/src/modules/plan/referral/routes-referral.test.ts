import { describe, expect, it } from 'vitest'
import { textIn } from '../../../testing/plan-site.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestReferrals } from './asked.test-support.ts'

const database = await openTestDatabase()
const { site, sent, written, inDays, asked, revisionIn, answerBy } = openTestReferrals(database)

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
    const invited = 'Utan adress\nA; a@test.invalid\nB; A@test.invalid'
    const line = await site.post(at, { act: 'invite', invited }, { by: strategist })
    expect(line.status).toBe(422)
    const html = await line.text()
    expect(html).toContain('Line 1, “Utan adress”')
    expect(html).toContain('Line 3, “B; A@test.invalid”: the same address as on line 2.')
    expect(html).toContain(invited)
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
