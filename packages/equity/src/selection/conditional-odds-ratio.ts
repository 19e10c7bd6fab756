import { findRoot } from '../math/search.ts'
import { faultOfConfidence, faultOfTrials, MOST_COUNTED, type Trials } from '../rates/trials.ts'
import { type Result, refuse } from '../result.ts'
import { isInformative, twoByTwo } from './two-by-two.ts'

export interface ConditionalOddsRatio {
  /** `null` where it grows without bound: the count is the largest that the margins allow. */
  readonly value: number | null
  readonly low: number
  /** `null` for no upper bound. */
  readonly high: number | null
}

/** The hypergeometric distribution of a under an odds ratio, given the margins. */
class Noncentral {
  readonly low: number
  readonly high: number
  readonly #row: number
  readonly #column: number
  readonly #rest: number

  constructor(row: number, other: number, column: number) {
    this.low = Math.max(0, column - other)
    this.high = Math.min(row, column)
    this.#row = row
    this.#column = column
    this.#rest = other - column
  }

  /** P(x + 1)/P(x) at odds ratio 1; falls with x. */
  #step(x: number): number {
    return ((this.#row - x) / (x + 1)) * ((this.#column - x) / (this.#rest + x + 1))
  }

  /** Calls `visit` with each value and its weight relative to the mode, outwards until weights no longer count. */
  #walk(logOdds: number, visit: (x: number, weight: number) => void): void {
    let mode = this.low
    let above = this.high
    while (mode < above) {
      const middle = Math.floor((mode + above) / 2)
      if (Math.log(this.#step(middle)) + logOdds > 0) mode = middle + 1
      else above = middle
    }
    const odds = Math.exp(logOdds)
    visit(mode, 1)
    for (let x = mode, weight = 1; x < this.high && weight > 1e-25; x++) {
      weight *= this.#step(x) * odds
      visit(x + 1, weight)
    }
    for (let x = mode, weight = 1; x > this.low && weight > 1e-25; x--) {
      weight /= this.#step(x - 1) * odds
      visit(x - 1, weight)
    }
  }

  /** Mean less `a`. */
  meanLess(a: number, logOdds: number): number {
    let total = 0
    let sum = 0
    this.#walk(logOdds, (x, weight) => {
      total += weight
      sum += (x - a) * weight
    })
    return sum / total
  }

  /** P(X ≥ a), or P(X ≤ a). */
  tail(a: number, logOdds: number, upper: boolean): number {
    let total = 0
    let sum = 0
    this.#walk(logOdds, (x, weight) => {
      total += weight
      if (upper ? x >= a : x <= a) sum += weight
    })
    return sum / total
  }
}

/** The zero of a rising function of the log odds ratio, from a first guess outwards. */
function rootFrom(guess: number, rising: (logOdds: number) => number): number {
  let low = guess - 1
  let high = guess + 1
  for (let step = 2; rising(low) > 0; step *= 2) low -= step
  for (let step = 2; rising(high) < 0; step *= 2) high += step
  return findRoot(rising, low, high)
}

/**
 * The odds ratio that goes with Fisher's exact test: conditional maximum likelihood, with the exact interval.
 *
 * The value ψ makes the mean of the noncentral hypergeometric distribution, margins given, equal to the group's
 * successes; the ends make each tail (1 − confidence)/2. Weights are built by recurrence from the mode, so counts up to
 * 1e9 neither overflow nor lose digits. It differs from the sample odds ratio and is nearer 1.
 *
 * @param group successes of n, whole numbers
 * @param reference the same for the reference
 * @param confidence above 0, at most 0.999999
 * @returns `value` 0 with `low` 0 when the count is the least that the margins allow; `value` and `high` `null` when it
 *   is the largest. Refused: `no-variance` at `group.successes` when all or none succeed; `empty-group`,
 *   `successes-above-n`, `not-finite`, `negative`, `not-whole`; `too-many` at `reference.n` when both groups together
 *   are more than 1e9; `out-of-range` for the confidence
 *
 * Its interval and the p of `fisherExact` order tables by different rules, so that at the edge one can leave 1 out and the
 * other not.
 *
 * Source: Fisher (1935), JRSS 98; R `fisher.test(x)$estimate` and `$conf.int`, whose search stops early: R 4.2 gives
 * 6.408309 for the example, where the equation's root is 6.4083197.
 * @example conditionalOddsRatio({ successes: 3, n: 4 }, { successes: 1, n: 4 }) // 6.4083…, 0.2117… to 626.2435…
 */
export function conditionalOddsRatio(
  group: Trials,
  reference: Trials,
  confidence = 0.95,
): Result<ConditionalOddsRatio> {
  const fault =
    faultOfTrials(group, 'group') ?? faultOfTrials(reference, 'reference') ?? faultOfConfidence(confidence)
  if (fault) return fault
  if (group.n + reference.n > MOST_COUNTED) return refuse('too-many', 'reference.n')
  const table = twoByTwo(group, reference)
  if (!isInformative(table)) return refuse('no-variance', 'group.successes')
  const { a, b, c, d } = table
  const law = new Noncentral(group.n, reference.n, a + c)
  const guess = Math.log((a + 0.5) / (b + 0.5)) - Math.log((c + 0.5) / (d + 0.5))
  const tail = (1 - confidence) / 2
  const least = a === law.low
  const most = a === law.high
  return {
    ok: true,
    value: least ? 0 : most ? null : Math.exp(rootFrom(guess, (logOdds) => law.meanLess(a, logOdds))),
    low: least ? 0 : Math.exp(rootFrom(guess, (logOdds) => law.tail(a, logOdds, true) - tail)),
    high: most ? null : Math.exp(rootFrom(guess, (logOdds) => tail - law.tail(a, logOdds, false))),
  }
}
