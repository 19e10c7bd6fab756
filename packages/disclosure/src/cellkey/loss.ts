import type { NoiseMagnitudes } from './perturb-amounts.ts'
import { type PerturbationTable, probabilitiesOf, rowFor } from './perturbation-table.ts'

/** What protection costs, in counts. */
export interface Loss {
  readonly meanAbsolute: number
  readonly rootMeanSquare: number
  /** Share of cells that are published as they are, 0–1. */
  readonly unchanged: number
  readonly largest: number
}

/**
 * The loss to be expected of a count, from the table alone: it tells nothing of the data and may be published.
 *
 * @param count whole; 0 and less lose nothing
 * @example expectedLoss(table, 1_000)
 */
export function expectedLoss(table: PerturbationTable, count: number): Loss {
  const row = count > 0 ? rowFor(table, count) : undefined
  if (row === undefined) return { meanAbsolute: 0, rootMeanSquare: 0, unchanged: 1, largest: 0 }
  const chances = probabilitiesOf(row)
  const average = (of: (v: number) => number) =>
    chances.reduce((sum, p, k) => sum + p * of(row.noise[k] ?? 0), 0)
  return {
    meanAbsolute: average(Math.abs),
    rootMeanSquare: Math.sqrt(average((v) => v * v)),
    unchanged: average((v) => (v === 0 ? 1 : 0)),
    largest: row.noise.reduce((most, v) => Math.max(most, Math.abs(v)), 0),
  }
}

/**
 * The loss of a published table against the true one, over the cells whose true count is not 0. Serves every method
 * that changes counts. A summary of many cells may be published; that of a few would give them away.
 *
 * @returns the loss (none where every cell is 0), or `unequal-length`
 * @example measuredLoss(counts, published)
 */
export function measuredLoss(
  counts: Float64Array,
  published: Float64Array,
):
  | ({ readonly ok: true; readonly cells: number } & Loss)
  | { readonly ok: false; readonly reason: 'unequal-length' } {
  if (counts.length !== published.length) return { ok: false, reason: 'unequal-length' }
  let cells = 0
  let absolute = 0
  let square = 0
  let unchanged = 0
  let largest = 0
  for (const [cell, count] of counts.entries()) {
    if (count === 0) continue
    const shift = Math.abs((published[cell] ?? 0) - count)
    cells++
    absolute += shift
    square += shift * shift
    if (shift === 0) unchanged++
    largest = Math.max(largest, shift)
  }
  const of = Math.max(1, cells)
  return {
    ok: true,
    cells,
    meanAbsolute: absolute / of,
    rootMeanSquare: Math.sqrt(square / of),
    unchanged: cells === 0 ? 1 : unchanged / of,
    largest,
  }
}

export interface PublishedRatio {
  readonly ok: true
  readonly ratio: number
  /** Of the noise alone. `null` where the denominator is below five standard deviations of its noise. */
  readonly standardError: number | null
  /** The true ratio lies from `low` to `high` for certain. */
  readonly low: number
  readonly high: number
}

export type RatioFault =
  | { readonly ok: false; readonly reason: 'zero-denominator' }
  /** The table never publishes this count. */
  | { readonly ok: false; readonly reason: 'impossible-count'; readonly culprit: 'numerator' | 'denominator' }

/**
 * A ratio of two perturbed counts and what the noise leaves of it.
 *
 * r = a/b; by the delta method SE(r) = √(V_a + r² V_b) / b, the noises of different groups being independent. V is the
 * largest variance of any true count that can have led to the published one, so the error is never stated too small.
 * The bounds follow from |v| ≤ D and hold for certain. Neither says anything of chance in the data themselves.
 *
 * @param numerator published count
 * @param denominator published count
 * @param within true where the numerator's group lies in the denominator's: a share then, cut at 1
 * @returns ratio, error and bounds, or a fault: `zero-denominator`, `impossible-count`
 * @example publishedRatio(40, 100, table, true)
 */
export function publishedRatio(
  numerator: number,
  denominator: number,
  table: PerturbationTable,
  within: boolean,
): PublishedRatio | RatioFault {
  const a = sourcesOf(table, numerator)
  const b = sourcesOf(table, denominator)
  if (a === null) return { ok: false, reason: 'impossible-count', culprit: 'numerator' }
  if (b === null) return { ok: false, reason: 'impossible-count', culprit: 'denominator' }
  if (denominator === 0) return { ok: false, reason: 'zero-denominator' }
  const cut = within ? 1 : Number.POSITIVE_INFINITY
  const ratio = Math.min(cut, numerator / denominator)
  const error = Math.sqrt(a.variance + ratio ** 2 * b.variance) / denominator
  return {
    ok: true,
    ratio,
    standardError: denominator < 5 * Math.sqrt(b.variance) ? null : error,
    low: Math.min(cut, a.least / b.most),
    high: Math.min(cut, a.most / b.least),
  }
}

/** The true counts that can be published as `shown`, and the largest variance among theirs. */
function sourcesOf(table: PerturbationTable, shown: number) {
  if (!Number.isSafeInteger(shown) || shown < 0) return null
  let least = shown === 0 ? 0 : Number.POSITIVE_INFINITY
  let most = 0
  let variance = 0
  for (let count = Math.max(1, shown - table.maxNoise); count <= shown + table.maxNoise; count++) {
    const row = rowFor(table, count)
    if (row === undefined || !row.noise.includes(shown - count)) continue
    least = Math.min(least, count)
    most = count
    variance = Math.max(variance, row.variance)
  }
  return Number.isFinite(least) ? { least, most, variance } : null
}

/**
 * Between which sums the true one lies, from the published sum alone: its noise is below m₁ times the sum.
 *
 * @param publishedOre from `perturbAmounts` with the same magnitudes
 * @example amountBounds(1_000_00, [0.4, 0.2]) // { leastOre: 71429, mostOre: 166667 }
 */
export function amountBounds(
  publishedOre: number,
  magnitudes: NoiseMagnitudes,
): { readonly leastOre: number; readonly mostOre: number } {
  const share = magnitudes[0] ?? 0
  return {
    leastOre: Math.max(0, Math.ceil((publishedOre - 0.5) / (1 + share))),
    mostOre: Math.floor((publishedOre + 0.5) / (1 - share)),
  }
}
