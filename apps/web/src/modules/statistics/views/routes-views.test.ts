import { expect, it } from 'vitest'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestSite } from '../../../testing/test-site.ts'
import { openTestStatistics, SMALL_TABLE } from '../../../testing/test-statistics.ts'
import { addStatistics } from '../routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { bring, renew, doors } = openTestStatistics(database)
addStatistics(site.app, doors)

async function table() {
  const by = await site.visitor('analyst')
  const dataset = await bring(by.actor)
  const home = `${by.home}/statistics`
  const keep = (form: Record<string, string>, who = by) =>
    site.post(
      `${home}/${dataset.slug}/views`,
      { name: 'Gapet', view: 'rows=region&gap=ratio', version: '1', ...form },
      { by: who },
    )
  const list = async (who = by) => (await site.get(`${home}/views`, { by: who })).text()
  return { by, dataset, home, page: `${home}/${dataset.slug}`, keep, list }
}

it('a view is kept under a name and found again, from the list and beside the table', async () => {
  const { by, page, keep, list } = await table()
  expect(await list()).toContain('No views are saved yet')
  expect((await keep({ name: 'Löner & gap' })).status).toBe(303)
  const kept = await list()
  expect(kept).toContain('Löner &amp; gap')
  expect(kept).toContain('the latest version')
  const address = /href="([^"]*\?rows=[^"]*)"/.exec(kept)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(address).toContain('gap=ratio')
  expect((await site.get(address, { by })).status).toBe(200)
  expect(await (await site.get(page, { by })).text()).toContain('Löner &amp; gap')
})

it('a view held to a version shows that one when there is a later', async () => {
  const { by, dataset, keep, list } = await table()
  await keep({ hold: 'on' })
  await renew(by.actor, dataset, SMALL_TABLE.replace('2023;65;', '2023;66;'))
  const kept = await list()
  expect(kept).toContain('version 1')
  const address = /href="([^"]*\?rows=[^"]*)"/.exec(kept)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(await (await site.get(address, { by })).text()).toContain('This is version 1')
})

it('others see what is shared, no more, and take none of it away', async () => {
  const { by, home, keep, list } = await table()
  const reader = await site.visitor('reader', by.actor.regionId)
  await keep({ name: 'Bara min' })
  await keep({ name: 'Allas', shared: 'on' })
  await keep({ name: 'Läsarens', shared: 'on' }, reader)
  const [mine, readers] = [await list(), await list(reader)]
  for (const name of ['Bara min', 'Allas']) expect(mine).toContain(name)
  expect(mine).not.toContain('Läsarens')
  expect(readers).toContain('Allas')
  expect(readers).toContain('Läsarens')
  expect(readers).not.toContain('Bara min')
  const { rows } = await database.owner.query(`select id from stat_saved_view where name = 'Allas'`)
  const taken = await site.post(`${home}/views`, { id: rows[0].id, act: 'remove' }, { by: reader })
  expect(taken.status).toBe(404)
  expect(await list()).toContain('Allas')
  const elsewhere = await site.visitor('analyst')
  expect(
    await (await site.get(`${elsewhere.home}/statistics/views`, { by: elsewhere })).text(),
  ).not.toContain('Allas')
})

it('a view that is removed can be brought back', async () => {
  const { by, home, keep, list } = await table()
  await keep({ name: 'Ångerfull' })
  const id = /name="id" value="([^"]+)"/.exec(await list())?.[1] ?? ''
  const removed = await site.post(`${home}/views`, { id, act: 'remove' }, { by })
  expect(await list()).not.toContain('Ångerfull')
  expect(await (await site.get(removed.headers.get('location') ?? '', { by })).text()).toContain(
    'Bring it back',
  )
  await site.post(`${home}/views`, { id, act: 'bring-back' }, { by })
  expect(await list()).toContain('Ångerfull')
})

it('what does not fit is refused: no name, no version, another table, an act that is none', async () => {
  const { by, home, keep } = await table()
  expect((await keep({ name: ' x ' })).status).toBe(400)
  expect((await keep({ version: '0' })).status).toBe(400)
  expect((await keep({ version: '99' })).status).toBe(404)
  expect((await site.post(`${home}/views`, { id: 'x', act: 'remove' }, { by })).status).toBe(400)
})

it('a comment belongs to the version that was looked at', async () => {
  const { by, dataset, page } = await table()
  await renew(by.actor, dataset, SMALL_TABLE.replace('2023;65;', '2023;66;'))
  const answer = await site.post(
    `${page}/comments`,
    { act: 'write', body: 'Om den första versionen', view: 'rows=region', version: '1' },
    { by },
  )
  expect(answer.headers.get('location')).toContain('version=1')
  expect(await (await site.get(`${page}?version=1`, { by })).text()).toContain('Om den första versionen')
  expect(await (await site.get(page, { by })).text()).not.toContain('Om den första versionen')
})
