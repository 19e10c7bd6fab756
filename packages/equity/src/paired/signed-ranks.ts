/** Differences ranked by size as Pratt did: zeros get ranks too, which are then dropped. */
export interface SignedRanks {
  /** All differences, zeros among them. */
  readonly n: number
  readonly zeros: number
  /** Twice the mid-rank of each difference that is not zero: whole numbers. */
  readonly doubled: Int32Array
  /** The sign of each, 1 or −1, in the same order. */
  readonly signs: Int8Array
}

/** Differences this much smaller than the largest count as nothing, so that 0.3 − 0.1 ties with 0.4 − 0.2. */
const SLACK = 1e-10

export function signedRanks(differences: ArrayLike<number>): SignedRanks {
  const n = differences.length
  const sorted = Float64Array.from(differences).sort((x, y) => Math.abs(x) - Math.abs(y))
  const slack = SLACK * Math.abs(sorted[n - 1] ?? 0)
  const sizeAt = (i: number) => Math.abs(sorted[i] ?? Number.POSITIVE_INFINITY)
  let zeros = 0
  while (zeros < n && sizeAt(zeros) <= slack) zeros++
  const doubled = new Int32Array(n - zeros)
  const signs = Int8Array.from(sorted.subarray(zeros), Math.sign)
  for (let first = zeros; first < n; ) {
    let next = first + 1
    while (next < n && sizeAt(next) - sizeAt(first) <= slack) next++
    // The mean of the ranks first + 1 … next, doubled.
    doubled.fill(first + 1 + next, first - zeros, next - zeros)
    first = next
  }
  return { n, zeros, doubled, signs }
}

/**
 * The distribution of a sum of doubled ranks when every sign is + or − with the same chance: probabilities of
 * 0 … their total. Exact in all digits up to 53 ranks, since each step halves.
 */
export function signFlipDistribution(doubled: Int32Array): Float64Array {
  const total = doubled.reduce((sum, rank) => sum + rank, 0)
  const chances = new Float64Array(total + 1)
  chances[0] = 1
  let reach = 0
  for (const rank of doubled) {
    reach += rank
    for (let sum = reach; sum >= 0; sum--) {
      const without = chances[sum] ?? 0
      const withRank = sum >= rank ? (chances[sum - rank] ?? 0) : 0
      chances[sum] = (without + withRank) / 2
    }
  }
  return chances
}

/** Up to so many ranks the exact distribution is used; above, the normal approximation. */
export const EXACT_UP_TO = 200

/** Thousands of zeros under the ranks would make the exact distribution long: a hundred million steps are enough. */
const MOST_STEPS = 1e8

export function isExact(doubled: Int32Array): boolean {
  const total = doubled.reduce((sum, rank) => sum + rank, 0)
  return doubled.length <= EXACT_UP_TO && doubled.length * total <= MOST_STEPS
}
