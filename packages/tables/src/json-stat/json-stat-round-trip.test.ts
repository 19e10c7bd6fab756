import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryTable } from '../stat/arbitrary-table.test-support.ts'
import { STATE } from '../stat/cell-state.ts'
import { checkStatTable } from '../stat/check-table.ts'
import type { StatTable } from '../stat/stat-table.ts'
import { generatedTable } from './generated-table.test-support.ts'
import { readJsonStat } from './read-json-stat.ts'
import { writeJsonStat } from './write-json-stat.ts'

function readBack(table: StatTable, version: 1 | 2): StatTable {
  const read = readJsonStat([...writeJsonStat(table, { version })].join(''))
  if (!read.ok) throw new Error(JSON.stringify(read))
  const [only] = read.tables
  if (only === undefined || read.tables.length !== 1) throw new Error('not one table')
  return only
}

/** A unit of time that the codes tell by themselves is found also where it was not said. */
function withoutTimeUnit(table: StatTable) {
  return {
    ...table,
    values: [...table.values].map((value) => value + 0),
    states: [...table.states],
    dimensions: table.dimensions.map(({ timeUnit: _, ...dimension }) => dimension),
  }
}

describe('a table written as JSON-stat', () => {
  it.each([1, 2] as const)('is read back as it was, from version %d', (version) => {
    fc.assert(
      fc.property(generatedTable, (table) => {
        expect(checkStatTable(table)).toBeNull()
        expect(withoutTimeUnit(readBack(table, version))).toEqual(withoutTimeUnit(table))
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('is read back as it was, with all that any format can hold but marks', () => {
    const tables = arbitraryTable({ languages: ['sv'], without: ['cellMarks'] })
    fc.assert(
      fc.property(tables, (table) => {
        expect(withoutTimeUnit(readBack(table, 2))).toEqual(withoutTimeUnit(table))
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  it('keeps a unit of time that its codes do not tell', () => {
    fc.assert(
      fc.property(generatedTable, (table) => {
        const units = (each: StatTable) => each.dimensions.find(({ role }) => role === 'time')?.timeUnit
        const unit = units(table)
        if (unit !== undefined) expect(units(readBack(table, 2))).toBe(unit)
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  const marked: StatTable = {
    id: 'M1',
    languages: ['sv', 'en'],
    title: { sv: 'Antal', en: 'Number' },
    dimensions: [
      {
        id: 'kön',
        label: { sv: 'kön', en: 'sex' },
        role: 'classification',
        categories: [
          { code: 'K', label: { sv: 'kvinnor', en: 'women' } },
          { code: 'M', label: { sv: 'män' } },
        ],
      },
      {
        id: 'år',
        label: { sv: 'år', en: 'year' },
        role: 'time',
        categories: ['2023', '2024', '2025'].map((year) => ({ code: year, label: { sv: year } })),
      },
    ],
    stub: 1,
    values: Float64Array.of(5, 0, 0, 7.25, Number.NaN, Number.NaN),
    states: Uint8Array.of(
      STATE.value,
      STATE.value,
      STATE.nil,
      STATE.value,
      STATE.withheld,
      STATE.unavailable,
    ),
    cellMarks: [
      { at: [0, null], mark: { sv: 'p' } },
      { at: [1, 0], mark: { sv: 'r', en: 'rev' } },
      { at: [1, 2], mark: { sv: 'x' } },
    ],
  }

  it('has the form that PxWebApi 2 answers', () => {
    const document: unknown = JSON.parse([...writeJsonStat(marked, { language: 'en' })].join(''))
    expect(document).toMatchObject({
      version: '2.0',
      class: 'dataset',
      label: 'Number',
      id: ['kön', 'år'],
      size: [2, 3],
      role: { time: ['år'] },
      value: [5, 0, 0, 7.25, null, null],
      status: { 0: 'p', 1: 'p', 2: '-', 3: 'rev', 4: '...', 5: 'x' },
      dimension: {
        kön: {
          label: 'sex',
          category: { index: { K: 0, M: 1 }, label: { K: 'women', M: 'män' } },
          extension: { elimination: false },
        },
      },
      extension: { px: { tableid: 'M1', matrix: 'M1', language: 'en', heading: ['år'], stub: ['kön'] } },
    })
  })

  it('is a bundle of one dataset in version 1', () => {
    const document: unknown = JSON.parse([...writeJsonStat(marked, { version: 1 })].join(''))
    expect(document).toMatchObject({
      dataset: { dimension: { id: ['kön', 'år'], size: [2, 3], role: { time: ['år'] }, kön: {} } },
    })
    expect(document).not.toHaveProperty('dataset.class')
  })

  it('keeps marks beside figures, and one beside what is unavailable', () => {
    const { cellMarks, states } = readBack(marked, 2)
    expect([...states]).toEqual([...marked.states])
    expect(cellMarks).toEqual([
      { at: [0, 0], mark: { sv: 'p' } },
      { at: [0, 1], mark: { sv: 'p' } },
      { at: [1, 0], mark: { sv: 'r' } },
      { at: [1, 2], mark: { sv: 'x' } },
    ])
  })

  it('comes in pieces, not as one text', () => {
    const cells = 100_000
    const large: StatTable = {
      ...marked,
      dimensions: [
        {
          id: 'nr',
          label: { sv: 'nr' },
          role: 'classification',
          categories: Array.from({ length: cells }, (_, at) => ({ code: `c${at}`, label: { sv: '' } })),
        },
      ],
      values: new Float64Array(cells).fill(3),
      states: new Uint8Array(cells),
      cellMarks: [{ at: [null], mark: { sv: 'e' } }],
    }
    const pieces = [...writeJsonStat(large)]
    expect(pieces.length).toBeGreaterThan(20)
    const read = readJsonStat(pieces.join(''))
    expect(read).toMatchObject({ ok: true, tables: [{ cellMarks: [{ at: [null], mark: { sv: 'e' } }] }] })
  })
})
