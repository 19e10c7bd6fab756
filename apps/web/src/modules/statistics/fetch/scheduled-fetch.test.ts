import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { fetchTable } from '../../../testing/fetch-table.ts'
import { openPxwebServer } from '../../../testing/pxweb-server.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestFetch } from '../../../testing/test-fetch.ts'
import { datasetVersions } from '../service/datasets.ts'
import { isDue } from './due.ts'
import type { PxwebSource } from './model-fetch.ts'
import { runFetch } from './run-fetch.ts'
import { sendDueFetches } from './send-due.ts'
import { fetchesOf } from './store/fetches.ts'

const database = await openTestDatabase()
const fetches = openTestFetch(database)
const { doors, jobs } = fetches
const server = await openPxwebServer({ table: fetchTable() })
afterAll(server.close)

const source: PxwebSource = {
  kind: 'pxweb-v2',
  producer: 'Påhittad myndighet',
  address: server.v2,
  table: 'TAB9001',
  selection: { Region: ['*'], Kon: ['*'], Tid: ['*'] },
}
const HOUR_MS = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS)

beforeEach(() => {
  jobs.length = 0
  Object.assign(server.state, { table: fetchTable(), down: false })
})

/** A dataset that is fetched every day, and what the clock makes of it. */
async function openDaily() {
  const actor = await database.actor('analyst')
  const dataset = await fetches.bring(actor, source, 'daily')
  jobs.length = 0
  const strike = async (hours: number) => {
    await sendDueFetches(doors, inHours(hours))
    const mine = jobs.splice(0).filter(({ regionId }) => regionId === actor.regionId)
    for (const job of mine) await runFetch(doors, job)
    const [latest] = await doors.inRegion(actor, (db) => fetchesOf(db, dataset.id, 1))
    return { sent: mine.length, latest }
  }
  const versions = async () =>
    (await doors.inRegion(actor, (db) => datasetVersions(db, dataset.slug)))?.versions ?? []
  return { actor, dataset, strike, versions }
}

it('is due after its time, give or take half an hour', () => {
  const last = new Date('2026-03-01T06:00:00Z')
  const after = (hours: number) => new Date(last.getTime() + hours * HOUR_MS)
  expect([23, 23.5, 30].map((hours) => isDue('daily', last, after(hours)))).toEqual([false, true, true])
  expect([167, 168].map((hours) => isDue('weekly', last, after(hours)))).toEqual([false, true])
  expect([719, 720].map((hours) => isDue('monthly', last, after(hours)))).toEqual([false, true])
})

describe('a dataset that is fetched every day', () => {
  it('is left alone before its time', async () => {
    const { strike } = await openDaily()
    expect((await strike(20)).sent).toBe(0)
  })

  it('gets no version where nothing changed', async () => {
    const { actor, strike, versions } = await openDaily()
    const { sent, latest } = await strike(24)
    expect(sent).toBe(1)
    expect(latest).toMatchObject({
      scheduled: true,
      status: 'done',
      outcome: { kind: 'unchanged', version: 1 },
    })
    expect(await versions()).toHaveLength(1)
    expect(await fetches.kept(actor)).toMatchObject({ drafts: 0, pieces: 0 })
  })

  it('gets a version by itself where figures changed and a year came', async () => {
    const { actor, strike, versions } = await openDaily()
    const years = ['2022', '2023', '2024', '2025']
    const changed = fetchTable(years)
    changed.values[0] = 99
    server.state.table = changed
    const { latest } = await strike(24)
    expect(latest?.outcome).toEqual({ kind: 'version', version: 2 })
    const [second] = await versions()
    expect(second).toMatchObject({ number: 2, createdBy: actor.personId })
    expect(second?.changes).toMatchObject({ kind: 'changed', cellsChanged: 1, cellsNew: 36, cellsGone: 0 })
    expect(second?.changes.codesNew).toEqual([{ dimension: 'Tid', codes: ['2025'] }])
    expect(await fetches.kept(actor)).toMatchObject({ drafts: 0, pieces: 0 })
  })

  it('gets none, and says which, where codes went', async () => {
    const { actor, strike, versions } = await openDaily()
    const { dimensions, ...rest } = fetchTable()
    server.state.table = {
      ...rest,
      dimensions: dimensions.map((dimension) => ({
        ...dimension,
        categories: dimension.categories.map((category) =>
          category.code === '2082' ? { ...category, code: '2083' } : category,
        ),
      })),
    }
    const { latest } = await strike(24)
    expect(latest?.outcome).toMatchObject({
      kind: 'refused',
      reason: 'structure-changed',
      keyword: 'Region',
      detail: '+2083, −2082',
      resumable: false,
    })
    expect(await versions()).toHaveLength(1)
    expect(await fetches.kept(actor)).toMatchObject({ drafts: 0, pieces: 0 })
    const { rows } = await database.owner.query(
      `select kind, action from history where region_id = $1 order by id desc limit 1`,
      [actor.regionId],
    )
    expect(rows).toEqual([{ kind: 'refusal', action: 'fetch-failed' }])
  })

  it('goes on within the hour where the source was down, and not when it was told to stop', async () => {
    const { dataset, strike, versions } = await openDaily()
    server.state.table = fetchTable(undefined, 3)
    server.state.down = true
    const down = await strike(24)
    expect(down.latest).toMatchObject({ status: 'failed', outcome: { reason: 'source-down' } })
    expect((await strike(0.5)).sent).toBe(0)
    server.state.down = false
    const up = await strike(1)
    expect(up.latest?.id).toBe(down.latest?.id)
    expect(up.latest?.outcome).toEqual({ kind: 'version', version: 2 })
    expect(await versions()).toHaveLength(2)
    await database.owner.query(`update stat_dataset set fetch_again = 'never' where id = $1`, [dataset.id])
    expect((await strike(100)).sent).toBe(0)
  })

  it('is sent again where its job was lost', async () => {
    const { strike, versions } = await openDaily()
    server.state.table = fetchTable(undefined, 3)
    await sendDueFetches(doors, inHours(24))
    jobs.length = 0 // the queue lost them
    expect((await strike(0)).sent).toBe(0)
    expect((await strike(1)).sent).toBe(1)
    expect(await versions()).toHaveLength(2)
  })

  it('that is withdrawn is not fetched', async () => {
    const { dataset, strike } = await openDaily()
    await database.owner.query('update stat_dataset set withdrawn_at = now() where id = $1', [dataset.id])
    expect((await strike(24)).sent).toBe(0)
  })
})
