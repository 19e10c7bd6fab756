import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanInteraction, proportionInteraction } from './interaction.ts'

const of = (successes: number, n: number) => ({ successes, n })
const close = (value: number, digits = 10) => expect.closeTo(value, digits)
const trials = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat(400)).map(([n, x]) => of(Math.min(n, x), n))
const finite = (value: unknown) =>
  expect(
    JSON.stringify(value, (_, v) => (typeof v === 'number' && !Number.isFinite(v) ? 'not finite' : v)),
  ).not.toContain('not finite')

describe('the gap of gaps', () => {
  it('Hosmer & Lemeshow (1992), smoking, alcohol and oral cancer: RERI 3.74, AP 0.41, S 1.87', () => {
    const found = proportionInteraction(
      { reference: of(3, 23), first: of(8, 26), second: of(6, 18), both: of(225, 391) },
      0.95,
      'odds',
    )
    expect(found).toMatchObject({
      excess: {
        reri: { value: close(3.74, 2), interval: { low: close(-1.84, 2), high: close(9.32, 2) } },
        attributableProportion: {
          value: close(0.41, 2),
          interval: { low: close(-0.07, 2), high: close(0.9, 2) },
        },
        synergyIndex: { value: close(1.87, 2), interval: { low: close(0.65, 2), high: close(5.42, 2) } },
      },
      multiplicative: { value: close((225 * 12 * 18 * 3) / (166 * 6 * 8 * 20), 12) },
    })
  })
  it('is nothing where gaps add up, one where they multiply', () => {
    const adding = proportionInteraction({
      reference: of(40, 100),
      first: of(30, 100),
      second: of(25, 100),
      both: of(15, 100),
    })
    expect(adding).toMatchObject({
      additive: { value: close(0, 14) },
      excess: { reri: { value: close(0, 14) }, synergyIndex: null },
    })
    const multiplying = proportionInteraction({
      reference: of(40, 100),
      first: of(20, 100),
      second: of(30, 100),
      both: of(15, 100),
    })
    expect(multiplying).toMatchObject({ multiplicative: { value: close(1, 14) } })
  })
  it('is Newcombe’s difference when two groups are known for certain and alike', () => {
    const huge = of(500_000_000_000, 1_000_000_000_000)
    const found = proportionInteraction({
      both: of(56, 70),
      second: of(48, 80),
      first: huge,
      reference: huge,
    })
    expect(found).toMatchObject({
      additive: { value: close(0.2), interval: { low: close(0.0524, 4), high: close(0.3339, 4) } },
    })
  })
  it('the example of the documentation', () => {
    const cells = { reference: of(40, 100), first: of(30, 100), second: of(30, 100), both: of(10, 100) }
    expect(proportionInteraction(cells)).toMatchObject({
      additive: { value: close(-0.1, 13) },
      multiplicative: { value: close(4 / 9, 13) },
      excess: { reri: { value: close(-0.25, 13) }, attributableProportion: { value: close(-1, 13) } },
    })
  })
  it('does not depend on which characteristic comes first', () => {
    fc.assert(
      fc.property(trials, trials, trials, trials, (reference, first, second, both) => {
        const one = proportionInteraction({ reference, first, second, both })
        const other = proportionInteraction({ reference, first: second, second: first, both })
        if (!one.ok || !other.ok) throw new Error('should be computed')
        expect(one.additive.value).toBeCloseTo(other.additive.value, 12)
        if (one.multiplicative && other.multiplicative) {
          expect(one.multiplicative.value / other.multiplicative.value).toBeCloseTo(1, 10)
          const limit = one.excess?.reri.interval?.low ?? 0
          expect(limit).toBeCloseTo(other.excess?.reri.interval?.low ?? 0, 8)
        }
        finite(one)
      }),
      { seed: 1 },
    )
  })
  it('keeps the additive gap with a zero count and refuses an empty group', () => {
    const cells = { reference: of(4, 9), first: of(0, 9), second: of(3, 9), both: of(2, 9) }
    expect(proportionInteraction(cells)).toMatchObject({ ok: true, multiplicative: null, excess: null })
    expect(proportionInteraction({ ...cells, first: of(9, 9) }, 0.95, 'odds')).toMatchObject({ excess: null })
    expect(proportionInteraction({ ...cells, second: of(0, 0) })).toEqual({
      ok: false,
      reason: 'empty-group',
      culprit: 'second.n',
    })
    const full = of(9, 9)
    expect(proportionInteraction({ reference: full, first: full, second: full, both: full })).toMatchObject({
      multiplicative: { value: 1, interval: null },
      excess: { reri: { value: 0, interval: null } },
    })
  })
  it('of means: equal groups and spreads give Student with four times n − 1', () => {
    const cell = (mean: number) => ({ n: 9, mean, sd: 3 })
    const found = meanInteraction({ reference: cell(10), first: cell(8), second: cell(9), both: cell(5) })
    // qt(0.975, 32) = 2.036933, standard error 2.
    expect(found).toMatchObject({
      additive: {
        value: -2,
        interval: { low: close(-2 - 2 * 2.036933, 5), high: close(-2 + 2 * 2.036933, 5) },
      },
      multiplicative: { value: close((5 / 9) * (10 / 8)) },
    })
    expect(
      meanInteraction({ reference: cell(10), first: cell(-8), second: cell(9), both: cell(5) }),
    ).toMatchObject({
      ok: true,
      multiplicative: null,
    })
    expect(
      meanInteraction({
        reference: cell(1),
        first: { n: 1, mean: 0, sd: 0 },
        second: cell(1),
        both: cell(1),
      }),
    ).toEqual({
      ok: false,
      reason: 'too-few',
      culprit: 'first.n',
    })
  })
})
