import type { Estimate, Interval } from '../rates/interval.ts'
import { faultOfConfidence } from '../rates/trials.ts'
import { wilsonInterval } from '../rates/wilson.ts'
import { type Refusal, type Result, refuse } from '../result.ts'
import { hodgesLehmann } from './hodges-lehmann.ts'
import { rankBiserial } from './rank-biserial.ts'
import { type SignedRank, signedRank } from './signed-rank.ts'
import { signedRanks } from './signed-ranks.ts'
import { FEWEST_SHOWN, type Verdict, verdictOf } from './verdict.ts'

/** How many of the pairs, as count and share with Wilson's interval. */
export interface Part {
  readonly count: number
  /** 0–1. */
  readonly share: number
  readonly interval: Interval
}

export interface BeforeAfter {
  /** Complete pairs. */
  readonly n: number
  /** Pairs with an answer missing, left out. */
  readonly incomplete: number
  readonly better: Part
  readonly same: Part
  readonly worse: Part
  /** Hodges–Lehmann, after less before, in steps of the scale; above 0 is a rise whether or not that is better. */
  readonly shift: Estimate
  /** `null` below ten pairs, and when nothing changed. */
  readonly test: SignedRank | null
  /** −1 to 1, above 0 is a rise; `null` with the test. */
  readonly rankBiserial: number | null
  readonly verdict: Verdict
  readonly confidence: number
}

export interface BeforeAfterOptions {
  /** Above 0, at most 0.999999; a change is shown when p is below 1 less this. Default 0.95. */
  readonly confidence?: number
  /** Whether a higher answer is the better. Default true. */
  readonly higherIsBetter?: boolean
}

export function partOf(count: number, n: number, confidence: number): Part {
  return { count, share: count / n, interval: wilsonInterval(count, n, confidence) }
}

function faultOfAnswers(answers: readonly (number | null)[], name: string): Refusal | null {
  const bad = answers.findIndex((answer) => answer !== null && !Number.isFinite(answer))
  return bad < 0 ? null : refuse('not-finite', `${name}[${bad}]`)
}

/**
 * Ratings by the same people before and after, for small groups.
 *
 * Shares better, same and worse; Hodges–Lehmann shift; exact signed-rank test and rank-biserial correlation. Rules:
 * below six complete pairs nothing is shown; below ten counts and interval but neither test nor verdict; from ten
 * `changeShown` when p < 1 − confidence, else `insufficientEvidence`, which does not say that nothing changed. The test
 * asks which way those moved who changed; the shift is over all, so that where many stayed the same its interval may
 * hold 0, or be the point 0, beside `changeShown`.
 *
 * @param before ratings, one a person; `null` where not answered
 * @param after the same persons in the same order
 * @returns refused: `unequal-length` at `after`; `not-finite` at the answer; `too-few` at `before` below six complete
 *   pairs; `too-many` at `before` above 3,000; `out-of-range` for the confidence or differences too large to be written
 *
 * Source: see `signedRank`, `hodgesLehmann`, `rankBiserial`.
 * @example beforeAfter([2, 3, 2, 3, 2, 3], [3, 4, 3, 3, 4, 3]) // better 4, same 2, worse 0, verdict 'noVerdict'
 */
export function beforeAfter(
  before: readonly (number | null)[],
  after: readonly (number | null)[],
  options: BeforeAfterOptions = {},
): Result<BeforeAfter> {
  const { confidence = 0.95, higherIsBetter = true } = options
  const fault =
    faultOfConfidence(confidence) ?? faultOfAnswers(before, 'before') ?? faultOfAnswers(after, 'after')
  if (fault) return fault
  if (before.length !== after.length) return refuse('unequal-length', 'after')
  const differences: number[] = []
  for (const [i, first] of before.entries()) {
    const second = after[i] ?? null
    if (first !== null && second !== null) differences.push(second - first)
  }
  const n = differences.length
  if (n < FEWEST_SHOWN) return refuse('too-few', 'before')
  if (!differences.every(Number.isFinite)) return refuse('out-of-range', 'after')
  const shift = hodgesLehmann(differences, confidence)
  if (!shift.ok) return refuse(shift.reason, 'before')
  const { zeros, signs } = signedRanks(differences)
  const risen = signs.filter((sign) => sign > 0).length
  const fallen = n - zeros - risen
  const found = signedRank(differences)
  const ranked = rankBiserial(differences)
  const verdict = verdictOf(n, found.ok ? found.p : 1, confidence)
  const tested = verdict !== 'noVerdict'
  return {
    ok: true,
    n,
    incomplete: before.length - n,
    better: partOf(higherIsBetter ? risen : fallen, n, confidence),
    same: partOf(zeros, n, confidence),
    worse: partOf(higherIsBetter ? fallen : risen, n, confidence),
    shift: { value: shift.value, interval: shift.interval },
    test: tested && found.ok ? found : null,
    rankBiserial: tested && ranked.ok ? ranked.value : null,
    verdict,
    confidence,
  }
}
