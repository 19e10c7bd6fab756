import { describe, expect, it } from 'vitest'
import { roundSignificant } from '../round-significant.ts'
import { medianMayBeShown } from './median-rule.ts'
import { money } from './money.test-support.ts'
import type { By, TrueCell } from './types.ts'

describe('medianMayBeShown', () => {
  const group = money({ sex: 'women' }, 20, 20)
  const question = (parent: number, sibling: TrueCell, released = true) => ({
    group,
    families: [{ parent: money({}, parent, parent), siblings: [sibling] }],
    amount: 'granted',
    isReleased: (by: By) => released || 'sex' in by,
  })
  it('needs ten recipients in the group and ten outside it', () => {
    expect(medianMayBeShown(question(40, money({ sex: 'men' }, 20, 20)))).toBe(true)
    expect(medianMayBeShown(question(29, money({ sex: 'men' }, 9, 9)))).toBe(false)
    expect(medianMayBeShown({ ...question(40, group), group: money({ sex: 'women' }, 9, 9) })).toBe(false)
  })
  it('is fine where nobody is left outside', () => {
    expect(medianMayBeShown(question(20, money({ sex: 'men' }, 0, 0)))).toBe(true)
  })
  it('refuses a hidden parent, a missing family and unknown recipients', () => {
    const men = money({ sex: 'men' }, 20, 20)
    expect(medianMayBeShown(question(40, men, false))).toBe(false)
    expect(medianMayBeShown({ ...question(40, men), families: [] })).toBe(false)
    const unknown = { ...group, amounts: { granted: { totalOre: 1, contributors: null, top: null } } }
    expect(medianMayBeShown({ ...question(40, men), group: unknown })).toBe(false)
  })
})

describe('roundSignificant', () => {
  it('rounds half to even', () => {
    expect(
      [1_250_000, 1_350_000, 1_251_000, 0.125, 0, -1250, 99.6, 7].map((x) => roundSignificant(x)),
    ).toEqual([1_200_000, 1_400_000, 1_300_000, 0.12, 0, -1200, 100, 7])
    expect(roundSignificant(123_456, 4)).toBe(123_500)
    expect(() => roundSignificant(Number.NaN)).toThrow(RangeError)
    expect(() => roundSignificant(1, 0)).toThrow(RangeError)
  })
})
