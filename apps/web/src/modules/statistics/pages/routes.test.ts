import { expect, it } from 'vitest'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestSite } from '../../../testing/test-site.ts'
import { openTestStatistics, SMALL_TABLE } from '../../../testing/test-statistics.ts'
import { addStatistics } from '../routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { doors, bring, renew } = openTestStatistics(database)
addStatistics(site.app, doors)

type Visitor = Awaited<ReturnType<typeof site.visitor>>
const plain = async (answer: Response | Promise<Response>) => {
  const html = await (await answer).text()
  return html
    .replace(/<!?[a-z/!][^>]*>/gi, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}
const ADDRESS = /^[^?#]*/

async function makePage(by: Visitor, title: string, kind = 'free') {
  const made = await site.post(`${by.home}/pages/new`, { title, kind, lede: 'Om oss' }, { by })
  if (made.status !== 303) throw new Error(`making a page answered ${made.status}`)
  return made.headers.get('location') ?? ''
}
/** The form fields of the first block that a page has. */
async function firstBlock(by: Visitor, page: string) {
  const html = await (await site.get(page, { by })).text()
  return /name="block" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

it('explains itself while there is no page, and makes one with its stages and questions', async () => {
  const by = await site.visitor('analyst')
  expect(await plain(site.get(`${by.home}/pages`, { by }))).toContain('There are no pages yet')
  const refused = await site.post(
    `${by.home}/pages/new`,
    { title: ' ', kind: 'free', lede: 'Mina ord' },
    { by },
  )
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Mina ord')
  const page = await makePage(by, 'Från vaggan till graven', 'life-course')
  expect(page).toBe(`${by.home}/pages/fran-vaggan-till-graven`)
  const text = await plain(site.get(page, { by }))
  for (const word of [
    'Childhood',
    'Who decides in politics, working life and business?',
    'No figure yet',
    'Draft 1.',
  ])
    expect(text).toContain(word)
  const again = await site.post(
    `${by.home}/pages/new`,
    { title: 'Från vaggan till graven', kind: 'free' },
    { by },
  )
  expect(await plain(again)).toContain('There is a page with that heading already')
  expect(await plain(site.get(`${page}/preview`, { by }))).not.toContain('Who decides in politics')
})

it('adds, moves, removes and brings back by plain forms', async () => {
  const by = await site.visitor('analyst')
  const page = await makePage(by, 'Sidan', 'area:power')
  const post = (form: Record<string, string>) => site.post(page, { revision: '1', ...form }, { by })
  const order = async () =>
    [...(await (await site.get(page, { by })).text()).matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, text]) => text)
  expect((await order()).slice(0, 3)).toEqual(['Today', 'How it has changed', 'Who differs'])
  const block = await firstBlock(by, page)
  await post({ act: 'down', block })
  expect((await order()).slice(0, 2)).toEqual(['How it has changed', 'Today'])
  const removed = await post({ act: 'remove', block })
  expect(await order()).not.toContain('Today')
  expect(await plain(site.get(removed.headers.get('location') ?? '', { by }))).toContain(
    'The part is removed.',
  )
  await post({ act: 'bring-back', block })
  expect((await order()).slice(0, 2)).toEqual(['How it has changed', 'Today'])
  const added = await post({ act: 'add', what: 'text', under: block })
  expect(added.headers.get('location')).toMatch(/\/blocks\/[0-9a-f-]{36}$/)
  for (const form of [
    { act: 'add', what: 'indicator:x' },
    { act: 'add', what: 'stage:__proto__' },
    { act: 'boom' },
  ])
    expect((await post(form)).status).toBe(400)
  expect((await post({ act: 'remove', block: 'x' })).status).toBe(422)
})

it('shows both texts where two have written in the same block, and saves what they are put together to', async () => {
  const by = await site.visitor('analyst')
  const colleague = await site.visitor('analyst', by.actor.regionId)
  const page = await makePage(by, 'Sidan', 'area:power')
  const form = `${page}/blocks/${await firstBlock(by, page)}`
  const write = (who: Visitor, revision: string, body: string) =>
    site.post(form, { revision, heading: 'Today', body }, { by: who })
  expect((await write(colleague, '1', 'Deras <b>ord</b>')).status).toBe(303)
  const clash = await write(by, '1', 'Mina ord')
  expect(clash.status).toBe(422)
  const html = await clash.text()
  for (const text of [
    'Somebody else has written here meanwhile',
    'Deras &lt;b>ord',
    'Mina ord',
    'name="revision" value="2"',
  ])
    expect(html).toContain(text)
  expect((await write(by, '2', 'Deras och mina')).status).toBe(303)
  expect(await plain(site.get(page, { by }))).toContain('Deras och mina')
  expect(await plain(site.get(`${page}/revisions/2`, { by }))).toContain('Deras &lt;b>ord')
  const head = (who: Visitor, title: string) =>
    site.post(`${page}/blocks/head`, { revision: '1', heading: title, body: '' }, { by: who })
  expect((await head(colleague, 'Deras rubrik')).status).toBe(303)
  expect((await head(by, 'Min rubrik')).status).toBe(422)
})

it('takes a figure from its table with version and view, and says when a later version has come', async () => {
  const by = await site.visitor('analyst')
  const dataset = await bring(by.actor)
  const page = await makePage(by, 'Löner')
  const table = await (await site.get(`${by.home}/statistics/${dataset.slug}?gap=ratio`, { by })).text()
  const link = (/href="([^"]*\/pages\/add\?[^"]*)"/.exec(table)?.[1] ?? '').replaceAll('&amp;', '&')
  const choosing = await (await site.get(link, { by })).text()
  const field = (name: string) =>
    (new RegExp(`name="${name}" value="([^"]*)"`).exec(choosing)?.[1] ?? '').replaceAll('&amp;', '&')
  const fields = { dataset: field('dataset'), version: field('version'), view: field('view') }
  expect(fields).toMatchObject({ dataset: dataset.slug, version: '1' })
  expect((await site.post(`${by.home}/pages/add`, { ...fields, where: '' }, { by })).status).toBe(422)
  const added = await site.post(`${by.home}/pages/add`, { ...fields, where: 'loner' }, { by })
  const block = added.headers.get('location') ?? ''
  expect(block).toContain(`${page}/blocks/`)
  expect(await plain(site.get(`${page}/preview`, { by }))).toContain('Not shown openly')
  expect((await site.get(`${block}/swap`, { by })).status).toBe(404)
  await renew(by.actor, dataset, SMALL_TABLE.replace('2023;65;', '2023;66;'))
  expect(await plain(site.get(page, { by }))).toContain('There is a version 2')
  const swap = await plain(site.get(`${block}/swap`, { by }))
  for (const text of ['Change to version 2?', 'Rows that change: 1 of 2.', '65 · 82', '66 · 82'])
    expect(swap).toContain(text)
  const done = await site.post(`${block}/swap`, { revision: '2', version: '2' }, { by })
  expect(done.headers.get('location')).toContain('saved=1')
  expect(await plain(site.get(`${page}/preview`, { by }))).toContain('Version 2, fetched')
})

it('is proposed and approved by two, and hindered by figures that are not open', async () => {
  const by = await site.visitor('analyst')
  const decider = await site.visitor('administrator', by.actor.regionId)
  const page = await makePage(by, 'Sidan', 'area:power')
  const at = `${page}/publication`
  expect((await site.post(at, { act: 'propose' }, { by })).headers.get('location')).toContain('done=proposed')
  const waiting = await (await site.get(at, { by: decider })).text()
  const id = /name="id" value="([^"]+)"/.exec(waiting)?.[1] ?? ''
  expect(await (await site.get(at, { by })).text()).not.toContain('value="approve"')
  expect(await plain(site.post(at, { act: 'approve', id }, { by }))).toContain(
    'Whoever proposes does not decide',
  )
  expect((await site.post(at, { act: 'decline', id, reason: ' ' }, { by: decider })).status).toBe(422)
  expect((await site.post(at, { act: 'approve', id }, { by: decider })).headers.get('location')).toContain(
    'done=approved',
  )
  expect(await plain(site.get(at, { by }))).toContain('Draft 1 has been published since')
  expect((await site.post(at, { act: 'withdraw', id, reason: 'Fel' }, { by: decider })).status).toBe(303)
})

it('lets readers read and not write, and other regions know nothing', async () => {
  const by = await site.visitor('analyst')
  const reader = await site.visitor('reader', by.actor.regionId)
  const stranger = await site.visitor('analyst')
  const page = await makePage(by, 'Sidan', 'area:power')
  const read = await (await site.get(page, { by: reader })).text()
  expect(read).toContain('Today')
  expect(read).not.toContain('value="remove"')
  expect((await site.post(page, { act: 'add', what: 'text' }, { by: reader })).status).toBe(404)
  expect((await site.get(`${by.home}/pages/new`, { by: reader })).status).toBe(404)
  expect((await site.get(page, { by: stranger })).status).toBe(404)
  const own = page.replace(by.home, stranger.home)
  for (const rest of ['', '/preview', '/revisions', '/revisions/1', '/publication', '/blocks/head'])
    expect((await site.get(own + rest, { by: stranger })).status).toBe(404)
  for (const rest of [
    '/blocks/__proto__',
    '/revisions/0',
    '/revisions/99',
    '/revisions/1e3',
    '/blocks/head/swap',
  ])
    expect((await site.get(page + rest, { by })).status).toBe(404)
  expect((await site.get(`${by.home}/pages/add?dataset=ingen`, { by })).status).toBe(404)
})

it('keeps odd words as they are, and no sign that the database cannot take', async () => {
  const by = await site.visitor('analyst')
  const page = await makePage(by, 'Sidan', 'area:power')
  const form = `${page}/blocks/${await firstBlock(by, page)}`
  const body = `\u0000${'x'.repeat(7999)}😀</textarea><script>alert(1)</script>`
  const saved = await site.post(form, { revision: '1', heading: '__proto__', body }, { by })
  expect(saved.status).toBe(303)
  const shown = await (
    await site.get((saved.headers.get('location') ?? '').match(ADDRESS)?.[0] ?? '', { by })
  ).text()
  expect(shown).toContain('__proto__')
  expect(shown).not.toContain('<script>alert')
})
