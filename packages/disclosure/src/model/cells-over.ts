import { type Cube, nodeOf } from './cube.ts'

/** The most cells that can hold one inner cell. */
function mostCellsOver(cube: Cube): number {
  return cube.dimensions.reduce(
    (product, { over }) => product * over.reduce((most, { length }) => Math.max(most, length), 0),
    1,
  )
}

/** A buffer for `cellsOver`, to be used again and again. */
export function bufferOver(cube: Cube): Int32Array {
  return new Int32Array(mostCellsOver(cube))
}

/**
 * The cells that hold an inner cell, itself first.
 *
 * @param inner number of the inner cell
 * @param into a buffer from `bufferOver`; what comes back is the filled part of it
 * @example cellsOver(cube, 0)
 */
export function cellsOver(cube: Cube, inner: number, into: Int32Array = bufferOver(cube)): Int32Array {
  into[0] = 0
  let found = 1
  for (const [d, { over }] of cube.dimensions.entries()) {
    const nodes = over[nodeOf(cube, inner, d)] ?? []
    const stride = cube.strides[d] ?? 0
    for (let j = nodes.length - 1; j >= 0; j--) {
      const add = (nodes[j] ?? 0) * stride
      for (let i = 0; i < found; i++) into[j * found + i] = (into[i] ?? 0) + add
    }
    found *= nodes.length
  }
  return into.subarray(0, found)
}
