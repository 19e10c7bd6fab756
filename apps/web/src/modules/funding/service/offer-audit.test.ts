import { CELL_STATES } from '@jamvikt/tables'
import { describe, expect, it } from 'vitest'
import { withOpenSite } from '../../../platform/db/tenant.ts'
import type { Actor } from '../../../platform/policy.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestReleases, swedishCsv, TWO_YEARS } from '../../../testing/test-releases.ts'
import { openTestStatistics } from '../../../testing/test-statistics.ts'
import { listPublished, publishedTable, withdrawTables } from '../../statistics/public.ts'
import { catalogueWords } from '../ui/labels.ts'
import { offerAudit } from './offer-audit.ts'
import { releasedAudit } from './released-audit.ts'

const database = await openTestDatabase()
const { bring, release, doors } = openTestReleases(database)
const statistics = openTestStatistics(database)

/** A list whose two years are released, offered by sex and industry. */
async function offered(analyst: Actor, crossing: string | null = 'industry') {
  const { list } = await bring(analyst, swedishCsv(TWO_YEARS))
  const released = await release(analyst, list, '2022', '2023')
  if (!released.ok) throw new Error(JSON.stringify(released))
  const audit = await releasedAudit(doors, analyst, released.releaseId, { periods: [], crossing: [] })
  if (audit === null) throw new Error('no audit')
  const offer = await offerAudit(doors, analyst, audit, crossing, catalogueWords)
  if (!offer.ok) throw new Error(offer.reason)
  return { audit, list, dataset: await statistics.datasetOf(analyst, offer.slug), slug: offer.slug }
}

async function openTable(analyst: Actor, slug: string) {
  const { rows } = await database.owner.query('select slug from region where id = $1', [analyst.regionId])
  return withOpenSite(database.db, String(rows[0]?.slug), (db) => publishedTable(db, slug, new Date()))
}

async function listed(analyst: Actor) {
  const { rows } = await database.owner.query('select slug from region where id = $1', [analyst.regionId])
  const entries = await withOpenSite(database.db, String(rows[0]?.slug), (db) =>
    listPublished(db, new Date()),
  )
  return entries?.map(({ dataset }) => dataset.slug)
}

describe('released figures in the catalogue of statistics', () => {
  it('are those of the release and no others: what it hides is withheld, and nothing is worked out', async () => {
    const analyst = await database.actor()
    const decider = await database.actor('administrator', analyst.regionId)
    const { audit, dataset, slug } = await offered(analyst)
    await statistics.publish(dataset, { proposer: analyst, decider })
    const table = (await openTable(analyst, slug))?.payload.table
    if (table === undefined) throw new Error('not published')
    expect(table.dimensions.map(({ id, categories }) => [id, categories.map(({ code }) => code)])).toEqual([
      ['sex', ['women', 'men', 'total']],
      ['industry', ['Bygg', 'Handel', 'Vård', 'total']],
      ['measure', ['applied', 'granted', 'amountApplied', 'amountGranted']],
      ['period', ['2022', '2023']],
    ])
    const released = new Map<string, Record<string, number> | null>()
    for (const { payload } of audit.tables)
      for (const cell of (
        payload.payload as {
          cells: { by: Record<string, string>; counts?: Record<string, number>; suppressed?: boolean }[]
        }
      ).cells)
        released.set(
          JSON.stringify([
            payload.period,
            cell.by.sex ?? 'total',
            cell.by.industry ?? 'total',
            Object.keys(cell.by).filter((key) => key !== 'sex' && key !== 'industry'),
          ]),
          cell.suppressed === true ? null : (cell.counts ?? null),
        )
    let [shown, hidden] = [0, 0]
    let cell = 0
    for (const sex of ['women', 'men', 'total'])
      for (const industry of ['Bygg', 'Handel', 'Vård', 'total'])
        for (const measure of ['applied', 'granted', 'amountApplied', 'amountGranted'])
          for (const period of ['2022', '2023']) {
            const truth = released.get(JSON.stringify([period, sex, industry, []]))
            const state = CELL_STATES[table.states[cell] ?? 0]
            const value = table.values[cell++]
            if (truth === null) {
              hidden++
              expect([state, value]).toEqual(['withheld', Number.NaN])
            } else if (truth !== undefined && (measure === 'applied' || measure === 'granted')) {
              shown++
              expect(value).toBe(truth[measure])
            } else if (truth === undefined) expect([state, value]).toEqual(['nil', 0])
          }
    expect(hidden).toBeGreaterThan(0)
    expect(shown).toBeGreaterThan(10)
  })

  it('go from the open site when a release that they were made of is taken back', async () => {
    const analyst = await database.actor()
    const decider = await database.actor('administrator', analyst.regionId)
    const { audit, dataset, slug } = await offered(analyst, null)
    await statistics.publish(dataset, { proposer: analyst, decider })
    expect(await openTable(analyst, slug)).not.toBeNull()
    expect(await listed(analyst)).toEqual([slug])
    const [first] = audit.tables
    await doors.inRegion(analyst, (db) =>
      withdrawTables(db, analyst, [first?.payload.releaseId ?? ''], 'rättas'),
    )
    expect(await openTable(analyst, slug)).toBeNull()
    expect(await listed(analyst)).toEqual([])
  })

  it('take no other figures in: a file is no version of what is made of releases', async () => {
    const analyst = await database.actor()
    const { dataset } = await offered(analyst)
    const kept = await statistics.renew(analyst, dataset, 'sex;value\nwomen;3\nmen;1\n')
    expect(kept).toEqual({ ok: false, reason: 'made-of-releases' })
    expect((await statistics.datasetOf(analyst, dataset.slug)).version).toBe(1)
  })

  it('are offered once, and are no version more when nothing has changed', async () => {
    const analyst = await database.actor()
    const { audit, dataset, slug } = await offered(analyst)
    const again = await offerAudit(doors, analyst, audit, 'industry', catalogueWords)
    expect(again).toEqual({ ok: true, slug })
    expect((await statistics.datasetOf(analyst, slug)).version).toBe(dataset.version)
  })
})
