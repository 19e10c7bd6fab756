import { randomUUID } from 'node:crypto'
import { mappingSchema } from '@jamvikt/tables'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../platform/policy.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { csvOf, many, openTestFunding, TEST_MAPPING } from '../../../testing/test-funding.ts'
import type { FundingList } from '../model.ts'
import type { FundingDoors } from './doors.ts'
import { getImport, getImports } from './get-imports.ts'
import { getList } from './get-lists.ts'
import { withdrawList } from './keep-list.ts'
import { receiveUpload } from './receive-upload.ts'
import { runImport } from './run-import.ts'
import { startImport } from './start-import.ts'

const database = await openTestDatabase()
const { bring, doors } = openTestFunding(database)
const cases = [...many('a', 'K', 6, 4), ...many('b', 'M', 8, 2)]
const newer = [...cases, ...many('c', 'K', 3, 2)]

async function uploaded(analyst: Actor, list: FundingList | null) {
  const file = new File([csvOf(newer)], 'lista.csv')
  const listName = `Lista ${randomUUID().slice(0, 6)}`
  const upload = await receiveUpload(doors, analyst, { listId: list?.id ?? null, listName, file })
  if (!upload.ok) throw new Error(upload.reason)
  return upload.id
}

const order = (
  uploadId: string,
  change: Partial<typeof TEST_MAPPING> = {},
  through: FundingDoors = doors,
) => ({
  by: (analyst: Actor) =>
    startImport(through, analyst, {
      uploadId,
      mapping: mappingSchema.parse({ ...TEST_MAPPING, ...change }),
      saveAs: null,
      wholeList: false,
    }),
})

/** Doors behind which as many transactions as said are open before any of them goes on. */
function sideBySide(count: number): FundingDoors {
  let open = 0
  let go: () => void = () => undefined
  const all = new Promise<void>((resolve) => {
    go = resolve
  })
  return {
    ...doors,
    inRegion: (actor, work) =>
      doors.inRegion(actor, async (db) => {
        open += 1
        if (open >= count) go()
        await all
        return work(db)
      }),
  }
}

async function caseCount(list: FundingList) {
  const { rows } = await database.owner.query(
    'select count(*)::int as n from funding_case where list_id = $1',
    [list.id],
  )
  return rows[0]?.n
}

describe('an order to import', () => {
  it('given twice at once for one upload makes one list and one import', async () => {
    const analyst = await database.actor()
    const upload = await uploaded(analyst, null)
    const together = sideBySide(2)
    const both = [order(upload, {}, together), order(upload, {}, together)]
    const done = await Promise.all(both.map((one) => one.by(analyst)))
    expect(done.map((one) => (one.ok ? 'ordered' : one.reason)).sort()).toEqual([
      'already-imported',
      'ordered',
    ])
    const { rows } = await database.owner.query(
      `select (select count(*)::int from funding_list where region_id = $1) as lists,
        (select count(*)::int from funding_import where region_id = $1) as imports`,
      [analyst.regionId],
    )
    expect(rows).toEqual([{ lists: 1, imports: 1 }])
    expect(await order(upload).by(analyst)).toEqual({ ok: false, reason: 'already-imported' })
  })

  it('for a list withdrawn since the upload imports nothing', async () => {
    const analyst = await database.actor()
    const { list } = await bring(analyst, csvOf(cases))
    const upload = await uploaded(analyst, list)
    await withdrawList(doors, analyst, list, 'taken back')
    expect(await order(upload).by(analyst)).toEqual({ ok: false, reason: 'list-withdrawn' })
    expect(await getImports(doors, analyst, list.id)).toHaveLength(1)
    expect(await caseCount(list)).toBe(20)
  })

  it('waiting when its list is withdrawn fails and imports nothing', async () => {
    const analyst = await database.actor()
    const { list } = await bring(analyst, csvOf(cases))
    const later: FundingDoors = { ...doors, send: async () => undefined }
    const started = await order(await uploaded(analyst, list), {}, later).by(analyst)
    if (!started.ok) throw new Error(started.reason)
    await withdrawList(doors, analyst, list, 'taken back')
    const withdrawn = await getList(doors, analyst, list.id)
    await runImport(doors, { regionId: analyst.regionId, personId: analyst.personId, id: started.importId })
    const found = await getImport(doors, analyst, started.importId)
    expect(found?.run).toMatchObject({ status: 'failed', failure: { kind: 'list', reason: 'withdrawn' } })
    expect(await caseCount(list)).toBe(20)
    expect((await getList(doors, analyst, list.id))?.version).toBe(withdrawn?.version)
  })

  it('is refused when its industries are of another version than the list’s', async () => {
    const analyst = await database.actor()
    const { list } = await bring(analyst, csvOf(cases))
    const upload = await uploaded(analyst, list)
    const differs = { ok: false, reason: 'version-differs' }
    expect(await order(upload, { industryVersion: 'SNI2007' }).by(analyst)).toEqual(differs)
    expect(await caseCount(list)).toBe(20)
    expect(await order(upload).by(analyst)).toMatchObject({ ok: true, listId: list.id })
    expect(await caseCount(list)).toBe(25)
  })

  it('is refused when its leaders are counted by another rule than the list’s', async () => {
    const analyst = await database.actor()
    const { list } = await bring(analyst, csvOf(cases))
    const differs = { ok: false, reason: 'rule-differs' }
    const upload = await uploaded(analyst, list)
    expect(await order(upload, { leaderRule: 'board' }).by(analyst)).toEqual(differs)
    expect(await caseCount(list)).toBe(20)
  })
})
