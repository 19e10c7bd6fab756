import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../testing/test-database.ts'
import { many, type TestCase } from '../../../testing/test-funding.ts'
import { openTestReleases, swedishCsv, TWO_YEARS } from '../../../testing/test-releases.ts'

const database = await openTestDatabase()
const { bring, release, renew, stateOf, ledgerOf } = openTestReleases(database)

const inYear = (one: TestCase) => one.decidedOn === undefined
const ORE = 0.01

/** Releases both years, brings a newer export, and asks for 2023 anew. */
async function corrected(change: (one: TestCase) => TestCase) {
  const analyst = await database.actor()
  const { list } = await bring(analyst, swedishCsv(TWO_YEARS))
  expect(await release(analyst, list, '2022', '2023')).toMatchObject({ ok: true })
  const now = await renew(analyst, list, TWO_YEARS.map(change))
  const state = await stateOf(analyst, now, '2023')
  const done = await release(analyst, now, '2023')
  return { analyst, list: now, state, done, ledger: await ledgerOf(now) }
}

describe('a correction that hides one real change', () => {
  it('among new decision days of every case is a change of one', async () => {
    const { state, done, ledger } = await corrected((one) => {
      const later = inYear(one) ? { ...one, decidedOn: '2023-06-15' } : one
      return one.id === 'ka-0' ? { ...later, outcome: 'Avslag' } : later
    })
    expect(state).toMatchObject({ kind: 'not-correctable', changes: 1 })
    expect(done).toEqual({ ok: false, reason: 'withdrawn' })
    expect(ledger.filter((one) => one.period === '2023')).toEqual([
      { period: '2023', stands: false, notice: 'withdrawn 2023' },
    ])
  })

  it('and nothing but decision days is no change', async () => {
    const { state, ledger } = await corrected((one) =>
      inYear(one) ? { ...one, decidedOn: '2023-06-15' } : one,
    )
    expect(state).toEqual({ kind: 'unchanged' })
    expect(ledger.every((one) => one.stands)).toBe(true)
  })

  it('of outcome among changes of one öre is seen by the net', async () => {
    const { state, done, ledger } = await corrected((one) => {
      const moved = one.id.startsWith('ka-') ? { ...one, applied: 100_000 + ORE, granted: 50_000 } : one
      return one.id === 'ka-0' ? { ...moved, outcome: 'Avslag' } : moved
    })
    expect(state).toEqual({ kind: 'not-correctable', changes: 50, reason: 'net-too-small' })
    expect(done).toEqual({ ok: false, reason: 'withdrawn' })
    expect(ledger.filter((one) => one.stands).map((one) => one.period)).toEqual(['2022'])
  })

  it('of outcome is seen when another case changes the other way in another industry', async () => {
    const { state } = await corrected((one) => {
      const moved = /^k[ab]-/.test(one.id) ? { ...one, applied: 100_000 + ORE, granted: 50_000 } : one
      if (one.id === 'ka-0') return { ...moved, outcome: 'Avslag' }
      return one.id === 'kb-20' ? { ...moved, outcome: 'Beviljad' } : moved
    })
    expect(state).toMatchObject({ kind: 'not-correctable', reason: 'net-too-small' })
  })

  it('of amount among four changes of one öre is money of one recipient', async () => {
    const { state, done } = await corrected((one) => {
      if (one.id === 'ka-0') return { ...one, granted: 90_000 }
      return /^ka-[1-4]$/.test(one.id) ? { ...one, granted: 50_000 + ORE } : one
    })
    expect(state).toMatchObject({ kind: 'not-correctable', reason: 'money-too-few' })
    expect(done).toEqual({ ok: false, reason: 'withdrawn' })
  })

  it('is not taken for one of five like changes of amount', async () => {
    const { state, done } = await corrected((one) =>
      /^ka-[0-4]$/.test(one.id) ? { ...one, granted: 60_000 } : one,
    )
    expect(state).toMatchObject({ kind: 'correctable' })
    expect(done).toMatchObject({ ok: true })
  })
})

describe('a second correction', () => {
  const late = (round: string) => many(`late${round}`, 'K', 8, 7, { industry: 'Handel' })

  it('of a period is never shown, nor after its withdrawal', async () => {
    const analyst = await database.actor()
    const { list } = await bring(analyst, swedishCsv(TWO_YEARS))
    await release(analyst, list, '2022', '2023')
    const second = await renew(analyst, list, [...TWO_YEARS, ...late('a')])
    expect(await release(analyst, second, '2023')).toMatchObject({ ok: true })
    const third = await renew(analyst, second, [...TWO_YEARS, ...late('a'), ...late('b')])
    expect(await stateOf(analyst, third, '2023')).toEqual({
      kind: 'not-correctable',
      changes: 15,
      reason: 'corrected-before',
    })
    expect(await release(analyst, third, '2023')).toEqual({ ok: false, reason: 'withdrawn' })
    const fourth = await renew(analyst, third, [...TWO_YEARS, ...late('a'), ...late('b'), ...late('c')])
    expect(await stateOf(analyst, fourth, '2023')).toMatchObject({ reason: 'corrected-before' })
    expect(await release(analyst, fourth, '2023')).toEqual({ ok: false, reason: 'withdrawn' })
    expect(await ledgerOf(fourth)).toEqual([
      { period: '2022', stands: true, notice: null },
      { period: '2023', stands: false, notice: 'corrected 2023' },
      { period: '2023', stands: false, notice: 'withdrawn 2023' },
    ])
  })
})

describe('a case that moves to another period', () => {
  const moving = (one: TestCase): TestCase => (one.id === 'old-0' ? { ...one, decidedOn: '2023-02-01' } : one)

  it('cannot be released there while it stands where it was', async () => {
    const analyst = await database.actor()
    const { list } = await bring(analyst, swedishCsv(TWO_YEARS))
    await release(analyst, list, '2022')
    const now = await renew(analyst, list, TWO_YEARS.map(moving))
    const moved = { ok: false, reason: 'moved', names: ['2022'] }
    expect(await release(analyst, now, '2023')).toEqual(moved)
    expect(await ledgerOf(now)).toEqual([{ period: '2022', stands: true, notice: null }])
    expect(await release(analyst, now, '2022', '2023')).toMatchObject({ ok: true })
    expect(await ledgerOf(now)).toEqual([
      { period: '2022', stands: false, notice: 'withdrawn 2022' },
      { period: '2023', stands: true, notice: null },
    ])
  })
})
