import { faultOfMean, type MeanSummary, varianceOf } from '../rates/mean-summary.ts'
import { type Result, refuse } from '../result.ts'

function checkShares(shares: Readonly<Record<string, number>>): void {
  for (const [name, share] of Object.entries(shares)) {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`${name} lies in 0–1, got ${share}`)
  }
}

/**
 * Cohen's h: the difference of two shares on the scale where its spread hardly depends on the shares.
 *
 * h = 2·asin√p1 − 2·asin√p2.
 *
 * @param share the group's, 0–1
 * @param referenceShare 0–1
 * @returns −π to π; below 0 when the group's is the lower
 * @throws RangeError for a share outside 0–1
 *
 * Source: Cohen (1988), Statistical Power Analysis, ch. 6; R `pwr::ES.h`.
 * @example cohensH(18 / 96, 0.4) // −0.473773612…
 */
export function cohensH(share: number, referenceShare: number): number {
  checkShares({ share, referenceShare })
  return 2 * Math.asin(Math.sqrt(share)) - 2 * Math.asin(Math.sqrt(referenceShare))
}

/**
 * The standardised difference of two shares, as used to compare the make-up of groups.
 *
 * (p1 − p2)/√((p1(1 − p1) + p2(1 − p2))/2).
 *
 * @param share the group's, 0–1
 * @param referenceShare 0–1
 * @returns `null` when both shares are 0 or 1 without being equal; 0 when they are equal
 * @throws RangeError for a share outside 0–1
 *
 * Source: Austin (2009), Statistics in Medicine 28, eq. 2; R `cobalt::bal.tab(std.diff)`.
 * @example standardisedShareDifference(0.6, 0.4) // 0.40824…
 */
export function standardisedShareDifference(share: number, referenceShare: number): number | null {
  checkShares({ share, referenceShare })
  if (share === referenceShare) return 0
  const variance = (share * (1 - share) + referenceShare * (1 - referenceShare)) / 2
  return variance > 0 ? (share - referenceShare) / Math.sqrt(variance) : null
}

/**
 * Cohen's d: the difference of two means in units of their pooled standard deviation.
 *
 * d = (m1 − m2)/√(((n1 − 1)s1² + (n2 − 1)s2²)/(n1 + n2 − 2)).
 *
 * @param group n (2 or more), mean, and sd or sum of squares about the mean
 * @param reference the same for the reference
 * @returns refused: `no-variance` at `group` when neither group varies; `empty-group`, `too-few`, `not-finite`,
 *   `negative`, `not-whole` as in `meanGap`; `out-of-range` at `group` for figures too large to be written
 *
 * Source: Cohen (1988), ch. 2; R `effectsize::cohens_d`.
 * @example cohensD({ n: 3, mean: 2, sd: 1 }, { n: 3, mean: 4, sd: 1 }) // value −2
 */
export function cohensD(group: MeanSummary, reference: MeanSummary): Result<{ readonly value: number }> {
  const fault = faultOfMean(group, 'group') ?? faultOfMean(reference, 'reference')
  if (fault) return fault
  const variance =
    ((group.n - 1) * varianceOf(group) + (reference.n - 1) * varianceOf(reference)) /
    (group.n + reference.n - 2)
  if (variance === 0) return refuse('no-variance', 'group')
  const value = (group.mean - reference.mean) / Math.sqrt(variance)
  return Number.isFinite(variance) && Number.isFinite(value)
    ? { ok: true, value }
    : refuse('out-of-range', 'group')
}
