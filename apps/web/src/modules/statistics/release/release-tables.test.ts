import { assertReleased, type ReleasedTable } from '@jamvikt/disclosure'
import { expect, expectTypeOf, it } from 'vitest'
import { withTenant } from '../../../platform/db/tenant.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import type { ReleasedContent } from '../model.ts'
import { ledger, rehydrateTables, releaseTables, withdrawTables } from './release-tables.ts'

const database = await openTestDatabase()
const request = { dataset: 'funding-list:x', period: '2023', method: 'suppression-1', payload: { cells: [] } }

it('gives a table back only while it stands, and only as a released one', async () => {
  const analyst = await database.actor()
  await withTenant(database.db, analyst, async (db) => {
    const done = await releaseTables(db, analyst, [request])
    if (!done.ok) throw new Error(done.reason)
    const [table] = await rehydrateTables(db, done.ids)
    expect(() => assertReleased(table)).not.toThrow()
    expect(() => assertReleased(JSON.parse(JSON.stringify(table)))).toThrow('only a released table')
    expect(() => assertReleased({ ...table })).toThrow('only a released table')
    await withdrawTables(db, analyst, done.ids, 'taken back')
    expect(await rehydrateTables(db, done.ids)).toEqual([])
    expect(await ledger(db, request.dataset)).toMatchObject([{ period: '2023', notice: 'taken back' }])
  })
})

it('takes a period once, and one method for a dataset for ever', async () => {
  const analyst = await database.actor()
  await withTenant(database.db, analyst, async (db) => {
    await releaseTables(db, analyst, [request])
    expect(await releaseTables(db, analyst, [request])).toEqual({ ok: false, reason: 'period-released' })
    expect(await releaseTables(db, analyst, [{ ...request, period: '2024', method: 'cell-keys-1' }])).toEqual(
      {
        ok: false,
        reason: 'method-differs',
      },
    )
  })
})

it('is not to be had by shape: a plain object is no released table', () => {
  expectTypeOf<{ payload: ReleasedContent }>().not.toExtend<ReleasedTable<ReleasedContent>>()
})
