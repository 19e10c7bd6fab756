import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decomposeFactors } from './factors.ts'
import { type KitagawaCell, kitagawa, kitagawaMany } from './kitagawa.ts'
import { shapley } from './shapley.ts'

const figures = fc.record({ n: fc.integer({ min: 0, max: 500 }), rate: fc.integer({ min: 0, max: 20 }) })
const cellsOf = fc.array(fc.tuple(figures, figures), { minLength: 6, maxLength: 6 }).map((pairs) =>
  pairs.map(
    ([a, b], i): KitagawaCell => ({
      by: { industry: String(i % 3), place: String(Math.floor(i / 3)) },
      a: { n: a.n, total: a.n * a.rate },
      b: { n: b.n, total: b.n * b.rate },
    }),
  ),
)
const meanOf = (cells: readonly KitagawaCell[], group: 'a' | 'b') =>
  cells.reduce((s, c) => s + c[group].total, 0) / cells.reduce((s, c) => s + c[group].n, 0)

describe('kitagawa', () => {
  it('splits by hand', () => {
    // Shares 0.25/0.75 and 0.75/0.25, rates 0.2/0.4 and 0.1/0.5: composition −0.5·0.15 + 0.5·0.45, rates 0.5·0.1 − 0.5·0.1.
    const found = kitagawa([
      { by: { industry: 'S' }, a: { n: 10, total: 2 }, b: { n: 30, total: 3 } },
      { by: { industry: 'C' }, a: { n: 30, total: 12 }, b: { n: 10, total: 5 } },
    ])
    expect(found).toMatchObject({
      ok: true,
      gap: expect.closeTo(0.15, 12),
      composition: expect.closeTo(0.15, 12),
      rates: expect.closeTo(0, 12),
      byCategory: [{ composition: expect.closeTo(-0.075, 12) }, { composition: expect.closeTo(0.225, 12) }],
    })
  })
  it('adds up to the difference of means, and turns its sign with the groups', () => {
    fc.assert(
      fc.property(cellsOf, (cells) => {
        const found = kitagawa(cells)
        if (!found.ok) return expect(found.reason).toBe('empty-group')
        expect(found.gap).toBeCloseTo(meanOf(cells, 'a') - meanOf(cells, 'b'), 9)
        expect(found.composition + found.rates).toBeCloseTo(found.gap, 9)
        const turned = kitagawa(cells.toReversed().map(({ by, a, b }) => ({ by, a: b, b: a })))
        expect(turned.ok && turned.rates).toBeCloseTo(-found.rates, 9)
      }),
      { seed: 1, numRuns: 300 },
    )
  })
  it('takes a category that one group never enters as composition', () => {
    const found = kitagawa([
      { by: { industry: 'S' }, a: { n: 10, total: 5 }, b: { n: 0, total: 0 } },
      { by: { industry: 'C' }, a: { n: 10, total: 2 }, b: { n: 20, total: 4 } },
    ])
    expect(found).toMatchObject({ rates: expect.closeTo(0, 12), composition: expect.closeTo(0.15, 12) })
  })
})

describe('many factors', () => {
  it('adds up, and with one variable is the two-factor split', () => {
    fc.assert(
      fc.property(cellsOf, (cells) => {
        const found = kitagawaMany(cells, ['industry', 'place'])
        if (!found.ok) return expect(found.reason).toBe('empty-group')
        expect(found.parts.map(({ factor }) => factor)).toEqual(['industry', 'place', 'rates'])
        expect(found.gap).toBeCloseTo(meanOf(cells, 'a') - meanOf(cells, 'b'), 9)
        expect(found.parts.reduce((s, { part }) => s + part, 0)).toBeCloseTo(found.gap, 9)
        const merged = [0, 1, 2].map((i): KitagawaCell => {
          const own = cells.filter(({ by }) => by.industry === String(i))
          const sum = (g: 'a' | 'b', f: 'n' | 'total') => own.reduce((s, c) => s + c[g][f], 0)
          return {
            by: { industry: String(i) },
            a: { n: sum('a', 'n'), total: sum('a', 'total') },
            b: { n: sum('b', 'n'), total: sum('b', 'total') },
          }
        })
        const two = kitagawa(merged)
        const many = kitagawaMany(cells, ['industry'])
        expect(many.ok && two.ok && (many.parts[0]?.part ?? 0) - two.composition).toBeCloseTo(0, 9)
      }),
      { seed: 2, numRuns: 200 },
    )
  })
  it('finds nothing in a variable that is spread alike in both groups', () => {
    const cell = (industry: string, place: string, a: number, b: number, rate: number): KitagawaCell => ({
      by: { industry, place },
      a: { n: a, total: a * rate },
      b: { n: b, total: b * rate },
    })
    const found = kitagawaMany(
      [
        cell('S', '1', 10, 30, 1),
        cell('S', '2', 10, 30, 3),
        cell('C', '1', 30, 10, 5),
        cell('C', '2', 30, 10, 7),
      ],
      ['industry', 'place'],
    )
    if (!found.ok) throw new Error(found.culprit)
    expect(found.parts).toEqual([
      { factor: 'industry', part: expect.closeTo(2, 12) },
      { factor: 'place', part: expect.closeTo(0, 12) },
      { factor: 'rates', part: expect.closeTo(0, 12) },
    ])
  })
  it('splits a product by hand: 10 grants of 3 against 20 of 2', () => {
    expect(
      decomposeFactors([
        { name: 'grants', a: [10], b: [20] },
        { name: 'kronor', a: [3], b: [2] },
      ]),
    ).toEqual({
      ok: true,
      gap: -10,
      parts: [
        { factor: 'grants', part: -25 },
        { factor: 'kronor', part: 15 },
      ],
    })
  })
})

describe('refusals name the culprit', () => {
  const fine: KitagawaCell = { by: { industry: 'S' }, a: { n: 1, total: 1 }, b: { n: 1, total: 0 } }
  const other: KitagawaCell = { ...fine, by: { industry: 'C' } }
  it.each<[string, KitagawaCell[], string, string]>([
    ['nothing', [], 'empty', 'cells'],
    ['a negative count', [fine, { ...other, b: { n: -1, total: 0 } }], 'negative', 'cells[1].b.n'],
    [
      'a missing total',
      [fine, { ...other, a: { n: 1, total: Number.NaN } }],
      'not-finite',
      'cells[1].a.total',
    ],
    ['an outcome of nobody', [fine, { ...other, a: { n: 0, total: 3 } }], 'unbalanced', 'cells[1].a.total'],
    ['a category twice', [fine, fine], 'duplicate', 'cells[1].by'],
    ['an empty group', [{ ...fine, b: { n: 0, total: 0 } }], 'empty-group', 'b'],
  ])('%s', (_, cells, reason, culprit) => {
    expect(kitagawa(cells)).toEqual({ ok: false, reason, culprit })
  })
  it('beyond the range of numbers', () => {
    const huge = { ...fine, a: { n: 1e-320, total: 1e300 } }
    expect(kitagawa([huge, other])).toMatchObject({ reason: 'out-of-range' })
    const names = ['x', 'y']
    expect(
      decomposeFactors(names.map((name) => ({ name, a: [1e154, 1e154], b: [-1e154, 1e154] }))),
    ).toMatchObject({ reason: 'out-of-range' })
    expect(() => shapley(2, () => Number.NaN)).toThrow(RangeError)
    expect(kitagawaMany([fine], ['toString'])).toMatchObject({ reason: 'unknown-name' })
  })
  it('of many factors', () => {
    expect(kitagawaMany([fine], ['place'])).toEqual({
      ok: false,
      reason: 'unknown-name',
      culprit: 'cells[0].by.place',
    })
    expect(kitagawaMany([fine], [])).toMatchObject({ reason: 'empty' })
    expect(decomposeFactors([])).toMatchObject({ reason: 'empty' })
    expect(decomposeFactors([{ name: 'x', a: [1], b: [1, 2] }])).toMatchObject({
      reason: 'unequal-length',
      culprit: 'x.b',
    })
    expect(decomposeFactors([{ name: 'x', a: [1, Number.NaN], b: [1, 2] }])).toMatchObject({
      culprit: 'x.a[1]',
    })
    expect(
      decomposeFactors([
        { name: 'x', a: [1e300], b: [1] },
        { name: 'y', a: [1e300], b: [1] },
      ]),
    ).toMatchObject({ reason: 'out-of-range' })
  })
})
