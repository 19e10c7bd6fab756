import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { wordsIn } from '../../testing/plan-site.ts'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestOpenPlans } from '../../testing/test-open-plans.ts'

const database = await openTestDatabase()
const plans = openTestOpenPlans(database)
const { site, smallPlan, add, adopt, publish, takeOff, change, tellIn, setClosed } = plans

/** After the time for which what is published is believed. */
const later = () => new Promise((resolve) => setTimeout(resolve, 2100))
const get = (path: string, headers: Record<string, string> = {}) => site.get(path, { headers })
const textAt = async (path: string) => wordsIn(await (await get(path)).text())
const homeOf = (regionId: string) => `/open/r-${regionId.slice(0, 8)}`
const FILES = ['plan.json', 'activities.csv', 'goals.csv', 'figures.csv', 'budget.csv', 'iati.xml']

/** A plan that names people wherever a plan can, adopted, told of and shown. */
async function shownPlan() {
  const actor = await database.actor('strategist')
  const plan = await smallPlan(actor)
  const { planId } = plan
  const role = await add(actor, planId, 'role', null, {
    name: 'Karin Hemlig',
    duty: 'lead',
    organisation: 'Karin Hemlig AB',
    member: [actor.personId],
  })
  await change(actor, planId, plan.course, {
    responsible: [role],
    unit: 'Kulturenheten',
    what: 'Karin Hemlig och Test Person håller i kursen',
  })
  const meeting = await add(actor, planId, 'meeting', null, {
    name: 'Möte',
    decisions: 'Karin Hemlig valdes',
  })
  await add(actor, planId, 'task', meeting, { name: 'Ring Karin Hemlig' })
  await add(actor, planId, 'figure', plan.indicator, {
    what: 'baseline',
    year: 2026,
    sex: 'women',
    value: 14,
  })
  const version = await adopt(actor, planId)
  const period = await tellIn(actor, planId, 0, { [plan.course]: 'late', [plan.review]: 'done' })
  await setClosed(actor, planId, period, 'close')
  const publication = await publish(actor, planId, version)
  const home = homeOf(actor.regionId)
  return { actor, ...plan, home, page: `${home}/plans/${plan.slug}`, publication, period }
}

describe('an open plan', () => {
  it('is read by anybody: listed, searched, told, with how it goes in words, logged and fed', async () => {
    const { page, home } = await shownPlan()
    const answer = await get(page)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toMatch(/^"\S+"$/)
    const html = await answer.text()
    expect(html).toContain('property="og:title"')
    expect(html).not.toContain('/r/')
    const words = wordsIn(html)
    for (const text of [
      'Handlingsplan 2026–2028',
      'Regionstyrelsen',
      'RUN 2026-12',
      'Fler ärenden följer rutinen',
      'Kulturenheten, Project lead',
      'Late',
      'Done',
      'First half of 2026',
      'Entered for trying',
    ])
      expect(words).toContain(text)
    for (const path of [home, `${home}/plans`, `${home}?q=ledning`, `${home}/log`, `${home}/feed`])
      expect(await (await get(path)).text()).toContain('Handlingsplan 2026–2028')
    expect(await (await get(`${home}?q=lastbil`)).text()).not.toContain('Handlingsplan 2026–2028')
  })

  it('names nobody and counts nobody, on the page, in any file, in any language', async () => {
    const { page, home } = await shownPlan()
    const paths = [page, home, `${home}/plans`, `${home}/log`, `${home}/catalogue.ttl`]
    for (const path of [...paths, ...FILES.flatMap((file) => [`${page}/${file}`, `${page}/${file}?lang=en`])])
      for (const language of ['sv', 'en']) {
        const answer = await get(path, { 'accept-language': language })
        expect([path, answer.status]).toEqual([path, 200])
        const text = await answer.text()
        for (const gone of ['Hemlig', 'Test Person', '7771', '7772', '7773', 'var sjuk', 'valdes'])
          expect([path, text.includes(gone) ? gone : null]).toEqual([path, null])
      }
    expect(await textAt(page)).toContain('[namn] och [namn] håller i kursen')
  })

  it('is not there before it is shown, nor once it is taken off; the log keeps both', async () => {
    const actor = await database.actor('strategist')
    const { planId, slug } = await smallPlan(actor)
    const other = await smallPlan(actor, 'annan')
    const home = homeOf(actor.regionId)
    await publish(actor, other.planId, await adopt(actor, other.planId))
    const isThere = async () => {
      const statuses = await Promise.all(
        [`${home}/plans/${slug}`, ...FILES.map((file) => `${home}/plans/${slug}/${file}`)].map(
          async (path) => (await get(path)).status,
        ),
      )
      return [...new Set(statuses)]
    }
    expect(await isThere()).toEqual([404])
    await adopt(actor, planId, null)
    expect(await isThere()).toEqual([404])
    const version = await adopt(actor, planId)
    expect(await isThere()).toEqual([404])
    const id = await publish(actor, planId, version)
    await later()
    expect(await isThere()).toEqual([200])
    await takeOff(actor, planId, id, 'Fel <belopp>')
    await later()
    expect(await isThere()).toEqual([404])
    expect(await (await get(`${home}/log`)).text()).toContain('Fel &lt;belopp>')
    expect((await get(`${home}/plans/annan`)).status).toBe(200)
  })

  it('opens on its day, and the version that stood stands until then', async () => {
    const { actor, planId, page, course } = await shownPlan()
    await change(actor, planId, course, { name: 'Nytt namn på kursen' })
    const next = await adopt(actor, planId)
    await publish(actor, planId, next, new Date(Date.now() + 2500))
    await later()
    expect(await textAt(page)).not.toContain('Nytt namn')
    await later()
    expect(await textAt(page)).toContain('Nytt namn på kursen')
  })

  it('says what has changed, in words only where the version before was shown and never taken off', async () => {
    const { actor, planId, page, course, publication } = await shownPlan()
    await change(actor, planId, course, { name: 'Webbkurs i två delar' })
    await add(actor, planId, 'risk', null, { name: 'Dold risk' })
    await publish(actor, planId, await adopt(actor, planId))
    await later()
    const words = await textAt(page)
    expect(words).toContain('0 parts are new, 0 are removed and 1 are changed')
    expect(words).toMatch(/Webbkurs\s+Webbkurs i två delar/)
    await takeOff(actor, planId, publication, 'Fel')
    await later()
    const after = await textAt(page)
    expect(after).toContain('1 are changed')
    expect(after).not.toMatch(/Webbkurs\s+Webbkurs i två delar/)
  })

  it('never shows the draft, nor what is told of a period that is open', async () => {
    const { actor, planId, page, workshop, course, period } = await shownPlan()
    await change(actor, planId, workshop, { name: 'Bara ett utkast' })
    await tellIn(actor, planId, 1, { [course]: 'stopped' })
    await later()
    const words = await textAt(page)
    for (const gone of ['utkast', '■', 'Second half of 2026']) expect(words).not.toContain(gone)
    expect(words).toContain('▲')
    await setClosed(actor, planId, period, 'reopen')
    await later()
    expect(await textAt(page)).not.toContain('▲')
  })

  it('is its own region’s alone', async () => {
    const mine = await shownPlan()
    const theirs = await database.actor('strategist')
    const plan = await smallPlan(theirs, 'deras')
    await publish(theirs, plan.planId, await adopt(theirs, plan.planId))
    const home = homeOf(theirs.regionId)
    expect((await get(`${home}/plans/deras`)).status).toBe(200)
    expect((await get(`${home}/plans/${mine.slug}`)).status).toBe(404)
    expect((await get(`${mine.home}/plans/deras`)).status).toBe(404)
    const taken = await plans.doors.inRegion(theirs, (db) =>
      takeOff(theirs, mine.planId, mine.publication, 'x').then(() =>
        db.selectFrom('plan_publication').select('id').execute(),
      ),
    )
    expect(taken.length).toBe(1)
    expect((await get(`${mine.home}/plans/${mine.slug}`)).status).toBe(200)
  })

  it('has no odd address', async () => {
    const { home, page } = await shownPlan()
    for (const path of [
      `${home}/plans/__proto__`,
      `${home}/plans/%2e%2e`,
      `${home}/plans/${'a'.repeat(2000)}`,
      `${page}/__proto__`,
      `${page}/constructor`,
      `${page}/plan.xlsx`,
      '/open/ingen-alls/plans',
      '/open/ingen-alls/plans/plan/plan.json',
    ])
      expect([path.slice(-40), (await get(path)).status]).toEqual([path.slice(-40), 404])
    expect((await get(`${home}/plans/%00`)).status).toBe(404)
  })
})

describe('open data of a plan', () => {
  it('come in the types that the catalogue says, and are known again', async () => {
    const { page, home } = await shownPlan()
    const turtle = await (await get(`${home}/catalogue.ttl`)).text()
    const quads = new Parser().parse(turtle)
    const objects = (subject: string, name: string) =>
      quads
        .filter((quad) => quad.subject.value === subject && quad.predicate.value.endsWith(name))
        .map(({ object }) => object.value)
    const about = `http://localhost:4000${page}#dataset`
    expect(objects(about, 'title')).toEqual([expect.stringContaining('Handlingsplan 2026–2028 (')])
    const files = objects(about, 'dcat#distribution')
    expect(files.length).toBe(FILES.length)
    for (const file of files) {
      const [url = ''] = objects(file, 'downloadURL')
      const [mediaType = ''] = objects(file, 'mediaType')
      const answer = await get(url.replace('http://localhost:4000', ''))
      expect(answer.status).toBe(200)
      expect(mediaType).toContain((answer.headers.get('content-type') ?? 'nothing').split(';')[0])
      expect((await answer.text()).length).toBeGreaterThan(20)
      const again = await get(url.replace('http://localhost:4000', ''), {
        'if-none-match': answer.headers.get('etag') ?? '',
      })
      expect(again.status).toBe(304)
    }
  })

  it('have no cell that a spreadsheet would run, are kept by caches only to be asked of, and hold no address of mail', async () => {
    const { actor, planId, page, course, workshop } = await shownPlan()
    await change(actor, planId, course, {
      name: '=HYPERLINK("http://x.example")',
      what: '@SUM(1)',
      how: '-2+3',
    })
    await change(actor, planId, workshop, { unit: '+46 enheten', expected: '\tx' })
    await publish(actor, planId, await adopt(actor, planId))
    await later()
    for (const file of FILES) {
      const answer = await get(`${page}/${file}`)
      const text = await answer.text()
      expect(answer.headers.get('cache-control'), file).toMatch(/no-cache|must-revalidate/)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(text, file).not.toMatch(/@[\w-]+\.\w/)
      if (file.endsWith('.csv'))
        expect(text, file).not.toMatch(/(^|[,"\n])[=@+]|(^|[,"\n])-(?!\d+(\.\d+)?[,"\r])/)
    }
  })

  it('say in each row of a table that an invented plan is', async () => {
    const { page } = await shownPlan()
    const rows = (await (await get(`${page}/activities.csv`)).text()).trim().split('\r\n')
    expect(rows.length).toBe(4)
    for (const row of rows.slice(1)) expect(row).toMatch(/Påhittad|[Ss]yntet/)
    expect(rows.find((row) => row.includes('Webbkurs'))).toContain('Försenad')
  })
})
