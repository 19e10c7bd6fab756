import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestSite, type Visitor } from '../../../testing/test-site.ts'
import { openTestMicro, PEOPLE, peopleCsv } from './micro.test-support.ts'
import { addMicro } from './routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { doors } = openTestMicro(database)
addMicro(site.app, doors)

const text = async (answer: Response) => (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

/** Hands a file in by the form and gives the address that is led to. */
async function upload(place: string, content: string, by: Visitor) {
  const body = new FormData()
  body.set('file', new File([content], 'personer.csv'))
  return site.request(place, { method: 'POST', body }, { by })
}

function declaration(): Record<string, string> {
  const columns = PEOPLE.columns.flatMap(({ role, unit }, at) => [
    [`column.${at}`, role === 'amount' ? `amount.${unit}` : role],
  ])
  return {
    name: 'Påhittade personer',
    source: 'Påhittad myndighet',
    retain: '2099-12-31',
    'missing.declined': 'vill ej',
    empty: 'noAnswer',
    ...Object.fromEntries(columns),
  }
}

describe('the pages of microdata', () => {
  it('take a list from upload to a reader who explores it', async () => {
    const analyst = await site.visitor('analyst')
    const other = await site.visitor('administrator', analyst.actor.regionId)
    const reader = await site.visitor('reader', analyst.actor.regionId)
    const home = `${analyst.home}/statistics/micro`

    const uploaded = await upload(`${home}/new`, peopleCsv(), analyst)
    expect(uploaded.status).toBe(303)
    const draft = uploaded.headers.get('location') ?? ''
    const form = await (await site.get(draft, { by: analyst })).text()
    for (const { name } of PEOPLE.columns) expect(form).toContain(`>${name}</label>`)
    expect((await site.get(draft, { by: other })).status).toBe(404)

    const short = await site.post(draft, { ...declaration(), retain: '2020-01-01' }, { by: analyst })
    expect(short.status).toBe(422)
    expect(await text(short)).toContain('Write a date from today on')
    const kept = await site.post(draft, declaration(), { by: analyst })
    expect(kept.status).toBe(303)
    const list = (kept.headers.get('location') ?? '').replace(/\?.*/, '')

    expect((await site.get(`${list}/explore`, { by: reader })).status).toBe(404)
    const noise = { maxNoise: '5', variance: '3', threshold: '3' }
    const wrong = await site.post(list, { act: 'propose', ...noise, variance: '99' }, { by: analyst })
    const told = await wrong.text()
    expect(told).toContain('No such noise can be made')
    expect(told).toContain('value="99"')
    expect((await site.post(list, { act: 'propose', ...noise }, { by: analyst })).status).toBe(303)
    const own = await site.post(list, { act: 'approve' }, { by: analyst })
    expect([own.status, (await text(own)).includes('cannot approve it')]).toEqual([422, true])
    expect((await site.post(list, { act: 'approve' }, { by: reader })).status).toBe(404)
    expect((await site.post(list, { act: 'approve' }, { by: other })).status).toBe(303)

    const seen = await text(await site.get(`${home}`, { by: reader }))
    expect(seen).toContain('Påhittade personer')
    expect(seen).toContain('may be explored')
    const page = await text(await site.get(`${list}/explore?rows=plats&columns=kön`, { by: reader }))
    expect(page).toContain('No noise moves a count by more than 5')
    expect(page).toMatch(/women men total A \d+ \d+ \d+ B \d+ \d+ \d+/)
    const shares = await site.get(`${list}/explore?rows=plats&columns=kön&gap=share&of=plats`, { by: reader })
    expect(shares.status).toBe(200)
    const facts = await text(await site.get(list, { by: reader }))
    expect(facts).not.toContain('Rows')
    expect(await text(await site.get(list, { by: analyst }))).toContain('Rows 300')
  })

  it('say in which row and column a personal number stands, and never which', async () => {
    const analyst = await site.visitor('analyst')
    const home = `${analyst.home}/statistics/micro`
    const content = peopleCsv().replace('p3;', 'p3;19811218-9876')
    const uploaded = await upload(`${home}/new`, content, analyst)
    const refused = await site.post(uploaded.headers.get('location') ?? '', declaration(), { by: analyst })
    const told = await text(refused)
    expect(refused.status).toBe(422)
    expect(told).toContain('Row 5, column kön')
    expect(told).not.toContain('9876')
  })

  it('show the list of one region to nobody of another, and let nobody but analysts bring one in', async () => {
    const analyst = await site.visitor('analyst')
    const reader = await site.visitor('reader', analyst.actor.regionId)
    const stranger = await site.visitor('analyst')
    const home = `${analyst.home}/statistics/micro`
    const draft = (await upload(`${home}/new`, peopleCsv(), analyst)).headers.get('location') ?? ''
    const list = (await site.post(draft, declaration(), { by: analyst })).headers.get('location') ?? ''
    const id = /[0-9a-f-]{36}/.exec(list.slice(analyst.home.length))?.[0] ?? ''
    expect((await site.get(list, { by: stranger })).status).toBe(404)
    expect((await site.get(`${stranger.home}/statistics/micro/${id}`, { by: stranger })).status).toBe(404)
    expect((await upload(`${home}/new`, peopleCsv(), reader)).status).toBe(404)
    expect((await site.get(`${home}/${id}`, { by: reader })).status).toBe(200)

    const gone = { act: 'delete', notice: 'gallrad' }
    expect((await site.post(`${home}/${id}`, gone, { by: analyst })).status).toBe(422)
    expect((await site.post(`${home}/${id}`, { ...gone, confirm: 'on' }, { by: reader })).status).toBe(404)
    expect((await site.post(`${home}/${id}`, { ...gone, confirm: 'on' }, { by: analyst })).status).toBe(303)
    expect((await site.get(`${home}/${id}`, { by: analyst })).status).toBe(404)
  })

  it('take a new version by the same declaration', async () => {
    const analyst = await site.visitor('analyst')
    const home = `${analyst.home}/statistics/micro`
    const draft = (await upload(`${home}/new`, peopleCsv(), analyst)).headers.get('location') ?? ''
    const list = (await site.post(draft, declaration(), { by: analyst })).headers.get('location') ?? ''
    const id = /[0-9a-f-]{36}/.exec(list.slice(analyst.home.length))?.[0] ?? ''
    const near = await upload(`${home}/new?dataset=${id}`, peopleCsv(310), analyst)
    const refused = await site.post(near.headers.get('location') ?? '', {}, { by: analyst })
    expect(refused.status).toBe(422)
    expect(await text(refused)).toContain('changed since an earlier version: 10. At least 100')
    const next = await upload(`${home}/new?dataset=${id}`, peopleCsv(410), analyst)
    const kept = await site.post(next.headers.get('location') ?? '', {}, { by: analyst })
    expect(kept.status).toBe(303)
    expect(await text(await site.get(`${home}/${id}`, { by: analyst }))).toContain('Rows 410')
  })
})
