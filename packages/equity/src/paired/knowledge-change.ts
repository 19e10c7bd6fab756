import { faultOfConfidence, MOST_COUNTED } from '../rates/trials.ts'
import { faultOfNumbers, type Result, refuse } from '../result.ts'
import { type Part, partOf } from './before-after.ts'
import { type McNemar, mcnemarExact } from './mcnemar.ts'
import { FEWEST_SHOWN, type Verdict, verdictOf } from './verdict.ts'

/** The same people's answers to a knowledge item before and after, as four whole counts. */
export interface KnowledgePairs {
  readonly bothRight: number
  /** Wrong before, right after. */
  readonly gained: number
  /** Right before, wrong after. */
  readonly lost: number
  readonly bothWrong: number
}

export interface KnowledgeChange {
  readonly n: number
  readonly rightBefore: Part
  readonly rightAfter: Part
  readonly gained: Part
  readonly lost: Part
  /** `null` below ten pairs. */
  readonly test: McNemar | null
  readonly verdict: Verdict
  readonly confidence: number
}

/**
 * A knowledge item before and after, for small groups: shares with Wilson's intervals and McNemar's exact test, under
 * the rules of `beforeAfter`.
 *
 * @param pairs four whole counts, 0 or more
 * @param confidence above 0, at most 0.999999; a change is shown when the exact p is below 1 less this
 * @returns refused: `not-finite`, `negative` or `not-whole` at the count, such as `pairs.gained`; `too-few` at `pairs`
 *   below six, `too-many` above 1e9; `out-of-range` for the confidence
 *
 * Source: see `mcnemarExact`.
 * @example knowledgeChange({ bothRight: 3, gained: 8, lost: 0, bothWrong: 1 }) // 3 of 12 right, then 11; changeShown
 */
export function knowledgeChange(pairs: KnowledgePairs, confidence = 0.95): Result<KnowledgeChange> {
  const badConfidence = faultOfConfidence(confidence)
  if (badConfidence) return badConfidence
  const { bothRight, gained, lost, bothWrong } = pairs
  for (const [name, count] of Object.entries({ bothRight, gained, lost, bothWrong })) {
    const fault = faultOfNumbers([count], name, 'count')
    if (fault) return refuse(fault.reason, `pairs.${name}`)
  }
  const n = bothRight + gained + lost + bothWrong
  if (n < FEWEST_SHOWN) return refuse('too-few', 'pairs')
  if (n > MOST_COUNTED) return refuse('too-many', 'pairs')
  const test = mcnemarExact(gained, lost)
  const verdict = verdictOf(n, test.p, confidence)
  return {
    ok: true,
    n,
    rightBefore: partOf(bothRight + lost, n, confidence),
    rightAfter: partOf(bothRight + gained, n, confidence),
    gained: partOf(gained, n, confidence),
    lost: partOf(lost, n, confidence),
    test: verdict === 'noVerdict' ? null : test,
    verdict,
    confidence,
  }
}
