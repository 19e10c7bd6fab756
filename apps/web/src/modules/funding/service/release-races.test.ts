import { expect, it } from 'vitest'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { csvOf } from '../../../testing/test-funding.ts'
import { openTestReleases, TWO_YEARS } from '../../../testing/test-releases.ts'
import { periodOf } from '../rules/periods.ts'
import { getList } from './get-lists.ts'
import { changeList } from './keep-list.ts'
import { previewRelease } from './release-periods.ts'

const database = await openTestDatabase()
const { bring, doors, release, ledgerOf } = openTestReleases(database)
const settings = (periodYears: number, threshold = 5) => ({ baseId: null, periodYears, threshold })

it('a release and a change of settings at the same time: one of them is refused', async () => {
  const analyst = await database.actor()
  const rounds = [null, 0, 2, 5, 10, 20, 40]
  for (const [round, wait] of rounds.entries()) {
    const cases = TWO_YEARS.map((one) => ({ ...one, id: `${round}-${one.id}` }))
    const { list } = await bring(analyst, csvOf(cases))
    // Figures at hand bring the two acts close together.
    if (wait !== null) await previewRelease(doors, analyst, list)
    const [done, changed] = await Promise.all([
      release(analyst, list, '2022', '2023'),
      new Promise((resolve) => setTimeout(resolve, wait ?? 0)).then(() =>
        changeList(doors, analyst, list, settings(2)),
      ),
    ])
    const now = await getList(doors, analyst, list.id)
    if (!now) throw new Error('no list')
    const periods = (await ledgerOf(list)).map((one) => one.period)
    for (const period of periods)
      expect(periodOf(period.slice(0, 4), now.periodYears).key, `round ${round}`).toBe(period)
    expect([done.ok ? 'released' : done.reason, changed]).toEqual(
      periods.length > 0 ? ['released', 'locked'] : ['changed-meanwhile', 'saved'],
    )
  }
})

it('a list seen before another changed and released it does not change its settings back', async () => {
  const analyst = await database.actor()
  for (const [before, after, period] of [
    [settings(1), settings(2), '2022–2023'],
    [settings(1, 5), settings(1, 10), '2023'],
  ] as const) {
    const { list: seen } = await bring(
      analyst,
      csvOf(TWO_YEARS.map((one) => ({ ...one, id: `${period}-${one.id}` }))),
    )
    expect(await changeList(doors, analyst, seen, after)).toBe('saved')
    const changed = await getList(doors, analyst, seen.id)
    if (!changed) throw new Error('no list')
    expect(await release(analyst, changed, period)).toMatchObject({ ok: true })
    expect(await changeList(doors, analyst, seen, before)).toBe('locked')
    expect(await getList(doors, analyst, seen.id)).toMatchObject(after)
  }
})

it('a release of a list that has changed since it was looked at is refused', async () => {
  const analyst = await database.actor()
  const { list } = await bring(analyst, csvOf(TWO_YEARS))
  await changeList(doors, analyst, list, settings(1, 10))
  expect(await release(analyst, list, '2023')).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect(await ledgerOf(list)).toEqual([])
})

it('two releases of one period at the same time make one', async () => {
  const analyst = await database.actor()
  for (let round = 0; round < 3; round += 1) {
    const { list } = await bring(
      analyst,
      csvOf(TWO_YEARS.map((one) => ({ ...one, id: `${round}-${one.id}` }))),
    )
    const done = await Promise.all([release(analyst, list, '2023'), release(analyst, list, '2023')])
    expect(done.map((one) => (one.ok ? 'released' : one.reason)).sort()).toEqual([
      'changed-meanwhile',
      'released',
    ])
    expect(await ledgerOf(list)).toEqual([{ period: '2023', stands: true, notice: null }])
  }
})
