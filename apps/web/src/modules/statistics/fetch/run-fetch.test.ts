import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { fetchTable } from '../../../testing/fetch-table.ts'
import { openPxwebServer } from '../../../testing/pxweb-server.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestFetch } from '../../../testing/test-fetch.ts'
import type { PxwebSource } from './model-fetch.ts'
import { runFetch } from './run-fetch.ts'
import { resumeFetch, startFetch } from './start-fetch.ts'

const database = await openTestDatabase()
const fetches = openTestFetch(database)
const { doors, start, carryOut, draftOf, kept } = fetches
// 12 places × 3 sexes × 3 years, at most 30 cells an answer: 4 pieces.
const server = await openPxwebServer({ table: fetchTable(), maxCells: 30 })
afterAll(server.close)
const actor = await database.actor('analyst')

const ALL = { Region: ['*'], Kon: ['*'], Tid: ['*'] }
const source = (kind: PxwebSource['kind'], selection: PxwebSource['selection'] = ALL): PxwebSource => ({
  kind,
  producer: 'Påhittad myndighet',
  address: kind === 'pxweb-v2' ? server.v2 : server.v1,
  table: kind === 'pxweb-v2' ? 'TAB9001' : 'BE/TAB9001',
  selection,
})

beforeEach(async () => {
  Object.assign(server.state, {
    table: fetchTable(),
    down: false,
    onData: () => undefined,
    answered: [],
    asked: 0,
  })
  await database.owner.query('delete from stat_fetch_piece; delete from stat_draft')
})

describe.each(['pxweb-v1', 'pxweb-v2'] as const)('a table of %s', (kind) => {
  it('is fetched in pieces, and is the same as at the source', async () => {
    const run = await carryOut(actor, await start(actor, source(kind)))
    expect(run).toMatchObject({ status: 'done', progress: 1, outcome: { kind: 'draft' } })
    const { table, provenance } = await draftOf(actor, run)
    expect([...table.values]).toEqual([...fetchTable().values])
    expect(table.dimensions.map(({ id }) => id)).toEqual(['Region', 'Kon', 'Tid'])
    expect(provenance).toMatchObject({ sourceUpdated: fetchTable().updated, fileName: null })
    expect(provenance.address).toContain('TAB9001')
    expect(server.state.answered).toHaveLength(4)
    expect(await kept(actor)).toEqual({ drafts: 1, versions: 0, pieces: 0 })
  })

  it('is fetched as far as it is chosen, the rest summed by the source', async () => {
    const chosen = { Region: ['2081', '2080'], Tid: ['TOP(2)'] }
    const { table } = await draftOf(actor, await carryOut(actor, await start(actor, source(kind, chosen))))
    expect(table.dimensions.map(({ id }) => id)).toEqual(['Region', 'Tid'])
    expect([...table.values]).toEqual([223, 224, 1223, 1224])
  })

  it('with codes that the source does not have is refused, and they are named', async () => {
    const chosen = { ...ALL, Region: ['2080', '9998', '9999'] }
    const run = await carryOut(actor, await start(actor, source(kind, chosen)))
    expect(run.outcome).toMatchObject({
      kind: 'refused',
      reason: 'unknown-codes',
      keyword: 'region',
      detail: '9998, 9999',
    })
    expect(server.state.asked).toBe(0)
  })

  it('that needs a choice is refused without one', async () => {
    const run = await carryOut(actor, await start(actor, source(kind, { Kon: ['1'] })))
    expect(run.outcome).toMatchObject({ reason: 'selection-missing', keyword: 'region' })
  })
})

describe('a source that fails', () => {
  it('in the middle leaves what came, and each piece is fetched once', async () => {
    server.state.onData = (number) => {
      if (number === 2) server.state.down = true
      return number === 2 ? 'break' : undefined
    }
    const id = await start(actor, source('pxweb-v2'))
    const stopped = await carryOut(actor, id)
    expect(stopped).toMatchObject({
      status: 'failed',
      outcome: { reason: 'source-down', resumable: true },
      draftId: null,
    })
    expect(await kept(actor)).toEqual({ drafts: 0, versions: 0, pieces: 2 })
    server.state.down = false
    server.state.onData = () => undefined
    expect(await resumeFetch(doors, actor, id)).toBe(true)
    expect(await resumeFetch(doors, actor, id)).toBe(false)
    const { table } = await draftOf(actor, await carryOut(actor, id))
    expect([...table.values]).toEqual([...fetchTable().values])
    expect(new Set(server.state.answered).size).toBe(4)
    expect(server.state.answered).toHaveLength(4)
  })

  it('for a moment is asked again', async () => {
    server.state.onData = (number) => (number === 1 ? 'break' : number === 3 ? 'busy' : undefined)
    const run = await carryOut(actor, await start(actor, source('pxweb-v1')))
    expect(run.outcome).toEqual({ kind: 'draft' })
    expect(server.state.answered).toHaveLength(4)
  })

  it('with a web page, or a no, is told as that, and nothing is kept', async () => {
    server.state.onData = (number) => (number === 1 ? 'html' : undefined)
    const page = await carryOut(actor, await start(actor, source('pxweb-v2')))
    expect(page.outcome).toMatchObject({ reason: 'html-file', resumable: false })
    server.state.onData = () => 'refuse'
    const no = await carryOut(actor, await start(actor, source('pxweb-v2')))
    expect(no.outcome).toMatchObject({ reason: 'source-refused', detail: expect.stringContaining('400') })
    expect(await kept(actor)).toEqual({ drafts: 0, versions: 0, pieces: 0 })
  })

  it.each(['pxweb-v1', 'pxweb-v2'] as const)('to keep its codes (%s) is told as that', async (kind) => {
    server.state.onData = (number) => {
      if (number === 2) server.state.table = fetchTable(['2023', '2024', '2025'])
      return undefined
    }
    const run = await carryOut(actor, await start(actor, source(kind)))
    expect(run.outcome).toMatchObject({ kind: 'refused', reason: 'source-changed' })
    expect(await kept(actor)).toEqual({ drafts: 0, versions: 0, pieces: 0 })
  })

  it('to stay the same between two halves is told as that', async () => {
    server.state.onData = (number) => {
      if (number === 2) server.state.down = true
      return number === 2 ? 'break' : undefined
    }
    const id = await start(actor, source('pxweb-v2'))
    await carryOut(actor, id)
    Object.assign(server.state, { down: false, onData: () => undefined })
    server.state.table = { ...fetchTable(), updated: '2026-02-02T06:00:00Z' }
    await resumeFetch(doors, actor, id)
    expect((await carryOut(actor, id)).outcome).toMatchObject({ reason: 'source-changed' })
    expect(await kept(actor)).toEqual({ drafts: 0, versions: 0, pieces: 0 })
  })

  it('of which the figures alone were updated between two pieces is not put together', async () => {
    // PxWebApi 1 says nothing of an update but in the answers themselves.
    server.state.onData = (number) => {
      if (number === 2) server.state.table = { ...fetchTable(undefined, 5), updated: '2026-02-02T06:00:00Z' }
      return undefined
    }
    const run = await carryOut(actor, await start(actor, source('pxweb-v1')))
    expect(run.outcome).toMatchObject({ reason: 'source-changed' })
  })
})

describe('our own side', () => {
  it('that stops in the middle goes on in a new process where it was', async () => {
    let calls = 0
    const dying = {
      ...doors,
      inRegion: async <T>(...[scope, work]: Parameters<typeof doors.inRegion<T>>) => {
        calls += 1
        // Begin, fingerprint, and two pieces of two transactions each.
        if (calls > 6) throw new Error('the process is gone')
        return doors.inRegion(scope, work)
      },
    }
    const id = await start(actor, source('pxweb-v2'))
    await expect(runFetch(dying, { ...actor, id })).rejects.toThrow('the process is gone')
    expect(await fetches.runOf(actor, id)).toMatchObject({ status: 'running', outcome: null })
    expect((await fetches.runOf(actor, id)).progress).toBeGreaterThan(0.3)
    expect((await kept(actor)).pieces).toBe(2)
    const { table } = await draftOf(actor, await carryOut(actor, id))
    expect([...table.values]).toEqual([...fetchTable().values])
    expect(server.state.answered).toHaveLength(4)
  })

  it('that cannot keep a piece has half of nothing', async () => {
    await database.owner.query(`create function no_room() returns trigger language plpgsql as
      $$ begin if new.number = 1 then raise exception 'disk full'; end if; return new; end $$;
      create trigger no_room before insert on stat_fetch_piece for each row execute function no_room()`)
    const id = await start(actor, source('pxweb-v2'))
    await expect(runFetch(doors, { ...actor, id })).rejects.toThrow('disk full')
    const before = await fetches.runOf(actor, id)
    expect(before).toMatchObject({ status: 'running', draftId: null })
    expect(await kept(actor)).toEqual({ drafts: 0, versions: 0, pieces: 1 })
    await database.owner.query('drop trigger no_room on stat_fetch_piece')
    expect((await carryOut(actor, id)).outcome).toEqual({ kind: 'draft' })
    expect(await kept(actor)).toEqual({ drafts: 1, versions: 0, pieces: 0 })
  })

  it('run twice at once ends once', async () => {
    const id = await start(actor, source('pxweb-v2'))
    await Promise.all([runFetch(doors, { ...actor, id }), runFetch(doors, { ...actor, id })])
    expect((await fetches.runOf(actor, id)).outcome).toEqual({ kind: 'draft' })
    expect(await kept(actor)).toEqual({ drafts: 1, versions: 0, pieces: 0 })
    await runFetch(doors, { ...actor, id })
    expect((await kept(actor)).drafts).toBe(1)
  })

  it('sees no fetch of another region', async () => {
    const stranger = await database.actor('analyst')
    const id = await start(actor, source('pxweb-v2'))
    await runFetch(doors, { ...stranger, id })
    expect((await fetches.runOf(actor, id)).status).toBe('queued')
  })
})

describe('a dataset', () => {
  it('is fetched once at a time', async () => {
    const dataset = await fetches.bring(actor, source('pxweb-v2'))
    const order = { datasetId: dataset.id, source: source('pxweb-v2'), scheduled: false }
    const both = await Promise.all([startFetch(doors, actor, order), startFetch(doors, actor, order)])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(both).toContainEqual({ ok: false, reason: 'already-fetching' })
  })

  it('fetched by somebody waits as a draft to be looked at', async () => {
    const dataset = await fetches.bring(actor, source('pxweb-v2'))
    server.state.table = fetchTable(undefined, 7)
    const id = await start(actor, source('pxweb-v2'), { datasetId: dataset.id })
    const draft = await draftOf(actor, await carryOut(actor, id))
    expect(draft.datasetId).toBe(dataset.id)
    expect((await fetches.datasetOf(actor, dataset.slug)).version).toBe(1)
  })
})
