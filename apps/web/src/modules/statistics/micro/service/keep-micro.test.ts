import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { assertReleased } from '@jamvikt/disclosure'
import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../../testing/test-database.ts'
import { declared, NOISE, openTestMicro, PEOPLE, peopleCsv, unlike } from '../micro.test-support.ts'
import { microDataset } from '../store/micro-datasets.ts'
import { deleteMicro } from './delete-micro.ts'
import { explore } from './explore.ts'
import { sweepMicro } from './sweep-micro.ts'

const database = await openTestDatabase()
const { doors, keep, renew, receive, approved, approve } = openTestMicro(database)

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

describe('rows that are there already', () => {
  it('are no new list of the region, with other ids either; they are in another region', async () => {
    const analyst = await database.actor()
    expect(await keep(analyst, peopleCsv())).toMatchObject({ ok: true })
    const shared = { ok: false, reason: 'rows-shared', list: 'Påhittade personer' }
    expect(await keep(analyst, peopleCsv())).toEqual(shared)
    // A quarter of them among others; and all of them under other ids.
    const lines = peopleCsv().trim().split('\n')
    const mixed = [...unlike(peopleCsv(240)).split('\n'), ...lines.slice(1, 80)].join('\n')
    expect(await keep(analyst, mixed)).toEqual(shared)
    expect(await keep(analyst, peopleCsv(300, 9000))).toEqual(shared)
    expect(await keep(analyst, unlike(peopleCsv()))).toMatchObject({ ok: true })
    expect(await keep(await database.actor(), peopleCsv())).toMatchObject({ ok: true })
  })

  it('are no new version with too little changed since any earlier one', async () => {
    const analyst = await database.actor()
    const kept = await keep(analyst, peopleCsv())
    if (!kept.ok) throw new Error(kept.reason)
    const one = `${peopleCsv()}ny;K;A;ung;1,5;43210\n`
    const little = { ok: false, reason: 'too-little-changed', rows: 1, least: 100 }
    expect(await renew(analyst, kept.id, one)).toEqual(little)
    expect(await renew(analyst, kept.id, unlike(peopleCsv()))).toMatchObject({ ok: true, version: 2 })
    expect(await renew(analyst, kept.id, one)).toEqual(little)
  })

  it('have the noise that they had when they are brought in again: no second draw to average', async () => {
    const { proposer, decider, id } = await approved()
    const question = { dimensions: ['kön', 'plats', 'ålder'], filters: [], measures: ['count'] }
    const seen = async (of: string) => {
      const answer = await explore(doors, proposer, of, question)
      if (!answer.ok) throw new Error(answer.reason)
      assertReleased(answer.released)
      return [...answer.released.payload.table.values]
    }
    const before = await seen(id)
    await deleteMicro(doors, proposer, id, 'fel namn')
    const again = await keep(proposer, peopleCsv())
    if (!again.ok) throw new Error(again.reason)
    expect(await approve({ proposer, decider }, again.id, NOISE)).toEqual({ ok: true })
    expect(await seen(again.id)).toEqual(before)
  })
})

describe('columns that would tell of persons', () => {
  const people = (of: (i: number) => string) =>
    ['id;kön;värde', ...Array.from({ length: 200 }, (_, i) => `p${i};${i % 2 ? 'K' : 'M'};${of(i)}`)].join(
      '\n',
    )

  it('are no groups where they are names', async () => {
    const analyst = await database.actor()
    const names = people((i) => `Namn ${i % 30}`)
    expect(await keep(analyst, names, declared(['id', 'kön', 'värde']))).toEqual({
      ok: false,
      reason: 'codes-like-names',
      column: 'värde',
    })
  })

  it('are no amounts where they are codes', async () => {
    for (const amount of [(i: number) => `${i % 2}`, () => '25000', (i: number) => `${i % 3 ? 500 : i}`])
      expect(
        await keep(await database.actor(), people(amount), declared(['id', 'kön', 'värde'], ['värde'])),
      ).toEqual({ ok: false, reason: 'amount-like-codes', column: 'värde' })
  })
})
