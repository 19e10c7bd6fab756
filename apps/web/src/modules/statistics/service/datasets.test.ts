import { describe, expect, it } from 'vitest'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestStatistics, SMALL_TABLE } from '../../../testing/test-statistics.ts'
import { openDataset } from './datasets.ts'
import { openDraft } from './drafts.ts'
import { keepNewDataset } from './keep-draft.ts'
import { receiveTable } from './receive-table.ts'

const database = await openTestDatabase()
const { doors, draft, bring, renew, datasetOf } = openTestStatistics(database)

describe('a table that is brought in', () => {
  it('is read, laid by, and kept with all its figures and signs', async () => {
    const analyst = await database.actor()
    const dataset = await bring(analyst)
    const opened = await doors.inRegion(analyst, (db) => openDataset(db, dataset.slug))
    expect(opened?.version.number).toBe(1)
    expect(
      opened?.table.dimensions.map(({ id, categories }) => [id, categories.map(({ code }) => code)]),
    ).toEqual([
      ['region', ['2080', '2081']],
      ['kön', ['kvinnor', 'män']],
      ['år', ['2022', '2023']],
    ])
    expect([...(opened?.table.values ?? [])]).toEqual([60, 65, 80, 82, 30, 0, Number.NaN, 41])
    expect(opened?.version.changes).toMatchObject({ kind: 'first', cellsNew: 8 })
  })

  it('gives places their codes by name, and says what was assumed', async () => {
    const analyst = await database.actor()
    const id = await draft(
      analyst,
      'kommun;kön;2019\nMalung;kvinnor;1\nFalun;kvinnor;2\nNågonstans;kvinnor;3\n',
    )
    const read = await doors.inRegion(analyst, (db) => openDraft(db, analyst, id))
    expect(read?.table.dimensions[0]?.categories.map(({ code }) => code)).toEqual([
      '2023',
      '2080',
      'Någonstans',
    ])
    expect(read?.assumptions).toEqual([
      { dimension: 'kommun', from: 'Malung', to: '2023', label: 'Malung-Sälen', reason: 'old-name' },
      { dimension: 'kommun', from: 'kommun', to: 'municipality', label: '', reason: 'place-level' },
      { dimension: 'kommun', from: 'Falun', to: '2080', label: 'Falun', reason: 'name-of-code' },
      { dimension: 'kommun', from: 'Någonstans', to: '', label: '', reason: 'not-found' },
    ])
  })

  it('is refused with line and text, and then no draft is laid by', async () => {
    const analyst = await database.actor()
    const received = await receiveTable(doors, analyst, {
      file: new File(['kön;2019\nK;1\nM;2\nK;3\n'], 'x.csv'),
      fileName: 'x.csv',
      reading: null,
      datasetId: null,
      address: null,
      fetchedAt: new Date(),
    })
    expect(received).toEqual({
      ok: false,
      heldId: expect.any(String),
      reason: 'duplicate-key',
      line: 4,
      firstLine: 2,
      detail: 'K',
    })
    const { rows } = await database.owner.query('select 1 from stat_draft where region_id = $1', [
      analyst.regionId,
    ])
    expect(rows).toEqual([])
  })

  it('is another’s draft to nobody, nor in another region', async () => {
    const analyst = await database.actor()
    const colleague = await database.actor('analyst', analyst.regionId)
    const stranger = await database.actor()
    const id = await draft(analyst, SMALL_TABLE)
    for (const other of [colleague, stranger])
      expect(await doors.inRegion(other, (db) => openDraft(db, other, id))).toBeNull()
    const kept = await doors.inRegion(colleague, async (db) =>
      keepNewDataset(db, colleague, id, {
        ...(await datasetOf(analyst, (await bring(analyst)).slug)),
        slug: 'annan',
      }),
    )
    expect(kept).toEqual({ ok: false, reason: 'draft-gone' })
  })

  it('takes no address that another has', async () => {
    const analyst = await database.actor()
    const dataset = await bring(analyst)
    await expect(bring(analyst, SMALL_TABLE, { slug: dataset.slug })).rejects.toThrow('address-taken')
    expect((await datasetOf(analyst, dataset.slug)).version).toBe(1)
  })
})

describe('a new version', () => {
  it('tells which cells and codes changed, and leaves the earlier one as it was', async () => {
    const analyst = await database.actor()
    const dataset = await bring(analyst)
    const changed = SMALL_TABLE.replace('2022;60;', '2022;61;')
      .replace('2081 Borlänge;kvinnor;2023;0;-', '2081 Borlänge;kvinnor;2023;;..')
      .concat('2080 Falun;kvinnor;2024;70;\n')
    const kept = await renew(analyst, dataset, changed)
    expect(kept).toMatchObject({
      ok: true,
      version: 2,
      changes: {
        kind: 'changed',
        cellsChanged: 2,
        cellsNew: 4,
        cellsGone: 0,
        codesNew: [{ dimension: 'år', codes: ['2024'] }],
        codesGone: [],
        examples: [
          { codes: ['2080', 'kvinnor', '2022'], before: 60, after: 61 },
          { codes: ['2081', 'kvinnor', '2023'], before: 0, after: null },
        ],
      },
    })
    const { rows } = await database.owner.query(
      'select number, cells from stat_version where dataset_id = $1 order by number',
      [dataset.id],
    )
    expect(rows).toEqual([
      { number: 1, cells: 8 },
      { number: 2, cells: 12 },
    ])
  })

  it('of the same file is none', async () => {
    const analyst = await database.actor()
    const dataset = await bring(analyst)
    expect(await renew(analyst, dataset, SMALL_TABLE)).toEqual({ ok: false, reason: 'unchanged', version: 1 })
    expect((await datasetOf(analyst, dataset.slug)).version).toBe(1)
  })

  it('is never the same number twice when two come at once', async () => {
    const analyst = await database.actor()
    const dataset = await bring(analyst)
    const texts = ['61', '62'].map((figure) => SMALL_TABLE.replace('2022;60;', `2022;${figure};`))
    const kept = await Promise.all(texts.map((text) => renew(analyst, dataset, text)))
    expect(kept.map((one) => (one.ok ? one.version : one.reason)).sort()).toEqual([2, 3])
  })

  it('cannot be changed or taken away by the application', async () => {
    const analyst = await database.actor()
    await bring(analyst)
    const refused = (work: (db: TenantDb) => Promise<unknown>) =>
      expect(doors.inRegion(analyst, work)).rejects.toThrow('permission denied')
    await refused((db) => db.updateTable('stat_version').set({ sha256: '' }).execute())
    await refused((db) => db.deleteFrom('stat_version').execute())
  })
})
