import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableFrom } from '../attack/tables.ts'
import { isDominated } from './rule.ts'
import type { GuardedAmount, TrueCell } from './types.ts'

const amount = (...ore: number[]): GuardedAmount => ({
  totalOre: ore.reduce((a, b) => a + b, 0),
  contributors: ore.length,
  top: ore.map((value, id) => ({ id, ore: value })),
})
const withAmount = (granted: GuardedAmount): TrueCell => ({
  by: {},
  counts: { granted: 9 },
  amounts: { granted },
})

describe('dominance', () => {
  it('follows the p % rule', () => {
    expect(isDominated([withAmount(amount(100, 50, 10))], 'granted', 10)).toBe(false)
    expect(isDominated([withAmount(amount(101, 50, 10))], 'granted', 10)).toBe(true)
    expect(isDominated([withAmount(amount())], 'granted', 10)).toBe(false)
    expect(isDominated([withAmount({ ...amount(9), contributors: null, top: null })], 'granted', 10)).toBe(
      false,
    )
  })
  it('adds a recipient up over cells and expects the worst of unlisted ones', () => {
    const spread = [amount(100, 20, 20), amount(100, 20, 20)]
    expect(isDominated(spread.map(withAmount), 'granted', 10)).toBe(false)
    expect(isDominated(spread.map(withAmount), 'granted', 30)).toBe(true)
    const cut = { totalOre: 300, contributors: 30, top: [{ id: 1, ore: 20 }] }
    expect(isDominated([withAmount(cut), withAmount(cut)], 'granted', 10)).toBe(false)
    expect(isDominated([withAmount({ totalOre: 300, contributors: 30, top: null })], 'granted', 10)).toBe(
      true,
    )
  })
  it('never judges a union milder than its recipients are', () => {
    const amounts = fc.array(fc.array(fc.record({ id: fc.nat(8), ore: fc.nat(1000) }), { maxLength: 12 }), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(amounts, (cells) => {
        const atoms = cells.map((recipients, i) => ({
          by: { a: `${i}` },
          counts: { granted: 9 },
          recipients,
        }))
        const truth = tableFrom(atoms, [[], ['a']])
        const shortened = truth.map((cell) => {
          const { granted } = cell.amounts
          if (granted === undefined) return cell
          return { ...cell, amounts: { granted: { ...granted, top: granted.top?.slice(0, 2) ?? null } } }
        })
        const [whole, ...parts] = shortened
        const [exact] = truth
        if (whole === undefined || exact === undefined || parts.length === 0) return
        const all = exact.amounts.granted?.contributors ?? 0
        if (all > 5) return
        if (isDominated([exact], 'granted', 10)) expect(isDominated(parts, 'granted', 10)).toBe(true)
      }),
      { seed: 22, numRuns: 300 },
    )
  })
})
