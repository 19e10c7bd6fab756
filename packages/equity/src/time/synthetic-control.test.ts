import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRandom } from '../math/random.ts'
import type { Panel } from './panel.ts'
import { simplexWeights } from './simplex-weights.ts'
import { syntheticControl } from './synthetic-control.ts'

const run = (panel: Panel, treated = 'u0', start = 2020) => {
  const result = syntheticControl(panel, { treated, start })
  if (!result.ok) throw new Error(`${result.reason} at ${result.culprit}`)
  return result
}
const walks = (units: number, periods: number, seed: number) => {
  const random = makeRandom(seed)
  return Array.from({ length: units }, (_, u) => {
    let level = 40 + 2 * u
    return Array.from({ length: periods }, () => {
      level += random.normal()
      return level
    })
  })
}
const panelOf = (values: readonly (readonly number[])[], first: number): Panel => ({
  periods: (values[0] ?? []).map((_, t) => first + t),
  units: values.map((line, i) => ({ unit: `u${i}`, values: line })),
})

describe('weights on the simplex', () => {
  it('find a mixture that exists, and the nearest donor where none helps', () => {
    const donors = [
      [1, 0, 2, 5],
      [4, 4, 1, 0],
      [9, 7, 8, 3],
    ]
    const mixed = [0, 1, 2, 3].map((t) => 0.3 * (donors[0]?.[t] ?? 0) + 0.7 * (donors[1]?.[t] ?? 0))
    const found = simplexWeights(mixed, donors) ?? []
    expect([...found]).toEqual([expect.closeTo(0.3, 6), expect.closeTo(0.7, 6), expect.closeTo(0, 6)])
    expect([
      ...(simplexWeights(
        [0, 0],
        [
          [1, 1],
          [2, 2],
          [5, 5],
        ],
      ) ?? []),
    ]).toEqual([1, 0, 0])
    expect([...(simplexWeights([3], [[3], [3]]) ?? [])]).toEqual([0.5, 0.5])
    // Two donors: the foot of the perpendicular, here a third of the way.
    expect(
      simplexWeights(
        [0, 1],
        [
          [1, 0],
          [-2, 0],
        ],
      )?.[1],
    ).toBeCloseTo(1 / 3, 8)
  })
  it('are beaten by no other mixture', () => {
    const number = fc.double({ min: -10, max: 10, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 4, maxLength: 4 }),
        fc.array(fc.array(number, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 9 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }),
        (target, donors, raw) => {
          const weights = simplexWeights(target, donors)
          if (weights === null) throw new Error('did not end')
          expect(Math.min(...weights)).toBeGreaterThanOrEqual(0)
          expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
          const distance = (w: ArrayLike<number>) =>
            target.reduce((sum, y, t) => {
              const mixed = donors.reduce((all, donor, j) => all + (w[j] ?? 0) * (donor[t] ?? 0), 0)
              return sum + (y - mixed) ** 2
            }, 0)
          const best = distance(weights)
          const scale = donors.reduce(
            (sum, _, j) => sum + distance(donors.map((_, i) => (i === j ? 1 : 0))),
            0,
          )
          const total = donors.reduce((sum, _, j) => sum + (raw[j] ?? 0), 0)
          if (total > 0)
            expect(best).toBeLessThanOrEqual(
              distance(donors.map((_, j) => (raw[j] ?? 0) / total)) + 1e-7 * scale,
            )
          for (const j of donors.keys()) {
            // No step towards a single donor helps either.
            const towards = (step: number) =>
              donors.map((_, i) => (1 - step) * (weights[i] ?? 0) + (i === j ? step : 0))
            for (const step of [1e-3, 0.1, 1])
              expect(best).toBeLessThanOrEqual(distance(towards(step)) + 1e-7 * scale)
          }
        },
      ),
      { seed: 1, numRuns: 300 },
    )
  })
})

describe('the synthetic control', () => {
  it('rebuilds a unit that is a mixture, and finds the gap that was added', () => {
    const donors = walks(12, 16, 1)
    const random = makeRandom(2)
    const treated = (donors[2] ?? []).map(
      (y, t) => 0.4 * y + 0.6 * (donors[7]?.[t] ?? 0) + 0.05 * random.normal() + (t >= 12 ? 6 : 0),
    )
    const result = run(panelOf([treated, ...donors], 2008))
    expect(result.meanPostGap).toBeCloseTo(6, 0)
    expect(result.weights[0]?.unit).toBe('u8')
    expect(result.weights[0]?.weight).toBeCloseTo(0.6, 0)
    expect(result.weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
    expect(result).toMatchObject({ p: 1 / 13, smallestP: 1 / 13 })
    expect(result.relativePreFit).toBeLessThan(0.1)
    expect(result.placebos).toHaveLength(12)
    expect(result.periods[15]?.gap).toBeCloseTo(
      (result.periods[15]?.value ?? 0) - (result.periods[15]?.synthetic ?? 0),
      12,
    )
  })
  it('ranks a unit like the others among them', () => {
    const ps = Array.from({ length: 40 }, (_, i) => run(panelOf(walks(10, 20, 100 + i), 2006)).p ?? 1)
    // Uniform on 0.1, 0.2 … 1 save for the treated unit not serving as donor: mean 0.55, s.e. 0.05.
    expect(Math.abs(ps.reduce((a, b) => a + b, 0) / 40 - 0.55)).toBeLessThan(0.16)
    expect(Math.min(...ps)).toBeGreaterThanOrEqual(0.1)
  })
  it('gives no ratio and no p where the fit before is perfect', () => {
    const result = run(
      panelOf(
        [
          [1, 2, 9],
          [0, 1, 2],
          [2, 3, 4],
        ],
        2018,
      ),
    )
    expect(result).toMatchObject({ ratio: null, p: null, meanPostGap: expect.closeTo(6, 6) })
    expect(
      run(
        panelOf(
          [
            [1, 1, 1],
            [0, 1, 2],
            [2, 3, 4],
          ],
          2018,
        ),
      ).relativePreFit,
    ).toBeNull()
  })
  it('refuses with the place of the fault', () => {
    const refused = (panel: Panel, treated = 'u0', start = 2020) => {
      const result = syntheticControl(panel, { treated, start })
      return result.ok ? null : [result.reason, result.culprit]
    }
    const good = panelOf(walks(4, 5, 3), 2017)
    expect(refused(good, 'x')).toEqual(['unknown-name', 'options.treated'])
    expect(refused(good, 'u0', 2018)).toEqual(['too-few', 'options.start'])
    expect(refused(good, 'u0', 2022)).toEqual(['too-few', 'options.start'])
    expect(refused(good, 'u0', Number.NaN)).toEqual(['not-finite', 'options.start'])
    expect(refused(panelOf(walks(2, 5, 3), 2017))).toEqual(['too-few', 'units'])
    expect(refused(panelOf([[1, 2], [1]], 2017))).toEqual(['unbalanced', 'units[1].values'])
  })
})

describe('weights against the conditions that only the best meet', () => {
  const ridge = 1e-9
  /** Half the gradient of ‖Σ w·d‖² + ridge·‖w‖², in the scale where the mean squared distance is 1. */
  const gradientOf = (target: readonly number[], donors: readonly (readonly number[])[], w: Float64Array) => {
    const distances = donors.map((donor) => donor.map((value, t) => (target[t] ?? 0) - value))
    const trace = distances.flat().reduce((sum, d) => sum + d * d, 0)
    const scaled = distances.map((line) => line.map((d) => d * Math.sqrt(donors.length / trace)))
    const residual = target.map((_, t) =>
      scaled.reduce((sum, line, j) => sum + (w[j] ?? 0) * (line[t] ?? 0), 0),
    )
    return scaled.map(
      (line, j) => line.reduce((sum, d, t) => sum + d * (residual[t] ?? 0), 0) + ridge * (w[j] ?? 0),
    )
  }
  it.each([
    [3, 2],
    [5, 3],
    [12, 30],
    [80, 5],
    [80, 9],
    [250, 8],
  ])('%d donors over %d periods', (donors, periods) => {
    for (let seed = 1; seed <= 6; seed++) {
      const [target = [], ...others] = walks(donors + 1, periods, seed)
      const random = makeRandom(seed)
      // Near the middle a perfect fit exists where donors are many; at the edge none does.
      const near = seed % 2 === 0 ? target : target.map(() => 40 + donors + random.normal())
      const weights = simplexWeights(near, others)
      if (weights === null) throw new Error('no weights')
      expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12)
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0)
      const gradient = gradientOf(near, others, weights)
      const level = gradient.reduce((sum, g, j) => sum + g * (weights[j] ?? 0), 0)
      gradient.forEach((g, j) => {
        expect(g).toBeGreaterThan(level - 1e-12)
        if ((weights[j] ?? 0) > 1e-6) expect(Math.abs(g - level)).toBeLessThan(1e-12)
      })
    }
  })
  it('a panel of 290 units and ten periods is answered', () => {
    const result = run(panelOf(walks(290, 10, 4), 2012), 'u7')
    expect(result.weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12)
    expect(result.placebos).toHaveLength(289)
  })
})
