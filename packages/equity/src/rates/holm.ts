import { checkPValues } from './p-values.ts'

/**
 * Holm's step-down adjustment of p-values: controls the chance of any false finding in the family.
 *
 * @param pValues each 0–1, in any order; an empty list gives an empty list
 * @returns adjusted p-values in the order of the input, each at most 1
 * @throws RangeError for a value outside 0–1 (NaN included)
 *
 * Source: Holm (1979), Scand. J. Statist. 6; R `p.adjust(method = "holm")`.
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): number[] {
  checkPValues(pValues)
  const order = pValues.map((p, index) => ({ p, index })).sort((x, y) => x.p - y.p)
  const adjusted = new Array<number>(pValues.length).fill(0)
  let running = 0
  order.forEach(({ p, index }, rank) => {
    running = Math.max(running, Math.min(1, p * (pValues.length - rank)))
    adjusted[index] = running
  })
  return adjusted
}
