import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountBounds, expectedLoss, measuredLoss, publishedRatio } from './loss.ts'
import { buildPerturbationTable, noiseOf, type PerturbationOptions } from './perturbation-table.ts'

function tableOf(options: PerturbationOptions) {
  const built = buildPerturbationTable(options)
  if (!built.ok) throw new Error(built.reason)
  return built.table
}
const table = tableOf({ maxNoise: 5, variance: 3, threshold: 3 })

describe('the loss by noise', () => {
  it('of D = 1, V = ½ is by hand: half of the cells by 1', () => {
    const loss = expectedLoss(tableOf({ maxNoise: 1, variance: 0.5, threshold: 0 }), 40)
    expect(loss.meanAbsolute).toBeCloseTo(0.5, 9)
    expect(loss.rootMeanSquare).toBeCloseTo(Math.SQRT1_2, 9)
    expect(loss.unchanged).toBeCloseTo(0.5, 9)
    expect(loss.largest).toBe(1)
  })

  it('is none for a count of 0', () => {
    expect(expectedLoss(table, 0)).toEqual({ meanAbsolute: 0, rootMeanSquare: 0, unchanged: 1, largest: 0 })
  })

  it('of two tables is measured over the cells that are not 0', () => {
    const loss = measuredLoss(Float64Array.of(0, 10, 20, 30, 40), Float64Array.of(0, 10, 18, 31, 40))
    expect(loss).toEqual({
      ok: true,
      cells: 4,
      meanAbsolute: 3 / 4,
      rootMeanSquare: Math.sqrt(5 / 4),
      unchanged: 0.5,
      largest: 2,
    })
  })

  it('of an empty table is none; tables of unequal length are refused', () => {
    expect(measuredLoss(new Float64Array(2), new Float64Array(2))).toMatchObject({ cells: 0, unchanged: 1 })
    expect(measuredLoss(new Float64Array(2), new Float64Array(3))).toEqual({
      ok: false,
      reason: 'unequal-length',
    })
  })
})

describe('a ratio of two published counts', () => {
  it('has the error of the delta method: 40 of 100 with V = 3 has √(3 + 0.16 · 3)/100', () => {
    const ratio = publishedRatio(40, 100, table, true)
    expect(ratio).toMatchObject({ ok: true, ratio: 0.4, low: 35 / 105, high: 45 / 95 })
    expect(ratio.ok && ratio.standardError).toBeCloseTo(Math.sqrt(3 * 1.16) / 100, 9)
  })

  it('has never too small an error: a 5 that may be a 2 or 3 with V = 6 counts as such', () => {
    const tight = tableOf({ maxNoise: 5, variance: 3, threshold: 5 })
    const ratio = publishedRatio(5, 100, tight, true)
    expect(ratio.ok && ratio.standardError).toBeCloseTo(Math.sqrt(6 + 0.05 ** 2 * 3) / 100, 9)
  })

  it('always holds the true ratio between its bounds', () => {
    const key = fc.nat(2 ** 32 - 1)
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), key, key, fc.boolean(), (part, rest, k, j, within) => {
        const whole = part + rest
        const a = part + noiseOf(table, part, k)
        const b = whole + noiseOf(table, whole, j)
        const got = publishedRatio(a, b, table, within)
        if (b === 0) {
          expect(got).toEqual({ ok: false, reason: 'zero-denominator' })
          return
        }
        if (!got.ok) throw new Error(got.reason)
        expect(got.low).toBeLessThanOrEqual(part / whole)
        expect(got.high).toBeGreaterThanOrEqual(part / whole)
        if (within) expect(got.ratio).toBeLessThanOrEqual(1)
      }),
      { seed: 1, numRuns: 2_000 },
    )
  })

  it('has an error near the spread of many draws', () => {
    const draws = Array.from({ length: 4_000 }, (_, k) => {
      const a = 60 + noiseOf(table, 60, (k * 2_654_435_761) % 2 ** 32)
      const b = 200 + noiseOf(table, 200, (k * 1_597_334_677 + 12_345) % 2 ** 32)
      return a / b - 0.3
    })
    const spread = Math.sqrt(draws.reduce((sum, d) => sum + d * d, 0) / draws.length)
    const ratio = publishedRatio(60, 200, table, true)
    expect((ratio.ok && ratio.standardError) || 0).toBeCloseTo(spread, 3)
  })

  it('gives no standard error over a small denominator, and refuses what cannot be', () => {
    expect(publishedRatio(3, 8, table, true)).toMatchObject({ ok: true, standardError: null })
    expect(publishedRatio(3, 0, table, true)).toEqual({ ok: false, reason: 'zero-denominator' })
    const impossible = (culprit: string) => ({ ok: false, reason: 'impossible-count', culprit })
    expect(publishedRatio(2, 50, table, true)).toEqual(impossible('numerator'))
    expect(publishedRatio(10, 1, table, true)).toEqual(impossible('denominator'))
    expect(publishedRatio(-3, 50, table, true)).toEqual(impossible('numerator'))
    expect(publishedRatio(Number.NaN, 50, table, true)).toEqual(impossible('numerator'))
  })
})

describe('bounds of a published amount', () => {
  it('are the sum over 1 ± m₁', () => {
    expect(amountBounds(100_000, [0.4, 0.2])).toEqual({ leastOre: 71_429, mostOre: 166_667 })
  })

  it('of 0 are 0 and less than an öre more', () => {
    expect(amountBounds(0, [0.4])).toEqual({ leastOre: 0, mostOre: 0 })
  })
})
