import { betaCdf } from './gamma.ts'
import { findRoot } from './search.ts'

/** The quantile of Beta(a, b); R `qbeta`. `p` is 0–1. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0
  if (p >= 1) return 1
  return findRoot((x) => betaCdf(x, a, b) - p, 0, 1)
}

/** Two-sided p of Student's t with `df` degrees of freedom; R `2 * pt(-abs(t), df)`. */
export function studentTwoSided(t: number, df: number): number {
  return betaCdf(df / (df + t * t), df / 2, 0.5)
}

/** The value that |t| exceeds with probability 1 − confidence; R `qt(0.5 + confidence / 2, df)`. */
export function studentLimit(confidence: number, df: number): number {
  if (df > 1e7) return studentLimit(confidence, 1e7)
  // In y = t²/(df + t²), which keeps its digits where t is small.
  const y = findRoot((value) => betaCdf(value, 0.5, df / 2) - confidence, 0, 1)
  return Math.sqrt((df * y) / (1 - y))
}
