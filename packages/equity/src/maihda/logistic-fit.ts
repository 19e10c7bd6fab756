import { cholesky, inverse, type Solved, solveInPlace } from '../math/linear.ts'
import { FAR, farthest, fitLogit, type LogitFailure } from '../math/logit.ts'
import { type LogisticData, makeSurface } from './logistic-surface.ts'
import type { Quadrature } from './stratum-likelihood.ts'

export interface LogisticFit {
  readonly varStrata: number
  readonly coefficients: Float64Array
  /** Covariance of the coefficients, columns × columns. */
  readonly covariance: Float64Array
  /** Without binomial coefficients. */
  readonly logLikelihood: number
  readonly atBoundary: boolean
  /** Per stratum: the mode of u and its standard deviation. */
  readonly residuals: readonly { readonly u: number; readonly se: number }[]
}

/** Where a search may start. */
export interface Start {
  readonly coefficients: Float64Array
  readonly sigma: number
}

/** Below this the strata do not differ. */
const NONE = 1e-4

/**
 * Fits the model by maximum likelihood: Newton's method with halved steps in the coefficients and ln σ, from the fit
 * without random effects.
 */
export function fitLogistic(
  data: LogisticData,
  quadrature: Quadrature,
  start?: Start,
): LogisticFit | LogitFailure {
  const plain = fitPlain(data)
  if ('failed' in plain) return plain
  const { columns } = data
  const surface = makeSurface(data, quadrature)
  let coefficients = start === undefined ? plain.coefficients : start.coefficients.slice()
  let sigma = start === undefined ? 0.4 : Math.max(start.sigma, 0.05)
  let value = surface.value(coefficients, sigma)
  for (let step = 0; step < 100; step++) {
    const { size, slope, curvature } = surface.slopes(coefficients, sigma)
    const factor = positive(curvature, size)
    const move = slope.slice()
    solveInPlace(factor, move)
    let gain = 0
    for (let a = 0; a < size; a++) gain += (move[a] ?? 0) * (slope[a] ?? 0)
    if (Math.abs(coefficients.reduce((far, c) => Math.max(far, Math.abs(c)), 0)) > FAR * 2) {
      return { failed: 'separated', column: farthest(coefficients) }
    }
    if (sigma < NONE) break
    if (gain < 1e-10) return finish(surface, data, coefficients, sigma, value, plain.logLikelihood)
    let moved = false
    for (let part = Math.min(1, 2 / Math.abs(move[columns] ?? 1)); part > 1e-6; part /= 2) {
      const next = coefficients.map((c, a) => c + part * (move[a] ?? 0))
      const nextSigma = sigma * Math.exp(part * (move[columns] ?? 0))
      const nextValue = surface.value(next, nextSigma)
      if (!(nextValue >= value)) continue
      coefficients = next
      sigma = nextSigma
      value = nextValue
      moved = true
      break
    }
    if (!moved) {
      if (gain < 1e-6) return finish(surface, data, coefficients, sigma, value, plain.logLikelihood)
      break
    }
  }
  if (sigma < NONE || value <= plain.logLikelihood) return plain
  return { failed: 'not-converged' }
}

/** A factor of the curvature, with its diagonal raised until it is positive definite. */
function positive(curvature: Float64Array, n: number): Solved {
  const values = curvature.slice()
  for (let ridge = 1e-6; ; ridge *= 10) {
    const factor = cholesky({ n, values }, 1e-13)
    if (factor.ok) return factor
    for (let a = 0; a < n; a++) values[a * n + a] = Math.abs(values[a * n + a] ?? 0) * (1 + ridge) + ridge
  }
}

function finish(
  surface: ReturnType<typeof makeSurface>,
  data: LogisticData,
  coefficients: Float64Array,
  sigma: number,
  value: number,
  without: number,
): LogisticFit {
  const { columns } = data
  const { size, curvature } = surface.slopes(coefficients, sigma)
  const whole = inverse(positive(curvature, size)).values
  const covariance = new Float64Array(columns * columns)
  for (let a = 0; a < columns; a++) {
    for (let c = 0; c < columns; c++) covariance[a * columns + c] = whole[a * size + c] ?? 0
  }
  const residuals = Array.from(data.n, (_, row) => {
    const { mode, curvature: bend } = surface.mode(row, surface.eta(row, coefficients), sigma)
    return { u: sigma * mode, se: sigma / Math.sqrt(bend) }
  })
  const varStrata = sigma * sigma
  return {
    varStrata,
    coefficients,
    covariance,
    logLikelihood: Math.max(value, without),
    atBoundary: false,
    residuals,
  }
}

/** The fit without random effects. */
function fitPlain(data: LogisticData): LogisticFit | LogitFailure {
  const fit = fitLogit(data)
  if ('failed' in fit) return fit
  return { ...fit, varStrata: 0, atBoundary: true, residuals: Array.from(data.n, () => ({ u: 0, se: 0 })) }
}
