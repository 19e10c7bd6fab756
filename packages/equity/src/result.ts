/**
 * Why a measure was not computed. The list is closed, so that a caller can put each into words.
 *
 * - `empty`: nothing to compute from; `empty-group`: a group without members
 * - `not-finite`, `negative`, `not-whole`, `out-of-range`: a value that cannot be
 * - `successes-above-n`: more successes than trials
 * - `unequal-length`, `duplicate`, `unknown-name`, `unbalanced`: inputs that do not fit together
 * - `all-zero`, `zero-weights`: sums that must be above zero are zero
 * - `too-few`, `too-many`: fewer or more members, rows, strata, periods or draws than the measure needs or bears
 * - `no-variance`: a constant where variation is needed
 * - `collinear`: a regressor follows from those before it
 * - `separated`: a regressor or stratum divides the outcomes perfectly, so that no finite estimate exists
 * - `undefined`: the measure does not exist for these figures, such as a ratio over zero
 * - `not-converged`: the search ended without an answer
 */
export type RefusalReason =
  | 'empty'
  | 'empty-group'
  | 'not-finite'
  | 'negative'
  | 'not-whole'
  | 'out-of-range'
  | 'successes-above-n'
  | 'unequal-length'
  | 'duplicate'
  | 'unknown-name'
  | 'unbalanced'
  | 'all-zero'
  | 'zero-weights'
  | 'too-few'
  | 'too-many'
  | 'no-variance'
  | 'collinear'
  | 'separated'
  | 'undefined'
  | 'not-converged'

/** A measure that was not computed. Functions over data give this value; they never give a wrong number. */
export interface Refusal {
  readonly ok: false
  readonly reason: RefusalReason
  /** Where in the input the fault lies, as a path: `groups[2].n`, `x.education`, `weights[17]`. Counts from 0. */
  readonly culprit: string
}

/** The answer of a function over data: figures, or why there are none. */
export type Result<T> = ({ readonly ok: true } & T) | Refusal

export function refuse(reason: RefusalReason, culprit: string): Refusal {
  return { ok: false, reason, culprit }
}

/** The first value that is no finite number, or that `kind` does not allow, or `null`. */
export function faultOfNumbers(
  values: ArrayLike<number>,
  name: string,
  kind: 'finite' | 'non-negative' | 'count' = 'finite',
): Refusal | null {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN
    const culprit = `${name}[${i}]`
    if (!Number.isFinite(value)) return refuse('not-finite', culprit)
    if (kind !== 'finite' && value < 0) return refuse('negative', culprit)
    if (kind === 'count' && !Number.isSafeInteger(value)) return refuse('not-whole', culprit)
  }
  return null
}
