import { expect, it } from 'vitest'
import { baseMargins } from './base.ts'

const cells = [
  { by: { sex: 'women', industry: 'G' }, count: 30 },
  { by: { sex: 'men', industry: 'G' }, count: 50 },
  { by: { sex: 'women', industry: 'C' }, count: 10 },
  { by: { sex: 'men', industry: 'C' }, count: 90 },
]

it('sums a population to every margin', () => {
  const count = (by: object) =>
    baseMargins(cells).find((cell) => JSON.stringify(cell.by) === JSON.stringify(by))?.count
  expect([count({}), count({ sex: 'women' }), count({ industry: 'C' })]).toEqual([180, 40, 100])
  expect(baseMargins(cells)).toHaveLength(1 + 2 + 2 + 4)
})
