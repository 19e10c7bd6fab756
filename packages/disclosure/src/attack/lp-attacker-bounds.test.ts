import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highsSolver } from '../testing/highs-solver.ts'
import { cellAt, plainTable } from '../testing/plain-table.ts'
import { LpAttacker } from './lp-attacker.ts'
import { type Published, publish } from './published.ts'

const solver = await highsSolver()

/** The range by both kinds of reasoning, where they must agree. */
function rangeOf(page: Published, ...codes: string[]) {
  const attacker = new LpAttacker(page, solver)
  const { cell, low, high } = attacker.range(cellAt(page.cube, ...codes))
  expect(attacker.exactRange(cell)).toEqual({ cell, low, high })
  attacker.close()
  return { low, high }
}

const counts = (length: number) =>
  fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 })), { minLength: length, maxLength: length })
/** All inner cells from nothing but margins. */
function fromMargins(sizes: number[], figures: number[], tables: number[][]) {
  const { cube, values } = plainTable(sizes, figures)
  return { cube, values, page: publish(cube, values, tables, new Uint8Array(cube.size), 0) }
}

describe('bounds known in closed form', () => {
  it('Fréchet: a cell from its row and column', () => {
    fc.assert(
      fc.property(counts(12), (figures) => {
        const { cube, values, page } = fromMargins([3, 4], figures, [[0], [1]])
        const at = (...codes: string[]) => values[cellAt(cube, ...codes)] ?? 0
        const [row, column, all] = [at('a2', 'Total'), at('Total', 'b3'), at('Total', 'Total')]
        expect(rangeOf(page, 'a2', 'b3')).toEqual({
          low: Math.max(0, row + column - all),
          high: Math.min(row, column),
        })
      }),
      { seed: 1, numRuns: 60 },
    )
  })
  it('Dobra and Fienberg: a cell from two tables that share a dimension', () => {
    fc.assert(
      fc.property(counts(18), (figures) => {
        const { cube, values, page } = fromMargins([3, 2, 3], figures, [
          [0, 1],
          [1, 2],
        ])
        const at = (...codes: string[]) => values[cellAt(cube, ...codes)] ?? 0
        const [ab, bc, b] = [at('a1', 'b1', 'Total'), at('Total', 'b1', 'c2'), at('Total', 'b1', 'Total')]
        expect(rangeOf(page, 'a1', 'b1', 'c2')).toEqual({
          low: Math.max(0, ab + bc - b),
          high: Math.min(ab, bc),
        })
      }),
      { seed: 1, numRuns: 60 },
    )
  })
  it('two by two by two from all tables of two: one degree of freedom, with alternating signs', () => {
    fc.assert(
      fc.property(counts(8), (figures) => {
        const { cube, values, page } = fromMargins([2, 2, 2], figures, [
          [0, 1],
          [0, 2],
          [1, 2],
        ])
        const [even, odd] = [
          [figures[0], figures[3], figures[5], figures[6]],
          [figures[1], figures[2], figures[4], figures[7]],
        ].map((same) => Math.min(...same.map((figure) => figure ?? 0)))
        const x = values[cellAt(cube, 'a1', 'b1', 'c1')] ?? 0
        expect(rangeOf(page, 'a1', 'b1', 'c1')).toEqual({ low: x - (even ?? 0), high: x + (odd ?? 0) })
      }),
      { seed: 1, numRuns: 60 },
    )
  })
})
