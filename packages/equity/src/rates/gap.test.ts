import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg } from './benjamini-hochberg.ts'
import { clopperPearsonInterval } from './clopper-pearson.ts'
import { meanGap, proportionGap } from './gap.ts'
import { holm } from './holm.ts'
import { differenceOfProportions } from './newcombe.ts'
import { oddsRatio, rateRatio } from './rate-ratio.ts'
import { wilsonInterval } from './wilson.ts'

const of = (successes: number, n: number) => ({ successes, n })
const close = (value: number, digits = 10) => expect.closeTo(value, digits)
const trials = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat(400)).map(([n, x]) => of(Math.min(n, x), n))
const finite = (value: unknown) =>
  expect(
    JSON.stringify(value, (_, v) => (typeof v === 'number' && !Number.isFinite(v) ? 'not finite' : v)),
  ).not.toContain('not finite')

describe('the exact interval of a share', () => {
  it('has closed forms at the ends', () => {
    for (const n of [1, 6, 40, 1000]) {
      expect(clopperPearsonInterval(0, n)).toEqual({ low: 0, high: close(1 - 0.025 ** (1 / n), 13) })
      expect(clopperPearsonInterval(n, n)).toEqual({ low: close(0.025 ** (1 / n), 13), high: 1 })
    }
    expect(clopperPearsonInterval(0, 10).high).toBeCloseTo(0.3084971, 7)
    expect(clopperPearsonInterval(0, 0)).toEqual({ low: 0, high: 1 })
  })
  it('solves the binomial tails: 7 of 20 and 1 of 29 in exact decimals', () => {
    expect(clopperPearsonInterval(7, 20)).toEqual({
      low: close(0.15390920478454115, 13),
      high: close(0.59218853453282816, 13),
    })
    expect(clopperPearsonInterval(1, 29)).toEqual({
      low: close(0.00087264688357992204, 14),
      high: close(0.17764429548872293, 13),
    })
  })
  it('turns with the successes', () => {
    fc.assert(
      fc.property(trials, ({ successes, n }) => {
        const one = clopperPearsonInterval(successes, n)
        const other = clopperPearsonInterval(n - successes, n)
        expect(one.low).toBeCloseTo(1 - other.high, 11)
        expect(one.low).toBeLessThanOrEqual(successes / n)
        expect(one.high).toBeGreaterThanOrEqual(successes / n)
      }),
      { seed: 1 },
    )
  })
  it('covers at least as often as promised', () => {
    for (const p of [0.03, 0.2, 0.5, 0.71]) {
      const n = 23
      let covered = 0
      let chance = (1 - p) ** n
      for (let x = 0; x <= n; x++) {
        const { low, high } = clopperPearsonInterval(x, n)
        if (low <= p && p <= high) covered += chance
        chance *= ((n - x) / (x + 1)) * (p / (1 - p))
      }
      expect(covered).toBeGreaterThanOrEqual(0.95)
    }
  })
  it('throws for what cannot be', () => {
    expect(() => clopperPearsonInterval(3, 2)).toThrow(RangeError)
    expect(() => clopperPearsonInterval(1, 2, 1)).toThrow(/confidence/)
  })
})

describe('the difference of two proportions', () => {
  // Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('Newcombe’s example %i/%i against %i/%i', (a, m, b, n, low, high) => {
    expect(differenceOfProportions(of(a, m), of(b, n))).toMatchObject({
      value: close(a / m - b / n, 14),
      interval: { low: close(low, 4), high: close(high, 4) },
    })
  })
  it('changes sign with the reference and stays within −1 to 1', () => {
    fc.assert(
      fc.property(trials, trials, (group, reference) => {
        const one = differenceOfProportions(group, reference)
        const other = differenceOfProportions(reference, group)
        if (!one.ok || !other.ok) throw new Error('should be computed')
        expect(one.interval.low).toBeCloseTo(-other.interval.high, 12)
        expect(one.interval.low).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(one.interval.high).toBeLessThanOrEqual(1 + 1e-12)
        finite(proportionGap(group, reference))
      }),
      { seed: 1 },
    )
  })
})

describe('ratios', () => {
  it('agree with hand computation and have no interval with a zero count', () => {
    expect(rateRatio(of(18, 96), of(262, 655))).toMatchObject({
      value: 0.46875,
      interval: { low: close(0.305889784330331), high: close(0.718319387425887) },
    })
    const spread = 1.959963984540054 * Math.sqrt(1 / 10 + 1 / 20 + 1 / 5 + 1 / 20)
    expect(oddsRatio(of(10, 30), of(5, 25))).toMatchObject({
      value: close(2, 14),
      interval: { low: close(2 * Math.exp(-spread)), high: close(2 * Math.exp(spread)) },
    })
    expect(rateRatio(of(0, 9), of(3, 9))).toMatchObject({ value: 0, logValue: null, interval: null })
    expect(rateRatio(of(9, 9), of(3, 3))).toMatchObject({ value: 1, logValue: 0, interval: null })
    expect(oddsRatio(of(0, 9), of(3, 9))).toMatchObject({ value: 0, interval: null })
    expect(oddsRatio(of(4, 9), of(9, 9))).toMatchObject({ value: 0, interval: null })
  })
  it('are refused over zero', () => {
    expect(rateRatio(of(3, 9), of(0, 9))).toMatchObject({
      reason: 'undefined',
      culprit: 'reference.successes',
    })
    expect(oddsRatio(of(3, 9), of(0, 9))).toMatchObject({
      reason: 'undefined',
      culprit: 'reference.successes',
    })
    expect(oddsRatio(of(9, 9), of(3, 9))).toMatchObject({ reason: 'undefined', culprit: 'group.successes' })
  })
})

describe('a gap of proportions', () => {
  it('has the same size of log ratio whichever group is the reference', () => {
    const one = proportionGap(of(12, 60), of(30, 75))
    const other = proportionGap(of(30, 75), of(12, 60))
    if (!one.ok || !other.ok) throw new Error('should be computed')
    expect(one.logRatio?.value).toBeCloseTo(-(other.logRatio?.value ?? 0), 14)
    expect(one.logRatio?.interval?.low).toBeCloseTo(-(other.logRatio?.interval?.high ?? 0), 13)
    expect(one).toMatchObject({ group: 0.2, reference: 0.4, confidence: 0.95 })
  })
  it('keeps the difference where the ratio does not exist', () => {
    expect(proportionGap(of(3, 9), of(0, 9))).toMatchObject({ ok: true, ratio: null, logRatio: null })
    expect(proportionGap(of(0, 9), of(3, 9))).toMatchObject({
      ratio: { value: 0, interval: null },
      logRatio: null,
    })
  })
  it('refuses what cannot be, by name', () => {
    expect(proportionGap(of(3, 2), of(1, 2))).toEqual({
      ok: false,
      reason: 'successes-above-n',
      culprit: 'group.successes',
    })
    expect(proportionGap(of(1, 2), of(0, 0))).toEqual({
      ok: false,
      reason: 'empty-group',
      culprit: 'reference.n',
    })
    expect(proportionGap(of(-1, 2), of(1, 2))).toMatchObject({
      reason: 'negative',
      culprit: 'group.successes',
    })
    expect(proportionGap(of(1, 2.5), of(1, 2))).toMatchObject({ reason: 'not-whole', culprit: 'group.n' })
    expect(proportionGap(of(1, 2), of(Number.NaN, 2))).toMatchObject({ reason: 'not-finite' })
    expect(proportionGap(of(1, 2), of(1, 2), 1)).toMatchObject({
      reason: 'out-of-range',
      culprit: 'confidence',
    })
  })
})

describe('a gap of means', () => {
  it('Student’s sleep data, R t.test: −3.3654832 to 0.2054832', () => {
    expect(meanGap({ n: 10, mean: 0.75, sd: 1.78901 }, { n: 10, mean: 2.33, sd: 2.002249 })).toMatchObject({
      difference: { value: close(-1.58), interval: { low: close(-3.3654832, 5), high: close(0.2054832, 5) } },
    })
  })
  it('is the same from the sum of squares, and uses Student where only one group varies', () => {
    const a = { n: 3, mean: 2, sd: 2 }
    const b = { n: 9, mean: 5, sd: 0 }
    expect(meanGap({ n: 3, mean: 2, sumOfSquares: 8 }, b)).toEqual(meanGap(a, b))
    // t with 2 degrees of freedom in closed form.
    const half = 0.95 * Math.sqrt(2 / (1 - 0.95 ** 2)) * Math.sqrt(4 / 3)
    expect(meanGap(a, b)).toMatchObject({
      difference: { interval: { low: close(-3 - half), high: close(-3 + half) } },
    })
  })
  it('the ratio’s interval is the delta method on the log scale, scale-free', () => {
    const gap = (unit: number) =>
      meanGap({ n: 3, mean: 2 * unit, sd: 2 * unit }, { n: 9, mean: 5 * unit, sd: 0 })
    const half = 0.95 * Math.sqrt(2 / (1 - 0.95 ** 2)) * Math.sqrt(4 / 3 / 4)
    for (const unit of [1, 1e6]) {
      expect(gap(unit)).toMatchObject({
        ratio: {
          value: close(0.4),
          interval: { low: close(0.4 * Math.exp(-half)), high: close(0.4 * Math.exp(half)) },
        },
        logRatio: { value: close(Math.log(0.4)) },
      })
    }
  })
  it('has no ratio of means at or below zero, and no interval where nothing varies', () => {
    expect(meanGap({ n: 5, mean: 0, sd: 1 }, { n: 5, mean: 2, sd: 1 })).toMatchObject({
      ok: true,
      ratio: null,
      logRatio: null,
    })
    expect(meanGap({ n: 5, mean: 1, sd: 1 }, { n: 5, mean: -2, sd: 1 })).toMatchObject({
      ok: true,
      ratio: null,
    })
    expect(meanGap({ n: 5, mean: 1, sd: 0 }, { n: 5, mean: 2, sd: 0 })).toMatchObject({
      difference: { value: -1, interval: null },
      ratio: { value: 0.5, interval: null },
    })
    finite(meanGap({ n: 5, mean: 1e-300, sd: 1 }, { n: 5, mean: 2, sd: 1 }))
  })
  it('refuses groups of one and impossible spreads', () => {
    const sound = { n: 5, mean: 1, sd: 1 }
    expect(meanGap({ ...sound, n: 1 }, sound)).toEqual({ ok: false, reason: 'too-few', culprit: 'group.n' })
    expect(meanGap(sound, { ...sound, n: 0 })).toMatchObject({
      reason: 'empty-group',
      culprit: 'reference.n',
    })
    expect(meanGap(sound, { ...sound, n: -1 })).toMatchObject({ reason: 'negative' })
    expect(meanGap(sound, { ...sound, n: 2.5 })).toMatchObject({ reason: 'not-whole' })
    expect(meanGap(sound, { ...sound, sd: -1 })).toMatchObject({
      reason: 'negative',
      culprit: 'reference.sd',
    })
    expect(meanGap({ n: 5, mean: 1, sumOfSquares: Number.POSITIVE_INFINITY }, sound)).toMatchObject({
      culprit: 'group.sumOfSquares',
    })
    expect(meanGap({ ...sound, mean: Number.NaN }, sound)).toMatchObject({ culprit: 'group.mean' })
    expect(meanGap({ ...sound, mean: 1.7e308 }, { ...sound, mean: -1.7e308 })).toMatchObject({
      reason: 'out-of-range',
    })
  })
})

describe('Benjamini and Hochberg', () => {
  it('is R’s p.adjust on a worked list, in input order', () => {
    expect(benjaminiHochberg([0.01, 0.04, 0.03])).toEqual([close(0.03), close(0.04), close(0.04)])
    expect(benjaminiHochberg([])).toEqual([])
    expect(() => benjaminiHochberg([1.1])).toThrow(RangeError)
  })
  it('rejects as the step-up rule does, and never below p nor above Holm', () => {
    const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 })
    fc.assert(
      fc.property(ps, (list) => {
        const adjusted = benjaminiHochberg(list)
        const cautious = holm(list)
        const q = 0.1
        const sorted = [...list].sort((a, b) => a - b)
        const last = sorted.reduce((k, p, i) => (p * list.length <= q * (i + 1) * (1 - 1e-12) ? i : k), -1)
        const limit = last < 0 ? -1 : (sorted[last] ?? -1)
        list.forEach((p, i) => {
          const value = adjusted[i] ?? Number.NaN
          expect(value).toBeGreaterThanOrEqual(p)
          expect(value).toBeLessThanOrEqual((cautious[i] ?? 0) + 1e-15)
          if (Math.abs(value - q) > 1e-9) expect(value < q).toBe(p <= limit)
        })
      }),
      { seed: 1 },
    )
  })
})

describe('Wilson’s interval', () => {
  it('lies within the exact interval’s reach', () => {
    expect(wilsonInterval(7, 20).low).toBeGreaterThan(clopperPearsonInterval(7, 20).low)
    expect(wilsonInterval(7, 20).high).toBeLessThan(clopperPearsonInterval(7, 20).high)
  })
})
