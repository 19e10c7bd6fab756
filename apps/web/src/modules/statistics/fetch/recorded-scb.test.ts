import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readJsonStat } from '@jamvikt/tables'
import { describe, expect, it } from 'vitest'
import { openAnsweringServer } from '../../../testing/answering-server.ts'
import { openPxwebServer } from '../../../testing/pxweb-server.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestFetch } from '../../../testing/test-fetch.ts'
import { listTables } from './pxweb-lists.ts'
import { planFetch } from './pxweb-selection.ts'
import { describeTable, kindOfServer } from './pxweb-table.ts'

const folder = path.join(
  process.env.JAMVIKT_SHARED ?? path.resolve('../shared'),
  'data/jsonstat/pxwebapi_v2_scb',
)
const recorded = existsSync(folder)
if (!recorded) console.warn(`no recorded answers at ${folder}: not held against SCB`)
const read = (name: string) => readFileSync(path.join(folder, name))

const database = await openTestDatabase()
const { doors, start, carryOut, draftOf } = openTestFetch(database)

if (recorded)
  describe('answers of SCB as they were recorded', () => {
    it('tell limits, tables and variables', async () => {
      const server = await openAnsweringServer((place) => {
        if (place === '/api/config') return read('config.json')
        if (place.startsWith('/api/tables?lang=sv&query=')) return read('search.json')
        if (place === '/api/tables?lang=sv&pageNumber=1&pageSize=25') return read('tables.json')
        return place === '/api/tables/TAB6471/metadata?lang=sv' ? read('TAB6471_metadata.json') : null
      })
      const api = `${server.address}/api`
      expect(await kindOfServer(doors.http, api)).toBe('pxweb-v2')
      const found = await listTables(doors.http, 'pxweb-v2', api, { path: '', text: 'vatten', page: 1 })
      expect(found).toMatchObject({ ok: true, search: { count: 10, next: null } })
      if (found.ok) expect(found.entries[0]).toMatchObject({ id: 'TAB4552', kind: 'table' })
      expect(await listTables(doors.http, 'pxweb-v2', api, { path: '', text: '', page: 1 })).toMatchObject({
        ok: true,
      })
      const table = await describeTable(doors.http, 'pxweb-v2', api, 'TAB6471')
      if (!table.ok) throw new Error(table.reason)
      expect(table).toMatchObject({ producer: 'SCB', language: 'sv', maxCells: 150_000 })
      expect(
        table.variables.map(({ code, values, mayBeLeftOut }) => [code, values.length, mayBeLeftOut]),
      ).toEqual([
        ['Region', 312, true],
        ['Alder', 134, false],
        ['Kon', 3, true],
        ['ContentsCode', 1, false],
        ['Tid', 16, false],
      ])
      const all = Object.fromEntries(table.variables.map(({ code }) => [code, ['*']]))
      const plan = planFetch(table.variables, all, table.maxCells)
      expect(plan).toMatchObject({ ok: true, cells: 312 * 134 * 3 * 16 })
      // 2 006 784 cells need fourteen answers of 150 000 at least.
      if (plan.ok) expect(plan.pieces.length).toBeGreaterThanOrEqual(14)
      if (plan.ok) expect(plan.pieces.length).toBeLessThanOrEqual(16)
      await server.close()
    })

    it('fetched in pieces are the same figures', async () => {
      const whole = readJsonStat(read('TAB6471_data.json'), { language: 'sv' })
      const [table] = whole.ok ? whole.tables : []
      if (table === undefined) throw new Error('not read')
      const server = await openPxwebServer({ table: { ...table, id: 'TAB6471' }, maxCells: 500 })
      const actor = await database.actor('analyst')
      const run = await carryOut(
        actor,
        await start(actor, {
          kind: 'pxweb-v2',
          producer: 'SCB',
          address: server.v2,
          table: 'TAB6471',
          selection: Object.fromEntries(table.dimensions.map(({ id }) => [id, ['*']])),
        }),
      )
      const draft = await draftOf(actor, run)
      expect(server.state.answered.length).toBeGreaterThanOrEqual(6)
      expect(draft.table.values).toHaveLength(2772)
      expect([...draft.table.values].slice(0, 4)).toEqual([245284, 247245, 249358, 251635])
      expect(draft.table.values.reduce((sum, value) => sum + value, 0)).toBe(84_837_753)
      await server.close()
    })
  })

if (!recorded) it('has no recorded answers at hand', () => expect(recorded).toBe(false))
