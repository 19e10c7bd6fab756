import { type Result, refuse } from '../result.ts'
import { type CountTable, totalsOf } from './table.ts'

export interface MutualInformation {
  /** The mutual information index in nats, 0 to ln(min(groups, units)). */
  readonly m: number
  /** Theil's information index, 0–1: M over the entropy of the groups. `null` when only one group has members. */
  readonly h: number | null
  /** Entropy of the groups in nats. */
  readonly groupEntropy: number
}

export interface ClusterSegregation extends MutualInformation {
  readonly cluster: string
  /** The cluster's part of all persons. */
  readonly share: number
  /** Entropy of the groups in the cluster over that of the whole. */
  readonly entropyRatio: number
}

export interface LocalSegregation {
  readonly name: string
  /** ls: how far the group's spread over units (or the unit's mix of groups) is from that of all, in nats. */
  readonly local: number
  /** The group's (unit's) part of all persons. M is the sum of share · local. */
  readonly share: number
}

/**
 * Segregation of several groups over units at once: the mutual information index M and Theil's H.
 *
 * M = Σ p_ug · ln(p_ug / (p_u·p_g)), natural logarithm; H = M / E with E = −Σ p_g·ln p_g. 0: each unit has the
 * mix of the whole. Scaling all counts, merging units with the same mix or reordering changes nothing. Cells of
 * 0 add nothing.
 *
 * @param table from `segregationTable`; weights allowed
 * Source: Theil & Finizza (1971); Mora & Ruiz-Castillo (2011), Sociol. Methodol. 41; R segregation 1.1.0
 * `mutual_total`.
 * @example mutualInformation(table) // women and men over industries: { m: 0.1953…, h: 0.2818…, … }
 */
export function mutualInformation(table: CountTable): MutualInformation {
  return mutualOf(table.counts, table.groups.length)
}

/**
 * M and H divided into segregation between clusters of units and within them.
 *
 * Between: of the table clusters × groups. Within: Σ share · M of each cluster; its H is that sum over the
 * entropy of the whole, so between + within = total for both. A cluster of one unit has M 0; a cluster of one
 * group has H `null`.
 *
 * @param table whose rows have a cluster
 * Refuses: `empty` (`table.clusters`) when units have no clusters.
 * Source: Mora & Ruiz-Castillo (2011); R segregation 1.1.0 `mutual_total(within =)` and `mutual_within`
 * (`ent_ratio` is `entropyRatio`).
 * @example mutualInformationByCluster(table) // { total, between, within, clusters: [{ cluster: 'A', m, … }] }
 */
export function mutualInformationByCluster(table: CountTable): Result<{
  readonly total: MutualInformation
  readonly between: MutualInformation
  readonly within: MutualInformation
  readonly clusters: readonly ClusterSegregation[]
}> {
  if (table.clusters.length === 0) return refuse('empty', 'table.clusters')
  const width = table.groups.length
  const merged = new Float64Array(table.clusters.length * width)
  const parts: number[][] = table.clusters.map(() => [])
  for (let u = 0; u < table.units.length; u++) {
    const c = table.clusterOf[u] ?? 0
    for (let g = 0; g < width; g++) {
      const n = table.counts[u * width + g] ?? 0
      merged[c * width + g] = (merged[c * width + g] ?? 0) + n
      parts[c]?.push(n)
    }
  }
  const total = mutualInformation(table)
  const entropy = total.groupEntropy
  const clusters = parts.map((counts, c): ClusterSegregation => {
    const own = Float64Array.from(counts)
    const figures = mutualOf(own, width)
    return {
      cluster: table.clusters[c] ?? '',
      ...figures,
      share: totalsOf(own, width).total / table.total,
      entropyRatio: figures.groupEntropy / entropy,
    }
  })
  const within = clusters.reduce((sum, { m, share }) => sum + m * share, 0)
  return {
    ok: true,
    total,
    between: mutualOf(merged, width),
    within: { m: within, h: within / entropy, groupEntropy: entropy },
    clusters,
  }
}

/**
 * What each group, or each unit, adds to M.
 *
 * Of a group: ls_g = Σ_u p(u|g) · ln(p(u|g) / p(u)); of a unit the same with groups and units exchanged.
 *
 * @param by whether the terms are of groups or of units
 * @returns one term for each, in the table's order; Σ share · local = M
 * Source: Alonso-Villar & del Río (2010); R segregation 1.1.0 `mutual_local`.
 * @example localSegregation(table, 'group') // [{ name: 'women', local: 0.1…, share: 0.4… }, …]
 */
export function localSegregation(table: CountTable, by: 'group' | 'unit'): readonly LocalSegregation[] {
  const { counts, unitTotals, groupTotals, total, groups } = table
  const names = by === 'group' ? groups : table.units
  const own = by === 'group' ? groupTotals : unitTotals
  const terms = new Float64Array(names.length)
  for (let at = 0; at < counts.length; at++) {
    const n = counts[at] ?? 0
    if (n === 0) continue
    const g = at % groups.length
    const u = (at - g) / groups.length
    const to = by === 'group' ? g : u
    const ratio = n / (unitTotals[u] ?? 1) / ((groupTotals[g] ?? 1) / total)
    terms[to] = (terms[to] ?? 0) + (n / (own[to] ?? 1)) * Math.log(ratio)
  }
  return names.map((name, i) => ({
    name,
    local: Math.max(0, terms[i] ?? 0),
    share: (own[i] ?? 0) / total,
  }))
}

/** M, H and entropy of a matrix kept unit by unit; zeros everywhere give zeros. */
export function mutualOf(counts: Float64Array, groupCount: number): MutualInformation {
  const { unitTotals, groupTotals, total } = totalsOf(counts, groupCount)
  const groupEntropy = 0 - negativeEntropy(groupTotals, total)
  const m = Math.max(0, groupEntropy + negativeEntropy(counts, total) - negativeEntropy(unitTotals, total))
  return { m, h: groupEntropy > 0 ? m / groupEntropy : null, groupEntropy }
}

/** Σ p·ln p. */
function negativeEntropy(parts: Float64Array, total: number): number {
  let sum = 0
  for (let i = 0; i < parts.length; i++) {
    const n = parts[i] ?? 0
    if (n > 0) sum += (n / total) * Math.log(n / total)
  }
  return sum
}
