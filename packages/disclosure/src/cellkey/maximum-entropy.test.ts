import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maximumEntropy } from './maximum-entropy.ts'

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, k) => from + k)
const moment = (values: readonly number[], chances: readonly number[], power: number) =>
  chances.reduce((sum, p, k) => sum + p * (values[k] ?? 0) ** power, 0)
const entropy = (chances: readonly number[]) =>
  chances.reduce((sum, p) => sum - (p > 0 ? p * Math.log(p) : 0), 0)

describe('the distribution of greatest entropy', () => {
  it('over −1, 0, 1 is V/2, 1 − V, V/2', () => {
    const { probabilities } = maximumEntropy([-1, 0, 1], 0.3)
    for (const [k, p] of [0.15, 0.7, 0.15].entries()) expect(probabilities[k]).toBeCloseTo(p, 12)
  })

  it('over −2 … 2 with V = 1 is what ptable 1.0.0 prints in its introduction (row i = 2 of D = 2, V = 1)', () => {
    const { probabilities } = maximumEntropy(range(-2, 2), 1)
    expect(probabilities[0]).toBeCloseTo(0.0638, 4)
    expect(probabilities[2]).toBeCloseTo(0.383, 3)
  })

  it('over −2 … 2 satisfies (p₁/p₀)⁴ = p₂/p₀, the mark of exp(βv²)', () => {
    const { probabilities } = maximumEntropy(range(-2, 2), 1)
    const [, , p0 = 0, p1 = 0, p2 = 0] = probabilities
    expect((p1 / p0) ** 4).toBeCloseTo(p2 / p0, 12)
  })

  it('with room for more variance than the mean spreads by itself is geometric: −1, 0, 1 and 2 solve 1 = r² + 2r³', () => {
    const { probabilities, variance } = maximumEntropy([-1, 0, 1, 2], 1.9)
    let r = 0.5
    for (let k = 0; k < 200; k++) r -= (r ** 2 + 2 * r ** 3 - 1) / (2 * r + 6 * r ** 2)
    const weights = [1 / r, 1, r, r ** 2]
    const sum = weights.reduce((a, b) => a + b)
    for (const [k, weight] of weights.entries()) expect(probabilities[k]).toBeCloseTo(weight / sum, 12)
    expect(variance).toBeLessThan(1.9)
  })

  it('falls back to the two values next to 0 where nothing varies less: −1 and 2 by ⅔ and ⅓, variance 2', () => {
    expect(maximumEntropy([-1, 2, 3], 1)).toEqual({
      values: [-1, 2],
      probabilities: [2 / 3, 1 / 3],
      variance: 2,
    })
  })

  it('needs values on both sides', () => {
    expect(() => maximumEntropy([1, 2], 1)).toThrow(RangeError)
  })

  it('holds mean and variance to 1e-12 and loses entropy by any move that keeps them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 1, max: 25 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (below, above, share) => {
          const values = range(-below, above)
          const limit = share * below * above
          const { probabilities, variance } = maximumEntropy(values, limit)
          expect(probabilities.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
          expect(Math.abs(moment(values, probabilities, 1))).toBeLessThan(1e-12 * below * above)
          expect(moment(values, probabilities, 2)).toBeCloseTo(variance, 10)
          expect(variance).toBeLessThanOrEqual(limit * (1 + 1e-12))
          // (1, −3, 3, −1) on four neighbours keeps sum, mean and variance.
          for (let k = 0; k + 3 < values.length; k++) {
            const least = Math.min(...probabilities.slice(k, k + 4))
            if (least < 1e-9) continue
            for (const size of [least / 100, -least / 100]) {
              const moved = probabilities.map((p, j) => p + size * ([1, -3, 3, -1][j - k] ?? 0))
              expect(entropy(moved)).toBeLessThan(entropy(probabilities) + 1e-14)
            }
          }
        },
      ),
      { seed: 1 },
    )
  })
})
