import type { Dimension } from '../model/dimension.ts'

/** A dimension whose groups nest, as a tree. Vertices: the leaves by their numbers, then groups, the root last. */
export interface LaminarTree {
  readonly leaves: number
  /** For each vertex the one above it, always of a higher number; −1 for the root. */
  readonly parents: Int32Array
}

/**
 * The tree of a dimension, or `null` where two of its groups overlap without one holding the other. Groups of equal
 * leaves are one vertex. The root holds everything, whether or not the dimension has a total.
 */
export function treeOf({ leaves, members }: Dimension): LaminarTree | null {
  const parents: number[] = new Array(leaves).fill(-1)
  const sizes: number[] = new Array(leaves).fill(1)
  const highest = Int32Array.from({ length: leaves }, (_, leaf) => leaf)
  const everything = Array.from(highest)
  const groups = members.slice(leaves).toSorted((a, b) => a.length - b.length)
  for (const group of [...groups, everything]) {
    const below = new Set(group.map((leaf) => highest[leaf] ?? 0))
    if (below.size < 2) {
      if (group.length > 0 && sizes[highest[group[0] ?? 0] ?? 0] !== group.length) return null
      continue
    }
    if ([...below].reduce((sum, vertex) => sum + (sizes[vertex] ?? 0), 0) !== group.length) return null
    const vertex = parents.push(-1) - 1
    sizes.push(group.length)
    for (const child of below) parents[child] = vertex
    for (const leaf of group) highest[leaf] = vertex
  }
  return { leaves, parents: Int32Array.from(parents) }
}

/** Whether the leaves lie directly under the root. */
export function isFlat({ leaves, parents }: LaminarTree): boolean {
  return parents.length <= leaves + 1
}
