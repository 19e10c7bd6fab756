import { assertReleased } from '@jamvikt/disclosure'
import { describe, expect, it } from 'vitest'
import { withOpenSite } from '../../../platform/db/tenant.ts'
import type { Actor } from '../../../platform/policy.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestStatistics, SMALL_TABLE } from '../../../testing/test-statistics.ts'
import { approvePublication, declinePublication, proposePublication, withdrawPublication } from './publish.ts'
import { listPublished, openLog, publishedTable } from './published.ts'

const database = await openTestDatabase()
const { doors, bring, renew, publish } = openTestStatistics(database)

async function people() {
  const proposer = await database.actor()
  const decider = await database.actor('administrator', proposer.regionId)
  const { rows } = await database.owner.query('select slug from region where id = $1', [proposer.regionId])
  return { proposer, decider, site: String(rows[0]?.slug) }
}

/** What anybody sees of a region at a time: the published datasets and their versions. */
const seen = (site: string, now = new Date()) =>
  withOpenSite(database.db, site, async (db) =>
    (await listPublished(db, now)).map(({ dataset, version }) => [dataset.slug, version]),
  )

const propose = (actor: Actor, datasetId: string, notice: string | null = null) =>
  doors.inRegion(actor, (db) => proposePublication(db, actor, { datasetId, openFrom: null, notice }))

describe('publishing', () => {
  it('shows nothing until another person has decided, and then a released table with its figures', async () => {
    const { proposer, decider, site } = await people()
    const dataset = await bring(proposer)
    const proposed = await propose(proposer, dataset.id)
    if (!proposed.ok) throw new Error(proposed.reason)
    expect(await seen(site)).toBeNull()
    const own = await doors.inRegion(proposer, (db) => approvePublication(db, proposer, proposed.id))
    expect(own).toEqual({ ok: false, reason: 'own-proposal' })
    expect(await doors.inRegion(decider, (db) => approvePublication(db, decider, proposed.id))).toEqual({
      ok: true,
    })
    expect(await seen(site)).toEqual([[dataset.slug, 1]])
    const released = await withOpenSite(database.db, site, (db) =>
      publishedTable(db, dataset.slug, new Date()),
    )
    assertReleased(released)
    expect(released?.payload).toMatchObject({ version: 1, notice: null, dataset: { name: dataset.name } })
    expect(released?.payload.table.values.length).toBe(8)
  })

  it('shows an embargoed table nowhere before its time, to the second', async () => {
    const by = await people()
    const dataset = await bring(by.proposer)
    const openFrom = new Date('2030-01-01T07:00:00Z')
    await publish(dataset, by, { openFrom })
    const before = new Date(openFrom.getTime() - 1000)
    expect(await seen(by.site, before)).toEqual([])
    const early = await withOpenSite(database.db, by.site, (db) => publishedTable(db, dataset.slug, before))
    expect(early).toBeNull()
    expect(await seen(by.site, openFrom)).toEqual([[dataset.slug, 1]])
  })

  it('goes on showing the earlier version until the new one is decided, which says what has changed', async () => {
    const by = await people()
    const dataset = await bring(by.proposer)
    await publish(dataset, by)
    await renew(by.proposer, dataset, SMALL_TABLE.replace('2022;60;', '2022;61;'))
    expect(await seen(by.site)).toEqual([[dataset.slug, 1]])
    expect(await propose(by.proposer, dataset.id)).toEqual({ ok: false, reason: 'notice-missing' })
    await publish(dataset, by, { notice: 'Falun rättat' })
    expect(await seen(by.site)).toEqual([[dataset.slug, 2]])
    const { rows } = await database.owner.query(
      'select version, state, notice from stat_publication where dataset_id = $1 order by version',
      [dataset.id],
    )
    expect(rows).toEqual([
      { version: 1, state: 'withdrawn', notice: null },
      { version: 2, state: 'published', notice: 'Falun rättat' },
    ])
  })

  it('shows the earlier version while the new one is under embargo', async () => {
    const by = await people()
    const dataset = await bring(by.proposer)
    await publish(dataset, by)
    await renew(by.proposer, dataset, SMALL_TABLE.replace('2022;60;', '2022;61;'))
    const openFrom = new Date('2030-01-01T07:00:00Z')
    await publish(dataset, by, { openFrom, notice: 'Falun rättat' })
    expect(await seen(by.site)).toEqual([[dataset.slug, 1]])
    expect(await seen(by.site, openFrom)).toEqual([[dataset.slug, 2]])
  })

  it('goes on showing the earlier version when the embargoed one is taken back before its time', async () => {
    const by = await people()
    const dataset = await bring(by.proposer)
    await publish(dataset, by)
    await renew(by.proposer, dataset, SMALL_TABLE.replace('2022;60;', '2022;61;'))
    const openFrom = new Date('2030-01-01T07:00:00Z')
    const id = await publish(dataset, by, { openFrom, notice: 'Falun rättat' })
    await doors.inRegion(by.decider, (db) => withdrawPublication(db, by.decider, id, 'Vi väntar'))
    expect(await seen(by.site, openFrom)).toEqual([[dataset.slug, 1]])
  })

  it('of several embargoes shows each in its time, and what opens first first', async () => {
    const by = await people()
    const dataset = await bring(by.proposer)
    await publish(dataset, by)
    const renewed = async (figure: number, openFrom: string, notice: string) => {
      await renew(by.proposer, dataset, SMALL_TABLE.replace('2022;60;', `2022;${figure};`))
      return publish(dataset, by, { openFrom: new Date(openFrom), notice })
    }
    await renewed(61, '2030-01-01T07:00:00Z', 'andra')
    await renewed(62, '2031-01-01T07:00:00Z', 'tredje')
    const at = (time: string) => seen(by.site, new Date(time))
    expect(await seen(by.site)).toEqual([[dataset.slug, 1]])
    expect(await at('2030-06-01T00:00:00Z')).toEqual([[dataset.slug, 2]])
    expect(await at('2031-06-01T00:00:00Z')).toEqual([[dataset.slug, 3]])
    await renewed(63, '2029-01-01T07:00:00Z', 'fjärde')
    expect(await seen(by.site)).toEqual([[dataset.slug, 1]])
    for (const year of ['2029', '2030', '2031', '2032'])
      expect(await at(`${year}-06-01T00:00:00Z`)).toEqual([[dataset.slug, 4]])
    const told = async (time: string) =>
      (await withOpenSite(database.db, by.site, (db) => openLog(db, new Date(time)))) ?? []
    expect(
      (await told(new Date().toISOString())).map(({ version, closedAt }) => [version, closedAt]),
    ).toEqual([[1, null]])
    const later = await told('2033-01-01T00:00:00Z')
    expect(later.map(({ version }) => version)).toEqual([4, 1])
    expect(JSON.stringify(later)).not.toContain('andra')
    expect(later.find(({ version }) => version === 1)?.closedAt).toEqual(new Date('2029-01-01T07:00:00Z'))
  })

  it('of two at once takes one', async () => {
    const { proposer, decider } = await people()
    const third = await database.actor('analyst', proposer.regionId)
    const dataset = await bring(proposer)
    const proposals = await Promise.all([propose(proposer, dataset.id), propose(third, dataset.id)])
    expect(proposals.map((one) => (one.ok ? 'made' : one.reason)).sort()).toEqual(['made', 'proposal-waits'])
    const id = proposals.find((one) => one.ok)?.id ?? ''
    const others = [decider, await database.actor('administrator', proposer.regionId)]
    const decisions = await Promise.all(
      others.map((actor) => doors.inRegion(actor, (db) => approvePublication(db, actor, id))),
    )
    expect(decisions.map((one) => (one.ok ? 'published' : one.reason)).sort()).toEqual([
      'decided-already',
      'published',
    ])
    const { rows } = await database.owner.query(
      'select count(*)::int as n from released_table where region_id = $1',
      [proposer.regionId],
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  it('can be declined, and taken off again with a notice', async () => {
    const by = await people()
    const dataset = await bring(by.proposer)
    const first = await propose(by.proposer, dataset.id)
    if (!first.ok) throw new Error(first.reason)
    await doors.inRegion(by.decider, (db) => declinePublication(db, by.decider, first.id, 'Fel år'))
    const id = await publish(dataset, by)
    await doors.inRegion(by.decider, (db) => withdrawPublication(db, by.decider, id, 'Fel hos källan'))
    expect(await seen(by.site)).toEqual([])
    const again = await doors.inRegion(by.decider, (db) => withdrawPublication(db, by.decider, id, 'igen'))
    expect(again).toEqual({ ok: false, reason: 'decided-already' })
  })

  it('is of one region alone', async () => {
    const by = await people()
    const stranger = await database.actor('administrator')
    const dataset = await bring(by.proposer)
    const proposed = await propose(by.proposer, dataset.id)
    if (!proposed.ok) throw new Error(proposed.reason)
    const decided = await doors.inRegion(stranger, (db) => approvePublication(db, stranger, proposed.id))
    expect(decided).toEqual({ ok: false, reason: 'decided-already' })
    expect(await propose(stranger, dataset.id)).toEqual({ ok: false, reason: 'dataset-gone' })
  })
})
