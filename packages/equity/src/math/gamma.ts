/** Where Stirling's series holds to the last digits. */
const FAR = 15
const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI)

/** What Stirling's formula leaves out: s(x) = ln Γ(x) − ((x − ½)·ln x − x + ½·ln 2π), for x > 0. */
function stirlingRest(x: number): number {
  let shifted = 0
  let y = x
  // s(y) − s(y + 1) = (y + ½)·ln(1 + 1/y) − 1.
  for (; y < FAR; y++) shifted += (y + 0.5) * Math.log1p(1 / y) - 1
  const r = 1 / (y * y)
  return shifted + (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / y
}

/** ln Γ(x) for x > 0: Stirling's series, shifted up to 15 where it holds to the last digits. */
export function logGamma(x: number): number {
  let shift = 0
  let y = x
  for (; y < FAR; y++) shift += Math.log(y)
  return (y - 0.5) * Math.log(y) - y + HALF_LOG_TWO_PI + stirlingRest(y) - shift
}

/**
 * k·ln(k/m) + m − k for k, m > 0: how far k lies from its mean m, without loss of digits where they are near.
 *
 * @param ahead m − k, which the caller may know to more digits than the difference of the two
 * Source: Loader (2000), Fast and Accurate Computation of Binomial Probabilities; R `bd0`.
 */
function deviance(k: number, m: number, ahead: number): number {
  const u = ahead / k
  if (Math.abs(u) > 0.3) return ahead - k * Math.log(m / k)
  // u − ln(1 + u) by v = u/(2 + u): ln(1 + u) = 2·atanh v and 2v = u − u·v.
  const v = u / (2 + u)
  const square = v * v
  let odd = 0
  for (let i = 25; i >= 3; i -= 2) odd = odd * square + 1 / i
  return k * (u * v - 2 * v * square * odd)
}

/** ln of the binomial probability of k successes of n; `k` and `n` may be 0, `p` strictly between 0 and 1. */
export function logBinomial(k: number, n: number, p: number): number {
  const failures = n - k
  if (k === 0) return n * Math.log1p(-p)
  if (failures === 0) return n * Math.log(p)
  const ahead = p * failures - (1 - p) * k
  return (
    0.5 * Math.log(n / k / failures) -
    HALF_LOG_TWO_PI +
    stirlingRest(n) -
    stirlingRest(k) -
    stirlingRest(failures) -
    deviance(k, n * p, ahead) -
    deviance(failures, n * (1 - p), -ahead)
  )
}

const TINY = 1e-300
const MOST_STEPS = 1_000_000

const notZero = (value: number) => (value === 0 ? TINY : value)

/**
 * Lentz's evaluation of b0 + a1/(b1 + a2/(b2 + …)); `term(i)` gives [a_i, b_i].
 *
 * @throws Error when a million steps are not enough, rather than give a wrong number
 */
function continuedFraction(b0: number, term: (i: number) => readonly [number, number]): number {
  let value = notZero(b0)
  let c = value
  let d = 0
  for (let i = 1; i < MOST_STEPS; i++) {
    const [a, b] = term(i)
    d = 1 / notZero(b + a * d)
    c = notZero(b + a / c)
    const step = c * d
    value *= step
    if (Math.abs(step - 1) <= Number.EPSILON) return value
  }
  throw new Error('a continued fraction did not converge')
}

/**
 * Upper tail of the χ² distribution: P(X > x).
 *
 * Source: series and continued fraction of the incomplete gamma function (Abramowitz & Stegun 6.5); R `pchisq`.
 * @param x 0 or more
 * @param df degrees of freedom, above 0
 * @throws Error when neither converges, which no degrees of freedom up to 1e9 are known to do
 */
export function chiSquareUpper(x: number, df: number): number {
  const a = df / 2
  const half = x / 2
  if (half <= 0) return 1
  if (half === Number.POSITIVE_INFINITY) return 0
  // half^a·e^(−half)/Γ(a)
  const front = Math.sqrt(a / (2 * Math.PI)) * Math.exp(-deviance(a, half, half - a) - stirlingRest(a))
  if (half < a + 1) {
    let term = 1 / a
    let sum = term
    for (let k = 1; term > sum * 1e-17; k++) {
      if (k === MOST_STEPS) throw new Error('the series of the incomplete gamma function did not converge')
      term *= half / (a + k)
      sum += term
    }
    return Math.max(0, 1 - front * sum)
  }
  if (front === 0) return 0
  const fraction = continuedFraction(half + 1 - a, (i) => [-i * (i - a), half + 2 * i + 1 - a])
  return Math.min(1, front / fraction)
}

/**
 * The regularised incomplete beta function I_x(a, b): the distribution function of Beta(a, b).
 *
 * Nine digits or more for a + b up to 1e9: the factor before the fraction is taken from Stirling's remainders and
 * the distance from the mean, so that no large logarithms are subtracted.
 *
 * Source: DiDonato & Morris (1992), ACM TOMS 18, `BFRAC`, by Lentz's method; Loader (2000) for the factor; R `pbeta`.
 * @param x 0–1
 * @param a above 0
 * @param b above 0
 * @param y 1 − x, for callers that know it to more digits
 * @throws Error when the fraction does not converge, which no a + b up to 1e9 is known to do
 */
export function betaCdf(x: number, a: number, b: number, y = 1 - x): number {
  if (x <= 0) return 0
  if (y <= 0) return 1
  return x > (a + 1) / (a + b + 2) ? 1 - betaBelow(y, x, b, a) : betaBelow(x, y, a, b)
}

/** I_x(a, b) for x at or below about its mean, by the even part of the fraction, which knows that distance itself. */
function betaBelow(x: number, y: number, a: number, b: number): number {
  const n = a + b
  const below = y * a - x * b
  const away = deviance(a, n * x, -below) + deviance(b, n * y, below)
  // x^a·y^b / B(a, b)
  const front =
    Math.sqrt((a / n) * (b / (2 * Math.PI))) *
    Math.exp(stirlingRest(n) - stirlingRest(a) - stirlingRest(b) - away)
  if (front === 0) return 0
  const fraction = continuedFraction(((below + 1) * a) / (a + 1), (m) => {
    const odd = a + 2 * m - 1
    const rest = m * (b - m) * x
    return [
      ((a + m - 1) / odd) * ((n + m - 1) / odd) * rest * x,
      m + rest / odd + ((a + m) / (odd + 2)) * (below + 1 + m * (1 + y)),
    ]
  })
  return Math.min(1, front / fraction)
}
