import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionalOddsRatio } from './conditional-odds-ratio.ts'
import { fisherExact } from './fisher.ts'
import { impactRatio } from './impact-ratio.ts'
import { representationRatio } from './representation-ratio.ts'
import { cohensD, cohensH, standardisedShareDifference } from './standardised-difference.ts'
import { twoProportionZ } from './two-proportion-z.ts'

const of = (successes: number, n: number) => ({ successes, n })

function choose(n: number, k: number): bigint {
  let result = 1n
  for (let i = 1; i <= k; i++) result = (result * BigInt(n - k + i)) / BigInt(i)
  return result
}

describe("Fisher's exact test", () => {
  it("Fisher's tea tasting: p 34/70, conditional odds ratio and interval", () => {
    expect(fisherExact(3, 1, 1, 3)).toBeCloseTo(34 / 70, 13)
    const odds = conditionalOddsRatio(of(3, 4), of(1, 4))
    if (!odds.ok) throw new Error(odds.reason)
    // The roots of the exact equations; R prints 6.408309.
    expect(odds.value).toBeCloseTo(6.408319658199674, 11)
    expect(odds.low).toBeCloseTo(0.21173559544657858, 12)
    expect(odds.high).toBeCloseTo(626.243530588814, 8)
  })
  it('convictions of like-sex twins (Fisher 1970): p 0.0005367, odds ratio 0.0469', () => {
    expect(fisherExact(2, 15, 10, 3)).toBeCloseTo(0.0005367241191434358, 14)
    const odds = conditionalOddsRatio(of(2, 17), of(10, 13))
    expect(odds).toMatchObject({
      value: expect.closeTo(0.046936639049679964, 13),
      low: expect.closeTo(0.0033171639506573611, 13),
      high: expect.closeTo(0.36318960235668057, 13),
    })
  })
  const count = fc.nat(60)
  it('equals the sum over exact whole-number weights', () => {
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const weights: bigint[] = []
        let observed = 0n
        for (let x = Math.max(0, a - d); x <= Math.min(a + b, a + c); x++) {
          const weight = choose(a + b, x) * choose(c + d, a + c - x)
          if (x === a) observed = weight
          weights.push(weight)
        }
        const sum = (list: readonly bigint[]) => list.reduce((s, w) => s + w, 0n)
        const scale = 10n ** 18n
        const p = Number((sum(weights.filter((w) => w <= observed)) * scale) / sum(weights)) / 1e18
        expect(fisherExact(a, b, c, d)).toBeCloseTo(p, 11)
      }),
      { seed: 1 },
    )
  })
  it('is the same for the table turned, its rows swapped and its columns swapped, up to a million', () => {
    const wide = fc.oneof(fc.nat(30), fc.nat(3000), fc.integer({ min: 900_000, max: 1_000_000 }))
    fc.assert(
      fc.property(wide, wide, wide, wide, (a, b, c, d) => {
        const p = fisherExact(a, b, c, d)
        for (const other of [fisherExact(a, c, b, d), fisherExact(c, d, a, b), fisherExact(b, a, d, c)]) {
          expect(Math.abs(other - p)).toBeLessThanOrEqual(1e-9 * p)
        }
      }),
      { seed: 1, numRuns: 60 },
    )
  })
})

describe('the conditional odds ratio', () => {
  it('nears the sample odds ratio with counts of a million, and neither overflows', () => {
    const odds = conditionalOddsRatio(of(500_500, 1_000_000), of(499_500, 1_000_000))
    expect(odds.ok && odds.value).toBeCloseTo((500_500 / 499_500) ** 2, 7)
    const far = conditionalOddsRatio(of(999_999, 1_000_000), of(1, 1_000_000))
    expect(far.ok && Number.isFinite(far.value) && Number.isFinite(far.high)).toBe(true)
  })
  it('has one open end where the count is the least or largest that can be', () => {
    expect(conditionalOddsRatio(of(0, 5), of(3, 5))).toMatchObject({ ok: true, value: 0, low: 0 })
    expect(conditionalOddsRatio(of(5, 5), of(3, 5))).toMatchObject({ ok: true, value: null, high: null })
  })
  it('inverts when group and reference change place, and its interval agrees with one-sided tests', () => {
    const n = fc.integer({ min: 2, max: 80 })
    fc.assert(
      fc.property(n, n, fc.nat(80), fc.nat(80), (n1, n2, x1, x2) => {
        const group = of(Math.min(x1, n1), n1)
        const reference = of(Math.min(x2, n2), n2)
        const one = conditionalOddsRatio(group, reference)
        const other = conditionalOddsRatio(reference, group)
        expect(one.ok).toBe(other.ok)
        if (!one.ok || !other.ok) return
        if (one.value && other.value) expect(one.value * other.value).toBeCloseTo(1, 9)
        if (one.high !== null) expect(one.high * other.low).toBeCloseTo(1, 9)
        expect(one.low).toBeLessThanOrEqual(one.value ?? Number.POSITIVE_INFINITY)
      }),
      { seed: 1 },
    )
  })
  it('refuses tables that say nothing', () => {
    expect(conditionalOddsRatio(of(0, 5), of(0, 5))).toMatchObject({ reason: 'no-variance' })
    expect(conditionalOddsRatio(of(1, 5), of(0, 0))).toMatchObject({
      reason: 'empty-group',
      culprit: 'reference.n',
    })
    expect(twoProportionZ(of(5, 5), of(3, 3))).toMatchObject({ reason: 'no-variance' })
    expect(twoProportionZ(of(6, 5), of(3, 3))).toMatchObject({ culprit: 'group.successes' })
  })
})

describe('the impact ratio', () => {
  it('has no interval where nothing was refused, instead of one of no width', () => {
    expect(impactRatio({ granted: 4, decided: 4 }, { granted: 9, decided: 9 })).toEqual({
      ratio: 1,
      interval: null,
    })
  })
})

describe('standardised differences', () => {
  it('Student’s sleep data: d is t·√(2/10), R t.test t = −1.860813', () => {
    const d = cohensD({ n: 10, mean: 0.75, sd: 1.78901 }, { n: 10, mean: 2.33, sd: 2.002249 })
    expect(d.ok && d.value).toBeCloseTo(-1.860813 * Math.sqrt(0.2), 5)
    expect(cohensD({ n: 3, mean: 2, sd: 1 }, { n: 3, mean: 4, sumOfSquares: 2 })).toEqual({
      ok: true,
      value: -2,
    })
  })
  it('is 0 for equal shares and none for 0 against 1', () => {
    expect(cohensH(1, 0)).toBeCloseTo(Math.PI, 14)
    expect(cohensH(0.3, 0.3)).toBe(0)
    expect(standardisedShareDifference(0.6, 0.4)).toBeCloseTo(0.2 / Math.sqrt(0.24), 14)
    expect(standardisedShareDifference(1, 0)).toBeNull()
    expect(standardisedShareDifference(1, 1)).toBe(0)
  })
  it('refuses what cannot be', () => {
    expect(() => cohensH(1.2, 0)).toThrow(/share/)
    expect(() => standardisedShareDifference(0, Number.NaN)).toThrow(/referenceShare/)
    expect(cohensD({ n: 1, mean: 2, sd: 0 }, { n: 3, mean: 4, sd: 1 })).toMatchObject({
      reason: 'too-few',
      culprit: 'group.n',
    })
    expect(cohensD({ n: 2, mean: 2, sd: 0 }, { n: 3, mean: 4, sd: 0 })).toMatchObject({
      reason: 'no-variance',
    })
    expect(cohensD({ n: 2, mean: 2, sd: 1e200 }, { n: 3, mean: 4, sd: 0 })).toMatchObject({
      reason: 'out-of-range',
    })
  })
})

describe('the representation ratio', () => {
  it('divides Wilson by a known share', () => {
    expect(representationRatio(of(30, 100), { share: 0.5 })).toMatchObject({
      ok: true,
      ratio: {
        value: 0.6,
        interval: { low: expect.closeTo(0.4378977, 7), high: expect.closeTo(0.7916971, 7) },
      },
      baseShare: 0.5,
    })
  })
  it('is wider against a sample, and nears the known share as the sample grows', () => {
    const width = (base: Parameters<typeof representationRatio>[1]) => {
      const found = representationRatio(of(300, 1000), base)
      if (!found.ok || !found.ratio.interval) throw new Error('an interval was expected')
      return found.ratio.interval.high - found.ratio.interval.low
    }
    expect(width(of(50, 100))).toBeGreaterThan(1.5 * width(of(500_000, 1_000_000)))
    expect(width(of(500_000_000, 1_000_000_000))).toBeCloseTo(width({ share: 0.5 }), 2)
  })
  it('refuses a base without the group', () => {
    expect(representationRatio(of(1, 10), { share: 0 })).toMatchObject({
      reason: 'undefined',
      culprit: 'base.share',
    })
    expect(representationRatio(of(1, 10), of(0, 10))).toMatchObject({
      reason: 'undefined',
      culprit: 'base.successes',
    })
    expect(representationRatio(of(1, 10), { share: 1.5 })).toMatchObject({ reason: 'out-of-range' })
    expect(representationRatio(of(0, 0), { share: 0.5 })).toMatchObject({ culprit: 'recipients.n' })
    expect(representationRatio(of(0, 9), of(4, 8))).toMatchObject({ ratio: { value: 0, interval: null } })
  })
})
