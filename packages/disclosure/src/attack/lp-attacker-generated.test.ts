import { describe, expect, it } from 'vitest'
import { type Cube, innerCells } from '../model/cube.ts'
import { generateTables } from '../testing/generated-tables.ts'
import { highsSolver } from '../testing/highs-solver.ts'
import { microCube } from '../testing/shared-microdata.ts'
import { LpAttacker } from './lp-attacker.ts'
import { cellsOfTables, type Published, publish } from './published.ts'
import { randomFrom } from './tables.ts'

const solver = await highsSolver()
const attack = (page: Published) => new LpAttacker(page, solver)

/** Some cells of the tables hidden at random; where zeros are always shown, no zero. */
function hideSome(cube: Cube, values: Float64Array, seed: number, lb: 0 | 1): Uint8Array {
  const below = randomFrom(seed)
  return Uint8Array.from(values, (value, cell) =>
    (lb === 1 && value === 0) || cell === cube.size - 1 || below(10) < 4 ? 0 : 1,
  )
}

const SETS = process.env.JAMVIKT_DEEP === '1' ? 200 : 25

describe('on generated tables', () => {
  it.each([0, 1] as const)('screening changes no answer, and the truth is in every range, lb %i', (lb) => {
    for (let seed = 1; seed <= SETS; seed++) {
      const { name, cube, values, tables } = generateTables(seed, { mostInner: 200 })
      const hidden = hideSome(cube, values, seed, lb)
      const attacker = attack(publish(cube, values, tables, hidden, lb))
      const inTable = cellsOfTables(cube, tables)
      const cells = [...hidden.keys()].filter((cell) => hidden[cell] === 1 && inTable[cell] === 1)
      for (const reasoning of ['linear', 'whole'] as const) {
        const ranges = attacker.ranges(cells, reasoning)
        for (const { cell, low, high } of ranges) {
          const value = values[cell] ?? 0
          expect([name, cell, low <= value && value <= (high ?? value)]).toEqual([name, cell, true])
        }
        const narrow = ranges.filter(({ low, high }) => high !== null && high - low < 2)
        expect([name, attacker.narrowest(cells, 2, reasoning, seed)]).toEqual([name, narrow])
      }
      attacker.close()
    }
  })
  it('nothing is read that is hidden', () => {
    const { cube, values, tables } = generateTables(26)
    const hidden = hideSome(cube, values, 3, 0)
    const page = publish(cube, values, tables, hidden, 0)
    const junk = page.values.map((value, cell) => (page.shown[cell] === 1 ? value : 99))
    const cells = [...innerCells(cube).keys()].filter((cell) => hidden[cell] === 1).slice(0, 40)
    expect(attack({ ...page, values: junk }).ranges(cells, 'whole')).toEqual(
      attack(page).ranges(cells, 'whole'),
    )
  })
  it('what she knows of zeros only narrows', () => {
    const { cube, values, tables } = generateTables(26)
    const hidden = hideSome(cube, values, 3, 1)
    const cells = [...hidden.keys()].filter((cell) => hidden[cell] === 1)
    const without = attack(publish(cube, values, tables, hidden, 0)).ranges(cells, 'whole')
    const withZeros = attack(publish(cube, values, tables, hidden, 1)).ranges(cells, 'whole')
    for (const [i, { low, high }] of withZeros.entries()) {
      expect(low).toBeGreaterThanOrEqual(without[i]?.low ?? 0)
      expect(high ?? Number.MAX_VALUE).toBeLessThanOrEqual(without[i]?.high ?? Number.MAX_VALUE)
    }
  })
})

describe('municipality by sex by background by industry', () => {
  it('is attacked whole: counts 1 and 2 hidden, with 1,200 cells more', () => {
    const micro = microCube('micro_100k.csv', ['municipality', 'sex', 'background', 'industry'])
    if (micro === null) return
    const { cube, values } = micro
    expect(cube.size).toBe(10_206)
    const small = [...values.keys()].filter((cell) => values[cell] === 1 || values[cell] === 2)
    expect(small).toHaveLength(508)
    const hidden = new Uint8Array(cube.size)
    for (const cell of small) hidden[cell] = 1
    const below = randomFrom(7)
    for (let more = 0; more < 1200; ) {
      const cell = below(cube.size)
      if (hidden[cell] === 1 || values[cell] === 0) continue
      hidden[cell] = 1
      more += 1
    }
    for (const lb of [0, 1] as const) {
      const attacker = attack(publish(cube, values, [[0, 1, 2, 3]], hidden, lb))
      const narrow = attacker.narrowest(small, 2, 'whole')
      const ranges = attacker.ranges(small, 'whole')
      expect(narrow).toEqual(ranges.filter(({ low, high }) => high !== null && high - low < 2))
      for (const { cell, low, high } of ranges) {
        expect(low).toBeLessThanOrEqual(values[cell] ?? 0)
        expect(high ?? Number.MAX_VALUE).toBeGreaterThanOrEqual(values[cell] ?? 0)
      }
    }
  })
})
