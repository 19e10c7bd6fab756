import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testItem } from '../../../../testing/plan-arbitrary.ts'
import type { Ledger } from '../model-money.ts'
import { ACTIVITIES, jamtland, tableCells } from '../real-budgets.test-support.ts'
import { daysPassed, forecastOf, leftOverOre, plannedBy } from './forecast.ts'
import { forecastPlan } from './plan-forecast.ts'

const kr = (amount: number) => BigInt(amount) * 100n
const period = { from: '2017-02-01', to: '2018-09-30' }

function of(used: number, asOf: string | null, other: { budget?: number | null; committed?: number } = {}) {
  const budgetOre = other.budget === null ? null : kr(other.budget ?? 849_560)
  const plannedOre =
    budgetOre === null || asOf === null ? null : plannedBy(asOf, period, { wholeOre: budgetOre, years: null })
  return forecastOf(
    { budgetOre, usedOre: kr(used), committedOre: kr(other.committed ?? 0) },
    { period, asOf, plannedOre },
  )
}

describe('a forecast', () => {
  it('warns where the own pace leaves a fifth or more, with what goes unused', () => {
    // 12 % used with 37 % of the time left.
    const forecast = of(101_947, '2018-02-18')
    expect(forecast.state).toBe('under')
    expect(forecast.usedShare).toBeCloseTo(0.12, 3)
    expect(1 - (forecast.passed ?? 0)).toBeCloseTo(0.37, 2)
    expect(forecast.byPaceOre).toBe((kr(101_947) * 607n) / 383n)
    expect(forecast.atRiskOre).toBe(kr(849_560) - (forecast.byPaceOre ?? 0n))
    expect(forecast.byPlanOre).toBe(kr(101_947) + kr(849_560) - (kr(849_560) * 383n) / 607n)
    expect([forecast.lowOre, forecast.highOre]).toEqual([forecast.byPaceOre, forecast.byPlanOre])
  })

  it('leaves an interval over, never more than the budget', () => {
    const forecast = of(101_947, '2018-02-18')
    const [low, high] = leftOverOre(forecast)
    expect(high).toBe(forecast.atRiskOre)
    expect(low).toBe(kr(849_560) - (forecast.byPlanOre ?? 0n))
    expect(low).toBeLessThan(high)
    const takenBack = of(-50_000, '2018-02-18')
    expect(takenBack.atRiskOre).toBe(kr(849_560))
    expect(leftOverOre(takenBack)[1]).toBe(kr(849_560))
  })

  it('does not warn of what goes as its time goes, nor when there is too little to say', () => {
    expect(of(536_000, '2018-02-18').state).toBe('in-step')
    expect(of(0, '2017-04-20').state).toBe('too-early')
    expect(of(0, null).state).toBe('no-ledger')
    expect(of(1, '2018-02-18', { budget: null }).state).toBe('no-budget')
    expect(of(0, '2016-12-31').state).toBe('too-early')
    const noDates = forecastOf(
      { budgetOre: kr(10), usedOre: 0n, committedOre: 0n },
      { period: null, asOf: '2018-01-01', plannedOre: null },
    )
    expect([noDates.state, noDates.lowOre]).toEqual(['no-dates', null])
  })

  it('counts what is committed as spoken for', () => {
    const forecast = of(101_947, '2018-02-18', { committed: 700_000 })
    expect(forecast.state).toBe('in-step')
    expect(forecast.byPaceOre).toBe(kr(801_947))
    expect(forecast.remainingOre).toBe(kr(849_560 - 801_947))
  })

  it('warns of a budget that is exceeded, at once where it is so already', () => {
    expect(of(849_561, '2017-02-02').state).toBe('over')
    expect(of(700_000, '2018-02-18').state).toBe('over')
    expect(of(0, '2018-02-18', { budget: 0 }).state).toBe('in-step')
  })

  it('of an activity that has ended is what was used', () => {
    const forecast = of(300_000, '2019-01-01')
    expect([forecast.state, forecast.lowOre, forecast.highOre]).toEqual(['under', kr(300_000), kr(300_000)])
    expect(forecast.atRiskOre).toBe(kr(549_560))
  })

  it('by plan follows the years where they are known', () => {
    const years = new Map([
      ['2017', kr(334)],
      ['2018', kr(273)],
    ])
    const planned = (asOf: string) => plannedBy(asOf, period, { wholeOre: kr(607), years })
    expect([planned('2017-01-31'), planned('2017-12-31'), planned('2018-09-30')]).toEqual([
      0n,
      kr(334),
      kr(607),
    ])
    expect(planned('2017-02-10')).toBe(kr(10))
  })

  it('is an interval that holds both ways of counting, never below what is spoken for', () => {
    const ore = fc.bigInt(0n, 10n ** 13n)
    const day = fc.date({ min: new Date('2016-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.option(ore), ore, ore, day, (budgetOre, usedOre, committedOre, date) => {
        const asOf = date.toISOString().slice(0, 10)
        const plannedOre =
          budgetOre === null ? null : plannedBy(asOf, period, { wholeOre: budgetOre, years: null })
        const forecast = forecastOf({ budgetOre, usedOre, committedOre }, { period, asOf, plannedOre })
        const { lowOre, highOre } = forecast
        if (lowOre !== null && highOre !== null) {
          expect(lowOre <= highOre).toBe(true)
          expect(lowOre >= usedOre + committedOre).toBe(true)
        }
        expect(forecast.atRiskOre >= 0n).toBe(true)
        const isForetold = ['in-step', 'under', 'over'].includes(forecast.state)
        expect(forecast.expectedOre !== null && forecast.expectedOre >= usedOre + committedOre).toBe(
          isForetold,
        )
        if (forecast.atRiskOre > 0n) expect(forecast.state).toBe('under')
        if (forecast.state === 'under' || forecast.state === 'in-step')
          expect(daysPassed(period, asOf).passed).toBeGreaterThan(0)
      }),
      { seed: 1 },
    )
  })
})

describe('a plan’s forecast', () => {
  const entry = (activity: string | null, year: number, amount: number): Ledger['sums'][number] => ({
    kind: 'outcome',
    activity,
    year,
    amountOre: kr(amount),
    entries: 3,
  })

  it('adds up what is at risk, and tells what is tied to no activity', () => {
    const ledger: Ledger = {
      coversTo: '2017-10-15',
      sums: [
        entry('a01', 2017, 123_000),
        entry('a04', 2017, 20_000),
        entry('gone', 2017, 5),
        entry(null, 2016, 7),
      ],
    }
    const forecast = forecastPlan(jamtland(), ledger, '2026-01-01')
    expect(forecast.asOf).toBe('2017-10-15')
    expect(forecast.rows).toHaveLength(ACTIVITIES.length)
    expect(forecast.untiedOre).toBe(kr(12))
    expect(forecast.usedOre).toBe(kr(143_012))
    expect(forecast.budget).toEqual({ amountOre: kr(5_203_139), missing: 0 })
    const state = Object.fromEntries(forecast.rows.map((row) => [row.activity.id, row.state]))
    expect([state.a01, state.a04, state.a09]).toEqual(['in-step', 'under', 'too-early'])
    const warned = forecast.rows.filter((row) => row.state === 'under')
    const [least, most] = forecast.leftOverOre
    expect(most).toBe(warned.reduce((sum, row) => sum + ((row.budgetOre ?? 0n) - (row.lowOre ?? 0n)), 0n))
    expect(least < most).toBe(true)
  })

  it('counts what is known of a budget of which some is not', () => {
    const items = [
      testItem('activity', 'a', null, { name: 'A', start: '2026-01-01', end: '2027-12-31' }),
      testItem('activity', 'b', null, { name: 'B', start: '2026-01-01', end: '2027-12-31' }, 1),
      testItem('budget', 'x', null, { name: 'X', over: ['activity', 'year'], years: ['2026', '2027'] }, 2),
    ]
    const cells = [
      { budget: 'x', key: ['a', '2026'], amountOre: kr(350) },
      { budget: 'x', key: ['b', '2026'], amountOre: kr(100) },
      { budget: 'x', key: ['b', '2027'], amountOre: kr(100) },
    ]
    const forecast = forecastPlan({ ...jamtland(), items, cells }, { coversTo: null, sums: [] }, '2026-06-01')
    expect(forecast.budget).toEqual({ amountOre: kr(550), missing: 1 })
    expect(forecast.rows.map(({ budget, budgetOre }) => [budget.amountOre, budgetOre])).toEqual([
      [kr(350), null],
      [kr(200), kr(200)],
    ])
  })

  it('of a year takes that year alone, and no budget where years are not known', () => {
    const document = jamtland()
    const ledger: Ledger = { coversTo: '2017-12-31', sums: [entry('a04', 2017, 20), entry('a04', 2016, 3)] }
    const row = forecastPlan(document, ledger, '2026-01-01', '2017').rows[3]
    expect([row?.usedOre, row?.budgetOre, row?.state, row?.passed]).toEqual([kr(20), null, 'no-budget', 1])
    const yearly = (amounts: readonly (number | null)[]) => ({
      ...document,
      items: [testItem('budget', 'yearly', null, { over: ['activity', 'year'] }, 0), ...document.items],
      cells: [...document.cells, ...tableCells('yearly', { a04: amounts }, ['2016', '2017', '2018'])],
    })
    const of = (year: string | null, amounts: readonly (number | null)[]) =>
      forecastPlan(yearly(amounts), ledger, '2026-01-01', year).rows.find(
        ({ activity }) => activity.id === 'a04',
      )
    expect(of('2017', [null, 400, 500])?.budgetOre).toBe(kr(400))
    expect(of('2016', [null, 400, 500])?.budgetOre).toBeNull()
    expect(of(null, [null, 400, null])?.budgetOre).toBeNull()
  })

  it('asks nothing of an activity for years that it does not run in', () => {
    const document = {
      ...jamtland(),
      items: [testItem('budget', 'yearly', null, { over: ['activity', 'year'] }, 0), ...jamtland().items],
      cells: tableCells('yearly', { a04: [null, 400, 500], a06: [100, 50, null] }, ['2016', '2017', '2018']),
    }
    const ledger: Ledger = { coversTo: '2018-06-30', sums: [entry('a01', 2017, 20)] }
    const ids = (year: string | null) =>
      forecastPlan(document, ledger, '2026-01-01', year).rows.map(({ activity }) => activity.id)
    expect(ids(null)).toHaveLength(ACTIVITIES.length)
    expect(ids('2016')).not.toContain('a04')
    expect(ids('2018')).not.toContain('a06')
    const all = forecastPlan(document, ledger, '2026-01-01').rows
    expect(all.find(({ activity }) => activity.id === 'a04')?.budgetOre).toBe(kr(900))
    // Evenly over the days of each of its own years: all of 2017 and 181 of 273 days in 2018.
    expect(all.find(({ activity }) => activity.id === 'a04')?.byPlanOre).toBe(
      kr(900) - (kr(400) + (kr(500) * 181n) / 273n),
    )
    const booked: Ledger = { coversTo: '2018-06-30', sums: [entry('a06', 2018, 20)] }
    const late = forecastPlan(document, booked, '2026-01-01', '2018').rows
    expect(late.find(({ activity }) => activity.id === 'a06')?.state).toBe('no-budget')
  })
})
