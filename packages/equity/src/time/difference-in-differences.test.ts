import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRandom } from '../math/random.ts'
import { extremes, notFinite } from '../testing/finite.ts'
import { sharedRows } from '../testing/shared-data.ts'
import { type DifferenceOptions, differenceInDifferences } from './difference-in-differences.ts'
import type { Panel } from './panel.ts'
import { syntheticControl } from './synthetic-control.ts'
import { permuteUnits } from './unit-permutation.ts'
import { wildBootstrap } from './wild-bootstrap.ts'

const panelOf = (values: readonly (readonly number[])[], first = 2018): Panel => ({
  periods: (values[0] ?? []).map((_, t) => first + t),
  units: values.map((line, i) => ({ unit: `u${i}`, values: line })),
})
const judged = (panel: Panel, options: Partial<DifferenceOptions> = {}) => {
  const result = differenceInDifferences(panel, { treated: ['u0'], start: 2020, seed: 1, ...options })
  if (!result.ok) throw new Error(`${result.reason} at ${result.culprit}`)
  return result
}
const noise = (units: number, periods: number, seed: number) => {
  const random = makeRandom(seed)
  return Array.from({ length: units }, (_, u) =>
    Array.from({ length: periods }, (_, t) => 50 + 3 * u + 0.5 * t + random.normal()),
  )
}

/** The coefficient of D in y = α_u + λ_t + δ·D by eliminating the normal equations. */
function twoWayFixedEffects(values: readonly (readonly number[])[], treated: number, start: number): number {
  const units = values.length
  const periods = values[0]?.length ?? 0
  const rows = values.flatMap((line, u) =>
    line.map((y, t) => {
      const x = [u < treated && t >= start ? 1 : 0]
      for (let i = 0; i < units; i++) x.push(i === u ? 1 : 0)
      for (let i = 1; i < periods; i++) x.push(i === t ? 1 : 0)
      return { x, y }
    }),
  )
  const k = units + periods
  const system = Array.from({ length: k }, (_, i) => [
    ...Array.from({ length: k }, (_, j) => rows.reduce((sum, { x }) => sum + (x[i] ?? 0) * (x[j] ?? 0), 0)),
    rows.reduce((sum, { x, y }) => sum + (x[i] ?? 0) * y, 0),
  ])
  for (let i = k - 1; i >= 0; i--) {
    const pivot = system[i] ?? []
    for (let j = 0; j < k; j++) {
      const line = system[j] ?? []
      const factor = (line[i] ?? 0) / (pivot[i] ?? 1)
      if (j !== i) for (let c = 0; c <= k; c++) line[c] = (line[c] ?? 0) - factor * (pivot[c] ?? 0)
    }
  }
  return (system[0]?.[k] ?? 0) / (system[0]?.[0] ?? 1)
}

describe('difference in differences', () => {
  it('is the difference of changes, by hand', () => {
    const result = judged(
      panelOf([
        [1, 1, 5, 7],
        [2, 2, 3, 3],
        [4, 4, 6, 6],
      ]),
    )
    expect(result).toMatchObject({
      difference: 3.5,
      treatedChange: 5,
      otherChange: 1.5,
      treatedUnits: 1,
      otherUnits: 2,
    })
    expect(result.permutation).toMatchObject({
      p: 1 / 3,
      smallestP: 1 / 3,
      low: null,
      high: null,
      exact: true,
    })
    expect(result.trusted).toBe('permutation')
  })
  it('is the coefficient with effects of units and periods', () => {
    const values = noise(9, 6, 4)
    const result = judged(panelOf(values), { treated: ['u0', 'u1', 'u2'], start: 2022 })
    expect(result.difference).toBeCloseTo(twoWayFixedEffects(values, 3, 4), 10)
  })
  it('works with one treated among 21 regions, and can then reach p = 1/21', () => {
    const values = noise(21, 8, 5)
    const shifted = values.map((line, u) => line.map((y, t) => (u === 0 && t >= 4 ? y + 25 : y)))
    const result = judged(panelOf(shifted), { start: 2022 })
    expect(result.permutation).toMatchObject({ p: 1 / 21, smallestP: 1 / 21, assignments: 21 })
    expect(result.permutation.low).toBeGreaterThan(20)
    expect(result.permutation.high).toBeLessThan(30)
    expect(result.wild.reliable).toBe(false)
    expect(result.preTrend?.permutation.p).toBeGreaterThanOrEqual(1 / 21)
    expect(result.placebo?.start).toBe(2020)
    expect(result.placebo?.difference).toBeCloseTo(
      judged(panelOf(values.map((line) => line.slice(0, 4)))).difference,
      12,
    )
  })
  it('sees unlike slopes before the start', () => {
    const values = noise(20, 8, 6).map((line, u) => line.map((y, t) => (u < 8 ? y + 3 * t : y)))
    const treated = Array.from({ length: 8 }, (_, u) => `u${u}`)
    const result = judged(panelOf(values), { treated, start: 2022 })
    expect(result.trusted).toBe('wild')
    expect(result.preTrend?.difference).toBeCloseTo(3, 0)
    expect(result.preTrend?.wild.p).toBeLessThan(0.01)
    expect(result.placebo?.permutation.p).toBeLessThan(0.01)
  })
  it('has neither slope nor placebo with one period before', () => {
    expect(judged(panelOf(noise(5, 3, 7)), { start: 2019 })).toMatchObject({ preTrend: null, placebo: null })
  })
  it('repeats with its seed', () => {
    const panel = panelOf(noise(12, 6, 8))
    expect(judged(panel, { seed: 3 })).toEqual(judged(panel, { seed: 3 }))
  })
  it('refuses with the place of the fault', () => {
    const good = panelOf(noise(5, 4, 9))
    const refused = (more: Partial<DifferenceOptions>, panel = good) => {
      const result = differenceInDifferences(panel, { treated: ['u0'], start: 2020, seed: 1, ...more })
      return result.ok ? null : [result.reason, result.culprit]
    }
    expect(refused({ treated: [] })).toEqual(['empty', 'options.treated'])
    expect(refused({ treated: ['u0', 'x'] })).toEqual(['unknown-name', 'options.treated[1]'])
    expect(refused({ treated: ['u0', 'u0'] })).toEqual(['duplicate', 'options.treated[1]'])
    expect(refused({ treated: ['u0', 'u1', 'u2', 'u3'] })).toEqual(['too-few', 'units'])
    expect(refused({ start: 2018 })).toEqual(['too-few', 'options.start'])
    expect(refused({ start: 2030 })).toEqual(['too-few', 'options.start'])
    expect(refused({ start: Number.NaN })).toEqual(['not-finite', 'options.start'])
    expect(refused({ draws: 50 })).toEqual(['too-few', 'options.draws'])
    expect(refused({ draws: 1e6 })).toEqual(['too-many', 'options.draws'])
    expect(refused({ seed: Number.NaN })).toEqual(['not-whole', 'options.seed'])
    expect(refused({ seed: Number.POSITIVE_INFINITY })).toEqual(['not-whole', 'options.seed'])
    expect(refused({ confidence: 0.9999999 })).toEqual(['out-of-range', 'options.confidence'])
    expect(refused({ draws: 100_001 })).toEqual(['too-many', 'options.draws'])
    expect(refused({ draws: 200.5 })).toEqual(['not-whole', 'options.draws'])
    expect(refused({ confidence: 0 })).toEqual(['out-of-range', 'options.confidence'])
    expect(refused({}, { ...good, periods: [2018, 2019, 2019, 2021] })).toEqual(['duplicate', 'periods[2]'])
    expect(refused({}, { ...good, periods: [2018, 2020, 2019, 2021] })).toEqual([
      'out-of-range',
      'periods[2]',
    ])
    expect(
      refused(
        {},
        panelOf([
          [1, 2, 3, 4],
          [1, 2, 3],
        ]),
      ),
    ).toEqual(['unbalanced', 'units[1].values'])
    expect(
      refused(
        {},
        panelOf([
          [1, 2, 3, 4],
          [1, Number.NaN, 3, 4],
        ]),
      ),
    ).toEqual(['not-finite', 'units[1].values[1]'])
    expect(refused({}, panelOf([[1, 2, 3, 1e200]]))).toEqual(['out-of-range', 'units[0].values[3]'])
    expect(
      refused(
        {},
        {
          periods: [1],
          units: [
            { unit: 'a', values: [1] },
            { unit: 'a', values: [1] },
          ],
        },
      ),
    ).toEqual(['duplicate', 'units[1].unit'])
  })
})

/** Matched work by county, women less men (Statistics Sweden, 2015–2020); exact fractions apart from this code. */
const matched = sharedRows('data/region_dalarna/matchning.csv')
if (matched)
  describe('an invented measure in Dalarna in 2020', () => {
    it('agrees with exact arithmetic', () => {
      const years = [2015, 2016, 2017, 2018, 2019, 2020]
      const value = (region: string, year: number, sex: string) =>
        Number(matched.find((r) => r.region === region && r.år === `${year}` && r.kön === sex)?.['20-64 år'])
      const regions = [...new Set(matched.map((row) => row.region ?? ''))]
      const units = regions.map((unit) => ({
        unit,
        values: years.map((year) => value(unit, year, 'kvinnor') - value(unit, year, 'män')),
      }))
      const result = judged({ periods: years, units }, { treated: ['Dalarnas län'] })
      expect(result.difference).toBeCloseTo(0.32, 12)
      expect(result.permutation.p).toBeCloseTo(10 / 21, 14)
    })
  })

describe('extreme panels', () => {
  it('give figures or a refusal', () => {
    const signed = fc.tuple(extremes, fc.boolean()).map(([value, minus]) => (minus ? -value : value))
    const line = fc.array(signed, { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(line, { minLength: 3, maxLength: 6 }), (values) => {
        const panel = panelOf(values)
        const found = [
          differenceInDifferences(panel, { treated: ['u0'], start: 2020, seed: 1, draws: 99 }),
          syntheticControl(panel, { treated: 'u0', start: 2020 }),
        ]
        expect(notFinite(found)).toEqual([])
      }),
      { seed: 1, numRuns: 400 },
    )
  })
})

describe('permutation of units', () => {
  const options = { draws: 999, seed: 1, confidence: 0.95 }
  it('counts assignments by hand', () => {
    expect(permuteUnits([5, 1, 1.1, 0.9], [0], options)).toMatchObject({
      p: 0.25,
      smallestP: 0.25,
      assignments: 4,
    })
    // Two of four: six ways; {5, 4} and its complement are the two farthest out.
    expect(permuteUnits([5, 4, 1, 0.5], [0, 1], options)).toMatchObject({ p: 2 / 6, smallestP: 2 / 6 })
    expect(permuteUnits([2, 2, 2], [1], options).p).toBe(1)
  })
  it('has an interval that ends where its own test does', () => {
    const random = makeRandom(2)
    const figures = Array.from({ length: 9 }, () => random.normal())
    const chosen = [1, 4, 6]
    const confidence = 0.9
    const { low, high } = permuteUnits(figures, chosen, { ...options, confidence })
    const pAt = (shift: number) =>
      permuteUnits(
        figures.map((value, i) => (chosen.includes(i) ? value - shift : value)),
        chosen,
        options,
      ).p
    if (low === null || high === null) throw new Error('should be bounded')
    expect(pAt(low + 1e-6)).toBeGreaterThan(0.1)
    expect(pAt(low - 1e-6)).toBeLessThanOrEqual(0.1)
    expect(pAt(high - 1e-6)).toBeGreaterThan(0.1)
    expect(pAt(high + 1e-6)).toBeLessThanOrEqual(0.1)
  })
  it('draws assignments when there are too many', () => {
    const random = makeRandom(5)
    const figures = Array.from({ length: 40 }, (_, i) => random.normal() + (i < 20 ? 0.9 : 0))
    const chosen = Array.from({ length: 20 }, (_, i) => i)
    const result = permuteUnits(figures, chosen, options)
    expect(result).toMatchObject({ exact: false, assignments: 1000, smallestP: 0.001 })
    const spread = Math.sqrt(
      [figures.slice(0, 20), figures.slice(20)].reduce((sum, half) => {
        const mean = half.reduce((a, b) => a + b, 0) / 20
        return sum + half.reduce((all, value) => all + (value - mean) ** 2, 0) / 19 / 20
      }, 0),
    )
    // With this many units the interval nears difference ± 2.02 standard errors.
    expect(((result.high ?? 0) - (result.low ?? 0)) / (2 * 2.02 * spread)).toBeCloseTo(1, 0)
  })
})

describe('the wild bootstrap', () => {
  const options = { draws: 299, seed: 1, confidence: 0.95 }
  it('errs as often as it says where nothing differs', () => {
    const random = makeRandom(9)
    const chosen = Array.from({ length: 9 }, (_, i) => i)
    let wild = 0
    for (let round = 0; round < 400; round++) {
      const figures = Array.from({ length: 20 }, () => random.normal())
      if (wildBootstrap(figures, chosen, options).p <= 0.05) wild++
    }
    // 20 expected of 400, standard deviation 4.4.
    expect(Math.abs(wild - 20)).toBeLessThan(14)
  })
  it('has an interval that ends where its own test does', () => {
    const random = makeRandom(10)
    const figures = Array.from({ length: 16 }, (_, i) => random.normal() + (i < 7 ? 2 : 0))
    const chosen = [0, 1, 2, 3, 4, 5, 6]
    const { low, high, reliable, weights, smallestP } = wildBootstrap(figures, chosen, options)
    expect({ reliable, weights, smallestP }).toEqual({
      reliable: true,
      weights: 'rademacher',
      smallestP: 1 / 300,
    })
    const pAt = (shift: number) =>
      wildBootstrap(
        figures.map((value, i) => (i < 7 ? value - shift : value)),
        chosen,
        options,
      ).p
    if (low === null || high === null) throw new Error('should be bounded')
    expect(pAt(low + 1e-6)).toBeGreaterThan(0.05)
    expect(pAt(low - 1e-6)).toBeLessThanOrEqual(0.05)
    expect(pAt(high + 1e-6)).toBeLessThanOrEqual(0.05)
  })
  it('takes Webb’s weights with few units, and has no bounds where nothing varies', () => {
    expect(wildBootstrap([5, 1, 1.1, 0.9], [0], options)).toMatchObject({ weights: 'webb', reliable: false })
    expect(wildBootstrap([1, 1, 1, 1], [0], options)).toMatchObject({ p: 1, low: null, high: null })
  })
})
