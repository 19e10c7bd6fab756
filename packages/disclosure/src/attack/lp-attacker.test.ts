import { describe, expect, it } from 'vitest'
import { innerCells } from '../model/cube.ts'
import { dimensionOf } from '../model/dimension.ts'
import { highsSolver } from '../testing/highs-solver.ts'
import { cellAt, markCells, plainTable } from '../testing/plain-table.ts'
import { LpAttacker } from './lp-attacker.ts'
import { type Published, publish } from './published.ts'

const solver = await highsSolver()
const attack = (page: Published) => new LpAttacker(page, solver)

/** The range by both kinds of reasoning, where they must agree. */
function rangeOf(page: Published, ...codes: string[]) {
  const attacker = attack(page)
  const { cell, low, high } = attacker.range(cellAt(page.cube, ...codes))
  expect(attacker.exactRange(cell)).toEqual({ cell, low, high })
  return { low, high }
}

describe('a table of three by three', () => {
  const { cube, values } = plainTable([3, 3], [1, 5, 6, 4, 2, 9, 7, 8, 3])

  it('gives away a single hidden cell', () => {
    const page = publish(cube, values, [[0, 1]], markCells(cube, ['a2', 'b2']), 0)
    expect(rangeOf(page, 'a2', 'b2')).toEqual({ low: 2, high: 2 })
    expect(attack(page).narrowest([cellAt(cube, 'a2', 'b2')], 1, 'whole')).toEqual([
      { cell: cellAt(cube, 'a2', 'b2'), low: 2, high: 2 },
    ])
  })
  it('gives away two hidden cells of a row whose columns are shown', () => {
    const page = publish(cube, values, [[0, 1]], markCells(cube, ['a1', 'b1'], ['a1', 'b2']), 0)
    expect(rangeOf(page, 'a1', 'b1')).toEqual({ low: 1, high: 1 })
  })
  it('keeps a rectangle, whose cells move together: t, 6 - t, 5 - t, 1 + t', () => {
    const hidden = markCells(cube, ['a1', 'b1'], ['a1', 'b2'], ['a2', 'b1'], ['a2', 'b2'])
    const zerosHidden = publish(cube, values, [[0, 1]], hidden, 0)
    expect(attack(zerosHidden).size).toEqual({ unknowns: 4, sums: 4 })
    expect(rangeOf(zerosHidden, 'a1', 'b1')).toEqual({ low: 0, high: 5 })
    expect(rangeOf(zerosHidden, 'a1', 'b2')).toEqual({ low: 1, high: 6 })
    expect(rangeOf(zerosHidden, 'a2', 'b1')).toEqual({ low: 0, high: 5 })
    expect(rangeOf(zerosHidden, 'a2', 'b2')).toEqual({ low: 1, high: 6 })
    expect(rangeOf(zerosHidden, 'a3', 'b3')).toEqual({ low: 3, high: 3 })
    const zerosShown = publish(cube, values, [[0, 1]], hidden, 1)
    expect(rangeOf(zerosShown, 'a1', 'b1')).toEqual({ low: 1, high: 4 })
    expect(rangeOf(zerosShown, 'a1', 'b2')).toEqual({ low: 2, high: 5 })
    expect(rangeOf(zerosShown, 'a2', 'b2')).toEqual({ low: 2, high: 5 })
  })
  it('gives a cell away by a hidden margin that cannot be 0', () => {
    // Of 2 persons one is in each hidden margin, since zeros are always shown.
    const two = plainTable([3, 2], [0, 0, 1, 0, 0, 1])
    const hidden = markCells(two.cube, ['a2', 'Total'], ['a3', 'Total'])
    expect(rangeOf(publish(two.cube, two.values, [[0]], hidden, 0), 'a2', 'Total')).toEqual({
      low: 0,
      high: 2,
    })
    expect(rangeOf(publish(two.cube, two.values, [[0]], hidden, 1), 'a2', 'Total')).toEqual({
      low: 1,
      high: 1,
    })
  })
  it('has no upper end where no sum is shown', () => {
    const hidden = markCells(cube, ['a1', 'b1'], ['a1', 'Total'], ['Total', 'b1'], ['Total', 'Total'])
    const page = publish(cube, values, [[0, 1]], hidden, 1)
    expect(rangeOf(page, 'a1', 'b1')).toEqual({ low: 1, high: null })
    expect(rangeOf(page, 'a1', 'Total')).toEqual({ low: 12, high: null })
    expect(attack(page).narrowest([cellAt(cube, 'a1', 'b1')], 1000, 'whole')).toEqual([])
  })
  it('says so when the page contradicts itself', () => {
    const page = publish(cube, values, [[0, 1]], markCells(cube, ['a1', 'b1']), 0)
    const wrong = (codes: string[], value: number) =>
      new LpAttacker({ ...page, values: page.values.with(cellAt(cube, ...codes), value) }, solver)
    expect(() => wrong(['a1', 'Total'], 3)).toThrow('contradict themselves at a1 × Total')
    expect(() => wrong(['a1', 'Total'], 14)).toThrow('contradict themselves at Total × b1')
    expect(() => wrong(['a2', 'Total'], 14)).toThrow('contradict themselves at a2 × Total')
    expect(() => wrong(['Total', 'Total'], 46)).toThrow('contradict themselves at Total × Total')
    const inner = publish(cube, values, [[0, 1]], innerCells(cube), 0)
    const more = inner.values.with(cellAt(cube, 'Total', 'Total'), 46)
    expect(() => attack({ ...inner, values: more })).toThrow('contradict themselves at Total × Total')
    const empty = plainTable([2, 2], [0, 0, 1, 1])
    const zeroHidden = publish(empty.cube, empty.values, [[0, 1]], markCells(empty.cube, ['a1', 'Total']), 1)
    expect(() => attack(zeroHidden)).toThrow('contradict themselves at a1 × Total')
    expect(() => attack(page).range(cube.size)).toThrow(RangeError)
  })
  it('says so too when only solving shows it: rows of 13 and columns of 12', () => {
    const cells = [
      ['a1', 'b1'],
      ['a1', 'b2'],
      ['a2', 'b1'],
      ['a2', 'b2'],
      ['Total', 'Total'],
    ] as const
    const page = publish(cube, values, [[0, 1]], markCells(cube, ...cells), 0)
    const wrong = attack({ ...page, values: page.values.with(cellAt(cube, 'a1', 'Total'), 13) })
    expect(() => wrong.range(cellAt(cube, 'a1', 'b1'))).toThrow('contradict themselves')
    expect(() => wrong.exactRange(cellAt(cube, 'a1', 'b1'))).toThrow('contradict themselves')
  })
})

describe('groups that overlap', () => {
  it('leave one degree of freedom in a ring of four leaves', () => {
    // 1 + 2 = 5, 3 + 4 = 6, 2 + 3 = 5, 1 + 4 = 6: t, 5 - t, t, 6 - t.
    const members = [[0], [1], [2], [3], [0, 1], [2, 3], [1, 2], [0, 3], [0, 1, 2, 3]]
    const ring = dimensionOf('a', ['a1', 'a2', 'a3', 'a4', 'x', 'y', 'z', 'w', 'Total'], members, 4)
    const { cube, values } = plainTable([ring], [2, 3, 2, 4])
    const hidden = markCells(cube, ['a1'], ['a2'], ['a3'], ['a4'])
    expect(rangeOf(publish(cube, values, [[0]], hidden, 0), 'a1')).toEqual({ low: 0, high: 5 })
    expect(rangeOf(publish(cube, values, [[0]], hidden, 1), 'a1')).toEqual({ low: 1, high: 4 })
    expect(rangeOf(publish(cube, values, [[0]], hidden, 1), 'a4')).toEqual({ low: 2, high: 5 })
  })
  it('let halves be rounded inward: a ring of three, and what is left of 2', () => {
    // x + y + slack = 1 for each two of three leaves, so that these make 1.5 at most; with the rest they make 2.
    const leaves = Array.from({ length: 7 }, (_, leaf) => [leaf])
    const sums = [
      [0, 1, 3],
      [1, 2, 4],
      [0, 2, 5],
      [0, 1, 2, 6],
    ]
    const codes = ['x', 'y', 'z', 's1', 's2', 's3', 'rest', 'p1', 'p2', 'p3', 'p4', 'three']
    const ring = dimensionOf('a', codes, [...leaves, ...sums, [0, 1, 2]], 7)
    const { cube, values } = plainTable([ring], [1, 0, 0, 0, 1, 0, 1])
    const shown = Uint8Array.from(codes, (code) => (code.startsWith('p') ? 1 : 0))
    const page: Published = { cube, inTable: new Uint8Array(cube.size).fill(1), shown, values, lb: 0 }
    expect(rangeOf(page, 'three')).toEqual({ low: 0, high: 1 })
    expect(rangeOf(page, 'rest')).toEqual({ low: 1, high: 2 })
  })
  it('are where whole tables tell more than linear programming: two rings of three', () => {
    // Of each three leaves any two, with a slack of their own, make 1: whole tables have one of them at most, but
    // three halves keep the sums. Six leaves: 2 against 3.
    const pairs = [
      [0, 1, 6],
      [1, 2, 7],
      [0, 2, 8],
      [3, 4, 9],
      [4, 5, 10],
      [3, 5, 11],
    ]
    const leaves = Array.from({ length: 12 }, (_, leaf) => [leaf])
    const codes = [...leaves.map(([leaf]) => `a${leaf}`), 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'six']
    const rings = dimensionOf('a', codes, [...leaves, ...pairs, [0, 1, 2, 3, 4, 5]], 12)
    const { cube, values } = plainTable([rings], [1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0])
    const shown = Uint8Array.from(codes, (code) => (code.startsWith('p') ? 1 : 0))
    const page: Published = { cube, inTable: new Uint8Array(cube.size).fill(1), shown, values, lb: 0 }
    const attacker = attack(page)
    const six = cellAt(cube, 'six')
    expect(attacker.range(six)).toMatchObject({ low: 0, high: 3 })
    expect(attacker.exactRange(six)).toMatchObject({ low: 0, high: 2 })
    expect(attacker.narrowest([six], 3, 'linear')).toEqual([])
    expect(attacker.narrowest([six], 3, 'whole')).toEqual([{ cell: six, low: 0, high: 2 }])
  })
})
