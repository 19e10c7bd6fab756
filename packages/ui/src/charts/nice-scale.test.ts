import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endLabels } from './end-labels.ts'
import { niceScale, stretched } from './nice-scale.ts'
import { farthest } from './outliers.ts'

describe('an axis', () => {
  it.each([
    [[0, 87], 4, true, [0, 25, 50, 75, 100]],
    [[-3, 12], 4, true, [-5, 0, 5, 10, 15]],
    [[412, 447], 4, false, [410, 420, 430, 440, 450]],
    [[0.1, 0.3], 4, false, [0.1, 0.15, 0.2, 0.25, 0.3]],
    [[-40, -10], 4, true, [-40, -30, -20, -10, 0]],
    [[], 4, true, [0, 0.5, 1]],
    [[0, 0], 4, false, [0, 0.5, 1]],
    [[null, Number.NaN], 4, false, [0, 0.5, 1]],
  ])('of %j has round ticks', (values, about, zero, ticks) => {
    expect(niceScale(values, about, zero).ticks).toEqual(ticks)
  })

  it.each([
    [[25.2, 27.1], 0.5, 1],
    [[0.1, 0.3], 0.05, 2],
    [[0, 87], 25, 0],
    [[], 0.5, 1],
  ])('of %j with steps of %d needs %i decimals', (values, step, decimals) => {
    const scale = niceScale(values, 4, values.length === 2 && values[0] === 0)
    expect((scale.ticks[1] ?? 0) - (scale.ticks[0] ?? 0)).toBeCloseTo(step, 10)
    expect(scale.decimals).toBe(decimals)
  })

  it('never has two ticks that read alike', () => {
    const figures = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(figures, fc.integer({ min: 2, max: 6 }), fc.boolean(), (values, about, zero) => {
        const scale = niceScale(
          values.map((value) => value / 1000),
          about,
          zero,
        )
        const written = scale.ticks.map((tick) => tick.toFixed(scale.decimals))
        expect(new Set(written).size).toBe(scale.ticks.length)
        expect(scale.decimals).toBeLessThanOrEqual(8)
      }),
      { seed: 1 },
    )
  })

  it('covers all figures and puts every one within the picture, however large or small', () => {
    const figure = fc.oneof(
      fc.double({ noNaN: true }),
      fc.integer({ min: -1000, max: 1000 }),
      fc.constantFrom(0, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, 1e15, 1e15 + 1),
    )
    const given = fc.array(figure, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(given, fc.integer({ min: 2, max: 6 }), fc.boolean(), (values, about, zero) => {
        const scale = niceScale(values, about, zero)
        const x = stretched(scale, 10, 300)
        expect(scale.ticks.length).toBeGreaterThanOrEqual(2)
        expect(scale.ticks.length).toBeLessThanOrEqual(3 * about + 2)
        expect([...scale.ticks].sort((a, b) => a - b)).toEqual(scale.ticks)
        if (zero) expect(scale.low <= 0 && scale.high >= 0).toBe(true)
        for (const value of values.filter(Number.isFinite)) {
          expect(x(value)).toBeGreaterThanOrEqual(10)
          expect(x(value)).toBeLessThanOrEqual(300)
        }
      }),
      { seed: 1, numRuns: 1000 },
    )
  })
})

describe('labels at the ends of lines', () => {
  it('move apart around their middle and stay within the picture', () => {
    expect(endLabels([50, 52, null], 14, 0, 100)).toEqual([44, 58, null])
    expect(endLabels([52, 50], 14, 0, 100)).toEqual([58, 44])
    expect(endLabels([0, 1], 14, 0, 100)).toEqual([0, 14])
    expect(endLabels([100, 100], 14, 0, 100)).toEqual([86, 100])
  })

  it('never come closer than the gap', () => {
    const heights = fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { maxLength: 7 })
    fc.assert(
      fc.property(heights, (wished) => {
        const placed = endLabels(wished, 14, 0, 100)
        expect(placed.map((one) => one === null)).toEqual(wished.map((one) => one === null))
        const sorted = placed.filter((one) => one !== null).sort((a, b) => a - b)
        for (const [at, y] of sorted.slice(1).entries()) expect(y - (sorted[at] ?? 0)).toBeGreaterThan(13.999)
      }),
      { seed: 1 },
    )
  })
})

it('the points farthest from the others are found in both directions', () => {
  const cloud = Array.from({ length: 40 }, (_, at) => ({ x: at % 7, y: (at % 5) * 100 }))
  expect(farthest([...cloud, { x: 60, y: 200 }, { x: 3, y: 9000 }], 2)).toEqual([41, 40])
  expect(farthest([{ x: 1, y: 1 }], 3)).toEqual([0])
  expect(farthest([], 3)).toEqual([])
})
