import { describe, expect, it } from 'vitest'
import {
  fisherExact,
  holm,
  impactRatio,
  median,
  minimumDetectableDifference,
  normalQuantile,
  shortfall,
  wilsonInterval,
} from '../index.ts'

// Figures computed in R (fisher.test, p.adjust, prop.test) for an invented set of grants;
// the reference group is men born in the country, 262 of 655.
const REFERENCE = { granted: 262, decided: 655 }
const GROUPS = [
  {
    group: { granted: 132, decided: 412 },
    air: [0.800970873786408, 0.676398489354717, 0.948485768006672],
    fisher: 0.00917922986987726,
    holm: 0.00917922986987726,
    shortfall: 32.8,
    wilson: [0.277167863480541, 0.366927267342344],
  },
  {
    group: { granted: 18, decided: 96 },
    air: [0.46875, 0.305889784330331, 0.718319387425887],
    fisher: 3.95594835241337e-5,
    holm: 0.000118678450572401,
    shortfall: 20.4,
    wilson: [0.122024699893116, 0.277022542517931],
  },
  {
    group: { granted: 35, decided: 131 },
    air: [0.66793893129771, 0.495458881873956, 0.900463050043019],
    fisher: 0.0041623977301075,
    holm: 0.008324795460215,
    shortfall: 17.4,
    wilson: [0.198829253995976, 0.348787624866815],
  },
]

describe('measures against R', () => {
  const holms = holm(
    GROUPS.map(({ group: g }) =>
      fisherExact(g.granted, g.decided - g.granted, REFERENCE.granted, REFERENCE.decided - REFERENCE.granted),
    ),
  )
  it.each(GROUPS.map((g, i) => ({ ...g, i })))('agrees for group $i', (g) => {
    const ratio = impactRatio(g.group, REFERENCE)
    const [air = 0, low = 0, high = 0] = g.air
    expect(ratio?.ratio).toBeCloseTo(air, 12)
    expect(ratio?.interval?.low).toBeCloseTo(low, 11)
    expect(ratio?.interval?.high).toBeCloseTo(high, 11)
    const wilson = wilsonInterval(g.group.granted, g.group.decided)
    expect(wilson.low).toBeCloseTo(g.wilson[0] ?? 0, 11)
    expect(wilson.high).toBeCloseTo(g.wilson[1] ?? 0, 11)
    const { granted, decided } = g.group
    const p = fisherExact(granted, decided - granted, 262, 393)
    expect(Math.abs(p / g.fisher - 1)).toBeLessThan(1e-9)
    expect(Math.abs((holms[g.i] ?? 0) / g.holm - 1)).toBeLessThan(1e-9)
    expect(shortfall(g.group, REFERENCE, 0, 0)?.grants).toBeCloseTo(g.shortfall, 10)
  })
})

describe('edges', () => {
  it('knows the normal quantile to twelve digits', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12)
    expect(normalQuantile(0.8)).toBeCloseTo(0.8416212335729143, 12)
    expect(normalQuantile(1e-6)).toBeCloseTo(-4.753424308822899, 11)
    expect(normalQuantile(0.5)).toBe(0)
    expect(() => normalQuantile(1)).toThrow(RangeError)
  })
  it('keeps the Wilson interval within 0–1 and wide open without trials', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 })
    expect(wilsonInterval(0, 10)).toMatchObject({ low: 0 })
    expect(wilsonInterval(0, 10).high).toBeCloseTo(0.27753279, 7)
    expect(wilsonInterval(10, 10).high).toBe(1)
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError)
  })
  it('gives no interval to a ratio with a zero count, and no ratio over nothing', () => {
    expect(impactRatio({ granted: 0, decided: 12 }, REFERENCE)).toEqual({ ratio: 0, interval: null })
    expect(impactRatio(REFERENCE, { granted: 0, decided: 12 })).toBeNull()
    expect(impactRatio({ granted: 0, decided: 0 }, REFERENCE)).toBeNull()
  })
  it("sums Fisher's tails exactly on small tables", () => {
    expect(fisherExact(3, 1, 1, 3)).toBeCloseTo(34 / 70, 12)
    expect(fisherExact(4, 0, 0, 4)).toBeCloseTo(2 / 70, 12)
    expect(fisherExact(0, 0, 5, 3)).toBe(1)
    expect(fisherExact(2, 2, 2, 2)).toBe(1)
  })
  it('survives counts of a million without overflow', () => {
    const p = fisherExact(500_500, 499_500, 499_500, 500_500)
    expect(p).toBeGreaterThan(0.155)
    expect(p).toBeLessThan(0.16)
    expect(fisherExact(400_000, 600_000, 600_000, 400_000)).toBe(0)
  })
  it('keeps Holm monotone and in input order', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06])
    expect(holm([])).toEqual([])
    expect(() => holm([Number.NaN])).toThrow(RangeError)
  })
  it('finds the detectable drop of power.prop.test and says when there is none', () => {
    expect(minimumDetectableDifference(50, 50, 0.8026141, 0.05, 0.9)).toBeCloseTo(0.3026141, 4)
    expect(minimumDetectableDifference(50, 50, 0.75, 0.05, 0.7401659)).toBeCloseTo(0.25, 5)
    expect(minimumDetectableDifference(5, 500, 0.2)).toBeNull()
    expect(() => minimumDetectableDifference(77, 77, 75)).toThrow(/referenceRate/)
    expect(() => minimumDetectableDifference(-1, 77, 0.5)).toThrow(/nGroup/)
  })
  it('values a shortfall at the own mean grant and not at all without grants', () => {
    expect(shortfall({ granted: 2, decided: 10 }, { granted: 5, decided: 10 }, 300, 2)).toEqual({
      grants: 3,
      amountOre: 450,
    })
    expect(shortfall({ granted: 0, decided: 10 }, { granted: 5, decided: 10 }, 0, 0)?.amountOre).toBeNull()
    expect(shortfall({ granted: 0, decided: 10 }, { granted: 0, decided: 0 }, 0, 0)).toBeNull()
  })
  it('takes the middle', () => {
    expect(median([10, 1, 4, 2])).toBe(3)
    expect(median([5])).toBe(5)
    expect(median([])).toBeNull()
    expect(() => median([Number.NaN])).toThrow(RangeError)
  })
})
