import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minimumDetectableDifference } from './minimum-detectable.ts'
import { powerOfComparison, requiredPerGroup } from './power.ts'
import { marginOfAnswers, planPrecision } from './precision-planner.ts'

const CROSSING = [
  { name: 'women born in the country', population: 90_000 },
  { name: 'women born abroad', population: 4200 },
  { name: 'men born in the country', population: 91_000, share: 0.3 },
  { name: 'men born abroad', population: 60 },
]

describe('the planner', () => {
  it('asks 385 of very many and 278 of a thousand for ±5 points, as every table says', () => {
    const plan = planPrecision(
      [
        { name: 'many', population: 1_000_000_000 },
        { name: 'thousand', population: 1000 },
      ],
      { margin: 0.05 },
    )
    expect(plan.ok && plan.groups.map((g) => g.answersNeeded)).toEqual([385, 278])
    expect(marginOfAnswers(278, 1000)).toBeCloseTo(0.04996, 4)
  })
  it('reckons with response, design and small groups, and adds up', () => {
    const plan = planPrecision(CROSSING, { margin: 0.05, responseRate: 0.5, designEffect: 1.3 })
    if (!plan.ok) throw new Error(plan.reason)
    const [many, few, other, tiny] = plan.groups
    expect(many).toMatchObject({ census: false, reached: true })
    expect(many?.asked).toBe(2 * (many?.answersNeeded ?? 0))
    expect(few?.answersNeeded).toBeLessThan(many?.answersNeeded ?? 0)
    expect(other?.answersNeeded).toBeLessThan(many?.answersNeeded ?? 0)
    // All sixty are asked, thirty answer, and that is too few.
    expect(tiny).toMatchObject({ asked: 60, census: true, expectedAnswers: 30, reached: false })
    expect(tiny?.expectedMargin).toBeGreaterThan(0.05)
    expect(plan.total.asked).toBe(plan.groups.reduce((sum, g) => sum + g.asked, 0))
    expect(plan.total.population).toBe(185_260)
    expect(plan.total.expectedMargin).toBeLessThan(0.05)
  })
  it('a census of a small group reaches any precision when all answer', () => {
    const plan = planPrecision([{ name: 'few', population: 12 }], { margin: 0.001 })
    expect(plan).toMatchObject({ groups: [{ asked: 12, census: true, reached: true, expectedMargin: 0 }] })
  })
  it('a response of 70 per cent does not ask one too many', () => {
    const plan = planPrecision([{ name: 'a', population: 1000 }], { margin: 0.3099, responseRate: 0.7 })
    expect(plan).toMatchObject({ groups: [{ answersNeeded: 10, asked: 15 }] })
    const seven = planPrecision([{ name: 'a', population: 10 }], { margin: 0.2139, responseRate: 0.7 })
    expect(seven).toMatchObject({ groups: [{ answersNeeded: 7, asked: 10, reached: true }] })
  })
  it('backwards gives the margin forwards, and one answer fewer does not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 200_000 }),
        fc.double({ min: 0.01, max: 0.3, noNaN: true }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        (population, margin, share, designEffect) => {
          const plan = planPrecision([{ name: 'a', population, share }], { margin, designEffect })
          const needed = (plan.ok && plan.groups[0]?.answersNeeded) || 0
          const options = { share, designEffect }
          expect(marginOfAnswers(needed, population, options)).toBeLessThanOrEqual(margin * (1 + 1e-6))
          if (needed > 1)
            expect(marginOfAnswers(needed - 1, population, options)).toBeGreaterThan(margin * (1 - 1e-6))
        },
      ),
      { seed: 1 },
    )
  })
  it('keeps every figure finite for a population of one and a margin of nearly nothing', () => {
    const plan = planPrecision([{ name: 'one', population: 1 }], { margin: 1e-200, responseRate: 0.4 })
    expect(plan).toMatchObject({ groups: [{ asked: 1, expectedMargin: 1, reached: false }] })
  })
  it('refuses what cannot be', () => {
    const one = { name: 'a', population: 10 }
    expect(planPrecision([], { margin: 0.1 })).toMatchObject({ reason: 'empty', culprit: 'groups' })
    expect(planPrecision([one, one], { margin: 0.1 })).toMatchObject({
      reason: 'duplicate',
      culprit: 'groups[1].name',
    })
    expect(planPrecision([{ ...one, population: 0 }], { margin: 0.1 })).toMatchObject({
      reason: 'empty-group',
    })
    expect(planPrecision([{ ...one, population: -1 }], { margin: 0.1 })).toMatchObject({ reason: 'negative' })
    expect(planPrecision([{ ...one, population: 1.5 }], { margin: 0.1 })).toMatchObject({
      reason: 'not-whole',
    })
    expect(planPrecision([{ ...one, population: Number.NaN }], { margin: 0.1 })).toMatchObject({
      reason: 'not-finite',
    })
    expect(planPrecision([{ ...one, share: 1 }], { margin: 0.1 })).toMatchObject({
      culprit: 'groups[0].share',
    })
    expect(planPrecision([one], { margin: 0 })).toMatchObject({ culprit: 'margin' })
    expect(planPrecision([one], { margin: 0.1, responseRate: 0 })).toMatchObject({ culprit: 'responseRate' })
    expect(planPrecision([one], { margin: 0.1, designEffect: 0 })).toMatchObject({ culprit: 'designEffect' })
    expect(planPrecision([one], { margin: 0.1, confidence: 1 })).toMatchObject({ culprit: 'confidence' })
    expect(() => marginOfAnswers(0, 10)).toThrow(/answers/)
    expect(() => marginOfAnswers(1, 0)).toThrow(/population/)
    expect(() => marginOfAnswers(1, 10, { share: 0 })).toThrow(/share/)
    expect(() => marginOfAnswers(1, 10, { designEffect: Number.NaN })).toThrow(/designEffect/)
  })
})

describe('the size of a comparison', () => {
  it('R power.prop.test: n 76.7 for power 0.90, power 0.740 at 50', () => {
    expect(requiredPerGroup(0.5, 0.75, { power: 0.9 })).toMatchObject({
      perGroup: 77,
      exact: expect.closeTo(76.7, 1),
    })
    expect(powerOfComparison(50, 0.5, 0.75)).toBeCloseTo(0.7401659, 7)
  })
  it('is the inverse of power, and of the detectable drop', () => {
    const shares = fc.double({ min: 0.02, max: 0.98, noNaN: true })
    fc.assert(
      fc.property(shares, shares, fc.double({ min: 0.3, max: 0.99, noNaN: true }), (p1, p2, power) => {
        fc.pre(Math.abs(p1 - p2) > 0.01)
        const { exact } = requiredPerGroup(p1, p2, { power })
        expect(powerOfComparison(exact, p1, p2)).toBeCloseTo(power, 9)
      }),
      { seed: 1 },
    )
    const { exact } = requiredPerGroup(0.5, 0.75)
    expect(minimumDetectableDifference(exact, exact, 0.75)).toBeCloseTo(0.25, 9)
  })
  it('grows with the design and with those who do not answer', () => {
    expect(requiredPerGroup(0.5, 0.75, { power: 0.9, designEffect: 2, responseRate: 0.5 })).toMatchObject({
      perGroup: 154,
      askedPerGroup: 308,
    })
  })
  it('throws for what cannot be', () => {
    expect(() => requiredPerGroup(0.5, 0.5)).toThrow(/differ/)
    expect(() => requiredPerGroup(1.5, 0.5)).toThrow(/share1/)
    expect(() => requiredPerGroup(0.4, 0.5, { power: 1 })).toThrow(/power/)
    expect(() => requiredPerGroup(0.4, 0.5, { alpha: 0 })).toThrow(/alpha/)
    expect(() => requiredPerGroup(0.4, 0.5, { responseRate: 0 })).toThrow(/responseRate/)
    expect(() => requiredPerGroup(0.5, 0.5 + 1e-12)).toThrow(/too close/)
    expect(() => powerOfComparison(10, 0, 1)).toThrow(/chance/)
    expect(() => powerOfComparison(0, 0.2, 1)).toThrow(/perGroup/)
  })
})
