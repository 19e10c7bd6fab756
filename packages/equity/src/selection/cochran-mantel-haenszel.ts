import { chiSquareUpper } from '../math/gamma.ts'
import type { Interval } from '../rates/interval.ts'
import { logNormalInterval } from '../rates/log-interval.ts'
import { faultOfConfidence } from '../rates/trials.ts'
import { type Result, refuse } from '../result.ts'
import { faultOfStrata, informativeTables, mantelHaenszelSums, type Stratum } from './strata.ts'
import type { TwoByTwo } from './two-by-two.ts'

export interface ChiSquare {
  readonly chiSquare: number
  readonly df: number
  readonly p: number
}

export interface CochranMantelHaenszel extends ChiSquare {
  /** With continuity correction, R's default. */
  readonly corrected: ChiSquare
  /** Mantel and Haenszel's common odds ratio; `null` when it would divide by 0. */
  readonly oddsRatio: number | null
  /** Robins, Breslow and Greenland's; `null` when the odds ratio is 0 or `null`. */
  readonly interval: Interval | null
  /** Strata with all margins above 0; the others say nothing and do not count. */
  readonly informative: number
}

/** Variance of ln OR_MH by Robins, Breslow and Greenland. */
function logVariance(tables: readonly TwoByTwo[], diagonal: number, off: number): number {
  let first = 0
  let mixed = 0
  let last = 0
  for (const { a, b, c, d } of tables) {
    const n = a + b + c + d
    const along = (a + d) / n
    const across = (b + c) / n
    const r = (a / n) * d
    const s = (b / n) * c
    first += along * r
    mixed += along * s + across * r
    last += across * s
  }
  return first / (2 * diagonal * diagonal) + mixed / (2 * diagonal * off) + last / (2 * off * off)
}

/**
 * Whether group and reference differ within strata taken together: Cochran–Mantel–Haenszel test of K tables 2 × 2,
 * with the common odds ratio.
 *
 * χ² = (Σ(a − E a))²/ΣVar a, hypergeometric, one degree of freedom; corrected: |Σ(a − E a)| − ½ where that is at least
 * ½. OR = Σ(ad/n)/Σ(bc/n), interval on the log scale.
 *
 * @param strata group and reference in each, successes of n, whole numbers; an empty one counts as uninformative
 * @param confidence above 0, at most 0.999999
 * @returns refused: `empty`; `no-variance` at `strata` when none is informative; `successes-above-n`, `not-finite`,
 *   `negative`, `not-whole` at the count, such as `strata[1].group.n`; `out-of-range` for the confidence
 *
 * Source: Mantel & Haenszel (1959), JNCI 22; Robins, Breslow & Greenland (1986), Biometrics 42; R `mantelhaen.test`
 * (`correct = FALSE`, and the default).
 * @example cochranMantelHaenszel(strata) // chiSquare 8.7443…, p 0.003105…, oddsRatio 0.69609…
 */
export function cochranMantelHaenszel(
  strata: readonly Stratum[],
  confidence = 0.95,
): Result<CochranMantelHaenszel> {
  const fault = faultOfStrata(strata) ?? faultOfConfidence(confidence)
  if (fault) return fault
  const tables = informativeTables(strata)
  if (tables.length === 0) return refuse('no-variance', 'strata')
  let excess = 0
  let variance = 0
  for (const { a, b, c, d } of tables) {
    const n = a + b + c + d
    // (ad − bc)/n is a less its expectation.
    excess += (a / n) * d - (b / n) * c
    variance += (((a + b) / n) * ((c + d) / n) * (a + c) * (b + d)) / (n - 1)
  }
  const test = (distance: number): ChiSquare => {
    const chiSquare = (distance * distance) / variance
    return { chiSquare, df: 1, p: chiSquareUpper(chiSquare, 1) }
  }
  const distance = Math.abs(excess)
  const { diagonal, off } = mantelHaenszelSums(tables)
  const oddsRatio = off > 0 ? diagonal / off : null
  const error = oddsRatio !== null && oddsRatio > 0 ? Math.sqrt(logVariance(tables, diagonal, off)) : null
  return {
    ok: true,
    ...test(distance),
    corrected: test(distance >= 0.5 ? distance - 0.5 : distance),
    oddsRatio,
    interval: oddsRatio === null || error === null ? null : logNormalInterval(oddsRatio, error, confidence),
    informative: tables.length,
  }
}
