import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { csvOf, TEST_MAPPING } from '../../../testing/test-funding.ts'
import { openTestReleases, TWO_YEARS } from '../../../testing/test-releases.ts'

const database = await openTestDatabase()
const { bring, release, renew, ledgerOf } = openTestReleases(database)

/** The mapping with one column left unmapped. */
const without = (field: 'case' | 'recipient') => ({
  ...TEST_MAPPING,
  columns: Object.fromEntries(Object.entries(TEST_MAPPING.columns ?? {}).filter(([name]) => name !== field)),
})

describe('a second list', () => {
  const released = async () => {
    const analyst = await database.actor()
    const { list } = await bring(analyst, csvOf(TWO_YEARS))
    await release(analyst, list, '2023')
    return { analyst, list }
  }
  const renumbered = TWO_YEARS.map((one) => ({ ...one, id: `x${one.id}`, recipient: `Firma ${one.id}` }))

  it('with the same case numbers overlaps, though it names no recipient', async () => {
    const { analyst, list } = await released()
    const second = await bring(analyst, csvOf(TWO_YEARS), { mapping: without('recipient') })
    const overlap = { ok: false, reason: 'overlap', names: [list.name] }
    expect(await release(analyst, second.list, '2023')).toEqual(overlap)
    expect(await ledgerOf(second.list)).toEqual([])
  })

  it('with case numbers of its own overlaps by recipients and amounts', async () => {
    const { analyst, list } = await released()
    const second = await bring(analyst, csvOf(renumbered))
    const overlap = { ok: false, reason: 'overlap', names: [list.name] }
    expect(await release(analyst, second.list, '2023')).toEqual(overlap)
    const third = await bring(analyst, csvOf(TWO_YEARS), { mapping: without('case') })
    expect(await release(analyst, third.list, '2023')).toEqual(overlap)
  })

  it('of other cases and other recipients is released beside the first', async () => {
    const { analyst } = await released()
    const others = renumbered.map((one) => ({ ...one, recipient: `Annan ${one.id}` }))
    const second = await bring(analyst, csvOf(others))
    expect(await release(analyst, second.list, '2023')).toMatchObject({ ok: true })
  })

  it('of the same cases is released in another region', async () => {
    await released()
    const stranger = await database.actor()
    const second = await bring(stranger, csvOf(TWO_YEARS))
    expect(await release(stranger, second.list, '2023')).toMatchObject({ ok: true })
  })
})

describe('a list that held inferred sex', () => {
  const refused = { ok: false, reason: 'not-releasable' }

  it('is never released, also after a newer export without the mark', async () => {
    const analyst = await database.actor()
    const { list } = await bring(analyst, csvOf(TWO_YEARS), {
      mapping: { ...TEST_MAPPING, sexInferred: true },
    })
    const second = await renew(analyst, list, TWO_YEARS.slice(1))
    const third = await renew(analyst, second, TWO_YEARS.slice(2))
    expect(third.mapping.sexInferred).toBe(true)
    expect(await release(analyst, third, '2023')).toEqual(refused)
    expect(await ledgerOf(third)).toEqual([])
  })

  it('is marked by a newer export as well, whether or not its rows differ', async () => {
    const analyst = await database.actor()
    for (const cases of [TWO_YEARS.slice(1), TWO_YEARS]) {
      const first = await bring(analyst, csvOf(TWO_YEARS))
      const { list } = await bring(analyst, csvOf(cases), {
        listId: first.list.id,
        mapping: { ...TEST_MAPPING, sexInferred: true },
      })
      expect(await release(analyst, list, '2023')).toEqual(refused)
    }
  })
})
