import { modeOf, type Quadrature, type StratumMode, stratumLogLikelihood } from './stratum-likelihood.ts'

/** Strata of a logistic model with a random intercept per stratum. */
export interface LogisticData {
  readonly n: Float64Array
  readonly successes: Float64Array
  /** Strata × columns. */
  readonly design: Float64Array
  readonly columns: number
}

/** Slope and negative curvature of the log-likelihood in (coefficients, ln σ). */
export interface Slopes {
  readonly size: number
  readonly slope: Float64Array
  /** size × size; the lower triangle is filled. */
  readonly curvature: Float64Array
}

/** Step of the differences: their error, h²/6 of the third derivative, stays below 1e-6 of a standard error. */
const STEP = 1e-3

/** The log-likelihood of all strata as a function of the coefficients and σ. */
export function makeSurface({ n, successes, design, columns }: LogisticData, quadrature: Quadrature) {
  const strata = n.length
  // The last mode of each stratum is where the next search starts.
  const modes = new Float64Array(strata)
  const eta = (row: number, coefficients: Float64Array): number => {
    let sum = 0
    for (let a = 0; a < columns; a++) sum += (design[row * columns + a] ?? 0) * (coefficients[a] ?? 0)
    return sum
  }
  const mode = (row: number, linear: number, sigma: number): StratumMode => {
    const found = modeOf(n[row] ?? 0, successes[row] ?? 0, linear, sigma, modes[row] ?? 0)
    modes[row] = found.mode
    return found
  }
  const stratum = (row: number, linear: number, sigma: number): number => {
    const at = mode(row, linear, sigma)
    return stratumLogLikelihood(n[row] ?? 0, successes[row] ?? 0, linear, sigma, at, quadrature)
  }
  const value = (coefficients: Float64Array, sigma: number): number => {
    let sum = 0
    for (let row = 0; row < strata; row++) sum += stratum(row, eta(row, coefficients), sigma)
    return sum
  }
  /** Each stratum depends on two numbers, η and ln σ: differences in these, then the chain rule. */
  const slopes = (coefficients: Float64Array, sigma: number): Slopes => {
    const size = columns + 1
    const slope = new Float64Array(size)
    const curvature = new Float64Array(size * size)
    const wider = sigma * Math.exp(STEP)
    const narrower = sigma * Math.exp(-STEP)
    const last = columns * size
    const add = (into: Float64Array, at: number, amount: number) => {
      into[at] = (into[at] ?? 0) + amount
    }
    for (let row = 0; row < strata; row++) {
      const linear = eta(row, coefficients)
      const here = stratum(row, linear, sigma)
      const up = stratum(row, linear + STEP, sigma)
      const down = stratum(row, linear - STEP, sigma)
      const wide = stratum(row, linear, wider)
      const narrow = stratum(row, linear, narrower)
      const cross =
        (stratum(row, linear + STEP, wider) -
          stratum(row, linear - STEP, wider) -
          stratum(row, linear + STEP, narrower) +
          stratum(row, linear - STEP, narrower)) /
        (4 * STEP * STEP)
      const bend = (up - 2 * here + down) / (STEP * STEP)
      for (let a = 0; a < columns; a++) {
        const x = design[row * columns + a] ?? 0
        if (x === 0) continue
        add(slope, a, (x * (up - down)) / (2 * STEP))
        for (let c = 0; c <= a; c++)
          add(curvature, a * size + c, -x * (design[row * columns + c] ?? 0) * bend)
        add(curvature, last + a, -x * cross)
      }
      add(slope, columns, (wide - narrow) / (2 * STEP))
      add(curvature, last + columns, -(wide - 2 * here + narrow) / (STEP * STEP))
    }
    return { size, slope, curvature }
  }
  return { eta, mode, value, slopes }
}
