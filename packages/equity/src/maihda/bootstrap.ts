import { binomialDraw } from '../math/binomial.ts'
import { summariseDraws } from '../math/draw-summary.ts'
import { logistic } from '../math/logit.ts'
import { makeRandom, type Random } from '../math/random.ts'
import { faultOfDraws } from '../rates/draw-limits.ts'
import type { Interval } from '../rates/interval.ts'
import { faultOfConfidence } from '../rates/trials.ts'
import { type Result, refuse } from '../result.ts'
import { isWithinRange, linearInput, type MaihdaOptions, rowTimes } from './linear.ts'
import { fitLinear, type LinearData, type LinearFit, type LinearMethod } from './linear-fit.ts'
import { faultOfPoints, logisticInput } from './logistic.ts'
import { fitLogistic, type LogisticFit } from './logistic-fit.ts'
import type { LogisticData } from './logistic-surface.ts'
import { LOGISTIC_VARIANCE, proportionalChange, variancePartition } from './measures.ts'
import type { LinearStratum, LogisticStratum } from './strata.ts'
import { hermite } from './stratum-likelihood.ts'

export interface BootstrapOptions extends MaihdaOptions {
  /** 50 to 100,000. */
  readonly draws: number
  readonly seed: number
}

/** Spread of a measure over the draws. */
export interface Spread {
  readonly se: number
  /** Percentile interval. */
  readonly interval: Interval
}

export interface MaihdaBootstrap {
  readonly ok: true
  readonly draws: number
  readonly seed: number
  /** Draws in which a model found no maximum; they are left out, and many make the rest doubtful. */
  readonly failed: number
  /** Draws whose null model had no variance between strata, so that PCV does not exist there. */
  readonly pcvUndefined: number
  readonly vpcNull: Spread
  readonly vpcMain: Spread
  /** `null` when the null model has no variance between strata, in the data or in over half the draws. */
  readonly pcv: Spread | null
}

/**
 * Parametric bootstrap of VPC and PCV of a linear MAIHDA.
 *
 * VPC of the null model is drawn from the null model; VPC of the main-effects model and PCV from the main-effects
 * model: means from N(x'β, σ²u + σ²e/n), within sums from σ²e·χ². Each draw is fitted again.
 *
 * @param method of all fits, `reml` unless told
 * @returns refusals: those of `maihdaLinear`; `too-few` under 50 draws, `too-many` over
 *   100,000; `not-converged` when over half the draws fail
 *
 * Source: Goldstein (2011), Multilevel Statistical Models 3.7; R lme4 `bootMer(type = "parametric")`.
 * @example bootstrapLinear(strata, { draws: 1000, seed: 1 })
 */
export function bootstrapLinear(
  strata: readonly LinearStratum[],
  { confidence = 0.95, draws, seed, method = 'reml' }: BootstrapOptions & { readonly method?: LinearMethod },
): Result<Omit<MaihdaBootstrap, 'ok'>> {
  const input = faultOfConfidence(confidence) ?? faultOfDraws(draws, 50, seed, '') ?? linearInput(strata)
  if (!('coded' in input)) return input
  const nullFit = fitLinear(input.null, method)
  const mainFit = fitLinear(input.main, method)
  if ('dependent' in nullFit || 'dependent' in mainFit) return refuse('collinear', 'strata')
  if (!isWithinRange(nullFit) || !isWithinRange(mainFit)) return refuse('out-of-range', 'strata')
  const random = makeRandom(seed)
  const refit = (data: LinearData, near: LinearFit): Fitted | null => {
    const fit = fitLinear(data, method, near.varStrata / near.varResidual)
    return 'dependent' in fit ? null : { varStrata: fit.varStrata, varResidual: fit.varResidual }
  }
  return collect({ draws, seed, confidence }, nullFit, () => {
    const ofNull = drawLinear(input.null, nullFit, random)
    const ofMain = drawLinear(input.main, mainFit, random)
    return {
      ownNull: refit({ ...input.null, ...ofNull }, nullFit),
      null: refit({ ...input.null, ...ofMain }, nullFit),
      main: refit({ ...input.main, ...ofMain }, mainFit),
    }
  })
}

/**
 * Parametric bootstrap of VPC and PCV of a logistic MAIHDA: residuals from N(0, σ²u), successes from the binomial law.
 *
 * @returns refusals: those of `maihdaLogistic`; `not-whole` for weighted strata, whose counts follow no binomial law;
 *   `too-few` under 50 draws, `too-many` over
 *   100,000; `not-converged` when over half the draws fail
 *
 * Source: as `bootstrapLinear`.
 * @example bootstrapLogistic(strata, { draws: 1000, seed: 1 })
 */
export function bootstrapLogistic(
  strata: readonly LogisticStratum[],
  { confidence = 0.95, draws, seed, points = 1 }: BootstrapOptions & { readonly points?: number },
): Result<Omit<MaihdaBootstrap, 'ok'>> {
  const input =
    faultOfConfidence(confidence) ??
    faultOfDraws(draws, 50, seed, '') ??
    faultOfPoints(points) ??
    logisticInput(strata)
  if (!('coded' in input)) return input
  for (const [i, { n, successes }] of strata.entries()) {
    if (!Number.isInteger(n)) return refuse('not-whole', `strata[${i}].n`)
    if (!Number.isInteger(successes)) return refuse('not-whole', `strata[${i}].successes`)
  }
  const quadrature = hermite(points)
  const nullFit = fitLogistic(input.null, quadrature)
  const mainFit = fitLogistic(input.main, quadrature)
  if ('failed' in nullFit || 'failed' in mainFit) return refuse('not-converged', 'strata')
  const random = makeRandom(seed)
  const refit = (data: LogisticData, near: LogisticFit): Fitted | null => {
    const fit = fitLogistic(data, quadrature, {
      coefficients: near.coefficients,
      sigma: Math.sqrt(near.varStrata),
    })
    return 'failed' in fit ? null : { varStrata: fit.varStrata, varResidual: LOGISTIC_VARIANCE }
  }
  return collect({ draws, seed, confidence }, nullFit, () => {
    const ofNull = drawLogistic(input.null, nullFit, random)
    const ofMain = drawLogistic(input.main, mainFit, random)
    return {
      ownNull: refit({ ...input.null, successes: ofNull }, nullFit),
      null: refit({ ...input.null, successes: ofMain }, nullFit),
      main: refit({ ...input.main, successes: ofMain }, mainFit),
    }
  })
}

interface Fitted {
  readonly varStrata: number
  readonly varResidual: number
}

interface Draw {
  /** The null model on a draw from the null model. */
  readonly ownNull: Fitted | null
  /** Both models on a draw from the main-effects model. */
  readonly null: Fitted | null
  readonly main: Fitted | null
}

function collect(
  { draws, seed, confidence }: { draws: number; seed: number; confidence: number },
  nullFit: { readonly varStrata: number },
  draw: () => Draw,
): Result<Omit<MaihdaBootstrap, 'ok'>> {
  const vpcNull: number[] = []
  const vpcMain: number[] = []
  const pcv: number[] = []
  for (let i = 0; i < draws; i++) {
    const { ownNull, null: drawnNull, main } = draw()
    if (ownNull === null || drawnNull === null || main === null) continue
    vpcNull.push(variancePartition(ownNull.varStrata, ownNull.varResidual))
    vpcMain.push(variancePartition(main.varStrata, main.varResidual))
    const change = proportionalChange(drawnNull.varStrata, main.varStrata)
    if (change !== null) pcv.push(change)
  }
  if (vpcNull.length * 2 < draws) return refuse('not-converged', 'draws')
  return {
    ok: true,
    draws,
    seed,
    failed: draws - vpcNull.length,
    vpcNull: spreadOf(vpcNull, confidence),
    vpcMain: spreadOf(vpcMain, confidence),
    pcvUndefined: vpcNull.length - pcv.length,
    pcv: nullFit.varStrata > 0 && pcv.length * 2 >= draws ? spreadOf(pcv, confidence) : null,
  }
}

function spreadOf(values: readonly number[], confidence: number): Spread {
  const { standardError, low, high } = summariseDraws(values, confidence)
  return { se: standardError, interval: { low, high } }
}

function drawLinear(data: LinearData, fit: LinearFit, random: Random) {
  let persons = 0
  const mean = data.mean.map((_, row) => {
    const n = data.n[row] ?? 1
    persons += n
    const spread = Math.sqrt(fit.varStrata + fit.varResidual / n)
    return rowTimes(data, row, fit.coefficients) + spread * random.normal()
  })
  const degrees = persons - data.n.length
  return { mean, ssWithin: fit.varResidual * 2 * random.gamma(degrees / 2) }
}

function drawLogistic(data: LogisticData, fit: LogisticFit, random: Random): Float64Array {
  const sigma = Math.sqrt(fit.varStrata)
  return data.successes.map((_, row) => {
    const eta = rowTimes(data, row, fit.coefficients) + sigma * random.normal()
    return binomialDraw(random, data.n[row] ?? 0, logistic(eta))
  })
}
