import { faultOf, type Group, isSmall, type Rule } from './rule.ts'

/**
 * Whether a set of hidden groups whose sum is known keeps its secrets.
 *
 * At least two groups; the amounts of the union pass the p % rule; and for each part, with m small counts
 * (1…N−1) among the hidden and R their known sum:
 * - m = 0: nothing secret;
 * - m ≥ 2, R ≥ N and m < R < m(N−1): were they all there is, they are neither all 1 nor all N−1; or
 * - some not small and R ≥ N + m + 1 (R ≥ m(N−1) + N where m ≥ N−1): the others leave more than one choice.
 *
 * R ≥ N is what stops subtraction; the rest stops those who know the method and N. See the README.
 */
export function isSafeLine(hidden: readonly Group[], rule: Rule): boolean {
  if (hidden.length === 0) return true
  if (hidden.length < 2) return false
  const parts = hidden[0]?.counts.length ?? 0
  const n = rule.threshold
  for (let part = 0; part < parts; part++) {
    let small = 0
    let sum = 0
    for (const { counts } of hidden) {
      const count = counts[part] ?? 0
      sum += count
      if (isSmall(count, n)) small++
    }
    if (small === 0) continue
    const open = sum >= n && small >= 2 && sum > small && sum < small * (n - 1)
    const bound = small < n - 1 ? small + n + 1 : small * (n - 1) + n
    const safe = open || (small < hidden.length && sum >= bound)
    if (!safe) return false
  }
  const union = { cells: hidden.flatMap(({ cells }) => cells), counts: [] }
  return faultOf(union, rule) === null
}

/**
 * Adds candidates in their given order until the hidden set is safe or none is left.
 *
 * @returns whether it became safe
 */
export function growUntil(
  hidden: Set<string>,
  candidates: readonly string[],
  isSafe: () => boolean,
): boolean {
  for (const candidate of candidates) {
    if (isSafe()) return true
    hidden.add(candidate)
  }
  return isSafe()
}
