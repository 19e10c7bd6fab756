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
  return marks
}

/**
 * Marks by 1 the cells whose lower bounds imply all others.
 *
 * Every inner cell bounds, and the finest cells of each table. Where the tables form no ring any tables that agree
 * where they meet come from some whole cube (Vorob'ev 1962), so inner cells in no table bind nobody.
 */
export function boundingCells(cube: Cube, tables: readonly (readonly string[])[]): Uint8Array {
  const marks = formRing(tables) ? innerCells(cube) : new Uint8Array(cube.size)
  for (const table of tables) {
    const places = cube.dimensions.map((dimension) => {
      const { codes, leaves } = dimension
      if (codes.at(-1) !== TOTAL) return [0, codes.length] as const
      return stands(dimension, table) ? ([0, leaves] as const) : ([codes.length - 1, codes.length] as const)
    })
    markBox(cube, places, marks)
  }
  return marks
}

/** A dimension without a total has to stand in every table. */
function stands({ name, codes }: Dimension, table: readonly string[]): boolean {
  return table.includes(name) || codes.at(-1) !== TOTAL
}

/** Whether sets of dimensions form a ring (Graham's reduction leaves something). */
function formRing(tables: readonly (readonly string[])[]): boolean {
  let sets = tables.map((table) => new Set(table))
  for (let changed = true; changed; ) {
    changed = false
    for (const set of sets) {
      for (const name of set) {
        if (sets.some((other) => other !== set && other.has(name))) continue
        set.delete(name)
        changed = true
      }
    }
    const kept = sets.filter(
      (set, i) =>
        !sets.some(
          (other, j) =>
            i !== j && [...set].every((name) => other.has(name)) && (set.size < other.size || i > j),
        ),
    )
    if (kept.length < sets.length) changed = true
    sets = kept
  }
  return sets.some((set) => set.size > 0)
}
