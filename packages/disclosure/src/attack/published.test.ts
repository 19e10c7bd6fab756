import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf } from '../model/cube.ts'
import { generateTables } from '../testing/generated-tables.ts'
import { cellAt, markCells, plainTable } from '../testing/plain-table.ts'
import { cellsOfTables, innerBeneath, publish } from './published.ts'

const { cube, values } = plainTable([2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8])

describe('the cells of linked tables', () => {
  it('stand at the total in every dimension the table leaves out', () => {
    const named = (tables: readonly (readonly number[])[]) =>
      [...cellsOfTables(cube, tables).entries()]
        .flatMap(([cell, mark]) => (mark === 1 ? [codesOf(cube, cell).join(' ')] : []))
        .sort()
    expect(named([[0], [2]])).toEqual([
      'Total Total Total',
      'Total Total c1',
      'Total Total c2',
      'a1 Total Total',
      'a2 Total Total',
    ])
    expect(named([[]])).toEqual(['Total Total Total'])
    expect(named([])).toEqual([])
    // 3 × 3 cells each, less the three of dimension b that they share.
    expect(
      named([
        [0, 1],
        [1, 2],
      ]),
    ).toHaveLength(15)
    expect(named([[0, 1, 2]])).toHaveLength(27)
  })
})

describe('what is published', () => {
  it('holds no hidden value and nothing from outside the tables', () => {
    const page = publish(cube, values, [[0, 1]], markCells(cube, ['a1', 'b1', 'Total']), 1)
    expect(page.values[cellAt(cube, 'a1', 'b1', 'Total')]).toBe(0)
    expect(page.shown[cellAt(cube, 'a1', 'b1', 'Total')]).toBe(0)
    expect(page.inTable[cellAt(cube, 'a1', 'b1', 'Total')]).toBe(1)
    expect(page.values[cellAt(cube, 'a2', 'b1', 'Total')]).toBe(11)
    expect(page.shown[cellAt(cube, 'a2', 'b1', 'Total')]).toBe(1)
    expect(page.values[cellAt(cube, 'a2', 'b1', 'c1')]).toBe(0)
    expect(page.shown[cellAt(cube, 'a2', 'b1', 'c1')]).toBe(0)
  })
})

describe('the inner cells beneath a cell', () => {
  it('add up to it, in hierarchies and overlapping groups too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const generated = generateTables(seed, { mostInner: 60 })
        for (let cell = 0; cell < generated.cube.size; cell++) {
          const beneath = innerBeneath(generated.cube, cell)
          expect(new Set(beneath).size).toBe(beneath.length)
          expect(beneath.reduce((sum, at) => sum + (generated.values[at] ?? 0), 0)).toBe(
            generated.values[cell],
          )
        }
      }),
      { seed: 1, numRuns: 40 },
    )
  })
})
