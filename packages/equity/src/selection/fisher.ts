import { logBinomial } from '../math/gamma.ts'
import { checkCounts } from '../rates/trials.ts'

/**
 * Fisher's exact test of a 2 × 2 table, two-sided.
 *
 * Sums the hypergeometric probabilities that are at most the observed one times 1 + 1e-7 (the rule of R's
 * `fisher.test`). Where each tail begins is found by bisection; from there, and from the mode, probabilities are built
 * by recurrence, so nothing overflows, and the walk stops where terms no longer count.
 *
 * @param a granted in the group
 * @param b refused in the group
 * @param c granted in the reference
 * @param d refused in the reference; all whole, 0 or more, at most 1e9 together
 * @returns the p-value, 0–1; 1 when a margin is 0
 * @throws RangeError naming a count that is not whole or negative, and for more than 1e9 in all
 * @example fisherExact(18, 78, 262, 393) // 3.95594835241337e-05
 */
export function fisherExact(a: number, b: number, c: number, d: number): number {
  checkCounts({ a, b, c, d })
  const row = a + b
  const other = c + d
  const column = a + c
  const low = Math.max(0, column - other)
  const high = Math.min(row, column)
  if (low >= high) return 1
  const mode = Math.min(high, Math.max(low, Math.floor(((row + 1) * (column + 1)) / (row + other + 2))))
  // Two binomials given their sum: whatever their common chance, it cancels, and the pooled one keeps most digits.
  const pooled = column / (row + other)
  const logWeight = (x: number) => logBinomial(x, row, pooled) + logBinomial(column - x, other, pooled)
  const logMode = logWeight(mode)
  const relative = (x: number) => Math.exp(logWeight(x) - logMode)
  const logLimit = logWeight(a) - logMode + Math.log1p(1e-7)
  if (logLimit >= 0) return 1
  const counts = (x: number) => logWeight(x) - logMode <= logLimit
  const up = (x: number) => ((row - x) / (x + 1)) * ((column - x) / (other - column + x + 1))
  /** The weights from `from` to an end, as multiples of the first. */
  const tail = (from: number, end: number): number => {
    let sum = 1
    const way = Math.sign(end - from)
    for (let x = from, weight = 1; x !== end && weight > 1e-20 * sum; x += way) {
      weight = way > 0 ? weight * up(x) : weight / up(x - 1)
      sum += weight
    }
    return sum
  }
  const total = tail(mode, high) + tail(mode, low) - 1
  let extreme = 0
  for (const end of [low, high]) {
    const first = firstFrom(mode, end, counts)
    if (first !== null) extreme += relative(first) * tail(first, end)
  }
  return Math.min(1, extreme / total)
}

/** The count nearest the mode, on the way to an end, that is as improbable; `null` when not even the end is. */
function firstFrom(mode: number, end: number, counts: (x: number) => boolean): number | null {
  if (!counts(end)) return null
  let inside = mode
  let outside = end
  while (Math.abs(outside - inside) > 1) {
    const middle = inside + Math.trunc((outside - inside) / 2)
    if (counts(middle)) outside = middle
    else inside = middle
  }
  return outside
}
