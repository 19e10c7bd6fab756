/**
 * What may be said of a change. `changeShown`: those who changed moved more one way than the other.
 * `insufficientEvidence`: not that nothing changed, only that these pairs do not show it. `noVerdict`: too few pairs
 * for any word.
 */
export type Verdict = 'changeShown' | 'insufficientEvidence' | 'noVerdict'

/** Below so many complete pairs nothing is shown. */
export const FEWEST_SHOWN = 6

/** Below so many no verdict: at ten pairs a step of 0.6 on a five-point item is found about once in seven. */
export const FEWEST_JUDGED = 10

export function verdictOf(n: number, p: number, confidence: number): Verdict {
  if (n < FEWEST_JUDGED) return 'noVerdict'
  return p < 1 - confidence ? 'changeShown' : 'insufficientEvidence'
}
