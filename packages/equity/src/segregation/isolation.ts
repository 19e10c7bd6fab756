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
  const { counts, unitTotals, groupTotals, groups, total } = table
  const width = groups.length
  const met = new Float64Array(width)
  // 1 − exposure and 1 − p as sums over the others, which keep their digits where the group is nearly all.
  const otherMet = new Float64Array(width)
  for (let u = 0; u < unitTotals.length; u++) {
    const line = counts.subarray(u * width, (u + 1) * width)
    const all = unitTotals[u] ?? 1
    othersOf(line).forEach((others, g) => {
      const own = line[g] ?? 0
      const weight = own / (groupTotals[g] ?? 1)
      met[g] = (met[g] ?? 0) + weight * (own / all)
      otherMet[g] = (otherMet[g] ?? 0) + weight * (others / all)
    })
  }
  const others = othersOf(groupTotals)
  return groups.map((group, g) => ({
    group,
    isolation: Math.min(1, met[g] ?? 0),
    adjusted: Math.max(0, 1 - (otherMet[g] ?? 0) / ((others[g] ?? 0) / total)),
  }))
}

/** For each place the sum of all other places, without taking it off the whole. */
function othersOf(counts: Float64Array): Float64Array {
  const others = new Float64Array(counts.length)
  let before = 0
  for (let g = 0; g < counts.length; g++) {
    others[g] = before
    before += counts[g] ?? 0
  }
  let after = 0
  for (let g = counts.length - 1; g >= 0; g--) {
    others[g] = (others[g] ?? 0) + after
    after += counts[g] ?? 0
  }
  return others
}
