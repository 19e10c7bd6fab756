import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOfTables } from '../attack/published.ts'
import { firstUnequal, tabulateCube } from '../model/cube.ts'
import { generateMagnitudes } from './generated-magnitudes.ts'
import { generateReleases, type PersonRecords } from './generated-releases.ts'
import { type GeneratedTables, generateTables } from './generated-tables.ts'

const seeds = fc.integer({ min: 1, max: 1e9 })
const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1)

function shapeOf({ cube, values, tables }: Pick<GeneratedTables, 'cube' | 'values' | 'tables'>) {
  const inTable = cellsOfTables(cube, tables)
  const told = [...values].filter((_, cell) => inTable[cell] === 1)
  return {
    inner: cube.dimensions.reduce((product, { leaves }) => product * leaves, 1),
    dimensions: cube.dimensions.length,
    tables: tables.length,
    small: told.filter((value) => value === 1 || value === 2).length / told.length,
    zero: told.filter((value) => value === 0).length / told.length,
    sexFirst: cube.dimensions[0]?.name === 'sex' && cube.dimensions[0].leaves === 2,
  }
}

describe('generated tables', () => {
  it('are counts that add up, few enough, with small ones among them; the same for the same seed', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 32, max: 600 }), (seed, mostInner) => {
        const generated = generateTables(seed, { mostInner })
        const { cube, values, tables } = generated
        const shape = shapeOf(generated)
        expect(shape.inner).toBeLessThanOrEqual(mostInner)
        expect(shape.small).toBeGreaterThanOrEqual(1 / 40)
        expect(firstUnequal(cube, values)).toBeNull()
        expect(values.every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(true)
        expect(tables.flat().every((d) => d >= 0 && d < cube.dimensions.length)).toBe(true)
        for (const [i, table] of tables.entries()) {
          const within = tables.filter((other, k) => k !== i && table.every((d) => other.includes(d)))
          expect(within).toEqual([])
        }
        expect(generateTables(seed, { mostInner }).values).toEqual(values)
      }),
      { seed: 1, numRuns: 60 },
    )
  })
  it('are of many shapes', () => {
    const generated = SEEDS.map((seed) => generateTables(seed))
    const shapes = generated.map(shapeOf)
    expect(new Set(shapes.map(({ dimensions }) => dimensions))).toEqual(new Set([2, 3, 4, 5]))
    expect(shapes.filter(({ tables }) => tables > 1).length).toBeGreaterThan(15)
    expect(shapes.filter(({ tables }) => tables === 1).length).toBeGreaterThan(15)
    expect(shapes.filter(({ sexFirst }) => sexFirst).length).toBeGreaterThan(30)
    expect(shapes.filter(({ zero }) => zero > 0.2).length).toBeGreaterThan(10)
    expect(shapes.filter(({ small }) => small > 0.1).length).toBeGreaterThan(20)
    expect(shapes.filter(({ inner }) => inner > 200).length).toBeGreaterThan(10)
    const pairs = generated.flatMap(({ cube }) =>
      cube.dimensions.flatMap(({ members, leaves }) => {
        const groups = members.slice(leaves, -1)
        return groups.flatMap((a, i) => groups.slice(i + 1).map((b) => ({ a, b })))
      }),
    )
    const common = (a: readonly number[], b: readonly number[]) => a.filter((leaf) => b.includes(leaf)).length
    const nest = pairs.filter(({ a, b }) => a.length < b.length && common(a, b) === a.length)
    const overlap = pairs.filter(({ a, b }) => {
      const both = common(a, b)
      return both > 0 && both < a.length && both < b.length
    })
    expect(nest.length).toBeGreaterThan(20)
    expect(overlap.length).toBeGreaterThan(20)
  })
})

describe('generated magnitudes', () => {
  it('are whole amounts of contributors who have one holding each', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { cube, leaves, contributors, holdings, amounts } = generateMagnitudes(seed)
        const holdingOf = new Map<number, number>()
        for (const [row, contributor] of contributors.entries()) {
          expect(holdingOf.get(contributor) ?? holdings[row]).toBe(holdings[row])
          holdingOf.set(contributor, holdings[row] ?? -1)
        }
        expect(amounts.every((amount) => Number.isInteger(amount) && amount >= 0 && amount <= 1e6)).toBe(true)
        for (const [d, column] of leaves.entries()) {
          expect(column).toHaveLength(amounts.length)
          expect(column.every((leaf) => leaf >= 0 && leaf < (cube.dimensions[d]?.leaves ?? 0))).toBe(true)
        }
        expect(generateMagnitudes(seed).amounts).toEqual(amounts)
      }),
      { seed: 1, numRuns: 60 },
    )
  })
  it('hold holdings of several contributors, contributors in several cells, and amounts that dwarf the rest', () => {
    const generated = SEEDS.map((seed) => generateMagnitudes(seed))
    const shared = generated.filter(
      ({ contributors, holdings }) => new Set(holdings).size < new Set(contributors).size,
    )
    expect(shared.length).toBeGreaterThan(40)
    const repeated = generated.filter(({ contributors }) => new Set(contributors).size < contributors.length)
    expect(repeated.length).toBeGreaterThan(40)
    const dominated = generated.filter(({ amounts }) => {
      const total = amounts.reduce((sum, amount) => sum + amount, 0)
      return Math.max(...amounts) > total / 4
    })
    expect(dominated.length).toBeGreaterThan(5)
    expect(generated.filter(({ amounts }) => amounts.includes(0)).length).toBeGreaterThan(30)
  })
})

function byId({ ids, leaves }: PersonRecords): Map<number, string> {
  return new Map([...ids].map((id, row) => [id, leaves.map((column) => column[row]).join()]))
}

describe('generated releases', () => {
  it('are persons with a number each, and differ', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { cube, before, after } = generateReleases(seed)
        for (const release of [before, after]) {
          expect(byId(release).size).toBe(release.ids.length)
          expect(tabulateCube(cube, release.leaves).at(-1)).toBe(release.ids.length)
          for (const [d, column] of release.leaves.entries()) {
            expect(column.every((leaf) => leaf >= 0 && leaf < (cube.dimensions[d]?.leaves ?? 0))).toBe(true)
          }
        }
        expect(generateReleases(seed).after).toEqual(after)
      }),
      { seed: 1, numRuns: 60 },
    )
  })
  it('add, remove and move persons: at times one, at times many', () => {
    const changes = SEEDS.map((seed) => {
      const { before, after } = generateReleases(seed)
      const [old, now] = [byId(before), byId(after)]
      const added = [...now.keys()].filter((id) => !old.has(id)).length
      const removed = [...old.keys()].filter((id) => !now.has(id)).length
      const moved = [...now].filter(([id, at]) => old.has(id) && old.get(id) !== at).length
      return { added, removed, moved, all: added + removed + moved }
    })
    expect(changes.filter(({ all }) => all === 1).length).toBeGreaterThan(10)
    expect(changes.filter(({ all }) => all > 10).length).toBeGreaterThan(5)
    for (const kind of ['added', 'removed', 'moved'] as const) {
      expect(changes.filter((change) => change[kind] > 0).length).toBeGreaterThan(15)
    }
    expect(changes.filter(({ all }) => all === 0)).toEqual([])
  })
})
