import { describe, expect, it } from 'vitest'
import { binomialDraw, multinomialDraw } from './binomial.ts'
import { betaCdf, chiSquareUpper, logGamma } from './gamma.ts'
import { cholesky, inverse, logDeterminant } from './linear.ts'
import { normalTwoSided, normalUpper } from './normal.ts'
import { betaQuantile, studentLimit, studentTwoSided } from './quantiles.ts'
import { makeRandom, resample } from './random.ts'
import { findMinimum, findRoot } from './search.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)

describe('distributions against R', () => {
  it('knows the tails', () => {
    expect(relative(chiSquareUpper(8.74432712653, 1), 0.00310566677278)).toBeLessThan(1e-10)
    expect(relative(chiSquareUpper(3.841458820694124, 1), 0.05)).toBeLessThan(1e-12)
    expect(relative(chiSquareUpper(18.307038053275146, 10), 0.05)).toBeLessThan(1e-12)
    expect(relative(chiSquareUpper(1, 10), 0.9998278843700441)).toBeLessThan(1e-12)
    expect(relative(normalUpper(1.959963984540054), 0.025)).toBeLessThan(1e-12)
    expect(normalUpper(-40)).toBe(1)
    expect(relative(normalTwoSided(5), 5.733031437583878e-7)).toBeLessThan(1e-10)
  })
  it('knows the beta distribution by its closed forms', () => {
    expect(betaCdf(0.3, 1, 5)).toBeCloseTo(1 - 0.7 ** 5, 14)
    expect(betaCdf(0.3, 4, 1)).toBeCloseTo(0.3 ** 4, 14)
    expect(betaCdf(0.5, 1e5, 1e5)).toBeCloseTo(0.5, 9)
    expect(betaQuantile(0.3 ** 4, 4, 1)).toBeCloseTo(0.3, 13)
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13)
  })
  it('knows Student by its closed forms', () => {
    expect(studentLimit(0.95, 1)).toBeCloseTo(Math.tan(0.475 * Math.PI), 11)
    expect(studentLimit(0.95, 2)).toBeCloseTo(0.95 * Math.sqrt(2 / (1 - 0.95 ** 2)), 12)
    expect(studentTwoSided(Math.tan(0.475 * Math.PI), 1)).toBeCloseTo(0.05, 13)
    expect(studentLimit(0.95, 1e9)).toBeCloseTo(1.959964, 5)
  })
})

describe('searches', () => {
  it('finds a root and a minimum', () => {
    expect(findRoot((x) => x ** 3 - 2, 0, 2)).toBeCloseTo(Math.cbrt(2), 14)
    expect(findMinimum((x) => (x - 1.5) ** 2 + 3, -10, 10)).toBeCloseTo(1.5, 7)
  })
})

describe('random numbers', () => {
  it('have the moments of their laws, and repeat', () => {
    const random = makeRandom(11)
    const moments = (draw: () => number, n = 40_000) => {
      let sum = 0
      let square = 0
      for (let i = 0; i < n; i++) {
        const x = draw()
        sum += x
        square += x * x
      }
      return { mean: sum / n, variance: square / n - (sum / n) ** 2 }
    }
    const close = (draw: () => number, mean: number, variance: number) => {
      const found = moments(draw)
      expect(Math.abs(found.mean - mean)).toBeLessThan(4.5 * Math.sqrt(variance / 40_000))
      expect(relative(found.variance, variance)).toBeLessThan(0.06)
    }
    close(random.uniform, 0.5, 1 / 12)
    close(random.normal, 0, 1)
    close(() => random.gamma(0.4), 0.4, 0.4)
    close(() => random.gamma(9), 9, 9)
    close(() => binomialDraw(random, 1000, 0.3), 300, 210)
    close(() => binomialDraw(random, 10, 0.9), 9, 0.9)
    expect(makeRandom(3).normal()).toBe(makeRandom(3).normal())
    expect(binomialDraw(random, 50, 0)).toBe(0)
    expect(binomialDraw(random, 50, 1)).toBe(50)
  })
  it('share out exactly what they are given', () => {
    const random = makeRandom(5)
    const into = new Float64Array(4)
    multinomialDraw(random, 1000, Float64Array.of(1, 0, 2, 3), into)
    expect(into.reduce((a, b) => a + b)).toBe(1000)
    expect(into[1]).toBe(0)
    const counts = new Uint32Array(50)
    resample(random, counts)
    expect(counts.reduce((a, b) => a + b)).toBe(50)
  })
})

describe('matrices', () => {
  it('inverts, and names the row that follows from the others', () => {
    const factor = cholesky({ n: 2, values: Float64Array.of(4, 2, 2, 3) })
    if (!factor.ok) throw new Error('should factor')
    expect([...inverse(factor).values]).toEqual([0.375, -0.25, -0.25, 0.5].map((x) => expect.closeTo(x, 14)))
    expect(logDeterminant(factor)).toBeCloseTo(Math.log(8), 14)
    expect(cholesky({ n: 2, values: Float64Array.of(1, 2, 2, 4) })).toEqual({ ok: false, dependent: 1 })
  })
})
