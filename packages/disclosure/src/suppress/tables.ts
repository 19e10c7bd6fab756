import { type Cube, innerCells, markBox } from '../model/cube.ts'
import { type Dimension, TOTAL } from '../model/dimension.ts'

/** Tables of so many dimensions: every choice of them, or one table of all where there are no more. */
export function tablesOfWays(names: readonly string[], ways: number): string[][] {
  if (names.length <= ways) return [[...names]]
  const choose = (from: readonly string[], size: number): string[][] =>
    size === 0
      ? [[]]
      : from.flatMap((name, i) => choose(from.slice(i + 1), size - 1).map((more) => [name, ...more]))
  return choose(names, ways)
}

/** Marks by 1 the cells that stand in one of the tables: outside its dimensions such a cell is a total. */
export function cellsOfTables(cube: Cube, tables: readonly (readonly string[])[]): Uint8Array {
  const marks = new Uint8Array(cube.size)
  for (const table of tables) {
    const places = cube.dimensions.map((dimension) => {
      const nodes = dimension.codes.length
      return stands(dimension, table) ? ([0, nodes] as const) : ([nodes - 1, nodes] as const)
    })
    markBox(cube, places, marks)
  }
  for (const [d, { codes, wholes = [] }] of cube.dimensions.entries()) {
    const again = new Set(wholes.slice(1))
    if (again.size === 0) continue
    const stride = cube.strides[d] ?? 1
    for (let cell = 0; cell < cube.size; cell++) {
      if (again.has(Math.floor(cell / stride) % codes.length)) marks[cell] = 0
    }
  }
  return marks
}

/** Marks by 1 the cells that an attacker has a lower bound for: inner cells, and those of the tables. */
export function boundedCells(cube: Cube, inTable: Uint8Array): Uint8Array {
  return innerCells(cube).map((inner, cell) => inner | (inTable[cell] ?? 0))
}

/** A dimension without a total has to stand in every table. */
function stands({ name, codes }: Dimension, table: readonly string[]): boolean {
  return table.includes(name) || codes.at(-1) !== TOTAL
}

/**
 * Marks by 1 the cells that are in no table but as sensitive as if they were: where several tables are shown, what they
 * tell together of a finer crossing.
 */
export function guardedCells(
  cube: Cube,
  tables: readonly (readonly string[])[],
  inTable: Uint8Array,
  leftOut: Uint8Array | undefined,
  guarded: Uint8Array | undefined,
): Uint8Array {
  return Uint8Array.from({ length: cube.size }, (_, cell) => {
    if (inTable[cell] === 1) return 0
    if (leftOut?.[cell] === 1) return guarded?.[cell] ?? 0
    return tables.length > 1 ? 1 : 0
  })
}
