import { describe, expect, it } from 'vitest'
import { CELL_STATES, STATE } from '../stat/cell-state.ts'
import type { CodeList, StatTable } from '../stat/stat-table.ts'
import { applyCodeList } from './apply-code-list.ts'

const { nil, withheld, unavailable, value } = STATE
const gone = Number.NaN
const note = { text: { sv: 'b är ny' }, mandatory: true }
const table: StatTable = {
  id: 't',
  languages: ['sv'],
  title: { sv: 't' },
  dimensions: [
    {
      id: 'ålder',
      label: { sv: 'ålder' },
      role: 'classification',
      categories: [
        { code: 'a', label: { sv: 'a' } },
        { code: 'b', label: { sv: 'b' }, notes: [note] },
        { code: 'c', label: { sv: 'c' } },
      ],
      elimination: { total: null },
    },
    {
      id: 'tid',
      label: { sv: 'tid' },
      role: 'time',
      categories: ['1', '2', '3', '4', '5'].map((code) => ({ code, label: { sv: code } })),
    },
  ],
  stub: 1,
  values: Float64Array.of(1, 0, gone, gone, 0, 2, 0, 4, gone, 7, 8, 8, 8, 8, 8),
  states: Uint8Array.of(
    ...[value, nil, withheld, withheld, value],
    ...[value, nil, value, unavailable, nil],
    ...[value, value, value, value, value],
  ).with(9, value),
  cellMarks: [{ at: [1, 4], mark: { sv: 'r' } }],
}
const listOf = (values: Readonly<Record<string, readonly string[]>>): CodeList => ({
  id: 'agg',
  label: { sv: 'grupper' },
  kind: 'aggregation',
  values: Object.entries(values).map(([code, members]) => ({
    code,
    label: { sv: `grupp ${code}` },
    members,
  })),
})
function applied(values: Readonly<Record<string, readonly string[]>>): StatTable {
  const read = applyCodeList(table, 'ålder', listOf(values))
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.table
}

describe('a code list applied to a table', () => {
  it('sums members; a missing one makes the sum missing, of its kind where they agree', () => {
    const summed = applied({ ab: ['a', 'b'], c: ['c'] })
    expect([...summed.values]).toEqual([3, 0, gone, gone, 7, 8, 8, 8, 8, 8])
    expect([...summed.states].slice(0, 5).map((state) => CELL_STATES[state])).toEqual([
      'value',
      'nil',
      'withheld',
      'unavailable',
      'value',
    ])
  })

  it('carries notes and marks of members to the values they went into', () => {
    const summed = applied({ ab: ['a', 'b'], bc: ['b', 'c'] })
    expect(summed.dimensions[0]?.categories).toEqual([
      { code: 'ab', label: { sv: 'grupp ab' }, notes: [note] },
      { code: 'bc', label: { sv: 'grupp bc' }, notes: [note] },
    ])
    expect(summed.cellMarks).toEqual([
      { at: [0, 4], mark: { sv: 'r' } },
      { at: [1, 4], mark: { sv: 'r' } },
    ])
    expect(summed.dimensions[0]).not.toHaveProperty('elimination')
  })

  it('chooses and renames where every value has one member', () => {
    const chosen = applied({ C: ['c'], A: ['a'] })
    expect([...chosen.values]).toEqual([8, 8, 8, 8, 8, 1, 0, gone, gone, 0])
    expect([...chosen.states].slice(5)).toEqual([value, nil, withheld, withheld, value])
  })

  it('counts a member that is named twice once', () => {
    expect(applied({ a: ['a', 'a'] }).values[0]).toBe(1)
  })

  it.each([
    ['ålder', { ab: ['a', 'q'] }, { reason: 'unknown-code', keyword: 'ålder', detail: 'q' }],
    ['ålder', { ab: [] }, { reason: 'member-missing', keyword: 'ålder', detail: 'ab' }],
    ['ålder', {}, { reason: 'empty-dimension', keyword: 'ålder' }],
    ['kön', { ab: ['a'] }, { reason: 'unknown-code', keyword: 'kön' }],
  ])('%s %j is refused', (dimension, values, refusal) => {
    expect(applyCodeList(table, dimension, listOf(values))).toMatchObject({ ok: false, ...refusal })
  })
})
