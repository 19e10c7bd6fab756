import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDay } from './read-values.ts'
import { readWordPlan, type WordTarget } from './read-word.ts'
import { suggestMapping } from './word-mapping.ts'

const facts = {
  name: 'Plan',
  kind: 'action-plan',
  lede: '',
  startsOn: '2016-01-01',
  endsOn: '2018-12-31',
  synthetic: false,
  origin: '',
} as const
const NEW: WordTarget = { facts, priorities: null, budget: null, budgetName: 'Belopp' }
const STANDING: WordTarget = {
  facts,
  priorities: [
    { id: 'a', name: 'Ledning' },
    { id: 'b', name: 'Stöd' },
  ],
  budget: { id: 'k', name: 'Per aktivitet' },
  budgetName: 'Belopp',
}
const TABLE = {
  headings: [],
  rows: [
    ['Aktivitetsplan', '', '', '', ''],
    ['Aktivitet', 'Start', 'Slut', 'Belopp', 'Egna noteringar'],
    ['Webbkurs', '161101', '170831', '127 492 ', 'Prioritering 1'],
    ['Verkstad', '2017-03-01', 'okt 2018', '380 400', 'Prioritering 1'],
    ['Samtal', '161101', '181031', '', 'Prioritering 2'],
    ['Summa', '', '', '507 892', ''],
  ],
}
const mapping = suggestMapping([{ headings: [], rows: [['x']] }, TABLE])
const withCell = (row: number, column: number, text: string) => ({
  ...TABLE,
  rows: TABLE.rows.map((cells, at) => (at === row ? cells.with(column, text) : cells)),
})

describe('activities from a Word table', () => {
  it('find their table, their header and what columns are, also by what stands in them', () => {
    expect(mapping).toEqual({
      table: 1,
      header: 1,
      columns: ['name', 'start', 'end', 'amount', 'priority'],
      priority: '',
    })
  })

  it('become a plan with the priorities that they name and a budget', () => {
    const { document, faults, remarks } = readWordPlan(TABLE, mapping, NEW)
    expect(faults).toEqual([])
    expect(
      document?.items.map(({ kind, fields }) => `${kind} ${'name' in fields ? fields.name : ''}`),
    ).toEqual([
      'priority Prioritering 1',
      'activity Webbkurs',
      'activity Verkstad',
      'priority Prioritering 2',
      'activity Samtal',
      'budget Belopp',
    ])
    expect(document?.cells.map(({ amountOre }) => amountOre)).toEqual([127_492_00n, 380_400_00n])
    expect(remarks.map(({ detail }) => detail)).toEqual([
      '161101 → 2016-11-01 (× 2)',
      '170831 → 2017-08-31 (× 3)',
    ])
  })

  it('come under the priorities that stand, by name or by number', () => {
    const { document } = readWordPlan(withCell(4, 4, 'stöd'), mapping, STANDING)
    expect(document?.items.flatMap(({ kind, parent }) => (kind === 'activity' ? [parent] : []))).toEqual([
      'a',
      'a',
      'b',
    ])
  })

  it('may stand under rows that name their priority', () => {
    const table = {
      headings: [],
      rows: [
        ['Aktivitet', 'Start', 'Slut'],
        ['Prioritering 2', '', ''],
        ['Kurs', '161101', '161201'],
      ],
    }
    const { document } = readWordPlan(
      table,
      { ...suggestMapping([table]), priority: 'Prioritering 1' },
      STANDING,
    )
    expect(document?.items.find(({ kind }) => kind === 'activity')?.parent).toBe('b')
  })

  it.each([
    // A strand of one of the plans that this is tried on ends the day before it begins.
    [3, 2, '2016-10-31', 'ends-before-start', 4, 'Slut'],
    [3, 1, '31 februari 2017', 'date-unclear', 4, 'Start'],
    [3, 3, 'cirka 5', 'not-an-amount', 4, 'Belopp'],
    [3, 4, 'Prioritering 7', 'unknown-priority', 4, 'Egna noteringar'],
    [3, 4, '', 'unknown-priority', 4, 'Egna noteringar'],
    [3, 0, '', 'name-missing', 4, 'Aktivitet'],
    [5, 3, '507 891', 'sum-differs', 6, 'Belopp'],
  ] as const)(
    'are refused with the place: row %i, column %i, “%s” is %s',
    (row, column, text, reason, at, header) => {
      const { document, faults } = readWordPlan(withCell(row, column, text), mapping, STANDING)
      expect(document).toBeNull()
      expect(faults).toContainEqual(
        expect.objectContaining({ reason, place: { sheet: '2', row: at, column: header } }),
      )
    },
  )

  it('tell a day outside the plan, and two of one name in a priority, without being stopped', () => {
    const early = readWordPlan(withCell(2, 1, '2015-12-31'), mapping, NEW)
    expect(early.document).not.toBeNull()
    expect(early.remarks).toContainEqual(
      expect.objectContaining({
        reason: 'outside-the-plan',
        item: 'Webbkurs',
        place: { sheet: '2', row: 3, column: 'Start' },
      }),
    )
    const twice = readWordPlan(withCell(3, 0, 'webbkurs'), mapping, NEW)
    expect(twice.remarks).toContainEqual(expect.objectContaining({ reason: 'name-twice', item: 'webbkurs' }))
  })

  it('are refused or sound, whatever stands in the table', () => {
    const cell = fc.oneof(
      fc.constantFrom(...TABLE.rows.flat(), '\u0000', '__proto__', 'Totalt'),
      fc.string({ maxLength: 10 }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        (rows) => {
          const table = { headings: ['Prioritering 1'], rows: [TABLE.rows[1] ?? [], ...rows] }
          const read = readWordPlan(table, { ...mapping, header: 0 }, NEW)
          expect(read.document === null).toBe(read.faults.length > 0)
        },
      ),
      { seed: 1, numRuns: 300 },
    )
  })
})

describe('days as people write them', () => {
  it.each([
    ['2016-11-01', false, '2016-11-01'],
    ['161101', false, '2016-11-01'],
    ['20161101', true, '2016-11-01'],
    ['nov 2016', false, '2016-11-01'],
    ['nov 2016', true, '2016-11-30'],
    ['februari 2016', true, '2016-02-29'],
    ['1 mars 2017', true, '2017-03-01'],
    ['2018', true, '2018-12-31'],
    ['2018-02', true, '2018-02-28'],
    ['Sept. 2018', false, '2018-09-01'],
    ['2011-02', false, '2011-02-01'],
    ['2016/11/01', false, '2016-11-01'],
    ['01/11/16', false, null],
    ['01-11-16', false, null],
    ['161301', false, null],
    ['hösten 2018', false, null],
    ['ma 2018', false, null],
    ['', false, null],
  ])('%s (the end: %s) is %s', (text, isEnd, day) => {
    expect(readDay(text, isEnd)?.day ?? null).toBe(day)
  })
})
