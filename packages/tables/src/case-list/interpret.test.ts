import { describe, expect, it } from 'vitest'
import { openTable } from '../open-table.ts'
import { readCases } from './interpret.ts'
import { type MappingInput, parseMapping } from './mapping.ts'

const hashPersonalNumber = (text: string) => `h${text.length}${text.at(-1)}`

async function read(rows: readonly (readonly string[])[], mapping: MappingInput) {
  const text = rows.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\n')
  const table = await openTable(Buffer.from(text), { name: 'x.csv' })
  const parsed = parseMapping(mapping)
  if (!table.ok || !parsed.ok) throw new Error(JSON.stringify([table, parsed]))
  return readCases(table, parsed.mapping, { hashPersonalNumber })
}

/** One column under test beside a constant outcome. */
const readField = (field: string, cells: string[], more: Partial<MappingInput> = {}) =>
  read([['X', 'n'], ...cells.map((cell, i) => [cell, String(i)])], {
    columns: { [field]: 'X' },
    constants: { outcome: 'granted' },
    ...more,
  })

const FULL: MappingInput = {
  columns: {
    case: 'Dnr',
    recipient: 'Namn',
    organisationNumber: 'Orgnr',
    outcome: 'Beslut',
    appliedAmount: 'Sökt',
    grantedAmount: 'Beviljat',
    appliedOn: 'In',
    decidedOn: 'Ut',
    municipality: 'Kommun',
    industry: 'SNI',
    sex: 'Kön',
    background: 'Född',
  },
  values: {
    outcome: { Bifall: 'granted', avslag: 'refused' },
    sex: { K: 'women', M: 'men', '': 'notAsked' },
  },
  alternativeSex: { board: 'Styrelse' },
  leaderRule: 'CEO',
  industryVersion: 'SNI2007',
}
const HEADERS = 'Dnr Namn Orgnr Beslut Sökt Beviljat In Ut Kommun SNI Kön Född Styrelse'.split(' ')
const GOOD = [
  '1',
  'Å  AB',
  '2120001355',
  ' BIFALL ',
  '10 000,5',
  '0',
  '2023-01-01',
  '2023-01-01',
  'Falun',
  '62',
  'k',
  'native',
  'M',
]

describe('readCases', () => {
  it('makes a case of a whole row', async () => {
    expect(await read([HEADERS, GOOD], FULL)).toEqual({
      ok: true,
      refusals: [],
      rowsRead: 1,
      rowsRefused: 0,
      records: [
        {
          row: 2,
          caseId: '1',
          recipientKey: 'org:212000-1355',
          recipientName: 'Å AB',
          organisationNumber: '212000-1355',
          soleTrader: false,
          supportForm: 'notAsked',
          outcome: 'granted',
          appliedAmountOre: 1000050n,
          grantedAmountOre: 0n,
          appliedOn: '2023-01-01',
          decidedOn: '2023-01-01',
          municipality: '2080',
          county: '20',
          industry: 'J',
          sex: 'women',
          alternativeSex: { board: 'men' },
          background: 'native',
          age: 'notAsked',
          unit: 'notAsked',
        },
      ],
    })
  })

  it('lists every fault of a row and counts the row nowhere', async () => {
    const bad = [
      '2',
      'B',
      '2120001356',
      'Kanske',
      '0',
      '-1',
      '2023-02-30',
      '13/13/2023',
      'Falum',
      '04',
      'X',
      'native',
      'Q',
    ]
    const found = await read([HEADERS, GOOD, bad], FULL)
    if (!found.ok) throw new Error(found.reason)
    expect(found).toMatchObject({ rowsRead: 2, rowsRefused: 1, records: [{ row: 2 }] })
    expect(Object.fromEntries(found.refusals.map(({ column, reason }) => [column, reason]))).toEqual({
      Beslut: 'value-unmapped',
      Kommun: 'place-unknown',
      Orgnr: 'organisation-number-checksum',
      Sökt: 'applied-not-positive',
      Beviljat: 'amount-negative',
      In: 'date-invalid',
      Ut: 'date-invalid',
      SNI: 'industry-unknown',
      Kön: 'value-unmapped',
      Styrelse: 'value-unmapped',
    })
    expect(found.refusals).toHaveLength(10)
    expect(new Set(found.refusals.map(({ row }) => row))).toEqual(new Set([3]))
    expect(found.refusals.find(({ column }) => column === 'Kommun')?.suggestions).toContain('Falun')
    expect(found.refusals.find(({ column }) => column === 'Orgnr')).not.toHaveProperty('value')
  })

  it('refuses a case id that stands twice, naming the first row, and an empty one', async () => {
    const found = await readField('case', ['7', ' 7', ''])
    expect(found).toMatchObject({
      records: [{ caseId: '7' }],
      refusals: [
        { row: 3, column: 'X', reason: 'duplicate-case', firstRow: 2 },
        { row: 4, reason: 'required-empty' },
      ],
    })
  })

  it('names cases by row when the list has no ids', async () => {
    expect(await readField('unit', ['A'])).toMatchObject({
      records: [{ caseId: 'rad-2', recipientKey: 'case:rad-2' }],
    })
  })

  it('never lets a sole trader’s number out', async () => {
    const person = '850101-1236'
    const ids = await readField('case', ['850101-1236', 'Dnr 8501011236', '850101-1235'])
    const found = await read(
      [
        ['Orgnr', 'Namn', 'Stöd', 'Beslut'],
        [person, `Anna ${person}`, person, 'ja'],
        ['19850101-1236', 'Anna', 'x', 'ja'],
        ['850101-1235', 'Bo', 'x', 'ja'],
        ['', `Firma ${person}`, 'x', person],
        ['', `Firma ${person}`, 'x', 'ja'],
      ],
      {
        columns: { organisationNumber: 'Orgnr', recipient: 'Namn', supportForm: 'Stöd', outcome: 'Beslut' },
        values: { outcome: { ja: 'granted' } },
      },
    )
    if (!found.ok || !ids.ok) throw new Error('not read')
    const written = JSON.stringify([found, ids], (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(written).not.toMatch(/850101|1236|1235/)
    expect(found.records.slice(0, 2)).toMatchObject([
      { recipientName: null, organisationNumber: null, soleTrader: true },
      { recipientName: null, organisationNumber: null, soleTrader: true },
    ])
    expect(found.records[0]?.recipientKey).toBe(found.records[1]?.recipientKey)
    expect(found.refusals.map(({ row }) => row)).toEqual([4, 5])
  })
})

describe('missing', () => {
  it('keeps not asked, no answer, not applicable and zero apart', async () => {
    const found = await read(
      [
        ['Beslut', 'Belopp', 'Kön'],
        ['granted', '', ''],
        ['granted', '0', 'declined'],
        ['refused', '', 'women'],
        ['granted', 'sekretess', 'x'],
      ],
      {
        columns: { outcome: 'Beslut', grantedAmount: 'Belopp', sex: 'Kön' },
        values: { grantedAmount: { Sekretess: 'withheld' }, sex: { x: 'notAsked' } },
        leaderRule: 'CEO',
      },
    )
    if (!found.ok) throw new Error(found.reason)
    expect(found.records.map((r) => [r.grantedAmountOre, r.sex, r.appliedAmountOre])).toEqual([
      ['noAnswer', 'noAnswer', 'notAsked'],
      [0n, 'declined', 'notAsked'],
      ['notApplicable', 'women', 'notAsked'],
      ['withheld', 'notAsked', 'notAsked'],
    ])
  })
})

describe('rules between fields', () => {
  it('refuses money on a refused case and a decision before its application', async () => {
    const found = await read(
      [
        ['Beslut', 'Belopp', 'In', 'Ut'],
        ['refused', '5', '', ''],
        ['refused', '0', '2023-02-01', '2023-01-31'],
      ],
      { columns: { outcome: 'Beslut', grantedAmount: 'Belopp', appliedOn: 'In', decidedOn: 'Ut' } },
    )
    expect(found).toMatchObject({
      records: [],
      refusals: [
        { row: 2, column: 'Belopp', reason: 'amount-on-refused' },
        { row: 3, column: 'Ut', reason: 'decision-before-application' },
      ],
    })
  })

  it('refuses a municipality outside its county, and never spreads a case over several', async () => {
    const found = await read(
      [
        ['Län', 'Kommun'],
        ['Skåne', 'Falun'],
        ['Skåne, Halland', 'Malmö, Halmstad'],
        ['12', 'Malmö; malmö stad'],
      ],
      { columns: { county: 'Län', municipality: 'Kommun' }, constants: { outcome: 'granted' } },
    )
    expect(found).toMatchObject({
      refusals: [{ row: 2, reason: 'county-municipality-mismatch' }],
      records: [
        { county: 'several', municipality: 'several' },
        { county: '12', municipality: '1280' },
      ],
    })
  })
})

describe('styles of a column', () => {
  it('are decided for the column, never for the cell', async () => {
    const swedish = await readField('grantedAmount', ['1.234', '1.234,5'])
    const english = await readField('grantedAmount', ['1,234', '1,234.5'])
    for (const found of [swedish, english]) {
      expect(found).toMatchObject({ records: [{ grantedAmountOre: 123400n }, { grantedAmountOre: 123450n }] })
    }
    const american = await readField('decidedOn', ['01/02/2023', '01/31/2023'])
    expect(american).toMatchObject({ records: [{ decidedOn: '2023-01-02' }, { decidedOn: '2023-01-31' }] })
  })

  it('are asked for where they cannot be known', async () => {
    const problemOf = async (field: string, cells: string[]) => {
      const found = await readField(field, cells)
      return found.ok || !('problems' in found) ? found : found.problems[0]
    }
    const found = [
      await problemOf('grantedAmount', ['1', '1,234']),
      await problemOf('grantedAmount', ['1,5', '1.5']),
      await problemOf('decidedOn', ['01/02/2023']),
      await problemOf('decidedOn', ['31/01/2023', '01/31/2023']),
    ]
    expect(found).toMatchObject([
      { reason: 'number-style-ambiguous', detail: 'X', row: 3 },
      { reason: 'number-style-mixed', row: 3 },
      { reason: 'date-style-ambiguous', row: 2 },
      { reason: 'date-style-mixed', row: 3 },
    ])
  })

  it('may be declared, and then bind every cell', async () => {
    expect(
      await readField('grantedAmount', ['1,234'], { numbers: 'english', amountUnit: 'tkr' }),
    ).toMatchObject({
      records: [{ grantedAmountOre: 123400000n }],
    })
    expect(await readField('decidedOn', ['01/02/2023', '2023'], { dates: 'DD/MM/YYYY' })).toMatchObject({
      records: [{ decidedOn: '2023-02-01' }],
      refusals: [{ reason: 'date-invalid', value: '2023' }],
    })
    expect(await readField('decidedOn', ['2023'], { dates: 'YYYY' })).toMatchObject({
      records: [{ decidedOn: '2023' }],
    })
  })
})
