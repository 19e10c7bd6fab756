/** Throws a `RangeError` naming the first p-value outside 0–1. */
export function checkPValues(pValues: readonly number[]): void {
  for (const [i, p] of pValues.entries()) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`pValues[${i}] lies in 0–1, got ${p}`)
  }
}
