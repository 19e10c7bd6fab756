import { expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestPages } from '../../testing/test-pages.ts'
import { openTestSite } from '../../testing/test-site.ts'
import { SMALL_TABLE } from '../../testing/test-statistics.ts'
import { addOpen } from './routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { bring, publish, withdraw, comment, review, publishedPage, idIn } = openTestPages(database, site)
addOpen(site.app, site.platform)

/** After the time for which what is published is believed. */
const later = () => new Promise((resolve) => setTimeout(resolve, 2100))
const get = (path: string, headers: Record<string, string> = {}) => site.get(path, { headers })
it('is read by anybody, listed, searched, logged and fed, with its sources', async () => {
  const { page, home, dataset } = await publishedPage()
  const answer = await get(page)
  expect(answer.headers.get('etag')).toMatch(/^"\S+"$/)
  expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  const html = await answer.text()
  for (const text of [
    '<strong>lägre</strong>',
    'Påhittad myndighet',
    'Falun',
    'CC0',
    `href="${home}/${dataset.slug}"`,
  ])
    expect(html).toContain(text)
  expect(html).not.toContain('/r/')
  for (const path of [home, `${home}?q=LÄGRE`, `${home}/log`])
    expect(await (await get(path)).text()).toContain('Löner i länet')
  expect(await (await get(`${home}?q=lastbil`)).text()).not.toContain('Löner i länet')
  expect(await (await get(`${home}/feed`)).text()).toContain(page)
})

it('shows what has been published until the next is approved, and nothing once it is withdrawn', async () => {
  const { by, decider, page, inside, home, id } = await publishedPage()
  const etag = (await get(page)).headers.get('etag') ?? ''
  await site.post(`${inside}/blocks/head`, { revision: '3', heading: 'Ny rubrik', body: '' }, { by })
  await later()
  expect((await get(page, { 'if-none-match': etag })).status).toBe(304)
  await site.post(`${inside}/publication`, { act: 'withdraw', id, reason: 'Fel <figur>' }, { by: decider })
  await later()
  expect((await get(page)).status).toBe(404)
  expect(await (await get(home)).text()).not.toContain('Löner i länet')
  expect(await (await get(`${home}/log`)).text()).toContain('Fel &lt;figur>')
})

it('shows a plain notice in the place of a figure whose table has been taken off', async () => {
  const { page, decider, publication } = await publishedPage()
  expect(await (await get(page)).text()).toContain('<table')
  await withdraw(publication, decider.actor, 'Fel hos källan')
  await later()
  const html = await (await get(page)).text()
  expect(html).toContain('The figure that stood here has been withdrawn.')
  expect(html).toContain('<strong>lägre</strong>')
  for (const gone of ['<table', 'Falun', 'Påhittad myndighet']) expect(html).not.toContain(gone)
})

it('shows a comment beside the figure once it has been reviewed', async () => {
  const { page, by, decider, dataset } = await publishedPage()
  const id = await comment(dataset, by.actor, 'Borlänge saknar män')
  await later()
  expect(await (await get(page)).text()).not.toContain('Borlänge saknar män')
  await review(id, decider.actor)
  await later()
  expect(await (await get(page)).text()).toContain('Borlänge saknar män')
})

it('knows no page that is not published, and no odd address', async () => {
  const { by, home } = await publishedPage()
  await site.post(`${by.home}/pages/new`, { title: 'Hemligt utkast', kind: 'free' }, { by })
  await later()
  expect(await (await get(home)).text()).not.toContain('Hemligt')
  const paths = [
    '/pages/hemligt-utkast',
    '/pages/__proto__',
    '/pages/%2e%2e',
    '/indicators/__proto__',
    `/indicators/${'a'.repeat(2000)}`,
  ]
  for (const path of paths) expect((await get(home + path)).status).toBe(404)
  expect((await get(`${home}/pages/%00`)).status).toBeGreaterThanOrEqual(400)
  expect((await get('/open/ingen-alls/pages/x')).status).toBe(404)
  expect((await get('/open/ingen-alls/indicators')).status).toBe(404)
})

/** Three years, so that a pace can be told. */
const YEARS = SMALL_TABLE.replace(
  '\n',
  '\n2080 Falun;kvinnor;2021;56;\n2080 Falun;män;2021;80;\n2081 Borlänge;kvinnor;2021;1;\n2081 Borlänge;män;2021;1;\n',
)

it('tells an indicator in figures and words once its table is open, in the open version, with the way to its target', async () => {
  const by = await site.visitor('analyst')
  const decider = await site.visitor('administrator', by.actor.regionId)
  const dataset = await bring(by.actor, YEARS)
  const home = `/open/r-${by.actor.regionId.slice(0, 8)}`
  const view = 'rows=år&gap=ratio'
  await site.post(
    `${by.home}/statistics/${dataset.slug}/indicators`,
    { name: 'Lönegapet', view, direction: 'parity', owner: 'HR-enheten' },
    { by },
  )
  const other = await bring(by.actor)
  await publish(other, { proposer: by.actor, decider: decider.actor })
  expect(await (await get(`${home}/indicators`)).text()).toContain('No indicators are open just now')
  expect((await get(`${home}/indicators/lonegapet`)).status).toBe(404)
  const publication = await publish(dataset, { proposer: by.actor, decider: decider.actor })
  await later()
  expect(await (await get(`${home}/indicators`)).text()).toContain('No indicators are open just now')
  const inside = `${by.home}/statistics/indicators`
  const id = await idIn(await site.get(inside, { by }))
  const open = async () => {
    await site.post(inside, { id, act: 'ask' }, { by })
    await site.post(inside, { id, act: 'open' }, { by: decider })
    await later()
  }
  await open()
  expect(await (await get(`${home}/indicators`)).text()).toMatch(/No target is set/)
  await site.post(inside, { id, act: 'target', value: '100', year: '2030' }, { by })
  await later()
  expect((await get(`${home}/indicators/lonegapet`)).status).toBe(404)
  await open()
  const index = await (await get(`${home}/indicators`)).text()
  for (const text of ['Economic equality', 'The value rises by', 'On pace', '100.0 %', 'towards parity'])
    expect(index).toContain(text)
  const page = await get(`${home}/indicators/lonegapet`)
  expect(page.headers.get('etag')).not.toBeNull()
  const html = await page.text()
  for (const text of [
    'Latest (2023)',
    'HR-enheten',
    'path to target',
    'Påhittad myndighet',
    `/api${home.slice(5)}/v2/tables/${dataset.slug}/metadata`,
  ])
    expect(html).toContain(text)
  expect((await get(`${home}/indicators/${id}`)).status).toBe(200)
  await withdraw(publication, decider.actor, 'Fel')
  await later()
  expect((await get(`${home}/indicators/lonegapet`)).status).toBe(404)
})
