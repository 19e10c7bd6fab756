import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CaseRow,
  type Cell,
  cellsFromAggregates,
  columnsFromRows,
  groupKey,
  subsetsOf,
  tabulate,
} from '../index.ts'

const row = (
  sex: string,
  industry: string,
  outcome: CaseRow['outcome'],
  grantedOre?: number,
  recipient = 1,
): CaseRow => ({
  labels: { sex, industry },
  outcome,
  appliedOre: 1000,
  recipient,
  ...(grantedOre === undefined ? {} : { grantedOre }),
})

const ROWS = [
  row('women', 'G', 'granted', 300, 1),
  row('women', 'G', 'granted', 500, 1),
  row('women', 'G', 'refused', 99_999, 2),
  row('men', 'G', 'granted', undefined, 3),
  row('men', 'F', 'granted', 800, 4),
  row('men', 'F', 'pending', undefined, 5),
]

function cellOf(cells: readonly Cell[], by: Record<string, string>): Cell {
  const cell = cells.find((c) => groupKey(c.by) === groupKey(by))
  if (cell === undefined) throw new Error(`no cell ${JSON.stringify(by)}`)
  return cell
}

function cellsOf(rows: readonly CaseRow[], crossings = subsetsOf(['sex', 'industry'])): readonly Cell[] {
  const table = tabulate(columnsFromRows(rows), crossings)
  if (!table.ok) throw new Error(table.reason)
  return table.cells
}

describe('tabulate', () => {
  it('counts, sums and lists zero cells', () => {
    const cells = cellsOf(ROWS)
    expect(cells).toHaveLength(1 + 2 + 2 + 4)
    expect(cellOf(cells, {}).counts).toEqual({ applied: 6, granted: 4, refused: 1, withdrawn: 0, pending: 1 })
    const women = cellOf(cells, { sex: 'women' })
    expect(women.amounts.granted).toEqual({
      totalOre: 800,
      stated: 2,
      contributors: 1,
      largestOre: 800,
      secondLargestOre: 0,
      top: [{ id: 1, ore: 800 }],
    })
    expect(women.medianGrantedOre).toEqual({ valueOre: 400, contributors: 1 })
    const empty = cellOf(cells, { sex: 'women', industry: 'F' })
    expect(empty.counts.applied).toBe(0)
    expect(empty.medianGrantedOre).toBeNull()
  })
  it('reads granted money of granted cases only, and unstated as not stated', () => {
    const cells = cellsOf(ROWS)
    expect(cellOf(cells, {}).amounts.granted).toMatchObject({ totalOre: 1600, stated: 3 })
    expect(cellOf(cells, { sex: 'men', industry: 'G' }).amounts.granted).toMatchObject({
      totalOre: 0,
      stated: 0,
    })
  })
  it('knows no rate stage in a list without any refusal', () => {
    const table = tabulate(columnsFromRows(ROWS.filter((r) => r.outcome === 'granted')), [[]])
    expect(table).toMatchObject({ ok: true, stages: { applied: false, decided: false, granted: true } })
  })
  it('filters by mask and by question alike', () => {
    const cases = columnsFromRows(ROWS)
    const byMask = tabulate(cases, [['sex']], Uint8Array.from([1, 1, 1, 0, 0, 0]))
    expect(byMask).toEqual(tabulate(cases, [['sex']], (i) => i < 3))
    expect(byMask.ok && byMask.cells).toHaveLength(1)
  })
  it('refuses too many groups before counting, and names what is wrong', () => {
    const wide = columnsFromRows(
      Array.from({ length: 600 }, (_, i) => ({ outcome: 'granted', labels: { a: `a${i}`, b: `b${i}` } })),
    )
    expect(tabulate(wide, [['a', 'b']])).toMatchObject({
      ok: false,
      reason: 'too-many-groups',
      groups: 360_000,
    })
    const cases = columnsFromRows(ROWS)
    expect(tabulate(cases, [['age']])).toEqual({ ok: false, reason: 'unknown-dimension', dimension: 'age' })
    expect(tabulate({ ...cases, outcome: Uint8Array.of(0, 0, 7, 0, 0, 0) }, [[]])).toEqual({
      ok: false,
      reason: 'unknown-code',
      column: 'outcome',
      row: 2,
    })
    const half = cases.amountGrantedOre.slice()
    half[1] = 0.5
    expect(tabulate({ ...cases, amountGrantedOre: half }, [[]])).toMatchObject({
      reason: 'bad-amount',
      row: 1,
    })
    expect(tabulate({ ...cases, contributor: new Uint32Array(2) }, [[]])).toMatchObject({
      reason: 'wrong-length',
    })
  })
  it('throws rather than round a sum beyond exact öre', () => {
    const huge = row('women', 'G', 'granted', Number.MAX_SAFE_INTEGER)
    expect(() => cellsOf([huge, huge], [['sex']])).toThrow(/women/)
  })
  it('keeps the five largest recipients, largest first', () => {
    const rows = [3, 9, 1, 7, 5, 8, 2].map((ore, i) => row('women', 'G', 'granted', ore, i))
    const { granted } = cellOf(cellsOf(rows), {}).amounts
    expect(granted.top?.map(({ ore }) => ore)).toEqual([9, 8, 7, 5, 3])
    expect(granted).toMatchObject({ contributors: 7, largestOre: 9, secondLargestOre: 8 })
  })
})

const rowArbitrary = fc.record({
  labels: fc.record({
    sex: fc.constantFrom('women', 'men', 'notAsked'),
    industry: fc.constantFrom('F', 'G', 'I'),
  }),
  outcome: fc.constantFrom('granted' as const, 'refused' as const, 'withdrawn' as const, 'pending' as const),
  grantedOre: fc.nat(1_000_000),
  appliedOre: fc.nat(1_000_000),
  recipient: fc.nat(6),
})

describe('properties', () => {
  it('children sum to their parents, and order does not matter', () => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { minLength: 1, maxLength: 60 }), fc.nat(), (rows, turn) => {
        const cells = cellsOf(rows)
        const inner = cells.filter(({ by }) => Object.keys(by).length === 2)
        for (const parent of cells) {
          const children = inner.filter((c) => Object.entries(parent.by).every(([k, v]) => c.by[k] === v))
          for (const name of ['applied', 'granted', 'refused', 'withdrawn', 'pending'] as const) {
            expect(children.reduce((n, c) => n + c.counts[name], 0)).toBe(parent.counts[name])
          }
          const ore = children.reduce((n, c) => n + c.amounts.granted.totalOre, 0)
          expect(ore).toBe(parent.amounts.granted.totalOre)
        }
        const k = turn % rows.length
        const turned = cellsOf([...rows.slice(k), ...rows.slice(0, k)])
        const sorted = (list: readonly Cell[]) => new Map(list.map((c) => [groupKey(c.by), c]))
        expect(sorted(turned)).toEqual(sorted(cells))
      }),
      { seed: 11, numRuns: 60 },
    )
  })
})

describe('cellsFromAggregates', () => {
  it('sums up and leaves what is not given unknown', () => {
    const table = cellsFromAggregates([
      { by: { sex: 'women', industry: 'G' }, granted: 4, amountGrantedOre: 900 },
      { by: { sex: 'women', industry: 'F' }, granted: 1, amountGrantedOre: 100 },
      { by: { sex: 'men', industry: 'F' }, granted: 9, amountGrantedOre: 5000 },
    ])
    if (!table.ok) throw new Error(table.reason)
    expect(table.stages).toEqual({
      applied: false,
      decided: false,
      granted: true,
      amountApplied: false,
      amountGranted: true,
    })
    const women = cellOf(table.cells, { sex: 'women' })
    expect(women.counts.granted).toBe(5)
    expect(women.amounts.granted).toMatchObject({ totalOre: 1000, contributors: null, top: null })
    expect(cellOf(table.cells, { sex: 'men', industry: 'G' }).counts.granted).toBe(0)
  })
  it('puts applications without a known outcome under pending', () => {
    const table = cellsFromAggregates([{ by: { sex: 'women' }, applied: 10, granted: 4, refused: 5 }])
    expect(table.ok && table.cells[0]?.counts).toEqual({
      applied: 10,
      granted: 4,
      refused: 5,
      withdrawn: 0,
      pending: 1,
    })
    expect(table.ok && table.stages.decided).toBe(true)
  })
  it('names row and field of what is wrong', () => {
    const by = { sex: 'women' }
    expect(cellsFromAggregates([])).toEqual({ ok: false, reason: 'no-rows' })
    expect(cellsFromAggregates([{ by }])).toEqual({ ok: false, reason: 'no-figures' })
    expect(
      cellsFromAggregates([
        { by, granted: 1 },
        { by, refused: 1 },
      ]),
    ).toMatchObject({
      reason: 'missing-figure',
      row: 0,
      field: 'refused',
    })
    expect(cellsFromAggregates([{ by, granted: 1.5 }])).toMatchObject({
      reason: 'bad-figure',
      field: 'granted',
    })
    expect(
      cellsFromAggregates([
        { by, granted: 1 },
        { by: { age: '1' }, granted: 1 },
      ]),
    ).toEqual({
      ok: false,
      reason: 'other-dimensions',
      row: 1,
    })
    expect(cellsFromAggregates([{ by, applied: 2, granted: 3 }])).toEqual({
      ok: false,
      reason: 'parts-exceed-applied',
      row: 0,
    })
  })
})
