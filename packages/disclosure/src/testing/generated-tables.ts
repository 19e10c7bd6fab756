import { cellsOfTables } from '../attack/published.ts'
import { randomFrom } from '../attack/tables.ts'
import { addUp, type Cube } from '../model/cube.ts'
import { randomUnits } from './random-counts.ts'
import { nameOf, randomCube, randomTables } from './random-dimensions.ts'

/** Linked tables of counts, and what to call them when they fail. */
export interface GeneratedTables {
  /** Seed and shape: `7: sex(2) × b(5, 3 groups) × c(4), tables 0+1 1+2`. */
  readonly name: string
  readonly cube: Cube
  /** Of every cell, margins included. */
  readonly values: Float64Array
  /** For each table, the numbers of its dimensions; all their margins belong to it. */
  readonly tables: readonly (readonly number[])[]
}

export interface GeneratorOptions {
  /** Largest number of inner cells, 32 or more; 600 when left out. */
  readonly mostInner?: number
  /**
   * Expected count of an inner cell before some are set to zero; drawn from 0.7 to 20 when left out, and lowered while
   * too few cells are small.
   */
  readonly mean?: number
}

/** Of forty cells of the tables, at least one counts 1 or 2. */
const SMALL_OF_CELLS = 1 / 40

/**
 * Tables of counts to try a method of protection on: two to five dimensions with groups that nest or overlap, sparse
 * and skewed, with zeros and counts of 1 and 2 among large ones; one table of all dimensions or several linked ones.
 *
 * @param seed whole; the same seed gives the same tables
 * @example generateTables(7).tables // [[0], [1]]
 */
export function generateTables(
  seed: number,
  { mostInner = 600, mean }: GeneratorOptions = {},
): GeneratedTables {
  const below = randomFrom(seed)
  const cube = randomCube(below, mostInner)
  const tables = randomTables(below, cube.dimensions.length)
  const cells = [...cellsOfTables(cube, tables).entries()].flatMap(([cell, mark]) =>
    mark === 1 ? [cell] : [],
  )
  const isSmall = (value: number | undefined) => value === 1 || value === 2
  for (let expected = mean ?? [0.7, 2, 6, 20][below(4)] ?? 1; ; expected = Math.max(expected / 2, 0.1)) {
    const values = new Float64Array(cube.size)
    for (const cell of randomUnits(below, cube, expected)) values[cell] = (values[cell] ?? 0) + 1
    addUp(cube, values)
    const small = cells.filter((cell) => isSmall(values[cell])).length
    if (small >= cells.length * SMALL_OF_CELLS) {
      return { name: nameOf(seed, cube, tables), cube, values, tables }
    }
  }
}
