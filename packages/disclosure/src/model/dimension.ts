/** The code of the node that holds everything. */
export const TOTAL = 'Total'

/**
 * A dimension of a table: leaves, and nodes that each stand for a set of leaves.
 *
 * Nodes are numbered: the leaves first (each the set of itself), then groups, `Total` last. Groups may nest or
 * overlap (a municipality lies in a county and in a labour-market area): each is only the sum of its leaves.
 */
export interface Dimension {
  readonly name: string
  /** Code of each node; unique. */
  readonly codes: readonly string[]
  readonly leaves: number
  /** For each node, the leaves it holds. */
  readonly members: readonly (readonly number[])[]
  /** For each leaf, the nodes that hold it, itself first. */
  readonly over: readonly (readonly number[])[]
}

/** A column that groups the leaves of a dimension: a group's code for each leaf code. */
export interface Grouping {
  readonly name: string
  readonly groupOf: ReadonlyMap<string, string>
}

export type DimensionFault =
  | { readonly ok: false; readonly reason: 'no-leaves'; readonly dimension: string }
  /** The code names both a leaf and a group, two groupings use it for different sets, or it is `Total`. */
  | { readonly ok: false; readonly reason: 'code-twice'; readonly dimension: string; readonly code: string }
  | {
      readonly ok: false
      readonly reason: 'leaf-without-group'
      readonly dimension: string
      readonly code: string
      readonly grouping: string
    }

/**
 * Builds a dimension from its leaf codes and the columns that group them.
 *
 * @param leafCodes distinct codes of the leaves, in the order they shall stand
 * @param groupings each gives every leaf one group; groups of equal code and equal leaves are one node
 * @returns the dimension, or a fault: `no-leaves`, `code-twice`, `leaf-without-group`
 * @example buildDimension('sex', ['women', 'men'])
 */
export function buildDimension(
  name: string,
  leafCodes: readonly string[],
  groupings: readonly Grouping[] = [],
): { readonly ok: true; readonly dimension: Dimension } | DimensionFault {
  if (leafCodes.length === 0) return { ok: false, reason: 'no-leaves', dimension: name }
  const seen = new Set<string>([TOTAL])
  for (const code of leafCodes) {
    if (seen.has(code)) return { ok: false, reason: 'code-twice', dimension: name, code }
    seen.add(code)
  }
  const groups = new Map<string, number[]>()
  for (const grouping of groupings) {
    const own = new Map<string, number[]>()
    for (const [leaf, code] of leafCodes.entries()) {
      const group = grouping.groupOf.get(code)
      if (group === undefined) {
        return { ok: false, reason: 'leaf-without-group', dimension: name, code, grouping: grouping.name }
      }
      if (seen.has(group)) return { ok: false, reason: 'code-twice', dimension: name, code: group }
      const held = own.get(group)
      if (held === undefined) own.set(group, [leaf])
      else held.push(leaf)
    }
    for (const [code, leaves] of own) {
      const other = groups.get(code)
      if (other !== undefined && other.join() !== leaves.join()) {
        return { ok: false, reason: 'code-twice', dimension: name, code }
      }
      groups.set(code, leaves)
    }
  }
  const members = [
    ...leafCodes.map((_, leaf) => [leaf]),
    ...groups.values(),
    leafCodes.map((_, leaf) => leaf),
  ]
  return {
    ok: true,
    dimension: dimensionOf(name, [...leafCodes, ...groups.keys(), TOTAL], members, leafCodes.length),
  }
}

/** A dimension whose nodes are given as sets of leaves; it has a `Total` only if one of them is. */
export function dimensionOf(
  name: string,
  codes: readonly string[],
  members: readonly (readonly number[])[],
  leaves: number,
): Dimension {
  const over: number[][] = Array.from({ length: leaves }, () => [])
  for (const [node, held] of members.entries()) for (const leaf of held) over[leaf]?.push(node)
  return { name, codes, leaves, members, over }
}
