import { faultOfTrials, type Trials } from '../rates/trials.ts'
import { type Refusal, refuse } from '../result.ts'
import { isInformative, type TwoByTwo, twoByTwo } from './two-by-two.ts'

/** One stratum of a comparison: the group's successes and the reference's. Either may be empty. */
export interface Stratum {
  readonly group: Trials
  readonly reference: Trials
}

/** The first fault among the strata, or `null`. */
export function faultOfStrata(strata: readonly Stratum[]): Refusal | null {
  if (strata.length === 0) return refuse('empty', 'strata')
  for (const [i, { group, reference }] of strata.entries()) {
    const fault =
      faultOfTrials(group, `strata[${i}].group`, true) ??
      faultOfTrials(reference, `strata[${i}].reference`, true)
    if (fault) return fault
  }
  return null
}

/** The tables with all margins above 0. */
export function informativeTables(strata: readonly Stratum[]): readonly TwoByTwo[] {
  return strata.map(({ group, reference }) => twoByTwo(group, reference)).filter(isInformative)
}

/** Mantel and Haenszel's sums Σad/n and Σbc/n, whose quotient is the common odds ratio. */
export function mantelHaenszelSums(tables: readonly TwoByTwo[]): {
  readonly diagonal: number
  readonly off: number
} {
  let diagonal = 0
  let off = 0
  for (const { a, b, c, d } of tables) {
    const n = a + b + c + d
    diagonal += (a / n) * d
    off += (b / n) * c
  }
  return { diagonal, off }
}
