import type { Random } from './random.ts'

/**
 * How many of `n` trials succeed: exact, and fast when there are many draws with different n and p.
 *
 * Below ten expected, by the waiting times between successes; else by Hörmann's transformed rejection.
 *
 * @param n whole, 0 or more
 * @param p 0–1
 * Sources: Devroye (1986) X.4.3 (second waiting time method); Hörmann (1993), J. Stat. Comput. Simul. 46 (BTRS).
 * @example binomialDraw(makeRandom(1), 10, 1) // 10
 */
export function binomialDraw(random: Random, n: number, p: number): number {
  if (n === 0 || p <= 0) return 0
  if (p >= 1) return n
  if (p > 0.5) return n - binomialDraw(random, n, 1 - p)
  return n * p < 10 ? byWaiting(random, n, p) : byRejection(random, n, p)
}

/** Counts the geometric gaps between successes that fit into n trials. */
function byWaiting(random: Random, n: number, p: number): number {
  const scale = Math.log1p(-p)
  let used = 0
  for (let successes = 0; ; successes++) {
    used += Math.floor(Math.log(1 - random.uniform()) / scale) + 1
    if (used > n) return successes
  }
}

function byRejection(random: Random, n: number, p: number): number {
  const odds = p / (1 - p)
  const spread = Math.sqrt(n * p * (1 - p))
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const centre = n * p + 0.5
  const quick = 0.92 - 4.2 / b
  const alpha = (2.83 + 5.1 / b) * spread
  const mode = Math.floor((n + 1) * p)
  for (;;) {
    const u = random.uniform() - 0.5
    const v = random.uniform()
    const edge = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / edge + b) * u + centre)
    if (!(k >= 0 && k <= n)) continue
    if (edge >= 0.07 && v <= quick) return k
    const height = Math.log((v * alpha) / (a / (edge * edge) + b))
    const limit =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) +
      (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
      (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1)) +
      tail(mode) +
      tail(n - mode) -
      tail(k) -
      tail(n - k)
    if (height <= limit) return k
  }
}

/** ln k! less Stirling's formula in k + 1: (k + ½)·ln(k + 1) − (k + 1) + ½·ln 2π. */
function tail(k: number): number {
  if (k < TAILS.length) return TAILS[k] ?? 0
  const x = k + 1
  const square = 1 / (x * x)
  return (1 / 12 - (1 / 360 - square / 1260) * square) / x
}

const TAILS = tailsBelow(20)

function tailsBelow(n: number): Float64Array {
  const tails = new Float64Array(n)
  let logFactorial = 0
  for (let k = 0; k < n; k++) {
    if (k > 0) logFactorial += Math.log(k)
    tails[k] = logFactorial - ((k + 0.5) * Math.log(k + 1) - (k + 1) + 0.5 * Math.log(2 * Math.PI))
  }
  return tails
}

/** Divides `n` over cells, with probabilities proportional to the weights, and writes them from `start` on. */
export function multinomialDraw(
  random: Random,
  n: number,
  weights: Float64Array,
  into: Float64Array,
  start = 0,
): void {
  let rest = 0
  for (let i = 0; i < weights.length; i++) rest += weights[i] ?? 0
  let left = n
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0
    const drawn = left === 0 || weight === 0 ? 0 : binomialDraw(random, left, weight / rest)
    into[start + i] = drawn
    left -= drawn
    rest -= weight
  }
}
