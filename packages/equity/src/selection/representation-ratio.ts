import type { Estimate, Interval } from '../rates/interval.ts'
import { rateRatio } from '../rates/rate-ratio.ts'
import { faultOfConfidence, faultOfTrials, type Trials } from '../rates/trials.ts'
import { wilsonInterval } from '../rates/wilson.ts'
import { type Result, refuse } from '../result.ts'

/** What recipients are held against: a known share 0–1, or a sample in which so many were counted. */
export type RepresentationBase = { readonly share: number } | Trials

export interface RepresentationRatio {
  /** 1: as large a part of the recipients as of the base; below 1: a smaller part. */
  readonly ratio: Estimate
  /** The group's share of the recipients, 0–1. */
  readonly share: number
  readonly shareInterval: Interval
  /** The group's share of the base, 0–1. */
  readonly baseShare: number
}

/**
 * The representation ratio: a group's share of the recipients over its share of a base.
 *
 * Against a known share, the interval is Wilson's for the recipients divided by it. Against a sample, Katz's log
 * interval of two independent proportions: recipients must not be counted in the sample too.
 *
 * @param recipients of `n` recipients, `successes` belong to the group; whole numbers
 * @param base a known share (a register), or a sample with its counts
 * @param confidence above 0, at most 0.999999
 * @returns the ratio's interval is `null` only against a sample, when no recipient belongs to the group or all in both
 *   do. Refused: `undefined` at `base.share` or `base.successes` when the group has no part of the base;
 *   `out-of-range` at `base.share` or `confidence`; faults of counts as in `rateRatio`, at `recipients` or `base`
 *
 * Source: Wilson (1927), JASA 22; Katz et al. (1978), Biometrics 34.
 * @example representationRatio({ successes: 30, n: 100 }, { share: 0.5 }) // 0.6, 0.4379… to 0.7916…
 */
export function representationRatio(
  recipients: Trials,
  base: RepresentationBase,
  confidence = 0.95,
): Result<RepresentationRatio> {
  const fault =
    faultOfTrials(recipients, 'recipients') ??
    ('share' in base ? null : faultOfTrials(base, 'base')) ??
    faultOfConfidence(confidence)
  if (fault) return fault
  const share = recipients.successes / recipients.n
  const shareInterval = wilsonInterval(recipients.successes, recipients.n, confidence)
  if (!('share' in base)) {
    if (base.successes === 0) return refuse('undefined', 'base.successes')
    const found = rateRatio(recipients, base, confidence)
    if (!found.ok) return found
    const ratio = { value: found.value, interval: found.interval }
    return { ok: true, ratio, share, shareInterval, baseShare: base.successes / base.n }
  }
  if (!(base.share >= 0 && base.share <= 1)) return refuse('out-of-range', 'base.share')
  const interval = { low: shareInterval.low / base.share, high: shareInterval.high / base.share }
  if (!Number.isFinite(interval.high)) return refuse('undefined', 'base.share')
  return {
    ok: true,
    ratio: { value: share / base.share, interval },
    share,
    shareInterval,
    baseShare: base.share,
  }
}
