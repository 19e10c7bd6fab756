import { beforeAll, describe, expect, it } from 'vitest'
import { syntheticRegions } from '../../demo/agency/synthetic-reports.ts'
import { openTestAgency } from '../../testing/test-agency.ts'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestPlans } from '../../testing/test-plans.ts'
import { openTestSite } from '../../testing/test-site.ts'
import { DocumentMaker } from '../reporting/public.ts'
import { aboutPeriod } from './about-period.tsx'
import { aboutPlan } from './about-plan.tsx'
import { addAgency } from './routes.tsx'
import { frameMoney, grantMoney } from './service/divide-money.ts'
import { receive } from './service/receive.ts'
import { listedRegions } from './store/regions.ts'

const database = await openTestDatabase()
const site = openTestSite(database)
const plans = openTestPlans(database)
const agency = await openTestAgency(database, plans)
const doors = {
  ...plans.doors,
  documents: new DocumentMaker(plans.doors.root),
}
plans.addPages(site.app, { aboutPeriod: aboutPeriod(plans.doors), aboutPlan: aboutPlan(plans.doors) })
addAgency(site.app, doors)

type By = { readonly cookie: string }
/** A page in Swedish; spaces that do not break are as others. */
async function read(address: string, by: By) {
  const answer = await site.get(address, { by, headers: { 'accept-language': 'sv' } })
  return { status: answer.status, text: (await answer.text()).replace(/[\u00a0\u202f]/g, ' ') }
}
const post = (address: string, form: Record<string, string>, by: By) =>
  site.post(address, form, { by, headers: { 'accept-language': 'sv' } })

async function people() {
  const strategist = await site.visitor('strategist')
  const plan = await agency.toldPlan(strategist.actor)
  const officer = await site.visitor('officer', agency.agencyId)
  const page = `${strategist.home}/plans/${plan.slug}/submissions/${plan.periodId}`
  return { strategist, plan, officer, page }
}

/** Sends a report by the forms. */
async function sent() {
  const all = await people()
  const { strategist, plan, page } = all
  const { questions } = await agency.prepared(strategist.actor, plan)
  const words = Object.fromEntries(questions.map(({ key }) => [`w.${key}`, `Kommentar till ${key}`]))
  const kept = await post(page, { ...words, seen: '', act: 'preview' }, strategist)
  expect(kept.headers.get('location')).toBe(`${page}/preview?saved=1`)
  const preview = await read(`${page}/preview`, strategist)
  const [, seen = ''] = /name="seen" value="([0-9a-f]{64})"/.exec(preview.text) ?? []
  const done = await post(`${page}/preview`, { seen }, strategist)
  expect(done.headers.get('location')).toBe(`${page}?sent=1`)
  const list = await read(`${all.officer.home}/received`, all.officer)
  const { sent: own } = await agency.prepared(strategist.actor, plan)
  const received = `${all.officer.home}/received/${own[0]?.id}`
  expect(list.text).toContain(received)
  return { ...all, received, preview, seen }
}

describe('a region’s page of a report', () => {
  it('says what remains, keeps what is written, and goes on to the preview', async () => {
    const { strategist, plan, page } = await people()
    await database.owner.query('delete from plan_update where activity_id = $1', [plan.review])
    const first = await read(page, strategist)
    expect(first.text).toContain('Genomlysning av stöd har ingen uppdatering för perioden.')
    expect(first.text).toContain('Kommentar saknas: Samlad kommentar till perioden.')
    expect(first.text).toContain('Prioriteringen Ledning och styrning har aktiviteter som är försenade')
    await post(page, { 'w.overall': 'Så <gick> det', seen: '', act: 'save' }, strategist)
    const second = await read(`${page}?saved=1`, strategist)
    expect(second.text).toContain('Så &lt;gick> det')
    expect(second.text).not.toContain('Kommentar saknas: Samlad')
    expect(second.text).toContain('data-saved')
    const preview = await read(`${page}/preview`, strategist)
    expect(preview.text).not.toContain('>Skicka rapporten<')
  })

  it('shows a clash with both, and refuses what is too long with all that was typed', async () => {
    const { strategist, page } = await people()
    await post(page, { 'w.overall': 'Först', seen: '', act: 'save' }, strategist)
    const clash = await post(page, { 'w.overall': 'Sedan', seen: '', act: 'save' }, strategist)
    expect(clash.status).toBe(409)
    const text = await clash.text()
    expect(text).toContain('Först')
    expect(text).toMatch(/<textarea[^>]*id="w\.overall"[^>]*>Sedan/)
    const [, seen = ''] = /name="seen" value="([^"]*)"/.exec(text) ?? []
    const mended = { 'w.overall': 'Båda', seen: seen.replaceAll('&quot;', '"'), act: 'save' }
    expect((await post(page, mended, strategist)).status).toBe(303)
    const long = await post(page, { ...mended, 'w.overall': 'x'.repeat(5001) }, strategist)
    expect(long.status).toBe(422)
    expect(await long.text()).toContain('x'.repeat(5001))
  })

  it('previews what is sent, to the word, and is locked afterwards', async () => {
    const { strategist, plan, page, received, officer, preview, seen } = await sent()
    const there = await read(received, officer)
    const article = (text: string) => /<article.*<\/article>/s.exec(text)?.[0]
    expect(article(preview.text)).toBeDefined()
    expect(article(there.text)).toBe(article(preview.text))
    expect(there.text).toContain('Oförändrad sedan den skickades.')
    expect((await post(`${page}/preview`, { seen }, strategist)).status).toBe(409)
    const follow = await read(
      `${page.replace(/\/submissions.*/, '')}/follow?period=${plan.periodId}`,
      strategist,
    )
    expect(follow.text).toContain('har inte svarat än')
    expect(follow.text).not.toContain('Öppna perioden igen')
  })

  it('is for those who write the plan to send, and for the region alone to see', async () => {
    const { page, plan } = await people()
    const regionId = (await database.owner.query('select region_id from plan where id = $1', [plan.planId]))
      .rows[0].region_id
    const reader = await site.visitor('reader', regionId)
    expect((await read(page, reader)).status).toBe(200)
    expect((await read(`${page}/preview`, reader)).status).toBe(404)
    expect((await post(`${page}/preview`, { seen: '' }, reader)).status).toBe(404)
    const stranger = await site.visitor('strategist')
    expect((await read(page, stranger)).status).toBe(404)
    for (const odd of [`${page}x`, page.replace(/[^/]+$/, '%00'), `${page}/9`, `${page}/__proto__`])
      expect((await read(odd, reader)).status, odd).toBeGreaterThanOrEqual(400)
  })
})

describe('the agency’s page of a report', () => {
  it('sends it back with remarks by heading, which the region reads; then says what changed', async () => {
    const { strategist, plan, officer, page, received } = await sent()
    const empty = await post(received, { act: 'return', whole: '', 'of-1': 'Vad hände?' }, officer)
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Vad hände?')
    const back = await post(
      received,
      { act: 'return', whole: 'Berätta <mer>', 'of-1': 'Vad hände?' },
      officer,
    )
    expect(back.status).toBe(303)
    for (const address of [page, `${page.replace(/\/submissions.*/, '')}/follow?period=${plan.periodId}`]) {
      const { text } = await read(address, strategist)
      expect(text).toContain('Berätta &lt;mer>')
      expect(text).toContain('Vad hände?')
    }
    const first = async () => (await read(page.replace(/\/submissions.*/, ''), strategist)).text
    expect(await first()).toContain(`begärde komplettering`)
    expect(await first()).toContain(`href="${page}"`)
    await agency.comment(strategist.actor, plan, 'Mer att läsa.')
    await agency.send(strategist.actor, plan)
    expect(await first()).not.toContain('begärde komplettering')
    const { sent: own } = await agency.prepared(strategist.actor, plan)
    const second = await read(`${officer.home}/received/${own[0]?.id}`, officer)
    expect(second.text).toContain('Ändrat sedan inlämning 1')
    expect(second.text).toMatch(/<ins>[^<]*Mer att läsa\./)
    expect(second.text).toMatch(/<del>[^<]*Kommentar till overall/)
    expect((await read(received, officer)).text).toContain('Det finns en senare inlämning: 2.')
    const late = await post(received, { act: 'accept' }, officer)
    expect(late.status).toBe(409)
  })

  it('accepts it, after which only a reason opens it again', async () => {
    const { officer, received, strategist, page } = await sent()
    expect((await post(received, { act: 'accept', whole: '' }, officer)).status).toBe(303)
    expect((await read(page, strategist)).text).toContain('godkände inlämning 1')
    expect((await post(received, { act: 'return', whole: 'Nej' }, officer)).status).toBe(409)
    expect((await post(received, { act: 'reopen', whole: '' }, officer)).status).toBe(422)
    expect((await post(received, { act: 'reopen', whole: 'Fel belopp' }, officer)).status).toBe(303)
    expect((await read(page, strategist)).text).toContain('Fel belopp')
  })

  it('is taken along as a file, and is for answerers to answer', async () => {
    const { officer, received } = await sent()
    const file = await site.get(`${received}/report.html`, { by: officer })
    expect(file.headers.get('content-disposition')).toContain('.html')
    const reader = await site.visitor('reader', agency.agencyId)
    const page = await read(received, reader)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('Begär komplettering')
    expect((await post(received, { act: 'accept' }, reader)).status).toBe(404)
    expect((await post(received, { act: 'submit' }, officer)).status).toBe(400)
  })
})

describe('the two kinds of tenants', () => {
  it('have no room of each other’s', async () => {
    const { strategist, officer } = await people()
    for (const room of ['/regions', '/received', '/grants', '/grants/moves/new?year=2016'])
      expect((await read(`${strategist.home}${room}`, strategist)).status, room).toBe(404)
    for (const room of ['/plans', '/plans/import', '/money', '/statistics', '/pages'])
      expect((await read(`${officer.home}${room}`, officer)).status, room).toBe(404)
    const home = await site.get(officer.home, { by: officer })
    expect(home.headers.get('location')).toBe(`${officer.home}/regions`)
    const administrator = await site.visitor('administrator', agency.agencyId)
    expect((await read(`${officer.home}/people`, administrator)).status).toBe(200)
    const menu = await read(`${officer.home}/regions`, administrator)
    expect(menu.text).toContain(`href="${officer.home}/received"`)
    expect(menu.text).not.toContain(`href="${officer.home}/plans"`)
  })
})

describe('the agency’s overview and money', () => {
  const YEARS = [2016, 2017]
  const officer = site.visitor('officer', agency.agencyId)
  const other = site.visitor('officer', agency.agencyId)
  let regions: readonly { readonly id: string; readonly name: string }[] = []

  beforeAll(async () => {
    const { actor } = await officer
    regions = await doors.inRegion(actor, async (db) => {
      const { reports, grants } = syntheticRegions(3, YEARS)
      for (const { parcel } of reports) await receive(db, agency.agencyId, parcel)
      const listed = await listedRegions(db)
      const idOf = (name: string) => listed.find((region) => region.name === name)?.id ?? ''
      for (const { regionName, ...grant } of grants)
        await grantMoney(
          db,
          actor,
          { ...grant, regionId: idOf(regionName), diary: 'D 1', decidedOn: '2016-01-20' },
          0,
        )
      await frameMoney(db, actor, 2016, 1_000_000_000n)
      return [...new Set(grants.map(({ regionName }) => regionName))].map((name) => ({
        name,
        id: idOf(name),
      }))
    })
  })

  it('says from which report each figure is, and counts what awaits an answer only when asked to', async () => {
    const by = await officer
    const accepted = await read(`${by.home}/regions?year=2016`, by)
    expect(accepted.text).toContain('Region Norra Exempelmarken')
    expect(accepted.text).toContain('Ingen rapport att räkna ur')
    const all = await read(`${by.home}/regions?year=2016&basis=submitted`, by)
    expect(all.text).toMatch(/Ur inlämning 1, [^<]*, inte godkänd än/)
    expect(all.text).toContain('Påhittade uppgifter')
    expect(all.text).toContain('Ram 2016: 10 000 000 kr')
  })

  it('is taken along as CSV with exact amounts and the source of each row', async () => {
    const by = await officer
    const { text } = await read(`${by.home}/regions/table.csv?year=2016&basis=submitted`, by)
    const [header = '', row = ''] = text.replace('\uFEFF', '').split('\r\n')
    const at = (name: string) => header.split(';').indexOf(name)
    expect(row.split(';')[at('Region')]).toMatch(/^Region /)
    expect(row.split(';')[at('Beviljat (kronor)')]).toMatch(/^\d+$/)
    expect(row).toContain('inte godkänd än')
  })

  it('compares two to four rows, and no fewer or more', async () => {
    const by = await officer
    const [one, two] = regions
    const page = (ids: readonly string[]) =>
      read(`${by.home}/regions/compare?basis=submitted&${ids.map((id) => `r=${id}`).join('&')}`, by)
    expect((await page([`${one?.id}.2016`])).text).toContain('Välj 2–4 rader')
    const { text } = await page([`${one?.id}.2016`, `${two?.id}.2017`])
    expect(text).toContain('Målgrupper')
    expect(text).toContain(`${one?.name}</a> 2016`)
    const detail = await read(`${by.home}/regions/${one?.id}`, by)
    expect(detail.text).toContain('År för år')
    expect((await read(`${by.home}/regions/x`, by)).status).toBe(404)
  })

  it('divides money by decision, and refuses what somebody else has changed meanwhile', async () => {
    const by = await officer
    const form = `${by.home}/grants/of/${regions[0]?.id}/2016`
    const bad = await post(form, { amount: 'mycket', diary: '', on: '2016-02-30', seen: '1' }, by)
    expect(bad.status).toBe(422)
    expect(await bad.text()).toContain('mycket')
    const good = { amount: '1 234 567,50', diary: 'D 2', on: '2016-02-01', seen: '1' }
    expect((await post(form, good, by)).status).toBe(303)
    const page = await read(`${by.home}/grants?year=2016`, by)
    expect(page.text).toContain('1 234 567,50')
    expect(page.text).toContain('D 2, 1 feb. 2016')
    const stale = await post(form, good, by)
    expect(stale.status).toBe(409)
    expect(await stale.text()).toContain('det är nu 1\u00a0234\u00a0567,50')
    const { rows } = await database.owner.query(
      "select details from history where action = 'granted' and entity_id = $1 order by id desc limit 1",
      [regions[0]?.id],
    )
    expect(rows[0].details).toMatchObject({ after: '123456750', diary: 'D 2' })
  })

  it('takes no decision of a day to come, and another amount by another decision alone', async () => {
    const by = await officer
    const form = `${by.home}/grants/of/${regions[1]?.id}/2016`
    const kept = async () =>
      (
        await database.owner.query(
          'select amount_ore::text as ore, diary, revision from agency_grant where of_region = $1 and year = 2016',
          [regions[1]?.id],
        )
      ).rows[0]
    const before = await kept()
    const given = { amount: '1 000', diary: 'D 20', on: '2016-02-01', seen: '1' }
    const future = await post(form, { ...given, on: '2099-01-01' }, by)
    expect(future.status).toBe(422)
    expect(await future.text()).toMatch(/id="on-error".*har inte varit än.*value="2099-01-01"/s)
    const same = await post(form, { ...given, diary: ' d  1' }, by)
    expect(same.status).toBe(422)
    expect(await same.text()).toContain('kräver ett nytt beslut')
    expect(await kept()).toEqual(before)
    expect((await post(form, given, by)).status).toBe(303)
    expect(await kept()).toEqual({ ore: '100000', diary: 'D 20', revision: 2 })
    // The day of the same decision can be put right.
    expect((await post(form, { ...given, on: '2016-02-02', seen: '2' }, by)).status).toBe(303)
  })

  it('moves money between regions by another’s decision alone', async () => {
    const [by, decider] = [await officer, await other]
    const [one, two] = regions
    const grants = async () =>
      Object.fromEntries(
        (
          await database.owner.query(
            'select of_region, amount_ore::text as ore from agency_grant where year = 2017',
          )
        ).rows.map(({ of_region, ore }) => [of_region, BigInt(ore)]),
      )
    const before = await grants()
    const page = `${by.home}/grants/moves/new?year=2017`
    const move = { from: one?.id ?? '', to: two?.id ?? '', amount: '100 000', reason: 'Blir över' }
    for (const [wrong, status] of [
      [{ ...move, to: move.from }, 422],
      [{ ...move, amount: '999 999 999' }, 422],
      [{ ...move, reason: '' }, 422],
      [{ ...move, from: 'x' }, 422],
    ] as const)
      expect((await post(page, wrong, by)).status).toBe(status)
    const proposed = (await post(page, move, by)).headers.get('location') ?? ''
    expect(await grants()).toEqual(before)
    expect((await post(proposed, { act: 'approve', diary: 'D 9', on: '2017-09-01' }, by)).status).toBe(409)
    expect((await post(proposed, { act: 'approve', diary: '', on: '' }, decider)).status).toBe(422)
    const future = await post(proposed, { act: 'approve', diary: 'D 9', on: '2099-09-01' }, decider)
    expect(future.status).toBe(422)
    expect(await future.text()).toContain('har inte varit än')
    expect(await grants()).toEqual(before)
    const [decided, again] = await Promise.all(
      [1, 2].map(() => post(proposed, { act: 'approve', diary: 'D 9', on: '2017-09-01' }, decider)),
    )
    expect([decided?.status, again?.status].toSorted()).toEqual([303, 409])
    const after = await grants()
    expect(after[move.from]).toBe((before[move.from] ?? 0n) - 10_000_000n)
    expect(after[move.to]).toBe((before[move.to] ?? 0n) + 10_000_000n)
    expect((await read(proposed, by)).text).toContain('D 9, 1 sep. 2017')
  })
})
