import { normalQuantile } from '../math/normal.ts'
import type { Estimate } from '../rates/interval.ts'
import { medianOfSorted } from '../rates/median.ts'
import { faultOfConfidence } from '../rates/trials.ts'
import { faultOfNumbers, type Result, refuse } from '../result.ts'
import { EXACT_UP_TO, signFlipDistribution } from './signed-ranks.ts'

/** Four and a half million averages. */
const MOST_PAIRS = 3000

/** The largest k with P(W < k) ≤ tail, W the signed-rank sum of n without ties; 0 when there is none. */
function rankOfLimit(n: number, tail: number): number {
  if (n > EXACT_UP_TO) {
    const spread = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24)
    return Math.max(0, Math.floor((n * (n + 1)) / 4 + normalQuantile(tail) * spread))
  }
  const chances = signFlipDistribution(Int32Array.from({ length: n }, (_, i) => i + 1))
  let below = 0
  let k = 0
  while (k < chances.length && below + (chances[k] ?? 0) <= tail) {
    below += chances[k] ?? 0
    k++
  }
  return k
}

/**
 * The Hodges–Lehmann shift: the median of the Walsh averages (dᵢ + dⱼ)/2, i ≤ j, with its interval.
 *
 * All differences count, zeros too. The interval inverts the signed-rank test: from the k-th smallest to the k-th
 * largest average, k the largest with P(W < k) ≤ α/2, exact up to 200 differences, else normal. It holds the shift at
 * least as often as promised where differences lie evenly about it; with ties more often. On a coarse scale it may
 * shrink to a point, and hold 0 where `signedRank`, which drops zeros, gives a small p.
 *
 * @param differences after less before, one a pair; leave incomplete pairs out first
 * @param confidence above 0, at most 0.999999
 * @returns in the unit of the differences; `interval` is `null` when no interval reaches the confidence: at 95 % with
 *   fewer than six. Refused: `empty`; `not-finite` at the difference; `too-many` above 3,000; `out-of-range` for the
 *   confidence
 *
 * Source: Hodges & Lehmann (1963), Ann. Math. Statist. 34; Hollander & Wolfe (1999), 3.2–3.3; without zeros and ties
 * R `wilcox.test(conf.int = TRUE)`.
 * @example hodgesLehmann([1, 2, 3, 4, 5, 6]) // value 3.5, interval 1 to 6
 */
export function hodgesLehmann(differences: ArrayLike<number>, confidence = 0.95): Result<Estimate> {
  const fault = faultOfNumbers(differences, 'differences') ?? faultOfConfidence(confidence)
  if (fault) return fault
  const n = differences.length
  if (n === 0) return refuse('empty', 'differences')
  if (n > MOST_PAIRS) return refuse('too-many', 'differences')
  const averages = new Float64Array((n * (n + 1)) / 2)
  let filled = 0
  for (let i = 0; i < n; i++) {
    const half = (differences[i] ?? 0) / 2
    for (let j = i; j < n; j++) averages[filled++] = half + (differences[j] ?? 0) / 2
  }
  averages.sort()
  const k = rankOfLimit(n, (1 - confidence) / 2)
  const low = averages[k - 1]
  const high = averages[averages.length - k]
  const interval = k === 0 || low === undefined || high === undefined ? null : { low, high }
  return { ok: true, value: medianOfSorted(averages) ?? 0, interval }
}
