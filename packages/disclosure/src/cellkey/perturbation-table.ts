import { type Distribution, maximumEntropy } from './maximum-entropy.ts'

/** Keys are whole numbers below this. */
export const KEYS = 2 ** 32

export interface PerturbationOptions {
  /** D: no count moves further. Whole, 1–100. */
  readonly maxNoise: number
  /** V: variance of the noise of larger counts. Above 0, at most D(D + 1)/3 (that of all values equally likely). */
  readonly variance: number
  /** Counts 1 … threshold − 1 are never shown. 0 or 1: no such rule. Whole, at most D. */
  readonly threshold: number
}

/**
 * The least noise that protects rows of persons which anybody may cross freely: with less, most figures are the true
 * ones. Tables that are planned as a whole, and tests, may have less.
 */
export const LEAST_NOISE: PerturbationOptions = { maxNoise: 3, variance: 1, threshold: 3 }

/** Whether noise is no less than `LEAST_NOISE` in any respect. */
export function isEnoughNoise({ maxNoise, variance, threshold }: PerturbationOptions): boolean {
  return (
    maxNoise >= LEAST_NOISE.maxNoise && variance >= LEAST_NOISE.variance && threshold >= LEAST_NOISE.threshold
  )
}

/** The noise of one count. */
export interface PerturbationRow {
  /** Ascending. */
  readonly noise: readonly number[]
  /** `noise[k]` belongs to the keys from `from[k]` to below `from[k + 1]` (below 2^32 for the last). */
  readonly from: readonly number[]
  /** What was reached: for small counts it differs from V (see `buildPerturbationTable`). */
  readonly variance: number
}

export interface PerturbationTable extends PerturbationOptions {
  /** The row at i − 1 is that of count i; the last serves all larger counts too. */
  readonly rows: readonly PerturbationRow[]
}

export interface PerturbationFault {
  readonly ok: false
  readonly reason: 'bad-option'
  readonly option: keyof PerturbationOptions
  readonly least: number
  readonly most: number
}

/**
 * Builds the perturbation table of the cell-key method for counts.
 *
 * For each count i the noise v is whole, |v| ≤ D, i + v is never negative and never 1 … threshold − 1, its mean is 0
 * and its entropy the greatest there is with a variance of at most V. From count D on (D + threshold where small
 * results are left out) nothing cuts the noise, and its variance is V. Below, a row can have
 * - less than V, where the mean alone spreads the noise less: more variance would mean less entropy, that is less
 *   doubt, and far results likelier than near ones. (The R package ptable cuts the variance there too, for its
 *   condition of monotony; the rows so cut differ.)
 * - more than V, where results left out force it: count 1 with threshold 3 must go to 0 or to 3 and more, which has
 *   at least variance 2.
 * `rows[i − 1].variance` says what was reached. A count of 0 has no row: it stays 0.
 *
 * Probabilities are rounded to multiples of 2^−32, so that look-up is exact on whole keys; the mean of a row that is
 * not symmetric can thereby differ from 0 by some 1e-9.
 *
 * Sources: Fraser and Wooton (2005); Marley and Leaver (2011); Giessing (2016); R package ptable 1.0.0 (its `js` is
 * threshold − 1).
 *
 * @returns the table, or `bad-option` with the option at fault and the least and most it may be; `threshold` above
 * D is refused since a count equal to it could only stay, `variance` above D(D + 1)/3 since no row could reach it
 * @example buildPerturbationTable({ maxNoise: 5, variance: 3, threshold: 3 })
 */
export function buildPerturbationTable(
  options: PerturbationOptions,
): { readonly ok: true; readonly table: PerturbationTable } | PerturbationFault {
  const { maxNoise, variance, threshold } = options
  const bad = (option: keyof PerturbationOptions, least: number, most: number) =>
    ({ ok: false, reason: 'bad-option', option, least, most }) as const
  if (!Number.isInteger(maxNoise) || maxNoise < 1 || maxNoise > 100) return bad('maxNoise', 1, 100)
  const mostVariance = (maxNoise * (maxNoise + 1)) / 3
  if (!(variance > 0 && variance <= mostVariance)) return bad('variance', 0, mostVariance)
  if (!Number.isInteger(threshold) || threshold < 0 || threshold > maxNoise) {
    return bad('threshold', 0, maxNoise)
  }
  const all = Array.from({ length: 2 * maxNoise + 1 }, (_, k) => k - maxNoise)
  const last = threshold > 1 ? maxNoise + threshold : maxNoise
  const rows = Array.from({ length: last }, (_, k) => {
    const count = k + 1
    const allowed = all.filter((v) => count + v === 0 || count + v >= Math.max(1, threshold))
    return rowOf(maximumEntropy(allowed, variance))
  })
  return { ok: true, table: { maxNoise, variance, threshold, rows } }
}

/** Rounds to whole keys. What rounding leaves over goes to 0, or to the likeliest: a symmetric row stays so. */
function rowOf({ values, probabilities, variance }: Distribution): PerturbationRow {
  const keys = probabilities.map((p) => Math.round(p * KEYS))
  const rest = values.includes(0) ? values.indexOf(0) : keys.indexOf(Math.max(...keys))
  keys[rest] = (keys[rest] ?? 0) + KEYS - keys.reduce((sum, k) => sum + k, 0)
  const noise: number[] = []
  const from: number[] = []
  let at = 0
  for (const [k, width] of keys.entries()) {
    if (width === 0) continue
    noise.push(values[k] ?? 0)
    from.push(at)
    at += width
  }
  return { noise, from, variance }
}

/** The row that serves a count of 1 or more. */
export function rowFor(table: PerturbationTable, count: number): PerturbationRow | undefined {
  return table.rows[Math.min(count, table.rows.length) - 1]
}

/** The chance of each noise of a row, in the order of `row.noise`. */
export function probabilitiesOf(row: PerturbationRow): number[] {
  return row.from.map((from, k) => ((row.from[k + 1] ?? KEYS) - from) / KEYS)
}

/**
 * The noise of a cell.
 *
 * @param count whole, 0 or more; 0 has no noise
 * @param key whole, 0 to below 2^32
 * @example noiseOf(table, 7, 2 ** 31)
 */
export function noiseOf(table: PerturbationTable, count: number, key: number): number {
  const row = count > 0 ? rowFor(table, count) : undefined
  if (row === undefined) return 0
  let k = row.from.length - 1
  while (k > 0 && (row.from[k] ?? 0) > key) k--
  return row.noise[k] ?? 0
}
