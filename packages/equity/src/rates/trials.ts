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

/** The highest confidence taken, here and in every interval: beyond, tails are no longer to be trusted. */
const HIGHEST = 0.999999

/** Refuses a confidence of 0 or less, or above 0.999999. */
export function faultOfConfidence(confidence: number, culprit = 'confidence'): Refusal | null {
  return confidence > 0 && confidence <= HIGHEST ? null : refuse('out-of-range', culprit)
}

/** The same for functions of plain numbers. */
export function checkConfidence(confidence: number): void {
  if (faultOfConfidence(confidence)) {
    throw new RangeError(`confidence lies above 0, at most ${HIGHEST}, got ${confidence}`)
  }
}

/** The exact tests and intervals keep their digits, and end in time, up to so many in all. */
export const MOST_COUNTED = 1_000_000_000

/** What exact functions of plain numbers ask of their counts: each whole, 0 or more, and 1e9 at most together. */
export function checkCounts(counts: Readonly<Record<string, number>>): void {
  let total = 0
  for (const [name, count] of Object.entries(counts)) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`${name} is a whole number of 0 or more, got ${count}`)
    }
    total += count
  }
  if (total > MOST_COUNTED) {
    throw new RangeError(`${Object.keys(counts).join(' + ')} is at most ${MOST_COUNTED}, got ${total}`)
  }
}

/** What `wilsonInterval` and `clopperPearsonInterval` ask of their counts. */
export function checkTrials(successes: number, n: number): void {
  for (const [name, count] of Object.entries({ successes, n })) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`${name} is a whole number of 0 or more, got ${count}`)
    }
  }
  if (successes > n) throw new RangeError(`successes are at most n, got ${successes} of ${n}`)
}
