import { testDocument, testItem } from '../../../testing/plan-arbitrary.ts'
import type { BudgetCell, PlanDocument } from '../model.ts'

const kronor = (amount: number) => BigInt(amount) * 100n

/** Cells of a table: rows by their ids, columns by theirs. */
export function tableCells(
  budget: string,
  rows: Readonly<Record<string, readonly (number | null)[]>>,
  columns: readonly string[],
  unit: 'kr' | 'tkr' = 'kr',
): BudgetCell[] {
  return Object.entries(rows).flatMap(([row, amounts]) =>
    amounts.flatMap((amount, at) =>
      amount === null
        ? []
        : [
            {
              budget,
              key: columns.length === 0 ? [row] : [row, columns[at] ?? ''],
              amountOre: kronor(unit === 'tkr' ? amount * 1000 : amount),
            },
          ],
    ),
  )
}

const YEARS = ['2016', '2017', '2018']

function during(document: PlanDocument): PlanDocument {
  return { ...document, facts: { ...document.facts, startsOn: '2016-11-01', endsOn: '2018-12-31' } }
}

/** Priority × year in thousands, as Stockholm’s plan 2016–2018 has it. */
export function stockholm(): PlanDocument {
  return during(
    testDocument(
      [
        testItem('priority', 'p1', null, {}, 0),
        testItem('priority', 'p2', null, {}, 1),
        testItem('priority', 'p3', null, {}, 2),
        testItem('budget', 'b', null, { over: ['priority', 'year'], unit: 'tkr' }, 3),
      ],
      tableCells(
        'b',
        { p1: [0, 1200, 800], p2: [50, 2463, 1050], p3: [50, 2269, 2069], common: [50, 1024, 1075] },
        YEARS,
        'tkr',
      ),
    ),
  )
}

/** The thirteen activities of Jämtland Härjedalen’s plan with dates, amounts and priorities. */
export const ACTIVITIES = [
  ['a01', 1, '2016-11-01', '2017-08-31', 127_492],
  ['a02', 1, '2017-03-01', '2018-10-31', 380_400],
  ['a03', 1, '2016-11-01', '2018-10-15', 1_394_300],
  ['a04', 1, '2017-02-01', '2018-09-30', 849_560],
  ['a05', 1, '2017-03-01', '2018-09-30', 200_630],
  ['a06', 2, '2016-11-01', '2017-02-28', 152_704],
  ['a07', 2, '2017-01-01', '2017-06-30', 288_060],
  ['a08', 2, '2017-02-01', '2018-10-31', 293_821],
  ['a09', 2, '2017-09-01', '2018-10-31', 75_170],
  ['a10', 3, '2016-11-01', '2018-10-31', 88_060],
  ['a11', 3, '2017-01-01', '2017-10-31', 211_914],
  ['a12', 3, '2016-11-01', '2018-10-31', 248_340],
  ['a13', 3, '2016-11-01', '2018-11-07', 892_688],
] as const

/** Activities, and cost type × year with indirect costs, as Jämtland Härjedalen’s plan 2016–2018 has them. */
export function jamtland(): PlanDocument {
  const costTypes = ['staff', 'services', 'rooms', 'travel', 'other'].map((id, at) =>
    testItem('cost-type', id, null, { counts: 'cost' }, at),
  )
  return during(
    testDocument(
      [
        ...[1, 2, 3].map((at) => testItem('priority', `p${at}`, null, {}, at)),
        ...ACTIVITIES.map(([id, priority, start, end], at) =>
          testItem('activity', id, `p${priority}`, { start, end }, at),
        ),
        ...costTypes,
        testItem(
          'cost-type',
          'indirect',
          null,
          { counts: 'indirect', rate: 9.8, base: ['staff'], rounding: 'krona' },
          9,
        ),
        testItem('budget', 'by-activity', null, { over: ['activity'] }, 10),
        testItem('budget', 'by-cost', null, { over: ['cost-type', 'year'] }, 11),
      ],
      [
        ...tableCells(
          'by-activity',
          Object.fromEntries(ACTIVITIES.map(([id, , , , amount]) => [id, [amount]])),
          [],
        ),
        ...tableCells(
          'by-cost',
          {
            staff: [49_000, 1_500_000, 903_312],
            services: [100_000, 1_145_000, 460_000],
            rooms: [0, 0, 0],
            travel: [8_000, 87_000, 87_000],
            other: [0, 324_000, 299_500],
            indirect: [4_802, 147_000, 88_525],
          },
          YEARS,
        ),
      ],
    ),
  )
}
