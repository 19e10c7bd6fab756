import { makeRandom } from '../math/random.ts'

/** A difference between two sets of units, judged by all ways in which the set could have been chosen. */
export interface PermutationTest {
  /** Two-sided: share of assignments with a difference at least as large. */
  readonly p: number
  /** The least p there can be with so many units; 1 / number of assignments, twice that for two equal halves. */
  readonly smallestP: number
  /** Interval by inversion of the test; `null`: without bound, since too few assignments exist. */
  readonly low: number | null
  readonly high: number | null
  /** Assignments looked at, the actual one among them. */
  readonly assignments: number
  /** Whether they are all there are. */
  readonly exact: boolean
}

export interface PermutationOptions {
  /** Assignments drawn when there are more than `MOST_EXACT`. */
  readonly draws: number
  readonly seed: number
  readonly confidence: number
}

const MOST_EXACT = 50_000

/**
 * Tests the difference in mean between chosen and other units by permutation of who is chosen.
 *
 * The hypothesis of a constant shift τ takes τ off the chosen and permutes. Assignment S is at least as far out
 * as the actual one exactly where τ lies between (δ − δ_S)/(1 − a) and (δ + δ_S)/(1 + a), with δ_S its difference
 * and a its overlap j/k − (k − j)/(n − k): so the interval is read off sorted ends, without a search.
 *
 * @param figures one for each unit
 * @param chosen places of the chosen units: at least one, and fewer than all
 * Source: Fisher (1935); inversion: Rosenbaum (2002), Observational Studies, ch. 2.
 * @example permuteUnits([5, 1, 1.1, 0.9], [0], { draws: 999, seed: 1, confidence: 0.95 }) // p 0.25
 */
export function permuteUnits(
  figures: readonly number[],
  chosen: readonly number[],
  { draws, seed, confidence }: PermutationOptions,
): PermutationTest {
  const n = figures.length
  const k = chosen.length
  const total = figures.reduce((sum, value) => sum + value, 0)
  const differenceOf = (sum: number) => sum / k - (total - sum) / (n - k)
  const isChosen = new Uint8Array(n)
  for (const i of chosen) isChosen[i] = 1
  const difference = differenceOf(chosen.reduce((sum, i) => sum + (figures[i] ?? 0), 0))
  const tolerance = 1e-12 * figures.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const lows: number[] = []
  const highs: number[] = []
  let extreme = 0
  const judge = (set: ArrayLike<number>) => {
    let sum = 0
    let overlap = 0
    for (let i = 0; i < k; i++) {
      const unit = set[i] ?? 0
      sum += figures[unit] ?? 0
      overlap += isChosen[unit] ?? 0
    }
    const other = differenceOf(sum)
    if (Math.abs(other) >= Math.abs(difference) - tolerance) extreme++
    const a = overlap / k - (k - overlap) / (n - k)
    const unbounded = overlap === k || (overlap === 0 && 2 * k === n)
    const ends = [(difference - other) / (1 - a), (difference + other) / (1 + a)]
    lows.push(unbounded ? Number.NEGATIVE_INFINITY : Math.min(...ends))
    highs.push(unbounded ? Number.POSITIVE_INFINITY : Math.max(...ends))
  }
  const all = choose(n, k)
  const exact = all <= MOST_EXACT
  if (exact) eachSet(n, k, judge)
  else {
    judge(chosen)
    drawSets(n, k, draws, seed, judge)
  }
  const assignments = highs.length
  const outside = Math.floor((1 - confidence) * assignments + 1e-9)
  const low = lows.sort((x, y) => x - y)[outside] ?? Number.NEGATIVE_INFINITY
  const high = highs.sort((x, y) => y - x)[outside] ?? Number.POSITIVE_INFINITY
  return {
    p: extreme / assignments,
    smallestP: exact ? (2 * k === n ? 2 : 1) / all : 1 / assignments,
    low: Number.isFinite(low) ? low : null,
    high: Number.isFinite(high) ? high : null,
    assignments,
    exact,
  }
}

function choose(n: number, k: number): number {
  let ways = 1
  for (let i = 1; i <= Math.min(k, n - k); i++) ways = (ways * (n - i + 1)) / i
  return Math.round(ways)
}

/** Every set of k among n, in order. */
function eachSet(n: number, k: number, visit: (set: ArrayLike<number>) => void): void {
  const set = Uint32Array.from({ length: k }, (_, i) => i)
  for (;;) {
    visit(set)
    let at = k - 1
    while (at >= 0 && set[at] === n - k + at) at--
    if (at < 0) return
    const value = (set[at] ?? 0) + 1
    for (let i = at; i < k; i++) set[i] = value + i - at
  }
}

/** Random sets of k among n, by the first k steps of a shuffle. */
function drawSets(
  n: number,
  k: number,
  draws: number,
  seed: number,
  visit: (set: ArrayLike<number>) => void,
): void {
  const random = makeRandom(seed)
  const order = Uint32Array.from({ length: n }, (_, i) => i)
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < k; i++) {
      const j = i + random.below(n - i)
      const kept = order[i] ?? 0
      order[i] = order[j] ?? 0
      order[j] = kept
    }
    visit(order)
  }
}
