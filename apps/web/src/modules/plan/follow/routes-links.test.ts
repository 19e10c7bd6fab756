import { createServer, type Socket } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { mailSender, sendLetter } from '../../../platform/mail.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestPlans } from '../../../testing/test-plans.ts'
import { openTestSite } from '../../../testing/test-site.ts'
import { changeItem, removeItem } from '../service/change-plan.ts'
import { addFollowUp } from './routes-follow.tsx'
import { addLinks } from './routes-links.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { doors, smallPlan, add, sent, open } = openTestPlans(database)
addFollowUp(site.app, doors)
addLinks(site.app, doors)

/** A server that takes mail, and keeps what it was given. */
async function mailServer() {
  const letters: string[] = []
  const server = createServer((socket: Socket) => {
    let data: string | null = null
    let rest = ''
    socket.write('220 test\r\n')
    socket.on('data', (bytes) => {
      rest += bytes.toString()
      for (;;) {
        const end = rest.indexOf('\r\n')
        if (end < 0) return
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (data !== null && line === '.') {
          letters.push(data)
          data = null
          socket.write('250 kept\r\n')
        } else if (data !== null) data += `${line}\n`
        else if (/^DATA/i.test(line)) {
          data = ''
          socket.write('354 go on\r\n')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  afterAll(() => server.close())
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { letters, sender: mailSender({ server: `smtp://127.0.0.1:${port}`, from: 'plan@test.invalid' }) }
}

/** A plan of which one activity has an officer who is responsible; reminded of once. */
async function reminded() {
  const strategist = await site.visitor('strategist')
  const officer = await site.visitor('officer', strategist.actor.regionId)
  const plan = await smallPlan(strategist.actor)
  const role = await add(strategist.actor, plan.planId, 'role', null, {
    name: 'Handläggare',
    member: [officer.actor.personId],
  })
  const priority = await add(strategist.actor, plan.planId, 'priority', null, { name: 'Egen' })
  const activity = await add(strategist.actor, plan.planId, 'activity', priority, {
    name: 'Dialoger',
    responsible: [role],
  })
  const follow = `${strategist.home}/plans/${plan.slug}/follow`
  await site.post(follow, { act: 'half-years' }, { by: strategist })
  const [, period = ''] =
    /<option value="([^"]+)"/.exec(await (await site.get(follow, { by: strategist })).text()) ?? []
  sent.length = 0
  const answer = await site.post(follow, { act: 'remind', period }, { by: strategist })
  return { strategist, officer, plan, activity, follow, period, answer }
}

/** The link in the letter that waits last, as the owner of the database sees it. */
async function linkInLetter(regionId: string): Promise<string> {
  const { rows } = await database.owner.query(
    "select body from mail_out where region_id = $1 and body <> '' order by made_at desc limit 1",
    [regionId],
  )
  const [, place = ''] = /http:\/\/localhost:4000(\/update\/\S+)/.exec(rows[0]?.body ?? '') ?? []
  return place
}

const TOLD = {
  status: 'on-track',
  done: 'Tre dialoger',
  cause: '',
  measure: '',
  women: '9',
  men: '8',
  seen: '',
}

describe('a reminder', () => {
  it('is a letter with a link that opens the form to one person, and serves once', async () => {
    const { officer, answer, strategist, follow, period } = await reminded()
    expect(answer.headers.get('location')).toContain('letters=1&without=2')
    expect(sent.map(({ queue }) => queue)).toEqual(['mail'])
    const link = await linkInLetter(officer.actor.regionId)
    for (let look = 0; look < 2; look++) {
      const page = await site.get(link)
      expect(page.status).toBe(200)
      expect(page.headers.get('cache-control')).toBe('no-store')
      expect(await page.text()).toContain('Dialoger')
    }
    const faulty = await site.post(link, { ...TOLD, status: 'late' })
    expect(faulty.status).toBe(422)
    expect((await site.post(link, TOLD)).status).toBe(303)
    expect((await site.get(link)).status).toBe(410)
    expect((await site.post(link, { ...TOLD, done: 'En gång till' })).status).toBe(410)
    const seen = await (await site.get(`${follow}?period=${period}`, { by: strategist })).text()
    expect(seen).toContain('Tre dialoger')
    expect(seen).not.toContain('En gång till')
  })

  it('no longer works when it is taken back, too old, or its person may not tell; sent anew, both serve', async () => {
    const { officer, strategist, follow, period } = await reminded()
    const { regionId } = officer.actor
    const first = await linkInLetter(regionId)
    await site.post(follow, { act: 'remind', period }, { by: strategist })
    const second = await linkInLetter(regionId)
    expect(second).not.toBe(first)
    expect((await site.get(first)).status).toBe(200)
    expect((await site.get(second)).status).toBe(200)
    await database.owner.query("update member set role = 'reader' where user_id = $1", [
      officer.actor.personId,
    ])
    expect((await site.get(second)).status).toBe(410)
    await database.owner.query("update member set role = 'officer' where user_id = $1", [
      officer.actor.personId,
    ])
    await database.owner.query(
      "update plan_link set made_at = now() - interval '15 days', expires_at = now() - interval '1 day' where region_id = $1 and revoked_at is null",
      [regionId],
    )
    expect((await site.get(second)).status).toBe(410)
    await site.post(follow, { act: 'remind', period }, { by: strategist })
    const third = await linkInLetter(regionId)
    expect((await site.get(third)).status).toBe(200)
    await site.post(follow, { act: 'revoke', period }, { by: strategist })
    expect((await site.get(third)).status).toBe(410)
  })

  it('is not killed by a new one while somebody writes; when one has served, all of them have', async () => {
    const { officer, strategist, follow, period } = await reminded()
    const first = await linkInLetter(officer.actor.regionId)
    await site.post(follow, { act: 'remind', period }, { by: strategist })
    const second = await linkInLetter(officer.actor.regionId)
    expect((await site.post(first, TOLD)).status).toBe(303)
    const late = await site.post(second, { ...TOLD, done: 'En gång till' })
    expect(late.status).toBe(410)
    expect(await late.text()).toContain('En gång till')
  })

  it('gives back what was written where it no longer serves, whatever the cause, and what to do', async () => {
    const { officer, strategist, plan, activity, follow, period } = await reminded()
    const link = await linkInLetter(officer.actor.regionId)
    const words = { ...TOLD, done: `${'x'.repeat(12_000)} SLUTET` }
    const given = async () => {
      const answer = await site.post(link, words)
      return { status: answer.status, html: await answer.text() }
    }
    const tooLong = await given()
    expect(tooLong.status).toBe(422)
    expect(tooLong.html).toContain('x SLUTET')
    const opened = await open(strategist.actor, plan.slug)
    const fields = opened?.document.items.find(({ id }) => id === activity)?.fields
    if (opened === null || fields === undefined) throw new Error('no activity')
    const seen = { revision: opened.trails.get(activity)?.revision ?? 0, fields: { ...fields } }
    await doors.inRegion(strategist.actor, (db) =>
      changeItem(db, strategist.actor, plan.planId, activity, seen, { responsible: [] }),
    )
    expect((await site.get(link)).status).toBe(410)
    const notTheirs = await given()
    expect(notTheirs).toMatchObject({ status: 410, html: expect.stringContaining('no longer responsible') })
    expect(notTheirs.html).toContain('x SLUTET')
    await doors.inRegion(strategist.actor, (db) => removeItem(db, strategist.actor, plan.planId, activity))
    expect(await given()).toMatchObject({ status: 410, html: expect.stringContaining('x SLUTET') })
    await site.post(follow, { act: 'revoke', period }, { by: strategist })
    const revoked = await given()
    expect(revoked).toMatchObject({ status: 410, html: expect.stringContaining('x SLUTET') })
    expect(revoked.html).toContain(`${follow}/${period}/${activity}`)
    expect(await site.post(link.replace(/.$/, '_'), words).then((a) => a.text())).toContain('x SLUTET')
  })

  it('is refused for a closed period', async () => {
    const { officer, strategist, follow, period } = await reminded()
    await site.post(follow, { act: 'close', period }, { by: strategist })
    const before = await linkInLetter(officer.actor.regionId)
    sent.length = 0
    const refused = await site.post(follow, { act: 'remind', period }, { by: strategist })
    const to = refused.headers.get('location') ?? ''
    expect(await (await site.get(to, { by: strategist })).text()).toContain('No reminder has been sent')
    expect(sent).toEqual([])
    expect(await linkInLetter(officer.actor.regionId)).toBe(before)
  })

  it('is one letter however many activities one person has, and tells how many it has no room for', async () => {
    const { officer, strategist, plan, follow, period } = await reminded()
    const role = await add(strategist.actor, plan.planId, 'role', null, {
      name: 'Många',
      member: [officer.actor.personId],
    })
    for (let at = 0; at < 90; at++)
      await add(strategist.actor, plan.planId, 'activity', plan.lead, {
        name: `Aktivitet ${at} `.padEnd(290, 'å'),
        responsible: [role],
      })
    sent.length = 0
    const answer = await site.post(follow, { act: 'remind', period }, { by: strategist })
    expect(answer.headers.get('location')).toContain('letters=1')
    const { rows } = await database.owner.query('select body from mail_out where id = $1', [sent[0]?.id])
    const body: string = rows[0].body
    const listed = body.match(/\/update\//g)?.length ?? 0
    expect(listed).toBeGreaterThan(50)
    expect(body).toContain(`${91 - listed} more activities`)
    const last = /http:\/\/localhost:4000(\/update\/\S+)(?![\s\S]*\/update\/)/.exec(body)?.[1] ?? ''
    expect((await site.get(last)).status).toBe(200)
  })

  it('opens nothing else: no other token, no other region', async () => {
    const { officer } = await reminded()
    const link = await linkInLetter(officer.actor.regionId)
    const other = await database.actor('officer')
    expect((await site.get(link.replace(officer.actor.regionId, other.regionId))).status).toBe(410)
    expect((await site.get(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)).status).toBe(410)
    expect((await site.get('/update/x')).status).toBe(404)
    expect((await site.get(officer.home)).status).not.toBe(200)
  })

  it('serves the first of two who save at once', async () => {
    const { officer } = await reminded()
    const link = await linkInLetter(officer.actor.regionId)
    const answers = await Promise.all([site.post(link, TOLD), site.post(link, { ...TOLD, done: 'Annat' })])
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
  })

  it('goes out once, and leaves nothing of what it said behind', async () => {
    const { officer } = await reminded()
    const { letters, sender } = await mailServer()
    const [job] = sent
    if (job === undefined) throw new Error('no job')
    await Promise.all([sendLetter(database.db, sender, job), sendLetter(database.db, sender, job)])
    expect(letters).toHaveLength(1)
    expect(letters[0]).toContain(`To: ${officer.email}`)
    expect(letters[0]).toContain('From: plan@test.invalid')
    expect(letters[0]?.replaceAll('=\n', '')).toContain('/update/')
    const { rows } = await database.owner.query('select body, sent_at from mail_out where id = $1', [job.id])
    expect(rows[0].body).toBe('')
    expect(rows[0].sent_at).not.toBeNull()
  })

  it('waits where the server does not answer, and says so to the job', async () => {
    await reminded()
    const [job] = sent
    if (job === undefined) throw new Error('no job')
    await sendLetter(database.db, null, job)
    const nowhere = mailSender({ server: 'smtp://127.0.0.1:1', from: 'plan@test.invalid' })
    await expect(sendLetter(database.db, nowhere, job)).rejects.toThrow()
    const { rows } = await database.owner.query('select sent_at from mail_out where id = $1', [job.id])
    expect(rows[0].sent_at).toBeNull()
  })
})
