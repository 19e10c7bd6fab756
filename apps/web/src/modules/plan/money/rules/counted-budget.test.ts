import { describe, expect, it } from 'vitest'
import { testDocument, testItem } from '../../../../testing/plan-arbitrary.ts'
import type { BudgetCell } from '../../model.ts'
import { openBudget } from '../../open/rules/open-budget.ts'
import { budgetsOf, wholeOf } from '../../rules/budgets.ts'
import { checkFields, readFields } from '../../rules/check-fields.ts'
import {
  activityBudget,
  activityMoney,
  budgetThat,
  planMoney,
  priorityBudget,
  priorityMoney,
  yearCost,
} from '../../rules/money-of.ts'
import { tableCells } from '../real-budgets.test-support.ts'

const kr = (amount: number) => BigInt(amount) * 100n
const YEARS = ['2026', '2027']

/** Three budgets that say different things of the same plan, of which some are said to count. */
function plan(counted: readonly string[], without: readonly string[] = []) {
  const said = (id: string) => ({ counted: counted.includes(id) })
  const cells: BudgetCell[] = [
    ...tableCells('acts', { a: [100], b: [200] }, []),
    ...tableCells('types', { c: [150, 160] }, YEARS),
    ...tableCells('areas', { p: [10, null], common: [5, 6] }, YEARS),
  ]
  return testDocument(
    [
      testItem('priority', 'p', null, {}, 0),
      testItem('activity', 'a', 'p', { start: '2026-01-01', end: '2026-12-31' }, 0),
      testItem('activity', 'b', 'p', {}, 1),
      testItem('cost-type', 'c', null, { counts: 'cost' }, 1),
      testItem('budget', 'acts', null, { over: ['activity'], ...said('acts') }, 2),
      testItem('budget', 'types', null, { over: ['cost-type', 'year'], years: YEARS, ...said('types') }, 3),
      testItem('budget', 'areas', null, { over: ['priority', 'year'], years: YEARS, ...said('areas') }, 4),
    ],
    cells.filter(({ budget }) => !without.includes(budget)),
  )
}

describe('the budget that counts', () => {
  it('says what the plan costs, though another knows more', () => {
    expect(planMoney(plan([]))?.budget.id).toBe('acts')
    expect(planMoney(plan(['types']))?.sum).toEqual({ amountOre: kr(310), missing: 0 })
    expect(planMoney(plan(['areas']))?.sum).toEqual({ amountOre: kr(21), missing: 1 })
  })

  it('says nothing of what it does not hold, and then the others do as before', () => {
    const types = plan(['types'])
    expect(activityBudget(types)?.id).toBe('acts')
    expect(activityMoney(types).get('a')).toBe(kr(100))
    const areas = plan(['areas'])
    expect(priorityBudget(areas)?.id).toBe('areas')
    expect(priorityMoney(areas).get('p')).toEqual({ amountOre: kr(10), missing: 1 })
    expect(budgetThat(areas, ({ over }) => over.includes('cost-type'))?.id).toBe('types')
  })

  it('is filled out by another with years and priorities only where that comes to the same', () => {
    const types = plan(['types'])
    expect(priorityBudget(types)).toBeNull()
    expect(priorityMoney(types).size).toBe(0)
    const agreeing = {
      ...types,
      cells: types.cells.map((cell) => (cell.key[0] === 'a' ? { ...cell, amountOre: kr(110) } : cell)),
    }
    expect(priorityBudget(agreeing)?.id).toBe('acts')
    expect(wholeOf(priorityMoney(agreeing).get('p'))).toBe(kr(310))
    expect(openBudget(agreeing)).toMatchObject({ years: YEARS, whole: { amountOre: kr(310) } })
  })

  it('tells the agency of its years, and leaves unknown what it does not know', () => {
    expect(YEARS.map((year) => yearCost(plan([]), year))).toEqual([null, null])
    expect(YEARS.map((year) => yearCost(plan(['types']), year))).toEqual([kr(150), kr(160)])
    expect(YEARS.map((year) => yearCost(plan(['areas']), year))).toEqual([kr(15), null])
    expect(YEARS.map((year) => yearCost(plan(['acts']), year))).toEqual([null, null])
  })

  it('is the first where several are said, and none while it is empty', () => {
    expect(planMoney(plan(['areas', 'types']))?.budget.id).toBe('types')
    expect(planMoney(plan(['types'], ['types']))?.budget.id).toBe('acts')
  })

  it('is not contradicted on the open page by a finer one', () => {
    expect(openBudget(plan([]))?.whole).toEqual({ amountOre: kr(300), missing: 0 })
    expect(openBudget(plan(['types']))?.whole).toEqual({ amountOre: kr(310), missing: 0 })
    expect(openBudget(plan(['areas']))?.whole).toEqual({ amountOre: kr(21), missing: 1 })
    expect(openBudget(plan(['acts']))).toMatchObject({ years: [], whole: { amountOre: kr(300) } })
    expect(openBudget(plan(['types']))?.rows).toEqual([])
    const several = plan(['types', 'areas'])
    expect(openBudget(several)?.whole).toEqual(planMoney(several)?.sum)
  })

  it('is the one with what is common where none is said and several know all', () => {
    const document = plan([])
    const cells = [...document.cells, ...tableCells('areas', { p: [null, 20] }, YEARS)]
    const whole = { ...document, cells }
    expect(planMoney(whole)?.budget.id).toBe('areas')
    expect(openBudget(whole)?.whole).toEqual({ amountOre: kr(41), missing: 0 })
    expect(YEARS.map((year) => yearCost(whole, year))).toEqual([kr(15), kr(26)])
  })

  it.each(['acts', 'types', 'areas'])('changes nothing where %s alone holds amounts', (only) => {
    const others = ['acts', 'types', 'areas'].filter((id) => id !== only)
    const [without, said] = [plan([], others), plan([only], others)]
    expect(planMoney(said)?.sum).toEqual(planMoney(without)?.sum)
    expect(priorityMoney(said)).toEqual(priorityMoney(without))
    expect(activityMoney(said)).toEqual(activityMoney(without))
    expect(openBudget(said)).toEqual(openBudget(without))
  })
})

describe('years that an activity does not run in', () => {
  const yearly = (cells: readonly BudgetCell[], dates: Readonly<Record<string, string>> = {}) => {
    const document = testDocument(
      [
        testItem('priority', 'p', null, {}, 0),
        testItem('activity', 'a', 'p', { start: '2026-03-01', end: '2026-11-30', ...dates }, 0),
        testItem('activity', 'b', 'p', { start: '2027-01-01' }, 1),
        testItem('activity', 'free', 'p', {}, 2),
        testItem('cost-type', 'c', null, { counts: 'cost' }, 1),
        testItem('budget', 'x', null, { over: ['activity', 'year'], years: YEARS }, 3),
      ],
      cells,
    )
    const [budget] = budgetsOf(document)
    if (budget === undefined) throw new Error('no budget')
    return { document, budget }
  }

  it('are neither nothing nor unknown', () => {
    const { budget, document } = yearly(tableCells('x', { a: [100], b: [null, 50], free: [7] }, YEARS))
    expect(budget.total).toEqual({ amountOre: kr(157), missing: 1 })
    expect(budget.by(['activity']).get('a')).toEqual({ amountOre: kr(100), missing: 0 })
    expect(budget.by(['activity', 'year']).get('a\n2027')).toEqual({ amountOre: null, missing: 0 })
    expect(budget.by(['year']).get('2026')).toEqual({ amountOre: kr(107), missing: 0 })
    expect(budget.by(['priority', 'year']).get('p\n2027')).toEqual({ amountOre: kr(50), missing: 1 })
    expect(activityMoney(document)).toEqual(
      new Map([
        ['a', kr(100)],
        ['b', kr(50)],
        ['free', null],
      ]),
    )
  })

  it('count where an amount stands there, and it is pointed out', () => {
    const { budget } = yearly(tableCells('x', { a: [null, 9], b: [0, 50], free: [7, 8] }, YEARS))
    expect(budget.total).toEqual({ amountOre: kr(74), missing: 1 })
    expect(budget.by(['activity']).get('a')).toEqual({ amountOre: kr(9), missing: 1 })
    expect(budget.outsideItsYears).toEqual([{ activity: 'a', year: '2027', amountOre: kr(9) }])
  })

  it('are told of any place that an amount can be entered for', () => {
    const items = [
      testItem('priority', 'p', null, {}, 0),
      testItem('activity', 'a', 'p', { start: '2026-03-01', end: '2026-11-30' }, 0),
      testItem('activity', 'part', 'a', {}, 0),
    ]
    const budgetOver = (over: readonly string[]) =>
      budgetsOf(testDocument([...items, testItem('budget', 'x', null, { over, years: YEARS }, 3)]))[0]
    const timed = budgetOver(['year', 'activity'])
    expect(YEARS.map((year) => timed?.isAsked([year, 'a']))).toEqual([true, false])
    expect(YEARS.map((year) => timed?.isAsked([year, 'part']))).toEqual([true, true])
    expect(budgetOver(['activity'])?.isAsked(['part'])).toBe(true)
  })

  it('are asked for again when the activity is moved', () => {
    const cells = tableCells('x', { a: [100], b: [null, 50], free: [7, 8] }, YEARS)
    const before = yearly(cells)
    expect(before.budget.total.missing).toBe(0)
    const after = { ...yearly(cells, { end: '2027-02-01' }).document, cells: before.document.cells }
    expect(budgetsOf(after)[0]?.total.missing).toBe(1)
  })
})

describe('a budget over activities and priorities', () => {
  const fields = { name: 'Dubbel', over: ['year', 'priority', 'activity'] }

  it('is refused wherever it is written, and read where it stands already', () => {
    expect(checkFields('budget', fields)).toEqual({
      ok: false,
      faults: [{ field: 'over', reason: 'activity-and-priority' }],
    })
    expect(checkFields('budget', { ...fields, name: '' })).toMatchObject({
      faults: [{ reason: 'required' }, { reason: 'activity-and-priority' }],
    })
    expect(readFields('budget', fields).ok).toBe(true)
    expect(checkFields('budget', { ...fields, over: ['priority', 'year'] }).ok).toBe(true)
  })
})
