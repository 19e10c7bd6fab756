import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MutualDifference, mutualDifference } from './mutual-difference.ts'
import { mutualInformation } from './mutual-information.ts'
import { fitMargins } from './proportional-fitting.ts'
import { tableOf } from './reference.test-support.ts'
import type { CountTable } from './table.ts'

const changeOf = (before: CountTable, after: CountTable): MutualDifference => {
  const result = mutualDifference(before, after)
  if (!result.ok) throw new Error(`${result.reason} at ${result.culprit}`)
  return result.change
}
const sumOf = (c: MutualDifference) =>
  c.additions + c.removals + c.groupMarginal + c.unitMarginal + c.structural

const positive = fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 2 }), {
  minLength: 3,
  maxLength: 3,
})
const withZeros = fc
  .array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), {
    minLength: 4,
    maxLength: 4,
  })
  .filter((counts) => counts.filter((line) => line.some(Boolean)).length > 2)

/** There is no stored R result for data that are here (schools05 is not), so that theory and laws speak. */
describe('the change in M', () => {
  it('is nothing between a table and itself or its multiple', () => {
    const counts = [
      [5, 1, 0],
      [2, 8, 3],
      [0, 4, 9],
    ]
    const twice = counts.map((line) => line.map((n) => n * 2))
    const change = changeOf(tableOf(counts), tableOf(twice))
    for (const part of Object.values(change).slice(2)) expect(Math.abs(part)).toBeLessThan(1e-12)
    expect(change.before).toBeCloseTo(mutualInformation(tableOf(counts)).m, 14)
  })
  it('is marginal only where unit and group sizes were multiplied', () => {
    fc.assert(
      fc.property(
        positive,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 }),
        (counts, f) => {
          const after = counts.map((line, u) => line.map((n, g) => n * (f[u] ?? 1) * (f[3 + g] ?? 1)))
          const change = changeOf(tableOf(counts), tableOf(after))
          expect(change.structural).toBeCloseTo(0, 8)
          expect(change.additions).toBeCloseTo(0, 12)
          expect(change.groupMarginal + change.unitMarginal).toBeCloseTo(change.difference, 8)
        },
      ),
      { seed: 1 },
    )
  })
  it('is structural only where margins stayed', () => {
    const change = changeOf(
      tableOf([
        [6, 4],
        [4, 6],
      ]),
      tableOf([
        [9, 1],
        [1, 9],
      ]),
    )
    expect(change.structural).toBeCloseTo(change.difference, 12)
    expect(change.groupMarginal).toBeCloseTo(0, 12)
    expect(change.unitMarginal).toBeCloseTo(0, 12)
  })
  it('gives the same association at equal margins by the closed form of a 2 × 2 table', () => {
    // Odds ratio 4 at margins ½, ½: the diagonal share is √4/(1 + √4)/2 = 1/3.
    const start = { shares: Float64Array.of(0.4, 0.2, 0.2, 0.4), groupCount: 2 }
    const half = Float64Array.of(0.5, 0.5)
    expect(fitMargins(start, half, half)?.[0]).toBeCloseTo(1 / 3, 11)
    const skew = { shares: Float64Array.of(0.08, 0.12, 0.16, 0.64).map((x) => x), groupCount: 2 }
    const odds = (0.08 * 0.64) / (0.12 * 0.16)
    const fitted = fitMargins(skew, half, half) ?? new Float64Array(4)
    expect(fitted[0]).toBeCloseTo(Math.sqrt(odds) / (1 + Math.sqrt(odds)) / 2, 11)
  })
  it('counts new and gone units and groups apart', () => {
    const before = tableOf(
      [
        [6, 4],
        [4, 6],
        [9, 0],
      ],
      { units: ['a', 'b', 'gone'] },
    )
    const after = tableOf(
      [
        [6, 4],
        [4, 6],
        [0, 9],
      ],
      { units: ['a', 'b', 'new'] },
    )
    const both = mutualInformation(
      tableOf([
        [6, 4],
        [4, 6],
      ]),
    ).m
    const change = changeOf(before, after)
    expect(change.removals).toBeCloseTo(both - mutualInformation(before).m, 12)
    expect(change.additions).toBeCloseTo(mutualInformation(after).m - both, 12)
    expect(change.structural).toBeCloseTo(0, 12)
    expect(sumOf(change)).toBeCloseTo(change.difference, 12)
  })
  it('adds up and turns its signs when the tables change places, zeros included', () => {
    let fitted = 0
    fc.assert(
      fc.property(withZeros, withZeros, (first, second) => {
        const there = mutualDifference(tableOf(first), tableOf(second))
        if (!there.ok) {
          expect(['too-few', 'not-converged']).toContain(there.reason)
          return
        }
        fitted++
        const change = there.change
        expect(sumOf(change)).toBeCloseTo(change.difference, 9)
        const back = changeOf(tableOf(second), tableOf(first))
        expect(back.structural).toBeCloseTo(-change.structural, 7)
        expect(back.groupMarginal).toBeCloseTo(-change.groupMarginal, 7)
        expect(back.unitMarginal).toBeCloseTo(-change.unitMarginal, 7)
        expect(back.additions).toBeCloseTo(-change.removals, 9)
      }),
      { seed: 1, numRuns: 60 },
    )
    expect(fitted).toBeGreaterThan(40)
  })
  it('refuses tables with too little in common', () => {
    const before = tableOf(
      [
        [6, 4],
        [4, 6],
      ],
      { units: ['a', 'b'] },
    )
    const after = tableOf(
      [
        [6, 4],
        [4, 6],
      ],
      { units: ['a', 'c'] },
    )
    expect(mutualDifference(before, after)).toEqual({ ok: false, reason: 'too-few', culprit: 'after.units' })
    const others = tableOf(
      [
        [6, 4],
        [4, 6],
      ],
      { units: ['a', 'b'], groups: ['g0', 'x'] },
    )
    expect(mutualDifference(before, others)).toEqual({
      ok: false,
      reason: 'too-few',
      culprit: 'after.groups',
    })
  })
})
