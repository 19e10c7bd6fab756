import { faultOfConfidence } from '../rates/trials.ts'
import { type Refusal, type Result, refuse } from '../result.ts'
import { fitLinear, type LinearData, type LinearFit, type LinearMethod } from './linear-fit.ts'
import type { LinearMaihda, ModelFit } from './maihda-types.ts'
import { proportionalChange, variancePartition } from './measures.ts'
import { judgeResiduals } from './residuals.ts'
import { type CodedStrata, codeStrata, type LinearStratum, type MainTerm, nullDesign } from './strata.ts'

export interface MaihdaOptions {
  /** Of intervals, and 1 − the level at which residuals are flagged; 0.95 unless told. */
  readonly confidence?: number
}

/** Strata as the fits read them. */
export interface LinearInput {
  readonly coded: CodedStrata
  readonly null: LinearData
  readonly main: LinearData
}

/** Checks strata of a continuous outcome and gathers what the fits need. */
export function linearInput(strata: readonly LinearStratum[]): Refusal | LinearInput {
  const coded = codeStrata(strata)
  if (!coded.ok) return coded
  let ssWithin = 0
  for (const i of coded.at) {
    const { mean = Number.NaN, ssWithin: ss = Number.NaN, n = 0 } = strata[i] ?? {}
    if (!Number.isFinite(mean)) return refuse('not-finite', `strata[${i}].mean`)
    if (!Number.isFinite(ss)) return refuse('not-finite', `strata[${i}].ssWithin`)
    if (ss < 0) return refuse('negative', `strata[${i}].ssWithin`)
    if (n <= 1 && ss > 0) return refuse('unbalanced', `strata[${i}].ssWithin`)
    ssWithin += ss
  }
  if (!(ssWithin > 0)) return refuse('no-variance', 'strata[].ssWithin')
  if (coded.at.length <= coded.columns) return refuse('too-few', 'strata')
  const persons = coded.n.reduce((sum, n) => sum + n, 0)
  if (!(persons > coded.at.length && persons > coded.columns)) return refuse('too-few', 'strata[].n')
  const mean = Float64Array.from(coded.at, (i) => strata[i]?.mean ?? 0)
  const shared = { n: coded.n, mean, ssWithin }
  return {
    coded,
    null: { ...shared, design: nullDesign(coded.at.length), columns: 1 },
    main: { ...shared, design: coded.design, columns: coded.columns },
  }
}

/**
 * Intersectional multilevel analysis (MAIHDA) of a continuous outcome, from strata instead of persons.
 *
 * Two models: y = β₀ + u + e, and y = β₀ + main effects + u + e, with u per stratum, fitted by REML and by ML from
 * (n, mean, within sum of squares): the same figures as from the persons, in time that grows with strata alone.
 * u of the second model is what a stratum has beyond the sum of its factors.
 *
 * @param strata a stratum for each combination of the factors' labels; those with n = 0 are left out and counted.
 *   Weights: bring scaled weights as n, see `linearStrata`.
 * @returns refusals: `empty`, `too-few` (no more strata than coefficients, or no more
 *   persons than strata), `out-of-range` (figures beyond the range of numbers, or `confidence`), `duplicate`, `unknown-name`, `negative`,
 *   `not-finite`, `all-zero`, `unbalanced` (a within sum in a stratum of one), `no-variance` (no variation within
 *   any stratum), `collinear` with the factor's label
 *
 * Sources: Evans et al. (2018), Soc. Sci. Med. 203; Merlo (2018), SSM Popul. Health 4. Agrees with R lme4 1.1-31
 * `lmer` on the persons: variances to 1e-5, see the tests.
 * @example maihdaLinear(strata) // { ok: true, null: { vpc, … }, main: { vpc, … }, pcv: { ml, reml }, strata, … }
 */
export function maihdaLinear(
  strata: readonly LinearStratum[],
  { confidence = 0.95 }: MaihdaOptions = {},
): Result<Omit<LinearMaihda, 'ok'>> {
  const input = faultOfConfidence(confidence) ?? linearInput(strata)
  if (!('coded' in input)) return input
  const { coded } = input
  const fits = { nullFit: [] as LinearFit[], mainFit: [] as LinearFit[] }
  for (const method of ['reml', 'ml'] as const satisfies readonly LinearMethod[]) {
    const nullFit = fitLinear(input.null, method)
    const mainFit = fitLinear(input.main, method)
    if ('dependent' in nullFit) return refuse('collinear', 'intercept')
    if ('dependent' in mainFit) return refuse('collinear', termName(coded.terms[mainFit.dependent - 1]))
    fits.nullFit.push(nullFit)
    fits.mainFit.push(mainFit)
  }
  const [nullReml, nullMl] = fits.nullFit
  const [mainReml, mainMl] = fits.mainFit
  if (!nullReml || !nullMl || !mainReml || !mainMl) return refuse('not-converged', 'strata')
  if (![nullReml, nullMl, mainReml, mainMl].every(isWithinRange)) return refuse('out-of-range', 'strata')
  const results = coded.at.map((i, row) => {
    const stratum = strata[i]
    const n = coded.n[row] ?? 0
    const expected = rowTimes(input.main, row, mainReml.coefficients)
    const observed = stratum?.mean ?? 0
    const kept = (n * mainReml.varStrata) / (mainReml.varResidual + n * mainReml.varStrata)
    const residual = kept * (observed - expected)
    const se = Math.sqrt(mainReml.varStrata * (1 - kept))
    return {
      by: stratum?.by ?? {},
      n,
      observed,
      expected,
      predicted: expected + residual,
      residual,
      se,
      kept,
    }
  })
  return {
    ok: true,
    outcome: 'linear',
    ...countsOf(coded, strata.length),
    null: modelOf(nullReml, []),
    main: modelOf(mainReml, coded.terms),
    ml: { null: modelOf(nullMl, []), main: modelOf(mainMl, coded.terms) },
    pcv: {
      ml: proportionalChange(nullMl.varStrata, mainMl.varStrata),
      reml: proportionalChange(nullReml.varStrata, mainReml.varStrata),
    },
    strata: judgeResiduals(results, confidence),
  }
}

/** Whether all figures of a fit are within the range of numbers. */
export function isWithinRange({
  varStrata,
  varResidual,
  logLikelihood,
  coefficients,
  covariance,
}: LinearFit): boolean {
  return [varStrata, varResidual, logLikelihood, ...coefficients, ...covariance].every(Number.isFinite)
}

export function termName(term: MainTerm | undefined): string {
  return term === undefined ? 'intercept' : `${term.factor}.${term.label}`
}

export function rowTimes(
  { design, columns }: Pick<LinearData, 'design' | 'columns'>,
  row: number,
  coefficients: Float64Array,
): number {
  let sum = 0
  for (let a = 0; a < columns; a++) sum += (design[row * columns + a] ?? 0) * (coefficients[a] ?? 0)
  return sum
}

export function countsOf({ at, n }: CodedStrata, strata: number) {
  return {
    persons: n.reduce((sum, size) => sum + size, 0),
    strataUsed: at.length,
    strataEmpty: strata - at.length,
    strataSmall: n.filter((size) => size < 10).length,
  }
}

function modelOf(fit: LinearFit, terms: readonly MainTerm[]): ModelFit {
  const { method, varStrata, varResidual, logLikelihood, atBoundary } = fit
  return {
    method,
    varStrata,
    varResidual,
    vpc: variancePartition(varStrata, varResidual),
    ...effectsOf(fit.coefficients, fit.covariance, terms),
    logLikelihood,
    atBoundary,
  }
}

/** The intercept and the effects with their standard errors. */
export function effectsOf(
  coefficients: Float64Array,
  covariance: Float64Array,
  terms: readonly MainTerm[],
): Pick<ModelFit, 'intercept' | 'effects'> {
  const columns = coefficients.length
  const at = (i: number) => ({
    estimate: coefficients[i] ?? 0,
    se: Math.sqrt(covariance[i * columns + i] ?? 0),
  })
  return { intercept: at(0), effects: terms.map((term, i) => ({ ...term, ...at(i + 1) })) }
}
