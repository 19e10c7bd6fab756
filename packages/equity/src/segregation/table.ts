import { type Refusal, type Result, refuse } from '../result.ts'

/** A count: how many of a group are in a unit (an industry, a school, an occupation). */
export interface CountRow {
  readonly unit: string
  readonly group: string
  /** Persons or weights, 0 or more. */
  readonly n: number
  /** What the unit belongs to, such as a county or an industry section. All rows have one, or none has. */
  readonly cluster?: string
}

/** Counts by unit and group with their totals, as `segregationTable` and `segregationTableOf` make it. */
export interface CountTable {
  readonly units: readonly string[]
  readonly groups: readonly string[]
  /** Names of the clusters, empty when units have none. */
  readonly clusters: readonly string[]
  /** The place in `clusters` of each unit, empty when units have none. */
  readonly clusterOf: Int32Array
  /** units × groups, unit by unit. */
  readonly counts: Float64Array
  readonly unitTotals: Float64Array
  readonly groupTotals: Float64Array
  readonly total: number
  /** Units and groups left out since their total is 0. */
  readonly emptyUnits: readonly string[]
  readonly emptyGroups: readonly string[]
}

/** Counts as a matrix: `counts[u][g]`. */
export interface CountMatrix {
  readonly units: readonly string[]
  readonly groups: readonly string[]
  readonly counts: readonly (readonly number[])[]
  /** The cluster of each unit. */
  readonly clusters?: readonly string[]
}

/**
 * The table that all measures of segregation take, from rows of counts.
 *
 * Rows with the same unit and group are added. Units and groups whose total is 0 are left out and named in
 * `emptyUnits` and `emptyGroups`. Counts need not be whole (weights), save for the bootstrap.
 *
 * @param rows in any order; absent pairs are 0
 * @returns the table; units, groups and clusters in order of first appearance
 *
 * Refuses: `empty` (no rows), `not-finite` and `negative` (`rows[i].n`), `unbalanced` (`rows[i].cluster`: a
 * unit in two clusters, or a row without where others have one), `all-zero`, `out-of-range` (a total beyond 1e±100, or a
 * cell below 1e-100 of it), `too-few` (`rows.group` or `rows.unit`: fewer than two groups or units with members).
 * @example segregationTable([{ unit: 'care', group: 'women', n: 8 }, { unit: 'building', group: 'men', n: 9 }])
 */
export function segregationTable(rows: readonly CountRow[]): Result<{ readonly table: CountTable }> {
  if (rows.length === 0) return refuse('empty', 'rows')
  const units = new Numbering()
  const groups = new Numbering()
  const clusters = new Numbering()
  const clusterOf: number[] = []
  const clustered = rows[0]?.cluster !== undefined
  for (const [i, { unit, group, n, cluster }] of rows.entries()) {
    if (!Number.isFinite(n)) return refuse('not-finite', `rows[${i}].n`)
    if (n < 0) return refuse('negative', `rows[${i}].n`)
    const u = units.of(unit)
    groups.of(group)
    if ((cluster !== undefined) !== clustered) return refuse('unbalanced', `rows[${i}].cluster`)
    if (cluster === undefined) continue
    const c = clusters.of(cluster)
    clusterOf[u] ??= c
    if (clusterOf[u] !== c) return refuse('unbalanced', `rows[${i}].cluster`)
  }
  const counts = new Float64Array(units.names.length * groups.names.length)
  for (const { unit, group, n } of rows) {
    const at = units.of(unit) * groups.names.length + groups.of(group)
    counts[at] = (counts[at] ?? 0) + n
  }
  return finish(
    { units: units.names, groups: groups.names, counts, clusters: clusters.names, clusterOf },
    'rows',
  )
}

/**
 * The same table from a matrix.
 *
 * @param matrix `counts[u][g]` of unit u and group g; names must differ
 * @returns as `segregationTable`
 *
 * Refuses as `segregationTable`, and `duplicate` (`units[i]`, `groups[i]`), `unequal-length` (`counts`,
 * `counts[u]`, `clusters`).
 * @example segregationTableOf({ units: ['care', 'building'], groups: ['women', 'men'], counts: [[8, 1], [2, 9]] })
 */
export function segregationTableOf(matrix: CountMatrix): Result<{ readonly table: CountTable }> {
  const { units, groups } = matrix
  for (const [name, names] of Object.entries({ units, groups })) {
    const known = new Set<string>()
    for (const [i, value] of names.entries()) {
      if (known.has(value)) return refuse('duplicate', `${name}[${i}]`)
      known.add(value)
    }
  }
  if (matrix.counts.length !== units.length) return refuse('unequal-length', 'counts')
  if (matrix.clusters && matrix.clusters.length !== units.length) return refuse('unequal-length', 'clusters')
  const counts = new Float64Array(units.length * groups.length)
  for (const [u, line] of matrix.counts.entries()) {
    if (line.length !== groups.length) return refuse('unequal-length', `counts[${u}]`)
    for (const [g, n] of line.entries()) {
      if (!Number.isFinite(n)) return refuse('not-finite', `counts[${u}][${g}]`)
      if (n < 0) return refuse('negative', `counts[${u}][${g}]`)
      counts[u * groups.length + g] = n
    }
  }
  const clusters = new Numbering()
  const clusterOf = (matrix.clusters ?? []).map((cluster) => clusters.of(cluster))
  return finish({ units, groups, counts, clusters: clusters.names, clusterOf }, 'counts')
}

/** Totals and ratios of total to cell stay below this, so that no share or its inverse leaves floating point. */
const WIDEST = 1e100

interface Draft {
  readonly units: readonly string[]
  readonly groups: readonly string[]
  readonly counts: Float64Array
  readonly clusters: readonly string[]
  readonly clusterOf: readonly number[]
}

/** Leaves out what has no members, and adds the totals. */
function finish(draft: Draft, source: 'rows' | 'counts'): Refusal | { readonly ok: true; table: CountTable } {
  const width = draft.groups.length
  const sums = totalsOf(draft.counts, width)
  if (sums.total === 0) return refuse('all-zero', source)
  const least = sums.total / WIDEST
  const countable = sums.total > 1 / WIDEST && sums.total < WIDEST
  if (!countable || draft.counts.some((n) => n > 0 && n < least)) return refuse('out-of-range', source)
  const groupsKept = keptOf(sums.groupTotals)
  const unitsKept = keptOf(sums.unitTotals)
  if (groupsKept.length < 2) return refuse('too-few', source === 'rows' ? 'rows.group' : 'groups')
  if (unitsKept.length < 2) return refuse('too-few', source === 'rows' ? 'rows.unit' : 'units')
  const counts = new Float64Array(unitsKept.length * groupsKept.length)
  let at = 0
  for (const u of unitsKept) for (const g of groupsKept) counts[at++] = draft.counts[u * width + g] ?? 0
  const clusters = new Numbering()
  const clusterOf = draft.clusters.length === 0 ? [] : unitsKept.map((u) => clusters.of(nameOf(draft, u)))
  return {
    ok: true,
    table: {
      units: unitsKept.map((u) => draft.units[u] ?? ''),
      groups: groupsKept.map((g) => draft.groups[g] ?? ''),
      clusters: clusters.names,
      clusterOf: Int32Array.from(clusterOf),
      counts,
      ...totalsOf(counts, groupsKept.length),
      emptyUnits: draft.units.filter((_, u) => sums.unitTotals[u] === 0),
      emptyGroups: draft.groups.filter((_, g) => sums.groupTotals[g] === 0),
    },
  }
}

function nameOf(draft: Draft, unit: number): string {
  return draft.clusters[draft.clusterOf[unit] ?? 0] ?? ''
}

function keptOf(totals: Float64Array): number[] {
  return Array.from(totals.keys()).filter((i) => (totals[i] ?? 0) > 0)
}

/** Sums by unit, by group and over all of a matrix kept unit by unit. */
export function totalsOf(counts: Float64Array, groupCount: number) {
  const unitTotals = new Float64Array(groupCount === 0 ? 0 : counts.length / groupCount)
  const groupTotals = new Float64Array(groupCount)
  let total = 0
  for (let u = 0, at = 0; u < unitTotals.length; u++) {
    let sum = 0
    for (let g = 0; g < groupCount; g++, at++) {
      const n = counts[at] ?? 0
      sum += n
      groupTotals[g] = (groupTotals[g] ?? 0) + n
    }
    unitTotals[u] = sum
    total += sum
  }
  return { unitTotals, groupTotals, total }
}

/** Numbers names in order of first appearance. */
class Numbering {
  readonly names: string[] = []
  readonly #numbers = new Map<string, number>()

  of(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}
