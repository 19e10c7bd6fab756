import type { Interval } from '../rates/interval.ts'
import { logNormalInterval } from '../rates/log-interval.ts'
import { checkConfidence } from '../rates/trials.ts'

/** Successes of decided: whole numbers, 0 ≤ granted ≤ decided. */
export interface Proportion {
  readonly granted: number
  readonly decided: number
}

export interface ImpactRatio {
  /** The group's rate over the reference's, 0 or more. */
  readonly ratio: number
  /** `null` when the group has no grant or both rates are 1: the logarithm has no variance estimate there. */
  readonly interval: Interval | null
}

/** Throws a `RangeError` naming the count that cannot be. */
export function checkProportion(proportion: Proportion, name: string): void {
  for (const part of ['granted', 'decided'] as const) {
    const count = proportion[part]
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`${name}.${part} is a whole number of 0 or more, got ${count}`)
    }
  }
  const { granted, decided } = proportion
  if (granted > decided)
    throw new RangeError(`${name}.granted is at most decided, ${decided}, got ${granted}`)
}

/**
 * The adverse impact ratio: a group's rate of grants over the reference group's, with its log (Katz) interval.
 *
 * The interval is exp(ln(p1/p2) ± z·√((1−p1)/x1 + (1−p2)/x2)). With no grant in the group, or with nothing refused
 * in either, it does not exist and is `null`; the ratio itself stands (0 when the group has none).
 *
 * @param confidence above 0, at most 0.999999
 * @returns `null` when the ratio does not exist: nothing decided in a group, or no grant in the reference.
 * @throws RangeError naming a count that is not whole, is negative or more granted than decided, or the confidence
 *
 * Source: Katz et al. (1978), Biometrics 34; R as in the tests.
 * @example impactRatio({ granted: 18, decided: 96 }, { granted: 262, decided: 655 })?.ratio // 0.46875
 */
export function impactRatio(group: Proportion, reference: Proportion, confidence = 0.95): ImpactRatio | null {
  checkProportion(group, 'group')
  checkProportion(reference, 'reference')
  checkConfidence(confidence)
  if (group.decided === 0 || reference.decided === 0 || reference.granted === 0) return null
  const p1 = group.granted / group.decided
  const p2 = reference.granted / reference.decided
  const ratio = p1 / p2
  if (group.granted === 0) return { ratio, interval: null }
  const error = Math.sqrt((1 - p1) / group.granted + (1 - p2) / reference.granted)
  return { ratio, interval: logNormalInterval(ratio, error, confidence) }
}
