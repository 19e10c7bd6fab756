import { describe, expect, it } from 'vitest'
import { shownMedians } from './shown-medians.ts'
import type { TrueCell } from './types.ts'

const cell = (
  by: Record<string, string>,
  granted: number,
  median: number,
): TrueCell & { median: number } => ({
  by,
  counts: { applied: granted, granted },
  amounts: {
    granted: {
      totalOre: granted * 1000,
      contributors: granted,
      top: [1, 2, 3].map((id) => ({ id, ore: 1000 })),
    },
  },
  median,
})

const medians = (women: number, men: number, released = true) =>
  shownMedians({
    cells: [
      cell({}, women + men, 12_345),
      cell({ sex: 'women' }, women, 12_345),
      cell({ sex: 'men' }, men, 54_321),
    ],
    amount: 'granted',
    medianOf: (one) => one.median,
    isReleased: (by) => released || by.sex !== 'women',
  })

describe('the medians of a table', () => {
  it('are shown rounded to two significant digits where ten stand on either side', () => {
    const shown = medians(10, 10)
    expect([shown({}), shown({ sex: 'women' }), shown({ sex: 'men' })]).toEqual([12_000, 12_000, 54_000])
  })

  it('are absent for a group and for its complement when either has under ten', () => {
    const shown = medians(9, 40)
    expect([shown({ sex: 'women' }), shown({ sex: 'men' })]).toEqual([null, null])
  })

  it('are absent for a hidden group', () => {
    expect(medians(30, 40, false)({ sex: 'women' })).toBeNull()
  })
})
