import { faultOfNumbers, type Result, refuse } from '../result.ts'
import { rankSums } from './signed-rank.ts'
import { signedRanks } from './signed-ranks.ts'

/**
 * The matched-pairs rank-biserial correlation: how one-sided the changes are.
 *
 * (R+ − R−)/(R+ + R−) with the signed ranks of `signedRank`: zeros are ranked and then dropped, so they raise the ranks
 * of the others but stand in neither sum. It says nothing of how many stayed the same.
 *
 * @param differences after less before, one a pair; leave incomplete pairs out first
 * @returns −1 (all that changed fell) to 1 (all rose). Refused: `empty`; `not-finite` at the difference; `all-zero`
 *
 * Source: Kerby (2014), Comprehensive Psychology 3; without zeros R `effectsize::rank_biserial(paired = TRUE)`.
 * @example rankBiserial([1, 2, -3, 4]) // value 0.4
 */
export function rankBiserial(differences: ArrayLike<number>): Result<{ readonly value: number }> {
  const fault = faultOfNumbers(differences, 'differences')
  if (fault) return fault
  if (differences.length === 0) return refuse('empty', 'differences')
  const ranks = signedRanks(differences)
  if (ranks.doubled.length === 0) return refuse('all-zero', 'differences')
  const { plus, minus } = rankSums(ranks)
  return { ok: true, value: (plus - minus) / (plus + minus) }
}
