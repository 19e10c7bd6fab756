import { normalQuantile } from '../math/normal.ts'

/**
 * The smallest drop below the reference's rate that a comparison of this size would have shown.
 *
 * Two-sided test of two proportions by the normal approximation: the drop d solves
 * d = z(1−α/2)·√(p̄(1−p̄)(1/n1+1/n2)) + z(power)·√(p1(1−p1)/n1 + p2(1−p2)/n2), p1 = p2 − d,
 * with p̄ the pooled rate. One comparison alone: no correction for many.
 *
 * @param nGroup decided in the group
 * @param nReference decided in the reference
 * @param referenceRate 0–1
 * @throws RangeError for a number below 0, a rate outside 0–1, or alpha or power not strictly between
 * @returns a drop in 0–1, or `null` when even a rate of 0 in the group would not have been shown
 *
 * Source: Fleiss (1981) ch. 3; equals R `power.prop.test` where the groups are of equal size.
 * @example minimumDetectableDifference(77, 77, 0.75, 0.05, 0.9) // 0.2495…
 */
export function minimumDetectableDifference(
  nGroup: number,
  nReference: number,
  referenceRate: number,
  alpha = 0.05,
  power = 0.8,
): number | null {
  for (const [name, value] of Object.entries({ nGroup, nReference })) {
    if (!(value >= 0 && Number.isFinite(value))) throw new RangeError(`${name} is 0 or more, got ${value}`)
  }
  if (!(referenceRate >= 0 && referenceRate <= 1)) {
    throw new RangeError(`referenceRate lies in 0–1, got ${referenceRate}`)
  }
  for (const [name, value] of Object.entries({ alpha, power })) {
    if (!(value > 0 && value < 1)) throw new RangeError(`${name} lies strictly between 0 and 1, got ${value}`)
  }
  if (nGroup === 0 || nReference === 0 || referenceRate === 0) return null
  const zAlpha = normalQuantile(1 - alpha / 2)
  const zPower = normalQuantile(power)
  const excess = (drop: number): number => {
    const p1 = referenceRate - drop
    const pooled = (p1 * nGroup + referenceRate * nReference) / (nGroup + nReference)
    const underNull = Math.sqrt(pooled * (1 - pooled) * (1 / nGroup + 1 / nReference))
    const underDrop = Math.sqrt((p1 * (1 - p1)) / nGroup + (referenceRate * (1 - referenceRate)) / nReference)
    return drop - zAlpha * underNull - zPower * underDrop
  }
  if (!(excess(referenceRate) >= 0)) return null
  let low = 0
  let high = referenceRate
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (excess(middle) >= 0) high = middle
    else low = middle
  }
  return high
}
