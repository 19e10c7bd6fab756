import { describe, expect, it } from 'vitest'
import { subsets, tableFrom } from './attack/tables.ts'
import { groupKey } from './group-key.ts'
import { protectCells } from './protect-cells.ts'

/** Every way to spread a total over some categories. */
function spreads(total: number, categories: number): number[][] {
  if (categories === 1) return [[total]]
  return Array.from({ length: total + 1 }, (_, first) =>
    spreads(total - first, categories - 1).map((rest) => [first, ...rest]),
  ).flat()
}

/** Small counts that are the same in all tables which look alike once protected. */
function betrayed(categories: number, most: number, threshold: number): string[] {
  const alike = new Map<string, Map<string, number>[]>()
  for (let total = 0; total <= most; total++) {
    for (const counts of spreads(total, categories)) {
      const atoms = counts.map((granted, i) => ({ by: { a: `${i}` }, counts: { granted } }))
      const cells = tableFrom(atoms, subsets(['a'], 1))
      const protection = protectCells(cells, { threshold })
      if (!protection.ok) throw new Error(protection.reason)
      const truth = new Map(cells.map((cell) => [groupKey(cell.by), cell.counts.granted ?? 0]))
      const look = JSON.stringify(protection.table.cells)
      alike.set(look, [...(alike.get(look) ?? []), truth])
    }
  }
  return [...alike].flatMap(([look, truths]) =>
    [...(truths[0]?.keys() ?? [])].flatMap((key) => {
      const values = new Set(truths.map((truth) => truth.get(key) ?? 0))
      const [only = 0] = values
      const isHidden = look.includes(`"suppressed":true`)
      return values.size === 1 && only > 0 && only < threshold && isHidden
        ? [`${key} = ${only} in ${look}`]
        : []
    }),
  )
}

describe('who knows the method and N, and can run it on every table there is', () => {
  it.each([
    { categories: 2, most: 16, threshold: 3 },
    { categories: 3, most: 14, threshold: 3 },
    { categories: 4, most: 10, threshold: 3 },
    { categories: 4, most: 12, threshold: 4 },
    { categories: 3, most: 20, threshold: 5 },
    { categories: 5, most: 10, threshold: 5 },
  ])(
    'finds no small count among $categories categories, N = $threshold',
    ({ categories, most, threshold }) => {
      expect(betrayed(categories, most, threshold)).toEqual([])
    },
  )
})
