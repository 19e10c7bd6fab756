import { normalQuantile } from '../math/normal.ts'
import { type Result, refuse } from '../result.ts'

/** The variance of the logistic distribution: what is within strata on the latent scale. */
export const LOGISTIC_VARIANCE = Math.PI ** 2 / 3

/**
 * Variance partition coefficient: the part of all variance that lies between strata, 0–1.
 *
 * @param varStrata 0 or more
 * @param varResidual above 0; `LOGISTIC_VARIANCE` on the latent scale of a logistic model
 * @throws RangeError for variances outside these
 *
 * Source: Goldstein, Browne & Rasbash (2002), Understanding Statistics 1.
 * @example variancePartition(1, 3) // 0.25
 */
export function variancePartition(varStrata: number, varResidual: number): number {
  if (!(varStrata >= 0 && varResidual > 0 && Number.isFinite(varStrata + varResidual))) {
    throw new RangeError(`variances must be ≥ 0 and > 0, got ${varStrata} and ${varResidual}`)
  }
  return varStrata / (varStrata + varResidual)
}

/**
 * Median odds ratio: of two persons from two strata drawn at random, the median of the higher odds over the lower.
 *
 * exp(√(2σ²)·Φ⁻¹(0.75)); 1 when strata do not differ.
 *
 * @param varStrata variance between strata on the log-odds scale, 0 or more
 * @throws RangeError for anything else
 *
 * Source: Larsen & Merlo (2005), Am. J. Epidemiol. 161.
 * @example medianOddsRatio(0.27348466) // 1.646801
 */
export function medianOddsRatio(varStrata: number): number {
  if (!(varStrata >= 0 && Number.isFinite(varStrata))) {
    throw new RangeError(`a variance is finite and ≥ 0, got ${varStrata}`)
  }
  const ratio = Math.exp(Math.sqrt(2 * varStrata) * normalQuantile(0.75))
  if (!Number.isFinite(ratio))
    throw new RangeError(`the odds ratio of ${varStrata} is beyond the range of numbers`)
  return ratio
}

/**
 * Area under the ROC curve of a prediction that is the same for everybody in a stratum: the chance that a person
 * with the outcome has the higher prediction than one without, ties counted as half.
 *
 * @param strata members, successes and the prediction of each stratum, in any order
 * @returns `auc`, 0–1; refusals: `not-finite`, `negative`, `successes-above-n` with the stratum's place; `undefined` when
 *   everybody or nobody has the outcome
 *
 * Source: Hanley & McNeil (1982), Radiology 143.
 * @example areaUnderCurve([{ n: 2, successes: 0, prediction: 0.1 }, { n: 2, successes: 2, prediction: 0.9 }]) // auc 1
 */
export function areaUnderCurve(
  strata: readonly { readonly n: number; readonly successes: number; readonly prediction: number }[],
): Result<{ readonly auc: number }> {
  for (const [i, { n, successes, prediction }] of strata.entries()) {
    for (const [name, value] of Object.entries({ n, successes, prediction })) {
      if (!Number.isFinite(value)) return refuse('not-finite', `strata[${i}].${name}`)
      if (value < 0 && name !== 'prediction') return refuse('negative', `strata[${i}].${name}`)
    }
    if (successes > n) return refuse('successes-above-n', `strata[${i}].successes`)
  }
  const sorted = strata.toSorted((a, b) => a.prediction - b.prediction)
  let failuresBelow = 0
  let won = 0
  let successesAll = 0
  for (let i = 0; i < sorted.length; ) {
    let successes = 0
    let failures = 0
    const prediction = sorted[i]?.prediction
    for (; i < sorted.length && sorted[i]?.prediction === prediction; i++) {
      successes += sorted[i]?.successes ?? 0
      failures += (sorted[i]?.n ?? 0) - (sorted[i]?.successes ?? 0)
    }
    won += successes * (failuresBelow + failures / 2)
    failuresBelow += failures
    successesAll += successes
  }
  const auc = won / successesAll / failuresBelow
  return successesAll > 0 && failuresBelow > 0 && Number.isFinite(auc)
    ? { ok: true, auc }
    : refuse('undefined', 'strata[].successes')
}

/**
 * Proportional change in variance: the part of the variance between strata that the main effects account for.
 *
 * @returns at most 1; below 0 when the variance grew; `null` when there is none in the null model
 * @throws RangeError for a variance that is negative or not finite
 *
 * Source: Merlo (2018), SSM Popul. Health 4; Evans et al. (2018), Soc. Sci. Med. 203.
 * @example proportionalChange(4, 1) // 0.75
 */
export function proportionalChange(varNull: number, varMain: number): number | null {
  for (const [name, value] of Object.entries({ varNull, varMain })) {
    if (!(value >= 0 && Number.isFinite(value)))
      throw new RangeError(`${name} is finite and ≥ 0, got ${value}`)
  }
  const change = 1 - varMain / varNull
  return varNull > 0 && Number.isFinite(change) ? change : null
}
