import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryTable } from '../stat/arbitrary-table.test-support.ts'
import { STATE } from '../stat/cell-state.ts'
import type { StatTable } from '../stat/stat-table.ts'
import { selectCells } from './select-cells.ts'
import { v1JsonOf } from './write-v1-json.ts'

const plain = (code: string) => ({ code, label: { sv: code } })
const said = (text: string) => ({ text: { sv: text }, mandatory: true })
const table: StatTable = {
  id: 't',
  languages: ['sv'],
  title: { sv: 't' },
  notes: [said('om allt')],
  dimensions: [
    { id: 'a', label: { sv: 'a' }, role: 'classification', categories: ['1', '2'].map(plain) },
    {
      id: 'b',
      label: { sv: 'b' },
      role: 'classification',
      notes: [said('om b')],
      categories: [plain('x'), { ...plain('t'), notes: [said('om summan')] }],
    },
    {
      id: 'm',
      label: { sv: 'm' },
      role: 'metric',
      categories: [
        { code: 'n', label: { sv: 'antal' }, measure: { decimals: 0 }, notes: [said('om antal')] },
      ],
    },
  ],
  stub: 2,
  values: Float64Array.of(1, 2, 3, 4),
  states: new Uint8Array(4),
  cellMarks: [{ at: [1, 1, null], mark: { sv: 'p' } }],
}

function laidOut(...args: Parameters<typeof selectCells> extends [unknown, ...infer Rest] ? Rest : never) {
  const read = selectCells(table, ...args)
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.table
}

describe('a table laid out', () => {
  it('has its dimensions in the order asked, with the figures of each place', () => {
    const turned = laidOut(new Map(), { stub: ['b'], heading: ['m', 'a'] })
    expect(turned.dimensions.map(({ id }) => id)).toEqual(['b', 'm', 'a'])
    expect(turned.stub).toBe(1)
    expect([...turned.values]).toEqual([1, 3, 2, 4])
    expect(turned.cellMarks).toEqual([{ at: [1, null, 1], mark: { sv: 'p' } }])
  })

  it.each([
    [{ heading: ['a'] }, ['b', 'm', 'a'], 2],
    [{ stub: ['m'] }, ['m', 'a', 'b'], 1],
    [{ stub: [] }, ['a', 'b', 'm'], 0],
    [{ stub: ['b'], heading: ['a'] }, ['b', 'm', 'a'], 2],
    [{}, ['a', 'b', 'm'], 2],
  ])('%j is %j with %d in the stub', (layout, ids, stub) => {
    const turned = laidOut(new Map(), layout)
    expect([turned.dimensions.map(({ id }) => id), turned.stub]).toEqual([ids, stub])
  })

  it('says of the table what it said of a dimension that is left out', () => {
    const left = laidOut(new Map([['b', ['t']]]), { without: new Set(['b', 'm']) })
    expect(left.dimensions.map(({ id }) => id)).toEqual(['a'])
    expect(left.stub).toBe(1)
    expect([...left.values]).toEqual([2, 4])
    expect(left.notes?.map(({ text }) => text.sv)).toEqual(['om allt', 'om b', 'om summan', 'om antal'])
    expect(left.measure).toEqual({ decimals: 0 })
    expect(left.contents).toEqual({ sv: 'antal' })
    expect(left.cellMarks).toEqual([{ at: [1], mark: { sv: 'p' } }])
  })

  it('keeps one dimension where all are to be left out', () => {
    const one = new Map([
      ['a', ['2']],
      ['b', ['x']],
    ])
    const left = laidOut(one, { without: new Set(['a', 'b', 'm']) })
    expect(left.dimensions.map(({ id }) => id)).toEqual(['m'])
    expect([...left.values]).toEqual([3])
  })

  it.each([
    [{ stub: ['q'] }, { reason: 'unknown-code', keyword: 'q' }],
    [
      { stub: ['a'], heading: ['a'] },
      { reason: 'duplicate-dimension', keyword: 'a' },
    ],
    [{ without: new Set(['b']) }, { reason: 'values-do-not-match', keyword: 'b' }],
  ])('%j is refused', (layout, refusal) => {
    expect(selectCells(table, new Map(), layout)).toMatchObject({ ok: false, ...refusal })
  })

  it('turned twice is as it was', () => {
    fc.assert(
      fc.property(arbitraryTable({ mostDimensions: 4 }), (made) => {
        const ids = made.dimensions.map(({ id }) => id)
        const back = selectCells(made, new Map(), { stub: ids.toReversed(), heading: [] })
        if (!back.ok) throw new Error(JSON.stringify(back))
        const layout = { stub: ids.slice(0, made.stub), heading: ids.slice(made.stub) }
        expect(selectCells(back.table, new Map(), layout)).toEqual({ ok: true, table: made })
      }),
      { seed: 1, numRuns: 100 },
    )
  })
})

it('the format json tells notes at the columns they are about', () => {
  const json = v1JsonOf({ ...table, states: Uint8Array.of(0, 0, 0, STATE.value) }, 'sv')
  expect(json.columns.map(({ code, comment }) => [code, comment])).toEqual([
    ['a', undefined],
    ['b', 'om b'],
    ['n', 'om allt\nom antal'],
  ])
  expect(json.comments).toEqual([{ variable: 'b', value: 't', comment: 'om summan' }])
})
