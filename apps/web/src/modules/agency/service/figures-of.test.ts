import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPlan, planJson, readPlanJson } from '../../../testing/any-plan.ts'
import { testDocument, testItem } from '../../../testing/plan-arbitrary.ts'
import { jamtland, stockholm, tableCells } from '../../../testing/real-budgets.ts'
import { type OpenedPlan, type PeriodBasis, PlanTree } from '../../plan/public.ts'
import { figuresOf, goalFigures } from './figures-of.ts'

type PlanDocument = OpenedPlan['document']
type Ledger = PeriodBasis['ledger']

const kr = (amount: number) => String(amount * 100)
const entry = (
  year: number,
  amount: number,
  activity: string | null = null,
  kind: 'outcome' | 'commitment' = 'outcome',
): Ledger['sums'][number] => ({ kind, activity, year, amountOre: BigInt(amount) * 100n, entries: 1 })

/** The figures of a plan’s second half-year of 2017, with nothing told of its activities. */
function figures(document: PlanDocument, coversTo: string | null = null, sums: Ledger['sums'] = []) {
  const { facts } = document
  const plan = { id: 'p', slug: 'p', revision: 1, above: null, facts }
  const period = {
    id: '00000000-0000-4000-8000-000000000000',
    startsOn: '2017-07-01',
    endsOn: '2017-12-31',
    dueOn: '2018-01-31',
    kind: 'half-year' as const,
    closedAt: null,
    sentAt: null,
  }
  return figuresOf({
    opened: { plan, document, trails: new Map() },
    period,
    periods: [],
    standings: [],
    ledger: { coversTo, sums },
    catalogue: [],
    frozenOn: null,
    today: '2018-01-15',
  })
}

/** The money of a year, in whole kronor. */
function yearOf(document: PlanDocument, year: number, coversTo: string | null, sums: Ledger['sums'] = []) {
  return figures(document, coversTo, sums).money.find((one) => one.year === year)
}

describe('the figures of a plan', () => {
  it('can be made of every plan that can be brought in', () => {
    const days = fc.constantFrom(
      ['2016-11-01', '2018-12-31'],
      ['1900-01-01', '2199-12-31'],
      ['2100-01-01', '2104-12-31'],
    )
    fc.assert(
      fc.property(anyPlan, days, (plan, [startsOn = '', endsOn = '']) => {
        const { document, faults } = readPlanJson(
          planJson({ ...plan, facts: { ...plan.facts, startsOn, endsOn } }),
        )
        expect(faults).toEqual([])
        expect(document && figures(document).version).toBe(1)
      }),
      { seed: 1, numRuns: 100 },
    )
  })

  it('tell of many and long codes as far as there is room, those of the lists first, and of no method but those', () => {
    const long = `${'Länets mål '.repeat(10)}😀`
    const codes = [long, ...Array.from({ length: 120 }, (_, at) => `eget-${at}`), 'goal-care']
    const named = (kind: 'group' | 'activity', count: number) =>
      Array.from({ length: count }, (_, at) =>
        testItem(kind, `${kind}-${at}`, 'p', {
          name: `${kind} ${at}`,
          ...(kind === 'activity' ? { flagship: true } : {}),
        }),
      )
    const told = figures(
      testDocument([
        testItem('priority', 'p', null),
        ...codes.map((code, at) => testItem('national', `n${at}`, 'p', { code })),
        testItem('activity', 'a', 'p', { methods: ['4r', '4R', 'x'.repeat(100)] }),
        testItem('activity', 'b', 'p', { methods: Array.from({ length: 150 }, (_, at) => `metod-${at}`) }),
        ...named('group', 600),
        ...named('activity', 600),
      ]),
    )
    expect(told.national.slice(0, 3)).toEqual(['goal-care', long.slice(0, 60), 'eget-0'])
    expect(told.national).toHaveLength(100)
    expect(told.methods).toEqual(['4r'])
    expect([told.groups.length, told.flagships.length]).toEqual([600, 600])
  })
})

describe('the money of a year, to the agency', () => {
  it('is left where a year is over and the ledger covers it, whatever activities say', () => {
    expect(yearOf(stockholm(), 2017, '2017-12-31', [entry(2017, 900_000)])).toEqual({
      year: 2017,
      plannedOre: kr(6_956_000),
      usedOre: kr(900_000),
      expectedOre: kr(900_000),
      atRiskOre: kr(6_056_000),
    })
  })

  it('leaves no more than the budget where more has been taken back than booked', () => {
    expect(yearOf(stockholm(), 2017, '2017-12-31', [entry(2017, -5)])).toMatchObject({
      expectedOre: kr(-5),
      atRiskOre: kr(6_956_000),
    })
  })

  it('is not foretold while a year runs and no forecast stands', () => {
    for (const document of [stockholm(), jamtland()])
      expect(yearOf(document, 2017, '2017-10-31', [entry(2017, 900_000)])).toMatchObject({
        usedOre: kr(900_000),
        expectedOre: null,
        atRiskOre: null,
      })
  })

  it.each(['2017-10-31', '2017-12-31'])('shows what exceeds the budget, with a ledger up to %s', (asOf) => {
    const sums = [entry(2017, 8_500_000), entry(2017, 500_000, null, 'commitment')]
    expect(yearOf(jamtland(), 2017, asOf, sums)).toMatchObject({
      plannedOre: kr(3_203_000),
      usedOre: kr(8_500_000),
      expectedOre: kr(9_000_000),
      atRiskOre: '0',
    })
  })

  it('is not known of a year that the ledger does not reach', () => {
    const untold = { plannedOre: kr(4_994_000), usedOre: null, expectedOre: null, atRiskOre: null }
    for (const asOf of ['2017-12-31', null])
      expect(yearOf(stockholm(), 2018, asOf, [entry(2017, 900_000)])).toEqual({ year: 2018, ...untold })
    expect(yearOf(stockholm(), 2018, '2018-01-01')).toMatchObject({ usedOre: '0', expectedOre: null })
  })

  type Dates = { readonly start: string | null; readonly end: string | null }
  const YEAR = { start: '2017-01-01', end: '2017-12-31' }
  const running = (a: Dates = YEAR, b: Dates = YEAR): PlanDocument => {
    const document = testDocument(
      [
        testItem('priority', 'p', null, {}, 0),
        testItem('activity', 'a', 'p', a, 0),
        testItem('activity', 'b', 'p', b, 1),
        testItem('budget', 'by-activity', null, { over: ['activity', 'year'], years: ['2017'] }, 1),
        testItem('budget', 'by-priority', null, { over: ['priority', 'year'], years: ['2017'] }, 2),
      ],
      [
        ...tableCells('by-activity', { a: [1000], b: [1000] }, ['2017']),
        ...tableCells('by-priority', { p: [2000], common: [500] }, ['2017']),
      ],
    )
    return { ...document, facts: { ...document.facts, startsOn: '2017-01-01', endsOn: '2018-12-31' } }
  }

  it('counts what is common in the budget, as it is in the ledger', () => {
    const sums = [entry(2017, 365, 'a'), entry(2017, 600, 'b'), entry(2017, 500)]
    // Up to 7 August three fifths of the year have passed: a is on its way to 608 and 33 öre.
    expect(yearOf(running(), 2017, '2017-08-07', sums)).toEqual({
      year: 2017,
      plannedOre: kr(2500),
      usedOre: kr(1465),
      expectedOre: '210833',
      atRiskOre: '39167',
    })
  })

  it('rests on every activity’s forecast: one that does not stand leaves the sum unknown', () => {
    const sums = [entry(2017, 365, 'a'), entry(2017, 700, 'b')]
    for (const late of [
      { start: '2017-08-01', end: '2018-12-31' },
      { start: null, end: null },
    ])
      expect(yearOf(running(YEAR, late), 2017, '2017-08-07', sums)).toMatchObject({
        expectedOre: null,
        atRiskOre: null,
      })
  })

  it('is not lessened by what one activity leaves where another exceeds its budget by more', () => {
    const sums = [entry(2017, 365, 'a'), entry(2017, 3000, 'b')]
    const money = yearOf(running(), 2017, '2017-08-07', sums)
    expect(BigInt(money?.expectedOre ?? 0)).toBeGreaterThanOrEqual(386_500n)
    expect(money?.atRiskOre).toBe('0')
  })
})

describe('a goal’s figures, to the agency', () => {
  type Told = readonly ['baseline' | 'target' | 'actual', number, 'all' | 'women' | 'men', number]
  const figures = (unit: string, told: readonly Told[]) =>
    goalFigures(
      new PlanTree(
        testDocument([
          testItem('goal', 'g', null, {}),
          testItem('indicator', 'i', 'g', { unit, direction: 'rise' }),
          ...told.map(([what, year, sex, value], at) =>
            testItem('figure', `f${at}`, 'i', { what, year, sex, value }, at),
          ),
        ]),
      ),
    ).map(({ sex, target, actual, course }) => [sex, target?.value, actual?.value, course])

  it('hold women and men each against a target common to both, women first', () => {
    const told: Told[] = [
      ['target', 2018, 'all', 40],
      ['actual', 2018, 'men', 45],
      ['actual', 2018, 'women', 30],
    ]
    expect(figures('%', told)).toEqual([
      ['women', 40, 30, 'behind'],
      ['men', 40, 45, 'reached'],
    ])
  })

  it('hold each against its own target where there is one', () => {
    const told: Told[] = [
      ['target', 2018, 'all', 40],
      ['target', 2018, 'women', 25],
      ['actual', 2018, 'women', 30],
      ['actual', 2018, 'men', 30],
    ]
    expect(figures('%', told)).toEqual([
      ['women', 25, 30, 'reached'],
      ['men', 40, 30, 'behind'],
    ])
  })

  it('are of all where what came of it is, and of all where that is newer', () => {
    const told: Told[] = [
      ['target', 2018, 'women', 40],
      ['target', 2018, 'all', 40],
      ['actual', 2018, 'all', 41],
    ]
    expect(figures('%', told)).toEqual([['all', 40, 41, 'reached']])
    expect(figures('%', [...told, ['actual', 2016, 'women', 1]])).toEqual([['all', 40, 41, 'reached']])
  })

  it('are by sex where nothing has come of it and the targets alone are', () => {
    expect(figures('%', [['target', 2018, 'women', 40]])).toEqual([
      ['women', 40, undefined, 'unknown'],
      ['men', undefined, undefined, 'unknown'],
    ])
  })

  it('do not hold a part against a count of everybody', () => {
    const told: Told[] = [
      ['target', 2018, 'all', 100],
      ['actual', 2018, 'women', 60],
      ['actual', 2018, 'men', 45],
    ]
    expect(figures('antal', told)).toEqual([
      ['women', undefined, 60, 'unknown'],
      ['men', undefined, 45, 'unknown'],
    ])
    expect(figures('antal', [...told, ['actual', 2018, 'all', 105]])).toEqual([['all', 100, 105, 'reached']])
  })
})
