import { afterAll, expect, it } from 'vitest'
import { openKoladaServer } from '../../../testing/kolada-server.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestFetch } from '../../../testing/test-fetch.ts'
import { openTestSite } from '../../../testing/test-site.ts'
import { addDrafts } from '../routes-drafts.tsx'
import { measuredIndicators } from '../service/indicators.ts'
import { addFetch } from './routes.tsx'

const database = await openTestDatabase()
const site = openTestSite(database)
const fetches = openTestFetch(database)
addFetch(site.app, fetches.doors)
addDrafts(site.app, fetches.doors)
const kolada = await openKoladaServer()
afterAll(kolada.close)

const analyst = await site.visitor('analyst')
const here = `${analyst.home}/statistics/new/kolada`
const api = { api: kolada.address }
const open = async (place: string, fields?: Record<string, string>) => {
  const answer =
    fields === undefined
      ? await site.get(place, { by: analyst })
      : await site.request(place, { method: 'POST', body: new URLSearchParams(fields) }, { by: analyst })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
}
const listed = () => kolada.lists().length

it('is fetched once, kept, searched without the source, and fetched anew when asked for', async () => {
  const first = await open(`${here}?${new URLSearchParams(api)}`)
  expect(first.text).toContain('1 of 1 key figures')
  expect(listed()).toBe(1)
  const found = await open(`${here}?${new URLSearchParams({ ...api, title: 'PÅHITTAT andel', sex: 'on' })}`)
  expect(found.text).toContain('Påhittat nyckeltal, andel (%)')
  const none = await open(`${here}?${new URLSearchParams({ ...api, title: '<b>finns inte', page: '9' })}`)
  expect(none.text).toContain('&lt;b>finns inte')
  expect(listed()).toBe(1)
  expect((await open(`${here}/list`, api)).to).toBe(`${here}?${new URLSearchParams(api)}`)
  expect(listed()).toBe(2)
})

it('that cannot be fetched is said so', async () => {
  for (const address of ['https://10.0.0.1/v2', 'not an address']) {
    const answer = await open(`${here}?${new URLSearchParams({ api: address })}`)
    expect([address, answer.status]).toEqual([address, 422])
  }
  expect((await open(`${here}/list`, { api: 'https://a.se/\u0000' })).status).toBe(422)
})

it('leads from a key figure to an indicator, with name and area filled in', async () => {
  await open(`${here}?${new URLSearchParams(api)}`)
  const started = await open(here, { ...api, kpi: 'N99001', places: '20', from: '', to: '' })
  for (const { id } of fetches.jobs.splice(0)) await fetches.carryOut(analyst.actor, id)
  const draft = (await open(started.to)).to
  const form = await open(draft)
  expect(form.text).toContain('value="Påhittat nyckeltal, andel (%)"')
  expect(form.text).toContain('Uppfunnet för prov.')
  expect(form.text).toMatch(/id="indicator"[^>]*checked/)
  const kept = await open(draft, {
    name: 'Påhittat nyckeltal',
    producer: 'Kolada (RKA)',
    licence: 'CC0',
    area: 'economy',
    indicator: 'on',
    direction: 'parity',
    public: 'on',
  })
  expect(kept.to).toBe(`${analyst.home}/statistics/indicators`)
  const [made] = await fetches.doors.inRegion(analyst.actor, (db) => measuredIndicators(db, 'sv'))
  expect(made?.indicator).toMatchObject({ name: 'Påhittat nyckeltal', area: 'economy', direction: 'parity' })
  expect(made?.points.map(({ period }) => period)).toEqual([2022, 2023])
})
