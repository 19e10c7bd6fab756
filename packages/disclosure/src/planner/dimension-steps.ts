import { buildDimension, type Dimension, type Grouping } from '../model/dimension.ts'
import type { DimensionSpec } from '../model/from-columns.ts'
import { numberedIn, prefixLengths, spanOf, yearsIn } from './code-kinds.ts'
import type { Change, Merged } from './types.ts'

/** A coarser dimension in place of one of the table's. */
export interface Coarse {
  readonly dimension: Dimension
  /** For each leaf before, the leaf it falls into. */
  readonly leafOf: Int32Array
  /** As it can be given; `null` where values must be merged first. */
  readonly spec: DimensionSpec | null
}

/** A change and what becomes of the dimension it is of; −1 for a change of the whole table. */
export interface Step {
  readonly change: Change
  readonly place: number
  /** `null`: left out. */
  readonly coarse: Coarse | null
}

/** A dimension of the table, and what is known of its leaves. */
export interface Source {
  readonly place: number
  readonly spec: DimensionSpec
  readonly dimension: Dimension
  /** The count of each leaf. */
  readonly counts: readonly number[]
  /** The group of a leaf in a column that groups it. */
  readonly groupOf: (column: string, leaf: number) => string
}

const SIZES = [2, 3]
/** The share of the records that the smallest values may hold together. */
const SMALLEST_SHARES = [0.1, 0.25, 0.5]
const FEWEST_FOR_SMALLEST = 4

/**
 * The changes that can be made to one dimension: leaving it out; a column that groups it; years pooled; neighbours
 * merged; industry codes by their first characters; else, where nothing groups its values, the smallest as one.
 */
export function stepsOf(source: Source): Step[] {
  const { spec, dimension } = source
  const { column } = spec
  const codes = dimension.codes.slice(0, dimension.leaves)
  const years = yearsIn(codes)
  const all: Change = years === null ? { kind: 'leave-out', column } : { kind: 'pool-all-years', column }
  const left: Step = { change: all, place: source.place, coarse: null }
  const above = spec.chains.flatMap((chain) => chain.map((by, i) => ({ by, chain: chain.slice(i) })))
  // A column that stands in two chains groups once.
  const once = above.filter(({ by }, i) => above.findIndex((other) => other.by === by) === i)
  const groups = once.flatMap(({ chain }) => groupStep(source, chain))
  const merges = years === null ? mergesOf(source, codes) : poolsOf(codes, years, column)
  const steps = [...groups, ...merges.flatMap((change) => mergeStep(source, codes, change))]
  return [left, ...steps.filter((step) => isCoarser(step, dimension))]
}

type MergeChange = Extract<Change, { readonly merged: readonly Merged[] }>

function poolsOf(codes: readonly string[], years: readonly number[], column: string): MergeChange[] {
  const inOrder = years.map((place) => codes[place] ?? '')
  return SIZES.map((size) => ({ kind: 'pool-years', column, size, merged: inRuns(inOrder, size, codes) }))
}

function mergesOf({ spec, counts }: Source, codes: readonly string[]): MergeChange[] {
  const { column, chains } = spec
  const numbered = numberedIn(codes)
  if (numbered !== null) {
    const inOrder = numbered.ordered.map((place) => codes[place] ?? '')
    return SIZES.map((size) => ({
      kind: 'merge-neighbours',
      column,
      size,
      merged: inRuns(inOrder, size, codes),
    }))
  }
  if (chains.length > 0) return []
  const lengths = prefixLengths(codes)
  if (lengths.length > 0) {
    return lengths.map((length) => ({
      kind: 'merge-prefix',
      column,
      length,
      merged: byPrefix(codes, length),
    }))
  }
  return smallestOf(codes, counts).map((merged) => ({ kind: 'merge-smallest', column, merged: [merged] }))
}

/** Runs of so many codes; a single one at the end joins the run before it. */
function inRuns(inOrder: readonly string[], size: number, known: readonly string[]): Merged[] {
  const runs: string[][] = []
  for (const [i, code] of inOrder.entries()) {
    const begins = i % size === 0 && (i < inOrder.length - 1 || i === 0)
    if (begins) runs.push([code])
    else runs.at(-1)?.push(code)
  }
  return runs
    .filter((codes) => codes.length > 1)
    .map((codes) => {
      const code = spanOf(codes)
      return { code: known.includes(code) ? codes.join('+') : code, codes }
    })
}

function byPrefix(codes: readonly string[], length: number): Merged[] {
  const found = new Map<string, string[]>()
  for (const code of codes) {
    const prefix = code.slice(0, length)
    found.set(prefix, [...(found.get(prefix) ?? []), code])
  }
  return [...found].map(([code, held]) => ({ code, codes: held }))
}

function smallestOf(codes: readonly string[], counts: readonly number[]): Merged[] {
  if (codes.length < FEWEST_FOR_SMALLEST) return []
  const records = counts.reduce((sum, count) => sum + count, 0)
  const order = codes.map((_, leaf) => leaf).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b)
  let code = 'other'
  while (codes.includes(code)) code += '+'
  const found: Merged[] = []
  for (const share of SMALLEST_SHARES) {
    let held = 0
    const smallest = order.filter((leaf) => {
      held += counts[leaf] ?? 0
      return held <= share * records
    })
    if (
      smallest.length > Math.max(1, found.at(-1)?.codes.length ?? 0) &&
      smallest.length < codes.length - 1
    ) {
      found.push({ code, codes: smallest.sort((a, b) => a - b).map((leaf) => codes[leaf] ?? '') })
    }
  }
  return found
}

function groupStep({ place, dimension, groupOf }: Source, chain: readonly string[]): Step[] {
  const [by = '', ...above] = chain
  const leaves = Array.from({ length: dimension.leaves }, (_, leaf) => leaf)
  const own = leaves.map((leaf) => groupOf(by, leaf))
  const codes = [...new Set(own)].sort((a, b) => (a < b ? -1 : 1))
  const groupings = above.map((name) => ({
    name,
    groupOf: new Map(leaves.map((leaf) => [own[leaf] ?? '', groupOf(name, leaf)])),
  }))
  const spec = { column: by, chains: above.length > 0 ? [above] : [] }
  return madeStep(place, { kind: 'group', column: dimension.name, by }, by, codes, groupings, own, spec)
}

function mergeStep({ place, spec, groupOf }: Source, codes: readonly string[], change: MergeChange): Step[] {
  const mergedOf = new Map(change.merged.flatMap(({ code, codes: held }) => held.map((one) => [one, code])))
  const own = codes.map((code) => mergedOf.get(code) ?? code)
  // A column that groups the values still does where it parts none of the merged.
  const groupings = spec.chains.flat().flatMap((name) => {
    const groups = new Map(own.map((code, leaf) => [code, groupOf(name, leaf)]))
    return own.every((code, leaf) => groups.get(code) === groupOf(name, leaf))
      ? [{ name, groupOf: groups }]
      : []
  })
  return madeStep(place, change, spec.column, [...new Set(own)], groupings, own, null)
}

/** Nothing where the coarser codes clash with each other. */
function madeStep(
  place: number,
  change: Change,
  name: string,
  codes: readonly string[],
  groupings: readonly Grouping[],
  own: readonly string[],
  spec: DimensionSpec | null,
): Step[] {
  const built = buildDimension(name, codes, groupings)
  if (!built.ok) return []
  const leaves = new Map(codes.map((code, leaf) => [code, leaf]))
  const leafOf = Int32Array.from(own, (code) => leaves.get(code) ?? 0)
  return [{ change, place, coarse: { dimension: built.dimension, leafOf, spec } }]
}

function isCoarser({ coarse }: Step, { leaves }: Dimension): boolean {
  return coarse !== null && coarse.dimension.leaves > 1 && coarse.dimension.leaves < leaves
}

/** A dimension that stays as it is. */
export function unchanged({ dimension, spec }: Source): Coarse {
  return { dimension, leafOf: Int32Array.from({ length: dimension.leaves }, (_, leaf) => leaf), spec }
}
