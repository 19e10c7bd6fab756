import { describe, expect, it } from 'vitest'
import { CELL_STATES } from '../stat/cell-state.ts'
import type { StatTable } from '../stat/stat-table.ts'
import { readJsonStat } from './read-json-stat.ts'

const dataset = {
  version: '2.0',
  class: 'dataset',
  label: 'Sökande efter kön och år',
  id: ['kon', 'ar'],
  size: [2, 3],
  role: { time: ['ar'] },
  dimension: {
    kon: { label: 'kön', category: { index: ['K', 'M'], label: { K: 'kvinnor', M: 'män' } } },
    ar: { category: { index: { 2024: 1, 2023: 0, 2025: 2 } } },
  },
  value: [12, 0, null, 3.5, null, 9],
}

function tableOf(document: unknown): StatTable {
  const read = readJsonStat(JSON.stringify(document), { language: 'sv' })
  if (!read.ok) throw new Error(JSON.stringify(read))
  const [table] = read.tables
  if (table === undefined) throw new Error('no table')
  return table
}

const statesOf = (table: StatTable) => [...table.states].map((state) => CELL_STATES[state])

describe('a dataset of version 2.0', () => {
  it('is read with its figures, codes in the order of the index, labels or codes', () => {
    const table = tableOf(dataset)
    expect([...table.values]).toEqual([12, 0, Number.NaN, 3.5, Number.NaN, 9])
    expect(statesOf(table)).toEqual(['value', 'value', 'unavailable', 'value', 'unavailable', 'value'])
    expect(table).toMatchObject({
      languages: ['sv'],
      title: { sv: 'Sökande efter kön och år' },
      stub: 1,
      dimensions: [
        {
          id: 'kon',
          label: { sv: 'kön' },
          role: 'classification',
          categories: [{ code: 'K' }, { code: 'M' }],
        },
        { id: 'ar', label: { sv: 'ar' }, role: 'time', timeUnit: 'year' },
      ],
    })
    expect(table.dimensions[1]?.categories).toEqual([
      { code: '2023', label: { sv: '2023' } },
      { code: '2024', label: { sv: '2024' } },
      { code: '2025', label: { sv: '2025' } },
    ])
  })

  it('may be bytes with a byte-order mark, and states its language itself or none', () => {
    const text = `\uFEFF${JSON.stringify(dataset)}`
    const read = readJsonStat(new TextEncoder().encode(text))
    expect(read).toMatchObject({ ok: true, tables: [{ languages: ['und'] }] })
    const stated = { ...dataset, extension: { px: { language: 'fi' } } }
    expect(tableOf(stated).languages).toEqual(['fi'])
    expect(tableOf({ ...dataset, extension: { px: { language: '__proto__' } } }).languages).toEqual(['sv'])
  })

  it('may leave out values: what is not there is unavailable', () => {
    const table = tableOf({ ...dataset, value: { 1: 8, 4: 0 } })
    expect([...table.values]).toEqual([Number.NaN, 8, Number.NaN, Number.NaN, 0, Number.NaN])
  })

  it('may leave out the index of a single category', () => {
    const kon = { category: { label: { T: 'totalt' } } }
    const table = tableOf({
      ...dataset,
      size: [1, 3],
      value: [1, 2, 3],
      dimension: { ...dataset.dimension, kon },
    })
    expect(table.dimensions[0]?.categories).toEqual([{ code: 'T', label: { sv: 'totalt' } }])
  })

  it('takes codes that are names of prototypes', () => {
    const text = JSON.stringify({ ...dataset, size: [3, 1], value: [1, 2, 3] })
      .replace('"index":["K","M"]', '"index":{"constructor":0,"__proto__":1,"toString":2}')
      .replace('{"2023":0,"2024":1,"2025":2}', '{"__proto__":0}')
    const read = readJsonStat(text, { language: 'sv' })
    expect(read).toMatchObject({ ok: true })
    if (!read.ok) return
    const codes = read.tables[0]?.dimensions.map(({ categories }) => categories.map(({ code }) => code))
    expect(codes).toEqual([['constructor', '__proto__', 'toString'], ['__proto__']])
  })
})

describe('statuses', () => {
  it('tell the kind of what is missing, and nil from 0', () => {
    const value = [null, null, null, 0, 0, null]
    const status = { 0: '...', 1: '.', 2: ':', 3: '-', 5: 'c' }
    const table = tableOf({ ...dataset, value, status })
    expect(statesOf(table)).toEqual(['withheld', 'notApplicable', 'unavailable', 'nil', 'value', 'withheld'])
    expect(table.cellMarks).toBeUndefined()
    expect(table.values[3]).toBe(0)
  })

  it('make nil of a dash without a value, as PxWeb writes it', () => {
    const table = tableOf({ ...dataset, status: { 2: '-' } })
    expect(statesOf(table)[2]).toBe('nil')
    expect(table.values[2]).toBe(0)
  })

  it('are marks beside figures, and beside missing cells when they name no kind', () => {
    const table = tableOf({ ...dataset, status: ['p', '', 'u', 'c', null, ':'] })
    expect(table.cellMarks).toEqual([
      { at: [0, 0], mark: { sv: 'p' } },
      { at: [0, 2], mark: { sv: 'u' } },
      { at: [1, 0], mark: { sv: 'c' } },
      { at: [1, 2], mark: { sv: ':' } },
    ])
    expect(statesOf(table)).toEqual(['value', 'value', 'unavailable', 'value', 'unavailable', 'value'])
  })

  it.each([['e'], [['e']]])('may be one for all cells: %j', (status) => {
    expect(tableOf({ ...dataset, status }).cellMarks).toEqual([{ at: [null, null], mark: { sv: 'e' } }])
  })

  it('are gathered where a whole row has the same', () => {
    const table = tableOf({ ...dataset, status: ['x', 'p', 'p', 'p', 'p', 'p'] })
    expect(table.cellMarks).toEqual([
      { at: [0, 0], mark: { sv: 'x' } },
      { at: [0, 1], mark: { sv: 'p' } },
      { at: [0, 2], mark: { sv: 'p' } },
      { at: [1, null], mark: { sv: 'p' } },
    ])
  })
})

describe('what a dataset says about its figures', () => {
  const rich = {
    ...dataset,
    source: 'Påhittad',
    updated: '2026-01-02',
    note: ['Alla', 'Preliminärt'],
    id: ['kon', 'mått'],
    size: [2, 2],
    role: { metric: ['mått'], geo: ['kon'] },
    value: [1, 2.5, 3, 4],
    extension: { noteMandatory: { 1: true }, px: { infofile: 'XX', decimals: 1, 'subject-code': 'AM' } },
    dimension: {
      kon: {
        category: {
          index: ['T', 'K'],
          child: { T: ['K'] },
          note: { K: ['Ny definition'] },
          coordinates: { T: [15.6, 60.6] },
        },
        note: ['Juridiskt kön'],
        extension: {
          elimination: true,
          eliminationValueCode: 'T',
          noteMandatory: { 0: true },
          categoryNoteMandatory: { K: { 0: true } },
          codelists: [{ id: 'agg_x' }],
        },
      },
      mått: {
        category: {
          index: ['a', 'b'],
          unit: {
            a: { base: 'antal', decimals: 0, symbol: 'st', position: 'end' },
            b: { label: 'procent' },
          },
        },
        extension: {
          measuringType: { a: 'Flow' },
          priceType: { a: 'Fixed' },
          adjustment: { a: 'SesOnly' },
          basePeriod: { a: '2015' },
          refperiod: { b: '31 dec' },
        },
      },
    },
  }

  it('fills the fields of the table', () => {
    const table = tableOf(rich)
    expect(table).toMatchObject({
      source: { sv: 'Påhittad' },
      updated: '2026-01-02',
      subject: { code: 'AM' },
      notes: [
        { text: { sv: 'Alla' }, mandatory: false },
        { text: { sv: 'Preliminärt' }, mandatory: true },
      ],
    })
    expect(table.dimensions[0]).toMatchObject({
      role: 'geo',
      children: { T: ['K'] },
      elimination: { total: 'T' },
      notes: [{ text: { sv: 'Juridiskt kön' }, mandatory: true }],
      categories: [{ code: 'T' }, { code: 'K', notes: [{ text: { sv: 'Ny definition' }, mandatory: true }] }],
    })
    expect(table.dimensions[1]?.categories.map(({ measure }) => measure)).toEqual([
      {
        unit: { sv: 'antal' },
        decimals: 0,
        kind: 'flow',
        prices: 'fixed',
        adjusted: { calendar: false, season: true },
        basePeriod: { sv: '2015' },
      },
      { unit: { sv: 'procent' }, decimals: 1, referencePeriod: { sv: '31 dec' } },
    ])
  })

  it('keeps what has no place, in the document’s shape', () => {
    expect(tableOf(rich).other?.jsonStat).toEqual({
      extension: { px: { infofile: 'XX' } },
      dimension: {
        kon: { category: { coordinates: { T: [15.6, 60.6] } }, extension: { codelists: [{ id: 'agg_x' }] } },
        mått: { category: { unit: { a: { symbol: 'st', position: 'end' }, b: { label: 'procent' } } } },
      },
    })
  })

  it('finds decimals in the figures where none are stated', () => {
    const table = tableOf({ ...rich, extension: {} })
    expect(table.dimensions[1]?.categories[1]?.measure?.decimals).toBe(1)
  })

  it('leaves out an elimination total that the answer does not hold', () => {
    const text = JSON.stringify(rich).replace('"eliminationValueCode":"T"', '"eliminationValueCode":"ALL"')
    expect(tableOf(JSON.parse(text)).dimensions[0]?.elimination).toBeUndefined()
  })

  it('takes the first of two dimensions of time, and keeps that the other was one', () => {
    const table = tableOf({ ...dataset, role: { time: ['ar', 'kon'] } })
    expect(table.dimensions.map(({ role }) => role)).toEqual(['classification', 'time'])
    expect(table.other?.jsonStat).toEqual({ role: { time: ['kon'] } })
  })
})
