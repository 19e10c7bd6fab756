import { groupKey } from '../audit/group-key.ts'
import type { By } from '../audit/types.ts'
import { type Refusal, type Result, refuse } from '../result.ts'
import type { LinearStratum, LogisticStratum } from './strata.ts'

/** A person. */
export interface OutcomeRow {
  readonly by: By
  readonly outcome: number
  /** Survey weight, 0 or more; 1 unless told. */
  readonly weight?: number
}

export interface StrataOptions {
  /**
   * How weights are scaled within a stratum: `size` to its number of persons, `effective` to (Σw)²/Σw². Both are
   * usual and can differ in small strata: look at both.
   */
  readonly scaling?: 'size' | 'effective'
}

interface Sums {
  readonly by: By
  /** Where its first row stands. */
  readonly first: number
  persons: number
  weight: number
  squares: number
  /** Σ weight · outcome, exact for counts. */
  total: number
  mean: number
  ss: number
}

/**
 * Sums persons to strata for `maihdaLinear`, weights included.
 *
 * Weights are scaled within the stratum and give n, the weighted mean and the weighted within sum of squares; fits on
 * them are pseudo-likelihood fits. Scaling all weights changes nothing.
 *
 * @param rows persons; take those without an outcome out first. A weight of 0 leaves the person out
 * @returns refusals: `empty`, `not-finite` (`rows[3].outcome`), `negative` (`rows[3].weight`), `zero-weights`,
 *   `out-of-range` (sums beyond the range of numbers)
 *
 * Sources: Pfeffermann et al. (1998), JRSS B 60; Rabe-Hesketh & Skrondal (2006), JRSS A 169.
 * @example linearStrata([{ by: { sex: 'women' }, outcome: 3 }, { by: { sex: 'women' }, outcome: 5 }])
 *   // { ok: true, strata: [{ by: { sex: 'women' }, n: 2, mean: 4, ssWithin: 2 }] }
 */
export function linearStrata(
  rows: readonly OutcomeRow[],
  { scaling = 'size' }: StrataOptions = {},
): Result<{ readonly strata: readonly LinearStratum[] }> {
  const sums = sumRows(rows)
  if (!(sums instanceof Map)) return sums
  const broken = [...sums.values()].find(({ mean, ss }) => !Number.isFinite(mean) || !Number.isFinite(ss))
  if (broken !== undefined) return refuse('out-of-range', `rows[${broken.first}].outcome`)
  return {
    ok: true,
    strata: [...sums.values()].map((sum) => {
      const n = sizeOf(sum, scaling)
      return { by: sum.by, n, mean: sum.mean, ssWithin: sum.persons === 1 ? 0 : sum.ss * (n / sum.weight) }
    }),
  }
}

/**
 * Sums persons to strata for `maihdaLogistic`; as `linearStrata`, with outcomes 0 and 1.
 *
 * @returns refusals: also `out-of-range` for an outcome that is neither 0 nor 1
 * @example logisticStrata([{ by: { sex: 'women' }, outcome: 1 }, { by: { sex: 'women' }, outcome: 0 }])
 *   // { ok: true, strata: [{ by: { sex: 'women' }, n: 2, successes: 1 }] }
 */
export function logisticStrata(
  rows: readonly OutcomeRow[],
  { scaling = 'size' }: StrataOptions = {},
): Result<{ readonly strata: readonly LogisticStratum[] }> {
  const other = rows.findIndex(({ outcome }) => outcome !== 0 && outcome !== 1)
  if (other >= 0) return refuse('out-of-range', `rows[${other}].outcome`)
  const sums = sumRows(rows)
  if (!(sums instanceof Map)) return sums
  return {
    ok: true,
    strata: [...sums.values()].map((sum) => {
      const n = sizeOf(sum, scaling)
      return { by: sum.by, n, successes: Math.min(n, sum.total * (n / sum.weight)) }
    }),
  }
}

function sizeOf({ persons, weight, squares }: Sums, scaling: 'size' | 'effective'): number {
  return scaling === 'size' ? persons : (weight * weight) / squares
}

/** Means and squares by Welford's updating, which keeps its digits for large outcomes. */
function sumRows(rows: readonly OutcomeRow[]): Map<string, Sums> | Refusal {
  if (rows.length === 0) return refuse('empty', 'rows')
  const sums = new Map<string, Sums>()
  // Relative to the stratum's largest weight, so that no square leaves the range of numbers.
  const largest = new Map<string, number>()
  for (const [i, { by, outcome, weight = 1 }] of rows.entries()) {
    if (!Number.isFinite(outcome)) return refuse('not-finite', `rows[${i}].outcome`)
    if (!Number.isFinite(weight)) return refuse('not-finite', `rows[${i}].weight`)
    if (weight < 0) return refuse('negative', `rows[${i}].weight`)
    const key = groupKey(by)
    largest.set(key, Math.max(weight, largest.get(key) ?? 0))
  }
  for (const [i, { by, outcome, weight: given = 1 }] of rows.entries()) {
    const key = groupKey(by)
    const weight = given / (largest.get(key) ?? 1)
    if (!(weight > 0)) continue
    const sum = sums.get(key) ?? { by, first: i, persons: 0, weight: 0, squares: 0, total: 0, mean: 0, ss: 0 }
    sums.set(key, sum)
    sum.persons += 1
    sum.weight += weight
    sum.squares += weight * weight
    sum.total += weight * outcome
    const move = outcome - sum.mean
    sum.mean += (weight / sum.weight) * move
    sum.ss += weight * move * (outcome - sum.mean)
  }
  return sums.size === 0 ? refuse('zero-weights', 'rows[].weight') : sums
}
