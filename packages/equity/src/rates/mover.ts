import type { Interval } from './interval.ts'

/** One independent estimate in a sum: added or taken away. */
export interface SignedEstimate {
  readonly sign: 1 | -1
  readonly value: number
  readonly interval: Interval
}

/**
 * The interval of a sum of independent estimates from the interval of each (MOVER, "square and add").
 *
 * low = θ − √Σ(distance to the limit that lowers θ)², high likewise, θ = Σ sign·value. With two proportions and
 * Wilson's intervals this is Newcombe's method 10.
 *
 * Source: Zou & Donner (2008), Statistics in Medicine 27, eq. 7.
 */
export function combineIntervals(terms: readonly SignedEstimate[]): Interval {
  let centre = 0
  let below = 0
  let above = 0
  for (const { sign, value, interval } of terms) {
    const down = value - interval.low
    const up = interval.high - value
    centre += sign * value
    below += (sign > 0 ? down : up) ** 2
    above += (sign > 0 ? up : down) ** 2
  }
  return { low: centre - Math.sqrt(below), high: centre + Math.sqrt(above) }
}
