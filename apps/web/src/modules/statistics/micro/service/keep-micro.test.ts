import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../../testing/test-database.ts'
import { declared, openTestMicro, PEOPLE, peopleCsv } from '../micro.test-support.ts'
import { microDataset } from '../store/micro-datasets.ts'
import { sweepMicro } from './sweep-micro.ts'

const database = await openTestDatabase()
const { doors, keep, receive } = openTestMicro(database)

describe('lists that are brought in', () => {
  it('are refused for a personal number by row and column, and nothing of them is kept', async () => {
    const analyst = await database.actor()
    const lines = peopleCsv().split('\n')
    const hidden = lines.with(7, (lines[7] ?? '').replace(/;(\d+),5;/, ';19811218-9876;')).join('\n')
    expect(await keep(analyst, hidden)).toEqual({
      ok: false,
      reason: 'personal-number',
      row: 8,
      column: 'vikt',
    })
    const { rows } = await database.owner.query(
      'select 1 from micro_dataset where region_id = $1 union all select 1 from micro_draft where region_id = $1',
      [analyst.regionId],
    )
    expect(rows).toEqual([])
    const left = ['micro', 'files'].flatMap((folder) => {
      const place = path.join(doors.micro.folder, '..', folder, analyst.regionId)
      return existsSync(place) ? readdirSync(place) : []
    })
    expect(left).toEqual([])
  })

  it('may have personal numbers as ids, of which nothing is kept', async () => {
    const analyst = await database.actor()
    const content = 'id;kön\n19811218-9876;K\n19900101-2385;M\n'
    const kept = await keep(analyst, content, declared(['id', 'kön']))
    expect(kept.ok).toBe(true)
    const { rows } = await database.owner.query('select row_to_json(d)::text as all from micro_dataset d')
    expect(rows.some((row) => String(row.all).includes('9876'))).toBe(false)
  })

  it('are left to be declared anew where the declaration does not fit', async () => {
    const analyst = await database.actor()
    const received = await receive(analyst, peopleCsv())
    if (!received.ok) throw new Error(received.reason)
    const columns = PEOPLE.columns.map((column) =>
      column.name === 'kön' ? { ...column, role: 'amount' as const } : column,
    )
    const refused = await keep(analyst, peopleCsv(), { ...PEOPLE, columns })
    expect(refused).toEqual({ ok: false, reason: 'amount-unreadable', row: 2, column: 'kön' })
  })

  it('leave no files without an owner when an intake breaks off, or their time is out', async () => {
    const analyst = await database.actor()
    const kept = await keep(analyst, peopleCsv())
    if (!kept.ok) throw new Error(kept.reason)
    const folder = doors.micro.regionFolder(analyst.regionId)
    const owned = readdirSync(folder).sort()
    for (const orphan of ['f00d.parquet', 'f00d.cells.parquet', 'f00d.parquet.part'])
      writeFileSync(path.join(folder, orphan), 'x')
    await sweepMicro(doors, new Date('2026-11-22'))
    expect(readdirSync(folder).length).toBe(owned.length + 3)
    await sweepMicro(doors, new Date('2026-11-22'), 0)
    expect(readdirSync(folder).sort()).toEqual(owned)
    await sweepMicro(doors, new Date('2100-01-01'), 0)
    expect(readdirSync(folder)).toEqual([])
    expect(await doors.inRegion(analyst, (db) => microDataset(db, kept.id))).toBeNull()
  })
})
