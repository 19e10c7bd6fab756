import type { Result } from '../result.ts'
import type { Interval } from './interval.ts'
import { combineIntervals } from './mover.ts'
import { faultOfConfidence, faultOfTrials, type Trials } from './trials.ts'
import { wilsonInterval } from './wilson.ts'

export interface ProportionDifference {
  /** The group's share less the reference's, −1 to 1. */
  readonly value: number
  readonly interval: Interval
}

/**
 * The difference of two independent proportions with Newcombe's hybrid score interval (method 10), without
 * continuity correction: it stays within −1 to 1 and is honest at shares of 0 and 1.
 *
 * With Wilson's limits l, u of each share: low = d − √((p1 − l1)² + (u2 − p2)²), high = d + √((u1 − p1)² + (p2 − l2)²).
 *
 * @param group successes of n, whole numbers
 * @param reference the same for the reference
 * @param confidence above 0, at most 0.999999
 * @returns refused: `empty-group`, `successes-above-n`, `not-finite`, `negative`, `not-whole`; `out-of-range` for
 *   the confidence
 *
 * Source: Newcombe (1998), Statistics in Medicine 17, 873–890, method 10.
 * @example differenceOfProportions({ successes: 56, n: 70 }, { successes: 48, n: 80 }) // 0.2, 0.0524 to 0.3339
 */
export function differenceOfProportions(
  group: Trials,
  reference: Trials,
  confidence = 0.95,
): Result<ProportionDifference> {
  const fault =
    faultOfTrials(group, 'group') ?? faultOfTrials(reference, 'reference') ?? faultOfConfidence(confidence)
  if (fault) return fault
  const term = (sign: 1 | -1, { successes, n }: Trials) => ({
    sign,
    value: successes / n,
    interval: wilsonInterval(successes, n, confidence),
  })
  return {
    ok: true,
    value: group.successes / group.n - reference.successes / reference.n,
    interval: combineIntervals([term(1, group), term(-1, reference)]),
  }
}
