import { gunzipSync } from 'node:zlib'
import { localeOf } from '@jamvikt/i18n'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import type { WebEnv } from '../../platform/http/context.ts'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestSite } from '../../testing/test-site.ts'
import { openTestStatistics, SMALL_TABLE } from '../../testing/test-statistics.ts'
import { PageCache } from './page-cache.ts'
import { addOpen } from './routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { bring, renew, publish, withdraw, comment, review } = openTestStatistics(database)
addOpen(site.app, site.platform)

async function published(rest: Parameters<typeof publish>[2] = {}) {
  const by = await site.visitor('analyst')
  const decider = await database.actor('administrator', by.actor.regionId)
  const dataset = await bring(by.actor)
  const id = await publish(dataset, { proposer: by.actor, decider }, rest)
  const { rows } = await database.owner.query('select slug from region where id = $1', [by.actor.regionId])
  const home = `/open/${rows[0]?.slug}`
  return { by, decider, dataset, id, home, page: `${home}/${dataset.slug}` }
}

/** After the time for which what is published is believed. */
const later = () => new Promise((resolve) => setTimeout(resolve, 2100))
const get = (path: string, headers: Record<string, string> = {}) => site.app.request(path, { headers })

it('shows a published table to anybody, in both languages, with where it comes from and its signs', async () => {
  const { home, page, dataset } = await published()
  const list = await (await get(home)).text()
  expect(list).toContain(`href="${page}"`)
  const swedish = await (await get(page, { 'accept-language': 'sv' })).text()
  for (const text of [dataset.name, 'Påhittad myndighet', 'CC0', 'Falun', 'kvinnor', '– inget alls'])
    expect(swedish).toContain(text)
  const english = await (await get(page, { 'accept-language': 'en' })).text()
  expect(english).toContain('Why this figure?')
  expect(english).not.toContain('<script>')
})

it('is the same page whoever is signed in, and tells nothing of them', async () => {
  const { page, by } = await published()
  const [anybody, member] = [await get(page, { 'accept-language': 'en' }), await site.get(page, { by })]
  const texts = await Promise.all([anybody.text(), member.text()])
  expect(texts[1]).toBe(texts[0])
  expect(texts[0]).not.toContain('/account')
})

it('answers from what is kept until what is published changes, and then says the new', async () => {
  const { by, decider, dataset, page } = await published()
  const first = await get(page)
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"\S+"$/)
  expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  expect((await get(page, { 'if-none-match': etag })).status).toBe(304)
  await renew(by.actor, dataset, SMALL_TABLE.replace('2023;65;', '2023;66;'))
  await publish(dataset, { proposer: by.actor, decider }, { notice: 'Falun rättat' })
  await later()
  const changed = await get(page, { 'if-none-match': etag })
  expect(changed.status).toBe(200)
  const text = await changed.text()
  expect(text).toContain('Falun rättat')
  expect(text).toContain('>66<')
  expect(text).not.toContain('data-label="kvinnor">65<')
})

it('is squeezed for those who take it, and read the same', async () => {
  const { page } = await published()
  const plain = await (await get(page)).text()
  const squeezed = await get(page, { 'accept-encoding': 'gzip' })
  expect(squeezed.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(Buffer.from(await squeezed.arrayBuffer())).toString()).toBe(plain)
})

it('is not there before its time, nor after it has been taken off, also for those who have seen it', async () => {
  const early = await published({ openFrom: new Date('2035-01-01T07:00:00Z') })
  expect((await get(early.page)).status).toBe(404)
  expect(await (await get(early.home)).text()).not.toContain(early.dataset.slug)
  const { page, id, decider } = await published()
  expect((await get(page)).status).toBe(200)
  await withdraw(id, decider, 'Fel <hos> källan')
  await later()
  for (const [place, status] of [
    [page, 410],
    [`${page}/embed`, 410],
    [`${page}/picture.svg`, 404],
  ] as const) {
    const answer = await get(place, { 'accept-language': 'sv' })
    expect(answer.status).toBe(status)
    const text = await answer.text()
    expect(text).not.toContain('>65<')
    if (status === 410) expect(text).toContain('Skäl: Fel &lt;hos> källan')
  }
})

it('answers as to an unknown address for what was taken back before its time, also with a reason', async () => {
  const { page, id, decider, home } = await published({ openFrom: new Date('2035-01-01T07:00:00Z') })
  await withdraw(id, decider, 'Ångrat')
  const [never, unknown] = [await get(page), await get(`${home}/finns-inte`)]
  expect([never.status, unknown.status]).toEqual([404, 404])
  const told = (text: string) => text.replace(/"instance":"[^"]*"/, '')
  expect(told(await never.text())).toBe(told(await unknown.text()))
  expect((await get(`${page}/embed`)).status).toBe(404)
})

it('shows a comment once another person has reviewed it, and not before', async () => {
  const { by, decider, dataset, page } = await published()
  const id = await comment(dataset, by.actor, 'Borlänge saknar män')
  expect(await review(id, by.actor)).toBe(false)
  expect(await (await get(page)).text()).not.toContain('Borlänge saknar män')
  expect(await review(id, decider)).toBe(true)
  await later()
  expect(await (await get(page)).text()).toContain('Borlänge saknar män')
})

it('keeps a log and a feed of what was opened and taken off, and nothing of what is under embargo', async () => {
  const { home, id, decider, dataset, by } = await published()
  const hidden = await bring(by.actor)
  await publish(hidden, { proposer: by.actor, decider }, { openFrom: new Date('2035-01-01T07:00:00Z') })
  const log = async () =>
    (await (await get(`${home}/log`, { 'accept-language': 'sv' })).text()).replace(/<[^>]+>/g, ' ')
  expect(await log()).toContain('Version 1 öppnades.')
  await withdraw(id, decider, 'Fel <hos> källan & sådant')
  await later()
  expect(await log()).toContain('Version 1 togs bort. Fel')
  const feed = await get(`${home}/feed`, { 'accept-language': 'sv' })
  expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=UTF-8')
  const text = await feed.text()
  expect(text.match(/<entry>/g)).toHaveLength(2)
  expect(text).toContain('Fel &#60;hos&#62; källan &#38; sådant')
  expect(text).toContain(dataset.slug)
  for (const page of [text, await log()]) expect(page).not.toContain(hidden.slug)
})

it('tells a version that was replaced from one that was taken off, the latest first', async () => {
  const { home, by, decider, dataset } = await published()
  await renew(by.actor, dataset, SMALL_TABLE.replace('2023;65;', '2023;66;'))
  await publish(dataset, { proposer: by.actor, decider }, { notice: 'Falun rättat' })
  const text = await (await get(`${home}/log`, { 'accept-language': 'sv' })).text()
  const told = ['Version 2 öppnades. Falun rättat', 'Version 1 ersattes av version 2.', 'Version 1 öppnades.']
  const places = told.map((line) => text.indexOf(line))
  expect(places).not.toContain(-1)
  expect(places.toSorted((a, b) => a - b)).toEqual(places)
  expect(text).not.toContain('togs bort.')
})

it('knows no site and no table that is not there', async () => {
  const { home } = await published()
  for (const path of ['/open/ingen-alls', `${home}/ingen-alls`, '/open/%00', `${home}/__proto__`])
    expect([400, 404]).toContain((await get(path)).status)
})

it('keeps pages within bounds: those least lately made go first', async () => {
  let made = 0
  const app = new Hono<WebEnv>()
  const cache = new PageCache(async () => 'same')
  app.use(async (c, next) => {
    c.set('locale', localeOf('sv'))
    c.set('peer', '192.0.2.1')
    await next()
  })
  app.use('/:site/:page', (c, next) => cache.serve(c, 'x', next))
  app.get('/:site/:page', (c) => {
    made++
    return c.html('x'.repeat(1_000_000))
  })
  for (let page = 0; page < 70; page++) await app.request(`/x/${page}`)
  expect(made).toBe(70)
  await app.request('/x/69')
  expect(made).toBe(70)
  await app.request('/x/0')
  expect(made).toBe(71)
})

it('has at most so many pages made for one visitor at a time; what is kept stays free', async () => {
  const { page } = await published()
  const asking = (path: string) => site.get(path, { from: '192.0.2.7' })
  await asking(`${page}?gap=ratio`)
  const asked = await Promise.all(Array.from({ length: 140 }, (_, at) => asking(`${page}?q=${at}`)))
  const refused = asked.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(10)
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await asking(`${page}?gap=ratio`)).status).toBe(200)
})

it('analyses a published table for anybody, and none that is not open', async () => {
  const { page, home, decider, id } = await published()
  expect(await (await get(page)).text()).toContain(`${page}/analysis`)
  const analysis = await (await get(`${page}/analysis`, { 'accept-language': 'en' })).text()
  expect(analysis).toContain('Påhittad myndighet')
  expect(analysis).not.toContain('/r/')
  expect((await get(`${home}/ingen-alls/analysis`)).status).toBe(404)
  await withdraw(id, decider, 'Fel källa')
  await later()
  expect((await get(`${page}/analysis`)).status).toBe(404)
})
