import { expect, test } from 'vitest'
import { tabulateCube } from '../model/cube.ts'
import { contributorsOf } from '../sensitivity/contributors.ts'
import { certificateHolds, namesOfTables } from '../testing/attack-suppression.ts'
import { generateMagnitudes } from '../testing/generated-magnitudes.ts'
import { CELL, DEFAULT_RULES, type TableSet } from './options.ts'
import { suppress } from './suppress.ts'

test('protects amounts by dominance, each by the width its rule asks for', async () => {
  let tested = 0
  for (let seed = 1; seed <= 30; seed++) {
    const { name, cube, tables, leaves, holdings, amounts } = generateMagnitudes(seed, { mostInner: 80 })
    const contributors = contributorsOf(cube, leaves, holdings, amounts)
    const values = tabulateCube(cube, leaves, amounts)
    const set: TableSet = {
      cube,
      counts: tabulateCube(cube, leaves),
      tables: namesOfTables(cube, tables),
      figures: [{ kind: 'amount', name: 'granted', values, contributors }],
    }
    const dominance = { pPercent: 10, nk: { n: 2, k: 90 } as const, fewestContributors: 3 }
    const suppression = suppress(set, { ...DEFAULT_RULES, threshold: 1, dominance }, { rounds: 100 })
    if (!suppression.ok) continue
    expect(certificateHolds(suppression), name).toMatchObject({ ok: true })
    // A cell with one giver, or one beside whom the others are dust, is never shown.
    for (const [cell, total] of values.entries()) {
      const [first, second] = [contributors.first[cell] ?? 0, contributors.second[cell] ?? 0]
      if (total > 0 && 100 * (total - first - second) < 10 * first)
        expect(suppression.cells[cell], name).not.toBe(CELL.shown)
    }
    tested += suppression.needs.length
  }
  expect(tested).toBeGreaterThan(200)
})
