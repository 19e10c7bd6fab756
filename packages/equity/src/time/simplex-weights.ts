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
  const width = target.length
  // Donor by donor, the distance in each period.
  const distances = new Float64Array(n * width)
  let trace = 0
  for (const [j, values] of donors.entries()) {
    for (const [t, value] of target.entries()) {
      const distance = value - (values[t] ?? 0)
      distances[j * width + t] = distance
      trace += distance * distance
    }
  }
  if (trace === 0) return new Float64Array(n).fill(1 / n)
  // A common scale, so that thresholds need none.
  const scale = Math.sqrt(n / trace)
  for (let at = 0; at < distances.length; at++) distances[at] = (distances[at] ?? 0) * scale
  return nearestInHull({ distances, n, width })
}

/** Distances of n donors in `width` periods; the objective is ‖Σ w_j·d_j‖² + RIDGE·‖w‖². */
interface Hull {
  readonly distances: Float64Array
  readonly n: number
  readonly width: number
}

function nearestInHull(hull: Hull): Float64Array | null {
  const { n } = hull
  const weights = startOf(hull)
  let active: readonly number[] = placesOf(weights)
  let before = Number.POSITIVE_INFINITY
  for (let round = 0; round < 50 * (n + 1); round++) {
    const gradient = gradientOf(hull, active, weights)
    const level = active.reduce((sum, i) => sum + (weights[i] ?? 0) * (gradient[i] ?? 0), 0)
    // What no longer falls has reached the last digits.
    if (level >= before) return weights
    before = level
    const isActive = new Uint8Array(n)
    for (const i of active) isActive[i] = 1
    let next = -1
    for (let i = 0; i < n; i++) {
      if (!isActive[i] && (gradient[i] ?? 0) < (next < 0 ? level : (gradient[next] ?? 0))) next = i
    }
    if (next < 0 || (gradient[next] ?? 0) > level - 1e-13) return weights
    const settled = settle(hull, [...active, next], weights)
    if (settled === null) return null
    active = settled
  }
  return null
}

/** All on the donor that lies nearest. */
function startOf({ distances, n, width }: Hull): Float64Array {
  let nearest = 0
  let least = Number.POSITIVE_INFINITY
  for (let j = 0; j < n; j++) {
    let square = 0
    for (let at = j * width; at < (j + 1) * width; at++) square += (distances[at] ?? 0) ** 2
    if (square < least) {
      least = square
      nearest = j
    }
  }
  const weights = new Float64Array(n)
  weights[nearest] = 1
  return weights
}

function placesOf(weights: Float64Array): number[] {
  return Array.from(weights.keys()).filter((i) => (weights[i] ?? 0) > 0)
}

/** Half the gradient: d_j·r + RIDGE·w_j with r the residual. */
function gradientOf(
  { distances, n, width }: Hull,
  active: readonly number[],
  weights: Float64Array,
): Float64Array {
  const residual = new Float64Array(width)
  for (const j of active) {
    const weight = weights[j] ?? 0
    for (let t = 0; t < width; t++)
      residual[t] = (residual[t] ?? 0) + weight * (distances[j * width + t] ?? 0)
  }
  const gradient = new Float64Array(n)
  for (let j = 0; j < n; j++) {
    let sum = RIDGE * (weights[j] ?? 0)
    for (let t = 0; t < width; t++) sum += (residual[t] ?? 0) * (distances[j * width + t] ?? 0)
    gradient[j] = sum
  }
  return gradient
}

/** Moves to the best point of the active donors, dropping those that would fall below 0. */
function settle(hull: Hull, start: readonly number[], weights: Float64Array): readonly number[] | null {
  let active = start
  for (;;) {
    const best = bestOf(hull, active)
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
    const kept: number[] = []
    for (const i of active) {
      if ((weights[i] ?? 0) > 1e-15) kept.push(i)
      else weights[i] = 0
    }
    if (kept.length === active.length || kept.length === 0) return null
    active = kept
  }
}

/** The minimum over the plane where the active weights sum to 1: (DD' + RIDGE)⁻¹1 scaled. */
function bestOf(hull: Hull, active: readonly number[]): Float64Array | null {
  const solution = active.length > 2 * hull.width ? byPeriods(hull, active) : null
  const found = solution ?? byDonors(hull, active)
  if (found === null) return null
  const sum = found.reduce((all, value) => all + value, 0)
  return found.map((value) => value / sum)
}

/** By a system as wide as there are active donors. */
function byDonors({ distances, width }: Hull, active: readonly number[]): Float64Array | null {
  const m = active.length
  const values = new Float64Array(m * m)
  active.forEach((i, row) => {
    for (let column = 0; column <= row; column++) {
      const j = active[column] ?? 0
      let sum = row === column ? RIDGE : 0
      for (let t = 0; t < width; t++) sum += (distances[i * width + t] ?? 0) * (distances[j * width + t] ?? 0)
      values[row * m + column] = sum
      values[column * m + row] = sum
    }
  })
  const factor = cholesky({ n: m, values }, 0)
  if (!factor.ok) return null
  const solution = new Float64Array(m).fill(1)
  solveInPlace(factor, solution)
  return solution
}

/**
 * The same by a system as wide as there are periods, for many donors: RIDGE·(DD' + RIDGE)⁻¹1 = 1 − D(D'D + RIDGE)⁻¹D'1.
 * `null` where that difference would lose digits: the 1 is then nearly all in the periods.
 */
function byPeriods({ distances, width }: Hull, active: readonly number[]): Float64Array | null {
  const values = new Float64Array(width * width)
  const sums = new Float64Array(width)
  for (const j of active) {
    const start = j * width
    for (let t = 0; t < width; t++) {
      const own = distances[start + t] ?? 0
      sums[t] = (sums[t] ?? 0) + own
      for (let s = 0; s <= t; s++) {
        values[t * width + s] = (values[t * width + s] ?? 0) + own * (distances[start + s] ?? 0)
      }
    }
  }
  for (let t = 0; t < width; t++) {
    values[t * width + t] = (values[t * width + t] ?? 0) + RIDGE
    for (let s = 0; s < t; s++) values[s * width + t] = values[t * width + s] ?? 0
  }
  const factor = cholesky({ n: width, values }, 0)
  if (!factor.ok) return null
  solveInPlace(factor, sums)
  let total = 0
  const solution = Float64Array.from(active, (j) => {
    let value = 1
    for (let t = 0; t < width; t++) value -= (distances[j * width + t] ?? 0) * (sums[t] ?? 0)
    total += value
    return value
  })
  return total > 1e-3 * active.length ? solution : null
}
