import { type Cube, innerCells, layOut, type TooManyCells, tabulateCube } from '../model/cube.ts'
import { type Dimension, dimensionOf } from '../model/dimension.ts'
import type { TableSet } from '../suppress/options.ts'
import type { Suppression } from '../suppress/suppress.ts'
import { cellsOfTables } from '../suppress/tables.ts'

/** One release of a dataset: its records, and for those before, what was hidden. */
export interface Release {
  /** Of every record; unique within the release. The same id is the same record. */
  readonly ids: readonly string[]
  /** For each dimension, the leaf of every record. */
  readonly leaves: readonly Int32Array[]
  /** Cells of the cube that the release hid; of the new release, nothing yet. */
  readonly hidden: readonly number[]
}

/**
 * A witness of the latest earlier release: changes of inner cells of the releases' own cube, each with the releases
 * that the changed records stand in (a mark for each, '1' or '0').
 */
export type CarriedWitness = readonly {
  readonly cell: number
  readonly within: string
  readonly step: number
}[]

/** The name of the dimension whose nodes are the releases. */
const RELEASE = 'release'

export type SuccessionFault =
  | TooManyCells
  | { readonly ok: false; readonly reason: 'duplicate-record'; readonly release: number; readonly id: string }

/** Tables of a new release together with all that is known from earlier ones. */
export interface Succession {
  readonly ok: true
  readonly set: TableSet
  /** From a cell of the releases' own cube to that of the new release in the set. */
  readonly toSet: (cell: number) => number
}

/**
 * Lays a new release beside the earlier ones in one system: which releases a record stands in is one more dimension,
 * its leaves the sets of releases and its nodes the releases. What earlier releases showed is known, what they hid
 * stays hidden, and the records that came, went or changed between them may be as little worked out as small cells.
 *
 * A record that changed place counts as one that went and one that came.
 *
 * @param releases in order, the new one last; all over the dimensions of `cube`
 * @param tables as of `TableSet`, the same in all releases
 * @param witnesses those of the latest earlier release: most still serve, and the new release then hides what it hid
 * @returns tables for `suppress`, with the new release open; or `too-many-cells`, `duplicate-record`
 * @example successiveTables(cube, [march, june], tables)
 */
export function successiveTables(
  cube: Cube,
  releases: readonly Release[],
  tables: readonly (readonly string[])[],
  witnesses: readonly CarriedWitness[] = [],
): Succession | SuccessionFault {
  const stands = standings(cube, releases)
  if ('ok' in stands) return stands
  const patterns = [...new Set(stands.map(({ within }) => within))].sort()
  const dimension = releaseDimension(patterns, releases.length)
  const laid = layOut([...cube.dimensions, dimension])
  if (!laid.ok) return laid
  const nodes = dimension.codes.length
  const nodeOfRelease = (release: number) => patterns.length + release
  const places = new Map(patterns.map((pattern, node) => [pattern, node]))
  const leaves = [
    ...cube.dimensions.map((_, d) => Int32Array.from(stands, ({ leafs }) => leafs[d] ?? 0)),
    Int32Array.from(stands, ({ within }) => places.get(within) ?? 0),
  ]
  const latest = releases.length - 1
  const inTable = cellsOfTables(cube, tables)
  const known: number[] = []
  const hiddenBefore: number[] = []
  for (const [release, { hidden }] of releases.entries()) {
    if (release === latest) continue
    const gone = new Set(hidden)
    for (let cell = 0; cell < cube.size; cell++) {
      if (inTable[cell] !== 1) continue
      const at = cell * nodes + nodeOfRelease(release)
      if (gone.has(cell)) hiddenBefore.push(at)
      else known.push(at)
    }
  }
  const leftOut = new Uint8Array(laid.cube.size)
  const guarded = new Uint8Array(laid.cube.size)
  for (let cell = 0; cell < leftOut.length; cell++) {
    if (cell % nodes >= patterns.length) continue
    leftOut[cell] = 1
    // What stands in every release is told by none of their differences.
    if (patterns[cell % nodes]?.includes('0')) guarded[cell] = inTable[Math.floor(cell / nodes)] ?? 0
  }
  const counts = tabulateCube(laid.cube, leaves)
  const carried = witnesses.map((steps) =>
    steps.map(({ cell, within, step }) => {
      const at = cell * nodes
      // A record that could stand in the new release moves there too; where nobody does, it has to have gone.
      const stays = places.get(`${within}1`)
      const goes = places.get(`${within}0`)
      const isEmpty = counts[at + nodeOfRelease(latest)] === 0
      return { cell: at + ((isEmpty ? (goes ?? stays) : (stays ?? goes)) ?? 0), step }
    }),
  )
  return {
    ok: true,
    set: {
      cube: laid.cube,
      counts,
      candidates: carried,
      tables,
      leftOut,
      guarded,
      known,
      hiddenBefore,
    },
    toSet: (cell) => cell * nodes + nodeOfRelease(latest),
  }
}

interface Standing {
  readonly leafs: readonly number[]
  /** A mark for each release that holds the record in this place. */
  within: string
}

function standings(cube: Cube, releases: readonly Release[]): Standing[] | SuccessionFault {
  const found = new Map<string, Standing>()
  const none = '0'.repeat(releases.length)
  for (const [release, { ids, leaves }] of releases.entries()) {
    const seen = new Set<string>()
    for (const [record, id] of ids.entries()) {
      if (seen.has(id)) return { ok: false, reason: 'duplicate-record', release, id }
      seen.add(id)
      const leafs = cube.dimensions.map((_, d) => leaves[d]?.[record] ?? 0)
      const key = JSON.stringify([id, ...leafs])
      const standing = found.get(key) ?? { leafs, within: none }
      standing.within = `${standing.within.slice(0, release)}1${standing.within.slice(release + 1)}`
      found.set(key, standing)
    }
  }
  return [...found.values()]
}

/** A dimension whose leaves are the sets of releases that a record stands in, and whose nodes are the releases. */
export function releaseDimension(patterns: readonly string[], releases: number): Dimension {
  const members = [
    ...patterns.map((_, leaf) => [leaf]),
    ...Array.from({ length: releases }, (_, release) =>
      patterns.flatMap((pattern, leaf) => (pattern[release] === '1' ? [leaf] : [])),
    ),
  ]
  const codes = [
    ...patterns.map((pattern) => `in ${pattern}`),
    ...Array.from({ length: releases }, (_, release) => `release ${release + 1}`),
  ]
  return dimensionOf(RELEASE, codes, members, patterns.length)
}

/** The witnesses of a suppression, as the next release may carry them on. */
export function carriedWitnesses({ set, rows }: Pick<Suppression, 'set' | 'rows'>): CarriedWitness[] {
  const { cube } = set
  const inner = innerCells(cube)
  const d = cube.dimensions.length - 1
  const last = cube.dimensions[d]
  const isSuccession = last?.name === RELEASE
  const nodes = isSuccession ? last.codes.length : 1
  return rows.map(({ cells, steps }) =>
    [...cells].flatMap((cell, i) => {
      if (inner[cell] !== 1) return []
      const within = isSuccession ? (last.codes[cell % nodes] ?? '').replace('in ', '') : '1'
      return [{ cell: Math.floor(cell / nodes), within, step: steps[i] ?? 0 }]
    }),
  )
}
