import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testDocument, testItem } from '../../../../testing/plan-arbitrary.ts'
import type { BudgetCell, PlanDocument } from '../../model.ts'
import { BUDGET_DIMENSIONS } from '../../model-items.ts'
import { budgetsOf, isOverBoth, wholeOf } from '../../rules/budgets.ts'
import { activityMoney, activitySums, planMoney, priorityMoney } from '../../rules/money-of.ts'
import { ACTIVITIES, jamtland, stockholm, tableCells } from '../real-budgets.test-support.ts'
import { inKindChecks } from './in-kind.ts'
import { indirectChecks, indirectOf } from './indirect-costs.ts'
import { compareSums, differencesOf, reconcile } from './reconcile.ts'

const kr = (amount: number) => BigInt(amount) * 100n

function only(document: PlanDocument) {
  const [budget] = budgetsOf(document)
  if (budget === undefined) throw new Error('no budget')
  return budget
}

describe('real budgets', () => {
  it('of priorities by year in thousands give 150, 6,956 and 4,994, in all 12,100', () => {
    const budget = only(stockholm())
    const years = ['2016', '2017', '2018'].map((year) => wholeOf(budget.by(['year']).get(year)))
    expect(years).toEqual([kr(150_000), kr(6_956_000), kr(4_994_000)])
    expect(wholeOf(budget.total)).toBe(kr(12_100_000))
    expect(wholeOf(budget.by(['priority']).get('common'))).toBe(kr(2_149_000))
  })

  it('of thirteen activities, and of cost types by year, give 5,203,139 kr alike', () => {
    const document = jamtland()
    const [activities, costs] = budgetsOf(document)
    expect(wholeOf(activities?.total)).toBe(kr(5_203_139))
    expect(['2016', '2017', '2018'].map((year) => wholeOf(costs?.by(['year']).get(year)))).toEqual([
      kr(161_802),
      kr(3_203_000),
      kr(1_838_337),
    ])
    expect(wholeOf(priorityMoney(document).get('p1'))).toBe(kr(2_952_382))
    expect(wholeOf(priorityMoney(document).get('p2'))).toBe(kr(809_755))
    expect(wholeOf(priorityMoney(document).get('p3'))).toBe(kr(1_441_002))
    expect(activityMoney(document).get('a04')).toBe(kr(849_560))
    expect(planMoney(document)?.budget.id).toBe('by-activity')
    const comparisons = reconcile(document)
    expect(comparisons.map(({ by }) => by)).toEqual([[]])
    expect(comparisons[0]?.rows[0]?.verdict).toEqual({ kind: 'equal' })
  })

  it('ask for nothing of an activity under another priority than its own', () => {
    const document = jamtland()
    const [activities] = budgetsOf(document)
    const expected = ACTIVITIES.flatMap(([id, own, , , amount]) =>
      [1, 2, 3].map(
        (at) => [`p${at}\n${id}`, { amountOre: at === own ? kr(amount) : null, missing: 0 }] as const,
      ),
    )
    expect(activities?.by(['priority', 'activity'])).toEqual(new Map(expected))
    const cells = document.cells.filter(({ key }) => key[0] !== 'a01')
    const [lacking] = budgetsOf({ ...document, cells })
    for (const dimensions of [
      ['priority', 'activity'],
      ['activity', 'priority'],
    ] as const) {
      const missing = [...(lacking?.by(dimensions) ?? [])].filter(([, sum]) => sum.missing > 0)
      expect(missing.map(([name]) => name.split('\n').sort())).toEqual([['a01', 'p1']])
    }
  })

  it('have indirect costs of 9.8 % in whole kronor by year', () => {
    const checks = indirectChecks(jamtland())
    expect(checks.map(({ year, computed, verdict }) => [year, computed.amountOre, verdict.kind])).toEqual([
      ['2016', kr(4_802), 'equal'],
      ['2017', kr(147_000), 'equal'],
      ['2018', kr(88_525), 'equal'],
    ])
    expect(indirectOf(kr(903_312), 9.8, 'ore')).toBe(8_852_458n)
  })

  it('that differ say so, to the krona', () => {
    const document = jamtland()
    const cells = document.cells.map((cell) =>
      cell.key.join() === 'staff,2018' ? { ...cell, amountOre: cell.amountOre + 100n } : cell,
    )
    const changed = { ...document, cells }
    expect(differencesOf(reconcile(changed))[0]?.rows[0]?.verdict).toEqual({ kind: 'differs', byOre: -100n })
    expect(indirectChecks(changed).map(({ verdict }) => verdict.kind)).toEqual(['equal', 'equal', 'equal'])
    const more = document.cells.map((cell) =>
      cell.key.join() === 'staff,2018' ? { ...cell, amountOre: kr(913_312) } : cell,
    )
    expect(indirectChecks({ ...document, cells: more })[2]?.verdict).toEqual({
      kind: 'differs',
      byOre: kr(-980),
    })
  })
})

describe('what is not known', () => {
  const items = [
    testItem('priority', 'p', null),
    testItem('activity', 'a', 'p', {}, 0),
    testItem('activity', 'b', 'p', {}, 1),
    testItem('activity', 'b1', 'b', {}, 0),
    testItem('activity', 'b2', 'b', {}, 1),
    testItem('budget', 'x', null, { over: ['activity'] }, 5),
  ]

  it('makes sums “at least”, and is never taken to be nothing', () => {
    const document = testDocument(items, tableCells('x', { a: [100] }, []))
    expect(only(document).total).toEqual({ amountOre: kr(100), missing: 1 })
    expect(activityMoney(document)).toEqual(
      new Map([
        ['a', kr(100)],
        ['b', null],
        ['b1', null],
        ['b2', null],
      ]),
    )
    const zero = testDocument(items, tableCells('x', { a: [100], b: [0] }, []))
    expect(only(zero).total).toEqual({ amountOre: kr(100), missing: 0 })
  })

  it('of one part leaves the whole unknown where other parts are known', () => {
    const document = testDocument(items, tableCells('x', { a: [100], b1: [40] }, []))
    expect(activitySums(document).get('b')).toEqual({ amountOre: kr(40), missing: 1 })
    expect(activityMoney(document).get('b')).toBeNull()
    expect(only(document).members('activity')).toEqual(['a', 'b1', 'b2'])
    const both = testDocument(items, tableCells('x', { a: [100], b: [10], b1: [40] }, []))
    expect(activityMoney(both).get('b')).toBe(kr(50))
    expect(only(both).total).toEqual({ amountOre: kr(150), missing: 0 })
  })

  it('cannot be compared, unless what is known is too much already', () => {
    const known = (amount: number) => ({ amountOre: kr(amount), missing: 0 })
    const part = (amount: number) => ({ amountOre: kr(amount), missing: 2 })
    expect(compareSums(known(100), part(40))).toEqual({ kind: 'unknown' })
    expect(compareSums(known(100), part(140))).toEqual({ kind: 'differs-at-least', byOre: kr(-40) })
    expect(compareSums(part(140), known(100))).toEqual({ kind: 'differs-at-least', byOre: kr(40) })
    expect(compareSums({ amountOre: null, missing: 1 }, known(0))).toEqual({ kind: 'unknown' })
  })

  it('of things that no longer stand is in no sum, and told', () => {
    const document = testDocument(items, [
      ...tableCells('x', { a: [100], b: [5] }, []),
      { budget: 'x', key: ['gone'], amountOre: 700n },
      { budget: 'x', key: ['a', '2026'], amountOre: 9n },
    ])
    expect(only(document).strayOre).toBe(709n)
    expect(only(document).total.amountOre).toBe(kr(105))
  })
})

it('a budget spans the years and cost types that it says, and others that it has amounts for', () => {
  const items = [
    testItem('cost-type', 'c1', null, {}, 0),
    testItem('cost-type', 'c2', null, {}, 1),
    testItem('budget', 'x', null, { over: ['cost-type', 'year'], years: ['2026'], without: ['c2'] }, 2),
  ]
  const budget = only(testDocument(items, tableCells('x', { c1: [1] }, ['2026'])))
  expect([budget.members('cost-type'), budget.members('year'), budget.total.missing]).toEqual([
    ['c1'],
    ['2026'],
    0,
  ])
  const more = only(testDocument(items, tableCells('x', { c2: [1] }, ['2029'])))
  expect([more.members('cost-type'), more.members('year')]).toEqual([
    ['c1', 'c2'],
    ['2026', '2029'],
  ])
  expect(more.total.missing).toBe(3)
})

it('what is given in kind is held against what it finances, by year where both know years', () => {
  const document = testDocument(
    [
      testItem('cost-type', 'c', null, { counts: 'in-kind' }, 0),
      testItem('financier', 'f', null, { counts: 'in-kind' }, 1),
      testItem('financier', 'm', null, { counts: 'money' }, 2),
      testItem('budget', 'x', null, { over: ['cost-type', 'year'], years: ['2026', '2027'] }, 3),
      testItem('budget', 'y', null, { over: ['financier', 'year'], years: ['2026', '2027'] }, 4),
    ],
    [
      ...tableCells('x', { c: [10, 20] }, ['2026', '2027']),
      ...tableCells('y', { f: [10, 15], m: [0, 5] }, ['2026', '2027']),
    ],
  )
  expect(inKindChecks(document).map(({ year, verdict }) => [year, verdict])).toEqual([
    ['2026', { kind: 'equal' }],
    ['2027', { kind: 'differs', byOre: kr(5) }],
  ])
})

const cellsOver = fc
  .subarray(['activity', 'priority', 'cost-type', 'financier', 'year'] as const, { minLength: 1 })
  .filter((over) => !isOverBoth(over))
  .chain((over) => {
    const member = {
      activity: ['a', 'b', 'a1'],
      priority: ['p', 'q', 'common'],
      'cost-type': ['c', 'd'],
      financier: ['f'],
      year: ['2026', '2027'],
    }
    const key = fc.tuple(...over.map((each) => fc.constantFrom(...member[each])))
    return fc.record({
      over: fc.constant(over),
      cells: fc.uniqueArray(fc.record({ key, amountOre: fc.bigInt(0n, 10n ** 12n) }), {
        selector: ({ key: names }) => names.join(),
        maxLength: 30,
      }),
    })
  })

it('sums by every way of dividing a budget are the whole, known and unknown alike', () => {
  const date = fc.option(fc.constantFrom('2025-07-01', '2026-06-30', '2027-02-01'))
  const dates = fc
    .record({ start: date, end: date })
    .filter(({ start, end }) => !start || !end || start <= end)
  fc.assert(
    fc.property(cellsOver, dates, dates, ({ over, cells }, first, second) => {
      const document = testDocument(
        [
          testItem('priority', 'p', null, {}, 0),
          testItem('priority', 'q', null, {}, 1),
          testItem('activity', 'a', 'p', first, 0),
          testItem('activity', 'a1', 'a', second, 0),
          testItem('activity', 'b', 'q', second, 0),
          testItem('cost-type', 'c', null, {}, 2),
          testItem('cost-type', 'd', null, {}, 3),
          testItem('financier', 'f', null, {}, 4),
          testItem('budget', 'x', null, { over }, 5),
        ],
        cells.map((cell): BudgetCell => ({ budget: 'x', ...cell })),
      )
      const budget = only(document)
      expect(budget.total.amountOre ?? 0n).toBe(cells.reduce((sum, { amountOre }) => sum + amountOre, 0n))
      expect(budget.total.missing).toBeGreaterThanOrEqual(0)
      for (const by of [...budget.knows.map((each) => [each]), budget.over]) {
        const sums = [...budget.by(by).values()]
        expect(sums.reduce((sum, { amountOre }) => sum + (amountOre ?? 0n), 0n)).toBe(
          budget.total.amountOre ?? 0n,
        )
        expect(sums.reduce((sum, { missing }) => sum + missing, 0)).toBe(budget.total.missing)
        for (const { missing } of sums) expect(missing).toBeGreaterThanOrEqual(0)
      }
      expect(BUDGET_DIMENSIONS.filter((each) => budget.over.includes(each))).toHaveLength(over.length)
      for (const { first, second, rows } of reconcile(document)) {
        expect(first.id).not.toBe(second.id)
        expect(rows.length).toBeGreaterThan(0)
      }
    }),
    { seed: 1 },
  )
})
