import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { summariseDraws } from '../math/draw-summary.ts'
import { normalQuantile, normalUpper } from '../math/normal.ts'
import { extremes, notFinite } from '../testing/finite.ts'
import { sharedRows } from '../testing/shared-data.ts'
import { bootstrapConcentration } from './bootstrap.ts'
import { type EntropyOptions, generalisedEntropy, generalisedEntropyByGroup } from './generalised-entropy.ts'
import { type GiniOptions, gini } from './gini.ts'
import { lorenzCurve } from './lorenz.ts'

const giniOf = (values: ArrayLike<number>, options?: GiniOptions) => {
  const result = gini(values, options)
  if (!result.ok) throw new Error(`${result.reason} at ${result.culprit}`)
  return result.gini
}
const entropyOf = (values: ArrayLike<number>, options: EntropyOptions) => {
  const result = generalisedEntropy(values, options)
  if (!result.ok) throw new Error(`${result.reason} at ${result.culprit}`)
  return result.index
}
const byGroup = (values: ArrayLike<number>, groups: readonly string[], options: EntropyOptions) => {
  const result = generalisedEntropyByGroup(values, groups, options)
  if (!result.ok) throw new Error(`${result.reason} at ${result.culprit}`)
  return result
}
const grid = (n: number, quantile: (p: number) => number) =>
  Float64Array.from({ length: n }, (_, i) => quantile((i + 0.5) / n))

/**
 * The incomes behind the Gini and entropy figures of shared/reference/selection are not stored, so that theory
 * and these wages stand in: Berndt (1991), US Current Population Survey 1985; worked out with exact fractions
 * (Gini) and compensated sums (entropy) apart from this code.
 */
const survey = sharedRows('data/microdata/AER_CPS1985.csv')
if (survey)
  describe('534 wages of 1985', () => {
    const wages = survey.map((row) => Number(row.wage))
    const sexes = survey.map((row) => row.gender ?? '')
    it('agree with exact arithmetic', () => {
      expect(giniOf(wages)).toBeCloseTo(0.2952988146308549, 14)
      for (const [alpha, total, within] of [
        [-1, 0.15983033586409134, 0.15277100382241032],
        [0, 0.1407061340671466, 0.1337418243971779],
        [0.5, 0.1388811778961565, 0.13195771487030783],
        [1, 0.1414861532486585, 0.13459921252677703],
        [2, 0.1618546794551412, 0.15502812476644878],
      ] as const) {
        const found = byGroup(wages, sexes, { alpha })
        expect(found.total).toBeCloseTo(total, 13)
        expect(found.within).toBeCloseTo(within, 13)
        expect(found.within + found.between).toBeCloseTo(total, 13)
      }
    })
  })

describe('Gini', () => {
  it('knows its closed forms', () => {
    expect(giniOf([1, 3])).toBe(0.25)
    expect(giniOf([5, 5, 5])).toBeCloseTo(0, 15)
    expect(giniOf([0, 0, 0, 9])).toBeCloseTo(0.75, 15)
    expect(giniOf([0, 0, 0, 9], { smallSample: true })).toBeCloseTo(1, 15)
    // A share q of all with everything else 0 gives 1 − q.
    expect(giniOf([0, 7], { weights: [0.8, 0.2] })).toBeCloseTo(0.8, 14)
    // 1 … n: (n² − 1)/(3n(n + 1)).
    expect(giniOf(Array.from({ length: 100 }, (_, i) => i + 1))).toBeCloseTo(33 / 100, 14)
    expect(giniOf(grid(100_000, (p) => p))).toBeCloseTo(1 / 3, 9)
    // Lognormal: 2Φ(σ/√2) − 1; Pareto: 1/(2a − 1).
    const lognormal = grid(200_000, (p) => Math.exp(0.5 * normalQuantile(p)))
    expect(giniOf(lognormal)).toBeCloseTo(1 - 2 * normalUpper(0.5 / Math.SQRT2), 5)
    expect(giniOf(grid(200_000, (p) => (1 - p) ** (-1 / 5)))).toBeCloseTo(1 / 9, 4)
  })
  it('takes a weight as so many members', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 4 })), { minLength: 1 }),
        (pairs) => {
          const copies = pairs.flatMap(([value, times]) => Array.from({ length: times }, () => value))
          fc.pre(copies.length > 0)
          const values = pairs.map(([value]) => value)
          const weights = pairs.map(([, times]) => times)
          expect(giniOf(values, { weights })).toBeCloseTo(giniOf(copies), 12)
          expect(entropyOf(values, { alpha: 1, weights })).toBeCloseTo(entropyOf(copies, { alpha: 1 }), 12)
          // Half the mean difference over the mean, by its definition.
          const mean = copies.reduce((a, b) => a + b, 0) / copies.length
          const differences = copies.flatMap((a) => copies.map((b) => Math.abs(a - b)))
          const meanDifference = differences.reduce((a, b) => a + b, 0) / differences.length
          expect(giniOf(copies)).toBeCloseTo(meanDifference / 2 / mean, 12)
        },
      ),
      { seed: 1 },
    )
  })
})

describe('the Lorenz curve', () => {
  const pointsOf = (values: number[], options = {}) => {
    const result = lorenzCurve(values, options)
    return result.ok ? result.points.map(({ population, value }) => [population, value]) : result
  }
  it('has a point for each distinct value, or at equal steps', () => {
    expect(pointsOf([3, 1])).toEqual([
      [0, 0],
      [0.5, 0.25],
      [1, 1],
    ])
    expect(pointsOf([2, 2, 4])).toEqual([
      [0, 0],
      [2 / 3, 0.5],
      [1, 1],
    ])
    expect(pointsOf([3, 1], { steps: 4 })).toEqual([
      [0, 0],
      [0.25, 0.125],
      [0.5, 0.25],
      [0.75, 0.625],
      [1, 1],
    ])
    expect(pointsOf([3, 1], { weights: [1, 3] })).toEqual([
      [0, 0],
      [0.75, 0.5],
      [1, 1],
    ])
    expect(pointsOf([5])).toEqual([
      [0, 0],
      [1, 1],
    ])
    expect(pointsOf([1, 2], { steps: 0 })).toEqual({
      ok: false,
      reason: 'out-of-range',
      culprit: 'options.steps',
    })
  })
})

describe('generalised entropy', () => {
  it('knows its closed forms', () => {
    expect(entropyOf([1, 3], { alpha: 2 })).toBeCloseTo(0.125, 15)
    expect(entropyOf([1, 3], { alpha: 0 })).toBeCloseTo(Math.log(2) - Math.log(3) / 2, 15)
    expect(entropyOf([1, 3], { alpha: 1 })).toBeCloseTo((0.5 * Math.log(0.5) + 1.5 * Math.log(1.5)) / 2, 15)
    // One of n has all: GE(1) = ln n, GE(2) = (n − 1)/2.
    expect(entropyOf([0, 0, 0, 9], { alpha: 1 })).toBeCloseTo(Math.log(4), 15)
    expect(entropyOf([0, 0, 0, 9], { alpha: 2 })).toBeCloseTo(1.5, 15)
    expect(entropyOf([0, 4], { alpha: 0.5 })).toBeCloseTo((Math.SQRT2 / 2 - 1) / -0.25, 14)
    // Lognormal: σ²/2 for α 0 and 1.
    const lognormal = grid(400_000, (p) => Math.exp(0.5 * normalQuantile(p)))
    expect(entropyOf(lognormal, { alpha: 0 })).toBeCloseTo(0.125, 4)
    expect(entropyOf(lognormal, { alpha: 1 })).toBeCloseTo(0.125, 4)
  })
  it('runs smoothly through α = 0 and 1', () => {
    const values = [2, 3, 5, 7, 11]
    for (const alpha of [0, 1]) {
      const at = entropyOf(values, { alpha })
      expect(entropyOf(values, { alpha: alpha + 1e-9 })).toBeCloseTo(at, 8)
      expect(entropyOf(values, { alpha: alpha - 1e-9 })).toBeCloseTo(at, 8)
    }
  })
  it('divides into within and between', () => {
    const of = byGroup([1, 3, 2, 2, 0], ['a', 'a', 'b', 'b', 'c'], { alpha: 1, weights: [1, 1, 1, 1, 0] })
    expect(of.between).toBeCloseTo(0, 15)
    expect(of.groups.map(({ group, share, mean }) => [group, share, mean])).toEqual([
      ['a', 0.5, 2],
      ['b', 0.5, 2],
    ])
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0.01, max: 1e4, noNaN: true }), fc.constantFrom('a', 'b', 'c')), {
          minLength: 2,
        }),
        fc.constantFrom(-1, 0, 0.3, 1, 2, 3),
        (pairs, alpha) => {
          const values = pairs.map(([value]) => value)
          const groups = pairs.map(([, group]) => group)
          const { total, within, between } = byGroup(values, groups, { alpha })
          expect(Math.abs(within + between - total)).toBeLessThan(1e-9 * (1 + total))
          expect(total).toBeCloseTo(entropyOf(values, { alpha }), 12)
          const scaled = values.map((value) => value * 1000)
          expect(Math.abs(entropyOf(scaled, { alpha }) - total)).toBeLessThan(1e-9 * (1 + total))
        },
      ),
      { seed: 1 },
    )
  })
  it('knows its example', () => {
    const found = byGroup([1, 3, 2, 2], ['a', 'a', 'b', 'b'], { alpha: 2 })
    expect(found).toMatchObject({ between: expect.closeTo(0, 15), within: expect.closeTo(0.0625, 15) })
  })
  it('lets a group have nothing where α > 0', () => {
    const of = byGroup([0, 0, 4, 4], ['none', 'none', 'some', 'some'], { alpha: 1 })
    expect(of.groups[0]).toEqual({ group: 'none', share: 0.5, valueShare: 0, mean: 0, index: null })
    expect(of).toMatchObject({
      within: 0,
      total: expect.closeTo(Math.LN2, 14),
      between: expect.closeTo(Math.LN2, 14),
    })
  })
})

describe('draws', () => {
  it('are summed up as R does: mean, sd, quantile type 7', () => {
    const { mean, standardError, low, high } = summariseDraws([4, 1, 3, 2, 10], 0.5)
    expect([mean, standardError, low, high]).toEqual([4, expect.closeTo(Math.sqrt(12.5), 14), 2, 4])
    expect(summariseDraws([0, 1], 0.8)).toMatchObject({
      low: expect.closeTo(0.1, 14),
      high: expect.closeTo(0.9, 14),
    })
  })
})

describe('the bootstrap', () => {
  it('has the standard error of theory and an interval around the estimate', () => {
    const values = grid(400, (p) => 1 + p)
    const result = bootstrapConcentration(values, { measure: { alpha: 2 }, draws: 2000, seed: 1 })
    if (!result.ok) throw new Error(result.reason)
    // GE(2) = (m₂/m₁² − 1)/2: the delta method with the moments of the grid.
    const mean = (f: (x: number) => number) => values.reduce((sum, x) => sum + f(x), 0) / values.length
    const m1 = mean((x) => x)
    const m2 = mean((x) => x * x)
    const influence = (x: number) => (x * x - m2) / (2 * m1 ** 2) - (m2 / m1 ** 3) * (x - m1)
    const expected = Math.sqrt(mean((x) => influence(x) ** 2) / values.length)
    expect(Math.abs(result.standardError / expected - 1)).toBeLessThan(0.07)
    expect(result.low).toBeLessThan(result.estimate)
    expect(result.high).toBeGreaterThan(result.estimate)
    const gini = bootstrapConcentration([1, 2, 3, 9], { measure: 'gini', draws: 50, seed: 3 })
    expect(gini).toEqual(bootstrapConcentration([1, 2, 3, 9], { measure: 'gini', draws: 50, seed: 3 }))
    expect(gini).toMatchObject({ ok: true, estimate: giniOf([1, 2, 3, 9]) })
  })
  it('refuses what it cannot draw from', () => {
    const run = (values: number[], more = {}) => {
      const result = bootstrapConcentration(values, { measure: 'gini', draws: 100, seed: 1, ...more })
      return result.ok ? null : [result.reason, result.culprit]
    }
    expect(run([3])).toEqual(['too-few', 'values'])
    expect(run([0, 0, 0, 5])).toEqual(['undefined', 'values'])
    expect(run([1, 2], { draws: 5 })).toEqual(['too-few', 'options.draws'])
    expect(run([1, 2], { draws: 1e7 })).toEqual(['too-many', 'options.draws'])
    expect(run([1, 2], { draws: 50.5 })).toEqual(['not-whole', 'options.draws'])
    expect(run([1, 2], { confidence: 0 })).toEqual(['out-of-range', 'options.confidence'])
    expect(run([1, 0], { measure: { alpha: 0 } })).toEqual(['out-of-range', 'values[1]'])
    expect(run([1, 2], { measure: { alpha: Number.NaN } })).toEqual(['not-finite', 'options.alpha'])
  })
})

describe('extreme values', () => {
  it('give figures or a refusal', () => {
    const rows = fc.array(fc.tuple(extremes, extremes, fc.constantFrom('a', 'b')), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(rows, fc.constantFrom(-3, -1, 0, 1e-12, 0.5, 1, 2, 100), (pairs, alpha) => {
        const values = pairs.map(([value]) => value)
        const weights = pairs.map(([, weight]) => weight)
        const groups = pairs.map(([, , group]) => group)
        const found = [
          gini(values, { weights }),
          gini(values, { smallSample: true }),
          lorenzCurve(values, { weights }),
          lorenzCurve(values, { weights, steps: 4 }),
          generalisedEntropyByGroup(values, groups, { alpha, weights }),
          bootstrapConcentration(values, { measure: { alpha }, weights, draws: 20, seed: 1 }),
          bootstrapConcentration(values, { measure: 'gini', weights, draws: 20, seed: 1 }),
        ]
        expect(notFinite(found)).toEqual([])
      }),
      { seed: 1, numRuns: 2000 },
    )
  })
})

describe('refusals', () => {
  const refusal = (result: ReturnType<typeof gini | typeof generalisedEntropy>) =>
    result.ok ? null : [result.reason, result.culprit]
  it('name the place of the fault', () => {
    expect(refusal(gini([]))).toEqual(['empty', 'values'])
    expect(refusal(gini([1, -2]))).toEqual(['negative', 'values[1]'])
    expect(refusal(gini([1, Number.NaN]))).toEqual(['not-finite', 'values[1]'])
    expect(refusal(gini([0, 0]))).toEqual(['all-zero', 'values'])
    expect(refusal(gini([1, 2], { weights: [1] }))).toEqual(['unequal-length', 'weights'])
    expect(refusal(gini([1, 2], { weights: [1, -1] }))).toEqual(['negative', 'weights[1]'])
    expect(refusal(gini([1, 2], { weights: [0, 0] }))).toEqual(['zero-weights', 'weights'])
    expect(refusal(gini([1, 1e308]))).toEqual(['out-of-range', 'values[1]'])
    expect(refusal(gini([4], { smallSample: true }))).toEqual(['too-few', 'values'])
    expect(refusal(gini([4, 5], { smallSample: true, weights: [1, 2] }))).toEqual([
      'undefined',
      'options.smallSample',
    ])
    expect(refusal(generalisedEntropy([3, 0], { alpha: 0 }))).toEqual(['out-of-range', 'values[1]'])
    expect(refusal(generalisedEntropy([3, 1e-90], { alpha: -5 }))).toEqual(['out-of-range', 'options.alpha'])
    expect(refusal(generalisedEntropy([3, 1], { alpha: Number.NaN }))).toEqual([
      'not-finite',
      'options.alpha',
    ])
    expect(generalisedEntropyByGroup([1, 2], ['a'], { alpha: 1 })).toMatchObject({ culprit: 'groups' })
  })
})
