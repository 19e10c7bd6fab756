import { cholesky, solveInPlace } from '../math/linear.ts'

/** Keeps weights unique where several fit as well: this much of the mean donor's squared distance. */
const RIDGE = 1e-9

/**
 * Weights, 0 or more with sum 1, of the mixture of donors that comes closest to a target: min ‖target − Σ w_j·x_j‖².
 *
 * Since weights sum to 1 the residual is Σ w_j·(target − x_j), so this is the point nearest to 0 in the hull of
 * the distances, found by an active-set method that ends at the exact solution. A ridge of 1e-9 picks the most
 * even weights where several are as good.
 *
 * @param target values to be met, and `donors` the same values of each donor; at least one donor
 * @returns one weight for each donor, or `null` when the search did not end
 * Source: Lawson & Hanson (1974) ch. 23, with the sum as an equality; Wolfe (1976), Math. Program. 11.
 */
export function simplexWeights(
  target: readonly number[],
  donors: readonly (readonly number[])[],
): Float64Array | null {
  const n = donors.length
  const distances = donors.map((values) => target.map((value, t) => value - (values[t] ?? 0)))
  const gram = new Float64Array(n * n)
  let trace = 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      gram[i * n + j] = (distances[i] ?? []).reduce((sum, d, t) => sum + d * (distances[j]?.[t] ?? 0), 0)
    }
    trace += gram[i * n + i] ?? 0
  }
  if (trace === 0) return new Float64Array(n).fill(1 / n)
  // A common scale, so that thresholds need none.
  for (let at = 0; at < gram.length; at++) gram[at] = ((gram[at] ?? 0) * n) / trace
  for (let i = 0; i < n; i++) gram[i * n + i] = (gram[i * n + i] ?? 0) + RIDGE
  return nearestInHull(gram, n)
}

/** min w'Gw over the simplex, G positive definite. */
function nearestInHull(gram: Float64Array, n: number): Float64Array | null {
  const diagonal = Array.from({ length: n }, (_, i) => gram[i * n + i] ?? 0)
  let active = [diagonal.indexOf(Math.min(...diagonal))]
  const weights = new Float64Array(n)
  weights[active[0] ?? 0] = 1
  let before = Number.POSITIVE_INFINITY
  for (let round = 0; round < 50 * (n + 1); round++) {
    const gradient = Array.from({ length: n }, (_, i) =>
      weights.reduce((sum, w, j) => sum + w * (gram[i * n + j] ?? 0), 0),
    )
    const level = weights.reduce((sum, w, i) => sum + w * (gradient[i] ?? 0), 0)
    // What no longer falls has reached the last digits.
    if (level >= before) return weights
    before = level
    const next = gradient.reduce(
      (best, g, i) => (!active.includes(i) && g < (gradient[best] ?? level) ? i : best),
      -1,
    )
    if (next < 0 || (gradient[next] ?? 0) > level - 1e-13) return weights
    active.push(next)
    const settled = settle(gram, n, active, weights)
    if (settled === null) return null
    active = settled
  }
  return null
}

/** Moves to the best point of the active donors, dropping those that would fall below 0. */
function settle(
  gram: Float64Array,
  n: number,
  start: readonly number[],
  weights: Float64Array,
): number[] | null {
  let active = [...start]
  for (;;) {
    const best = bestOf(gram, n, active)
    if (best === null) return null
    let step = 1
    active.forEach((i, at) => {
      const now = weights[i] ?? 0
      const then = best[at] ?? 0
      if (then < 0) step = Math.min(step, now / (now - then))
    })
    active.forEach((i, at) => {
      const now = weights[i] ?? 0
      weights[i] = now + step * ((best[at] ?? 0) - now)
    })
    if (step === 1) return active
    const kept = active.filter((i) => (weights[i] ?? 0) > 1e-15)
    for (const i of active) if (!kept.includes(i)) weights[i] = 0
    if (kept.length === active.length || kept.length === 0) return null
    active = kept
  }
}

/** The minimum over the plane where the active weights sum to 1: G⁻¹1 scaled. */
function bestOf(gram: Float64Array, n: number, active: readonly number[]): Float64Array | null {
  const m = active.length
  const values = Float64Array.from({ length: m * m }, (_, at) => {
    const i = active[Math.floor(at / m)] ?? 0
    return gram[i * n + (active[at % m] ?? 0)] ?? 0
  })
  const factor = cholesky({ n: m, values }, 0)
  if (!factor.ok) return null
  const solution = new Float64Array(m).fill(1)
  solveInPlace(factor, solution)
  const sum = solution.reduce((all, value) => all + value, 0)
  return solution.map((value) => value / sum)
}
