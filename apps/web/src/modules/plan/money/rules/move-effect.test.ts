import { describe, expect, it } from 'vitest'
import { testDocument, testItem } from '../../../../testing/plan-arbitrary.ts'
import { wholeOf } from '../../rules/budgets.ts'
import { tableCells } from '../real-budgets.test-support.ts'
import { effectOf } from './move-effect.ts'

const kr = (amount: number) => BigInt(amount) * 100n
const document = testDocument(
  [
    testItem('priority', 'p', null, {}, 0),
    testItem('priority', 'q', null, {}, 1),
    testItem('goal', 'g1', 'p', {}, 0),
    testItem('goal', 'g2', 'p', {}, 1),
    testItem('goal', 'g3', 'q', {}, 0),
    testItem('activity', 'a', 'p', { goals: ['g1', 'g2'] }, 2),
    testItem('activity', 'b', 'q', { goals: ['g2', 'g3'] }, 2),
    testItem('activity', 'c', 'q', {}, 3),
    testItem('budget', 'x', null, { over: ['activity', 'year'], years: ['2026', '2027'] }, 5),
    testItem('budget', 'y', null, { over: ['priority', 'year'], years: ['2026', '2027'] }, 6),
  ],
  [
    ...tableCells('x', { a: [100, 50], b: [10, 0], c: [null, 5] }, ['2026', '2027']),
    ...tableCells('y', { p: [100, 50], q: [30, 5] }, ['2026', '2027']),
  ],
)
const move = (amount: number, to = 'b', year = '2026') =>
  effectOf(document, { budget: 'x', from: ['a', year], to: [to, year], amountOre: kr(amount) })

describe('moving money', () => {
  it('changes the sums it touches, names goals, and tells which budgets part', () => {
    const effect = move(40)
    if (!effect.ok) throw new Error(effect.reason)
    expect(
      effect.changes.map(({ dimension, member, before, after }) => [
        dimension,
        member,
        before.amountOre,
        after.amountOre,
      ]),
    ).toEqual([
      ['activity', 'a', kr(150), kr(110)],
      ['activity', 'b', kr(10), kr(50)],
      ['priority', 'p', kr(150), kr(110)],
      ['priority', 'q', kr(15), kr(55)],
    ])
    expect(effect.total.amountOre).toBe(kr(165))
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
    expect([ids(effect.goals.lose), ids(effect.goals.gain), ids(effect.goals.both)]).toEqual([
      ['g1'],
      ['g3'],
      ['g2'],
    ])
    expect(effect.parting.map(({ by }) => by.join())).toEqual(['priority', 'priority,year'])
    expect(wholeOf(effect.changes[0]?.after)).toBe(kr(110))
  })

  it('is refused where an amount is unknown, too small or nothing', () => {
    const reasons = [move(101), move(0), move(10, 'c'), move(10, 'a'), move(10, 'gone'), move(1, 'b', '2099')]
    expect(reasons.map((each) => (each.ok ? 'ok' : each.reason))).toEqual([
      'too-much',
      'nothing-to-move',
      'to-unknown',
      'same-cell',
      'cell-gone',
      'cell-gone',
    ])
  })
})
