import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaCdf } from '../math/gamma.ts'
import { makeRandom } from '../math/random.ts'
import { clopperPearsonInterval } from './clopper-pearson.ts'
import { kish } from './kish.ts'
import { sampleMean } from './mean.ts'
import { median } from './median.ts'
import { quantileOfSorted, sampleQuantile } from './quantile.ts'
import { weightedMean, weightedProportion } from './weighted.ts'
import { weightedQuantile } from './weighted-quantile.ts'
import { wilsonInterval } from './wilson.ts'

const close = (value: number, digits = 10) => expect.closeTo(value, digits)
const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 })

describe('quantiles', () => {
  it('are type 7: R quantile(c(1, 2, 4, 10))', () => {
    const sorted = [1, 2, 4, 10]
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantileOfSorted(sorted, p))).toEqual([1, 1.75, 3, 5.5, 10])
    expect(() => quantileOfSorted([], 0.5)).toThrow(RangeError)
    expect(() => quantileOfSorted([1], 1.1)).toThrow(RangeError)
  })
  it('the median’s interval runs between order statistics with binomial coverage', () => {
    expect(sampleQuantile([6, 2, 5, 1, 4, 3], 0.5)).toEqual({
      ok: true,
      value: 3.5,
      n: 6,
      interval: { low: 1, high: 6 },
      coverage: close(1 - 2 / 64, 14),
    })
    // n = 10: ranks 2 and 9, coverage 1 − 2·11/1024, as tabled by Conover.
    const ten = sampleQuantile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.5)
    expect(ten).toMatchObject({ interval: { low: 2, high: 9 }, coverage: close(1 - 22 / 1024, 13) })
  })
  it('has no interval with five values or at the ends', () => {
    expect(sampleQuantile([1, 2, 3, 4, 5], 0.5)).toMatchObject({ value: 3, interval: null, coverage: null })
    expect(sampleQuantile([1, 2, 3, 4, 5, 6, 7, 8], 0)).toMatchObject({ value: 1, interval: null })
    expect(sampleQuantile([7], 0.5)).toMatchObject({ value: 7, interval: null })
  })
  it('turns with the values, and covers what it promises', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (list, p) => {
        const one = sampleQuantile(list, p)
        const other = sampleQuantile(
          list.map((x) => -x),
          1 - p,
        )
        if (!one.ok || !other.ok) throw new Error('should be computed')
        expect(one.value).toBeCloseTo(-other.value, 5)
        if (one.coverage !== null) expect(one.coverage).toBeGreaterThanOrEqual(0.95 - 1e-12)
        if (one.interval) {
          expect(one.interval.low).toBeLessThanOrEqual(one.value)
          expect(one.interval.high).toBeGreaterThanOrEqual(one.value)
        }
      }),
      { seed: 1 },
    )
  })
  it('holds the true quantile as often as told, by simulation', () => {
    const random = makeRandom(4)
    let covered = 0
    let told = 0
    for (let i = 0; i < 2000; i++) {
      const found = sampleQuantile(
        Array.from({ length: 30 }, () => random.uniform()),
        0.25,
      )
      if (!found.ok || !found.interval) throw new Error('an interval was expected')
      told = found.coverage ?? 0
      if (found.interval.low <= 0.25 && 0.25 <= found.interval.high) covered++
    }
    expect(Math.abs(covered / 2000 - told)).toBeLessThan(4 * Math.sqrt((told * (1 - told)) / 2000))
  })
  it('refuses what cannot be', () => {
    expect(sampleQuantile([], 0.5)).toMatchObject({ reason: 'empty', culprit: 'values' })
    expect(sampleQuantile([1, Number.NaN], 0.5)).toMatchObject({ reason: 'not-finite', culprit: 'values[1]' })
    expect(sampleQuantile([1], 1.5)).toMatchObject({ reason: 'out-of-range', culprit: 'probability' })
    expect(sampleQuantile([1], 0.5, 0)).toMatchObject({ reason: 'out-of-range', culprit: 'confidence' })
    expect(median([-1.7e308, 1.7e308])).toBe(0)
  })
})

describe('the mean', () => {
  it('has Student’s interval in closed form', () => {
    const half = (0.95 * Math.sqrt(2 / (1 - 0.95 ** 2))) / Math.sqrt(3)
    expect(sampleMean([1, 2, 3])).toEqual({
      ok: true,
      value: 2,
      n: 3,
      sd: 1,
      interval: { low: close(2 - half), high: close(2 + half) },
    })
  })
  it('keeps its digits far from zero', () => {
    expect(sampleMean([1e9 + 1, 1e9 + 2, 1e9 + 3])).toMatchObject({ value: 1e9 + 2, sd: 1 })
  })
  it('gives no interval to one value or to a constant, and refuses what cannot be', () => {
    expect(sampleMean([4])).toEqual({ ok: true, value: 4, n: 1, sd: null, interval: null })
    expect(sampleMean([4, 4, 4])).toEqual({ ok: true, value: 4, n: 3, sd: 0, interval: null })
    expect(sampleMean([])).toMatchObject({ reason: 'empty' })
    expect(sampleMean([1e308, 1e308])).toMatchObject({ reason: 'out-of-range' })
    expect(sampleMean([1, Number.POSITIVE_INFINITY])).toMatchObject({ culprit: 'values[1]' })
  })
})

describe('weights', () => {
  it('Kish: one heavy row of three', () => {
    expect(kish([1, 1, 2])).toEqual({ ok: true, n: 3, effectiveN: close(16 / 6), designEffect: close(1.125) })
    expect(kish([1, 0, 1e300])).toEqual({ ok: true, n: 2, effectiveN: close(1), designEffect: close(2) })
  })
  it('equal weights give the unweighted figures', () => {
    const list = [3, 1, 4, 1, 5, 9, 2, 6]
    const plain = sampleMean(list)
    const weighted = weightedMean(
      list,
      list.map(() => 7),
    )
    if (!plain.ok || !weighted.ok) throw new Error('should be computed')
    expect(weighted.value).toBeCloseTo(plain.value, 13)
    expect(weighted.standardError).toBeCloseTo((plain.sd ?? 0) / Math.sqrt(8), 13)
    expect(weighted.interval?.low).toBeCloseTo(plain.interval?.low ?? 0, 12)
    const share = weightedProportion([1, 0, 0, 1, 1], [2, 2, 2, 2, 2])
    expect(share).toMatchObject({ value: close(0.6), interval: { low: close(wilsonInterval(3, 5).low) } })
    expect(
      weightedQuantile(
        list,
        list.map(() => 3),
        0.5,
      ),
    ).toMatchObject({ value: median(list) })
  })
  it('the linearised standard error by hand', () => {
    expect(weightedMean([1, 3], [3, 1])).toMatchObject({ value: 1.5, standardError: 0.75, interval: null })
    expect(weightedProportion([1, 0, 0, 1], [1, 1, 1, 1])).toMatchObject({
      value: 0.5,
      interval: { low: close(0.15003899, 7), high: close(0.84996101, 7) },
    })
  })
  it('Korn and Graubard’s is the exact interval of n − 1 rows under equal weights', () => {
    const share = weightedProportion([1, 0, 0, 0], [1, 1, 1, 1])
    // The linearised variance is p(1 − p)/(n − 1): three rows with 0.75 successes. At 0 it is Clopper and Pearson’s.
    if (!share.ok) throw new Error(share.reason)
    expect(betaCdf(share.exactInterval.low, 0.75, 3.25)).toBeCloseTo(0.025, 12)
    expect(betaCdf(share.exactInterval.high, 1.75, 2.25)).toBeCloseTo(0.975, 12)
    expect(weightedProportion([0, 0, 0, 0], [1, 1, 1, 1])).toMatchObject({
      standardError: 0,
      exactInterval: clopperPearsonInterval(0, 4),
    })
    expect(weightedProportion([1, 1, 1], [1, 2, 3])).toMatchObject({
      value: 1,
      interval: { high: 1 },
      exactInterval: { high: 1 },
    })
  })
  it('their scale changes nothing, nor do rows of weight zero', () => {
    const rows = fc.array(
      fc.record({ y: fc.integer({ min: -50, max: 50 }), w: fc.double({ min: 0.01, max: 100, noNaN: true }) }),
      { minLength: 3, maxLength: 30 },
    )
    fc.assert(
      fc.property(rows, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (list, scale) => {
        const y = list.map((row) => row.y)
        const w = list.map((row) => row.w)
        const scaled = [...w.map((x) => x * scale), 0]
        const outcome = y.map((x) => (x > 0 ? 1 : 0))
        const pairs = [
          [weightedMean(y, w), weightedMean([...y, 1e6], scaled)],
          [weightedProportion(outcome, w), weightedProportion([...outcome, 1], scaled)],
          [weightedQuantile(y, w, 0.3), weightedQuantile([...y, -1e6], scaled, 0.3)],
        ] as const
        for (const [one, other] of pairs) {
          if (!one.ok || !other.ok) throw new Error('should be computed')
          expect(other.value).toBeCloseTo(one.value, 9)
          expect(other.effectiveN).toBeCloseTo(one.effectiveN, 9)
          if (one.interval && other.interval) {
            expect(other.interval.low).toBeCloseTo(one.interval.low, 6)
            expect(other.interval.high).toBeCloseTo(one.interval.high, 6)
          }
        }
      }),
      { seed: 1 },
    )
  })
  it('whole weights count rows: a row of weight 3 stands for three in mean and quantile', () => {
    expect(weightedQuantile([10, 20, 30], [1, 3, 2], 0.25)).toMatchObject({ value: 20 })
    expect(weightedQuantile([10, 20, 30], [1, 1, 8], 0.5)).toMatchObject({ value: 30, interval: null })
    expect(weightedQuantile([30, 10, 20, 40], [1, 1, 1, 1], 0.5)).toMatchObject({ value: 25 })
    expect(weightedQuantile([10, 20], [1, 1], 0)).toMatchObject({ value: 10, interval: null })
    expect(weightedQuantile([10, 20], [1, 1], 1)).toMatchObject({ value: 20, interval: null })
  })
  it('Woodruff’s interval about the median holds it, and narrows with rows', () => {
    const width = (n: number) => {
      const list = Array.from({ length: n }, (_, i) => i / n)
      const found = weightedQuantile(
        list,
        list.map((_, i) => 1 + (i % 3)),
        0.5,
      )
      if (!found.ok || !found.interval) throw new Error('an interval was expected')
      expect(found.interval.low).toBeLessThan(found.value)
      expect(found.interval.high).toBeGreaterThan(found.value)
      return found.interval.high - found.interval.low
    }
    expect(width(2000)).toBeLessThan(width(100) / 3)
  })
  it('are refused where they cannot be', () => {
    expect(kish([])).toMatchObject({ reason: 'empty' })
    expect(kish([0, 0])).toMatchObject({ reason: 'zero-weights', culprit: 'weights' })
    expect(kish([1, -1])).toMatchObject({ reason: 'negative', culprit: 'weights[1]' })
    expect(weightedMean([1, 2], [1])).toMatchObject({ reason: 'unequal-length', culprit: 'weights' })
    expect(weightedMean([1, Number.NaN], [1, 1])).toMatchObject({
      reason: 'not-finite',
      culprit: 'values[1]',
    })
    expect(weightedMean([1e200, -1e200], [1, 1])).toMatchObject({ reason: 'out-of-range' })
    expect(weightedMean([5, 9], [1, 0])).toMatchObject({ value: 5, standardError: null, interval: null })
    expect(weightedProportion([1, 0.5], [1, 1])).toMatchObject({
      reason: 'out-of-range',
      culprit: 'outcomes[1]',
    })
    expect(weightedQuantile([1, 2], [1], 0.5)).toMatchObject({ reason: 'unequal-length' })
    expect(weightedQuantile([1], [1], -1)).toMatchObject({ culprit: 'probability' })
  })
})
