import type { CountTable } from './table.ts'

export interface Exposure {
  readonly of: string
  readonly to: string
  /** The share of `to` in the unit of the average member of `of`, 0–1. */
  readonly exposure: number
}

export interface Isolation {
  readonly group: string
  /** The share of the own group in the unit of its average member, 0–1. At least the group's share of all. */
  readonly isolation: number
  /** (isolation − p) / (1 − p) with p the group's share of all: 0 without segregation, 1 when wholly apart. */
  readonly adjusted: number
}

/**
 * Exposure of each group to each: whom the average member meets in its unit.
 *
 * P(g→h) = Σ_u (n_ug/N_g) · (n_uh/n_u). Sums to 1 over h.
 *
 * @param table from `segregationTable`; weights allowed
 * @returns groups × groups pairs, by `of` and then `to` in the table's order
 * Source: Bell (1954), Soc. Forces 32; Lieberson (1981); R segregation 1.1.0 `exposure`.
 * @example exposures(table)[1] // { of: 'women', to: 'men', exposure: 0.3… }
 */
export function exposures(table: CountTable): readonly Exposure[] {
  const { counts, unitTotals, groupTotals, groups } = table
  const width = groups.length
  const sums = new Float64Array(width * width)
  for (let u = 0; u < unitTotals.length; u++) {
    for (let g = 0; g < width; g++) {
      const own = counts[u * width + g] ?? 0
      if (own === 0) continue
      const weight = own / (groupTotals[g] ?? 1)
      for (let h = 0; h < width; h++) {
        const share = (counts[u * width + h] ?? 0) / (unitTotals[u] ?? 1)
        sums[g * width + h] = (sums[g * width + h] ?? 0) + weight * share
      }
    }
  }
  return groups.flatMap((of, g) =>
    groups.map((to, h) => ({ of, to, exposure: Math.min(1, sums[g * width + h] ?? 0) })),
  )
}

/**
 * Isolation of each group: its exposure to itself, as it is and freed from the group's size.
 *
 * Source: Bell (1954); the adjusted form is the correlation ratio η² (Massey & Denton 1988, Soc. Forces 67);
 * R segregation 1.1.0 `isolation`.
 * @example isolations(table)[0] // { group: 'women', isolation: 0.7…, adjusted: 0.4… }
 */
export function isolations(table: CountTable): readonly Isolation[] {
  const pairs = exposures(table)
  return table.groups.map((group, g) => {
    const met = pairs.filter(({ of }) => of === group)
    // 1 − exposure and 1 − p as sums over the others, which keep their digits where the group is nearly all.
    const otherMet = met.reduce((sum, { exposure }, h) => sum + (h === g ? 0 : exposure), 0)
    const others = table.groupTotals.reduce((sum, n, h) => sum + (h === g ? 0 : n), 0)
    const adjusted = Math.max(0, 1 - otherMet / (others / table.total))
    return { group, isolation: met[g]?.exposure ?? 0, adjusted }
  })
}
