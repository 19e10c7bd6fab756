import { logistic, softplus } from '../math/logit.ts'
import { findRoot } from '../math/search.ts'

/** Points and weights of Gauss–Hermite quadrature, for ∫ f(x)·exp(−x²) dx. */
export interface Quadrature {
  readonly points: Float64Array
  readonly weights: Float64Array
}

/**
 * Gauss–Hermite points and weights: zeros of the orthonormal Hermite polynomial, found between changes of sign.
 *
 * @param count 1–50
 * Source: Abramowitz & Stegun 25.4.46 and table 25.10.
 */
export function hermite(count: number): Quadrature {
  const value = (x: number): readonly [here: number, before: number] => {
    let before = 0
    let here = Math.PI ** -0.25
    for (let k = 1; k <= count; k++) {
      const next = x * Math.sqrt(2 / k) * here - Math.sqrt((k - 1) / k) * before
      before = here
      here = next
    }
    return [here, before]
  }
  // Neighbouring zeros lie at least π/√(2·50 + 1) apart.
  const zeros = count % 2 === 1 ? [0] : []
  const step = 0.05
  for (let low = step / 2; zeros.length < Math.ceil(count / 2); low += step) {
    if (value(low)[0] > 0 === value(low + step)[0] > 0) continue
    zeros.push(findRoot((x) => value(x)[0], low, low + step))
  }
  const points = [...zeros.filter((x) => x > 0).map((x) => -x), ...zeros].sort((a, b) => a - b)
  return {
    points: Float64Array.from(points),
    weights: Float64Array.from(points, (x) => 1 / (count * value(x)[1] ** 2)),
  }
}

/** What one stratum adds to the log-likelihood, and where its random effect is most likely. */
export interface StratumMode {
  /** The standardised random effect at its mode; u = σ·mode. */
  readonly mode: number
  /** 1 + n σ² p(1 − p): the curvature at the mode. */
  readonly curvature: number
}

/** Finds the mode of y(η + σv) − n·ln(1 + exp(η + σv)) − v²/2 in v. */
export function modeOf(n: number, y: number, eta: number, sigma: number, start: number): StratumMode {
  let v = start
  let curvature = 1
  for (let step = 0; step < 60; step++) {
    const p = logistic(eta + sigma * v)
    curvature = 1 + n * sigma * sigma * p * (1 - p)
    const slope = sigma * (y - n * p) - v
    // The slope's own curvature is at most 1 + nσ²/4: a damped step cannot overshoot without end.
    let move = slope / curvature
    const most = 2 / Math.max(sigma, 0.5)
    if (Math.abs(move) > most) move = Math.sign(move) * most
    v += move
    if (Math.abs(move) < 1e-11 * (1 + Math.abs(v))) break
  }
  return { mode: v, curvature }
}

/**
 * Log-likelihood of a stratum with its random intercept integrated out by adaptive Gauss–Hermite quadrature; one
 * point is Laplace's approximation. The binomial coefficient is left out.
 *
 * Source: Pinheiro & Bates (1995), JCGS 4; R lme4 `glmer(nAGQ =)`.
 */
export function stratumLogLikelihood(
  n: number,
  y: number,
  eta: number,
  sigma: number,
  at: StratumMode,
  { points, weights }: Quadrature,
): number {
  const height = (v: number) => y * (eta + sigma * v) - n * softplus(eta + sigma * v) - (v * v) / 2
  const top = height(at.mode)
  const spread = 1 / Math.sqrt(at.curvature)
  if (points.length === 1) return top + Math.log(spread)
  let sum = 0
  for (let k = 0; k < points.length; k++) {
    const x = points[k] ?? 0
    sum += (weights[k] ?? 0) * Math.exp(x * x + height(at.mode + Math.SQRT2 * spread * x) - top)
  }
  return top + Math.log((spread * sum) / Math.sqrt(Math.PI))
}
