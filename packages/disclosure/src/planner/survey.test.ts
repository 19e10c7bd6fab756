import { describe, expect, it } from 'vitest'
import { cellAt, plainTable } from '../testing/plain-table.ts'
import type { Arrangement } from './arrange.ts'
import { detailKept, recordsShown, toldBy } from './detail.ts'
import { estimateSecondary } from './estimate-secondary.ts'
import { shownChances } from './hiding-chances.ts'
import { survey } from './survey.ts'
import type { PlanRules } from './types.ts'

const RULES: PlanRules = { threshold: 3, zeros: 'publish', attackers: [0, 1], width: 1 }

/** A table by hand; `crossed` columns at most in each table. */
function table(leaves: readonly number[], counts: readonly number[], crossed = leaves.length): Arrangement {
  const { cube, values } = plainTable(leaves, counts)
  const names = cube.dimensions.map(({ name }) => name)
  const tables = crossed === leaves.length ? [names] : names.map((name) => [name])
  return { cube, counts: values, places: names.map((_, place) => place), crossed, tables }
}

/** One small count in the middle of large ones. */
const ALONE = table([3, 3], [9, 9, 9, 9, 1, 9, 9, 9, 9])
const whole = (one: Arrangement, columns: number) =>
  toldBy(one, survey(one, RULES), columns, new Float64Array(one.cube.size).fill(1))

describe('what is known before anything is hidden', () => {
  it('counts cells, sensitive cells and their records; zeros only where they are protected', () => {
    const one = table([2, 2], [1, 2, 0, 7])
    expect(survey(one, RULES)).toMatchObject({
      // The empty cell is none; a1 (3) and b1 (1), b2 (9), a2 (7) and the total are sums.
      cells: 8,
      sensitiveCells: 3,
      ones: 2,
      recordsSensitive: 3 / 10,
    })
    expect(survey(one, { ...RULES, zeros: 'protect' })).toMatchObject({ cells: 9, sensitiveCells: 4 })
  })

  it('a cell alone along l dimensions takes 2^l − 1 others, one with company along each takes none', () => {
    expect(survey(ALONE, RULES).loneliness).toBe(3)
    // A square of small counts hides itself.
    const square = table([3, 3], [1, 1, 9, 1, 1, 9, 9, 9, 9])
    expect(survey(square, RULES)).toMatchObject({ sensitiveCells: 4, loneliness: 0 })
    const cube = table([2, 2, 2], [1, 9, 9, 9, 9, 9, 9, 9])
    expect(survey(cube, RULES).loneliness).toBe(7)
  })

  it('only cells that stand in a table count where the crossing is limited', () => {
    const limited = table([3, 3], [9, 9, 9, 9, 1, 9, 9, 9, 9], 1)
    expect(survey(limited, RULES)).toMatchObject({ cells: 7, sensitiveCells: 0, recordsSensitive: 0 })
  })
})

describe('detail', () => {
  // Four by two, all alike: 2 bits, 1 bit, and 3 bits crossed.
  const even = table([4, 2], Array<number>(8).fill(5))

  it('is all there where all is shown', () => {
    expect(detailKept(whole(even, 2), whole(even, 2))).toBe(1)
    expect(recordsShown(whole(even, 2), even)).toBe(1)
  })

  it('falls by the bits of what is merged, left out, not crossed', () => {
    const merged = table([2, 2], Array<number>(4).fill(10))
    const without = table([4], Array<number>(4).fill(10))
    const apart = table([4, 2], Array<number>(8).fill(5), 1)
    expect(detailKept(whole(even, 2), whole(merged, 2))).toBeCloseTo(4 / 6, 12)
    expect(detailKept(whole(even, 2), whole(without, 2))).toBeCloseTo(2 / 6, 12)
    expect(detailKept(whole(even, 2), whole(apart, 2))).toBeCloseTo(3 / 6, 12)
  })

  it('falls by what hidden cells carry', () => {
    const shown = new Float64Array(even.cube.size).fill(1)
    shown[cellAt(even.cube, 'a1', 'b1')] = 0
    const told = toldBy(even, survey(even, RULES), 2, shown)
    expect(detailKept(whole(even, 2), told)).toBeCloseTo((6 - 3 / 8) / 6, 12)
    expect(recordsShown(told, even)).toBeCloseTo(7 / 8, 12)
  })
})

describe('what is likely to be hidden', () => {
  it('nothing beside nothing; never more than there is', () => {
    const none = survey(table([2, 2], [9, 9, 9, 9]), RULES)
    expect(estimateSecondary(none, RULES)).toBe(0)
    const found = survey(ALONE, RULES)
    expect(estimateSecondary(found, RULES)).toBeGreaterThan(0)
    expect(estimateSecondary({ ...found, loneliness: 1e6 }, RULES)).toBe(found.cells - found.sensitiveCells)
  })

  it('the chances add up to the number of cells, small counts first, sensitive ones never shown', () => {
    const mixed = table([3, 4], [1, 4, 30, 200, 5, 9, 60, 500, 8, 16, 90, 900])
    const found = survey(mixed, RULES)
    for (const secondary of [0, 1, 4, 9, found.cells - found.sensitiveCells]) {
      const shown = shownChances(mixed, found, secondary)
      const hidden = shown.reduce((sum, chance) => sum + 1 - chance, 0) - found.sensitiveCells
      expect(hidden).toBeCloseTo(secondary, 9)
      expect(Math.min(...shown)).toBeGreaterThanOrEqual(0)
      const at = (...codes: string[]) => shown[cellAt(mixed.cube, ...codes)] ?? Number.NaN
      expect(at('a1', 'b1')).toBe(0)
      expect(at('a1', 'b2')).toBeLessThanOrEqual(at('a3', 'b4'))
    }
  })
})
