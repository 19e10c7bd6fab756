/**
 * Throws a `RangeError` when the ends of sorted values, where what is not finite would stand, or the values used are not
 * finite. What lies between is the caller's promise: to look at all would cost more than the figure.
 */
export function checkSorted(sorted: ArrayLike<number>, ...used: readonly number[]): void {
  for (const value of [sorted[0] ?? 0, sorted[sorted.length - 1] ?? 0, ...used]) {
    if (!Number.isFinite(value)) throw new RangeError(`sorted holds finite values, got ${value}`)
  }
}
