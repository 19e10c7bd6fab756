import { type Cube, nodeOf } from '../model/cube.ts'
import { TOTAL } from '../model/dimension.ts'

/** What is on the page, and nothing else. */
export interface Published {
  readonly cube: Cube
  /** 1 where the cell belongs to a published table; what lies outside is neither shown nor promised anything. */
  readonly inTable: Uint8Array
  /** 1 where the value of a cell of the tables is shown. */
  readonly shown: Uint8Array
  /** Read only where shown: whole (amounts in their smallest unit), 0 or more. */
  readonly values: Float64Array
  /** Known to be reached by every hidden cell of the tables: 1 where zeros are always shown, else 0. */
  readonly lb: 0 | 1
}

/**
 * Marks the cells of linked tables, all margins included: those that stand at `Total` in every dimension the table
 * leaves out.
 *
 * @param tables for each table, the numbers of its dimensions; an empty list is the table of the grand total alone
 * @returns 1 or 0 for each cell of the cube
 * @example cellsOfTables(cube, [[0, 1], [0, 2]])
 */
export function cellsOfTables(cube: Cube, tables: readonly (readonly number[])[]): Uint8Array {
  const totals = cube.dimensions.map(({ codes }) => codes.indexOf(TOTAL))
  const marks = new Uint8Array(cube.size)
  for (let cell = 0; cell < cube.size; cell++) {
    const spread = totals.flatMap((total, d) => (nodeOf(cube, cell, d) === total ? [] : [d]))
    if (tables.some((table) => spread.every((d) => table.includes(d)))) marks[cell] = 1
  }
  return marks
}

/**
 * Puts tables on the page. Hidden values are left out, so that no attacker can read them by mistake.
 *
 * @param values of every cell of the cube
 * @param tables for each table, the numbers of its dimensions
 * @param hidden 1 where a cell is suppressed; read for cells of the tables only
 * @example publish(cube, values, [[0, 1]], hidden, 1)
 */
export function publish(
  cube: Cube,
  values: Float64Array,
  tables: readonly (readonly number[])[],
  hidden: Uint8Array,
  lb: 0 | 1,
): Published {
  const inTable = cellsOfTables(cube, tables)
  const shown = inTable.map((mark, cell) => (mark === 1 && hidden[cell] !== 1 ? 1 : 0))
  return { cube, inTable, shown, values: values.map((value, cell) => (shown[cell] === 1 ? value : 0)), lb }
}

/** The inner cells whose sum a cell is; of an inner cell, itself. */
export function innerBeneath(cube: Cube, cell: number): number[] {
  let beneath = [0]
  for (const [d, { members }] of cube.dimensions.entries()) {
    const stride = cube.strides[d] ?? 0
    const held = members[nodeOf(cube, cell, d)] ?? []
    beneath = beneath.flatMap((start) => held.map((leaf) => start + leaf * stride))
  }
  return beneath
}
