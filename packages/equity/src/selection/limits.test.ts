import { describe, expect, it } from 'vitest'
import { conditionalOddsRatio } from './conditional-odds-ratio.ts'
import { fisherExact } from './fisher.ts'
import { impactRatio } from './impact-ratio.ts'
import { shortfall } from './shortfall.ts'

const fine = { granted: 5, decided: 10 }

describe('arguments that cannot be are named', () => {
  it.each([
    [{ granted: Number.NaN, decided: 10 }, 'granted'],
    [{ granted: -1, decided: 10 }, 'granted'],
    [{ granted: 1.5, decided: 10 }, 'granted'],
    [{ granted: 5, decided: Number.NaN }, 'decided'],
    [{ granted: 5, decided: Number.POSITIVE_INFINITY }, 'decided'],
    [{ granted: 11, decided: 10 }, 'granted is at most decided'],
  ])('%j', (proportion, name) => {
    for (const measure of [() => impactRatio(proportion, fine), () => shortfall(proportion, fine, 100, 1)]) {
      expect(measure).toThrow(RangeError)
      expect(measure).toThrow(`group.${name}`)
    }
    expect(() => impactRatio(fine, proportion)).toThrow(`reference.${name}`)
    expect(() => shortfall(fine, proportion, 100, 1)).toThrow(`reference.${name}`)
  })
  it('the rest', () => {
    expect(() => impactRatio(fine, fine, 1)).toThrow(/^confidence /)
    expect(() => shortfall(fine, fine, Number.NaN, 1)).toThrow(/^grantedTotalOre /)
    expect(() => shortfall(fine, fine, 100, -1)).toThrow(/^stated /)
    expect(() => shortfall({ granted: 0, decided: 1e6 }, fine, 1e308, 1)).toThrow(/^grantedTotalOre /)
    expect(() => fisherExact(1, 2, -3, 4)).toThrow(/^c is/)
    expect(() => fisherExact(1e9, 1, 0, 0)).toThrow(/a \+ b \+ c \+ d is at most 1000000000/)
  })
  it('nothing decided or granted still gives no ratio', () => {
    expect(impactRatio({ granted: 0, decided: 0 }, fine)).toBeNull()
    expect(impactRatio(fine, { granted: 0, decided: 10 })).toBeNull()
    expect(shortfall(fine, { granted: 0, decided: 0 }, 0, 0)).toBeNull()
  })
})

describe('tables of up to 1e9', () => {
  /** Tails summed in Python's decimal with 45 digits, by R's rule. */
  it.each([
    [[18, 78, 262, 393], 3.9559483524133735e-5],
    [[100500, 99500, 99800, 100200], 0.027074892635704468],
    [[25050000, 24950000, 24990000, 25010000], 3.561333310174091e-33],
    [[100100000, 300000000, 99900000, 300000000], 1.7336264481052381e-34],
    [[249950000, 250050000, 249990000, 250010000], 0.011414092889901863],
  ] as const)('%j', ([a, b, c, d], exact) => {
    expect(Math.abs(fisherExact(a, b, c, d) / exact - 1)).toBeLessThan(1e-11)
    expect(Math.abs(fisherExact(c, d, a, b) / exact - 1)).toBeLessThan(1e-11)
  })
  it('ends where nothing is left to sum', () => {
    expect(fisherExact(1e8, 4e8, 4e8, 1e8)).toBe(0)
  })
  it('the conditional odds ratio nears the sample one, and refuses more', () => {
    const found = conditionalOddsRatio({ successes: 1e8, n: 5e8 }, { successes: 4e8, n: 5e8 })
    if (!found.ok) throw new Error(found.reason)
    expect(Math.abs((found.value ?? 0) / 0.0625 - 1)).toBeLessThan(1e-7)
    const error = Math.sqrt(1 / 1e8 + 1 / 4e8 + 1 / 4e8 + 1 / 1e8)
    expect(Math.abs(Math.log(found.low / 0.0625) / error + 1.959963984540054)).toBeLessThan(1e-3)
    expect(conditionalOddsRatio({ successes: 1, n: 5e8 }, { successes: 4, n: 5e8 + 1 })).toEqual({
      ok: false,
      reason: 'too-many',
      culprit: 'reference.n',
    })
  })
})
