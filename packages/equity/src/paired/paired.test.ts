import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRandom } from '../math/random.ts'
import { beforeAfter } from './before-after.ts'
import { hodgesLehmann } from './hodges-lehmann.ts'
import { knowledgeChange } from './knowledge-change.ts'
import { mcnemarExact } from './mcnemar.ts'
import { rankBiserial } from './rank-biserial.ts'
import { signedRank } from './signed-rank.ts'

const close = (value: number, digits = 10) => expect.closeTo(value, digits)

/** Pratt's test by going through every flip of signs. */
function everyFlip(differences: readonly number[]): number | null {
  const rank = (d: number) => {
    const below = differences.filter((other) => Math.abs(other) < Math.abs(d)).length
    const alike = differences.filter((other) => Math.abs(other) === Math.abs(d)).length
    return below + (alike + 1) / 2
  }
  const moved = differences.filter((d) => d !== 0).map((d) => ({ sign: Math.sign(d), rank: rank(d) }))
  if (moved.length === 0) return null
  const observed = Math.abs(moved.reduce((sum, { sign, rank: r }) => sum + sign * r, 0))
  let extreme = 0
  for (let flips = 0; flips < 2 ** moved.length; flips++) {
    const sum = moved.reduce((total, { rank: r }, i) => total + ((flips >> i) & 1 ? r : -r), 0)
    if (Math.abs(sum) >= observed) extreme++
  }
  return extreme / 2 ** moved.length
}

// Hollander & Wolfe (1973), p. 29: depression scale before and after, R example of wilcox.test.
const FIRST = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3]
const SECOND = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
const DEPRESSION = FIRST.map((x, i) => (SECOND[i] ?? 0) - x)

describe('the signed-rank test', () => {
  it('Hollander & Wolfe’s depression data: V 40, p 20/512', () => {
    expect(signedRank(DEPRESSION)).toMatchObject({
      rankSumPlus: 5,
      rankSumMinus: 40,
      p: close(20 / 512, 15),
      method: 'exact',
    })
  })
  it('five pairs can never reach 0.05; six can', () => {
    const five = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(five, (list) => {
        const found = signedRank(list)
        if (found.ok) expect(found.p).toBeGreaterThanOrEqual(0.0625)
      }),
      { seed: 1 },
    )
    expect(signedRank([1, 2, 3, 4, 5])).toMatchObject({ p: 0.0625 })
    expect(signedRank([1, 2, 3, 4, 5, 6])).toMatchObject({ p: 0.03125 })
  })
  it('equals every sign flip gone through, with zeros and ties', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 11 }), (list) => {
        const found = signedRank(list)
        const expected = everyFlip(list)
        if (expected === null) expect(found).toMatchObject({ reason: 'all-zero' })
        else expect(found.ok && found.p).toBeCloseTo(expected, 13)
      }),
      { seed: 1 },
    )
  })
  it('ranks zeros before they go (Pratt), which is not the same as leaving them out', () => {
    // Ranks with the zero: 2, 3, 4, 5.5, 5.5.
    const list = [0, 1, -2, 3, 4, -4]
    expect(signedRank(list)).toMatchObject({ n: 6, zeros: 1, rankSumPlus: 11.5, rankSumMinus: 8.5 })
    // Ranks 1–5 put 5 of 32 flips at or below 1 + 2; ranks 21–25 put 7 at or below 21 + 22.
    expect(signedRank([-1, -2, 3, 4, 5])).toMatchObject({ p: 10 / 32 })
    const zeros = Array.from({ length: 20 }, () => 0)
    expect(signedRank([...zeros, -1, -2, 3, 4, 5])).toMatchObject({ p: 14 / 32 })
  })
  it('ties 0.3 − 0.1 with 0.4 − 0.2, and calls 0.1 + 0.2 − 0.3 nothing', () => {
    expect(signedRank([0.3 - 0.1, -(0.4 - 0.2), 0.5])).toMatchObject({ rankSumPlus: 4.5, rankSumMinus: 1.5 })
    expect(signedRank([0.1 + 0.2 - 0.3, 1, 2])).toMatchObject({ zeros: 1 })
  })
  it('passes from exact to normal above 200 without a jump', () => {
    const ratings = (n: number) => Array.from({ length: n }, (_, i) => ((i * 7) % 11) - 4.5)
    const exact = signedRank(ratings(200))
    const normal = signedRank(ratings(201))
    if (!exact.ok || !normal.ok) throw new Error('should be computed')
    expect([exact.method, normal.method]).toEqual(['exact', 'normal'])
    expect(Math.abs(exact.p - normal.p)).toBeLessThan(0.02)
    expect(signedRank([...Array.from({ length: 100_000 }, () => 0), ...ratings(100)])).toMatchObject({
      method: 'normal',
    })
    expect(signedRank([...Array.from({ length: 10_000 }, () => 0), 1, 2, 3, 4, 5, 6])).toMatchObject({
      method: 'exact',
      p: 0.03125,
    })
  })
  it('keeps its digits at fifty: all one way is 2/2^50', () => {
    const rising = Array.from({ length: 50 }, (_, i) => i + 1)
    expect(signedRank(rising)).toMatchObject({ p: 2 ** -49 })
    expect(signedRank(rising.map(() => 1))).toMatchObject({ p: 2 ** -49 })
  })
  it('refuses what cannot be', () => {
    expect(signedRank([])).toMatchObject({ reason: 'empty' })
    expect(signedRank([0, 0])).toMatchObject({ reason: 'all-zero' })
    expect(signedRank([1, Number.NaN])).toMatchObject({ reason: 'not-finite', culprit: 'differences[1]' })
    expect(rankBiserial([0])).toMatchObject({ reason: 'all-zero' })
    expect(rankBiserial([])).toMatchObject({ reason: 'empty' })
    expect(rankBiserial([Number.NaN])).toMatchObject({ reason: 'not-finite' })
  })
})

describe('the size of a shift', () => {
  it('Hollander & Wolfe’s depression data: −0.46, −0.786 to −0.010', () => {
    expect(hodgesLehmann(DEPRESSION)).toMatchObject({
      value: close(-0.46),
      interval: { low: close(-0.786), high: close(-0.01) },
    })
  })
  it('has no interval below six pairs', () => {
    expect(hodgesLehmann([1, 2, 3, 4, 5])).toMatchObject({ ok: true, value: 3, interval: null })
    expect(hodgesLehmann([1, 2, 3, 4, 5, 6])).toMatchObject({ value: 3.5, interval: { low: 1, high: 6 } })
    expect(hodgesLehmann([1, 2, 3, 4, 5], 0.9)).toMatchObject({ interval: { low: 1, high: 5 } })
  })
  it('leaves zero out just when the test without ties rejects', () => {
    const distinct = fc.uniqueArray(fc.integer({ min: -40, max: 60 }), {
      minLength: 6,
      maxLength: 14,
      selector: Math.abs,
    })
    fc.assert(
      fc.property(distinct, (list) => {
        fc.pre(!list.includes(0))
        const shift = hodgesLehmann(list)
        const test = signedRank(list)
        if (!shift.ok || !test.ok || !shift.interval) throw new Error('should be computed')
        // At exactly zero the interval's end touches a tie; a step aside decides.
        const outside = shift.interval.low > 0 || shift.interval.high < 0
        if (shift.interval.low !== 0 && shift.interval.high !== 0) expect(outside).toBe(test.p <= 0.05)
      }),
      { seed: 1 },
    )
  })
  it('moves with the differences and is normal above 200 without a jump', () => {
    const draws = (n: number) => {
      const random = makeRandom(9)
      return Array.from({ length: n }, () => random.normal())
    }
    const one = hodgesLehmann(draws(200))
    const more = hodgesLehmann(draws(201))
    const moved = hodgesLehmann(draws(200).map((x) => x + 5))
    if (!one.ok || !more.ok || !moved.ok) throw new Error('should be computed')
    expect(moved.value).toBeCloseTo(one.value + 5, 12)
    expect(Math.abs((one.interval?.low ?? 9) - (more.interval?.low ?? 0))).toBeLessThan(0.02)
    expect(hodgesLehmann(draws(3001))).toMatchObject({ reason: 'too-many' })
    expect(hodgesLehmann([])).toMatchObject({ reason: 'empty' })
    expect(hodgesLehmann([1], 2)).toMatchObject({ culprit: 'confidence' })
    expect(hodgesLehmann([Number.NaN])).toMatchObject({ culprit: 'differences[0]' })
  })
  it('rank-biserial: by hand, one-sided, and turned', () => {
    expect(rankBiserial([1, 2, -3, 4])).toMatchObject({ value: close(0.4) })
    expect(rankBiserial([0, 0, 1, 3])).toMatchObject({ value: 1 })
    // With a zero below them the ranks are 2, 3, 4.
    expect(rankBiserial([0, -1, 2, 3])).toMatchObject({ value: close(5 / 9) })
  })
})

describe('McNemar', () => {
  it('Bentur et al. (2009) in Fagerland et al. (2013): 7 against 1, p 0.0703, mid-p 0.0391', () => {
    expect(mcnemarExact(7, 1)).toEqual({ p: close(0.0703125, 14), midP: close(0.0390625, 14) })
    expect(mcnemarExact(1, 7)).toEqual(mcnemarExact(7, 1))
  })
  it('is the binomial summed, and mid-p halves what is as far out', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (gained, lost) => {
        const n = gained + lost
        let chance = 0.5 ** n
        let p = 0
        let alike = 0
        for (let k = 0; k <= n; k++) {
          const distance = Math.abs(2 * k - n) - Math.abs(gained - lost)
          if (distance >= 0) p += chance
          if (distance === 0) alike += chance
          chance *= (n - k) / (k + 1)
        }
        if (n === 0) return
        expect(mcnemarExact(gained, lost)).toEqual({ p: close(p), midP: close(p - alike / 2) })
      }),
      { seed: 1 },
    )
    expect(mcnemarExact(0, 0)).toEqual({ p: 1, midP: 1 })
    expect(() => mcnemarExact(-1, 2)).toThrow(RangeError)
    expect(() => mcnemarExact(1.5, 2)).toThrow(RangeError)
  })
})

describe('before and after', () => {
  const threes = (n: number) => Array.from({ length: n }, () => 3)
  it('shows nothing below six, no verdict below ten', () => {
    expect(beforeAfter(threes(5), threes(5))).toEqual({ ok: false, reason: 'too-few', culprit: 'before' })
    expect(beforeAfter([...threes(5), null], threes(6))).toMatchObject({ reason: 'too-few' })
    const nine = beforeAfter(threes(9), [4, 5, 4, 5, 4, 5, 4, 5, 4])
    expect(nine).toMatchObject({
      n: 9,
      better: { count: 9, share: 1 },
      shift: { value: 1.5, interval: { low: 1, high: 2 } },
      test: null,
      rankBiserial: null,
      verdict: 'noVerdict',
    })
    const ten = beforeAfter(threes(10), [4, 5, 4, 5, 4, 5, 4, 5, 4, 5])
    expect(ten).toMatchObject({ verdict: 'changeShown', test: { p: close(2 / 1024, 14) }, rankBiserial: 1 })
  })
  it('the example of the documentation', () => {
    expect(beforeAfter([2, 3, 2, 3, 2, 3], [3, 4, 3, 3, 4, 3])).toMatchObject({
      better: { count: 4 },
      same: { count: 2 },
      worse: { count: 0 },
      verdict: 'noVerdict',
    })
  })
  it('ten who all stay the same are no proof that nothing changed', () => {
    expect(beforeAfter(threes(10), threes(10))).toMatchObject({
      ok: true,
      same: { count: 10 },
      test: null,
      rankBiserial: null,
      verdict: 'insufficientEvidence',
    })
  })
  it('turns better and worse where lower is better, and counts incomplete pairs', () => {
    const before = [3, 3, 3, 3, 3, 3, 3, null]
    const after = [4, 4, 2, 3, 4, 4, 4, 1]
    expect(beforeAfter(before, after)).toMatchObject({
      n: 7,
      incomplete: 1,
      better: { count: 5 },
      worse: { count: 1 },
    })
    expect(beforeAfter(before, after, { higherIsBetter: false })).toMatchObject({
      better: { count: 1 },
      worse: { count: 5 },
      shift: { value: 1 },
    })
  })
  it('finds a step of 0.6 on a five-point item about once in seven at ten pairs', () => {
    // Answers before even over 1–5 (mean 3), after independent and tilted to mean 3.6: differences spread by about 1.95.
    const random = makeRandom(12)
    const tilted = [0.08, 0.14, 0.2, 0.26, 0.32]
    const draw = () => {
      let left = random.uniform()
      for (const [i, share] of tilted.entries()) {
        left -= share
        if (left < 0) return i + 1
      }
      return 5
    }
    let shown = 0
    for (let i = 0; i < 2000; i++) {
      const before = Array.from({ length: 10 }, () => 1 + random.below(5))
      const found = beforeAfter(before, before.map(draw))
      if (found.ok && found.verdict === 'changeShown') shown++
    }
    expect(shown / 2000).toBeGreaterThan(0.09)
    expect(shown / 2000).toBeLessThan(0.19)
  })
  it('refuses what cannot be', () => {
    expect(beforeAfter([1, 2], [1])).toMatchObject({ reason: 'unequal-length', culprit: 'after' })
    expect(beforeAfter([1, Number.NaN], [1, 2])).toMatchObject({ reason: 'not-finite', culprit: 'before[1]' })
    expect(beforeAfter(threes(6), threes(6), { confidence: 1 })).toMatchObject({ culprit: 'confidence' })
    expect(
      beforeAfter(
        threes(6).map(() => -1.7e308),
        threes(6).map(() => 1.7e308),
      ),
    ).toMatchObject({ reason: 'out-of-range' })
    expect(beforeAfter(threes(3001), threes(3001))).toMatchObject({ reason: 'too-many', culprit: 'before' })
  })
})

describe('a knowledge item', () => {
  it('eight gained and none lost of twelve', () => {
    expect(knowledgeChange({ bothRight: 3, gained: 8, lost: 0, bothWrong: 1 })).toMatchObject({
      n: 12,
      rightBefore: { count: 3 },
      rightAfter: { count: 11 },
      test: { p: close(2 / 256, 14) },
      verdict: 'changeShown',
    })
  })
  it('follows the rules of small groups', () => {
    expect(knowledgeChange({ bothRight: 0, gained: 5, lost: 0, bothWrong: 0 })).toMatchObject({
      reason: 'too-few',
      culprit: 'pairs',
    })
    expect(knowledgeChange({ bothRight: 0, gained: 9, lost: 0, bothWrong: 0 })).toMatchObject({
      test: null,
      verdict: 'noVerdict',
    })
    expect(knowledgeChange({ bothRight: 4, gained: 3, lost: 2, bothWrong: 4 })).toMatchObject({
      verdict: 'insufficientEvidence',
    })
    expect(knowledgeChange({ bothRight: -1, gained: 9, lost: 0, bothWrong: 0 })).toMatchObject({
      reason: 'negative',
      culprit: 'pairs.bothRight',
    })
    expect(knowledgeChange({ bothRight: 1, gained: 9.5, lost: 0, bothWrong: 0 })).toMatchObject({
      reason: 'not-whole',
    })
    expect(knowledgeChange({ bothRight: 1, gained: 9, lost: 0, bothWrong: 0 }, 0)).toMatchObject({
      reason: 'out-of-range',
    })
  })
})
