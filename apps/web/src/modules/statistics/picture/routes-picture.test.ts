import { expect, it } from 'vitest'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestSite } from '../../../testing/test-site.ts'
import { openTestStatistics, SMALL_TABLE } from '../../../testing/test-statistics.ts'
import { addStatistics } from '../routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const { bring, renew, doors } = openTestStatistics(database)
addStatistics(site.app, doors)

it('gives a member the chart that is looked at, of the version that is looked at', async () => {
  const by = await site.visitor('analyst')
  const dataset = await bring(by.actor)
  await renew(by.actor, dataset, SMALL_TABLE.replace('2023;65;', '2023;66;'))
  const page = `${by.home}/statistics/${dataset.slug}`
  const now = await (await site.get(`${page}/picture.svg?chart=bars`, { by })).text()
  const before = await (await site.get(`${page}/picture.svg?chart=bars&version=1`, { by })).text()
  expect([now.includes('>66<'), before.includes('>65<'), before.includes('>66<')]).toEqual([
    true,
    true,
    false,
  ])
  const png = await site.get(`${page}/picture.png?chart=bars`, { by })
  expect([png.status, png.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(png.headers.get('cache-control')).toContain('no-store')
})

it('gives nothing to members of another region, nor to nobody', async () => {
  const [by, other] = [await site.visitor('analyst'), await site.visitor('analyst')]
  const dataset = await bring(by.actor)
  for (const name of ['picture.svg', 'picture.png']) {
    expect((await site.get(`${other.home}/statistics/${dataset.slug}/${name}`, { by: other })).status).toBe(
      404,
    )
    expect((await site.get(`${by.home}/statistics/${dataset.slug}/${name}`, { by: other })).status).toBe(404)
    expect((await site.get(`${by.home}/statistics/${dataset.slug}/${name}`)).status).toBe(404)
  }
})

it('says what must be looked over before a table is proposed, and asks that it be read', async () => {
  const by = await site.visitor('analyst')
  const dataset = await bring(by.actor, 'kommun;år;value\n2080 Falun;2023;50\n2081 Borlänge;2023;40\n', {
    name: 'Andel kvinnor bland chefer',
  })
  const page = `${by.home}/statistics/${dataset.slug}/publication`
  expect(await (await site.get(page, { by })).text()).toContain('The share is shown for one of the sexes')
  const refused = await site.post(page, { act: 'propose', 'open-from': '2035-01-01 07:00' }, { by })
  expect(refused.status).toBe(422)
  const told = await refused.text()
  expect(told).toContain('href="#read"')
  expect(told).toContain('2035-01-01 07:00')
  expect((await site.post(page, { act: 'propose', read: 'on' }, { by })).status).toBe(303)
})

it('does not ask it of a table that is in order', async () => {
  const by = await site.visitor('analyst')
  const dataset = await bring(by.actor)
  const page = `${by.home}/statistics/${dataset.slug}/publication`
  expect(await (await site.get(page, { by })).text()).not.toContain('id="read"')
  expect((await site.post(page, { act: 'propose' }, { by })).status).toBe(303)
})
