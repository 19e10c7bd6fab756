import type { Cube } from '../model/cube.ts'
import type { Dimension } from '../model/dimension.ts'

/**
 * A change along one dimension, seen from a node that it moves by +1: one leaf gains what another leaf (or the
 * outside) loses, and every node that holds just one of the two moves with it.
 */
export interface Factor {
  /** From the node's cell to the other cells that move. */
  readonly offsets: Int32Array
  /** +1 or −1 for each. */
  readonly signs: Int8Array
}

/** More than this a node are thinned out evenly: large groups have more exchanges than anyone needs. */
const MOST_FACTORS = { ofNode: 600, ofDimension: 2_000_000, least: 20 }

/** The factors of every node of every dimension, made when first asked for. */
export class Factors {
  readonly #cube: Cube
  readonly #made: (readonly Factor[] | undefined)[][]

  constructor(cube: Cube) {
    this.#cube = cube
    this.#made = cube.dimensions.map(() => [])
  }

  of(dimension: number, node: number): readonly Factor[] {
    const made = this.#made[dimension]?.[node]
    if (made !== undefined) return made
    const found = this.#make(dimension, node)
    const row = this.#made[dimension]
    if (row !== undefined) row[node] = found
    return found
  }

  #make(dimension: number, node: number): readonly Factor[] {
    const all = this.#cube.dimensions[dimension]
    if (all === undefined) return []
    const stride = this.#cube.strides[dimension] ?? 1
    const inside = all.members[node] ?? []
    const within = new Set(inside)
    // A record comes to one of the leaves inside, from one outside or from nowhere (−1).
    const origins = all.leaves + 1
    const share = Math.floor(MOST_FACTORS.ofDimension / all.codes.length)
    const most = Math.max(MOST_FACTORS.least, Math.min(MOST_FACTORS.ofNode, share))
    const every = Math.ceil((inside.length * origins) / most)
    const made: Factor[] = []
    for (let i = 0; i < inside.length * origins; i += every) {
      const gains = inside[Math.floor(i / origins)] ?? 0
      const loses = (i % origins) - 1
      if (!within.has(loses)) made.push(factorOf(all, node, gains, loses, stride))
    }
    return made
  }
}

function factorOf(dimension: Dimension, node: number, gains: number, loses: number, stride: number): Factor {
  const up = dimension.over[gains] ?? []
  const down = dimension.over[loses] ?? []
  const rising = up.filter((other) => other !== node && !down.includes(other))
  const falling = down.filter((other) => !up.includes(other))
  return {
    offsets: Int32Array.from([...rising, ...falling], (other) => (other - node) * stride),
    signs: Int8Array.from([...rising.map(() => 1), ...falling.map(() => -1)]),
  }
}
