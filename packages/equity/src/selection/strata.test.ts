import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breslowDay } from './breslow-day.ts'
import { cochranMantelHaenszel } from './cochran-mantel-haenszel.ts'
import type { Stratum } from './strata.ts'
import { twoProportionZ } from './two-proportion-z.ts'

const table = (a: number, b: number, c: number, d: number): Stratum => ({
  group: { successes: a, n: a + b },
  reference: { successes: c, n: c + d },
})

// R `UCBAdmissions`: admitted and rejected men, admitted and rejected women, departments A–F.
const BERKELEY = [
  table(512, 313, 89, 19),
  table(353, 207, 17, 8),
  table(120, 205, 202, 391),
  table(138, 279, 131, 244),
  table(53, 138, 94, 299),
  table(22, 351, 24, 317),
]

const strata = fc.array(
  fc
    .record({ a: fc.nat(40), b: fc.nat(40), c: fc.nat(40), d: fc.nat(40) })
    .map((t) => table(t.a, t.b, t.c, t.d)),
  { minLength: 1, maxLength: 6 },
)

describe('Berkeley admissions 1973', () => {
  it('within departments: R mantelhaen.test(UCBAdmissions), with and without correction', () => {
    const found = cochranMantelHaenszel(BERKELEY)
    if (!found.ok) throw new Error(found.reason)
    // The statistics in exact fractions; R prints 1.4269, p 0.2323, odds ratio 0.9046968, 0.7719074 to 1.0603298.
    expect(found.chiSquare).toBeCloseTo(1.5246066604434416, 12)
    expect(found.corrected.chiSquare).toBeCloseTo(1.4269462285866943, 12)
    expect(found.corrected.p).toBeCloseTo(0.2323, 4)
    expect(found.oddsRatio).toBeCloseTo(0.9046968, 7)
    expect(found.interval?.low).toBeCloseTo(0.7719074, 7)
    expect(found.interval?.high).toBeCloseTo(1.0603298, 7)
    expect(found.informative).toBe(6)
  })
  it('odds ratios differ between departments: Breslow–Day 18.8255 in exact decimals, p 0.0021', () => {
    const found = breslowDay(BERKELEY)
    if (!found.ok) throw new Error(found.reason)
    expect(found.chiSquare).toBeCloseTo(18.82551370523604, 10)
    expect(found.tarone.chiSquare).toBeCloseTo(18.825501252052756, 10)
    expect(found.df).toBe(5)
    expect(found.p).toBeCloseTo(0.002071, 6)
  })
  it("Simpson's paradox: men far ahead overall, not within departments", () => {
    const all = cochranMantelHaenszel([table(1198, 1493, 557, 1278)])
    const within = cochranMantelHaenszel(BERKELEY)
    expect(all.ok && (all.oddsRatio ?? 0) > 1.8 && all.p < 1e-10).toBe(true)
    expect(within.ok && (within.oddsRatio ?? 9) < 1 && within.p > 0.2).toBe(true)
  })
})

describe('comparisons within strata', () => {
  it('one stratum: χ² is (n − 1)/n of the pooled z squared, and the odds ratio the plain one', () => {
    const found = cochranMantelHaenszel([table(12, 28, 20, 15)])
    const z = twoProportionZ({ successes: 12, n: 40 }, { successes: 20, n: 35 })
    expect(found.ok && found.chiSquare).toBeCloseTo((74 / 75) * (z.ok ? z.z ** 2 : 0), 12)
    expect(found.ok && found.oddsRatio).toBeCloseTo((12 * 15) / (28 * 20), 14)
  })
  it('equal odds ratios leave no heterogeneity, whichever side of 1', () => {
    for (const k of [1, 3, 1 / 3]) {
      const found = breslowDay([table(60 * k, 60, 60, 60), table(30 * k, 60, 60, 120)])
      expect(found.ok && found.chiSquare).toBeCloseTo(0, 12)
      expect(found.ok && found.p).toBeCloseTo(1, 5)
    }
  })
  it('swapping group and reference inverts the odds ratio and keeps both tests', () => {
    fc.assert(
      fc.property(strata, (list) => {
        const turned = list.map(({ group, reference }) => ({ group: reference, reference: group }))
        const one = cochranMantelHaenszel(list)
        const other = cochranMantelHaenszel(turned)
        expect(one.ok).toBe(other.ok)
        if (!one.ok || !other.ok) return
        expect(one.p).toBeCloseTo(other.p, 10)
        if (one.oddsRatio && other.oddsRatio) {
          expect(one.oddsRatio * other.oddsRatio).toBeCloseTo(1, 9)
          expect((one.interval?.low ?? 0) * (other.interval?.high ?? 0)).toBeCloseTo(1, 9)
        }
        const test = breslowDay(list)
        const back = breslowDay(turned)
        if (test.ok && back.ok)
          expect(test.chiSquare / Math.max(1, back.chiSquare)).toBeCloseTo(
            back.chiSquare / Math.max(1, back.chiSquare),
            7,
          )
      }),
      { seed: 1 },
    )
  })
  it('an uninformative stratum changes nothing', () => {
    fc.assert(
      fc.property(strata, (list) => {
        const extra = [...list, table(0, 0, 5, 5), table(3, 0, 4, 0), table(0, 1, 0, 0)]
        expect(cochranMantelHaenszel(extra)).toEqual(cochranMantelHaenszel(list))
        expect(breslowDay(extra)).toEqual(breslowDay(list))
      }),
      { seed: 1 },
    )
  })
  it('never gives NaN or Infinity', () => {
    fc.assert(
      fc.property(strata, (list) => {
        for (const found of [cochranMantelHaenszel(list), breslowDay(list)]) {
          expect(
            JSON.stringify(found, (_, v) => (typeof v === 'number' && !Number.isFinite(v) ? 'bad' : v)),
          ).not.toContain('bad')
        }
      }),
      { seed: 1 },
    )
  })
  it('one-sided strata: no interval, no test of heterogeneity', () => {
    const none = cochranMantelHaenszel([table(0, 5, 3, 4)])
    expect(none).toMatchObject({ ok: true, oddsRatio: 0, interval: null })
    expect(cochranMantelHaenszel([table(5, 0, 3, 4)])).toMatchObject({
      ok: true,
      oddsRatio: null,
      interval: null,
    })
    expect(breslowDay([table(0, 5, 3, 4), table(0, 6, 3, 4)])).toMatchObject({
      ok: false,
      reason: 'undefined',
    })
  })
  it('refuses what cannot be', () => {
    expect(cochranMantelHaenszel([])).toEqual({ ok: false, reason: 'empty', culprit: 'strata' })
    expect(cochranMantelHaenszel([table(0, 3, 0, 4)])).toMatchObject({ reason: 'no-variance' })
    expect(cochranMantelHaenszel(BERKELEY, 1)).toMatchObject({
      reason: 'out-of-range',
      culprit: 'confidence',
    })
    expect(breslowDay([table(1, 2, 3, 4)])).toMatchObject({ reason: 'too-few' })
    const bad = { group: { successes: 3, n: 2 }, reference: { successes: 0, n: 0 } }
    expect(cochranMantelHaenszel([table(1, 2, 3, 4), bad])).toEqual({
      ok: false,
      reason: 'successes-above-n',
      culprit: 'strata[1].group.successes',
    })
    expect(breslowDay([{ ...bad, group: { successes: 1, n: 2.5 } }])).toMatchObject({
      reason: 'not-whole',
      culprit: 'strata[0].group.n',
    })
  })
})
