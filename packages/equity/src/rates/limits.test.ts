import { describe, expect, it } from 'vitest'
import { benjaminiHochberg } from './benjamini-hochberg.ts'
import { clopperPearsonInterval } from './clopper-pearson.ts'
import { holm } from './holm.ts'
import { medianOfSorted } from './median.ts'
import { marginOfAnswers } from './precision-planner.ts'
import { quantileOfSorted } from './quantile.ts'
import { wilsonInterval } from './wilson.ts'

const BAD_CONFIDENCES = [0, 1, -0.5, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 0.9999999]

describe('arguments that cannot be are named', () => {
  it.each(BAD_CONFIDENCES)('a confidence of %d', (confidence) => {
    const named = { name: 'RangeError', message: expect.stringMatching(/^confidence /) }
    expect(() => wilsonInterval(3, 10, confidence)).toThrow(expect.objectContaining(named))
    expect(() => wilsonInterval(0, 0, confidence)).toThrow(expect.objectContaining(named))
    expect(() => clopperPearsonInterval(3, 10, confidence)).toThrow(expect.objectContaining(named))
    expect(() => marginOfAnswers(10, 100, { confidence })).toThrow(expect.objectContaining(named))
  })
  it('counts and p-values', () => {
    expect(() => wilsonInterval(1.5, 10)).toThrow(/^successes /)
    expect(() => wilsonInterval(1, Number.NaN)).toThrow(/^n /)
    expect(() => clopperPearsonInterval(3, 2)).toThrow(/^successes are at most n/)
    expect(() => clopperPearsonInterval(3, 1e9 + 1)).toThrow(/^n is at most 1000000000/)
    expect(() => holm([0.1, 0.2, 0.3, 1.2])).toThrow(/^pValues\[3\]/)
    expect(() => benjaminiHochberg([0.1, Number.NaN])).toThrow(/^pValues\[1\]/)
  })
  it('sorted values that are no numbers', () => {
    for (const sorted of [[Number.NaN], [1, 2, Number.NaN], [Number.NEGATIVE_INFINITY, 1]]) {
      expect(() => quantileOfSorted(sorted, 0.5)).toThrow(RangeError)
      expect(() => medianOfSorted(sorted)).toThrow(RangeError)
    }
    expect(medianOfSorted([])).toBeNull()
  })
})

describe('the exact interval of very large counts', () => {
  /** Ends where the exact tail is 0.025, by Python's decimal with 45 digits. */
  it.each([
    [300, 1000, 0.27172111212914446, 0.329461678697366],
    [50000, 1e6, 0.0495736395473264, 0.05042896936846392],
    [3e6, 1e7, 0.29971598216542433, 0.3002841336338418],
    [1e5, 1e9, 9.938118336570966e-5, 0.00010062171345844889],
    [0, 1e9, 0, 3.6888794473100207e-9],
    [1, 1e9, 2.5317807983969405e-11, 5.571643378203115e-9],
  ])('%d of %d', (successes, n, low, high) => {
    const found = clopperPearsonInterval(successes, n)
    expect(Math.abs(found.low - low)).toBeLessThanOrEqual(1e-12 * low)
    expect(Math.abs(found.high / high - 1)).toBeLessThan(1e-12)
  })
})
