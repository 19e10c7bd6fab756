import { normalTwoSided } from '../math/normal.ts'
import { faultOfTrials, type Trials } from '../rates/trials.ts'
import { type Result, refuse } from '../result.ts'
import { isInformative, twoByTwo } from './two-by-two.ts'

export interface TwoProportionZ {
  /** Below 0 when the group's share is the lower. */
  readonly z: number
  /** Two-sided, 0–1. */
  readonly p: number
}

/**
 * The z test of two independent proportions with pooled variance. For large groups; `fisherExact` serves small ones.
 *
 * z = (p1 − p2)/√(p̄(1 − p̄)(1/n1 + 1/n2)), p̄ the pooled share.
 *
 * @param group successes of n, whole numbers
 * @param reference the same for the reference
 * @returns refused: `no-variance` at `group.successes` when all or none succeed; `empty-group`, `successes-above-n`,
 *   `not-finite`, `negative`, `not-whole`
 *
 * Source: R `prop.test(correct = FALSE)`, whose X² is z².
 * @example twoProportionZ({ successes: 18, n: 96 }, { successes: 262, n: 655 }) // z −4.0211…
 */
export function twoProportionZ(group: Trials, reference: Trials): Result<TwoProportionZ> {
  const fault = faultOfTrials(group, 'group') ?? faultOfTrials(reference, 'reference')
  if (fault) return fault
  if (!isInformative(twoByTwo(group, reference))) return refuse('no-variance', 'group.successes')
  const pooled = (group.successes + reference.successes) / (group.n + reference.n)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / group.n + 1 / reference.n))
  const z = (group.successes / group.n - reference.successes / reference.n) / error
  return { ok: true, z, p: normalTwoSided(z) }
}
