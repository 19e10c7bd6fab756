import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeRandom } from '../math/random.ts'
import type { GroupData } from './group-data.ts'
import { type YunDecomposition, type YunOptions, yunDecomposition } from './yun.ts'

function decomposed(a: GroupData, b: GroupData, options?: YunOptions): YunDecomposition {
  const result = yunDecomposition(a, b, options)
  if (!result.ok) throw new Error(`${result.reason} ${result.culprit}`)
  return result
}

function made(rows: number, seed: number, shift: number) {
  const random = makeRandom(seed)
  const x: Record<string, number[]> = { size: [], low: [], high: [] }
  const outcome: number[] = []
  for (let i = 0; i < rows; i++) {
    const size = 1000 * (5 + random.normal() + shift)
    const kind = random.below(3)
    x.size?.push(size)
    x.low?.push(kind === 0 ? 1 : 0)
    x.high?.push(kind === 2 ? 1 : 0)
    const eta = -2.5 + 0.4 * (size / 1000) + 0.5 * shift + (kind === 2 ? 0.8 : 0)
    outcome.push(random.uniform() < 1 / (1 + Math.exp(-eta)) ? 1 : 0)
  }
  return { outcome, x }
}
const close = (a: number, b: number, tolerance = 1e-8) => expect(Math.abs(a - b)).toBeLessThan(tolerance)

describe('a saturated model has a closed form', () => {
  // One dummy: the logistic fit is the two observed rates, so the parts are those of direct standardisation.
  // A: 40 of 100 where x = 1, 30 of 300 where x = 0. B: 60 of 200 where x = 1, 10 of 200 where x = 0.
  const group = (n1: number, y1: number, n0: number, y0: number): GroupData => ({
    outcome: [
      ...Array.from({ length: n1 }, (_, i) => (i < y1 ? 1 : 0)),
      ...Array.from({ length: n0 }, (_, i) => (i < y0 ? 1 : 0)),
    ],
    x: { x: [...Array.from({ length: n1 }, () => 1), ...Array.from({ length: n0 }, () => 0)] },
  })
  const found = decomposed(group(100, 40, 300, 30), group(200, 60, 200, 10))
  it('in whole', () => {
    close(found.gap.estimate, 70 / 400 - 70 / 400)
    const underB = 0.25 * 0.3 + 0.75 * 0.05
    close(found.twofold[0]?.explained.estimate ?? 0, underB - 70 / 400, 1e-10)
    const underA = 0.5 * 0.4 + 0.5 * 0.1
    close(found.twofold[1]?.explained.estimate ?? 0, 70 / 400 - underA, 1e-10)
  })
  it('with the delta error of that form', () => {
    // Explained under B = (pA − pB)(r1 − r0): pA of 400, pB of 400, r1 of 200, r0 of 200, all independent.
    const d = 0.25
    const variance =
      d ** 2 * ((0.25 * 0.75) / 400 + (0.5 * 0.5) / 400) +
      0.25 ** 2 * ((0.3 * 0.7) / 200 + (0.05 * 0.95) / 200)
    close(found.twofold[0]?.explained.se ?? 0, Math.sqrt(variance), 1e-6)
  })
})

describe('properties', () => {
  const cases = fc.tuple(
    fc.integer({ min: 40, max: 150 }),
    fc.integer({ min: 40, max: 150 }),
    fc.integer({ min: 1, max: 1e6 }),
  )
  it('parts sum to the gap and variables to their part; nothing depends on order, scale of weights or units', () => {
    let answered = 0
    fc.assert(
      fc.property(cases, ([n, m, s]) => {
        const a = made(n, s, 0.5)
        const b = made(m, s + 1, 0)
        const one = yunDecomposition(a, b, { dummies: { kind: ['low', 'high'] } })
        if (!one.ok) return
        answered += 1
        const rate = (g: typeof a) => g.outcome.reduce((sum, y) => sum + y, 0) / g.outcome.length
        close(one.gap.estimate, rate(a) - rate(b))
        const thousand = (g: typeof a) => ({
          outcome: g.outcome.toReversed(),
          x: {
            high: (g.x.high ?? []).toReversed(),
            low: (g.x.low ?? []).toReversed(),
            size: (g.x.size ?? []).map((v) => v / 1000).toReversed(),
          },
          weights: g.outcome.map(() => 12e-20),
        })
        const other = decomposed(thousand(a), thousand(b), { dummies: { kind: ['low', 'high'] } })
        for (const [r, { explained, unexplained }] of one.twofold.entries()) {
          close(explained.estimate + unexplained.estimate, one.gap.estimate)
          for (const part of [explained, unexplained]) {
            if (part.byVariable === null) continue
            close(
              part.byVariable.reduce((sum, { estimate }) => sum + estimate, 0),
              part.estimate,
            )
            expect(
              part.byVariable.every(({ estimate, se }) => Number.isFinite(estimate) && Number.isFinite(se)),
            ).toBe(true)
          }
          close(other.twofold[r]?.explained.estimate ?? 0, explained.estimate)
          close(other.twofold[r]?.unexplained.se ?? 0, unexplained.se ?? 1, 1e-5)
        }
      }),
      { seed: 5, numRuns: 40 },
    )
    expect(answered).toBeGreaterThan(20)
  })
  it('has bootstrap errors near the delta errors', () => {
    const a = made(900, 3, 0.5)
    const b = made(700, 4, 0)
    const delta = decomposed(a, b)
    const drawn = decomposed(a, b, { errors: { draws: 400, seed: 2 } })
    drawn.twofold.forEach(({ explained, unexplained }, r) => {
      close((delta.twofold[r]?.explained.se ?? 0) / (explained.se ?? 1), 1, 0.15)
      close((delta.twofold[r]?.unexplained.se ?? 0) / (unexplained.se ?? 1), 1, 0.15)
    })
  })
})

describe('refusals name the culprit', () => {
  const a = made(60, 1, 0.5)
  const b = made(60, 2, 0)
  it.each<[string, GroupData, GroupData, string, string]>([
    [
      'an outcome of 2',
      { ...a, outcome: a.outcome.map((_, i) => (i === 4 ? 2 : 0)) },
      b,
      'out-of-range',
      'a.outcome[4]',
    ],
    ['nobody with the outcome', a, { ...b, outcome: b.outcome.map(() => 0) }, 'no-variance', 'b.outcome'],
    [
      'a regressor that divides the outcomes',
      a,
      { outcome: b.outcome, x: { ...b.x, low: b.outcome } },
      'separated',
      'b.x.low',
    ],
    [
      'a regressor that follows from others',
      { ...a, x: { ...a.x, more: a.x.size ?? [] } },
      { ...b, x: { ...b.x, more: b.outcome } },
      'collinear',
      'a.x.more',
    ],
    ['an empty group', { outcome: [], x: { size: [], low: [], high: [] } }, b, 'empty-group', 'a'],
  ])('%s', (_, first, second, reason, culprit) => {
    expect(yunDecomposition(first, second)).toEqual({ ok: false, reason, culprit })
  })
})
