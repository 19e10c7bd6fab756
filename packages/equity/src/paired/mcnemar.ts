import { betaCdf } from '../math/gamma.ts'
import { checkCounts } from '../rates/trials.ts'

export interface McNemar {
  /** Exact, two-sided, 0–1. */
  readonly p: number
  /** Half the chance of the observed split taken off: less cautious, closer to its level. */
  readonly midP: number
}

/**
 * McNemar's exact test of paired yes/no answers: whether those that changed did so evenly both ways.
 *
 * Given how many changed, the gained are binomial with chance ½: p = min(1, 2·P(X ≤ smaller)). Mid-p takes off half the
 * probability of the outcomes that are exactly as far out. Those that did not change do not count.
 *
 * @param gained pairs that went from wrong (no) to right (yes); whole, 0 or more
 * @param lost pairs that went the other way; at most 1e9 together
 * @returns 1 when nothing changed
 * @throws RangeError naming a count that is not whole or negative, and for more than 1e9 together
 *
 * Source: McNemar (1947), Psychometrika 12; Fagerland, Lydersen & Laake (2013), BMC Med. Res. Methodol. 13;
 * R `binom.test(gained, gained + lost)`.
 * @example mcnemarExact(7, 1) // p 0.0703125, midP 0.0390625
 */
export function mcnemarExact(gained: number, lost: number): McNemar {
  checkCounts({ gained, lost })
  const n = gained + lost
  if (n === 0) return { p: 1, midP: 1 }
  const smaller = Math.min(gained, lost)
  const upTo = (k: number) => (k < 0 ? 0 : betaCdf(0.5, n - k, k + 1))
  const below = upTo(smaller - 1)
  if (gained === lost) return { p: 1, midP: 0.5 + below }
  const tail = upTo(smaller)
  return { p: Math.min(1, 2 * tail), midP: Math.min(1, tail + below) }
}
