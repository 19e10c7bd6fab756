import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CELL_STATES } from '../stat/cell-state.ts'
import { checkStatTable } from '../stat/check-table.ts'
import { type StatTable, sizesOf } from '../stat/stat-table.ts'
import {
  type KoladaDatum,
  parseKoladaData,
  parseKoladaKpis,
  parseKoladaMunicipalities,
} from './kolada-answers.ts'
import { readKoladaCatalogue } from './kolada-catalogue.ts'
import { koladaTable } from './kolada-table.ts'

const HEADER = 'id,title,is_divided_by_gender,publication_date,has_ou_data'

function pageOf(input: unknown): readonly KoladaDatum[] {
  const read = parseKoladaData(JSON.stringify(input))
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.answer.values
}

function kpisOf(csv: string) {
  const read = readKoladaCatalogue(csv)
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.kpis
}

function tableOf(...args: Parameters<typeof koladaTable>): StatTable {
  const read = koladaTable(...args)
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.table
}

const statesOf = (table: StatTable) => [...table.states].map((state) => CELL_STATES[state])
const figure = (gender: string, value: number | null, status = '') => ({ gender, value, status, count: 1 })

describe('figures of Kolada', () => {
  const municipalities = [
    { id: '2080', title: 'Falun', type: 'K' },
    { id: '2081', title: 'Borlänge', type: 'K' },
  ]
  const kpis = kpisOf(`${HEADER}\nN1,Andel,TRUE,NA,FALSE\nN2,Antal,FALSE,2026-01-01,TRUE`)

  it('stand women first, years ascending, places in the order of the list', () => {
    const values = pageOf({
      values: [
        { kpi: 'N1', municipality: '2081', period: 2024, values: [figure('T', 51.5), figure('K', 60)] },
        { kpi: 'N1', municipality: '2080', period: 2023, values: [figure('M', 0), figure('K', 41)] },
      ],
    })
    const table = tableOf(values, kpis, municipalities)
    expect(table.dimensions.map(({ id, role }) => [id, role])).toEqual([
      ['kpi', 'metric'],
      ['municipality', 'geo'],
      ['sex', 'classification'],
      ['period', 'time'],
    ])
    expect(table.dimensions[1]?.categories.map(({ label }) => label.sv)).toEqual(['Falun', 'Borlänge'])
    expect(table.dimensions[2]?.categories).toEqual([
      { code: 'K', label: { sv: 'Kvinnor', en: 'Women' } },
      { code: 'M', label: { sv: 'Män', en: 'Men' } },
      { code: 'T', label: { sv: 'Totalt', en: 'Total' } },
    ])
    expect(table.dimensions[3]?.categories.map(({ code }) => code)).toEqual(['2023', '2024'])
    const no = Number.NaN
    expect([...table.values]).toEqual([41, no, 0, no, no, no, no, 60, no, no, no, 51.5])
    expect(table.dimensions[0]?.categories[0]).toEqual({
      code: 'N1',
      label: { sv: 'Andel' },
      measure: { decimals: 1 },
    })
  })

  it('are withheld where they are private, unavailable where they are missing or not there', () => {
    const values = pageOf({
      values: [
        {
          kpi: 'N1',
          municipality: '2080',
          period: '2024',
          values: [figure('K', null, 'Private'), figure('M', null, 'Missing'), figure('T', null, 'Okänd')],
        },
        { kpi: 'N1', municipality: '2080', period: '2025', values: [{ ...figure('K', 3), isdeleted: true }] },
        { kpi: 'N2', municipality: '2080', period: '2024', values: [figure('T', 7, 'p')] },
      ],
    })
    const table = tableOf(values, kpis, municipalities)
    expect(statesOf(table)).toEqual([
      ...['withheld', 'unavailable', 'unavailable', 'unavailable', 'unavailable', 'unavailable'],
      ...['notApplicable', 'notApplicable', 'notApplicable', 'notApplicable', 'value', 'unavailable'],
    ])
    expect(table.cellMarks).toEqual([
      { at: [0, 0, 2, 0], mark: { sv: 'Okänd' } },
      { at: [1, 0, 2, 0], mark: { sv: 'p' } },
    ])
  })

  it('are refused where one comes twice, or where there are none', () => {
    const [datum] = pageOf({
      values: [{ kpi: 'N1', municipality: '1', period: '2024', values: [figure('T', 1)] }],
    })
    if (datum === undefined) throw new Error('none')
    expect(koladaTable([datum, datum], kpis, [])).toMatchObject({
      reason: 'duplicate-key',
      detail: 'N1 1 T 2024',
    })
    expect(koladaTable([], kpis, municipalities)).toMatchObject({ reason: 'empty-dimension' })
  })

  it('give a table that holds together, or a refusal', () => {
    const code = fc.constantFrom('N1', 'N2', '__proto__', 'constructor')
    const datum = fc.record({
      kpi: code,
      municipality: code,
      period: fc.constantFrom('2023', '2024', 'x'),
      values: fc.array(
        fc.record({
          gender: fc.constantFrom('K' as const, 'M' as const, 'T' as const),
          value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
          status: fc.constantFrom('', 'Private', 'Missing', 'x'),
          count: fc.constant(1),
          isdeleted: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
    })
    fc.assert(
      fc.property(fc.array(datum, { maxLength: 6 }), (data) => {
        const read = koladaTable(data, kpis, municipalities)
        if (read.ok) expect(checkStatTable(read.table)).toBeNull()
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

describe('answers of Kolada', () => {
  it('metadata, with flags as numbers and next page', () => {
    const kpi = {
      id: 'N1',
      title: 'Andel',
      is_divided_by_gender: 1,
      has_ou_data: false,
      publication_date: null,
    }
    expect(parseKoladaKpis({ values: [kpi], count: 1, next_page: 'https://example.org/2' })).toMatchObject({
      ok: true,
      answer: {
        values: [{ id: 'N1', is_divided_by_gender: true, has_ou_data: false }],
        next_page: 'https://example.org/2',
      },
    })
    expect(parseKoladaMunicipalities({ values: [{ id: '1', title: 'x', type: 'K' }] })).toMatchObject({
      ok: true,
    })
  })

  it.each([
    [
      { values: [{ kpi: 'N1', municipality: '1', period: '2024', values: [figure('F', 1)] }] },
      { reason: 'member-wrong-type', keyword: 'values[0].values[0].gender', detail: 'F' },
    ],
    [
      { values: [{ kpi: 'N1', municipality: '1', values: [] }] },
      { reason: 'member-missing', keyword: 'values[0].period' },
    ],
    [
      { values: [{ kpi: 'N1', municipality: '1', period: '2024', values: [{ gender: 'T', value: 'x' }] }] },
      { reason: 'member-wrong-type', keyword: 'values[0].values[0].value', detail: 'x' },
    ],
    [{}, { reason: 'member-missing', keyword: 'values' }],
  ])('%j is refused', (answer, refusal) => {
    expect(parseKoladaData(JSON.stringify(answer))).toMatchObject({ ok: false, ...refusal })
  })
})

describe('the catalogue', () => {
  it.each([
    ['', { reason: 'empty-file' }],
    ['id,title\nN1,x', { reason: 'column-missing', keyword: 'is_divided_by_gender', line: 1 }],
    [
      `${HEADER}\nN1,x,maybe,,`,
      { reason: 'value-unreadable', keyword: 'is_divided_by_gender', line: 2, detail: 'maybe' },
    ],
    [`${HEADER}\n,x,TRUE,,`, { reason: 'member-missing', keyword: 'id', line: 2 }],
    [`${HEADER}\nN1,x,TRUE,,\nN1,y,TRUE,,`, { reason: 'duplicate-key', detail: 'N1' }],
    [`${HEADER}\nN1,"x`, { reason: 'unterminated-quote', line: 2 }],
    ['<html>', { reason: 'html-file' }],
    ['{"values": [{}]}', { reason: 'member-missing', keyword: 'values[0].id' }],
  ])('%j is refused', (text, refusal) => {
    expect(readKoladaCatalogue(text)).toMatchObject({ ok: false, ...refusal })
  })

  it('never throws', () => {
    const piece = fc.constantFrom(HEADER, 'N1', 'TRUE', ',', '"', '\n', '{', '[', '\uFEFF', 'å', '\0')
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(typeof readKoladaCatalogue(pieces.join('')).ok).toBe('boolean')
      }),
      { seed: 1, numRuns: 500 },
    )
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(typeof readKoladaCatalogue(bytes).ok).toBe('boolean')
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})

const SHARED = process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../../shared')
const FOLDER = join(SHARED, 'data/kolada')
if (existsSync(FOLDER)) {
  describe('real metadata and figures', () => {
    const catalogue = readKoladaCatalogue(readFileSync(join(FOLDER, 'kpi_df.csv')))

    it('6099 KPIs, 2313 of them divided by sex', () => {
      if (!catalogue.ok) throw new Error(JSON.stringify(catalogue))
      expect(catalogue.kpis.length).toBe(6099)
      expect(catalogue.kpis.filter((kpi) => kpi.is_divided_by_gender).length).toBe(2313)
      expect(catalogue.kpis.filter((kpi) => kpi.has_ou_data).length).toBe(679)
      const vab = catalogue.kpis.find(({ id }) => id === 'N00945')
      expect(vab).toMatchObject({
        municipality_type: 'A',
        publication_date: '2027-01-16',
        publ_period: '2026',
      })
      expect(vab?.prel_publication_date).toBeUndefined()
    })

    it('men’s share of days with sick children in three cities, 2000–2020', () => {
      if (!catalogue.ok) throw new Error(JSON.stringify(catalogue))
      const [, ...lines] = readFileSync(join(FOLDER, 'n00945.csv'), 'utf8').trim().split('\n')
      const values = lines.map((line) => {
        const [gender, count, status, value, kpi, period, municipality] = line.replaceAll('"', '').split(',')
        const only = { gender, count: Number(count), status, value: Number(value) }
        return { kpi, period, municipality, values: [only] }
      })
      const table = tableOf(pageOf({ values }), catalogue.kpis, [
        { id: '0180', title: 'Stockholm', type: 'K' },
        { id: '1280', title: 'Malmö', type: 'K' },
        { id: '1480', title: 'Göteborg', type: 'K' },
      ])
      expect(sizesOf(table)).toEqual([1, 3, 1, 21])
      expect(table.values[0]).toBe(31.32959689)
      expect([19, 40, 61].map((cell) => table.values[cell])).toEqual([39.3, 35.4, 39.1])
      expect([20, 41, 62].map((cell) => table.values[cell])).toEqual([40.8, 37, 39.5])
      expect(table.id).toBe('N00945')
      expect(table.dimensions[3]?.timeUnit).toBe('year')
    })
  })
} else {
  console.warn(`no ${FOLDER}: real figures of Kolada are not read`)
}
