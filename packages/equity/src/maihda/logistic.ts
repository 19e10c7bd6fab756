import { type LogitFailure, logistic } from '../math/logit.ts'
import { faultOfConfidence } from '../rates/trials.ts'
import { type Refusal, type Result, refuse } from '../result.ts'
import { countsOf, effectsOf, type MaihdaOptions, rowTimes, termName } from './linear.ts'
import { fitLogistic, type LogisticFit } from './logistic-fit.ts'
import type { LogisticData } from './logistic-surface.ts'
import type { LogisticMaihda, ModelFit } from './maihda-types.ts'
import {
  areaUnderCurve,
  LOGISTIC_VARIANCE,
  medianOddsRatio,
  proportionalChange,
  variancePartition,
} from './measures.ts'
import { judgeResiduals } from './residuals.ts'
import { type CodedStrata, codeStrata, type LogisticStratum, type MainTerm, nullDesign } from './strata.ts'
import { hermite } from './stratum-likelihood.ts'

export interface LogisticOptions extends MaihdaOptions {
  /** Points of adaptive quadrature, 1–50; 1, the default, is Laplace's approximation. */
  readonly points?: number
}

/** Strata as the fits read them. */
export interface LogisticInput {
  readonly coded: CodedStrata
  readonly null: LogisticData
  readonly main: LogisticData
}

/** Checks strata of a yes-or-no outcome and gathers what the fits need. */
export function logisticInput(strata: readonly LogisticStratum[]): Refusal | LogisticInput {
  const coded = codeStrata(strata)
  if (!coded.ok) return coded
  for (const [i, { n, successes }] of strata.entries()) {
    if (!Number.isFinite(successes)) return refuse('not-finite', `strata[${i}].successes`)
    if (successes < 0) return refuse('negative', `strata[${i}].successes`)
    if (successes > n) return refuse('successes-above-n', `strata[${i}].successes`)
  }
  const successes = Float64Array.from(coded.at, (i) => strata[i]?.successes ?? 0)
  const separated = separatedLabel(strata, coded)
  if (separated !== null) return separated
  if (coded.at.length <= coded.columns) return refuse('too-few', 'strata')
  const shared = { n: coded.n, successes }
  return {
    coded,
    null: { ...shared, design: nullDesign(coded.at.length), columns: 1 },
    main: { ...shared, design: coded.design, columns: coded.columns },
  }
}

/** Points of quadrature are a whole number, 1 to 50. */
export function faultOfPoints(points: number): Refusal | null {
  return Number.isInteger(points) && points >= 1 && points <= 50 ? null : refuse('out-of-range', 'points')
}

/** A label, or everybody, where all or none succeed: its effect has no finite estimate. */
function separatedLabel(strata: readonly LogisticStratum[], { at }: CodedStrata): Refusal | null {
  const sums = new Map<string, { n: number; successes: number }>()
  for (const i of at) {
    const { by, n = 0, successes = 0 } = strata[i] ?? { by: {} }
    const names = Object.entries(by).map(([factor, label]) => `by.${factor}.${label}`)
    for (const name of ['strata[].successes', ...names]) {
      const sum = sums.get(name) ?? { n: 0, successes: 0 }
      sums.set(name, { n: sum.n + n, successes: sum.successes + successes })
    }
  }
  for (const [name, { n, successes }] of sums) {
    if (successes === 0 && name === 'strata[].successes') return refuse('all-zero', name)
    if (successes === 0 || successes === n) return refuse('separated', name)
  }
  return null
}

/**
 * Intersectional multilevel analysis (MAIHDA) of a yes-or-no outcome, from successes per stratum.
 *
 * Two logistic models with u ~ N(0, σ²u) per stratum: intercept alone, and main effects. Fitted by maximum
 * likelihood, u integrated out by Laplace's approximation or adaptive quadrature. VPC and PCV are on the latent scale,
 * where σ²e = π²/3.
 *
 * @param strata a stratum for each combination of the factors' labels; those with n = 0 are left out and counted
 * @returns refusals: those of `maihdaLinear`'s strata; `successes-above-n`; `all-zero` when nobody succeeds;
 *   `separated` with the label in which all or none succeed, or the term whose estimate runs away;
 *   `not-converged` when the search ends without a maximum
 *
 * Sources: Evans et al. (2018), Soc. Sci. Med. 203; Larsen & Merlo (2005), Am. J. Epidemiol. 161. Agrees with R lme4
 * 1.1-31 `glmer`, see the tests.
 * @example maihdaLogistic(strata, { points: 7 }) // { ok: true, null: { vpc, … }, medianOddsRatio: { null, main }, … }
 */
export function maihdaLogistic(
  strata: readonly LogisticStratum[],
  { confidence = 0.95, points = 1 }: LogisticOptions = {},
): Result<Omit<LogisticMaihda, 'ok'>> {
  const badPoints = faultOfPoints(points)
  if (badPoints !== null) return badPoints
  const input = faultOfConfidence(confidence) ?? logisticInput(strata)
  if (!('coded' in input)) return input
  const { coded } = input
  const quadrature = hermite(points)
  const nullFit = fitLogistic(input.null, quadrature)
  if ('failed' in nullFit) return failureOf(nullFit, [])
  const mainFit = fitLogistic(input.main, quadrature)
  if ('failed' in mainFit) return failureOf(mainFit, coded.terms)
  const method = points === 1 ? 'laplace' : 'quadrature'
  const results = coded.at.map((i, row) => {
    const { by, n, successes } = strata[i] ?? { by: {}, n: 0, successes: 0 }
    const eta = rowTimes(input.main, row, mainFit.coefficients)
    const { u: residual, se } = mainFit.residuals[row] ?? { u: 0, se: 0 }
    return {
      by,
      n,
      observed: successes / n,
      expected: logistic(eta),
      predicted: logistic(eta + residual),
      residual,
      se,
      kept: mainFit.varStrata > 0 ? 1 - (se * se) / mainFit.varStrata : 0,
    }
  })
  const curve = (predict: (row: number) => number): number | null => {
    const found = areaUnderCurve(
      coded.at.map((i, row) => ({
        n: strata[i]?.n ?? 0,
        successes: strata[i]?.successes ?? 0,
        prediction: predict(row),
      })),
    )
    return found.ok ? found.auc : null
  }
  const nullIntercept = nullFit.coefficients[0] ?? 0
  return {
    ok: true,
    outcome: 'logistic',
    ...countsOf(coded, strata.length),
    null: modelOf(nullFit, method, []),
    main: modelOf(mainFit, method, coded.terms),
    pcv: { ml: proportionalChange(nullFit.varStrata, mainFit.varStrata), reml: null },
    medianOddsRatio: {
      null: medianOddsRatio(nullFit.varStrata),
      main: medianOddsRatio(mainFit.varStrata),
    },
    auc: {
      null: curve((row) => nullIntercept + (nullFit.residuals[row]?.u ?? 0)),
      main: curve((row) => results[row]?.predicted ?? 0),
    },
    strata: judgeResiduals(results, confidence),
  }
}

function failureOf(failure: LogitFailure, terms: readonly MainTerm[]): Refusal {
  if (failure.failed === 'not-converged') return refuse('not-converged', 'strata')
  const reason = failure.failed === 'dependent' ? 'collinear' : 'separated'
  return refuse(reason, termName(terms[failure.column - 1]))
}

function modelOf(fit: LogisticFit, method: ModelFit['method'], terms: readonly MainTerm[]): ModelFit {
  const { varStrata, logLikelihood, atBoundary } = fit
  return {
    method,
    varStrata,
    varResidual: LOGISTIC_VARIANCE,
    vpc: variancePartition(varStrata, LOGISTIC_VARIANCE),
    ...effectsOf(fit.coefficients, fit.covariance, terms),
    logLikelihood,
    atBoundary,
  }
}
