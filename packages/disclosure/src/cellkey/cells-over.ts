import type { Cube } from '../model/cube.ts'

/** The most cells that can hold one inner cell: the length of a buffer for `cellsOver`. */
export function mostCellsOver(cube: Cube): number {
  return cube.dimensions.reduce(
    (product, { over }) => product * over.reduce((most, { length }) => Math.max(most, length), 0),
    1,
  )
}

/**
 * Lists the cells that hold an inner cell, the inner cell itself first.
 *
 * @param leaf the leaf of each dimension
 * @param into filled from its start
 * @returns how many there are
 */
export function cellsOver(cube: Cube, leaf: ArrayLike<number>, into: Int32Array): number {
  into[0] = 0
  let found = 1
  for (let d = 0; d < cube.dimensions.length; d++) {
    const nodes = cube.dimensions[d]?.over[leaf[d] ?? 0] ?? []
    const stride = cube.strides[d] ?? 0
    for (let j = nodes.length - 1; j >= 0; j--) {
      const add = (nodes[j] ?? 0) * stride
      for (let i = 0; i < found; i++) into[j * found + i] = (into[i] ?? 0) + add
    }
    found *= nodes.length
  }
  return found
}
