import { addUp, type Cube, cellOf, innerCells, layOut } from '../model/cube.ts'
import { buildDimension, type Dimension } from '../model/dimension.ts'

/**
 * A table written down by hand.
 *
 * @param dimensions how many leaves each has (they are then called a1, a2 …; b1, b2 …), or dimensions made before
 * @param counts of the inner cells, the last dimension turning fastest
 * @returns the cube and the values of all its cells
 * @example plainTable([2, 2], [1, 5, 4, 2])
 */
export function plainTable(
  dimensions: readonly (number | Dimension)[],
  counts: readonly number[],
): { readonly cube: Cube; readonly values: Float64Array } {
  const laid = layOut(dimensions.map((given, d) => (typeof given === 'number' ? plain(d, given) : given)))
  if (!laid.ok) throw new Error(laid.reason)
  const { cube } = laid
  const values = new Float64Array(cube.size)
  let next = 0
  for (const [cell, inner] of innerCells(cube).entries()) {
    if (inner === 1) values[cell] = counts[next++] ?? 0
  }
  if (next !== counts.length) throw new Error(`${counts.length} counts for ${next} inner cells`)
  addUp(cube, values)
  return { cube, values }
}

/** The cell of the given codes; throws where there is none. */
export function cellAt(cube: Cube, ...codes: readonly string[]): number {
  const cell = cellOf(cube, codes)
  if (cell === null) throw new Error(`no cell ${codes.join(' × ')}`)
  return cell
}

/**
 * Marks cells by 1.
 *
 * @example markCells(cube, ['a1', 'b1'], ['Total', 'b2'])
 */
export function markCells(cube: Cube, ...cells: readonly (readonly string[])[]): Uint8Array {
  const marks = new Uint8Array(cube.size)
  for (const codes of cells) marks[cellAt(cube, ...codes)] = 1
  return marks
}

function plain(d: number, leaves: number): Dimension {
  const name = 'abcdefgh'[d] ?? `d${d}-`
  const codes = Array.from({ length: leaves }, (_, leaf) => `${name}${leaf + 1}`)
  const built = buildDimension(name, codes)
  if (!built.ok) throw new Error(`${name}: ${built.reason}`)
  return built.dimension
}
