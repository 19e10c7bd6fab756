/** ln Γ(x) for x > 0: Stirling's series, shifted up to 15 where it holds to the last digits. */
export function logGamma(x: number): number {
  let shift = 0
  let y = x
  while (y < 15) {
    shift += Math.log(y)
    y += 1
  }
  const r = 1 / (y * y)
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / y
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift
}

export function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
}

const TINY = 1e-300
const MOST_STEPS = 100_000

/** Lentz's evaluation of b0 + a1/(b1 + a2/(b2 + …)); `term(i)` gives [a_i, b_i]. */
function continuedFraction(b0: number, term: (i: number) => readonly [number, number]): number {
  let value = b0 || TINY
  let c = value
  let d = 0
  for (let i = 1; i < MOST_STEPS; i++) {
    const [a, b] = term(i)
    d = 1 / (b + a * d || TINY)
    c = b + a / c || TINY
    const step = c * d
    value *= step
    if (Math.abs(step - 1) < 1e-16) break
  }
  return value
}

/**
 * Upper tail of the χ² distribution: P(X > x).
 *
 * Source: series and continued fraction of the incomplete gamma function (Abramowitz & Stegun 6.5); R `pchisq`.
 * @param x 0 or more
 * @param df degrees of freedom, above 0
 */
export function chiSquareUpper(x: number, df: number): number {
  const a = df / 2
  const half = x / 2
  if (half <= 0) return 1
  const front = Math.exp(a * Math.log(half) - half - logGamma(a))
  if (half < a + 1) {
    let term = 1 / a
    let sum = term
    for (let k = 1; k < MOST_STEPS && term > sum * 1e-17; k++) {
      term *= half / (a + k)
      sum += term
    }
    return Math.max(0, 1 - front * sum)
  }
  const fraction = continuedFraction(half + 1 - a, (i) => [-i * (i - a), half + 2 * i + 1 - a])
  return Math.min(1, front / fraction)
}

/**
 * The regularised incomplete beta function I_x(a, b): the distribution function of Beta(a, b).
 *
 * Source: Abramowitz & Stegun 26.5.8 by Lentz's method; R `pbeta`.
 * @param x 0–1
 * @param a above 0
 * @param b above 0
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a)
  const front = Math.exp(
    a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b) - Math.log(a),
  )
  const fraction = continuedFraction(1, (i) => {
    const m = Math.floor(i / 2)
    const even = i % 2 === 0
    const top = even ? m * (b - m) : -(a + m) * (a + b + m)
    return [(top * x) / ((a + i - 1) * (a + i)), 1]
  })
  return Math.min(1, front / fraction)
}
