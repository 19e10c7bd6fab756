import type { Cube } from '../model/cube.ts'
import type { Dimension } from '../model/dimension.ts'

const NONE = -1

/**
 * A change of a cube by ±1 that keeps it additive, drawn at random around a cell.
 *
 * In each dimension either one leaf of the cell's node gains, and every node over it with it, or, half of the time, it
 * gains what a leaf nearby loses, so that the nodes that hold both stay. The change is the product over dimensions.
 */
export class Move {
  /** The cells that change: the first `length` of them. */
  readonly cells: Int32Array
  /** +1 or −1 for each; the cell that the move was drawn around has +1. */
  readonly signs: Int8Array
  length = 0
  readonly #cube: Cube
  /** The leaf of each dimension that gains, and the one that loses or `NONE`. */
  readonly #gains: Int32Array
  readonly #loses: Int32Array
  /** For each dimension and node, the leaves it can exchange with. */
  readonly #nearby: readonly (readonly (readonly number[])[])[]
  /** The nodes of one dimension that change, and their signs. */
  readonly #nodes: Int32Array
  readonly #nodeSigns: Int8Array

  constructor(cube: Cube) {
    this.#cube = cube
    this.#gains = new Int32Array(cube.dimensions.length)
    this.#loses = new Int32Array(cube.dimensions.length)
    this.#nearby = cube.dimensions.map((dimension) =>
      dimension.members.map((_, node) => nearby(dimension, node)),
    )
    const most = cube.dimensions.map(({ over }) => 2 * over.reduce((n, { length }) => Math.max(n, length), 1))
    this.#nodes = new Int32Array(Math.max(0, ...most))
    this.#nodeSigns = new Int8Array(this.#nodes.length)
    this.cells = new Int32Array(most.reduce((product, n) => product * n, 1))
    this.signs = new Int8Array(this.cells.length)
  }

  /**
   * Draws a move and lists its inner cells alone: enough to see whether it can be made.
   *
   * @param nodes of the cell to draw around, by dimension
   */
  draw(nodes: Int32Array, random: () => number): void {
    const { dimensions } = this.#cube
    this.#begin()
    for (let d = 0; d < dimensions.length; d++) {
      const node = nodes[d] ?? 0
      const others = this.#nearby[d]?.[node] ?? []
      const gains = drawn(dimensions[d]?.members[node] ?? [], random)
      const loses = others.length > 0 && random() < 0.5 ? drawn(others, random) : NONE
      this.#gains[d] = gains
      this.#loses[d] = loses
      this.#nodes[0] = gains
      this.#nodeSigns[0] = 1
      this.#nodes[1] = loses
      this.#nodeSigns[1] = -1
      this.#multiply(loses === NONE ? 1 : 2, this.#cube.strides[d] ?? 0)
    }
  }

  /** Lists all cells of the move that was drawn. */
  expand(): void {
    const { dimensions } = this.#cube
    this.#begin()
    for (let d = 0; d < dimensions.length; d++) {
      const over = dimensions[d]?.over ?? []
      const gains = over[this.#gains[d] ?? 0] ?? []
      const loses = over[this.#loses[d] ?? NONE] ?? []
      const half = this.#listNodes(gains, loses, 1, 0)
      this.#multiply(this.#listNodes(loses, gains, -1, half), this.#cube.strides[d] ?? 0)
    }
  }

  #begin(): void {
    this.cells[0] = 0
    this.signs[0] = 1
    this.length = 1
  }

  #listNodes(nodes: readonly number[], others: readonly number[], sign: number, from: number): number {
    let end = from
    for (let j = 0; j < nodes.length; j++) {
      const node = nodes[j] ?? 0
      if (others.includes(node)) continue
      this.#nodes[end] = node
      this.#nodeSigns[end] = sign
      end++
    }
    return end
  }

  /** The product with the listed nodes of one more dimension. The last goes first, since the first overwrites. */
  #multiply(listed: number, stride: number): void {
    const { cells, signs, length } = this
    for (let j = listed - 1; j >= 0; j--) {
      const add = (this.#nodes[j] ?? 0) * stride
      const sign = this.#nodeSigns[j] ?? 1
      const start = j * length
      for (let i = 0; i < length; i++) {
        cells[start + i] = (cells[i] ?? 0) + add
        signs[start + i] = (signs[i] ?? 0) * sign
      }
    }
    this.length = listed * length
  }
}

/** The leaves beside a node in the smallest group that holds it and more. */
function nearby({ members }: Dimension, node: number): number[] {
  const held = new Set(members[node])
  const wider = members
    .filter((group) => group.length > held.size && [...held].every((leaf) => group.includes(leaf)))
    .toSorted((a, b) => a.length - b.length)
  return (wider[0] ?? []).filter((leaf) => !held.has(leaf))
}

function drawn(from: readonly number[], random: () => number): number {
  return from[Math.floor(random() * from.length)] ?? 0
}
