import { randomFrom } from '../attack/tables.ts'
import { type Cube, nodeOf } from '../model/cube.ts'
import type { GeneratorOptions } from './generated-tables.ts'
import { randomUnits, shuffle } from './random-counts.ts'
import { nameOf, randomCube, randomTables } from './random-dimensions.ts'

/** Persons, one position each in every array. */
export interface PersonRecords {
  /** Unique within a release; the same person has the same number in both. */
  readonly ids: Int32Array
  /** For each dimension, the leaf of every person. */
  readonly leaves: readonly Int32Array[]
}

/** The same register at two times. */
export interface GeneratedReleases {
  readonly name: string
  readonly cube: Cube
  readonly tables: readonly (readonly number[])[]
  readonly before: PersonRecords
  /** In another order, with some persons added, removed and moved to another cell; at least one of these. */
  readonly after: PersonRecords
}

interface Person {
  readonly id: number
  readonly leaves: readonly number[]
}

/**
 * Two releases of one register, to try protection against differencing on: now one person changes, now a tenth of all.
 *
 * @param options `mean` is the expected number of persons in an inner cell, drawn from 0.7 to 6 when left out
 * @example generateReleases(7).after.ids.length
 */
export function generateReleases(
  seed: number,
  { mostInner = 300, mean }: GeneratorOptions = {},
): GeneratedReleases {
  const below = randomFrom(seed)
  const cube = randomCube(below, mostInner)
  const tables = randomTables(below, cube.dimensions.length)
  const expected = mean ?? [0.7, 2, 6][below(3)] ?? 1
  const cells = randomUnits(below, cube, expected)
  const someone = (id: number): Person => ({ id, leaves: cube.dimensions.map(({ leaves }) => below(leaves)) })
  const moved = ({ id, leaves }: Person): Person => {
    const d = below(leaves.length)
    const count = cube.dimensions[d]?.leaves ?? 2
    return { id, leaves: leaves.with(d, ((leaves[d] ?? 0) + 1 + below(count - 1)) % count) }
  }
  const before = cells.map((cell, id): Person => {
    return { id, leaves: cube.dimensions.map((_, d) => nodeOf(cube, cell, d)) }
  })
  const changes = Math.max(1, Math.floor((before.length * ([0, 2, 10][below(3)] ?? 0)) / 100))
  const after = shuffle(below, [...before]).flatMap((person, i) => {
    if (i >= changes) return [person]
    return [[person, someone(before.length + i)], [], [moved(person)]][below(3)] ?? []
  })
  if (before.length === 0) after.push(someone(0))
  return {
    name: nameOf(seed, cube, tables),
    cube,
    tables,
    before: recordsOf(cube, before),
    after: recordsOf(cube, shuffle(below, after)),
  }
}

function recordsOf(cube: Cube, persons: readonly Person[]): PersonRecords {
  return {
    ids: Int32Array.from(persons, ({ id }) => id),
    leaves: cube.dimensions.map((_, d) => Int32Array.from(persons, ({ leaves }) => leaves[d] ?? 0)),
  }
}
