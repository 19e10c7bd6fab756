import { addUp, type Cube, layOut, nodeOf } from '../model/cube.ts'
import type { DimensionSpec, Tabulated } from '../model/from-columns.ts'
import { tablesOfWays } from '../suppress/tables.ts'
import { type Coarse, type Source, type Step, unchanged } from './dimension-steps.ts'

/** The table to be planned: its inner cells that are not empty, and its dimensions. */
export interface Base {
  readonly table: Tabulated
  readonly sources: readonly Source[]
  readonly inner: {
    readonly counts: Float64Array
    /** For each dimension, the leaf of every inner cell. */
    readonly leaves: readonly Int32Array[]
  }
}

/** What changes lead to, not yet counted. */
export interface Shape {
  /** The dimensions that are left, and their places in the table that is coarsened. */
  readonly kept: readonly { readonly place: number; readonly coarse: Coarse }[]
  /** How many of them a table crosses. */
  readonly crossed: number
}

/** A coarser table, counted. */
export interface Arrangement {
  readonly cube: Cube
  readonly counts: Float64Array
  /** For each dimension of the cube, its place in the table that is coarsened. */
  readonly places: readonly number[]
  readonly crossed: number
  /** The columns of each table. */
  readonly tables: readonly (readonly string[])[]
}

/** Gathers what planning needs of a table. */
export function baseOf(
  table: Tabulated,
  specs: readonly DimensionSpec[],
  columns: ReadonlyMap<string, readonly string[]>,
): Base {
  const { cube, counts } = table
  const cells: number[] = []
  for (let cell = 0; cell < cube.size; cell++) {
    if ((counts[cell] ?? 0) === 0) continue
    if (cube.dimensions.every(({ leaves }, d) => nodeOf(cube, cell, d) < leaves)) cells.push(cell)
  }
  const sources = cube.dimensions.map((dimension, place): Source => {
    const firsts = new Int32Array(dimension.leaves).fill(-1)
    for (const [record, leaf] of (table.leaves[place] ?? []).entries()) {
      if (firsts[leaf] === -1) firsts[leaf] = record
    }
    const stride = cube.strides[place] ?? 1
    const everything = cube.size - 1 - (dimension.codes.length - 1) * stride
    return {
      place,
      spec: specs[place] ?? { column: dimension.name, chains: [] },
      dimension,
      counts: Array.from({ length: dimension.leaves }, (_, leaf) => counts[everything + leaf * stride] ?? 0),
      groupOf: (column, leaf) => columns.get(column)?.[firsts[leaf] ?? 0] ?? '',
    }
  })
  return {
    table,
    sources,
    inner: {
      counts: Float64Array.from(cells, (cell) => counts[cell] ?? 0),
      leaves: sources.map(({ place }) => Int32Array.from(cells, (cell) => nodeOf(cube, cell, place))),
    },
  }
}

/** What changes lead to; `null` where they do not fit together or leave nothing. */
export function shapeOf({ sources }: Base, steps: readonly Step[]): Shape | null {
  const changed = new Map(steps.filter(({ place }) => place >= 0).map((step) => [step.place, step]))
  const limits = steps.flatMap(({ change }) => (change.kind === 'limit-crossing' ? [change.columns] : []))
  if (changed.size + limits.length < steps.length || limits.length > 1) return null
  const kept = sources.flatMap((source) => {
    const step = changed.get(source.place)
    const coarse = step === undefined ? unchanged(source) : step.coarse
    return coarse === null ? [] : [{ place: source.place, coarse }]
  })
  const names = new Set(kept.map(({ coarse }) => coarse.dimension.name))
  if (names.size < kept.length) return null
  const crossed = limits[0] ?? kept.length
  return kept.length === 0 || (limits.length > 0 && crossed >= kept.length) ? null : { kept, crossed }
}

/** How many cells a shape has, those in no table included. */
export function sizeOf({ kept }: Shape): number {
  return kept.reduce((product, { coarse }) => product * coarse.dimension.codes.length, 1)
}

/** The columns of each table. */
export function tablesOf({ kept, crossed }: Shape): string[][] {
  const names = kept.map(({ coarse }) => coarse.dimension.name)
  return tablesOfWays(names, crossed)
}

/** The shape as `parseDimensions` reads it; `null` where values must be merged first, or there are several tables. */
export function dimsOf({ kept }: Shape): string | null {
  const specs = kept.flatMap(({ coarse }) => coarse.spec ?? [])
  return specs.length < kept.length ? null : writtenDims(specs)
}

/** How many columns are crossed at a time; `null` when all are. */
export function waysOf({ kept, crossed }: Shape): number | null {
  return crossed < kept.length ? crossed : null
}

/** Lays out a shape and counts its cells. */
export function arrange({ inner, table }: Base, shape: Shape): Arrangement {
  const { kept, crossed } = shape
  const laid = layOut(kept.map(({ coarse }) => coarse.dimension))
  if (!laid.ok) throw new Error(`a coarser table of ${laid.cells} cells, from ${table.cube.size}`)
  const { cube } = laid
  const at = new Int32Array(inner.counts.length)
  for (const [d, { place, coarse }] of kept.entries()) {
    const stride = cube.strides[d] ?? 1
    const leaves = inner.leaves[place] ?? new Int32Array()
    for (let i = 0; i < at.length; i++) {
      at[i] = (at[i] ?? 0) + (coarse.leafOf[leaves[i] ?? 0] ?? 0) * stride
    }
  }
  const counts = new Float64Array(cube.size)
  for (let i = 0; i < at.length; i++) counts[at[i] ?? 0] = (counts[at[i] ?? 0] ?? 0) + (inner.counts[i] ?? 0)
  addUp(cube, counts)
  return { cube, counts, places: kept.map(({ place }) => place), crossed, tables: tablesOf(shape) }
}

/** Dimensions as `parseDimensions` reads them. */
export function writtenDims(specs: readonly DimensionSpec[]): string {
  return specs
    .flatMap(({ column, chains }) =>
      chains.length === 0 ? [column] : chains.map((chain) => [column, ...chain].join('<')),
    )
    .join()
}
