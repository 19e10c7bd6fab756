import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLASS_METHODS, type Classes, type ClassOptions, classify } from './classes.ts'
import { naturalBreaks } from './natural-breaks.ts'

function made(values: readonly (number | null)[], options: ClassOptions): Classes {
  const result = classify(values, options)
  if (!result.ok) throw new Error(result.reason)
  return result
}
const bounds = ({ classes }: Classes) => classes.flatMap(({ from, to }, at) => (at === 0 ? [from, to] : [to]))
const counts = ({ classes }: Classes) => classes.map((one) => one.count)

describe('classes', () => {
  it('cut into equal widths, empty classes kept', () => {
    const result = made([0, 1, 10], { method: 'equal', count: 5 })
    expect(bounds(result)).toEqual([0, 2, 4, 6, 8, 10])
    expect(counts(result)).toEqual([2, 0, 0, 0, 1])
    expect(result.classes[1]).toMatchObject({ lowest: null, highest: null })
  })

  it('cut into quantiles with equal numbers, and never part equal figures', () => {
    expect(counts(made([9, 8, 7, 6, 5, 4, 3, 2, 1], { method: 'quantile', count: 3 }))).toEqual([3, 3, 3])
    const tied = made([1, 5, 5, 5, 5, 5, 9], { method: 'quantile', count: 4 })
    expect(tied.classOf).toEqual([0, 1, 1, 1, 1, 1, 2])
    expect(made([1, 1, 1, 1, 2], { method: 'quantile', count: 5 }).classOf).toEqual([0, 0, 0, 0, 1])
  })

  it('find natural groups', () => {
    const result = made([1, 2, 2, 9, 10, 40, null], { method: 'natural', count: 3 })
    expect(result.classOf).toEqual([0, 0, 0, 1, 1, 2, null])
    expect(result.classes.map(({ lowest, highest }) => [lowest, highest])).toEqual([
      [1, 2],
      [9, 10],
      [40, 40],
    ])
  })

  it('diverge with one scale on both sides of the middle', () => {
    const even = made([0.4, 0.45, 0.5, 0.7], { method: 'diverging', count: 4, middle: 0.5 })
    expect(bounds(even).map((one) => Number(one.toFixed(6)))).toEqual([0.3, 0.4, 0.5, 0.6, 0.7])
    expect(even.classOf).toEqual([1, 1, 2, 3])
    const odd = made([40, 49, 51, 70], { method: 'diverging', count: 5, middle: 50 })
    expect(bounds(odd).map(Math.round)).toEqual([30, 38, 46, 54, 62, 70])
    expect(odd.classOf).toEqual([1, 2, 2, 4])
  })

  it('diverge by quantiles of the distance where all lie on one side', () => {
    const result = made([67, 70, 72, 75, 77, 88], { method: 'diverging-quantile', count: 6, middle: 100 })
    expect(counts(result)).toEqual([2, 2, 2, 0, 0, 0])
  })

  it('are one where all figures are equal, and none where there are no figures', () => {
    for (const method of CLASS_METHODS) {
      const equal = made([4, 4, null, 4], { method, count: 5, middle: 4 })
      expect(equal.classOf).toEqual([0, 0, null, 0])
      expect(equal.classes).toEqual([{ from: 4, to: 4, lowest: 4, highest: 4, count: 3 }])
      const none = made([null, Number.NaN], { method, count: 3, middle: 0 })
      expect(none).toEqual({ ok: true, classes: [], classOf: [null, null], missing: 2 })
    }
  })

  it('are refused for a wrong number of them or a diverging scale without its middle', () => {
    for (const count of [2, 8, 3.5, Number.NaN])
      expect(classify([1, 2], { method: 'equal', count })).toMatchObject({ reason: 'class-count' })
    expect(classify([1, 2], { method: 'diverging', count: 3 })).toMatchObject({ reason: 'middle-missing' })
  })

  it('hold every figure, in order, whatever the figures are', () => {
    const figure = fc.oneof(
      fc.constant(null),
      fc.integer({ min: -3, max: 9 }),
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
      fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324, 0),
    )
    const options = fc.record({
      method: fc.constantFrom(...CLASS_METHODS),
      count: fc.integer({ min: 3, max: 7 }),
      middle: fc.integer({ min: -5, max: 5 }),
    })
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 60 }), options, (values, option) => {
        const result = made(values, option)
        expect(result.classes.length).toBeLessThanOrEqual(option.count)
        const tallies = result.classes.map(() => 0)
        for (const [at, value] of values.entries()) {
          const place = result.classOf[at] ?? null
          if (value === null) {
            expect(place).toBeNull()
            continue
          }
          const own = place === null ? undefined : result.classes[place]
          if (own === undefined || place === null) throw new Error('a figure without a class')
          tallies[place] = (tallies[place] ?? 0) + 1
          const last = place === result.classes.length - 1
          // A bound is rounded, so the outermost figure may lie a hair outside its class.
          const hair = 1e-9 * Math.max(1, Math.abs(value))
          expect(value >= own.from - hair).toBe(true)
          expect(last ? value <= own.to + hair : value < own.to).toBe(true)
        }
        expect(tallies).toEqual(counts(result))
        for (const [at, one] of result.classes.entries()) {
          const next = result.classes[at + 1]
          if (next) expect(one.to === next.from && one.from < one.to).toBe(true)
        }
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

describe('natural breaks', () => {
  const spread = (group: readonly number[]) => {
    const mean = group.reduce((sum, one) => sum + one, 0) / group.length
    return group.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  }
  /** Every way of cutting the sorted values into `count` groups. */
  function leastByTrial(values: readonly number[], count: number): number {
    if (count === 1) return spread(values)
    let least = Number.POSITIVE_INFINITY
    for (let cut = 1; cut <= values.length - count + 1; cut += 1)
      least = Math.min(least, spread(values.slice(0, cut)) + leastByTrial(values.slice(cut), count - 1))
    return least
  }

  it('are as good as the best found by trying all', () => {
    const sorted = fc
      .uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 11 })
      .map((values) => values.sort((a, b) => a - b))
    fc.assert(
      fc.property(sorted, fc.integer({ min: 2, max: 4 }), (values, count) => {
        const starts = [Number.NEGATIVE_INFINITY, ...naturalBreaks(values, count)]
        const total = starts
          .map((from, at) => values.filter((one) => one >= from && one < (starts[at + 1] ?? 1e9)))
          .reduce((sum, group) => sum + spread(group), 0)
        expect(starts).toHaveLength(count)
        expect(total).toBeCloseTo(leastByTrial(values, count), 6)
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('stay quick and in order with many values', () => {
    const values = Array.from({ length: 20_000 }, (_, at) => Math.floor(at / 5000) * 1000 + (at % 5000) / 100)
    expect(naturalBreaks(values, 4).map((one) => Math.floor(one / 1000))).toEqual([1, 2, 3])
  })
})
