import { type Refusal, refuse } from '../result.ts'

/** A group by its size, mean and spread: the standard deviation, or the sum of squares about the mean. */
export type MeanSummary =
  | { readonly n: number; readonly mean: number; readonly sd: number }
  | { readonly n: number; readonly mean: number; readonly sumOfSquares: number }

/** What is wrong with a group, or `null`. Fewer than two members is `too-few`: no variance can be estimated. */
export function faultOfMean(group: MeanSummary, name: string): Refusal | null {
  const spread = 'sd' in group ? 'sd' : 'sumOfSquares'
  const value = 'sd' in group ? group.sd : group.sumOfSquares
  if (!Number.isFinite(group.n)) return refuse('not-finite', `${name}.n`)
  if (group.n < 0) return refuse('negative', `${name}.n`)
  if (!Number.isSafeInteger(group.n)) return refuse('not-whole', `${name}.n`)
  if (group.n === 0) return refuse('empty-group', `${name}.n`)
  if (group.n === 1) return refuse('too-few', `${name}.n`)
  if (!Number.isFinite(group.mean)) return refuse('not-finite', `${name}.mean`)
  if (!Number.isFinite(value)) return refuse('not-finite', `${name}.${spread}`)
  return value < 0 ? refuse('negative', `${name}.${spread}`) : null
}

/** The variance with n − 1, of a group of two or more. */
export function varianceOf(group: MeanSummary): number {
  return 'sd' in group ? group.sd * group.sd : group.sumOfSquares / (group.n - 1)
}

/** The spread of a weighted sum of independent means. */
export interface SumOfMeans {
  readonly standardError: number
  /** Welch–Satterthwaite. */
  readonly df: number
}

/**
 * Standard error and degrees of freedom of Σ weight·mean over independent groups of two or more.
 *
 * v = weight²·s²/n; standard error √Σv; df = (Σv)² / Σ v²/(n − 1).
 *
 * @returns `null` when no group varies, or the figures are too large or small to be written
 *
 * Source: Welch (1947), Biometrika 34; Satterthwaite (1946), Biometrics Bulletin 2.
 */
export function welch(
  terms: readonly { readonly weight: number; readonly group: MeanSummary }[],
): SumOfMeans | null {
  const variances = terms.map(({ weight, group }) => (weight * weight * varianceOf(group)) / group.n)
  const largest = Math.max(...variances)
  if (!(largest > 0 && Number.isFinite(largest))) return null
  let sum = 0
  let spread = 0
  terms.forEach(({ group }, i) => {
    const relative = (variances[i] ?? 0) / largest
    sum += relative
    spread += (relative * relative) / (group.n - 1)
  })
  return { standardError: Math.sqrt(largest) * Math.sqrt(sum), df: (sum * sum) / spread }
}
