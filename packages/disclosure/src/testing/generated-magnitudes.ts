import { randomFrom } from '../attack/tables.ts'
import { type Cube, nodeOf } from '../model/cube.ts'
import type { GeneratorOptions } from './generated-tables.ts'
import { randomUnits } from './random-counts.ts'
import { nameOf, randomCube, randomTables } from './random-dimensions.ts'

/** Records of amounts, one position each in every array. */
export interface GeneratedMagnitudes {
  readonly name: string
  readonly cube: Cube
  readonly tables: readonly (readonly number[])[]
  /** For each dimension, the leaf of every record. */
  readonly leaves: readonly Int32Array[]
  /** Whose the record is; the same contributor may stand in several cells, and more than once in one. */
  readonly contributors: Int32Array
  /** Who owns the contributor; each contributor has one holding, some holdings own several. */
  readonly holdings: Int32Array
  /** Whole, 0 or more, at most 1e6. */
  readonly amounts: Float64Array
}

/**
 * Records of amounts to try rules of dominance on: few contributors a cell, amounts from nothing to a million, and
 * now and then one that dwarfs the rest.
 *
 * @param options `mean` is the expected number of records in an inner cell, drawn from 0.5 to 4 when left out
 * @example generateMagnitudes(7).amounts.length
 */
export function generateMagnitudes(
  seed: number,
  { mostInner = 300, mean }: GeneratorOptions = {},
): GeneratedMagnitudes {
  const below = randomFrom(seed)
  const cube = randomCube(below, mostInner)
  const tables = randomTables(below, cube.dimensions.length)
  const expected = mean ?? [0.5, 1.5, 4][below(3)] ?? 1
  const cells = randomUnits(below, cube, expected)
  const contributorCount = Math.max(1, Math.floor((cells.length * (5 + below(6))) / 10))
  // Of ten contributors, six stand alone; the others share their holding with a neighbour or more.
  const holdingOf = Array.from({ length: contributorCount }, (_, contributor) =>
    below(10) < 6 ? contributor : Math.floor(contributor / 4) * 4,
  )
  const contributors = Int32Array.from(cells, () => below(contributorCount))
  return {
    name: nameOf(seed, cube, tables),
    cube,
    tables,
    leaves: cube.dimensions.map((_, d) => Int32Array.from(cells, (cell) => nodeOf(cube, cell, d))),
    contributors,
    holdings: contributors.map((contributor) => holdingOf[contributor] ?? contributor),
    amounts: Float64Array.from(cells, () => {
      const kind = below(20)
      if (kind < 2) return 0
      return Math.floor(10 ** (kind === 2 ? 5 + below(101) / 100 : below(401) / 100))
    }),
  }
}
