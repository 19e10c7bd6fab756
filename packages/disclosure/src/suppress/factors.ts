import { type Cube, nodeOf } from '../model/cube.ts'
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

  /**
   * Where whoever comes from outside may be put, as offsets from a cell: in each way the leaves to choose from, and each
   * whole. Empty where no dimension sorts the records in several ways.
   */
  arrivalsAt(cell: number): readonly (readonly number[])[] {
    const d = this.#cube.dimensions.findIndex(({ wholes }) => wholes !== undefined)
    const { members = [], wholes = [] } = this.#cube.dimensions[d] ?? {}
    if (wholes.length === 0) return []
    const node = nodeOf(this.#cube, cell, d)
    const stride = this.#cube.strides[d] ?? 1
    const inside = members[node] ?? []
    const leaves = wholes.map((whole) => {
      const way = members[whole] ?? []
      return way.includes(inside[0] ?? -1) ? inside : way
    })
    return [...leaves, ...wholes.map((whole) => [whole])].map((nodes) =>
      nodes.map((other) => (other - node) * stride),
    )
  }

  #make(dimension: number, node: number): readonly Factor[] {
    const all = this.#cube.dimensions[dimension]
    if (all === undefined) return []
    const stride = this.#cube.strides[dimension] ?? 1
    return movesOf(all, node).map((move) => factorOf(all, node, move, stride))
  }
}

/** The leaf that gains a record, and the one that loses it; −1: it comes from nowhere. */
type Move = readonly [gains: number, loses: number]

/**
 * A record comes to one of the leaves inside, from one outside or from nowhere; where the same records are sorted in
 * several ways, from a leaf of the same way.
 */
function movesOf({ members, leaves, codes, wholes }: Dimension, node: number): Move[] {
  const inside = members[node] ?? []
  const within = new Set(inside)
  const origins =
    wholes === undefined
      ? Array.from({ length: leaves + 1 }, (_, i) => i - 1)
      : (wholes.map((whole) => members[whole] ?? []).find((way) => way.includes(inside[0] ?? -1)) ?? [])
  const share = Math.floor(MOST_FACTORS.ofDimension / codes.length)
  const most = Math.max(MOST_FACTORS.least, Math.min(MOST_FACTORS.ofNode, share))
  const every = Math.max(1, Math.ceil((inside.length * origins.length) / most))
  const moves: Move[] = []
  for (let i = 0; i < inside.length * origins.length; i += every) {
    const gains = inside[Math.floor(i / origins.length)] ?? 0
    const loses = origins[i % origins.length] ?? 0
    if (!within.has(loses)) moves.push([gains, loses])
  }
  return moves
}

function factorOf(dimension: Dimension, node: number, [gains, loses]: Move, stride: number): Factor {
  const up = dimension.over[gains] ?? []
  const down = dimension.over[loses] ?? []
  const rising = up.filter((other) => other !== node && !down.includes(other))
  const falling = down.filter((other) => !up.includes(other))
  return {
    offsets: Int32Array.from([...rising, ...falling], (other) => (other - node) * stride),
    signs: Int8Array.from([...rising.map(() => 1), ...falling.map(() => -1)]),
  }
}

/**
 * The cheapest factors in order of their keys, and the least cost.
 *
 * @param keyOf from a factor's cost
 * @param breadth at most so many
 */
export function cheapestFirst(
  all: readonly Factor[],
  costOf: (factor: Factor) => number,
  keyOf: (cost: number) => number,
  breadth: number,
): { readonly factors: Factor[]; readonly least: number } {
  const factors: Factor[] = []
  const keys: number[] = []
  let least = Number.POSITIVE_INFINITY
  for (const factor of all) {
    const cost = costOf(factor)
    if (cost === Number.POSITIVE_INFINITY) continue
    if (cost < least) least = cost
    const key = keyOf(cost)
    let at = keys.length
    if (at >= breadth && key >= (keys[at - 1] ?? 0)) continue
    if (at >= breadth) at--
    for (; at > 0 && (keys[at - 1] ?? 0) > key; at--) {
      keys[at] = keys[at - 1] ?? 0
      const moved = factors[at - 1]
      if (moved !== undefined) factors[at] = moved
    }
    keys[at] = key
    factors[at] = factor
  }
  return { factors, least }
}
