import { chiSquareUpper } from '../math/gamma.ts'
import { type Result, refuse } from '../result.ts'
import type { ChiSquare } from './cochran-mantel-haenszel.ts'
import { faultOfStrata, informativeTables, mantelHaenszelSums, type Stratum } from './strata.ts'
import type { TwoByTwo } from './two-by-two.ts'

export interface BreslowDay extends ChiSquare {
  /** With Tarone's correction: this is the one to report. */
  readonly tarone: ChiSquare
  /** The common odds ratio tested against. */
  readonly oddsRatio: number
}

/** The group's successes expected in a table with these margins under the odds ratio. */
function expectedUnder(oddsRatio: number, { a, b, c, d }: TwoByTwo): number {
  const row = a + b
  const column = a + c
  const linear = d - a + oddsRatio * (row + column)
  const square = 1 - oddsRatio
  const constant = oddsRatio * row * column
  const root = Math.sqrt(Math.max(0, linear * linear + 4 * square * constant))
  // The form of the root that takes no difference of near numbers.
  return linear >= 0 ? (2 * constant) / (linear + root) : (root - linear) / (2 * square)
}

/**
 * Whether the odds ratio is the same in all strata: Breslow–Day test, with Tarone's correction.
 *
 * χ² = Σ(a − A)²/V with A expected under the Mantel–Haenszel odds ratio and V = 1/(1/A + 1/B + 1/C + 1/D); Tarone
 * takes (Σ(a − A))²/ΣV away. One degree of freedom less than there are informative strata. Needs tables that are not
 * thin: an expected count below 1 makes the χ² law a poor guide.
 *
 * @param strata as in `cochranMantelHaenszel`
 * @returns refused: `empty`; `too-few` at `strata` with fewer than two informative; `undefined` at `strata` when the
 *   common odds ratio is 0 or does not exist; faults of counts as in `cochranMantelHaenszel`
 *
 * Source: Breslow & Day (1980), Statistical Methods in Cancer Research I, 4.4; Tarone (1985), Biometrika 72;
 * R `DescTools::BreslowDayTest(correct = TRUE)`.
 * @example breslowDay(departments) // Berkeley 1973: chiSquare 18.8255…, df 5
 */
export function breslowDay(strata: readonly Stratum[]): Result<BreslowDay> {
  const fault = faultOfStrata(strata)
  if (fault) return fault
  const tables = informativeTables(strata)
  if (tables.length < 2) return refuse('too-few', 'strata')
  const { diagonal, off } = mantelHaenszelSums(tables)
  if (diagonal === 0 || off === 0) return refuse('undefined', 'strata')
  const oddsRatio = diagonal / off
  let sum = 0
  let excess = 0
  let variances = 0
  for (const table of tables) {
    const { a, b, c, d } = table
    const expected = expectedUnder(oddsRatio, table)
    const more = a - expected
    const variance = 1 / (1 / expected + 1 / (b + more) + 1 / (c + more) + 1 / (d - more))
    if (!(variance > 0)) return refuse('undefined', 'strata')
    sum += (more * more) / variance
    excess += more
    variances += variance
  }
  const df = tables.length - 1
  const test = (chiSquare: number): ChiSquare => ({ chiSquare, df, p: chiSquareUpper(chiSquare, df) })
  return {
    ok: true,
    ...test(sum),
    tarone: test(Math.max(0, sum - (excess * excess) / variances)),
    oddsRatio,
  }
}
