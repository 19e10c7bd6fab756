import { type CountTable, totalsOf } from './table.ts'

/**
 * The index of Karmel and MacLachlan: the share of all persons that would have to change unit for every unit to
 * have the mix of the whole, unit sizes unchanged.
 *
 * IP = 1/(2N) · Σ_g Σ_u |n_ug − n_u·p_g|. For two groups it is 2a(1 − a)·D, with a the share of one of them.
 * Unlike D it also falls when one group becomes rare.
 *
 * @param table from `segregationTable`; weights allowed
 * @returns 0 to 1 − Σ p_g²
 * Source: Karmel & MacLachlan (1988), Econ. Record 64; several groups: Silber (1992), Rev. Econ. Stat. 74.
 * @example karmelMaclachlan(table) // women and men over industries: 0.2850…
 */
export function karmelMaclachlan(table: CountTable): number {
  return karmelMaclachlanOf(table.counts, table.groups.length)
}

/** The same of a matrix kept unit by unit. */
export function karmelMaclachlanOf(counts: Float64Array, groupCount: number): number {
  const { unitTotals, groupTotals, total } = totalsOf(counts, groupCount)
  let sum = 0
  for (let u = 0, at = 0; u < unitTotals.length; u++) {
    for (let g = 0; g < groupCount; g++, at++) {
      const expected = (unitTotals[u] ?? 0) * ((groupTotals[g] ?? 0) / total)
      sum += Math.abs((counts[at] ?? 0) - expected) / total
    }
  }
  return sum / 2
}
