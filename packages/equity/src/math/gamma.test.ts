import { describe, expect, it } from 'vitest'
import { betaCdf, chiSquareUpper, logBinomial } from './gamma.ts'
import { normalQuantile, normalUpper } from './normal.ts'
import { betaUpperQuantile, studentLimit, studentTwoSided } from './quantiles.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)

describe('distributions with extreme counts', () => {
  /** P(X ≤ k) of n with chance ½, summed in Python's decimal with 45 digits. */
  it.each([
    [4900, 1e4, 0.04658552770494739 / 2],
    [499000, 1e6, 0.04560829986538208 / 2],
    [490000, 1e6, 5.5443632876992246e-89 / 2],
    [49990000, 1e8, 0.04551106262961571 / 2],
    [499950000, 1e9, 0.0015655722610838077 / 2],
    [499700000, 1e9, 2.8173484639851276e-80 / 2],
    [499500000, 1e9, 1.7974815135757257e-219 / 2],
  ])('the binomial tail up to %d of %d', (k, n, exact) => {
    expect(relative(betaCdf(0.5, n - k, k + 1), exact)).toBeLessThan(1e-12)
  })
  it('closed forms with one large side keep their digits', () => {
    expect(relative(betaCdf(3e-9, 1, 1e9), -Math.expm1(1e9 * Math.log1p(-3e-9)))).toBeLessThan(1e-13)
    expect(relative(betaCdf(1 - 3e-9, 1e9, 1, 3e-9), Math.exp(1e9 * Math.log1p(-3e-9)))).toBeLessThan(1e-13)
    expect(relative(betaUpperQuantile(0.025, 1, 1e9), -Math.expm1(Math.log(0.025) / 1e9))).toBeLessThan(1e-13)
    expect(betaCdf(0, 2, 3)).toBe(0)
    expect(betaCdf(1, 2, 3)).toBe(1)
    expect(betaCdf(1e-9, 5e8, 5e8)).toBe(0)
  })
  it('binomial probabilities sum to 1, also at the ends', () => {
    let sum = 0
    for (let k = 0; k <= 50; k++) sum += Math.exp(logBinomial(k, 50, 0.3))
    expect(sum).toBeCloseTo(1, 14)
    expect(logBinomial(0, 0, 0.3)).toBeCloseTo(0, 15)
  })
  it('χ² by the closed form of two and four degrees, and symmetric far out', () => {
    for (const x of [1e-9, 0.5, 3, 40, 700, 1400]) {
      expect(relative(chiSquareUpper(x, 2), Math.exp(-x / 2))).toBeLessThan(1e-13)
      expect(relative(chiSquareUpper(x, 4), Math.exp(-x / 2) * (1 + x / 2))).toBeLessThan(1e-13)
    }
    expect(chiSquareUpper(Number.POSITIVE_INFINITY, 3)).toBe(0)
    // Wilson and Hilferty's approximation is good to about 1e-6 there.
    const z = (Math.cbrt(1.0001) - (1 - 2 / 9e9)) / Math.sqrt(2 / 9e9)
    expect(relative(chiSquareUpper(1.0001e9, 1e9), normalUpper(z))).toBeLessThan(1e-5)
  })
  it('fails aloud where the fraction does not converge, instead of giving a wrong number', () => {
    expect(() => betaCdf(0.3, Number.NaN, 2)).toThrow(/converge/)
    expect(() => chiSquareUpper(4e20, 4e20)).toThrow(/converge/)
  })
  it('Student with one and two degrees near confidence 1', () => {
    for (const confidence of [0.001, 0.3, 0.95, 0.999, 0.999999]) {
      const tail = 1 - confidence
      expect(relative(studentLimit(confidence, 1), 1 / Math.tan((tail * Math.PI) / 2))).toBeLessThan(1e-12)
      const two = confidence * Math.sqrt(2 / (tail * (1 + confidence)))
      expect(relative(studentLimit(confidence, 2), two)).toBeLessThan(1e-12)
    }
    expect(studentTwoSided(0, 5)).toBe(1)
    expect(relative(studentTwoSided(1e6, 1), (2 * Math.atan(1e-6)) / Math.PI)).toBeLessThan(1e-12)
  })
  it('the normal quantile down to the least number there is', () => {
    // By 60-digit bisection of the tail.
    expect(normalQuantile(5e-324)).toBeCloseTo(-38.46740561714435, 10)
    expect(normalQuantile(1e-300)).toBeCloseTo(-37.0470962993612, 10)
    expect(relative(normalUpper(-normalQuantile(1e-200)), 1e-200)).toBeLessThan(1e-11)
    expect(() => normalQuantile(0)).toThrow(RangeError)
  })
})
