import type { Cell } from '@jamvikt/tables'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planJson } from './canonical.ts'
import { readPlanJson } from './read-json.ts'
import { readWorkbook } from './read-workbook.ts'
import { SHEETS } from './vocabulary.ts'

type Rows = readonly (readonly Cell[])[]
const sheets = (given: Readonly<Record<string, Rows>>) =>
  Object.entries(given).map(([name, rows]) => ({
    name,
    rows: rows.map((cells, at) => ({ row: at + 1, cells })).filter(({ cells }) => cells.length > 0),
  }))
const PLAN: Rows = [
  ['Uppgift', 'Värde'],
  ['Planens namn', 'Plan för länet'],
  ['Slag av plan', 'handlingsplan'],
  ['Första dag', { date: '2026-01-01' }],
  ['Sista dag', '2028'],
]
const PRIORITIES: Rows = [
  ['Kod', 'Namn'],
  [1, 'Ledning'],
  [2, 'Stöd'],
]
const ACTIVITIES: Rows = [
  ['Kod', 'Hör till', 'Namn', 'Start', 'Slut', 'Mål', 'Flaggskepp'],
  ['1.1', 1, 'Webbkurs', 260201, 'nov 2026', 'M1; M2', 'x'],
  ['2.1', '2', 'Genomlysning', null, null, null, null],
]
const GOALS: Rows = [
  ['Code', 'Belongs to', 'Name', 'Measurable'],
  ['M1', '1', 'Fler', 'Yes'],
  ['M2', '1', 'Bättre', 'nej'],
]
const BUDGETS: Rows = [
  ['Kod', 'Namn', 'Delas upp på', 'Enhet'],
  ['B', 'Budget', 'Aktivitet, År', 'kronor'],
]
const WHOLE = {
  Planen: PLAN,
  Prioriteringar: PRIORITIES,
  Goals: GOALS,
  Aktiviteter: ACTIVITIES,
  Budgetar: BUDGETS,
  Belopp: [
    ['Budgetens kod', 'Aktivitet', '2026', '2027'],
    ['B', '1.1', '1 234,50', 0],
    ['B', '2.1', '–', 500],
    ['B', 'Summa', null, 500],
  ] as Rows,
}
const changed = (sheet: keyof typeof WHOLE, row: number, column: number, cell: Cell) =>
  readWorkbook(
    sheets({
      ...WHOLE,
      [sheet]: WHOLE[sheet].map((cells, at) =>
        at === row - 1 ? Object.assign([...cells], { [column]: cell }) : cells,
      ),
    }),
  )

describe('a plan from a workbook', () => {
  it('is read in both languages, with codes, dates and amounts as people write them', () => {
    const { document, faults, remarks } = readWorkbook(sheets(WHOLE))
    expect(faults).toEqual([])
    const course = document?.items.find(({ fields }) => 'name' in fields && fields.name === 'Webbkurs')
    expect(course?.fields).toMatchObject({ start: '2026-02-01', end: '2026-11-30', flagship: true })
    expect(course?.kind === 'activity' && course.fields.goals).toHaveLength(2)
    expect(document?.facts).toMatchObject({
      startsOn: '2026-01-01',
      endsOn: '2028-12-31',
      kind: 'action-plan',
    })
    expect(document?.cells.map(({ key, amountOre }) => [key[1], amountOre])).toEqual([
      ['2026', 123_450n],
      ['2027', 0n],
      ['2027', 50_000n],
    ])
    expect(
      remarks.map(({ reason, place, detail }) => `${reason} ${place.sheet} ${place.row} ${detail}`),
    ).toEqual([
      'date-read-as Aktiviteter 2 260201 → 2026-02-01',
      'date-read-as Aktiviteter 2 nov 2026 → 2026-11-30',
      'date-read-as Planen 5 2028 → 2028-12-31',
    ])
  })

  it.each([
    ['Aktiviteter', 3, 0, '1.1', 'duplicate-code', 'Kod', '1.1'],
    ['Aktiviteter', 2, 0, { date: '2026-01-01' }, 'code-is-a-date', 'Kod', '2026-01-01'],
    ['Aktiviteter', 2, 1, '9', 'unknown-parent', 'Hör till', '9'],
    ['Aktiviteter', 2, 1, null, 'no-parent', 'Hör till', ''],
    ['Aktiviteter', 2, 2, null, 'required', 'Namn', ''],
    ['Aktiviteter', 2, 3, '2026-02-30', 'not-a-date', 'Start', '2026-02-30'],
    ['Aktiviteter', 2, 4, '2026-01-31', 'ends-before-start', 'Slut', '2026-01-31'],
    ['Aktiviteter', 2, 5, 'M9', 'dangling', 'Mål', 'M9'],
    ['Aktiviteter', 2, 6, 'kanske', 'not-a-choice', 'Flaggskepp', 'kanske'],
    ['Aktiviteter', 2, 2, { refused: 'formula-error' }, 'unreadable-cell', 'Namn', 'formula-error'],
    ['Goals', 2, 3, 'delvis', 'not-a-choice', 'Measurable', 'delvis'],
    ['Prioriteringar', 1, 1, 'Kod', 'twice-the-column', 'Kod', 'Kod'],
    ['Planen', 5, 1, '2025', 'ends-before-start', 'Sista dag', ''],
    ['Planen', 3, 1, 'påhitt', 'not-a-choice', 'Slag av plan', 'påhitt'],
    ['Planen', 2, 1, null, 'required', 'Planens namn', ''],
    ['Budgetar', 2, 2, 'Månad', 'unknown-dimension', 'Delas upp på', 'Månad'],
    ['Belopp', 2, 1, '7', 'dangling', 'Aktivitet', '7'],
    ['Belopp', 2, 0, 'C', 'dangling', 'Budgetens kod', 'C'],
    ['Belopp', 2, 2, '12,345', 'amount-too-precise', '2026', '12,345'],
    ['Belopp', 2, 2, -5, 'amount-negative', '2026', '-5'],
    ['Belopp', 2, 2, 'mycket', 'not-an-amount', '2026', 'mycket'],
  ] as const)(
    'tells where in %s, row %i, column %i, %j is wrong: %s',
    (sheet, row, at, cell, reason, column, detail) => {
      const { document, faults } = changed(sheet, row, at, cell)
      expect(document).toBeNull()
      expect(faults).toContainEqual(
        expect.objectContaining({ reason, detail, place: expect.objectContaining({ sheet, row, column }) }),
      )
    },
  )

  it('tells one fault of one cell, with the words that are allowed', () => {
    const national = (code: string) =>
      readWorkbook(
        sheets({
          ...WHOLE,
          'Nationella områden': [
            ['Hör till', 'Nationellt område'],
            ['1', code],
          ],
        }),
      )
    expect(national('Ekonomisk jämställdhet').faults).toEqual([])
    expect(national('goal-care').remarks).toEqual(readWorkbook(sheets(WHOLE)).remarks)
    expect(national('Ledning och styrning').faults).toMatchObject([
      {
        reason: 'no-such-national',
        place: { sheet: 'Nationella områden', row: 2, column: 'Nationellt område' },
        detail: 'Ledning och styrning',
        allowed: { kind: 'national', field: 'code' },
      },
    ])
    const figure = (value: Cell, missing: Cell) =>
      readWorkbook(
        sheets({
          ...WHOLE,
          Indikatorer: [
            ['Kod', 'Hör till', 'Namn'],
            ['I1', 'M1', 'Andel'],
          ],
          Värden: [
            ['Hör till', 'Slag av värde', 'Värde', 'Varför värdet saknas'],
            ['I1', 'Utfall', value, missing],
          ],
        }),
      ).faults.map(({ reason, detail }) => `${reason} ${detail}`)
    expect(figure('14', null)).toEqual([])
    expect(figure('14 procent', null)).toEqual(['not-a-number 14 procent'])
    expect(figure(null, 'Vet ej')).toEqual(['not-a-choice Vet ej'])
    expect(figure(null, null)).toEqual(['value-and-missing '])
  })

  it('holds a stated sum against its rows, to the öre', () => {
    const { faults } = changed('Belopp', 4, 3, 500.01)
    expect(faults).toMatchObject([
      {
        reason: 'sum-differs',
        place: { sheet: 'Belopp', row: 4, column: '2027' },
        detail: '500\u00a0kr|500,01\u00a0kr|0,01\u00a0kr',
      },
    ])
  })

  it('tells the same amount given twice, and passes nothing over in silence', () => {
    const twice = readWorkbook(sheets({ ...WHOLE, Belopp: [...WHOLE.Belopp.slice(0, 2), ['B', '1.1', 1]] }))
    expect(twice.faults).toMatchObject([{ reason: 'duplicate-cell', place: { row: 3 } }])
    const more = readWorkbook(
      sheets({
        ...WHOLE,
        Eget: [['Något']],
        Prioriteringar: [
          ['Kod', 'Namn', 'Färg'],
          [1, 'Ledning', 'blå'],
          [2, 'Stöd'],
        ],
      }),
    )
    expect(more.document).not.toBeNull()
    expect(more.remarks).toContainEqual(
      expect.objectContaining({ reason: 'sheet-passed-over', place: { sheet: 'Eget' } }),
    )
    expect(more.remarks).toContainEqual(
      expect.objectContaining({
        reason: 'column-passed-over',
        place: { sheet: 'Prioriteringar', row: 1, column: 'Färg' },
      }),
    )
    expect(readWorkbook(sheets({ Eget: [['x']] })).faults).toMatchObject([{ reason: 'no-sheets' }])
  })

  it('tells of everything that stands beside what is read', () => {
    const read = readWorkbook(
      sheets({
        ...WHOLE,
        Planen: [
          ...PLAN.map((row, at) => (at === 1 ? [...row, 'tredje kolumnen'] : row)),
          [null, 'lös text'],
        ],
        Prioriteringar: [
          ['Länets prioriteringar'],
          [],
          ['Kod', 'Namn'],
          [1, 'Ledning', 'utan rubrik'],
          ['Kod', 'Namn'],
          [2, 'Stöd'],
          [3],
        ],
        Belopp: [['Alla belopp'], ...WHOLE.Belopp, WHOLE.Belopp[0] ?? []],
      }),
    )
    expect(read.faults).toEqual([])
    expect(read.document?.items.filter(({ kind }) => kind === 'priority')).toHaveLength(2)
    expect(read.document?.cells).toHaveLength(3)
    const told = read.remarks.map(({ reason, place: { sheet, row, column }, detail }) =>
      [reason, sheet, row, column, detail].join(' '),
    )
    for (const line of [
      'column-passed-over Planen 2 C tredje kolumnen',
      'row-passed-over Planen 6  lös text',
      'row-passed-over Prioriteringar 1  Länets prioriteringar',
      'column-passed-over Prioriteringar 3 C ',
      'header-again Prioriteringar 5  Kod',
      'row-passed-over Prioriteringar 7  3',
      'row-passed-over Belopp 1  Alla belopp',
      'header-again Belopp 6  Budgetens kod',
    ])
      expect(told).toContain(line)
  })

  it('keeps a national goal of other years, and one that is marked as a code, and says so where they stand', () => {
    const read = readWorkbook(
      sheets({
        ...WHOLE,
        'Nationella mål': [
          ['Hör till', 'Nationellt mål'],
          ['1', 'kod: uppdrag-2031-2'],
          ['1', 'Jämställdhet i regionalfondens projekt 2014–2020'],
        ],
      }),
    )
    expect(read.faults).toEqual([])
    const codes = read.document?.items.flatMap((item) => (item.kind === 'national' ? [item.fields.code] : []))
    expect(codes).toEqual(['uppdrag-2031-2', 'assignment-2016-4'])
    const place = (row: number) => ({ sheet: 'Nationella mål', row, column: 'Nationellt mål' })
    expect(read.remarks).toContainEqual(
      expect.objectContaining({ reason: 'unknown-national', place: place(2), detail: 'uppdrag-2031-2' }),
    )
    expect(read.remarks).toContainEqual(
      expect.objectContaining({ reason: 'national-other-years', place: place(3), detail: '2016–2018' }),
    )
  })

  it('says what a mistyped national goal may have been', () => {
    const { faults } = readWorkbook(
      sheets({
        ...WHOLE,
        'Nationella mål': [
          ['Hör till', 'Nationellt mål'],
          ['1', 'Ekonomisk jämstäldhet'],
        ],
      }),
    )
    expect(faults).toMatchObject([
      { reason: 'no-such-national', detail: 'Ekonomisk jämstäldhet', nearest: 'goal-economy' },
    ])
  })

  it('is refused or sound, whatever stands in its cells', () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.constantFrom(...WHOLE.Aktiviteter.flat(), ...WHOLE.Belopp.flat(), ...GOALS.flat()),
      fc.string({ maxLength: 12 }),
      fc.double(),
      fc.boolean(),
      fc.constant({ refused: 'formula-error' } as const),
    )
    const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 })
    const name = fc.constantFrom(...SHEETS.keys(), 'planen ', 'Övrigt')
    fc.assert(
      fc.property(fc.array(fc.tuple(name, rows), { maxLength: 6 }), (drawn) => {
        const read = readWorkbook(sheets({ ...WHOLE, ...Object.fromEntries(drawn) }))
        expect(read.document === null).toBe(read.faults.length > 0)
        if (read.document !== null) expect(readPlanJson(planJson(read.document)).faults).toEqual([])
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})
