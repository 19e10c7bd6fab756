import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bootstrapLinear, bootstrapLogistic } from './bootstrap.ts'
import { maihdaLinear } from './linear.ts'
import { maihdaLogistic } from './logistic.ts'
import type { LinearMaihda, LogisticMaihda } from './maihda-types.ts'
import { areaUnderCurve, medianOddsRatio, proportionalChange, variancePartition } from './measures.ts'
import type { LinearStratum, LogisticStratum } from './strata.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)

function linear(strata: readonly LinearStratum[]): LinearMaihda {
  const result = maihdaLinear(strata)
  if (!result.ok) throw new Error(`${result.reason} ${result.culprit}`)
  return result
}

function logistic(strata: readonly LogisticStratum[]): LogisticMaihda {
  const result = maihdaLogistic(strata)
  if (!result.ok) throw new Error(`${result.reason} ${result.culprit}`)
  return result
}

// Davies & Goldsmith (1972): yield of dyestuff, six batches of five. lme4 prints REML 1764.05 and 2451.25, ML 1388.33.
const DYESTUFF = [
  [1545, 1440, 1440, 1520, 1580],
  [1540, 1555, 1490, 1560, 1495],
  [1595, 1550, 1605, 1510, 1560],
  [1445, 1440, 1595, 1465, 1545],
  [1595, 1630, 1515, 1635, 1625],
  [1520, 1455, 1450, 1480, 1445],
]

function summed(
  batches: readonly (readonly number[])[],
  name: (i: number) => Record<string, string>,
): LinearStratum[] {
  return batches.map((values, i) => {
    const mean = values.reduce((a, b) => a + b) / values.length
    return { by: name(i), n: values.length, mean, ssWithin: values.reduce((s, v) => s + (v - mean) ** 2, 0) }
  })
}

/** A crossing of two factors, so that the main effects leave degrees of freedom. */
const crossed = (i: number) => ({ row: String(i % 2), column: String(Math.floor(i / 2)) })

describe('theory', () => {
  it('has the closed forms of balanced data: the dyestuff batches', () => {
    const strata = summed(DYESTUFF, crossed)
    const { null: reml, ml } = linear(strata)
    const within = strata.reduce((s, { ssWithin }) => s + ssWithin, 0) / 24
    const grand = strata.reduce((s, { mean }) => s + mean, 0) / 6
    const between = (5 * strata.reduce((s, { mean }) => s + (mean - grand) ** 2, 0)) / 5
    expect(relative(reml.varStrata, (between - within) / 5)).toBeLessThan(1e-9)
    expect(relative(reml.varResidual, within)).toBeLessThan(1e-9)
    expect(relative(ml.null.varStrata, ((5 / 6) * between - within) / 5)).toBeLessThan(1e-9)
    expect(reml.varStrata).toBeCloseTo(1764.05, 2)
    expect(ml.null.varStrata).toBeCloseTo(1388.3333, 3)
    expect(reml.varResidual).toBeCloseTo(2451.25, 8)
  })
  it('finds no variance between strata that differ less than chance, and says so', () => {
    const flat = summed(DYESTUFF, crossed).map((stratum, i) => ({ ...stratum, mean: 1500 + (i % 3) }))
    const found = linear(flat)
    expect(found.null).toMatchObject({ varStrata: 0, vpc: 0, atBoundary: true })
    expect(found.pcv).toEqual({ ml: null, reml: null })
    expect(found.strata.every(({ residual, flag }) => residual === 0 && flag === 'notShown')).toBe(true)
    expect(found.strata[0]).toMatchObject({ se: null, interval: null, p: 1 })
    const even = Array.from({ length: 6 }, (_, i) => ({ by: crossed(i), n: 40, successes: 10 }))
    const odds = logistic(even)
    expect(odds.null).toMatchObject({ varStrata: 0, atBoundary: true })
    expect(odds.null.intercept.estimate).toBeCloseTo(Math.log(1 / 3), 9)
    expect(odds.medianOddsRatio).toEqual({ null: 1, main: 1 })
  })
  it.each([
    ['tiny spread within', 1, (i: number) => 30_500 + 900 * i, 0.02 / 6],
    ['ten million in each', 1e7, (i: number) => 3.3 * i - 7, 1e7 - 1],
    ['a variance ratio of 10¹²', 5, (i: number) => 1e6 * Math.sin(i + 1), 4],
  ])('finds all variation between strata where it is: %s', (_, size, meanOf, ssWithin) => {
    const n = Math.max(size, 5)
    const strata = Array.from({ length: 6 }, (_unused, i) => ({
      by: crossed(i),
      n,
      mean: meanOf(i),
      ssWithin,
    }))
    const { null: reml, ml } = linear(strata)
    const grand = strata.reduce((s, { mean }) => s + mean, 0) / 6
    const between = strata.reduce((s, { mean }) => s + (mean - grand) ** 2, 0) / 5
    const within = (6 * ssWithin) / (6 * (n - 1))
    expect(relative(reml.varStrata, between - within / n)).toBeLessThan(1e-9)
    expect(relative(ml.null.varResidual, within)).toBeLessThan(1e-9)
    expect(reml.vpc).toBeGreaterThan(0.9)
  })
  it('flags a stratum that departs from the sum of its factors, and only that one', () => {
    const strata = Array.from({ length: 24 }, (_, i) => {
      const by = { sex: String(i % 2), age: String(Math.floor(i / 2) % 3), place: String(Math.floor(i / 6)) }
      const noise = ((i * 7919) % 11) / 10 - 0.5
      return { by, n: 20, mean: 100 + 5 * (i % 2) + noise + (i === 7 ? -9 : 0), ssWithin: 19 * 25 }
    })
    const flagged = linear(strata).strata.flatMap(({ flag }, i) => (flag === 'notShown' ? [] : [[i, flag]]))
    expect(flagged).toEqual([[7, 'lower']])
  })
  it('knows its small measures by hand', () => {
    expect(variancePartition(1, 3)).toBe(0.25)
    expect(medianOddsRatio(0)).toBe(1)
    expect(medianOddsRatio(0.27348466)).toBeCloseTo(1.646801, 6)
    expect(proportionalChange(4, 1)).toBe(0.75)
    expect(proportionalChange(0, 0)).toBeNull()
    expect(() => variancePartition(1, 0)).toThrow(RangeError)
    expect(() => medianOddsRatio(-1)).toThrow(RangeError)
    const people = [
      { n: 2, successes: 1, prediction: 0.1 },
      { n: 2, successes: 1, prediction: 0.9 },
    ]
    // Pairs (success, failure): higher 1, equal 2, lower 1.
    expect(areaUnderCurve(people)).toEqual({ ok: true, auc: 0.5 })
    expect(areaUnderCurve([{ n: 2, successes: 2, prediction: 1 }])).toMatchObject({ reason: 'undefined' })
    expect(areaUnderCurve([{ n: 2, successes: 1, prediction: Number.NaN }])).toMatchObject({
      reason: 'not-finite',
      culprit: 'strata[0].prediction',
    })
    expect(areaUnderCurve([{ n: 5, successes: 7, prediction: 1 }])).toMatchObject({
      reason: 'successes-above-n',
    })
    expect(() => medianOddsRatio(1e6)).toThrow(RangeError)
    expect(() => proportionalChange(1, Number.NaN)).toThrow(/varMain/)
    expect(proportionalChange(5e-324, 1)).toBeNull()
  })
})

describe('properties', () => {
  const design = Array.from({ length: 12 }, (_, i) => ({
    a: String(i % 2),
    b: String(Math.floor(i / 2) % 3),
    c: String(Math.floor(i / 6)),
  }))
  const strataOf = (sizes: readonly number[], means: readonly number[]) =>
    design.map((by, i) => ({
      by,
      n: sizes[i] ?? 2,
      mean: means[i] ?? 0,
      ssWithin: ((sizes[i] ?? 2) - 1) * (50 + i),
      successes: Math.min(
        sizes[i] ?? 2,
        Math.round(((sizes[i] ?? 2) * (1 + (((means[i] ?? 0) + 40) % 7))) / 9),
      ),
    }))
  const sizes = fc.array(fc.integer({ min: 2, max: 5000 }), { minLength: 12, maxLength: 12 })
  const means = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 12, maxLength: 12 })
  const finite = (value: unknown): boolean =>
    typeof value === 'number'
      ? Number.isFinite(value)
      : typeof value !== 'object' || value === null || Object.values(value).every(finite)

  it('does not depend on the order of strata or factors; holds no NaN; residuals shrink', () => {
    fc.assert(
      fc.property(sizes, means, (n, m) => {
        const strata = strataOf(n, m)
        const one = linear(strata)
        const turned = linear(
          strata.toReversed().map((s) => ({ ...s, by: { c: s.by.c, a: s.by.a, b: s.by.b } })),
        )
        expect(finite(one)).toBe(true)
        const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-6 * (1 + Math.abs(a)))
        close(one.null.varStrata, turned.null.varStrata)
        close(one.main.varStrata, turned.main.varStrata)
        one.strata.forEach((s, i) => {
          close(s.predicted, turned.strata[11 - i]?.predicted ?? 0)
          expect(Math.abs(s.residual)).toBeLessThanOrEqual(Math.abs(s.observed - s.expected) + 1e-9)
          expect(s.kept).toBeGreaterThanOrEqual(0)
          expect(s.kept).toBeLessThanOrEqual(1)
        })
      }),
      { seed: 1, numRuns: 60 },
    )
  })
  it('follows the outcome’s scale: σ² by its square, VPC not at all', () => {
    fc.assert(
      fc.property(sizes, means, (n, m) => {
        const strata = strataOf(n, m)
        const one = linear(strata)
        const scaled = linear(
          strata.map((s) => ({ ...s, mean: 1000 + 10 * s.mean, ssWithin: 100 * s.ssWithin })),
        )
        expect(Math.abs(one.null.vpc - scaled.null.vpc)).toBeLessThan(1e-7)
        expect(Math.abs(one.main.varStrata * 100 - scaled.main.varStrata)).toBeLessThan(
          1e-4 * (1 + scaled.main.varStrata),
        )
      }),
      { seed: 2, numRuns: 40 },
    )
  })
  it('answers or refuses for every logistic table, never NaN; swapping the outcome mirrors the odds', () => {
    let answered = 0
    fc.assert(
      fc.property(sizes, means, (n, m) => {
        const strata = strataOf(n, m)
        const found = maihdaLogistic(strata)
        expect(finite(found)).toBe(true)
        const mirrored = maihdaLogistic(strata.map((s) => ({ ...s, successes: s.n - s.successes })))
        expect(mirrored.ok).toBe(found.ok)
        if (!found.ok || !mirrored.ok) return
        answered += 1
        expect(Math.abs(found.main.varStrata - mirrored.main.varStrata)).toBeLessThan(1e-4)
        expect(Math.abs(found.null.intercept.estimate + mirrored.null.intercept.estimate)).toBeLessThan(1e-4)
      }),
      { seed: 3, numRuns: 60 },
    )
    expect(answered).toBeGreaterThan(30)
  })
})

describe('refusals name the culprit', () => {
  const fine = summed(DYESTUFF, crossed)
  const odds = fine.map(({ by }, i) => ({ by, n: 20, successes: 5 + i }))
  const changed = (i: number, change: Partial<LinearStratum>) =>
    fine.map((s, j) => (j === i ? { ...s, ...change } : s))
  const oddsWith = (i: number, change: Partial<LogisticStratum>) =>
    odds.map((s, j) => (j === i ? { ...s, ...change } : s))
  it.each([
    ['nothing', [], 'empty', 'strata'],
    ['a negative count', changed(2, { n: -1 }), 'negative', 'strata[2].n'],
    ['an infinite mean', changed(1, { mean: Number.POSITIVE_INFINITY }), 'not-finite', 'strata[1].mean'],
    ['a missing sum', changed(1, { ssWithin: Number.NaN }), 'not-finite', 'strata[1].ssWithin'],
    ['a negative sum', changed(1, { ssWithin: -1 }), 'negative', 'strata[1].ssWithin'],
    ['a spread within one person', changed(3, { n: 1 }), 'unbalanced', 'strata[3].ssWithin'],
    [
      'no spread within any stratum',
      fine.map((s) => ({ ...s, ssWithin: 0 })),
      'no-variance',
      'strata[].ssWithin',
    ],
    ['a stratum twice', changed(1, { by: { row: '0', column: '0' } }), 'duplicate', 'strata[1].by'],
    ['a factor missing', changed(1, { by: { row: '0' } }), 'unknown-name', 'strata[1].by.column'],
    [
      'no more persons than strata',
      fine.map((s) => ({ ...s, n: 0.5, ssWithin: 0 })),
      'no-variance',
      'strata[].ssWithin',
    ],
    [
      'fractions of persons',
      changed(0, { n: 1.5, ssWithin: 1 }).map((s, i) => (i === 0 ? s : { ...s, n: 0.1, ssWithin: 0 })),
      'too-few',
      'strata[].n',
    ],
    [
      'means beyond the range of numbers',
      fine.map((s, i) => ({ ...s, mean: i % 2 === 0 ? 1e200 : -1e200 })),
      'out-of-range',
      'strata',
    ],
    [
      'a factor named like an object’s own',
      changed(1, { by: { row: '0' } }).map((s, i) =>
        i === 1 ? s : { ...s, by: { toString: 'x', row: s.by.row ?? '', column: s.by.column ?? '' } },
      ),
      'unknown-name',
      'strata[1].by.toString',
    ],
    ['only empty strata', fine.map((s) => ({ ...s, n: 0 })), 'all-zero', 'strata[].n'],
    ['as many coefficients as strata', fine.slice(0, 3), 'too-few', 'strata'],
    [
      'a factor that follows from another',
      fine.map((s) => ({ ...s, by: { ...s.by, same: s.by.row ?? '' } })),
      'collinear',
      'same.1',
    ],
  ])('%s', (_, strata, reason, culprit) => {
    expect(maihdaLinear(strata as LinearStratum[])).toEqual({ ok: false, reason, culprit })
  })
  it.each([
    [
      'more successes than people',
      oddsWith(2, { successes: 21 }),
      'successes-above-n',
      'strata[2].successes',
    ],
    ['a missing count', oddsWith(2, { successes: Number.NaN }), 'not-finite', 'strata[2].successes'],
    ['no success at all', odds.map((s) => ({ ...s, successes: 0 })), 'all-zero', 'strata[].successes'],
    ['nothing but successes', odds.map((s) => ({ ...s, successes: 20 })), 'separated', 'strata[].successes'],
    [
      'a label without a success',
      odds.map((s) => (s.by.column === '1' ? { ...s, successes: 0 } : s)),
      'separated',
      'by.column.1',
    ],
  ])('%s', (_, strata, reason, culprit) => {
    expect(maihdaLogistic(strata as LogisticStratum[])).toEqual({ ok: false, reason, culprit })
  })
  it('refuses a confidence, points, draws or seed that cannot be', () => {
    for (const confidence of [0, 1, -0.5, 2, Number.NaN]) {
      const refusal = { ok: false, reason: 'out-of-range', culprit: 'confidence' }
      expect(maihdaLinear(fine, { confidence })).toEqual(refusal)
      expect(maihdaLogistic(odds, { confidence })).toEqual(refusal)
      expect(bootstrapLinear(fine, { draws: 50, seed: 1, confidence })).toEqual(refusal)
    }
    for (const points of [0, 2.5, 51, Number.POSITIVE_INFINITY, Number.NaN]) {
      const refusal = { ok: false, reason: 'out-of-range', culprit: 'points' }
      expect(maihdaLogistic(odds, { points })).toEqual(refusal)
      expect(bootstrapLogistic(odds, { draws: 50, seed: 1, points })).toEqual(refusal)
    }
    const far = fine.map((s, i) => ({ ...s, mean: i % 2 === 0 ? 1e200 : -1e200 }))
    expect(bootstrapLinear(far, { draws: 50, seed: 1 })).toMatchObject({ reason: 'out-of-range' })
    expect(bootstrapLinear(fine, { draws: 1e8, seed: 1 })).toMatchObject({
      reason: 'too-many',
      culprit: 'draws',
    })
    expect(bootstrapLinear(fine, { draws: 50, seed: Number.NaN })).toMatchObject({ culprit: 'seed' })
  })
  it('counts empty and small strata instead of refusing them', () => {
    const found = linear([...fine, { by: { row: '1', column: '9' }, n: 0, mean: 0, ssWithin: 0 }])
    expect(found).toMatchObject({ strataUsed: 6, strataEmpty: 1, strataSmall: 6, persons: 30 })
    expect(found.null.varStrata).toBeCloseTo(1764.05, 2)
  })
})
