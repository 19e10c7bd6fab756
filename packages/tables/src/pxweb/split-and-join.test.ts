import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generatedTable } from '../json-stat/generated-table.test-support.ts'
import { STATE } from '../stat/cell-state.ts'
import type { StatTable } from '../stat/stat-table.ts'
import { joinTables } from './join-tables.ts'
import { selectCells } from './select-cells.ts'
import { splitSelection } from './split-selection.ts'

const codes = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`)

function piecesOf(sizes: readonly number[], most: number) {
  const selection = new Map(sizes.map((size, d) => [`v${d}`, codes(size)]))
  const pieces = splitSelection(new Map(), selection, most)
  if (!Array.isArray(pieces)) throw new Error(JSON.stringify(pieces))
  return pieces.map((piece: ReadonlyMap<string, readonly string[]>) => piece)
}

describe('a selection split into pieces', () => {
  it('holds every combination once, in pieces within the limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 500 }),
        (sizes, most) => {
          const seen = new Set<string>()
          const total = sizes.reduce((product, size) => product * size, 1)
          const pieces = piecesOf(sizes, most)
          for (const piece of pieces) {
            let rows: string[] = ['']
            for (const part of piece.values())
              rows = rows.flatMap((row) => part.map((code) => `${row} ${code}`))
            expect(rows.length).toBeLessThanOrEqual(most)
            for (const row of rows) seen.add(row)
          }
          expect(seen.size).toBe(total)
          expect(pieces.length).toBeGreaterThanOrEqual(Math.ceil(total / most))
        },
      ),
      { seed: 1, numRuns: 300 },
    )
  })

  it.each([
    [[290, 3, 20], 17_400, 1],
    [[290, 3, 20], 1000, 18],
    [[312, 134, 3, 16], 150_000, 14],
    [[7, 7], 10, 7],
    [[2, 2, 2], 4, 2],
    [[1000], 1, 1000],
  ])('%j cells in pieces of %d: %d', (sizes, most, count) => {
    expect(piecesOf(sizes, most).length).toBe(count)
  })

  it('counts variables that are not asked about whole', () => {
    const sizes = new Map([
      ['Region', 10],
      ['Tid', 30],
    ])
    const selection = new Map([['Region', codes(10)]])
    expect(splitSelection(sizes, selection, 60)).toHaveLength(5)
    expect(splitSelection(sizes, selection, 29)).toMatchObject({ ok: false, reason: 'too-many-cells' })
    expect(splitSelection(sizes, selection, Number.NaN)).toMatchObject({ reason: 'too-many-cells' })
  })

  it('refuses a split into more pieces than anyone can ask for', () => {
    const selection = new Map([
      ['a', codes(1000)],
      ['b', codes(1000)],
    ])
    expect(splitSelection(new Map(), selection, 1)).toMatchObject({ ok: false, reason: 'too-many-cells' })
  })
})

function part(table: StatTable, selection: ReadonlyMap<string, readonly string[]>): StatTable {
  const read = selectCells(table, selection)
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.table
}

const small: StatTable = {
  id: 't',
  languages: ['sv'],
  title: { sv: 't' },
  dimensions: [
    {
      id: 'a',
      label: { sv: 'a' },
      role: 'classification',
      categories: ['x', 'y', 'z'].map((code) => ({ code, label: { sv: code } })),
      children: { z: ['x', 'y'] },
      elimination: { total: 'z' },
    },
    {
      id: 'b',
      label: { sv: 'b' },
      role: 'time',
      categories: ['1', '2'].map((code) => ({ code, label: { sv: code } })),
    },
  ],
  stub: 1,
  values: Float64Array.of(1, 2, 3, Number.NaN, 5, 0),
  states: Uint8Array.of(0, 0, 0, STATE.withheld, 0, STATE.nil),
  cellNotes: [
    { at: [1, null], note: { text: { sv: 'rad y' }, mandatory: true } },
    { at: [0, 1], note: { text: { sv: 'x2' }, mandatory: false } },
  ],
}

describe('a part of a table', () => {
  it('has the codes in the order asked, with what is said of them', () => {
    const chosen = part(small, new Map([['a', ['y', 'x']]]))
    expect([...chosen.values]).toEqual([3, Number.NaN, 1, 2])
    expect([...chosen.states]).toEqual([0, STATE.withheld, 0, 0])
    expect(chosen.cellNotes?.map(({ at }) => at)).toEqual([
      [0, null],
      [1, 1],
    ])
    expect(chosen.dimensions[0]).not.toHaveProperty('elimination')
    expect(chosen.dimensions[0]).not.toHaveProperty('children')
  })

  it('keeps parts and total while they are chosen', () => {
    const chosen = part(small, new Map([['a', ['z', 'x']]]))
    expect(chosen.dimensions[0]).toMatchObject({ children: { z: ['x'] }, elimination: { total: 'z' } })
    expect(chosen.cellNotes).toEqual([{ at: [1, 1], note: { text: { sv: 'x2' }, mandatory: false } }])
  })

  it.each([
    [{ a: ['q'] }, { reason: 'unknown-code', keyword: 'a', detail: 'q' }],
    [{ q: ['x'] }, { reason: 'unknown-code', keyword: 'q' }],
    [{ a: ['x', 'x'] }, { reason: 'duplicate-code', keyword: 'a', detail: 'x' }],
    [{ a: [] }, { reason: 'empty-dimension', keyword: 'a' }],
  ])('%j is refused', (selection, refusal) => {
    expect(selectCells(small, new Map(Object.entries(selection)))).toMatchObject({ ok: false, ...refusal })
  })
})

describe('parts joined', () => {
  it('are the table they were cut from, whatever their order', () => {
    fc.assert(
      fc.property(generatedTable, fc.integer({ min: 1, max: 6 }), (table, most) => {
        const wanted = new Map(
          table.dimensions.map(({ id, categories }) => [id, categories.map(({ code }) => code)]),
        )
        const pieces = splitSelection(new Map(), wanted, most)
        if (!Array.isArray(pieces)) throw new Error('refused')
        const joined = joinTables(pieces.map((piece) => part(table, piece)).toReversed(), wanted)
        if (!joined.ok) throw new Error(JSON.stringify(joined))
        expect(joined.table.values).toEqual(table.values)
        expect(joined.table.states).toEqual(table.states)
        expect(joined.table.dimensions.map(({ categories }) => categories)).toEqual(
          table.dimensions.map(({ categories }) => categories),
        )
      }),
      { seed: 1, numRuns: 150 },
    )
  })

  const x = part(small, new Map([['a', ['x']]]))
  const y = part(small, new Map([['a', ['y']]]))
  const joined = (parts: readonly StatTable[], wanted: Readonly<Record<string, readonly string[]>> = {}) =>
    joinTables(parts, new Map(Object.entries(wanted)))

  it('carry notes of cells to their new places', () => {
    const read = joined([y, x], { a: ['x', 'y'] })
    expect(read).toMatchObject({ ok: true })
    if (!read.ok) return
    expect(read.table.cellNotes?.map(({ at, note }) => [at, note.text.sv])).toEqual([
      [[1, null], 'rad y'],
      [[0, 1], 'x2'],
    ])
  })

  it('may overlap while they agree, and take a changed label', () => {
    const renamed = { ...x, title: { sv: 'nytt' } }
    expect(joined([x, renamed, y])).toMatchObject({ ok: true, table: { title: { sv: 't' } } })
    const other = { ...x, values: Float64Array.of(1, 9) }
    expect(joined([x, other])).toMatchObject({ ok: false, reason: 'duplicate-key' })
  })

  it.each([
    [[], {}, { reason: 'no-dimension' }],
    [[x], { a: ['x', 'y'] }, { reason: 'unknown-code', keyword: 'a', detail: 'y' }],
    [[x, y], { a: ['x'] }, { reason: 'unknown-code', keyword: 'a', detail: 'y' }],
    [[x], { c: ['x'] }, { reason: 'unknown-code', keyword: 'c' }],
    [[x, { ...y, dimensions: y.dimensions.slice(0, 1) }], {}, { reason: 'unknown-code', keyword: 'b' }],
    [
      [
        x,
        part(
          small,
          new Map([
            ['a', ['y']],
            ['b', ['2']],
          ]),
        ),
      ],
      {},
      { reason: 'too-few-values', detail: '3 ≠ 4' },
    ],
  ])('are refused where they do not fit (%#)', (parts, wanted, refusal) => {
    expect(joined(parts, wanted)).toMatchObject({ ok: false, ...refusal })
  })
})
