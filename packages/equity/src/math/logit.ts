import { cholesky, inverse, solveInPlace } from './linear.ts'

/** Rows, or groups of equal rows, of a logistic regression. */
export interface LogitData {
  /** Trials or weights, above 0. */
  readonly n: Float64Array
  /** 0 … n. */
  readonly successes: Float64Array
  /** Rows × columns, the intercept's 1 included. */
  readonly design: Float64Array
  readonly columns: number
}

export interface LogitFit {
  readonly coefficients: Float64Array
  /** Inverse information, columns × columns. */
  readonly covariance: Float64Array
  /** Without binomial coefficients. */
  readonly logLikelihood: number
}

export type LogitFailure =
  | { readonly failed: 'dependent'; readonly column: number }
  | { readonly failed: 'separated'; readonly column: number }
  | { readonly failed: 'not-converged' }

/** Beyond this, on the log-odds scale of columns of size 1, a coefficient is on its way to infinity. */
export const FAR = 15

export function logistic(eta: number): number {
  return 1 / (1 + Math.exp(-eta))
}

/** ln(1 + eˣ) without overflow. */
export function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))
}

/** Which coefficient is farthest from 0. */
export function farthest(coefficients: Float64Array): number {
  let at = 0
  coefficients.forEach((c, a) => {
    if (!(Math.abs(c) <= Math.abs(coefficients[at] ?? 0))) at = a
  })
  return at
}

/**
 * Logistic regression by iteratively reweighted least squares.
 *
 * Columns should be of size about 1, so that a coefficient beyond `FAR` tells of separation.
 * Source: McCullagh & Nelder (1989), Generalized Linear Models, ch. 4; R `glm(family = binomial)`.
 */
export function fitLogit({ n, successes, design, columns }: LogitData): LogitFit | LogitFailure {
  const coefficients = new Float64Array(columns)
  const cross = new Float64Array(columns * columns)
  const move = new Float64Array(columns)
  const weight = Math.max(
    1,
    n.reduce((sum, size) => sum + size, 0),
  )
  for (let step = 0; step < 60; step++) {
    cross.fill(0)
    move.fill(0)
    let value = 0
    for (let row = 0; row < n.length; row++) {
      const size = n[row] ?? 0
      if (size === 0) continue
      const x = row * columns
      let eta = 0
      for (let a = 0; a < columns; a++) eta += (design[x + a] ?? 0) * (coefficients[a] ?? 0)
      const y = successes[row] ?? 0
      const p = logistic(eta)
      value += y * eta - size * softplus(eta)
      const spread = size * p * (1 - p)
      for (let a = 0; a < columns; a++) {
        const xa = design[x + a] ?? 0
        if (xa === 0) continue
        move[a] = (move[a] ?? 0) + xa * (y - size * p)
        const at = a * columns
        for (let c = 0; c <= a; c++) cross[at + c] = (cross[at + c] ?? 0) + xa * spread * (design[x + c] ?? 0)
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
    for (let a = 0; a < columns; a++) coefficients[a] = (coefficients[a] ?? 0) + (move[a] ?? 0)
    if (coefficients.some((c) => !(Math.abs(c) < FAR)))
      return { failed: 'separated', column: farthest(coefficients) }
    // Newton's steps square the error: after this one nothing is left of it.
    if (gain < 1e-12 * weight) {
      return { coefficients, covariance: inverse(factor).values, logLikelihood: value + gain / 2 }
    }
  }
  return { failed: 'not-converged' }
}
