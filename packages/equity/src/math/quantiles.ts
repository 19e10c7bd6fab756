import { betaCdf } from './gamma.ts'
import { findRoot } from './search.ts'

/** The quantile of Beta(a, b); R `qbeta`. `p` is 0–1. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0
  if (p >= 1) return 1
  return findRoot((x) => betaCdf(x, a, b) - p, 0, 1)
}

/** The value that Beta(a, b) exceeds with chance p; R `qbeta(lower.tail = FALSE)`. Keeps its digits near 0. */
export function betaUpperQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 1
  if (p >= 1) return 0
  return findRoot((x) => p - betaCdf(1 - x, b, a, x), 0, 1)
}

/** Two-sided p of Student's t with `df` degrees of freedom; R `2 * pt(-abs(t), df)`. */
export function studentTwoSided(t: number, df: number): number {
  const ratio = (t / Math.sqrt(df)) ** 2
  return betaCdf(1 / (1 + ratio), df / 2, 0.5, ratio === Number.POSITIVE_INFINITY ? 1 : ratio / (1 + ratio))
}

/** The value that |t| exceeds with probability 1 − confidence; R `qt(0.5 + confidence / 2, df)`. */
export function studentLimit(confidence: number, df: number): number {
  if (df > 1e7) return studentLimit(confidence, 1e7)
  const tail = 1 - confidence
  // In the smaller of x = df/(df + t²) and 1 − x: it keeps its digits, and so does the tail.
  if (betaCdf(0.5, df / 2, 0.5) > tail) {
    const x = findRoot((value) => betaCdf(value, df / 2, 0.5) - tail, 0, 0.5)
    return Math.sqrt((df * (1 - x)) / x)
  }
  const y = findRoot((value) => tail - betaCdf(1 - value, df / 2, 0.5, value), 0, 0.5)
  return Math.sqrt((df * y) / (1 - y))
}
