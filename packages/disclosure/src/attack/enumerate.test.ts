import { describe, expect, it } from 'vitest'
import { dimensionOf } from '../model/dimension.ts'
import { generateTables } from '../testing/generated-tables.ts'
import { highsSolver } from '../testing/highs-solver.ts'
import { cellAt, markCells, plainTable } from '../testing/plain-table.ts'
import { enumerateTables } from './enumerate.ts'
import { LpAttacker } from './lp-attacker.ts'
import { type Published, publish } from './published.ts'
import { randomFrom } from './tables.ts'

const DEEP = process.env.JAMVIKT_DEEP === '1'

describe('enumeration', () => {
  // 1 5 | 6      t  6-t
  // 4 2 | 6      5-t 1+t
  const { cube, values } = plainTable([2, 2], [1, 5, 4, 2])
  const inner = markCells(cube, ['a1', 'b1'], ['a1', 'b2'], ['a2', 'b1'], ['a2', 'b2'])

  it('finds every table that agrees with the margins', () => {
    const found = enumerateTables(publish(cube, values, [[0, 1]], inner, 0))
    expect(found).toMatchObject({ ok: true, tables: 6 })
    if (!found.ok) return
    expect(found.attainable[cellAt(cube, 'a1', 'b1')]).toEqual([0, 1, 2, 3, 4, 5])
    expect(found.attainable[cellAt(cube, 'a2', 'b2')]).toEqual([1, 2, 3, 4, 5, 6])
    expect(found.attainable[cellAt(cube, 'a1', 'Total')]).toEqual([6])
  })
  it('leaves out tables with a hidden zero when zeros are always shown', () => {
    const found = enumerateTables(publish(cube, values, [[0, 1]], inner, 1))
    expect(found).toMatchObject({ ok: true, tables: 4 })
    if (found.ok) expect(found.attainable[cellAt(cube, 'a1', 'b1')]).toEqual([1, 2, 3, 4])
  })
  it('refuses what has no end, no beginning, or too much between', () => {
    const all = new Uint8Array(cube.size).fill(1)
    expect(enumerateTables(publish(cube, values, [[0, 1]], all, 0))).toEqual({
      ok: false,
      reason: 'unbounded',
      cell: cellAt(cube, 'a1', 'b1'),
    })
    const page = publish(cube, values, [[0, 1]], inner, 0)
    const wrong = page.values.with(cellAt(cube, 'a1', 'Total'), 9)
    expect(enumerateTables({ ...page, values: wrong })).toEqual({ ok: false, reason: 'contradiction' })
    expect(enumerateTables(page, 3)).toEqual({ ok: false, reason: 'too-many', mostSteps: 3 })
  })
})

/** Linked tables with some cells hidden; where zeros are always shown, no zero is. The grand total stays. */
function randomPage(seed: number, lb: 0 | 1): Published {
  const { cube, values, tables } = generateTables(seed, { mostInner: 32, mean: 0.9 })
  const below = randomFrom(seed)
  const hiddenOfTen = 4 + below(7)
  const hidden = Uint8Array.from(values, (value, cell) =>
    (lb === 1 && value === 0) || cell === cube.size - 1 || below(10) >= hiddenOfTen ? 0 : 1,
  )
  return publish(cube, values, tables, hidden, lb)
}

/** Leaves known only by the sums of random groups: their corners are seldom whole. */
function overlappingGroups(seed: number, lb: 0 | 1): Published {
  const below = randomFrom(seed)
  const codes = Array.from({ length: 15 }, (_, node) => `n${node}`)
  const groups = Array.from({ length: 7 }, (_, g) =>
    [g, g + 1, below(8), below(8)].filter((leaf, i, all) => all.indexOf(leaf) === i),
  )
  const members = [...Array.from({ length: 8 }, (_, leaf) => [leaf]), ...groups]
  const counts = Array.from({ length: 8 }, () => lb + below(3))
  const { cube, values } = plainTable([dimensionOf('a', codes, members, 8)], counts)
  const hidden = Uint8Array.from(codes, (_, node) => (node < 8 || (node > 9 && below(4) === 0) ? 1 : 0))
  return {
    cube,
    inTable: new Uint8Array(cube.size).fill(1),
    shown: hidden.map((mark) => 1 - mark),
    values,
    lb,
  }
}

describe('the attacker who solves against the one who tries everything', () => {
  it.each([
    { what: 'linked tables', pageOf: randomPage, runs: DEEP ? 800 : 80, least: DEEP ? 200 : 30 },
    { what: 'overlapping groups', pageOf: overlappingGroups, runs: DEEP ? 400 : 60, least: DEEP ? 200 : 30 },
  ])('finds the same ranges in $what', async ({ pageOf, runs, least }) => {
    const solver = await highsSolver()
    let compared = 0
    for (let seed = 1; seed <= runs; seed++) {
      for (const lb of [0, 1] as const) {
        const page = pageOf(seed, lb)
        const all = enumerateTables(page, 20_000)
        if (!all.ok || all.tables === 1) continue
        compared += 1
        const cells = [...all.attainable.keys()]
        const ends = all.attainable.map((values, cell) => ({ cell, low: values[0], high: values.at(-1) }))
        const attacker = new LpAttacker(page, solver)
        expect(attacker.ranges(cells, 'whole')).toEqual(ends)
        for (const { cell, low, high } of attacker.ranges(cells, 'linear')) {
          expect(low).toBeLessThanOrEqual(ends[cell]?.low ?? -1)
          expect(high).toBeGreaterThanOrEqual(ends[cell]?.high ?? Number.POSITIVE_INFINITY)
        }
        for (const width of [1, 2, 3]) {
          const narrow = ends.filter(({ low = 0, high = 0 }) => high - low < width)
          expect(attacker.narrowest(cells, width, 'whole')).toEqual(narrow)
        }
        attacker.close()
      }
    }
    expect(compared).toBeGreaterThan(least)
  })
})
