import {
  assertReleased,
  type Certificate,
  protectGroups,
  publicCertificate,
  type ReleasedTable,
} from '@jamvikt/disclosure'
import { cellsFromAggregates } from '@jamvikt/equity'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { withTenant } from '../../../platform/db/tenant.ts'
import type { Actor } from '../../../platform/policy.ts'
import { sha256 } from '../../../platform/sha256.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import type { ReleasedContent, ReleaseRequest } from '../model.ts'
import { ledger, rehydrateTables, releaseTables, withdrawTables } from './release-tables.ts'

const database = await openTestDatabase()

/** Two women of a small industry are hidden, and with them what they could be worked out from. */
function protectedTable(threshold = 5) {
  const rows = Object.entries({
    'women/A': 20,
    'women/B': 2,
    'women/C': 30,
    'men/A': 40,
    'men/B': 50,
    'men/C': 60,
  })
  const table = cellsFromAggregates(
    rows.map(([labels, granted]) => {
      const [sex = '', industry = ''] = labels.split('/')
      return { by: { sex, industry }, granted, refused: 2 * granted, amountGrantedOre: granted * 100 }
    }),
  )
  if (!table.ok) throw new Error(table.reason)
  const protection = protectGroups(table.cells, sha256, { threshold })
  if (!protection.ok) throw new Error(protection.reason)
  return { truth: table.cells, cells: protection.table.cells, certificate: protection.certificate }
}

const threshold = 5
const { truth, cells, certificate } = protectedTable()
const payload = { cells, threshold, certificate: publicCertificate(certificate) }
const request: ReleaseRequest = {
  dataset: 'funding-list:x',
  period: '2023',
  method: 'suppression',
  threshold,
  recipientsUnknown: true,
  payload,
  certificate,
  replaces: null,
}

const release = (actor: Actor, ...requests: readonly ReleaseRequest[]) =>
  withTenant(database.db, actor, (db) => releaseTables(db, actor, requests))

async function released(actor: Actor) {
  const done = await release(actor, request)
  if (!done.ok) throw new Error(done.reason)
  return done.ids
}

/** What is kept of a region, by table. */
async function rowsOf({ regionId }: Actor) {
  const { rows } = await database.owner.query(
    `select (select count(*)::int from released_table where region_id = $1) as tables,
      (select count(*)::int from release_certificate where region_id = $1) as proofs,
      (select count(*)::int from history where region_id = $1 and entity = 'released-table') as acts`,
    [regionId],
  )
  return rows[0]
}

it('gives a table back only while it stands, and only as a released one', async () => {
  const analyst = await database.actor()
  const ids = await released(analyst)
  await withTenant(database.db, analyst, async (db) => {
    const [table] = await rehydrateTables(db, ids)
    expect(() => assertReleased(table)).not.toThrow()
    expect(() => assertReleased(JSON.parse(JSON.stringify(table)))).toThrow('only a released table')
    expect(() => assertReleased({ ...table })).toThrow('only a released table')
    await withdrawTables(db, analyst, ids, 'taken back')
    expect(await rehydrateTables(db, ids)).toEqual([])
    expect(await ledger(db, request.dataset)).toMatchObject([{ period: '2023', notice: 'taken back' }])
  })
})

it('takes a period once, and one method for a dataset for ever', async () => {
  const analyst = await database.actor()
  const [id = ''] = await released(analyst)
  expect(await release(analyst, request)).toEqual({ ok: false, reason: 'period-released' })
  const other = await release(analyst, { ...request, period: '2024', method: 'cellkey' })
  expect(other).toEqual({ ok: false, reason: 'method-differs' })
  await database.owner.query("update released_table set method = 'round' where id = $1", [id])
  const again = await release(analyst, { ...request, period: '2024' })
  expect(again).toEqual({ ok: false, reason: 'method-differs' })
})

it('refuses a period that is asked for twice in one act, and releases neither', async () => {
  const analyst = await database.actor()
  expect(await release(analyst, request, request)).toEqual({ ok: false, reason: 'period-released' })
  expect(await rowsOf(analyst)).toEqual({ tables: 0, proofs: 0, acts: 0 })
})

it('withdraws what a corrected table takes the place of, in the same act', async () => {
  const analyst = await database.actor()
  const [id = ''] = await released(analyst)
  const done = await release(analyst, { ...request, replaces: { id, notice: 'corrected' } })
  expect(done).toMatchObject({ ok: true })
  await withTenant(database.db, analyst, async (db) => {
    const entries = await ledger(db, request.dataset)
    expect(entries.map(({ notice, withdrawnAt }) => [notice, withdrawnAt === null])).toEqual([
      ['corrected', false],
      [null, true],
    ])
  })
})

it('is not to be had by shape: a plain object is no released table', () => {
  expectTypeOf<{ payload: ReleasedContent }>().not.toExtend<ReleasedTable<ReleasedContent>>()
})

it('takes medians that are rounded, and keeps them as they are', async () => {
  const analyst = await database.actor()
  const medians = [{ valueOre: 12_000 }, { valueOre: 0 }, { valueOre: 1.5 }, null]
  const withMedians = cells.map((cell, i) =>
    cell.suppressed ? cell : { ...cell, medianGrantedOre: medians[i % medians.length] ?? null },
  )
  const told = { ...payload, cells: withMedians }
  expect(await release(analyst, { ...request, payload: told })).toMatchObject({ ok: true })
  const { rows } = await database.owner.query('select payload from released_table where region_id = $1', [
    analyst.regionId,
  ])
  expect(rows).toEqual([{ payload: told }])
})

describe('a table that its proof does not hold for', () => {
  const hiddenAt = cells.findIndex(({ by, suppressed }) => suppressed && by.sex === 'men')
  const shownAt = cells.findIndex(({ by, suppressed }) => !suppressed && by.industry === 'C')
  const shown = cells[shownAt]
  const told = truth.find(({ by }) => JSON.stringify(by) === JSON.stringify(cells[hiddenAt]?.by))
  if (!told || !shown || shown.suppressed) throw new Error('the table hides other groups')
  const { applied, granted } = told.amounts
  const flipped = {
    by: told.by,
    counts: told.counts,
    amounts: { applied: { totalOre: applied.totalOre }, granted: { totalOre: granted.totalOre } },
  }
  const { by, counts, amounts } = shown
  const { hidden } = certificate
  const milder = protectedTable(3)
  const median = (medianGrantedOre: unknown, at = shownAt): Partial<ReleaseRequest> =>
    JSON.parse(
      JSON.stringify(showing(cells.map((cell, i) => (i === at ? { ...cell, medianGrantedOre } : cell)))),
    )
  const none: Certificate = JSON.parse('null')
  const showing = (table: typeof cells) => ({ payload: { ...payload, cells: table } })
  const proving = (change: Partial<Certificate>) => ({ certificate: { ...certificate, ...change } })

  it.each<[string, Partial<ReleaseRequest>]>([
    ['one hidden group is shown', showing(cells.with(hiddenAt, flipped))],
    ['one hidden group is shown otherwise', showing(cells.with(hiddenAt, { ...shown, by: flipped.by }))],
    ['recipients are told', showing(cells.with(shownAt, { by, counts, amounts: told.amounts }))],
    ['one more group is hidden', showing(cells.with(shownAt, { by, suppressed: true }))],
    ['a group is left out', showing(cells.toSpliced(shownAt, 1))],
    [
      'another count is shown',
      showing(cells.with(shownAt, { by, amounts, counts: { ...counts, granted: 7 } })),
    ],
    ['a smaller threshold is told', { payload: { ...payload, threshold: 3 } }],
    ['a larger threshold is told', { payload: { ...payload, threshold: 10 } }],
    ['the settings ask for a larger threshold', { threshold: 10 }],
    ['the settings ask for a smaller threshold', { threshold: 3 }],
    ['the settings ask for none', { threshold: 0 }],
    [
      'it was protected with a smaller threshold',
      {
        payload: { cells: milder.cells, threshold: 3, certificate: publicCertificate(milder.certificate) },
        certificate: milder.certificate,
      },
    ],
    [
      'it was protected with a smaller threshold, and another is told',
      {
        payload: { cells: milder.cells, threshold, certificate: publicCertificate(milder.certificate) },
        certificate: milder.certificate,
      },
    ],
    ['recipients ought to be known', { recipientsUnknown: false }],
    ['a median stands beside a hidden group', median({ valueOre: 100 }, hiddenAt)],
    ['no median stands beside a hidden group', median(null, hiddenAt)],
    ['a median has three digits', median({ valueOre: 12_300 })],
    ['a median is below 0', median({ valueOre: -100 })],
    ['a median is a text', median({ valueOre: '100' })],
    ['a median is missing', median({})],
    ['a median is a bare number', median(100)],
    ['recipients stand beside a median', median({ valueOre: 100, contributors: 10 })],
    ['a group is none', showing(cells.with(shownAt, JSON.parse('null')))],
    ['there are no groups', { payload: { ...payload, cells: JSON.parse('null') } }],
    ['more than figures is shown', showing(cells.with(shownAt, Object.assign({ n: 20 }, shown)))],
    [
      'another proof is told',
      { payload: { ...payload, certificate: { ...payload.certificate, hash: 'x' } } },
    ],
    ['no proof is told', { payload: { cells, threshold } }],
    ['there is none', { certificate: none }],
    ['a hidden count is another', proving({ hidden: { ...hidden, counts: hidden.counts.with(0, 5) } })],
    ['a witness is gone', proving({ witnesses: certificate.witnesses.slice(1) })],
    [
      'a row moves more',
      proving({
        rows: certificate.rows.map((row) => ({ ...row, steps: row.steps.map((step) => step * 9) })),
      }),
    ],
    ['the rules are milder', proving({ rules: { ...certificate.rules, width: 1 } })],
    ['a hidden cell is taken as known', proving({ known: hidden.cells.slice(0, 1) })],
    ['the hash is of others', proving({ hash: sha256('') })],
  ])('is refused when %s, and nothing is written', async (_, change) => {
    const analyst = await database.actor()
    const good = { ...request, period: '2022' }
    const refused = { ok: false, reason: 'certificate-fails' }
    expect(await release(analyst, good, { ...request, ...change })).toEqual(refused)
    expect(await rowsOf(analyst)).toEqual({ tables: 0, proofs: 0, acts: 0 })
  })
})

describe('the proof of a released table', () => {
  it('is kept whole beside it, and told in part', async () => {
    const analyst = await database.actor()
    const [id] = await released(analyst)
    expect(await rowsOf(analyst)).toEqual({ tables: 1, proofs: 1, acts: 1 })
    const { rows } = await database.owner.query(
      'select certificate, payload from release_certificate join released_table on id = released_table_id where id = $1',
      [id],
    )
    expect(rows[0]).toEqual({ certificate, payload })
    expect(certificate.witnesses.length).toBeGreaterThan(0)
  })

  it('is in no released table that leaves the database', async () => {
    const analyst = await database.actor()
    const ids = await released(analyst)
    const [table] = await withTenant(database.db, analyst, (db) => rehydrateTables(db, ids))
    const text = JSON.stringify(table)
    expect(text).toContain(certificate.hash)
    for (const word of ['witnesses', 'rows', 'figures', 'sensitive', 'suppressedMass', 'internal'])
      expect(text).not.toContain(`"${word}"`)
  })

  it('is written by the application for its own region, and not read, changed or deleted', async () => {
    const analyst = await database.actor()
    const stranger = await database.actor()
    const [id = ''] = await released(analyst)
    const as = (actor: Actor) => (work: 'read' | 'change' | 'delete' | 'add') =>
      withTenant(database.db, actor, async (db) => {
        const held = { region_id: analyst.regionId, released_table_id: id, certificate: '{}' }
        if (work === 'read') return db.selectFrom('release_certificate').selectAll().execute()
        if (work === 'change')
          return db.updateTable('release_certificate').set({ certificate: '{}' }).execute()
        if (work === 'delete') return db.deleteFrom('release_certificate').execute()
        return db.insertInto('release_certificate').values(held).execute()
      })
    for (const work of ['read', 'change', 'delete'] as const)
      await expect(as(analyst)(work)).rejects.toThrow('permission denied')
    await expect(as(stranger)('add')).rejects.toThrow('row-level security')
    await expect(as(analyst)('add')).rejects.toThrow('duplicate key')
  })
})
