import { expect, it } from 'vitest'
import { withOpenSite } from '../../platform/db/tenant.ts'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestSite } from '../../testing/test-site.ts'
import { openTestStatistics } from '../../testing/test-statistics.ts'
import { addStatistics } from './routes.tsx'
import { openIndicators } from './service/indicators.ts'

const database = await openTestDatabase()
const site = openTestSite(database)
const { bring, publish, withdraw, doors } = openTestStatistics(database)
addStatistics(site.app, doors)

/** An indicator of a published table, as the analyst who made it and a colleague see it. */
async function indicator() {
  const by = await site.visitor('analyst')
  const colleague = await site.visitor('administrator', by.actor.regionId)
  const dataset = await bring(by.actor)
  const published = await publish(dataset, { proposer: by.actor, decider: colleague.actor })
  const home = `${by.home}/statistics`
  await site.post(
    `${home}/${dataset.slug}/indicators`,
    { name: 'Lönegapet', direction: 'parity', owner: 'Enheten', view: 'rows=år&gap=ratio' },
    { by },
  )
  const page = async (who = by) => (await site.get(`${home}/indicators`, { by: who })).text()
  const id = /name="id" value="([^"]+)"/.exec(await page())?.[1] ?? ''
  const act = (what: string, who = by, rest = {}) =>
    site.post(`${home}/indicators`, { id, act: what, ...rest }, { by: who })
  const open = async () =>
    (await withOpenSite(database.db, by.home.slice(3), (db) => openIndicators(db, new Date(), 'sv')))?.map(
      ({ measured }) => measured.indicator.name,
    )
  const takeOff = () => withdraw(published, colleague.actor, 'Fel i talen.')
  return { by, colleague, page, act, open, takeOff }
}

it('everybody sees an indicator once a colleague has opened it, and no longer once it is closed', async () => {
  const { colleague, page, act, open } = await indicator()
  expect(await page()).toContain('Shown within the region only.')
  expect(await open()).toEqual([])
  expect(await page(colleague)).not.toContain('value="open"')
  await act('ask')
  expect(await open()).toEqual([])
  expect(await page()).not.toContain('value="open"')
  expect(await page(colleague)).toContain('value="open"')
  expect((await act('open', colleague)).status).toBe(303)
  expect(await open()).toEqual(['Lönegapet'])
  expect(await page()).toContain('Shown openly.')
  await act('close', colleague)
  expect(await open()).toEqual([])
})

it('an opened indicator of a table that is not published waits for the table', async () => {
  const { by, colleague, page, act, takeOff } = await indicator()
  await act('ask')
  await act('open', colleague)
  await takeOff()
  expect(await page(by)).toContain('Shown openly when the table is published.')
})

it('a pace that the years do not show is said in words, and a change of per cent in points', async () => {
  const { page, act } = await indicator()
  await act('target', undefined, { value: '95', year: '2030' })
  const html = await page()
  expect(html).toContain('The years so far do not show which way the value goes.')
  expect(html).toMatch(/The target needs \+\d+\.\d\d percentage points a year/)
  expect(html).toMatch(/\d percentage points to go/)
  expect(html).not.toContain('the pace so far is')
})

it('whoever asks for it or words it last does not open it', async () => {
  const { by, colleague, act, open } = await indicator()
  const second = await site.visitor('analyst', by.actor.regionId)
  await act('ask')
  expect((await act('open')).status).toBe(422)
  await act('close')
  await act('target', second, { value: '90', year: '2030' })
  await act('ask')
  expect((await act('open', second)).status).toBe(422)
  expect(await open()).toEqual([])
  expect((await act('open', colleague)).status).toBe(303)
})

it('a new aim is decided on anew', async () => {
  const { colleague, act, open } = await indicator()
  await act('ask')
  await act('open', colleague)
  await act('target', undefined, { value: '95', year: '2030' })
  expect(await open()).toEqual([])
})

it('a reader neither asks nor opens', async () => {
  const { by, act } = await indicator()
  const reader = await site.visitor('reader', by.actor.regionId)
  for (const what of ['ask', 'open', 'close']) expect((await act(what, reader)).status).toBe(404)
})
