import type { Cube } from '../model/cube.ts'
import { isFlat, type LaminarTree, treeOf } from './laminar-tree.ts'
import { type Circulation, roundCirculation } from './round-circulation.ts'

/** A table that is a network: rows that nest, plain columns. */
export interface Plane {
  readonly rows: LaminarTree
  readonly rowStride: number
  readonly columns: number
  readonly columnStride: number
}

/**
 * Reads a cube as rows that nest by plain columns, or gives `null`. One dimension is rows and a single column. Other
 * tables of two dimensions, and all of three or more, are no networks.
 */
export function planeOf(cube: Cube): Plane | null {
  if (cube.dimensions.length < 1 || cube.dimensions.length > 2) return null
  const [first = null, second = null] = cube.dimensions.map(treeOf)
  const [firstStride = 1, secondStride = 1] = cube.strides
  if (first === null) return null
  if (cube.dimensions.length === 1) {
    return { rows: first, rowStride: firstStride, columns: 1, columnStride: 0 }
  }
  if (second === null) return null
  if (isFlat(second)) {
    return { rows: first, rowStride: firstStride, columns: second.leaves, columnStride: secondStride }
  }
  if (!isFlat(first)) return null
  return { rows: second, rowStride: secondStride, columns: first.leaves, columnStride: firstStride }
}

/**
 * Rounds the inner cells of a plane in place so that every cell, margins included, comes to a multiple next to it.
 *
 * The network: money flows from a source into each column, down the tree of rows within the column, from each leaf
 * cell to the vertex of its row, and from there up the tree of row totals back to the source. Every cell of the table
 * is an arc.
 *
 * @param values inner cells are read and written, others left as they are
 */
export function roundPlane(plane: Plane, values: Float64Array, base: number, random: () => number): void {
  const { rows, rowStride, columns, columnStride } = plane
  const { parents, leaves } = rows
  const net = networkOf(rows, columns)
  for (let leaf = 0; leaf < leaves; leaf++) {
    for (let column = 0; column < columns; column++) {
      const amount = values[leaf * rowStride + column * columnStride] ?? 0
      for (let vertex = leaf; vertex >= 0; vertex = parents[vertex] ?? -1) {
        for (const arc of [arcOf(rows, vertex, column), arcOf(rows, vertex, columns)]) {
          net.amounts[arc] = (net.amounts[arc] ?? 0) + amount
        }
      }
    }
  }
  roundCirculation(net, base, random)
  for (let leaf = 0; leaf < leaves; leaf++) {
    for (let column = 0; column < columns; column++) {
      values[leaf * rowStride + column * columnStride] = net.amounts[arcOf(rows, leaf, column)] ?? 0
    }
  }
}

/** The arc of a cell; the column after the last is the total. */
function arcOf({ parents }: LaminarTree, vertex: number, column: number): number {
  return column * parents.length + vertex
}

function networkOf({ parents, leaves }: LaminarTree, columns: number): Circulation {
  const vertices = parents.length
  const source = 0
  const ofRow = (vertex: number) => (vertex < 0 ? source : 1 + vertex)
  const inColumn = (vertex: number, column: number) => {
    if (vertex < leaves) return ofRow(vertex)
    return 1 + vertices + column * (vertices - leaves) + vertex - leaves
  }
  const arcs = vertices * (columns + 1)
  const from = new Int32Array(arcs)
  const to = new Int32Array(arcs)
  for (let vertex = 0; vertex < vertices; vertex++) {
    const above = parents[vertex] ?? -1
    for (let column = 0; column < columns; column++) {
      const arc = column * vertices + vertex
      from[arc] = above < 0 ? source : inColumn(above, column)
      to[arc] = inColumn(vertex, column)
    }
    from[columns * vertices + vertex] = ofRow(vertex)
    to[columns * vertices + vertex] = ofRow(above)
  }
  return {
    vertices: 1 + vertices + columns * (vertices - leaves),
    from,
    to,
    amounts: new Float64Array(arcs),
  }
}
