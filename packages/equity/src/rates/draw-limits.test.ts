import { describe, expect, it } from 'vitest'
import { bootstrapConcentration } from '../concentration/bootstrap.ts'
import { bootstrapSegregation } from '../segregation/bootstrap.ts'
import { randomAllocation } from '../segregation/random-allocation.ts'
import { tableOf } from '../segregation/reference.test-support.ts'

const table = tableOf([
  [8, 1],
  [2, 9],
])
const MEASURES = [
  (more: object) => bootstrapConcentration([1, 3, 2, 5], { measure: 'gini', draws: 50, seed: 1, ...more }),
  (more: object) => bootstrapSegregation(table, { draws: 50, seed: 1, ...more }),
]

describe('draws, seeds and confidence', () => {
  it.each(MEASURES)('are refused alike', (run) => {
    const refused = (more: object) => {
      const result = run(more)
      return result.ok ? null : [result.reason, result.culprit]
    }
    expect(refused({})).toBeNull()
    expect(refused({ seed: -3 })).toBeNull()
    for (const seed of [Number.NaN, Number.POSITIVE_INFINITY, 1.5]) {
      expect(refused({ seed })).toEqual(['not-whole', 'options.seed'])
    }
    expect(refused({ draws: 100_001 })).toEqual(['too-many', 'options.draws'])
    expect(refused({ draws: 19 })).toEqual(['too-few', 'options.draws'])
    expect(refused({ draws: Number.NaN })).toEqual(['not-whole', 'options.draws'])
    for (const confidence of [0, 1, 0.9999999, Number.NaN]) {
      expect(refused({ confidence })).toEqual(['out-of-range', 'options.confidence'])
    }
  })
  it('of random allocation too', () => {
    expect(randomAllocation(table, { draws: 50, seed: Number.NaN })).toMatchObject({
      culprit: 'options.seed',
    })
    expect(randomAllocation(table, { draws: 1e6, seed: 1 })).toMatchObject({ reason: 'too-many' })
  })
})
