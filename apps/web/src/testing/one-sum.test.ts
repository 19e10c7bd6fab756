import fc from 'fast-check'
import { expect, it } from 'vitest'
import { figuresOf } from '../modules/agency/service/figures-of.ts'
import { yearlyBudgets } from '../modules/plan/exchange/rules/iati-budgets.ts'
import type { BudgetCell, PlanDocument } from '../modules/plan/model.ts'
import type { BudgetDimension } from '../modules/plan/model-items.ts'
import { openBudget } from '../modules/plan/open/rules/open-budget.ts'
import type { PeriodBasis } from '../modules/plan/public.ts'
import { addSums, budgetsOf, COMMON, type Sum, wholeOf } from '../modules/plan/rules/budgets.ts'
import {
  activityBudget,
  countedBudget,
  planMoney,
  priorityBudget,
  yearCost,
} from '../modules/plan/rules/money-of.ts'
import { testDocument, testItem } from './plan-arbitrary.ts'

const PRIORITY_OF = { a: 'p', b: 'p', c: 'q' } as const
const YEARS = ['2026', '2027', '2028'] as const
const OVER: readonly (readonly BudgetDimension[])[] = [
  ['activity'],
  ['activity', 'year'],
  ['year', 'priority'],
  ['priority'],
  ['cost-type', 'year'],
  ['year'],
  ['financier', 'activity'],
]

const costsOf = (...activities: readonly string[]) =>
  fc.array(
    fc.record({
      activity: fc.constantFrom(...activities),
      year: fc.constantFrom(...YEARS),
      amountOre: fc.bigInt(0n, 3n),
    }),
    { minLength: 1, maxLength: 8 },
  )
/** What things cost by activity and year, some of it maybe common to priorities: budgets that are right say this. */
const truth = fc.oneof(costsOf('a', 'b', 'c'), costsOf('a', 'b', 'c', COMMON))
type Cost = (typeof truth extends fc.Arbitrary<infer Of> ? Of : never)[number]

const drawn = fc.record({
  over: fc.constantFrom(...OVER),
  counted: fc.constantFrom(false, false, true),
  years: fc.constantFrom([], ['2026'], ['2026', '2027'], [...YEARS]),
  /** Amounts that are nothing are written too, or not known. */
  isFilled: fc.constantFrom(true, true, true, false),
  wrong: fc.option(fc.record({ at: fc.nat(20), amountOre: fc.option(fc.bigInt(0n, 5n)) }), { freq: 1 }),
})
type Drawn = typeof drawn extends fc.Arbitrary<infer Of> ? Of : never

const FIXED = { 'cost-type': 'type', financier: 'giver' } as const

function keyOf(over: readonly BudgetDimension[], { activity, year }: Cost): string[] | null {
  if (over.includes('activity') && activity === COMMON) return null
  const priority = activity === COMMON ? COMMON : PRIORITY_OF[activity as keyof typeof PRIORITY_OF]
  const of = { activity, year, priority, ...FIXED }
  return over.map((each) => of[each])
}

function cellsOf(id: string, { over, isFilled, wrong }: Drawn, costs: readonly Cost[]): BudgetCell[] {
  const cells = new Map<string, BudgetCell>()
  const none = Object.keys(PRIORITY_OF).flatMap((activity) =>
    YEARS.map((year) => ({ activity, year, amountOre: 0n })),
  )
  for (const cost of [...costs, ...(isFilled ? none : [])]) {
    const key = keyOf(over, cost)
    if (key === null) continue
    const before = cells.get(key.join())?.amountOre ?? 0n
    cells.set(key.join(), { budget: id, key, amountOre: before + cost.amountOre })
  }
  const all = [...cells.values()]
  return all.flatMap((cell, at) => {
    if (wrong === null || at !== wrong.at % all.length) return [cell]
    return wrong.amountOre === null ? [] : [{ ...cell, amountOre: wrong.amountOre }]
  })
}

const planOf = (costs: readonly Cost[], budgets: readonly Drawn[]) =>
  testDocument(
    [
      testItem('priority', 'p', null, {}, 0),
      testItem('priority', 'q', null, {}, 1),
      testItem('activity', 'a', 'p', { start: '2026-01-01', end: '2026-12-31' }, 0),
      testItem('activity', 'b', 'p', {}, 1),
      testItem('activity', 'c', 'q', {}, 2),
      testItem('cost-type', 'type', null, { counts: 'cost' }, 2),
      testItem('financier', 'giver', null, { counts: 'money' }, 3),
      ...budgets.map(({ over, counted, years }, at) =>
        testItem('budget', `budget-${at}`, null, { over, counted, years }, 4 + at),
      ),
    ],
    budgets.flatMap((budget, at) => cellsOf(`budget-${at}`, budget, costs)),
  )
const plans = fc
  .tuple(truth, fc.array(drawn, { minLength: 1, maxLength: 4 }))
  .map(([costs, budgets]) => planOf(costs, budgets))

/** What is told to the agency of each year. */
function toldToAgency(document: PlanDocument): ReadonlyMap<string, bigint | null> {
  const period = {
    id: '00000000-0000-4000-8000-000000000000',
    startsOn: '2026-01-01',
    endsOn: '2026-06-30',
    dueOn: '2026-07-31',
    kind: 'half-year' as const,
    closedAt: null,
    sentAt: null,
  }
  const basis: PeriodBasis = {
    opened: {
      plan: { id: 'p', slug: 'p', revision: 1, above: null, facts: document.facts },
      document,
      trails: new Map(),
    },
    period,
    periods: [],
    standings: [],
    ledger: { coversTo: null, sums: [] },
    catalogue: [],
    frozenOn: null,
    today: '2026-07-01',
  }
  return new Map(
    figuresOf(basis).money.map(({ year, plannedOre }) => [
      String(year),
      plannedOre === null ? null : BigInt(plannedOre),
    ]),
  )
}

/** Amounts by year as they stand in budgets of the standard. */
function writtenYears(elements: readonly string[] | undefined): ReadonlyMap<string, bigint> {
  return new Map(
    (elements ?? []).map((text) => {
      const [, year = ''] = /period-start iso-date="(\d{4})/.exec(text) ?? []
      const [, kronor = ''] = /<value[^>]*>([^<]*)</.exec(text) ?? []
      return [year, BigInt(kronor.replace('.', ''))] as const
    }),
  )
}

function known(years: readonly string[], sums: readonly (Sum | undefined)[]): ReadonlyMap<string, bigint> {
  return new Map(
    years.flatMap((year, at) => {
      const amountOre = wholeOf(sums[at])
      return amountOre === null ? [] : [[year, amountOre] as const]
    }),
  )
}

/** All that is told of a plan’s money, each held against the others. */
function expectOneSum(document: PlanDocument): void {
  const [page, open, iati] = [planMoney(document), openBudget(document), yearlyBudgets(document)]
  expect(open?.whole).toEqual(page?.sum)
  if (open === null) return
  const { years, rows, byYear, whole } = open
  if (years.length > 0) expect(addSums(byYear.filter((sum) => sum !== undefined))).toEqual(whole)
  if (rows.length > 0)
    expect(addSums(rows.map((row) => row.whole ?? { amountOre: null, missing: 1 }))).toEqual(whole)
  expect(new Map(rows.map((row) => [row.id, row.whole]))).toEqual(
    priorityBudget(document)?.by(['priority']) ?? new Map(),
  )
  expect(writtenYears(iati.plan)).toEqual(known(years, byYear))
  for (const [year, plannedOre] of toldToAgency(document))
    expect([year, plannedOre]).toEqual([year, wholeOf(byYear[years.indexOf(year)])])
  for (const row of rows) {
    expect(writtenYears(iati.priority.get(row.id))).toEqual(known(years, row.byYear))
    const told = row.byYear.filter((sum) => sum !== undefined)
    if (told.length > 0) expect(addSums(told)).toEqual(row.whole)
  }
  for (const at of years.keys()) {
    const told = rows.flatMap((row) => row.byYear[at] ?? [])
    if (told.length > 0) expect(addSums(told)).toEqual(byYear[at])
  }
  const activities = activityBudget(document)?.by(['activity'])
  for (const [id, elements] of iati.activity) {
    const cost = wholeOf(activities?.get(id))
    const written = [...writtenYears(elements).values()].reduce((sum, each) => sum + each, 0n)
    if (cost !== null) expect([id, written]).toEqual([id, cost])
  }
  const counted = countedBudget(document)
  if (counted === null) return
  expect(page?.budget).toBe(counted)
  if (counted.over.includes('year'))
    expect(byYear).toEqual(years.map((year) => counted.by(['year']).get(year)))
  if (counted.knows.includes('priority')) expect(priorityBudget(document)).toBe(counted)
}

it('page, open page, file of the standard and agency are told one sum of a plan', () => {
  fc.assert(fc.property(plans, expectOneSum), { seed: 1, numRuns: 1500 })
})

it('plans that are drawn hold years and priorities of other budgets than the one that says the whole', () => {
  const drawnPlans = fc.sample(plans, { seed: 1, numRuns: 600 })
  const split = drawnPlans.filter((document) => {
    const [open, whole] = [openBudget(document), planMoney(document)?.budget]
    return open !== null && open.years.length > 0 && whole?.over.includes('year') === false
  })
  const silent = drawnPlans.filter(
    (document) =>
      openBudget(document)?.years.length === 0 &&
      budgetsOf(document).some(({ over, isEmpty }) => over.includes('year') && !isEmpty),
  )
  expect(split.length).toBeGreaterThan(20)
  expect(silent.length).toBeGreaterThan(20)
})

it('a year that the budget that counts does not hold is taken from no other', () => {
  const costs = [
    { activity: 'b', year: '2026', amountOre: 15n },
    { activity: 'b', year: '2027', amountOre: 26n },
  ] satisfies Cost[]
  const budget = { isFilled: true, wrong: null }
  const document = planOf(costs, [
    { ...budget, over: ['cost-type', 'year'], years: ['2026'], counted: true },
    { ...budget, over: ['year', 'priority'], years: ['2026', '2027'], counted: false },
  ])
  const cells = document.cells.filter(({ budget: of, key }) => of !== 'budget-0' || key.includes('2026'))
  expect(['2026', '2027'].map((year) => yearCost({ ...document, cells }, year))).toEqual([15n, null])
})
