import { describe, expect, it } from 'vitest'
import { withOpenSite } from '../../../platform/db/tenant.ts'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { openTestStatistics, SMALL_TABLE } from '../../../testing/test-statistics.ts'
import { wordsOf } from '../rules/dataset-words.ts'
import { listedDatasets, openDataset } from './datasets.ts'
import { editWords } from './edit-words.ts'
import { approvePublication, proposePublication, publicationsOfDataset } from './publish.ts'
import { listPublished, openLog, publishedTable, publishedWithComments } from './published.ts'
import { lookAtWithdrawal, restoreDataset, withdrawDataset, withdrawnDatasets } from './withdraw-dataset.ts'

const database = await openTestDatabase()
const { doors, bring, renew, publish, withdraw, datasetOf } = openTestStatistics(database)

async function people() {
  const proposer = await database.actor()
  const decider = await database.actor('administrator', proposer.regionId)
  const { rows } = await database.owner.query('select slug from region where id = $1', [proposer.regionId])
  return { proposer, decider, site: String(rows[0]?.slug) }
}

describe('the words of a dataset', () => {
  it('change with old and new in the history, and the address stays', async () => {
    const { proposer } = await people()
    const dataset = await bring(proposer)
    const words = { ...wordsOf(dataset), name: 'Löner <i>', producer: 'SCB', breaks: 'Ny metod 2023.' }
    const edited = await doors.inRegion(proposer, (db) => editWords(db, proposer, dataset.id, words))
    expect(edited).toEqual({ ok: true, changed: 3 })
    const now = await datasetOf(proposer, dataset.slug)
    expect(wordsOf(now)).toEqual(words)
    const { rows } = await database.owner.query(
      `select details from history where entity_id = $1 and action = 'words-changed'`,
      [dataset.id],
    )
    expect(rows).toEqual([
      {
        details: {
          name: { from: dataset.name, to: 'Löner <i>' },
          producer: { from: 'Påhittad myndighet', to: 'SCB' },
          breaks: { from: '', to: 'Ny metod 2023.' },
        },
      },
    ])
    const same = await doors.inRegion(proposer, (db) => editWords(db, proposer, dataset.id, words))
    expect(same).toEqual({ ok: true, changed: 0 })
  })

  it('are openly shown as a second person approved them, until another approval', async () => {
    const by = await people()
    const dataset = await bring(by.proposer)
    await publish(dataset, by)
    const shown = () =>
      withOpenSite(database.db, by.site, async (db) => {
        const table = await publishedTable(db, dataset.slug, new Date())
        const [entry] = await listPublished(db, new Date())
        const [logged] = await openLog(db, new Date())
        return [table?.payload.dataset.name, entry?.dataset.name, entry?.dataset.licence, logged?.name]
      })
    const before = [
      'Löner efter kommun och kön',
      'Löner efter kommun och kön',
      'CC0',
      'Löner efter kommun och kön',
    ]
    const edit = (name: string) =>
      doors.inRegion(by.proposer, (db) =>
        editWords(db, by.proposer, dataset.id, { ...wordsOf(dataset), name, licence: 'CC BY' }),
      )
    await edit('Andra ord')
    expect(await shown()).toEqual(before)
    const proposed = await doors.inRegion(by.proposer, (db) =>
      proposePublication(db, by.proposer, { datasetId: dataset.id, openFrom: null, notice: 'Nytt namn' }),
    )
    if (!proposed.ok) throw new Error(proposed.reason)
    await edit('Ord som ingen har godkänt')
    expect(await shown()).toEqual(before)
    const approved = await doors.inRegion(by.decider, (db) => approvePublication(db, by.decider, proposed.id))
    expect(approved).toEqual({ ok: true })
    expect(await shown()).toEqual(['Andra ord', 'Andra ord', 'CC BY', 'Andra ord'])
  })

  it('are not proposed anew where nothing has changed, and may be while the same figures stand under embargo', async () => {
    const by = await people()
    const dataset = await bring(by.proposer)
    await publish(dataset, by)
    const again = await doors.inRegion(by.proposer, (db) =>
      proposePublication(db, by.proposer, { datasetId: dataset.id, openFrom: null, notice: 'x' }),
    )
    expect(again).toEqual({ ok: false, reason: 'already-published' })
    await doors.inRegion(by.proposer, (db) =>
      editWords(db, by.proposer, dataset.id, { ...wordsOf(dataset), description: 'Ny' }),
    )
    const openFrom = new Date('2030-01-01T07:00:00Z')
    await publish(dataset, by, { openFrom, notice: 'Beskrivningen är ny' })
    const described = (now: Date) =>
      withOpenSite(
        database.db,
        by.site,
        async (db) => (await publishedTable(db, dataset.slug, now))?.payload.dataset.description,
      )
    expect(await described(new Date())).toBe('')
    expect(await described(openFrom)).toBe('Ny')
  })
})

describe('a dataset that is withdrawn', () => {
  it('is gone from lists and pages, told with its reason, and comes back as it was', async () => {
    const { proposer } = await people()
    const dataset = await bring(proposer)
    const done = await doors.inRegion(proposer, (db) =>
      withdrawDataset(db, proposer, dataset.id, 'Hämtad två gånger'),
    )
    expect(done).toEqual({ ok: true })
    const seen = await doors.inRegion(proposer, async (db) => ({
      listed: await listedDatasets(db, ''),
      opened: await openDataset(db, dataset.slug),
      look: await lookAtWithdrawal(db, dataset.slug),
      withdrawn: (await withdrawnDatasets(db)).map(({ slug, reason }) => [slug, reason]),
    }))
    expect(seen).toEqual({
      listed: [],
      opened: null,
      look: null,
      withdrawn: [[dataset.slug, 'Hämtad två gånger']],
    })
    expect(await renewal(proposer, dataset)).toEqual({ ok: false, reason: 'dataset-gone' })
    expect(await doors.inRegion(proposer, (db) => restoreDataset(db, proposer, dataset.slug))).toBe(
      dataset.slug,
    )
    expect(await datasetOf(proposer, dataset.slug)).toEqual(dataset)
    expect(await doors.inRegion(proposer, (db) => restoreDataset(db, proposer, dataset.slug))).toBeNull()
  })

  const renewal = (by: Parameters<typeof renew>[0], dataset: Parameters<typeof renew>[1]) =>
    renew(by, dataset, SMALL_TABLE.replace('2022;60;', '2022;61;'))

  it('must not be open to everybody, nor wait for that', async () => {
    const by = await people()
    const dataset = await bring(by.proposer)
    const id = await publish(dataset, by)
    const ask = () =>
      doors.inRegion(by.proposer, (db) => withdrawDataset(db, by.proposer, dataset.id, 'Skäl'))
    expect(await ask()).toEqual({ ok: false, reason: 'published' })
    await withdraw(id, by.decider, 'Fel siffror')
    await doors.inRegion(by.proposer, (db) =>
      proposePublication(db, by.proposer, { datasetId: dataset.id, openFrom: null, notice: null }),
    )
    expect(await ask()).toEqual({ ok: false, reason: 'proposed' })
  })

  it('is nothing to another region', async () => {
    const { proposer } = await people()
    const stranger = await database.actor()
    const dataset = await bring(proposer)
    const done = await doors.inRegion(stranger, (db) => withdrawDataset(db, stranger, dataset.id, 'x'))
    expect(done).toEqual({ ok: false, reason: 'gone' })
  })
})

describe('what a new version changes', () => {
  it('is worked out from what is open, and names figures that both versions show alone', async () => {
    const by = await people()
    const dataset = await bring(by.proposer)
    await publish(dataset, by)
    await renew(
      by.proposer,
      dataset,
      // A figure changes, one is hidden, one that was missing gets a figure.
      SMALL_TABLE.replace('2022;60;', '2022;72;')
        .replace('2023;82;', '2023;;...')
        .replace('2022;;..', '2022;33;'),
    )
    await publish(dataset, by, { notice: 'Falun rättat' })
    const found = await withOpenSite(database.db, by.site, (db) =>
      publishedWithComments(db, dataset.slug, new Date()),
    )
    expect(found?.differences).toEqual({
      figures: 1,
      signs: 2,
      cellsNew: 0,
      cellsGone: 0,
      largest: [{ labels: ['Falun', 'kvinnor', '2022'], before: 60, after: 72, decimals: 0 }],
    })
  })

  it('never tells of a version that is yet to open', async () => {
    const by = await people()
    const dataset = await bring(by.proposer)
    await publish(dataset, by)
    await renew(by.proposer, dataset, SMALL_TABLE.replace('2022;60;', '2022;61;'))
    await publish(dataset, by, { openFrom: new Date('2030-01-01T07:00:00Z'), notice: 'Senare' })
    await renew(by.proposer, dataset, SMALL_TABLE.replace('2022;60;', '2022;62;'))
    await doors.inRegion(by.proposer, (db) =>
      proposePublication(db, by.proposer, { datasetId: dataset.id, openFrom: null, notice: 'Nu' }),
    )
    const [latest] = await doors.inRegion(by.proposer, (db) => publicationsOfDataset(db, dataset.id))
    expect(latest?.differences?.largest.map(({ before, after }) => [before, after])).toEqual([[60, 62]])
  })

  it('is not told where what it was compared with has been taken off', async () => {
    const by = await people()
    const dataset = await bring(by.proposer)
    const first = await publish(dataset, by)
    await renew(by.proposer, dataset, SMALL_TABLE.replace('2022;60;', '2022;61;'))
    const proposed = await doors.inRegion(by.proposer, (db) =>
      proposePublication(db, by.proposer, { datasetId: dataset.id, openFrom: null, notice: 'Ändrat' }),
    )
    if (!proposed.ok) throw new Error(proposed.reason)
    await withdraw(first, by.decider, 'Röjde')
    const approved = await doors.inRegion(by.decider, (db) => approvePublication(db, by.decider, proposed.id))
    expect(approved).toEqual({ ok: false, reason: 'comparison-gone' })
  })

  it('is forgotten of what is yet to open, when what it was compared with is taken off', async () => {
    const by = await people()
    const dataset = await bring(by.proposer)
    const first = await publish(dataset, by)
    await renew(by.proposer, dataset, SMALL_TABLE.replace('2022;60;', '2022;61;'))
    const openFrom = new Date('2030-01-01T07:00:00Z')
    await publish(dataset, by, { openFrom, notice: 'Från 60 till 61' })
    await withdraw(first, by.decider, 'Röjde')
    const found = await withOpenSite(database.db, by.site, (db) =>
      publishedWithComments(db, dataset.slug, openFrom),
    )
    expect([found?.released.payload.notice, found?.differences]).toEqual(['', null])
  })
})
