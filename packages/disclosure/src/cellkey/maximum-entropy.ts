/** A distribution over whole numbers, with what was reached. */
export interface Distribution {
  /** Ascending. */
  readonly values: readonly number[]
  readonly probabilities: readonly number[]
  readonly variance: number
}

/**
 * The distribution of greatest entropy over given values, with mean 0 and a variance of at most `mostVariance`.
 *
 * p(v) ∝ exp(αv + βv²) with β ≤ 0. Where the mean alone (β = 0) already keeps the variance below the limit, more
 * variance would lower the entropy and make the ends likelier than the middle, so it is not sought. Where even the
 * two values next to 0 vary more than the limit, those two are the answer: nothing with mean 0 varies less.
 * Newton on the convex dual log Σ exp(α v + β (v² − V)), halving steps that do not descend.
 *
 * Source: Marley, J. and Leaver, V. (2011), A method for confidentialising user-defined tables; Giessing, S. (2016),
 * Computational issues in the design of transition probabilities and disclosure risk estimation for additive noise.
 *
 * @param values distinct whole numbers, ascending; either 0 is one of them, or some are below and some above
 * @param mostVariance above 0
 * @throws RangeError when no mean of 0 exists
 * @example maximumEntropy([-1, 0, 1], 0.5).probabilities // [0.25, 0.5, 0.25]
 */
export function maximumEntropy(values: readonly number[], mostVariance: number): Distribution {
  const least = leastVariance(values)
  if (mostVariance <= least.variance) return least
  const free = solve(values, null)
  return free.variance <= mostVariance ? free : solve(values, mostVariance)
}

/** All at 0, or at the two values next to 0: for p(a) = b/(b − a), p(b) = −a/(b − a) the variance is −ab. */
function leastVariance(values: readonly number[]): Distribution {
  if (values.includes(0)) return { values: [0], probabilities: [1], variance: 0 }
  const below = values.findLast((v) => v < 0)
  const above = values.find((v) => v > 0)
  if (below === undefined || above === undefined) throw new RangeError('no mean of 0 over these values')
  const width = above - below
  return {
    values: [below, above],
    probabilities: [above / width, -below / width],
    variance: -below * above,
  }
}

/** With `variance` null the mean alone is held. Otherwise at least three values, and a variance that can be. */
function solve(values: readonly number[], variance: number | null): Distribution {
  let at = momentsOf(values, 0, 0, variance ?? 0)
  // Near the optimum the dual no longer tells points apart, but full steps still double the digits.
  for (let fullSteps = 0; fullSteps < 4; ) {
    const { mean, excess, vv, vq, qq } = at
    const determinant = vv * qq - vq * vq
    const stepA = variance === null ? -mean / vv : (-mean * qq + excess * vq) / determinant
    const stepB = variance === null ? 0 : (-excess * vv + mean * vq) / determinant
    if (!Number.isFinite(stepA) || !Number.isFinite(stepB)) break
    const promised = -mean * stepA - excess * stepB
    let size = 1
    let next = momentsOf(values, at.a + stepA, at.b + stepB, variance ?? 0)
    if (promised < 1e-9) fullSteps++
    else {
      while (next.dual > at.dual - 1e-4 * size * promised && size > 1e-9) {
        size /= 2
        next = momentsOf(values, at.a + size * stepA, at.b + size * stepB, variance ?? 0)
      }
      if (size <= 1e-9) break
    }
    at = next
  }
  const reached = at.probabilities.reduce((sum, p, k) => sum + p * (values[k] ?? 0) ** 2, 0)
  return { values, probabilities: at.probabilities, variance: reached }
}

/** The dual at (a, b), its gradient (mean, excess of variance) and its second derivatives. */
function momentsOf(values: readonly number[], a: number, b: number, variance: number) {
  const exponents = values.map((v) => a * v + b * (v * v - variance))
  const top = Math.max(...exponents)
  const weights = exponents.map((e) => Math.exp(e - top))
  const total = weights.reduce((sum, w) => sum + w, 0)
  const probabilities = weights.map((w) => w / total)
  const average = (of: (v: number) => number) =>
    probabilities.reduce((sum, p, k) => sum + p * of(values[k] ?? 0), 0)
  const mean = average((v) => v)
  const excess = average((v) => v * v - variance)
  return {
    a,
    b,
    probabilities,
    mean,
    excess,
    dual: top + Math.log(total),
    vv: average((v) => (v - mean) ** 2),
    vq: average((v) => (v - mean) * (v * v - variance - excess)),
    qq: average((v) => (v * v - variance - excess) ** 2),
  }
}
