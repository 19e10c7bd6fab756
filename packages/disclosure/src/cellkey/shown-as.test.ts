import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tabulateCube } from '../model/cube.ts'
import { plainCube } from './keys.test-support.ts'
import { NOBODY, shownAs } from './shown-as.ts'

const THRESHOLD = 3

/** Counts of a cube of two dimensions, row by row, totals added. */
function counted(sizes: readonly [number, number], inner: readonly number[]) {
  const cube = plainCube(...sizes)
  const cells = inner.flatMap((count, at) => Array.from({ length: count }, () => at))
  const leaves = [
    Int32Array.from(cells, (at) => Math.floor(at / sizes[1])),
    Int32Array.from(cells, (at) => at % sizes[1]),
  ]
  return { cube, counts: tabulateCube(cube, leaves) }
}

const shownOf = (inner: readonly number[]) => {
  const { cube, counts } = counted([1, inner.length], inner)
  // The first dimension has one code, so that its cells are shown as those of the total are.
  return [...shownAs(cube, counts, THRESHOLD, [0, 1])].slice(inner.length + 1)
}

describe('the figure that a cell is shown with', () => {
  it('is that of the whole where all but a few belong to it, and none where few do', () => {
    const whole = 5
    for (const women of [0, 1, 2]) expect(shownOf([women, 40])).toEqual([NOBODY, whole, whole])
    expect(shownOf([3, 40])).toEqual([NOBODY, 4, whole])
    expect(shownOf([5, 40])).toEqual([3, 4, whole])
    for (const few of [
      [2, 2],
      [1, 1],
      [3, 1],
    ])
      expect(shownOf(few)).toEqual([NOBODY, NOBODY, NOBODY])
  })

  it('climbs on: from a cell to its whole, and to the whole of that', () => {
    const { cube, counts } = counted([2, 2], [40, 1, 1, 0])
    expect([...shownAs(cube, counts, THRESHOLD, [0, 1])]).toEqual([8, -1, 8, -1, -1, -1, 8, -1, 8])
  })

  it('never tells that one or two are shown as 0, nor that nobody is, by what else is shown of two groups', () => {
    const hidden = new Map<string, Set<number>>()
    for (let women = 0; women <= 12; women++) {
      for (let men = 0; men <= 12; men++) {
        const shown = shownOf([women, men])
        if (shown[0] !== NOBODY) continue
        const known = hidden.get(shown.join()) ?? new Set()
        hidden.set(shown.join(), known.add(women))
      }
    }
    // Whatever is shown, either there may be no woman or some, or there are as many as may be told of.
    for (const women of hidden.values())
      expect((women.has(0) && women.has(2)) || Math.min(...women) >= THRESHOLD).toBe(true)
  })

  it('is the same whether nobody, one or two are where the others are many', () => {
    const inner = fc.array(fc.integer({ min: 3, max: 60 }), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(inner, (others) => {
        // A cell of nobody, one or two, in a row and a column that hold many.
        const patterns = [0, 1, 2].map((few) => {
          const { cube, counts } = counted([2, 3], [few, ...others.map((count) => count + 10)])
          return shownAs(cube, counts, THRESHOLD, [0, 1]).join()
        })
        expect(new Set(patterns).size).toBe(1)
      }),
      { seed: 1 },
    )
  })

  it('is that of a cell which holds it, and at most threshold − 1 more for each dimension climbed', () => {
    const inner = fc.array(fc.nat(8), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(inner, (counts12) => {
        const { cube, counts } = counted([3, 4], counts12)
        const shown = shownAs(cube, counts, THRESHOLD, [0, 1])
        for (const [cell, as] of shown.entries()) {
          if (as === NOBODY) expect(counts[cell]).toBeLessThan(2 * THRESHOLD - 1)
          else expect((counts[as] ?? 0) - (counts[cell] ?? 0)).toBeLessThanOrEqual(2 * (THRESHOLD - 1))
          if (as !== NOBODY) expect(shown[as]).toBe(as)
        }
      }),
      { seed: 1 },
    )
  })
})
