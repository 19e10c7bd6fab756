import { cholesky, inverse, logDeterminant, type Solved, solveInPlace } from '../math/linear.ts'
import { findRoot } from '../math/search.ts'

/** Sufficient statistics of a linear model with a random intercept per stratum. */
export interface LinearData {
  readonly n: Float64Array
  readonly mean: Float64Array
  /** Within sum of squares over all strata. */
  readonly ssWithin: number
  /** Strata × columns. */
  readonly design: Float64Array
  readonly columns: number
}

export type LinearMethod = 'ml' | 'reml'

/** A fitted linear model. */
export interface LinearFit {
  readonly method: LinearMethod
  readonly varStrata: number
  readonly varResidual: number
  readonly coefficients: Float64Array
  /** Covariance of the coefficients, columns × columns. */
  readonly covariance: Float64Array
  /** Log-likelihood, restricted where the method is `reml`. */
  readonly logLikelihood: number
  /** The variance between strata was estimated as 0. */
  readonly atBoundary: boolean
}

interface Profile {
  /** −2 log-likelihood, but for a constant. */
  readonly deviance: number
  readonly slope: number
  readonly factor: Solved
  readonly coefficients: Float64Array
  readonly residual: number
}

/**
 * The likelihood as a function of θ = σ²u/σ²e alone, with its derivative; coefficients and σ²e are at their optimum.
 *
 * Strata weigh w = n/(1 + nθ). With Q = SS within + Σ w r², −2 log L = d·ln Q + Σ ln(1 + nθ) [+ ln |X'WX| under REML],
 * d being persons (less coefficients under REML). Bates et al. (2015), J. Stat. Softw. 67, eq. 34 and 41.
 */
function profile(data: LinearData, theta: number, method: LinearMethod): Profile | { dependent: number } {
  const { n, mean, ssWithin, design, columns } = data
  const cross = new Float64Array(columns * columns)
  const b = new Float64Array(columns)
  let persons = 0
  let logs = 0
  let trace = 0
  for (let j = 0; j < n.length; j++) {
    const size = n[j] ?? 0
    const w = size / (1 + size * theta)
    const y = mean[j] ?? 0
    persons += size
    logs += Math.log1p(size * theta)
    trace += w
    const row = j * columns
    for (let a = 0; a < columns; a++) {
      const x = design[row + a] ?? 0
      if (x === 0) continue
      const wx = w * x
      b[a] = (b[a] ?? 0) + wx * y
      for (let c = 0; c <= a; c++) {
        const at = a * columns + c
        cross[at] = (cross[at] ?? 0) + wx * (design[row + c] ?? 0)
      }
    }
  }
  const factor = cholesky({ n: columns, values: cross })
  if (!factor.ok) return factor
  solveInPlace(factor, b)
  const leverage = method === 'reml' ? inverse(factor).values : null
  let residual = ssWithin
  let residualSlope = 0
  for (let j = 0; j < n.length; j++) {
    const size = n[j] ?? 0
    const w = size / (1 + size * theta)
    const row = j * columns
    let fitted = 0
    for (let a = 0; a < columns; a++) fitted += (design[row + a] ?? 0) * (b[a] ?? 0)
    const r = (mean[j] ?? 0) - fitted
    residual += w * r * r
    residualSlope -= w * w * r * r
    if (leverage === null) continue
    let h = 0
    for (let a = 0; a < columns; a++) {
      const x = design[row + a] ?? 0
      if (x === 0) continue
      for (let c = 0; c < columns; c++) h += x * (design[row + c] ?? 0) * (leverage[a * columns + c] ?? 0)
    }
    trace -= w * w * h
  }
  const degrees = method === 'reml' ? persons - columns : persons
  return {
    deviance: degrees * Math.log(residual) + logs + (method === 'reml' ? logDeterminant(factor) : 0),
    slope: (degrees * residualSlope) / residual + trace,
    factor,
    coefficients: b,
    residual,
  }
}

/**
 * Fits the model by maximum likelihood or restricted maximum likelihood: the best zero of the slope in θ.
 *
 * @param near a θ to look around first; left out, all magnitudes are searched
 * @returns the fit, or the column of the design that follows from those before it
 */
export function fitLinear(
  data: LinearData,
  method: LinearMethod,
  near?: number,
): LinearFit | { readonly dependent: number } {
  const at = (theta: number) => profile(data, theta, method)
  const zero = at(0)
  if ('dependent' in zero) return zero
  const slope = (logTheta: number) => {
    const found = at(Math.exp(logTheta))
    return 'dependent' in found ? Number.NaN : found.slope
  }
  let best = { theta: 0, found: zero }
  for (const [low, high] of brackets(slope, data, near)) {
    const theta = Math.exp(findRoot(slope, low, high, 1e-13))
    const found = at(theta)
    if (!('dependent' in found) && found.deviance < best.found.deviance) best = { theta, found }
  }
  const { theta, found } = best
  const persons = data.n.reduce((sum, size) => sum + size, 0)
  const degrees = method === 'reml' ? persons - data.columns : persons
  const varResidual = found.residual / degrees
  const covariance = inverse(found.factor).values.map((value) => value * varResidual)
  return {
    method,
    varStrata: theta * varResidual,
    varResidual,
    coefficients: found.coefficients,
    covariance,
    logLikelihood: -(found.deviance + degrees * (1 + Math.log((2 * Math.PI) / degrees))) / 2,
    atBoundary: theta === 0,
  }
}

/** Of ln θ, over some fifteen powers of ten, and on while the deviance falls. */
const STEP = 1.5

/** Intervals of ln θ in which the deviance turns from falling to rising. */
function brackets(
  slope: (logTheta: number) => number,
  { n }: LinearData,
  near: number | undefined,
): (readonly [number, number])[] {
  if (near !== undefined && near > 0) {
    let low = Math.log(near)
    let high = low
    const falling = slope(low) < 0
    for (let i = 0; i < 8; i++) {
      if (falling) high += 0.7
      else low -= 0.7
      if (slope(falling ? high : low) < 0 !== falling) return [[low, high]]
      if (falling) low = high
      else high = low
    }
  }
  const mean = n.reduce((sum, size) => sum + size, 0) / n.length
  const start = Math.log(1e-7 / mean)
  const found: [number, number][] = []
  let before = slope(start)
  for (let step = 1; step <= 24 || (before < 0 && step <= 120); step++) {
    const here = start + step * STEP
    const now = slope(here)
    if (before < 0 && now >= 0) found.push([here - STEP, here])
    before = now
  }
  return found
}
