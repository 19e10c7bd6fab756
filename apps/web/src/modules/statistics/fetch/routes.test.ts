import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../platform/policy.ts'
import { fetchTable } from '../../../testing/fetch-table.ts'
import { openKoladaServer } from '../../../testing/kolada-server.ts'
import { openPxwebServer } from '../../../testing/pxweb-server.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestFetch } from '../../../testing/test-fetch.ts'
import { openTestSite, type Visitor } from '../../../testing/test-site.ts'
import { addFetch } from './routes.tsx'
import { fetchesOf } from './store/fetches.ts'

const database = await openTestDatabase()
const site = openTestSite(database)
const fetches = openTestFetch(database)
const { doors, jobs } = fetches
addFetch(site.app, doors)
const server = await openPxwebServer({
  table: fetchTable(),
  maxCells: 30,
  codeLists: [
    {
      variable: 'Region',
      list: {
        id: 'agg_falun',
        label: { sv: 'Falun med Borlänge, och Mora' },
        kind: 'aggregation',
        values: [
          { code: 'FB', label: { sv: 'Falun och Borlänge' }, members: ['2080', '2081'] },
          { code: 'M', label: { sv: 'Mora' }, members: ['2062'] },
        ],
      },
    },
  ],
})
const kolada = await openKoladaServer()
afterAll(server.close)
afterAll(kolada.close)
beforeEach(() => {
  jobs.length = 0
  Object.assign(server.state, { table: fetchTable(), down: false })
})

const analyst = await site.visitor('analyst')
const new_ = `${analyst.home}/statistics/new`
const by = analyst
const page = async (place: string, as: Visitor = by) => {
  const answer = await site.get(place, { by: as })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') }
}
const send = async (place: string, fields: readonly (readonly [string, string])[], as: Visitor = by) => {
  const answer = await site.request(
    place,
    { method: 'POST', body: new URLSearchParams(fields.map(([name, value]) => [name, value])) },
    { by: as },
  )
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
}
const linkTo = (text: string, label: string) => {
  const found = [...text.matchAll(/<a href="([^"]+)"[^>]*>([^<]*)/g)].find(([, , inner]) =>
    inner?.includes(label),
  )
  return (found?.[1] ?? '').replaceAll('&amp;', '&')
}
const carryOutAll = async (actor: Actor = analyst.actor) => {
  for (const { id } of jobs.splice(0)) await fetches.carryOut(actor, id)
}

describe('a table of PxWeb 2', () => {
  it('is found by a search, chosen from, counted, fetched, and looked at as a draft', async () => {
    const first = await page(`${new_}/pxweb`)
    expect(first.text).toContain('https://statistikdatabasen.scb.se/api/v2')
    const found = await page(`${new_}/pxweb?${new URLSearchParams({ api: server.v2, q: 'inkomst' })}`)
    expect(found.text).toContain('Tables: 1')
    const form = await page(linkTo(found.text, 'Påhittad inkomst'))
    expect(form.text).toContain('<select id="v0" name="v0" multiple size="7"')
    expect(form.text).toContain('kvinnor (2)')
    const chosen = [
      ['api', server.v2],
      ['table', 'TAB9001'],
      ['all0', 'on'],
      ['v1', '1'],
      ['v1', '2'],
      ['all2', 'on'],
    ] as const
    const counted = await send(`${new_}/pxweb`, [...chosen, ['look', '1']])
    expect(counted.status).toBe(200)
    expect(counted.text).toContain('Cells: 72. Pieces to fetch: 3.')
    expect(counted.text).toMatch(/<option[^>]*value="2"[^>]*selected|<option selected[^>]*value="2"/)
    expect(jobs).toHaveLength(0)
    const started = await send(`${new_}/pxweb`, chosen)
    expect([started.status, started.to.startsWith(`${new_}/fetches/`)]).toEqual([303, true])
    const waiting = await page(started.to)
    expect(waiting.text).toContain(`data-progress="${started.to}/status"`)
    expect(waiting.text).toContain('http-equiv="refresh"')
    expect(JSON.parse((await page(`${started.to}/status`)).text)).toEqual({ done: false, share: 0 })
    await carryOutAll()
    expect(JSON.parse((await page(`${started.to}/status`)).text)).toEqual({ done: true, share: 1 })
    const done = await page(started.to)
    expect([done.status, done.to?.startsWith(`${analyst.home}/statistics/drafts/`)]).toEqual([302, true])
  })

  it('asks for what must be chosen, and keeps what was', async () => {
    const answer = await send(`${new_}/pxweb`, [
      ['api', server.v2],
      ['table', 'TAB9001'],
      ['v0', '2081'],
    ])
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('A variable needs at least one value. (år)')
    expect(answer.text).toContain('href="#v2"')
    expect(answer.text).toMatch(/<option[^>]*(selected[^>]*value="2081"|value="2081"[^>]*selected)/)
    expect(jobs).toHaveLength(0)
  })
})

it('a table of PxWeb 2 is asked for by a code list, whose own values are chosen among', async () => {
  const form = await page(`${new_}/pxweb?${new URLSearchParams({ api: server.v2, table: 'TAB9001' })}`)
  expect(form.text).toContain('Falun med Borlänge, och Mora (summed by the source)')
  expect(form.text).not.toContain('id="codelist1"')
  const asked = [
    ['api', server.v2],
    ['table', 'TAB9001'],
    ['codelist0', 'agg_falun'],
    ['all1', 'on'],
    ['all2', 'on'],
  ] as const
  const shown = await send(`${new_}/pxweb`, [...asked, ['shown0', ''], ['v0', '2080']])
  expect(shown.text).toContain('The values of the grouping are shown now.')
  expect(shown.text).toContain('Falun och Borlänge (FB)')
  expect(jobs).toHaveLength(0)
  const wrong = await send(`${new_}/pxweb`, [...asked, ['shown0', 'agg_falun'], ['v0', '2080']])
  expect(wrong.status).toBe(422)
  const started = await send(`${new_}/pxweb`, [...asked, ['shown0', 'agg_falun'], ['v0', 'FB'], ['v0', 'M']])
  const [job] = jobs
  await carryOutAll()
  expect(JSON.parse(server.state.answered.at(-1) ?? '').selection[0]).toMatchObject({
    variableCode: 'Region',
    codelist: 'agg_falun',
  })
  expect((await page(started.to)).to).toContain('/drafts/')
  const run = await fetches.runOf(analyst.actor, job?.id ?? '')
  const { table } = await fetches.draftOf(analyst.actor, run)
  expect(table.dimensions[0]?.categories.map(({ code }) => code)).toEqual(['FB', '2062'])
  // Falun is the first place and Borlänge the second; men are the first sex and 2022 the first year.
  expect(table.values[0]).toBe(0 + 22 + 1000 + 22)
})

it('a code list that the table does not have is not asked for', async () => {
  const answer = await send(`${new_}/pxweb`, [
    ['api', server.v2],
    ['table', 'TAB9001'],
    ['codelist0', '../../config'],
    ['all0', 'on'],
    ['all1', 'on'],
    ['all2', 'on'],
    ['look', '1'],
  ])
  expect(answer.text).toContain('Cells: 108.')
})

it('a table of PxWeb 1 is found by walking', async () => {
  const root = await page(`${new_}/pxweb?${new URLSearchParams({ api: server.v1 })}`)
  const level = await page(linkTo(root.text, 'Befolkning'))
  const form = await page(linkTo(level.text, 'Påhittad inkomst'))
  expect(form.text).toContain('name="table" value="BE/TAB9001"')
})

it.each([
  ['https://10.0.0.1/api/v2', 'leads to a closed network'],
  ['http://scb.example/api/v2', 'must begin with https'],
  ['javascript:alert(1)', 'The address'],
  ['"><script>', 'The address cannot be used'],
])('the database %s is refused in words', async (api, words) => {
  const answer = await page(`${new_}/pxweb?${new URLSearchParams({ api })}`)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(words)
  expect(answer.text).not.toContain('"><script>')
})

it('a key figure of Kolada is searched, chosen and fetched', async () => {
  const found = await page(
    `${new_}/kolada?${new URLSearchParams({ api: kolada.address, title: 'nyckeltal' })}`,
  )
  const form = await page(linkTo(found.text, 'Påhittat nyckeltal'))
  expect(form.text).toContain('Uppfunnet för prov.')
  const fields = [
    ['api', kolada.address],
    ['kpi', 'N99001'],
    ['places', '20'],
  ] as const
  const wrong = await send(`${new_}/kolada`, [...fields, ['from', '2023'], ['to', '2022']])
  expect([wrong.status, wrong.text.includes('Years are written')]).toEqual([422, true])
  const nobody = await send(`${new_}/kolada`, [...fields.slice(0, 2), ['places', '25']])
  expect(nobody.status).toBe(303) // 0000, the country, is everywhere
  jobs.length = 0
  const started = await send(`${new_}/kolada`, [...fields, ['from', '2022'], ['to', '']])
  await carryOutAll()
  expect((await page(started.to)).to).toContain('/drafts/')
})

it('a file at an address is fetched; one that is no address is asked for again', async () => {
  expect((await send(`${new_}/address`, [['address', 'scb.se']])).status).toBe(422)
  const started = await send(`${new_}/address`, [['address', 'https://127.0.0.1/etc/passwd']])
  expect(started.status).toBe(303)
  server.state.down = true
  const lost = await send(`${new_}/address`, [['address', `${server.v2}/config`]])
  await carryOutAll()
  server.state.down = false
  const failed = await page(lost.to)
  expect(failed.text).toContain('The source does not answer.')
  expect(failed.text).toContain('Nothing has been kept as a table.')
  expect((await send(`${lost.to}/resume`, [])).to).toBe(lost.to)
  await carryOutAll()
  expect((await page(lost.to)).text).not.toContain('The source does not answer.')
})

describe('the fetching of a dataset', () => {
  const source = {
    kind: 'pxweb-v2' as const,
    producer: 'Påhittad myndighet',
    address: server.v2,
    table: 'TAB9001',
    selection: { Region: ['*'], Kon: ['*'], Tid: ['*'] },
  }

  it('is scheduled, done at once, and told of', async () => {
    const dataset = await fetches.bring(analyst.actor, source)
    jobs.length = 0
    const here = `${analyst.home}/statistics/${dataset.slug}/fetch`
    expect((await page(here)).text).toContain('No fetches yet.')
    expect((await send(here, [['every', 'weekly']])).to).toBe(`${here}?saved=1`)
    expect(await fetches.datasetOf(analyst.actor, dataset.slug)).toMatchObject({ fetchAgain: 'weekly' })
    expect((await send(here, [['every', 'hourly']])).status).toBe(400)
    const started = await send(`${here}/now`, [])
    expect((await send(`${here}/now`, [])).to).toBe(`${here}?busy=1`)
    await carryOutAll()
    expect((await page(started.to)).to).toContain('/drafts/')
    const [run] = await doors.inRegion(analyst.actor, (db) => fetchesOf(db, dataset.id, 1))
    expect(run).toMatchObject({ scheduled: false, outcome: { kind: 'draft' } })
    expect((await page(here)).text).toContain('Fetched, for somebody to look over.')
  })
})

describe('who may not bring tables in', () => {
  const places = ['/pxweb', '/kolada', '/address']
  it.each(places)('does not find %s', async (place) => {
    const reader = await site.visitor('reader', analyst.actor.regionId)
    expect((await page(`${new_}${place}`, reader)).status).toBe(404)
    expect((await send(`${new_}${place}`, [['api', server.v2]], reader)).status).toBe(404)
  })

  it('does not find a fetch of another region', async () => {
    const started = await send(`${new_}/address`, [['address', 'https://localhost/']])
    const stranger = await site.visitor('analyst')
    const id = started.to.split('/').at(-1) ?? ''
    expect((await page(`${stranger.home}/statistics/new/fetches/${id}`, stranger)).status).toBe(404)
    expect((await page(`${new_}/fetches/not-an-id`)).status).toBe(404)
  })
})
