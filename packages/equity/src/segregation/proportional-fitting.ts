/** Shares of units × groups, unit by unit, that sum to 1. */
export interface ShareTable {
  readonly shares: Float64Array
  readonly groupCount: number
}

const MOST_ROUNDS = 20_000
const CLOSE = 1e-11

/**
 * The table with the association of `start` and the margins asked for: iterative proportional fitting. Its odds
 * ratios are those of `start`; cells of 0 stay 0.
 *
 * @param start shares of units × groups, with no empty unit or group
 * @param unitMargins shares of the units, `groupMargins` of the groups; each sums to 1
 * @returns the shares, margins met to 1e-11, or `null` when 20,000 rounds did not get there
 * Source: Deming & Stephan (1940), Ann. Math. Stat. 11; R segregation 1.1.0 `ipf` (which stops at 1e-3).
 */
export function fitMargins(
  { shares, groupCount }: ShareTable,
  unitMargins: Float64Array,
  groupMargins: Float64Array,
): Float64Array | null {
  const fitted = Float64Array.from(shares)
  const sums = new Float64Array(groupCount)
  const factors = new Float64Array(groupCount)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    sums.fill(0)
    for (let at = 0; at < fitted.length; at++) {
      const g = at % groupCount
      sums[g] = (sums[g] ?? 0) + (fitted[at] ?? 0)
    }
    let away = 0
    for (let g = 0; g < groupCount; g++) {
      away = Math.max(away, Math.abs((sums[g] ?? 0) - (groupMargins[g] ?? 0)))
      factors[g] = (groupMargins[g] ?? 0) / (sums[g] ?? 1)
    }
    // Rows were met at the end of the round before, so that columns alone tell whether it is done.
    if (round > 0 && away < CLOSE) return fitted
    for (let u = 0, at = 0; u < unitMargins.length; u++) {
      let sum = 0
      for (let g = 0; g < groupCount; g++) {
        const value = (fitted[at + g] ?? 0) * (factors[g] ?? 0)
        fitted[at + g] = value
        sum += value
      }
      const factor = (unitMargins[u] ?? 0) / sum
      for (let g = 0; g < groupCount; g++, at++) fitted[at] = (fitted[at] ?? 0) * factor
    }
  }
  return null
}
