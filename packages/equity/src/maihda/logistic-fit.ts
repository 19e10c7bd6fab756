import { cholesky, type Factor, inverse, solveInPlace } from '../math/linear.ts'
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

export type LogisticFailure =
  | { readonly failed: 'dependent'; readonly column: number }
  | { readonly failed: 'separated'; readonly column: number }
  | { readonly failed: 'not-converged' }

/** Where a search may start. */
export interface Start {
  readonly coefficients: Float64Array
  readonly sigma: number
}

/** Beyond this, on the log-odds scale, a coefficient is on its way to infinity. */
const FAR = 15
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
): LogisticFit | LogisticFailure {
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
function positive(curvature: Float64Array, n: number): Factor & { readonly ok: true } {
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

/** The fit without random effects, by iteratively reweighted least squares. */
function fitPlain(data: LogisticData): LogisticFit | LogisticFailure {
  const { n, successes, design, columns } = data
  const coefficients = new Float64Array(columns)
  const all = n.reduce((sum, size) => sum + size, 0)
  const share = successes.reduce((sum, y) => sum + y, 0) / all
  coefficients[0] = Math.log(share / (1 - share))
  for (let step = 0; step < 60; step++) {
    const cross = new Float64Array(columns * columns)
    const move = new Float64Array(columns)
    let value = 0
    for (let row = 0; row < n.length; row++) {
      const x = row * columns
      let eta = 0
      for (let a = 0; a < columns; a++) eta += (design[x + a] ?? 0) * (coefficients[a] ?? 0)
      const size = n[row] ?? 0
      const y = successes[row] ?? 0
      const p = 1 / (1 + Math.exp(-eta))
      value += y * eta - size * (eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta)))
      for (let a = 0; a < columns; a++) {
        const xa = design[x + a] ?? 0
        if (xa === 0) continue
        move[a] = (move[a] ?? 0) + xa * (y - size * p)
        for (let c = 0; c <= a; c++) {
          const at = a * columns + c
          cross[at] = (cross[at] ?? 0) + xa * (design[x + c] ?? 0) * size * p * (1 - p)
        }
      }
    }
    const factor = cholesky({ n: columns, values: cross })
    if (!factor.ok) {
      return step === 0
        ? { failed: 'dependent', column: factor.dependent }
        : { failed: 'separated', column: farthest(coefficients) }
    }
    const slope = move.slice()
    solveInPlace(factor, move)
    let gain = 0
    for (let a = 0; a < columns; a++) gain += (move[a] ?? 0) * (slope[a] ?? 0)
    if (gain < 1e-12) {
      return {
        varStrata: 0,
        coefficients,
        covariance: inverse(factor).values,
        logLikelihood: value,
        atBoundary: true,
        residuals: Array.from(n, () => ({ u: 0, se: 0 })),
      }
    }
    for (let a = 0; a < columns; a++) coefficients[a] = (coefficients[a] ?? 0) + (move[a] ?? 0)
    if (coefficients.some((c) => !(Math.abs(c) < FAR)))
      return { failed: 'separated', column: farthest(coefficients) }
  }
  return { failed: 'not-converged' }
}

function farthest(coefficients: Float64Array): number {
  let at = 0
  coefficients.forEach((c, a) => {
    if (!(Math.abs(c) <= Math.abs(coefficients[at] ?? 0))) at = a
  })
  return at
}
