import { describe, expect, it } from 'vitest'
import type { GroupData } from './group-data.ts'
import { made } from './made-groups.test-support.ts'
import { type OaxacaOptions, oaxacaBlinder } from './oaxaca-blinder.ts'
import type { OaxacaBlinder } from './oaxaca-types.ts'

function decomposed(a: GroupData, b: GroupData, options?: OaxacaOptions): OaxacaBlinder {
  const result = oaxacaBlinder(a, b, options)
  if (!result.ok) throw new Error(`${result.reason} ${result.culprit}`)
  return result
}

const relative = (value: number, expected: number) =>
  Math.abs(value - expected) / Math.max(1e-3, Math.abs(expected))

describe('columns without variation', () => {
  it('are refused in every size of group, never given a coefficient', () => {
    for (let n = 10; n < 250; n++) {
      const a = made(n, n, 0.5)
      const b = made(n + 3, n + 7, 0)
      const flat = { ...b, x: { ...b.x, low: b.outcome.map(() => 0) } }
      expect(oaxacaBlinder(a, flat, { errors: 'none' })).toEqual({
        ok: false,
        reason: 'collinear',
        culprit: 'b.x.low',
      })
      const same = { ...b, outcome: b.outcome.map(() => 0.1) }
      expect(oaxacaBlinder(a, same, { errors: 'none' })).toEqual({
        ok: false,
        reason: 'no-variance',
        culprit: 'b.outcome',
      })
    }
  })
  it('are counted as draws without solution', () => {
    const b = made(60, 2, 0)
    const rare = { ...b, x: { ...b.x, low: b.outcome.map((_, i) => (i < 2 ? 1 : 0)) } }
    const draws = 2000
    const found = decomposed(made(61, 1, 0.5), rare, { errors: { draws, seed: 5 } })
    if (found.errors.method !== 'bootstrap') throw new Error('should be drawn')
    // Neither of the two rows is drawn with probability (58/60)⁶⁰.
    const expected = draws * (58 / 60) ** 60
    expect(Math.abs(found.errors.failed - expected)).toBeLessThan(5 * Math.sqrt(expected))
  })
  it('have totals whose errors do not depend on where a regressor is measured from', () => {
    const a = made(41, 3, 0.5)
    const b = made(33, 4, 0)
    const from = (g: typeof a, far: number) => ({
      ...g,
      x: { ...g.x, years: (g.x.years ?? []).map((v) => v + far) },
    })
    const near = decomposed(a, b)
    for (const far of [1e4, 1e6, 1e8]) {
      const { gap, twofold } = decomposed(from(a, far), from(b, far))
      // Adding 1e8 rounds the regressor itself to some 1e-8.
      expect(relative(gap.se ?? 0, near.gap.se ?? 1)).toBeLessThan(1e-6)
      for (const [r, { explained, unexplained }] of twofold.entries()) {
        expect(relative(explained.se ?? 0, near.twofold[r]?.explained.se ?? 1)).toBeLessThan(1e-6)
        expect(relative(unexplained.se ?? 0, near.twofold[r]?.unexplained.se ?? 1)).toBeLessThan(1e-6)
      }
    }
  })
  it('keep their digits however far the groups lie apart', () => {
    const a = made(41, 3, 0.5)
    const b = made(33, 4, 0)
    const near = decomposed(a, b, { errors: 'none' }).b.coefficients.years ?? 0
    for (const far of [1e3, 1e5, 1e7]) {
      const shifted = { ...b, x: { ...b.x, years: (b.x.years ?? []).map((v) => v + far) } }
      const slope = decomposed(a, shifted, { errors: 'none' }).b.coefficients.years ?? 0
      // Adding `far` itself rounds the regressor to some 1e-16 of it.
      expect(relative(slope, near)).toBeLessThan(1e-9)
    }
  })
})
