import { checkPValues } from './p-values.ts'

/**
 * Benjamini and Hochberg's adjustment of p-values: controls the expected share of false findings among the findings.
 *
 * Adjusted p of rank i of m is the least of p(j)·m/j over j ≥ i, at most 1. Holds for independent or positively
 * dependent tests.
 *
 * @param pValues each 0–1, in any order; an empty list gives an empty list
 * @returns adjusted p-values in the order of the input, each at most 1
 * @throws RangeError for a value outside 0–1 (NaN included)
 *
 * Source: Benjamini & Hochberg (1995), JRSS B 57; R `p.adjust(method = "BH")`.
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  checkPValues(pValues)
  const m = pValues.length
  const falling = pValues.map((p, index) => ({ p, index })).sort((x, y) => y.p - x.p)
  const adjusted = new Array<number>(m).fill(0)
  let running = 1
  falling.forEach(({ p, index }, i) => {
    // p itself bounds it from below; the quotient may round under it.
    running = Math.min(running, Math.max(p, (p * m) / (m - i)))
    adjusted[index] = running
  })
  return adjusted
}
