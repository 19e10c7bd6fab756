import { logChoose } from '../math/gamma.ts'

/**
 * Fisher's exact test of a 2 × 2 table, two-sided.
 *
 * Sums the hypergeometric probabilities that are at most the observed one times 1 + 1e-7 (the rule of R's
 * `fisher.test`). Probabilities are built by recurrence outward from the mode relative to it, so nothing
 * overflows; the walk stops where terms no longer count.
 *
 * @param a granted in the group
 * @param b refused in the group
 * @param c granted in the reference
 * @param d refused in the reference; all whole, 0 or more
 * @returns the p-value, 0–1; 1 when a margin is 0
 * @throws RangeError for a count that is not whole or negative
 * @example fisherExact(18, 78, 262, 393) // 3.95594835241337e-05
 */
export function fisherExact(a: number, b: number, c: number, d: number): number {
  for (const count of [a, b, c, d]) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`fisherExact needs whole counts of 0 or more, got ${count}`)
    }
  }
  const row = a + b
  const other = c + d
  const column = a + c
  const low = Math.max(0, column - other)
  const high = Math.min(row, column)
  if (low >= high) return 1
  const mode = Math.min(high, Math.max(low, Math.floor(((row + 1) * (column + 1)) / (row + other + 2))))
  const logWeight = (x: number) => logChoose(row, x) + logChoose(other, column - x)
  const logMode = logWeight(mode)
  const step = (x: number) => ((row - x) / (x + 1)) * ((column - x) / (other - column + x + 1))
  const limit = observedRelative(a, mode, step, () => Math.exp(logWeight(a) - logMode)) * (1 + 1e-7)
  let total = 1
  let extreme = limit >= 1 ? 1 : 0
  const add = (relative: number) => {
    total += relative
    if (relative <= limit) extreme += relative
  }
  const negligible = Math.min(1e-20, limit * 1e-18)
  for (let x = mode, relative = 1; x < high; x++) {
    relative *= step(x)
    if (relative < negligible) break
    add(relative)
  }
  for (let x = mode, relative = 1; x > low; x--) {
    relative /= step(x - 1)
    if (relative < negligible) break
    add(relative)
  }
  return Math.min(1, extreme / total)
}

/** Probability of the observed count relative to the mode, by the same recurrence so that ties stay ties. */
function observedRelative(
  observed: number,
  mode: number,
  step: (x: number) => number,
  byLogarithm: () => number,
): number {
  if (Math.abs(observed - mode) > 100_000) return byLogarithm()
  let relative = 1
  for (let x = mode; x < observed; x++) relative *= step(x)
  for (let x = mode; x > observed; x--) relative /= step(x - 1)
  return relative
}
