import { describe, expect, it } from 'vitest'
import { makeRandom } from '../math/random.ts'
import { bootstrapLinear, bootstrapLogistic } from './bootstrap.ts'
import { maihdaLinear } from './linear.ts'
import { maihdaLogistic } from './logistic.ts'
import { linearStrata, logisticStrata, type OutcomeRow } from './strata-from-rows.ts'
import { hermite, modeOf, stratumLogLikelihood } from './stratum-likelihood.ts'

describe('integrating the random effect out', () => {
  it('has the points of Abramowitz & Stegun, table 25.10', () => {
    const { points, weights } = hermite(5)
    const rounded = (values: Float64Array) => Array.from(values, (value) => expect.closeTo(value, 11))
    expect([-2.02018287046, -0.958572464614, 0, 0.958572464614, 2.02018287046]).toEqual(rounded(points))
    expect([0.01995324205905, 0.3936193231522, 0.9453087204829, 0.3936193231522, 0.01995324205905]).toEqual(
      rounded(weights),
    )
    // ∫ x⁴ exp(−x²) dx = 3√π/4, exact for any count above two.
    const fourth = hermite(31)
    const sum = fourth.points.reduce((s, x, i) => s + x ** 4 * (fourth.weights[i] ?? 0), 0)
    expect(sum).toBeCloseTo((3 * Math.sqrt(Math.PI)) / 4, 12)
  })
  it('agrees with a plain sum over two hundred thousand steps', () => {
    for (const [n, y, eta, sigma] of [
      [12, 3, -1, 0.8],
      [1, 1, 0.5, 2],
      [400, 390, 2, 1.2],
    ] as const) {
      let sum = 0
      const step = 1e-4
      for (let v = -10; v < 10; v += step) {
        const p = 1 / (1 + Math.exp(-(eta + sigma * v)))
        sum += step * Math.exp(y * Math.log(p) + (n - y) * Math.log1p(-p) - (v * v) / 2)
      }
      const exact = Math.log(sum / Math.sqrt(2 * Math.PI))
      const at = modeOf(n, y, eta, sigma, 0)
      expect(Math.abs(stratumLogLikelihood(n, y, eta, sigma, at, hermite(25)) - exact)).toBeLessThan(1e-6)
      expect(Math.abs(stratumLogLikelihood(n, y, eta, sigma, at, hermite(1)) - exact)).toBeLessThan(0.06)
    }
  })
})

const STRATA = Array.from({ length: 18 }, (_, i) => ({
  by: { sex: String(i % 2), age: String(Math.floor(i / 2) % 3), place: String(Math.floor(i / 6)) },
  n: 30 + 10 * (i % 5),
  mean: 200 + 20 * (i % 2) + 12 * Math.sin(i * 1.7),
  ssWithin: (29 + 10 * (i % 5)) * 900,
  successes: 6 + ((i * 5) % 11),
}))

describe('parametric bootstrap', () => {
  it('repeats by its seed and surrounds the estimates', () => {
    const fit = maihdaLinear(STRATA)
    const one = bootstrapLinear(STRATA, { draws: 400, seed: 3 })
    if (!fit.ok || !one.ok) throw new Error('should fit')
    expect(bootstrapLinear(STRATA, { draws: 400, seed: 3 })).toEqual(one)
    expect(one.vpcNull.interval.low).toBeLessThan(fit.null.vpc)
    expect(one.vpcNull.interval.high).toBeGreaterThan(fit.null.vpc)
    expect(one.failed).toBe(0)
  })
  it('has the spread that theory gives the VPC of balanced strata', () => {
    // MSB/MSW is (1 + nθ)·F(J − 1, J(n − 1)); with many persons within, ln(1 + nθ̂) has the spread of ln χ²(J − 1).
    const balanced = Array.from({ length: 60 }, (_, i) => ({
      by: { a: String(i % 6), b: String(Math.floor(i / 6)) },
      n: 500,
      mean: 10 * Math.sin(i * 2.3) * Math.SQRT2,
      ssWithin: 499 * 100,
    }))
    const fit = maihdaLinear(balanced)
    const drawn = bootstrapLinear(balanced, { draws: 2000, seed: 8 })
    if (!fit.ok || !drawn.ok) throw new Error('should fit')
    const { vpc } = fit.null
    const byTheory = vpc * (1 - vpc) * Math.sqrt(2 / 59)
    expect(Math.abs(drawn.vpcNull.se / byTheory - 1)).toBeLessThan(0.1)
  })
  it('answers for a yes-or-no outcome too, and refuses what it cannot draw', () => {
    const fit = maihdaLogistic(STRATA)
    const drawn = bootstrapLogistic(STRATA, { draws: 100, seed: 4 })
    if (!fit.ok || !drawn.ok) throw new Error('should fit')
    expect(drawn.vpcNull.interval.high).toBeGreaterThan(fit.null.vpc)
    expect(drawn.vpcNull.interval.low).toBeLessThan(fit.null.vpc)
    expect(bootstrapLogistic(STRATA, { draws: 10, seed: 4 })).toEqual({
      ok: false,
      reason: 'too-few',
      culprit: 'draws',
    })
    const weighted = STRATA.map((s, i) => (i === 4 ? { ...s, n: 30.5 } : s))
    expect(bootstrapLogistic(weighted, { draws: 100, seed: 4 })).toMatchObject({
      reason: 'not-whole',
      culprit: 'strata[4].n',
    })
  })
})

describe('strata from persons', () => {
  const random = makeRandom(12)
  const rows: OutcomeRow[] = Array.from({ length: 600 }, (_, i) => ({
    by: { sex: i % 2 === 0 ? 'women' : 'men', age: String(i % 3), place: String(Math.floor(i / 6) % 4) },
    outcome: 1e6 + 100 * random.normal() + (i % 3) * 50,
    weight: 1 + (i % 5),
  }))
  it('sums by hand', () => {
    const by = { sex: 'women' }
    expect(
      linearStrata([
        { by, outcome: 3 },
        { by, outcome: 5 },
      ]),
    ).toEqual({
      ok: true,
      strata: [{ by, n: 2, mean: 4, ssWithin: 2 }],
    })
    expect(
      logisticStrata([
        { by, outcome: 1 },
        { by, outcome: 0 },
      ]),
    ).toEqual({
      ok: true,
      strata: [{ by, n: 2, successes: 1 }],
    })
    // Weights 1 and 3: mean 4.5, weighted squares 1·2.25 + 3·0.25 = 3; effective n 16/10.
    const weighted = [
      { by, outcome: 3, weight: 1 },
      { by, outcome: 5, weight: 3 },
    ]
    expect(linearStrata(weighted)).toMatchObject({ strata: [{ n: 2, mean: 4.5, ssWithin: 1.5 }] })
    expect(linearStrata(weighted, { scaling: 'effective' })).toMatchObject({
      strata: [{ n: expect.closeTo(1.6, 12), mean: 4.5, ssWithin: expect.closeTo(1.2, 12) }],
    })
  })
  it('does not see the scale of weights, nor weights that are all alike', () => {
    const fitOf = (weight: (w: number) => number, scaling: 'size' | 'effective') => {
      const strata = linearStrata(
        rows.map((row) => ({ ...row, weight: weight(row.weight ?? 1) })),
        { scaling },
      )
      const fit = strata.ok ? maihdaLinear(strata.strata) : strata
      if (!fit.ok) throw new Error(fit.culprit)
      return [fit.null.varStrata, fit.main.varStrata, fit.main.varResidual]
    }
    for (const scaling of ['size', 'effective'] as const) {
      const one = fitOf((w) => w, scaling)
      fitOf((w) => 1000 * w, scaling).forEach((value, i) => {
        expect(value).toBeCloseTo(one[i] ?? 0, 5)
      })
    }
    expect(fitOf(() => 7, 'effective').map((v) => expect.closeTo(v, 6))).toEqual(fitOf(() => 1, 'size'))
  })
  it('keeps counts whole where there are no weights, so that they can be drawn from', () => {
    const rows = Array.from({ length: 2400 }, (_, i) => ({
      by: { sex: String(i % 2), age: String(Math.floor(i / 2) % 4), place: String(Math.floor(i / 8) % 3) },
      outcome: (i * 7919) % 10 < 3 + (i % 2) ? 1 : 0,
    }))
    const made = logisticStrata(rows)
    if (!made.ok) throw new Error(made.culprit)
    expect(made.strata.every(({ n, successes }) => Number.isInteger(n) && Number.isInteger(successes))).toBe(
      true,
    )
    expect(made.strata.reduce((sum, { successes }) => sum + successes, 0)).toBe(
      rows.reduce((sum, { outcome }) => sum + outcome, 0),
    )
    expect(bootstrapLogistic(made.strata, { draws: 50, seed: 1 }).ok).toBe(true)
  })
  it('names the row at fault', () => {
    const by = { sex: 'women' }
    expect(linearStrata([])).toMatchObject({ reason: 'empty' })
    expect(linearStrata([{ by, outcome: Number.NaN }])).toMatchObject({
      reason: 'not-finite',
      culprit: 'rows[0].outcome',
    })
    expect(linearStrata([{ by, outcome: 1, weight: -2 }])).toMatchObject({
      reason: 'negative',
      culprit: 'rows[0].weight',
    })
    expect(
      linearStrata([
        { by, outcome: 1.7e308 },
        { by, outcome: -1.7e308 },
      ]),
    ).toMatchObject({ reason: 'out-of-range' })
    const tiny = linearStrata(
      [
        { by, outcome: 3, weight: 1e-200 },
        { by, outcome: 5, weight: 3e-200 },
      ],
      { scaling: 'effective' },
    )
    expect(tiny).toMatchObject({ strata: [{ n: expect.closeTo(1.6, 9), mean: expect.closeTo(4.5, 12) }] })
    const apart = linearStrata(
      [
        { by: { sex: 'men' }, outcome: 1, weight: 1e308 },
        { by, outcome: 3, weight: 1e-200 },
        { by, outcome: 5, weight: 3e-200 },
      ],
      { scaling: 'effective' },
    )
    expect(apart).toMatchObject({
      strata: [{ n: 1 }, { n: expect.closeTo(1.6, 12), mean: expect.closeTo(4.5, 12) }],
    })
    expect(linearStrata([{ by, outcome: 1, weight: 0 }])).toMatchObject({ reason: 'zero-weights' })
    expect(logisticStrata([{ by, outcome: 2 }])).toMatchObject({
      reason: 'out-of-range',
      culprit: 'rows[0].outcome',
    })
  })
})
