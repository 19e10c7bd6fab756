import { localeOf } from '@jamvikt/i18n'
import { describe, expect, it } from 'vitest'
import { textIn } from '../../../testing/plan-site.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { swedishDay } from '../rules/swedish-day.ts'
import { openTestReferrals } from './asked.test-support.ts'

const database = await openTestDatabase()
const { site, doors, add, inDays, asked, revisionIn, seenOf, opened, answerBy } = openTestReferrals(database)

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

  it('opens no more of the plan than everybody may see', async () => {
    const strategist = await site.visitor('strategist')
    const { actor } = strategist
    await database.owner.query('update identity."user" set name = $1 where id = $2', [
      'Almira Hodzic',
      actor.personId,
    ])
    const { link } = await asked(strategist, async (plan) => {
      await add(actor, plan.planId, 'role', null, {
        name: 'Bo Ek, processledare',
        duty: 'lead',
        note: 'hemlig not',
      })
      await add(actor, plan.planId, 'meeting', null, {
        name: 'Hemligt möte',
        on: '2026-02-01',
        decisions: 'Hemligt beslut',
      })
      await add(actor, plan.planId, 'risk', plan.course, { name: 'Hemlig risk' })
      await add(actor, plan.planId, 'lesson', plan.course, { name: 'Hemlig lärdom' })
      await add(actor, plan.planId, 'priority', null, { name: 'Fråga Almira Hodzic eller bo ek' })
    })
    const mine = await link('falun@test.invalid')
    for (const page of [await textIn(site.get(mine)), await textIn(site.get(`${mine}/plan`))]) {
      expect(page).toContain('Fråga [namn] eller [namn]')
      expect(page).not.toMatch(/hemlig|Almira|Bo Ek/i)
    }
    expect(await textIn(site.get(`${mine}/plan`))).toContain('Project lead')
  })

  it('puts together what two colleagues save at once, and holds both where they wrote in one place', async () => {
    const { link, strategist } = await asked()
    const mine = await link('lan@test.invalid')
    const first = await opened(mine)
    await site.post(mine, { act: 'keep', ...first, stance: '', 'c-q1': 'As ord' })
    const kept = await site.post(mine, { act: 'keep', ...first, stance: 'support', 'c-q2': 'Bs ord' })
    expect(kept.status).toBe(303)
    const whole = await (await site.get(mine)).text()
    for (const words of ['As ord</textarea>', 'Bs ord</textarea>']) expect(whole).toContain(words)
    const clash = await site.post(mine, { act: 'keep', ...first, stance: 'support', 'c-q1': 'Cs ord' })
    expect(clash.status).toBe(409)
    const html = await clash.text()
    expect(html).toContain('As ord\n\nCs ord</textarea>')
    expect(html).toContain('Bs ord</textarea>')
    expect(html).toContain('Both texts stand in the field')
    const { rows } = await database.owner.query<{ details: unknown }>(
      `select details from history where region_id = $1 and action = 'referral-answer-clashed'`,
      [strategist.actor.regionId],
    )
    expect(rows.map(({ details }) => details)).toMatchObject([
      { given: { comments: { q1: 'Cs ord' } }, latest: { comments: { q1: 'As ord' } } },
    ])
    const next = { revision: revisionIn(html), seen: seenOf(html), stance: 'support', 'c-q2': 'Bs ord' }
    expect((await site.post(mine, { act: 'keep', ...next, 'c-q1': 'As och Cs' })).status).toBe(303)
    expect(await (await site.get(mine)).text()).toContain('As och Cs</textarea>')
  })

  it('is not sent with words of a colleague’s that the sender has not seen', async () => {
    const { link, strategist, at } = await asked()
    const mine = await link('lan@test.invalid')
    const first = await opened(mine)
    await site.post(mine, { act: 'keep', ...first, stance: '', 'c-q1': 'Halvfärdigt' })
    const sending = await site.post(mine, { act: 'send', ...first, stance: 'object', 'c-q2': 'Klart' })
    expect(sending.status).toBe(409)
    const html = await sending.text()
    for (const words of ['Halvfärdigt</textarea>', 'Klart</textarea>', 'Read it through and send again'])
      expect(html).toContain(words)
    const again = { act: 'send', revision: revisionIn(html), seen: seenOf(html), stance: 'object' }
    expect((await site.post(mine, { ...again, 'c-q1': 'Färdigt', 'c-q2': 'Klart' })).status).toBe(303)
    const compiled = await textIn(site.get(`${at}/compiled`, { by: strategist }))
    for (const words of ['Färdigt', 'Klart']) expect(compiled).toContain(words)
  })

  it('once sent, stands also against the application itself; one from paper does not', async () => {
    const { link, strategist, officer, at, answerId } = await asked()
    await answerBy(await link('lan@test.invalid'), { act: 'send', stance: 'support', 'c-q1': 'Ja' })
    const id = await answerId('Länsstyrelsen')
    interface Change {
      readonly stance?: 'object' | 'support'
      readonly comments?: string
      readonly received_on?: string | null
      readonly entered_by?: string
      readonly sent_at?: null
    }
    const changes: readonly Change[] = [
      { stance: 'object' },
      { comments: JSON.stringify({ q1: 'Nej' }) },
      { received_on: '2026-01-01' },
      { entered_by: officer.actor.personId },
      { sent_at: null, received_on: null },
    ]
    const change = (of: string, set: Change) =>
      doors.inRegion(strategist.actor, (db) =>
        db.updateTable('plan_referral_answer').set(set).where('id', '=', of).execute(),
      )
    for (const set of changes) await expect(change(id, set)).rejects.toThrow(/stands/)
    const paper = await answerId('Falu kommun')
    const entry = `${at}/answers/${paper}`
    const revision = revisionIn(await (await site.get(entry, { by: officer })).text())
    await site.post(entry, { revision, stance: 'object', receivedOn: inDays(0) }, { by: officer })
    await expect(change(paper, { stance: 'support' })).resolves.toBeDefined()
  })

  it('is kept to be sent until its last day', async () => {
    const { strategist, at, setUp } = await asked()
    await site.post(at, { ...setUp, dueOn: inDays(60) }, { by: strategist })
    await site.post(at, { act: 'invite', invited: 'Byn; byn@test.invalid' }, { by: strategist })
    const { rows } = await database.owner.query<{ until: Date }>(
      `select keep_until as until from mail_out where region_id = $1 and address = 'byn@test.invalid'`,
      [strategist.actor.regionId],
    )
    expect(rows.map(({ until }) => swedishDay(until))).toEqual([inDays(60)])
  })

  it('waits longer and says the new day where the last day is moved, unless its link is replaced', async () => {
    const { strategist, at, setUp, answerId } = await asked()
    const waiting = async () => {
      const { rows } = await database.owner.query<{ until: Date; body: string }>(
        `select keep_until as until, body from mail_out where region_id = $1 and body <> '' order by made_at`,
        [strategist.actor.regionId],
      )
      return rows
    }
    const day = (days: number) => localeOf('en').date(inDays(days))
    const [first] = await waiting()
    expect(first?.body).toContain(day(5))
    await site.post(at, { ...setUp, dueOn: inDays(33) }, { by: strategist })
    const moved = await waiting()
    expect(moved.map(({ until }) => swedishDay(until))).toEqual([inDays(33), inDays(33)])
    expect(moved.every(({ body }) => body.includes(day(33)) && !body.includes(day(5)))).toBe(true)
    const link = /\/referral\/\S+/.exec(moved[0]?.body ?? '')?.[0] ?? ''
    expect((await site.get(link)).status).toBe(200)
    await site.post(at, { act: 'link', answer: await answerId('Falu kommun') }, { by: strategist })
    await site.post(at, { act: 'revoke', answer: await answerId('Länsstyrelsen') }, { by: strategist })
    expect(await waiting()).toEqual([])
  })

  it.each(['sv', 'en'] as const)(
    'changes nobody’s words when the day is moved, in a letter in %s',
    async (language) => {
      const { strategist, at, setUp } = await asked()
      const day = (of: number) => localeOf(language).date(`2199-05-${String(of).padStart(2, '0')}`)
      const body = async () => {
        const { rows } = await database.owner.query<{ body: string; subject: string }>(
          `select body, subject from mail_out where region_id = $1 and address = 'byn@test.invalid'`,
          [strategist.actor.regionId],
        )
        return rows.map((row) => row.body).join()
      }
      const decoy = `http://localhost:4000/referral/${strategist.actor.regionId}.${'A'.repeat(43)}`
      const intro = `Träff ${day(13)} och ${day(23)}. Förra gången ${day(3)}. Inte ${decoy} {address} $&`
      await site.post(at, { ...setUp, intro, dueOn: '2199-05-03' }, { by: strategist })
      await site.post(
        at,
        { act: 'invite', invited: `Byn ${day(3)} AB; byn@test.invalid` },
        { by: strategist, headers: { 'accept-language': language } },
      )
      const before = await body()
      const ask = language === 'sv' ? 'Svara senast' : 'Answer by'
      expect(before).toContain(`${ask} ${day(3)}.`)
      await site.post(at, { ...setUp, intro, dueOn: '2199-05-20' }, { by: strategist })
      expect(await body()).toBe(before.replace(`${ask} ${day(3)}.`, `${ask} ${day(20)}.`))
      await site.post(at, { ...setUp, intro: 'Helt nya ord', dueOn: '2199-05-20' }, { by: strategist })
      const last = await body()
      expect(last).toBe(
        before.replace(`${ask} ${day(3)}.`, `${ask} ${day(20)}.`).replace(intro, () => 'Helt nya ord'),
      )
      expect((await site.get(/\/referral\/\S+/.exec(last)?.[0] ?? '')).status).toBe(200)
    },
  )

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
