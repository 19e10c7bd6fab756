import { type Refusal, refuse } from '../result.ts'

/** Successes of trials: whole numbers, 0 ≤ successes ≤ n. */
export interface Trials {
  readonly successes: number
  readonly n: number
}

/** What is wrong with `successes` of `n`, or `null`. No trials is `empty-group` unless `mayBeEmpty`. */
export function faultOfTrials(trials: Trials, name: string, mayBeEmpty = false): Refusal | null {
  for (const part of ['n', 'successes'] as const) {
    const value = trials[part]
    const culprit = `${name}.${part}`
    if (!Number.isFinite(value)) return refuse('not-finite', culprit)
    if (value < 0) return refuse('negative', culprit)
    if (!Number.isSafeInteger(value)) return refuse('not-whole', culprit)
  }
  if (trials.successes > trials.n) return refuse('successes-above-n', `${name}.successes`)
  return trials.n === 0 && !mayBeEmpty ? refuse('empty-group', `${name}.n`) : null
}

/** The highest confidence taken: the limits of Student's t in groups of two keep too few digits beyond. */
const HIGHEST = 0.999999

/** Refuses a confidence of 0 or less, or above 0.999999. */
export function faultOfConfidence(confidence: number): Refusal | null {
  return confidence > 0 && confidence <= HIGHEST ? null : refuse('out-of-range', 'confidence')
}
