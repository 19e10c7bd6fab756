import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainCube } from '../cellkey/keys.test-support.ts'
import { addUp, type Cube, firstUnequal, innerCells, layOut } from '../model/cube.ts'
import { buildDimension, type Dimension } from '../model/dimension.ts'
import { makeRandom } from '../model/random.ts'
import { generateTables } from '../testing/generated-tables.ts'
import { type RoundedCube, type RoundingOptions, roundCube } from './round-cube.ts'

function rounded(cube: Cube, counts: Float64Array, options: RoundingOptions): RoundedCube {
  const made = roundCube(cube, counts, options)
  if (!made.ok) throw new Error(made.reason)
  return made
}

/** Inner counts up to `most`, small ones more often, a fifth of them 0. */
function randomCounts(cube: Cube, seed: number, most: number): Float64Array {
  const random = makeRandom(seed)
  const counts = innerCells(cube).reduce((values, inner, cell) => {
    if (inner === 1 && random() > 0.2) values[cell] = Math.floor(random() ** 2 * (most + 1))
    return values
  }, new Float64Array(cube.size))
  addUp(cube, counts)
  return counts
}

/** A dimension of leaves in groups of the given sizes, and groups of groups where asked. */
function grouped(name: string, sizes: readonly number[], pairs = false): Dimension {
  const groups = sizes.flatMap((size, g) => Array.from({ length: size }, () => g))
  const codes = groups.map((_, leaf) => `${name}${leaf}`)
  const grouping = (of: (g: number) => string) => ({
    name: 'group',
    groupOf: new Map(codes.map((code, leaf) => [code, of(groups[leaf] ?? 0)])),
  })
  const built = buildDimension(name, codes, [
    grouping((g) => `group ${g}`),
    ...(pairs ? [grouping((g) => `pair ${Math.floor(g / 2)}`)] : []),
  ])
  if (!built.ok) throw new Error(built.reason)
  return built.dimension
}

function cubeOf(...dimensions: Dimension[]): Cube {
  const laid = layOut(dimensions)
  if (!laid.ok) throw new Error(laid.reason)
  return laid.cube
}

/** The first cell that is not a multiple, or not next to its count, or no longer the multiple it was. */
function firstNotNext(counts: Float64Array, values: Float64Array, base: number): number {
  return counts.findIndex((count, cell) => {
    const value = values[cell] ?? Number.NaN
    return value % base !== 0 || value < 0 || !(Math.abs(value - count) < base)
  })
}

const base = fc.constantFrom(3, 5)

describe('rounding of two dimensions', () => {
  it('puts every cell, margins too, at a multiple next to it, in hundreds of tables', () => {
    const size = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(
        size,
        size,
        fc.nat(1e9),
        fc.constantFrom(2, 8, 60),
        base,
        (rows, columns, seed, most, b) => {
          const cube = plainCube(rows, columns)
          const counts = randomCounts(cube, seed, most)
          const { values, allNext, largestShift } = rounded(cube, counts, { base: b, seed })
          expect(firstUnequal(cube, values)).toBeNull()
          expect(firstNotNext(counts, values, b)).toBe(-1)
          expect(allNext).toBe(true)
          expect(largestShift).toBeLessThan(b)
        },
      ),
      { seed: 1, numRuns: 600 },
    )
  })

  it('does so with groups and groups of groups in one of them, whichever stands first', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(sizes, fc.boolean(), fc.boolean(), fc.nat(1e9), base, (groups, pairs, first, seed, b) => {
        const nested = grouped('n', groups, pairs)
        const [plain] = plainCube(4).dimensions
        if (plain === undefined) throw new Error('no dimension')
        const cube = first ? cubeOf(nested, plain) : cubeOf(plain, nested)
        const counts = randomCounts(cube, seed, 12)
        const { values } = rounded(cube, counts, { base: b, seed })
        expect(firstUnequal(cube, values)).toBeNull()
        expect(firstNotNext(counts, values, b)).toBe(-1)
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('keeps the expected value of every cell', () => {
    const cube = cubeOf(grouped('n', [2, 1, 3]), ...plainCube(3).dimensions)
    const counts = randomCounts(cube, 5, 9)
    const runs = 4_000
    const sums = new Float64Array(cube.size)
    for (let seed = 0; seed < runs; seed++) {
      for (const [cell, value] of rounded(cube, counts, { base: 5, seed }).values.entries()) {
        sums[cell] = (sums[cell] ?? 0) + value
      }
    }
    for (const [cell, count] of counts.entries()) {
      const rest = count % 5
      const error = Math.sqrt((rest * (5 - rest)) / runs)
      expect(Math.abs((sums[cell] ?? 0) / runs - count)).toBeLessThanOrEqual(4.5 * error)
    }
  })

  it('of one dimension, grouped, is exact too', () => {
    const cube = cubeOf(grouped('n', [3, 3, 4], true))
    const counts = randomCounts(cube, 3, 7)
    const { values } = rounded(cube, counts, { base: 3, seed: 1 })
    expect(firstUnequal(cube, values)).toBeNull()
    expect(firstNotNext(counts, values, 3)).toBe(-1)
  })
})

describe('rounding of any cube', () => {
  it('adds up, in multiples, inner cells next to theirs, zeros 0, and says how far the rest went', () => {
    fc.assert(
      fc.property(fc.nat(10_000), base, (seed, b) => {
        const { cube, values: counts } = generateTables(seed, { mostInner: 150 })
        const { values, ...said } = rounded(cube, counts, { base: b, seed })
        const inner = innerCells(cube)
        expect(firstUnequal(cube, values)).toBeNull()
        expect(values.every((value) => value % b === 0 && value >= 0)).toBe(true)
        const shifts = values.map((value, cell) => Math.abs(value - (counts[cell] ?? 0)))
        for (const [cell, shift] of shifts.entries()) {
          if (inner[cell] === 1) expect(shift).toBeLessThan(b)
          if (counts[cell] === 0) expect(shift).toBe(0)
        }
        expect(said.largestShift).toBe(Math.max(...shifts))
        const beyond = shifts.filter((shift) => shift >= b).length
        expect(said.shiftByLevel.reduce((sum, { beyondNext }) => sum + beyondNext, 0)).toBe(beyond)
        expect(said.shiftByLevel.reduce((sum, { cells }) => sum + cells, 0)).toBe(cube.size)
        expect(said.allNext).toBe(beyond === 0)
      }),
      { seed: 1, numRuns: 25 },
    )
  })

  it('moves inner cells by no more than `steps` bases, and still keeps zeros', () => {
    const { cube, values: counts } = generateTables(12, { mostInner: 200 })
    for (const steps of [1, 2, 3]) {
      const { values } = rounded(cube, counts, { base: 3, seed: 1, steps })
      expect(firstUnequal(cube, values)).toBeNull()
      for (const [cell, inner] of innerCells(cube).entries()) {
        const shift = Math.abs((values[cell] ?? 0) - (counts[cell] ?? 0))
        if (inner === 1) expect(shift).toBeLessThan(counts[cell] === 0 ? 1 : 3 * steps)
      }
    }
  })

  it('leaves a table of multiples as it is', () => {
    const cube = plainCube(3, 4, 2)
    const counts = randomCounts(cube, 1, 20).map((count) => count * 3)
    expect(rounded(cube, counts, { base: 3, seed: 1 })).toMatchObject({ values: counts, largestShift: 0 })
  })

  it('is the same for a seed and differs between seeds', () => {
    const cube = plainCube(6, 5, 4)
    const counts = randomCounts(cube, 1, 20)
    const of = (seed: number) => rounded(cube, counts, { base: 5, seed }).values
    expect(of(7)).toEqual(of(7))
    expect(of(7)).not.toEqual(of(8))
  })

  it('that is stopped at once still adds up and says what it left', () => {
    const cube = plainCube(9, 8, 7)
    const counts = randomCounts(cube, 1, 20)
    const made = rounded(cube, counts, { base: 3, seed: 1, stop: () => true })
    expect(firstUnequal(cube, made.values)).toBeNull()
    expect(made.allNext).toBe(false)
    expect(rounded(cube, counts, { base: 3, seed: 1 }).allNext).toBe(true)
  })
})

describe('what a rounded table gives away', () => {
  it('lets every count within base − 1 of an inner cell stand: that table rounds to the same one', () => {
    const cube = plainCube(3, 3)
    const shown = rounded(cube, randomCounts(cube, 2, 9), { base: 3, seed: 1 }).values
    for (const [cell, inner] of innerCells(cube).entries()) {
      if (inner === 0) continue
      const y = shown[cell] ?? 0
      for (let count = Math.max(0, y - 2); count <= y + 2; count++) {
        const truth = Float64Array.from(shown)
        truth[cell] = count
        addUp(cube, truth)
        const outcomes = Array.from(
          { length: 40 },
          (_, seed) => rounded(cube, truth, { base: 3, seed }).values,
        )
        expect(outcomes.some((values) => values.join() === shown.join())).toBe(true)
      }
    }
  })
})

describe('refusals of rounding', () => {
  const cube = plainCube(2)
  const counts = Float64Array.of(1, 2, 3)
  const good = { base: 3, seed: 1 }

  it.each([
    [{ ...good, base: 4 }, 'base'],
    [{ ...good, base: Number.NaN }, 'base'],
    [{ ...good, seed: 0.5 }, 'seed'],
    [{ ...good, steps: 0 }, 'steps'],
    [{ ...good, steps: 4 }, 'steps'],
  ])('name the option of %j: %s', (options, option) => {
    expect(roundCube(cube, counts, options)).toEqual({ ok: false, reason: 'bad-option', option })
  })

  it('name the cell that is no count or does not add up', () => {
    const refusal = (...values: number[]) => roundCube(cube, Float64Array.from(values), good)
    expect(refusal(1, -2, -1)).toEqual({ ok: false, reason: 'bad-count', cell: 1 })
    expect(refusal(1, 2, Number.POSITIVE_INFINITY)).toEqual({ ok: false, reason: 'bad-count', cell: 2 })
    expect(refusal(1.5, 2, 3.5)).toEqual({ ok: false, reason: 'bad-count', cell: 0 })
    expect(refusal(1, 2, 4)).toEqual({ ok: false, reason: 'not-additive', cell: 2 })
    expect(refusal(1, 2)).toEqual({ ok: false, reason: 'unequal-length', culprit: 'counts' })
  })
})
