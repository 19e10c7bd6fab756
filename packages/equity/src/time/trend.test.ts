import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { studentLimit } from '../math/quantiles.ts'
import { makeRandom } from '../math/random.ts'
import { relative } from '../segregation/reference.test-support.ts'
import { extremes, notFinite } from '../testing/finite.ts'
import { sharedRows } from '../testing/shared-data.ts'
import { type TrendPoint, trend } from './trend.ts'
import { type ParityOptions, yearsToParity } from './years-to-parity.ts'

const series = (values: readonly number[], first = 0) =>
  values.map((value, i) => ({ period: first + i, value }))
const fitOf = (points: readonly TrendPoint[], confidence?: number) => {
  const result = trend(points, confidence)
  if (!result.ok) throw new Error(`${result.reason} at ${result.culprit}`)
  return result
}
const parityOf = (points: readonly TrendPoint[], options?: ParityOptions) => {
  const result = yearsToParity(points, options)
  if (!result.ok) throw new Error(`${result.reason} at ${result.culprit}`)
  return result
}

/** Work aged 20–64 in Dalarna, men less women in percentage points, 2010–2021 (Kolada); exact fractions. */
const work = sharedRows('data/region_dalarna/sysselsatt.csv')
if (work)
  describe('the gap in work in Dalarna', () => {
    const gap = [2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021].map((period) => {
      const of = (gender: string) =>
        Number(
          work.find((row) => row.year === `${period}` && row.gender === gender)?.[
            'Förvärvsarbetande invånare 20-64 år, andel (%)'
          ],
        )
      return { period, value: of('M') - of('K') }
    })
    it('narrows as exact arithmetic says, with no upper bound on the years', () => {
      const line = fitOf(gap)
      expect(relative(line.slope, -0.11198003146853147)).toBeLessThan(1e-11)
      expect(relative(line.slopeStandardError, 0.05109289116522494)).toBeLessThan(1e-11)
      expect(relative(line.lastLevel, 1.8694394102564102)).toBeLessThan(1e-11)
      expect(relative(line.lastLevelStandardError, 0.33177611238309607)).toBeLessThan(1e-11)
      const ahead = parityOf(gap)
      expect(ahead).toMatchObject({ outcome: 'converging', high: null })
      expect(relative(ahead.years ?? 0, 16.694399758065423)).toBeLessThan(1e-11)
      expect(ahead.low).toBeGreaterThan(3)
      expect(ahead.low).toBeLessThan(ahead.years ?? 0)
    })
  })

describe('a trend', () => {
  it('is that of R on its data set women: lm(weight ~ height)', () => {
    const weights = [115, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159, 164]
    const line = fitOf(series(weights, 58))
    expect(line.slope).toBeCloseTo(3.45, 12)
    expect(line.slopeStandardError).toBeCloseTo(0.09113649546620062, 12)
    expect(line.high - line.slope).toBeCloseTo(studentLimit(0.95, 13) * line.slopeStandardError, 12)
    expect(line.p).toBeLessThan(1e-12)
  })
  it('by hand, in any order and with weights', () => {
    expect(fitOf(series([1, 2, 2], 1))).toMatchObject({
      slope: 0.5,
      n: 3,
      degreesOfFreedom: 1,
      lastPeriod: 3,
    })
    expect(fitOf(series([1, 2, 2]).toReversed())).toEqual(fitOf(series([1, 2, 2])))
    // A weight of 2 has the slope of the point there twice; a weight of 0 leaves it out.
    const weighted = fitOf([
      { period: 0, value: 0, weight: 2 },
      { period: 1, value: 4 },
      { period: 2, value: 3 },
      { period: 3, value: 99, weight: 0 },
    ])
    // x̄ = ¾, ȳ = 7/4; Sxy = 4.75, Sxx = 2.75.
    expect(weighted.slope).toBeCloseTo(4.75 / 2.75, 13)
    expect(weighted).toMatchObject({ n: 3, lastPeriod: 2 })
    expect(fitOf(series([5, 5, 5]))).toMatchObject({ slope: 0, p: 1, low: 0, high: 0 })
    expect(fitOf(series([1, 2, 3]))).toMatchObject({ slope: 1, p: 0 })
  })
  it('refuses with the place of the fault', () => {
    const refused = (points: TrendPoint[], confidence?: number) => {
      const result = trend(points, confidence)
      return result.ok ? null : [result.reason, result.culprit]
    }
    expect(refused(series([1, 2]))).toEqual(['too-few', 'points'])
    expect(refused(series([1, Number.NaN, 2]))).toEqual(['not-finite', 'points[1].value'])
    expect(refused([{ period: Number.POSITIVE_INFINITY, value: 1 }])).toEqual([
      'not-finite',
      'points[0].period',
    ])
    expect(refused([{ period: 1, value: 1, weight: -1 }])).toEqual(['negative', 'points[0].weight'])
    expect(refused([...series([1, 2, 3]), { period: 2, value: 1 }])).toEqual([
      'duplicate',
      'points[3].period',
    ])
    expect(refused(series([1, 2, 4]), 1)).toEqual(['out-of-range', 'confidence'])
    expect(refused(series([1e300, -1e300, 1e300]))).toEqual(['out-of-range', 'points'])
  })
})

describe('extreme series', () => {
  it('give figures or a refusal', () => {
    const signed = fc.tuple(extremes, fc.boolean()).map(([value, minus]) => (minus ? -value : value))
    const point = fc.record({ period: signed, value: signed, weight: extremes })
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 6 }), (points) => {
        expect(notFinite([trend(points), yearsToParity(points)])).toEqual([])
      }),
      { seed: 1, numRuns: 3000 },
    )
  })
})

describe('years to parity', () => {
  it('knows the three outcomes', () => {
    expect(parityOf(series([4, 3, 2]))).toMatchObject({ outcome: 'converging' })
    expect(parityOf(series([4, 3, 2])).years).toBeCloseTo(2, 12)
    expect(parityOf(series([4, 3, 2])).high).toBeCloseTo(2, 10)
    expect(parityOf(series([-4, -3, -2])).years).toBeCloseTo(2, 12)
    expect(parityOf(series([2, 3, 4]))).toMatchObject({
      outcome: 'not-converging',
      years: null,
      low: null,
      high: null,
    })
    expect(parityOf(series([3, 3, 3]))).toMatchObject({
      outcome: 'not-converging',
      years: null,
      low: null,
      high: null,
    })
    expect(parityOf(series([2, 1, 0]))).toMatchObject({ outcome: 'at-parity', years: 0, low: 0 })
    expect(parityOf(series([0.3, 0.35, 0.4]), { parity: 0.5 }).years).toBeCloseTo(2, 10)
  })
  it('holds exactly the years at which the line may be parity', () => {
    const random = makeRandom(3)
    let bounded = 0
    for (let round = 0; round < 300; round++) {
      const points = series(Array.from({ length: 8 }, (_, i) => 6 - 0.4 * i + random.normal()))
      const { low, high, trend: line } = parityOf(points)
      const t = studentLimit(0.95, 6)
      // The variance of the line at y ahead, by the textbook: s²(1/n + (x − x̄)²/Sxx) with x̄ = 3.5, Sxx = 42.
      const s2 =
        points.reduce((sum, p) => sum + (p.value - line.lastLevel - line.slope * (p.period - 7)) ** 2, 0) / 6
      const holds = (y: number) =>
        (line.lastLevel + line.slope * y) ** 2 <= t * t * s2 * (1 / 8 + (7 + y - 3.5) ** 2 / 42)
      if (low === null) {
        expect([0, 1, 10, 100].some(holds)).toBe(false)
        continue
      }
      if (low > 0) expect([holds(low * 0.999), holds(low * 1.001)]).toEqual([false, true])
      else expect(holds(0)).toBe(true)
      if (high === null) expect(holds(1e7)).toBe(true)
      else {
        bounded++
        expect([holds(high * 0.999), holds(high * 1.001)]).toEqual([true, false])
      }
    }
    expect(bounded).toBeGreaterThan(50)
  })
  it('covers the true year as often as it says', () => {
    const random = makeRandom(8)
    let covered = 0
    for (let round = 0; round < 2000; round++) {
      const points = series(Array.from({ length: 10 }, (_, i) => 10 - 0.5 * i + 0.8 * random.normal()))
      const { low, high } = parityOf(points)
      if (low !== null && low <= 11 && (high === null || high >= 11)) covered++
    }
    expect(Math.abs(covered / 2000 - 0.95)).toBeLessThan(0.015)
  })
  it('refuses', () => {
    expect(yearsToParity(series([1, 2]))).toMatchObject({ reason: 'too-few', culprit: 'points' })
    expect(yearsToParity(series([1, 2, 3]), { parity: Number.NaN })).toMatchObject({
      culprit: 'options.parity',
    })
    expect(yearsToParity(series([1, 2, 3]), { confidence: 2 })).toMatchObject({
      culprit: 'options.confidence',
    })
  })
})

describe('series without a pace', () => {
  const at = [1, 2, 3, 5, 8, 13]
  it('constant values give a slope of exactly 0 and no years', () => {
    const constant = at.map((period) => ({ period, value: 0.47 }))
    expect(fitOf(constant)).toMatchObject({ slope: 0, slopeStandardError: 0, p: 1, lastLevel: 0.47 })
    expect(parityOf(constant, { parity: 0.5 })).toMatchObject({
      outcome: 'not-converging',
      years: null,
      low: null,
      high: null,
    })
    expect(parityOf(series([0.1, 0.1, 0.1, 0.1, 0.1]), { parity: 0.1 })).toMatchObject({
      outcome: 'at-parity',
      years: 0,
      low: 0,
    })
  })
  it('rounding noise is neither a pace nor a distance', () => {
    const noisy = series([0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2, 0.1 + 0.2])
    expect(fitOf(noisy)).toMatchObject({ slope: 0, p: 1 })
    expect(parityOf(noisy, { parity: 0.5 }).outcome).toBe('not-converging')
    expect(parityOf(noisy, { parity: 0.3 }).outcome).toBe('at-parity')
    // Values that vary, about a line that does not.
    const level = [0.1, 0.7, 0.7, 0.1].map((value, i) => ({ period: 2000.1 + i, value }))
    expect(fitOf(level).slope).toBe(0)
    expect(fitOf(level).slopeStandardError).toBeGreaterThan(0.1)
  })
  it('the unit of the values changes nothing, however small or large', () => {
    const values = [1, 3, 2, 5, 4, 6]
    const usual = parityOf(
      at.map((period, i) => ({ period, value: values[i] ?? 0 })),
      { parity: 10 },
    )
    for (const unit of [1e-300, 1e-170, 1e150, 1e300]) {
      const points = at.map((period, i) => ({ period, value: (values[i] ?? 0) * unit }))
      const found = yearsToParity(points, { parity: 10 * unit })
      // Beyond floating point are only squares, such as the covariance.
      if (unit > 1) {
        expect(found.ok || found.reason).toBe(unit > 1e154 ? 'out-of-range' : true)
        if (unit > 1e154) continue
      }
      if (!found.ok) throw new Error(found.reason)
      expect(relative(found.trend.p, usual.trend.p)).toBeLessThan(1e-12)
      expect(relative(found.trend.slopeStandardError / unit, usual.trend.slopeStandardError)).toBeLessThan(
        1e-12,
      )
      expect(relative(found.years ?? 0, usual.years ?? 1)).toBeLessThan(1e-12)
      expect(relative(found.low ?? 0, usual.low ?? 1)).toBeLessThan(1e-11)
      expect(relative(found.high ?? 0, usual.high ?? 1)).toBeLessThan(1e-11)
    }
  })
  it('a hole among the points is named', () => {
    const points: TrendPoint[] = [...series([1, 2, 3])]
    delete points[1]
    expect(trend(points)).toEqual({ ok: false, reason: 'not-finite', culprit: 'points[1].period' })
  })
})
