import { expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestSite } from '../../testing/test-site.ts'
import { openTestStatistics, SMALL_TABLE } from '../../testing/test-statistics.ts'
import { addOpen } from './routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { bring, renew, publish, withdraw } = openTestStatistics(database)
addOpen(site.app, site.platform)

async function published(rest: Parameters<typeof publish>[2] = {}) {
  const by = await site.visitor('analyst')
  const decider = await database.actor('administrator', by.actor.regionId)
  const dataset = await bring(by.actor, SMALL_TABLE, { synthetic: true })
  const id = await publish(dataset, { proposer: by.actor, decider }, rest)
  const { rows } = await database.owner.query('select slug from region where id = $1', [by.actor.regionId])
  return { by, decider, dataset, id, page: `/open/${rows[0]?.slug}/${dataset.slug}` }
}

const PICTURES = ['picture.svg', 'picture.png', 'share.png', 'embed'] as const
/** After the time for which what is published is believed. */
const later = () => new Promise((resolve) => setTimeout(resolve, 2100))
const get = (path: string, headers: Record<string, string> = {}) => site.app.request(path, { headers })
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

it('gives a view of a published table as a picture, kept for as long as it stands', async () => {
  const { page } = await published()
  const svg = await get(`${page}/picture.svg?chart=bars&lang=sv`)
  expect(svg.headers.get('content-type')).toBe('image/svg+xml; charset=UTF-8')
  const text = await svg.text()
  for (const told of ['Falun', '>65<', '>82<', '>–<', 'Påhittad myndighet', 'Version 1'])
    expect({ told, is: text.includes(told) }).toEqual({ told, is: true })
  const etag = svg.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"\S+"$/)
  const again = await get(`${page}/picture.svg?chart=bars&lang=sv`, { 'if-none-match': etag })
  expect(again.status).toBe(304)
  const png = await get(`${page}/picture.png?chart=bars`)
  expect(png.headers.get('content-type')).toBe('image/png')
  expect(png.headers.get('etag')).toMatch(/^"\S+"$/)
  expect([...new Uint8Array(await png.arrayBuffer()).slice(0, 8)]).toEqual(PNG)
})

it('speaks the language of its address, whatever the reader’s is', async () => {
  const { page } = await published()
  const asked = { 'accept-language': 'sv' }
  expect(await (await get(`${page}/picture.svg?chart=bars&lang=en`, asked)).text()).toContain('Source: ')
  expect(await (await get(`${page}/picture.svg?chart=bars`, asked)).text()).toContain('Källa: ')
})

it('is shared with a sentence and a picture of the same view', async () => {
  const { page } = await published()
  const html = await (await get(`${page}?gap=ratio&in.%C3%A5r=2022`, { 'accept-language': 'en' })).text()
  const meta = new Map(
    [...html.matchAll(/<meta property="(og:[^"]+)" content="([^"]*)"/g)].map(([, name = '', text = '']) => [
      name,
      text.replaceAll('&amp;', '&'),
    ]),
  )
  expect(meta.get('og:title')).toBe('Löner efter kommun och kön')
  expect(meta.get('og:description')).not.toBe('')
  const image = new URL(meta.get('og:image') ?? '')
  expect(image.pathname).toBe(`${page}/share.png`)
  expect([image.searchParams.get('gap'), image.searchParams.get('lang')]).toEqual(['ratio', 'en'])
  const picture = new Uint8Array(await (await get(image.pathname + image.search)).arrayBuffer())
  const head = new DataView(picture.buffer)
  expect([...picture.slice(0, 8)]).toEqual(PNG)
  expect([head.getUint32(16), head.getUint32(20)]).toEqual([1200, 630])
})

it('may stand in a frame of another site as a chart alone, without script or cookie; nothing else may', async () => {
  const { page } = await published()
  const embedded = await get(`${page}/embed?chart=bars`)
  expect(embedded.status).toBe(200)
  expect(embedded.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
  )
  expect(embedded.headers.get('x-frame-options')).toBeNull()
  expect(embedded.headers.get('set-cookie')).toBeNull()
  const html = await embedded.text()
  expect(html).not.toMatch(/<script|<form|style=/)
  expect(html).toContain(`href="${page}?`)
  expect(html).toContain('Synteti')
  for (const other of [page, `${page}/picture.svg`]) {
    const answer = await get(other)
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  }
  expect(await (await get(`${page}?chart=bars`)).text()).toContain('&lt;iframe src=')
})

it.each(PICTURES)('holds the embargo and the withdrawal: %s', async (name) => {
  const early = await published({ openFrom: new Date('2035-01-01T07:00:00Z') })
  expect((await get(`${early.page}/${name}`)).status).toBe(404)
  const { page, id, decider } = await published()
  expect((await get(`${page}/${name}`)).status).toBe(200)
  await withdraw(id, decider, 'Fel hos källan')
  await later()
  expect((await get(`${page}/${name}`)).status).toBe(name === 'embed' ? 410 : 404)
})

it('shows the new figures when a new version is opened', async () => {
  const { by, decider, dataset, page } = await published()
  const address = `${page}/picture.svg?chart=bars`
  expect(await (await get(address)).text()).toContain('>65<')
  await renew(by.actor, dataset, SMALL_TABLE.replace('2023;65;', '2023;66;'))
  await publish(dataset, { proposer: by.actor, decider }, { notice: 'Falun rättat' })
  await later()
  const text = await (await get(address)).text()
  expect([text.includes('>66<'), text.includes('>65<'), text.includes('Version 2')]).toEqual([
    true,
    false,
    true,
  ])
})

it('knows no picture of what is not there', async () => {
  const { page } = await published()
  const home = page.split('/').slice(0, 3).join('/')
  for (const place of [
    `${page}/picture.gif`,
    `${home}/__proto__/picture.svg`,
    `/open/ingen/${'x'.repeat(3000)}/embed`,
  ])
    expect((await get(place)).status).toBe(404)
  expect([400, 404]).toContain((await get(`${home}/%00/picture.png`)).status)
  const odd = await get(`${page}/picture.svg?rows=__proto__&chart=<script>&lang=xx&panels=%F0%9F%98%80`)
  expect(odd.status).toBe(200)
})
