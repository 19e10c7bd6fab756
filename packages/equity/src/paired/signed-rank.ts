import { normalTwoSided } from '../math/normal.ts'
import { faultOfNumbers, type Result, refuse } from '../result.ts'
import { isExact, type SignedRanks, signedRanks, signFlipDistribution } from './signed-ranks.ts'

export interface SignedRank {
  /** All differences, zeros among them. */
  readonly n: number
  readonly zeros: number
  /** Sum of the ranks of differences above zero. */
  readonly rankSumPlus: number
  readonly rankSumMinus: number
  /** Two-sided, 0–1. */
  readonly p: number
  /** `exact` up to 200 differences other than zero (unless thousands of zeros lie under them), else `normal`. */
  readonly method: 'exact' | 'normal'
}

/**
 * Wilcoxon's signed-rank test that differences lie evenly about zero, exact also with ties and zeros.
 *
 * Zeros are ranked with the rest and then dropped (Pratt); ties get mid-ranks. p is the chance, over all sign flips of
 * the ranks in hand, of a rank sum at least as far from its middle. Above 200 differences other than zero: normal, with
 * variance Σrank²/4, which holds with ties and zeros, and ½ taken off for continuity. Sizes that differ by less than
 * 1e-10 of the largest count as tied, and as zero when as near to zero.
 *
 * @param differences after less before, one a pair; leave incomplete pairs out first
 * @returns refused: `empty`; `not-finite` at the difference; `all-zero` when nothing differs
 *
 * Source: Wilcoxon (1945), Biometrics Bulletin 1; Pratt (1959), JASA 54; R `coin::wilcoxsign_test(zero.method = "Pratt",
 * distribution = "exact")`, without zeros and ties `wilcox.test(paired = TRUE)`.
 * @example signedRank([1, 2, 3, 4, 5]) // p 0.0625, the least that five pairs can give
 */
export function signedRank(differences: ArrayLike<number>): Result<SignedRank> {
  const fault = faultOfNumbers(differences, 'differences')
  if (fault) return fault
  if (differences.length === 0) return refuse('empty', 'differences')
  const ranks = signedRanks(differences)
  const { n, zeros, doubled } = ranks
  if (doubled.length === 0) return refuse('all-zero', 'differences')
  const { plus, minus } = rankSums(ranks)
  const exact = isExact(doubled)
  return {
    ok: true,
    n,
    zeros,
    rankSumPlus: plus / 2,
    rankSumMinus: minus / 2,
    p: exact ? exactP(doubled, Math.min(plus, minus)) : normalP(doubled, plus - minus),
    method: exact ? 'exact' : 'normal',
  }
}

/** Doubled rank sums of either sign. */
export function rankSums({ doubled, signs }: SignedRanks): { readonly plus: number; readonly minus: number } {
  let plus = 0
  let minus = 0
  doubled.forEach((rank, i) => {
    if ((signs[i] ?? 0) > 0) plus += rank
    else minus += rank
  })
  return { plus, minus }
}

/** The distribution is symmetric: twice the tail at the smaller sum. */
function exactP(doubled: Int32Array, smaller: number): number {
  const chances = signFlipDistribution(doubled)
  let tail = 0
  for (let sum = 0; sum <= smaller; sum++) tail += chances[sum] ?? 0
  return Math.min(1, 2 * tail)
}

/** From the doubled ranks and the doubled difference of the rank sums: W+ less its mean is a quarter of that. */
function normalP(doubled: Int32Array, doubledDifference: number): number {
  let squares = 0
  for (const rank of doubled) squares += rank * rank
  const distance = Math.max(0, Math.abs(doubledDifference) / 4 - 0.5)
  return normalTwoSided(distance / (Math.sqrt(squares) / 4))
}
