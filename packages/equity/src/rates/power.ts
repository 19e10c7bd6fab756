import { normalQuantile, normalUpper } from '../math/normal.ts'

export interface ComparisonSize {
  /** Answers wanted in each group, whole. */
  readonly perGroup: number
  /** The same before rounding up. */
  readonly exact: number
  /** To be asked in each group at the expected response rate, whole. */
  readonly askedPerGroup: number
}

export interface ComparisonOptions {
  /** Two-sided level; default 0.05. */
  readonly alpha?: number
  /** Chance of showing the difference; default 0.8. */
  readonly power?: number
  /** Above 0; default 1. */
  readonly designEffect?: number
  /** Above 0, at most 1; default 1. */
  readonly responseRate?: number
}

function checkBetween(value: number, low: number, high: number, name: string): void {
  if (!(value > low && value < high)) {
    throw new RangeError(`${name} lies strictly between ${low} and ${high}, got ${value}`)
  }
}

/** Rounds up, but not for the last digits of a quotient. */
export function wholeAtLeast(value: number): number {
  return value > Number.MAX_SAFE_INTEGER ? value : Math.ceil(value - 1e-9 * Math.max(1, value))
}

/**
 * How many are needed in each of two equal groups to show a difference between two shares.
 *
 * n = ((z(1−α/2)·√(2p̄(1−p̄)) + z(power)·√(p1(1−p1) + p2(1−p2))) / (p1 − p2))², times the design effect. One
 * comparison alone; infinite populations.
 *
 * @param share1 the share in one group, 0–1
 * @param share2 in the other, 0–1, not the same
 * @throws RangeError for shares outside 0–1 or equal, or options outside their range
 *
 * Source: Fleiss (1981) ch. 3; R `power.prop.test(p1, p2, power)`.
 * @example requiredPerGroup(0.5, 0.75, { power: 0.9 }).perGroup // 77
 */
export function requiredPerGroup(
  share1: number,
  share2: number,
  options: ComparisonOptions = {},
): ComparisonSize {
  const { alpha = 0.05, power = 0.8, designEffect = 1, responseRate = 1 } = options
  checkShares(share1, share2)
  checkBetween(alpha, 0, 1, 'alpha')
  checkBetween(power, alpha / 2, 1, 'power')
  checkBetween(designEffect, 0, Number.POSITIVE_INFINITY, 'designEffect')
  if (!(responseRate > 0 && responseRate <= 1)) {
    throw new RangeError(`responseRate lies above 0, at most 1, got ${responseRate}`)
  }
  const { underNull, underDifference } = spreads(share1, share2)
  const root = normalQuantile(1 - alpha / 2) * underNull + normalQuantile(power) * underDifference
  const exact = designEffect * (Math.max(0, root) / (share1 - share2)) ** 2
  const perGroup = Math.max(1, wholeAtLeast(exact))
  const askedPerGroup = wholeAtLeast(perGroup / responseRate)
  if (!Number.isSafeInteger(askedPerGroup)) {
    throw new RangeError('the shares lie too close: no number that can be written is enough')
  }
  return { perGroup, exact, askedPerGroup }
}

/**
 * The chance that two equal groups of this size show a difference between two shares.
 *
 * Φ((√n·|p1 − p2| − z(1−α/2)·√(2p̄(1−p̄))) / √(p1(1−p1) + p2(1−p2))); the far tail is left out.
 *
 * @param perGroup in each group, above 0, need not be whole
 * @param share1 the share in one group, 0–1
 * @param share2 in the other, 0–1, not the same
 * @param alpha two-sided level
 * @returns 0–1
 * @throws RangeError for such a value outside its range, or shares of 0 and 1
 *
 * Source: R `power.prop.test(n, p1, p2)`.
 * @example powerOfComparison(50, 0.5, 0.75) // 0.7401659…
 */
export function powerOfComparison(perGroup: number, share1: number, share2: number, alpha = 0.05): number {
  checkShares(share1, share2)
  checkBetween(alpha, 0, 1, 'alpha')
  checkBetween(perGroup, 0, Number.POSITIVE_INFINITY, 'perGroup')
  const { underNull, underDifference } = spreads(share1, share2)
  if (underDifference === 0) throw new RangeError('shares of 0 and 1 leave nothing to chance')
  const distance = Math.sqrt(perGroup) * Math.abs(share1 - share2)
  return normalUpper((normalQuantile(1 - alpha / 2) * underNull - distance) / underDifference)
}

function checkShares(share1: number, share2: number): void {
  for (const [name, share] of Object.entries({ share1, share2 })) {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`${name} lies in 0–1, got ${share}`)
  }
  if (share1 === share2) throw new RangeError('share1 and share2 must differ')
}

function spreads(share1: number, share2: number) {
  const pooled = (share1 + share2) / 2
  return {
    underNull: Math.sqrt(2 * pooled * (1 - pooled)),
    underDifference: Math.sqrt(share1 * (1 - share1) + share2 * (1 - share2)),
  }
}
