const A = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
]
const B = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1,
]
const C = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
]
const D = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416]

function horner(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, c) => sum * x + c, 0)
}

/** Upper tail probability of the standard normal for x ≥ 0, by Lentz's continued fraction or the series. */
function upperTail(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  if (x < 3) {
    let term = x
    let sum = x
    for (let k = 1; Math.abs(term) > 1e-18 * Math.abs(sum) && k < 200; k++) {
      term *= (x * x) / (2 * k + 1)
      sum += term
    }
    return 0.5 - density * sum
  }
  return density / inverseMills(x)
}

/** Density over upper tail of the standard normal, for x ≥ 3. */
function inverseMills(x: number): number {
  let fraction = x
  for (let k = 120; k >= 1; k--) fraction = x + k / fraction
  return fraction
}

/** Upper tail of the standard normal: P(Z > x); R `pnorm(x, lower.tail = FALSE)`. */
export function normalUpper(x: number): number {
  return x < 0 ? 1 - upperTail(-x) : upperTail(x)
}

/** Two-sided p of a standard normal z. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * upperTail(Math.abs(z)))
}

/**
 * The quantile of the standard normal distribution.
 *
 * Acklam's rational approximation, then one Halley step against the exact distribution function: absolute
 * error below 1e-12 for probabilities between 1e-12 and 1 − 1e-12. Below 1e-100 Newton's steps on the logarithm of the
 * tail, which never leaves floating point. Source: R `qnorm`.
 *
 * @param probability strictly between 0 and 1; anything else throws a `RangeError`.
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`probability must lie strictly between 0 and 1, was ${probability}`)
  }
  if (probability > 0.5) return -normalQuantile(1 - probability)
  let x: number
  if (probability < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(probability))
    x = horner(C, q) / horner([...D, 1], q)
  } else {
    const q = probability - 0.5
    const r = q * q
    x = (horner(A, r) * q) / horner([...B, 1], r)
  }
  if (probability < 1e-100) return byLogarithm(probability, -x)
  for (let step = 0; step < 2; step++) {
    const error = upperTail(Math.max(0, -x)) - probability
    const u = error * Math.sqrt(2 * Math.PI) * Math.exp((x * x) / 2)
    x = Math.min(0, x - u / (1 + (x * u) / 2))
  }
  return x
}

/** The quantile of a far lower tail, from a first guess at its size. */
function byLogarithm(probability: number, guess: number): number {
  let size = guess
  for (let step = 0; step < 4; step++) {
    const slope = inverseMills(size)
    const logTail = -(size * size) / 2 - Math.log(2 * Math.PI) / 2 - Math.log(slope)
    size += (logTail - Math.log(probability)) / slope
  }
  return -size
}
