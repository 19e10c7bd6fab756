import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDay, readSpan } from './read-values.ts'
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
      unit: 'kr',
      nameAlone: 'activity',
    })
  })

  it.each([
    ['Belopp (tkr)', '', 'tkr', 6_956_000_00n],
    ['Kostnad, KKR', '', 'tkr', 6_956_000_00n],
    ['Belopp', 'Budget i tusental kronor', 'tkr', 6_956_000_00n],
    ['Summa mnkr', '', 'mnkr', 6_956_000_000_00n],
    ['Belopp Mkr', '', 'mnkr', 6_956_000_000_00n],
    ['Belopp i kr', 'Belopp i tkr', 'kr', 6_956_00n],
    ['Belopp', '', 'kr', 6_956_00n],
  ] as const)('count in what “%s” under “%s” says: %s', (header, heading, unit, amountOre) => {
    const table = {
      headings: [heading],
      rows: [
        ['Aktivitet', 'Start', header],
        ['Verkstad', '2017-03-01', '6 956'],
        ['Summa', '', '6 956'],
      ],
    }
    const suggested = { ...suggestMapping([table]), priority: 'P' }
    expect(suggested.unit).toBe(unit)
    const { document, faults, remarks } = readWordPlan(table, suggested, NEW)
    expect(faults).toEqual([])
    expect(document?.cells.map((cell) => cell.amountOre)).toEqual([amountOre])
    const isSaid = header !== 'Belopp' || heading !== ''
    expect(remarks.map(({ reason }) => reason)).toEqual(isSaid ? [] : ['unit-assumed'])
    const other = readWordPlan(table, { ...suggested, unit: unit === 'kr' ? 'tkr' : 'kr' }, NEW)
    expect(other.remarks.map(({ reason }) => reason)).toEqual(['unit-assumed'])
  })

  it('have amounts in the style of their column, and in no other unit', () => {
    const faultsWith = (first: string, second: string) => {
      const table = {
        headings: ['P'],
        rows: [
          ['Aktivitet', 'Start', 'Belopp (tkr)'],
          ['Ett', '2017-03-01', first],
          ['Två', '2017-03-01', second],
        ],
      }
      const { document, faults } = readWordPlan(table, suggestMapping([table]), NEW)
      return document?.cells.map(({ amountOre }) => amountOre) ?? faults.map(({ reason }) => reason)
    }
    expect(faultsWith('1.234', '2,5')).toEqual([1_234_000_00n, 2_500_00n])
    expect(faultsWith('1.234', '2.5')).toEqual([1_234_00n, 2_500_00n])
    expect(faultsWith('1.234', '7')).toEqual(['amount-ambiguous'])
    expect(faultsWith('1,5', '2.5')).toEqual(['number-style-mixed', 'number-style-mixed'])
    expect(faultsWith('150 tkr', '150 000 kr')).toEqual(['unit-differs'])
  })

  it('lose no row: headings are told, and an activity with only a name can be one', () => {
    const table = {
      headings: [],
      rows: [
        ['Aktivitet', 'Start', 'Slut', 'Belopp (kr)', ''],
        ['Prioritering 1', '', '', '', ''],
        ['Kurs', '2016-01-01', '2016-12-31', '150', ''],
        ['Handledning', '', '', '', ''],
        ['Verkstad', '2017-01-01', '2017-12-31', '200', ''],
        ['', '', '', '', 'anteckning'],
        ['Summa', '', '', '', ''],
        ['Nätverk', '', '', '', ''],
      ],
    }
    const suggested = suggestMapping([table])
    const told = (list: readonly { reason: string; place: { row?: number } }[]) =>
      list.map(({ reason, place }) => `${place.row} ${reason}`)
    const asHeadings = readWordPlan(table, suggested, NEW)
    expect(told(asHeadings.faults)).toEqual(['8 heading-without-rows'])
    expect(told(asHeadings.remarks)).toEqual([
      '2 read-as-heading',
      '4 read-as-heading',
      '8 read-as-heading',
      '6 row-passed-over',
      '7 row-passed-over',
    ])
    const asActivities = readWordPlan(
      { ...table, rows: table.rows.toSpliced(1, 1) },
      { ...suggested, nameAlone: 'activity', priority: 'Prioritering 1' },
      NEW,
    )
    expect(asActivities.faults).toEqual([])
    const names = asActivities.document?.items.flatMap(({ kind, fields }) =>
      kind === 'activity' && 'name' in fields ? [fields.name] : [],
    )
    expect(names).toEqual(['Kurs', 'Handledning', 'Verkstad', 'Nätverk'])
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
      'kr',
      '161101 → 2016-11-01 (× 2)',
      '170831 → 2017-08-31 (× 3)',
    ])
  })

  it('take a time of two ends from one column, and tell the column that is left out', () => {
    const table = {
      headings: ['Prioritering 1'],
      rows: [
        ['Aktivitet', 'Tid', 'Belopp', 'Anteckning'],
        ['Kurs', '2016-02-01–2016-12-31', '150', 'Hör med Anna'],
        ['Nätverk', 'feb–dec 2017', '', ''],
      ],
    }
    const suggested = suggestMapping([table])
    expect(suggested.columns).toEqual(['name', 'span', 'amount', null])
    const { document, faults, remarks } = readWordPlan(table, suggested, NEW)
    expect(faults).toEqual([])
    expect(
      document?.items.flatMap(({ kind, fields }) =>
        kind === 'activity' && 'start' in fields && 'end' in fields ? [[fields.start, fields.end]] : [],
      ),
    ).toEqual([
      ['2016-02-01', '2016-12-31'],
      ['2017-02-01', '2017-12-31'],
    ])
    const told = remarks.map(
      ({ reason, place, detail }) => `${reason} ${place.row} ${place.column} ${detail}`,
    )
    expect(told).toContain('column-left-out 1 Anteckning ')
    expect(told).toContain('date-read-as 3 Tid feb–dec 2017 → 2017-02-01–2017-12-31')
    const unclear = { ...table, rows: table.rows.with(2, ['Nätverk', 'löpande', '', '']) }
    expect(readWordPlan(unclear, suggested, NEW).faults).toMatchObject([
      { reason: 'span-unclear', place: { row: 3, column: 'Tid' }, detail: 'löpande' },
    ])
    const turned = { ...table, rows: table.rows.with(2, ['Nätverk', '2018–2017', '', '']) }
    expect(readWordPlan(turned, suggested, NEW).faults).toMatchObject([
      { reason: 'ends-before-start', place: { row: 3, column: 'Tid' } },
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
    [3, 1, 'feb–dec 2017', 'date-is-a-span', 4, 'Start'],
    [3, 3, 'ingår', 'not-an-amount', 4, 'Belopp'],
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

describe('times as people write them', () => {
  it.each([
    ['2026-02-01–2026-12-31', '2026-02-01', '2026-12-31'],
    ['2026-02-01-2026-12-31', '2026-02-01', '2026-12-31'],
    ['2026-02-01 till 2026-12-31', '2026-02-01', '2026-12-31'],
    ['feb–dec 2026', '2026-02-01', '2026-12-31'],
    ['feb-dec 2026', '2026-02-01', '2026-12-31'],
    ['nov 2026 – feb 2027', '2026-11-01', '2027-02-28'],
    ['1 mars – 30 april 2026', '2026-03-01', '2026-04-30'],
    ['2026–2028', '2026-01-01', '2028-12-31'],
    ['2026-2028', '2026-01-01', '2028-12-31'],
    ['mars 2026', '2026-03-01', '2026-03-31'],
    ['2026-02-12', '2026-02-12', '2026-02-12'],
  ])('%s is %s to %s', (text, start, end) => {
    expect(readSpan(text)).toMatchObject({ start, end })
  })

  it.each(['', '–', 'löpande', 'hösten 2026', 'feb–dec', '2026–', '2026–2027–2028', '-'.repeat(10_000)])(
    'are not guessed: %s',
    (text) => {
      expect(readSpan(text)).toBeNull()
    },
  )
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
