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
  /**
   * Nodes that are wholes of the same records, sorted in different ways (by industry, by place): their leaves are apart,
   * their cells equal. Only the first of them stands in tables.
   */
  readonly wholes?: readonly number[]
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
  wholes: readonly number[] = [],
): Dimension {
  const over: number[][] = Array.from({ length: leaves }, () => [])
  for (const [node, held] of members.entries()) for (const leaf of held) over[leaf]?.push(node)
  const plain = { name, codes, leaves, members, over }
  return wholes.length > 0 ? { ...plain, wholes } : plain
}

/** The code of a label of one of several ways. */
export function codeOfWay(way: string, label: string): string {
  return JSON.stringify([way, label])
}

/**
 * Several ways to sort the same records, laid side by side as one dimension: tables that share all other dimensions are
 * then one cube, as small as they are together. Whatever the tables tell of records is told by the cells of this cube,
 * for tables that agree on what they share can always be put together.
 *
 * Codes are `["industry","C"]`, and `["industry"]` for the whole.
 *
 * @param ways the labels of each way, distinct
 * @example sideBySide('detail', new Map([['industry', ['A', 'C']], ['age', ['young', 'old']]]))
 */
export function sideBySide(name: string, ways: ReadonlyMap<string, readonly string[]>): Dimension {
  const all = [...ways].flatMap(([way, labels]) => labels.map((label) => ({ way, label })))
  const members = [
    ...all.map((_, leaf) => [leaf]),
    ...[...ways.keys()].map((way) => all.flatMap((one, leaf) => (one.way === way ? [leaf] : []))),
  ]
  const codes = [
    ...all.map(({ way, label }) => codeOfWay(way, label)),
    ...[...ways.keys()].map((way) => JSON.stringify([way])),
  ]
  const wholes = [...ways.keys()].map((_, i) => all.length + i)
  return dimensionOf(name, codes, members, all.length, wholes)
}
