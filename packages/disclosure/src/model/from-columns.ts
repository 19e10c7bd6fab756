import { type Cube, layOut, type TooManyCells, tabulateCube } from './cube.ts'
import { buildDimension, type Dimension, type DimensionFault, type Grouping } from './dimension.ts'

/** A column that is a dimension, and the chains of columns that group it, the nearest first. */
export interface DimensionSpec {
  readonly column: string
  readonly chains: readonly (readonly string[])[]
}

export type DimensionsText =
  | { readonly ok: true; readonly specs: readonly DimensionSpec[] }
  /** A name is missing, or one column is used for two things. */
  | { readonly ok: false; readonly reason: 'bad-dimensions'; readonly part: string }

/**
 * Reads dimensions as written: columns parted by commas, `A<B` says that column B groups column A. A column named again
 * gets one more grouping.
 *
 * @example parseDimensions('municipality<subregion<county,sex')
 */
export function parseDimensions(text: string): DimensionsText {
  const specs = new Map<string, string[][]>()
  for (const part of text.split(',')) {
    const names = part.split('<').map((name) => name.trim())
    const [column = '', ...chain] = names
    if (names.some((name) => name === '') || new Set(names).size < names.length) {
      return { ok: false, reason: 'bad-dimensions', part: part.trim() }
    }
    const chains = specs.get(column)
    if (chains !== undefined && chain.length === 0)
      return { ok: false, reason: 'bad-dimensions', part: column }
    specs.set(column, [...(chains ?? []), ...(chain.length > 0 ? [chain] : [])])
  }
  const found = [...specs].map(([column, chains]) => ({ column, chains }))
  const columns = new Set(specs.keys())
  const twice = found.flatMap(({ chains }) => chains.flat()).find((name) => columns.has(name))
  return twice === undefined
    ? { ok: true, specs: found }
    : { ok: false, reason: 'bad-dimensions', part: twice }
}

/** Every column that dimensions use. */
export function columnsOf(specs: readonly DimensionSpec[]): string[] {
  return [...new Set(specs.flatMap(({ column, chains }) => [column, ...chains.flat()]))]
}

/** Records counted in a cube. */
export interface Tabulated {
  readonly ok: true
  readonly cube: Cube
  /** For each dimension, the leaf of every record. */
  readonly leaves: readonly Int32Array[]
  readonly counts: Float64Array
}

export type TabulationFault =
  | DimensionFault
  | TooManyCells
  /** A column is missing, or has more or fewer values than the first. */
  | { readonly ok: false; readonly reason: 'unequal-columns'; readonly column: string }
  | {
      readonly ok: false
      /** One value of `column` lies in two values of `grouping`; records by place, from 0. */
      readonly reason: 'contradictory-hierarchy'
      readonly column: string
      readonly grouping: string
      readonly value: string
      readonly groups: readonly [string, string]
      readonly records: readonly [number, number]
    }

/**
 * Counts records by dimensions and their groups.
 *
 * @param columns the values of every record, by column; all of one length
 * @returns the cube with a count for every cell, or a fault: `unequal-columns`, `contradictory-hierarchy`, `no-leaves`, `code-twice`,
 *   `too-many-cells`
 * @example tabulateColumns([{ column: 'sex', chains: [] }], new Map([['sex', ['women', 'men']]]))
 */
export function tabulateColumns(
  specs: readonly DimensionSpec[],
  columns: ReadonlyMap<string, readonly string[]>,
): Tabulated | TabulationFault {
  const length = columns.get(specs[0]?.column ?? '')?.length ?? 0
  const unequal = columnsOf(specs).find((name) => columns.get(name)?.length !== length)
  if (unequal !== undefined) return { ok: false, reason: 'unequal-columns', column: unequal }
  const dimensions: Dimension[] = []
  for (const { column, chains } of specs) {
    const values = columns.get(column) ?? []
    const groupings: Grouping[] = []
    for (const chain of chains) {
      let below = column
      for (const name of chain) {
        const nested = groupsOf(below, name, columns)
        if (!nested.ok) return nested
        const whole = below === column ? nested : groupsOf(column, name, columns)
        if (!whole.ok) return whole
        groupings.push({ name, groupOf: whole.groupOf })
        below = name
      }
    }
    const built = buildDimension(column, [...new Set(values)].sort(byCode), groupings)
    if (!built.ok) return built
    dimensions.push(built.dimension)
  }
  const laid = layOut(dimensions)
  if (!laid.ok) return laid
  const leaves = dimensions.map(({ name, codes }) => {
    const places = new Map(codes.map((code, node) => [code, node]))
    return Int32Array.from(columns.get(name) ?? [], (value) => places.get(value) ?? 0)
  })
  return { ok: true, cube: laid.cube, leaves, counts: tabulateCube(laid.cube, leaves) }
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function groupsOf(
  column: string,
  grouping: string,
  columns: ReadonlyMap<string, readonly string[]>,
): { readonly ok: true; readonly groupOf: ReadonlyMap<string, string> } | TabulationFault {
  const values = columns.get(column) ?? []
  const groups = columns.get(grouping) ?? []
  const first = new Map<string, number>()
  for (const [record, value] of values.entries()) {
    const seen = first.get(value)
    if (seen === undefined) first.set(value, record)
    else if (groups[seen] !== groups[record]) {
      return {
        ok: false,
        reason: 'contradictory-hierarchy',
        column,
        grouping,
        value,
        groups: [groups[seen] ?? '', groups[record] ?? ''],
        records: [seen, record],
      }
    }
  }
  return { ok: true, groupOf: new Map([...first].map(([value, record]) => [value, groups[record] ?? ''])) }
}
