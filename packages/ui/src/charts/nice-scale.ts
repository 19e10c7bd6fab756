interface NiceScale {
  readonly low: number
  readonly high: number
  /** Round numbers from `low` to `high`, ascending. */
  readonly ticks: readonly number[]
  /** The fewest decimals that write every tick as it is, so that no two read alike. */
  readonly decimals: number
}

const MOST_DECIMALS = 15

function decimalsFor(ticks: readonly number[]): number {
  const exact = (digits: number) => ticks.every((tick) => Number(tick.toFixed(digits)) === tick)
  let digits = 0
  while (digits < MOST_DECIMALS && !exact(digits)) digits += 1
  return digits
}

/**
 * An axis that covers all figures and begins and ends at round numbers: steps of 1, 2, 2.5 or 5 times a power of ten.
 * @param values null and what is not finite is left out; no figures at all give 0 to 1
 * @param about steps wished for; the axis has up to about twice as many
 * @param zero whether the axis must hold 0, as lengths of bars need it
 * @example niceScale([-3, 12], 4, true) // { low: -5, high: 15, ticks: [-5, 0, 5, 10, 15], decimals: 0 }
 */
export function niceScale(values: readonly (number | null)[], about: number, zero: boolean): NiceScale {
  let low = zero ? 0 : Number.POSITIVE_INFINITY
  let high = zero ? 0 : Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  if (low > high || (low === 0 && high === 0)) return { low: 0, high: 1, ticks: [0, 0.5, 1], decimals: 1 }
  if (low === high) {
    const room = Math.abs(low) / 10
    low = Math.max(-Number.MAX_VALUE, low - room)
    high = Math.min(Number.MAX_VALUE, high + room)
  }
  const raw = high / about - low / about
  const power = 10 ** Math.floor(Math.log10(raw))
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= raw * (1 - 1e-9)) ?? raw
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(high / step - 1e-9)
  const count = last - first + 1
  // Figures at the very ends of what a number can hold have no round neighbours.
  const round = step > 0 && Number.isFinite(first * step) && Number.isFinite(last * step) && count < 50
  if (!round) return { low, high, ticks: [low, high], decimals: decimalsFor([low, high]) }
  const ticks = Array.from({ length: count }, (_, at) => Number(((first + at) * step).toPrecision(12)) + 0)
  return {
    low: Math.min(low, ticks[0] ?? low),
    high: Math.max(high, ticks.at(-1) ?? high),
    ticks,
    decimals: decimalsFor(ticks),
  }
}

/** A straight scale that holds up with figures whose difference is no number. */
export function stretched(
  scale: Pick<NiceScale, 'low' | 'high'>,
  from: number,
  to: number,
): (value: number) => number {
  const span = scale.high / 2 - scale.low / 2
  const share = (value: number) => (span === 0 ? 0.5 : (value / 2 - scale.low / 2) / span)
  return (value) => Math.round((from + share(value) * (to - from)) * 10) / 10
}

/** About how wide a text is in Inter, in the same unit as its size. */
export function textWidth(text: string, size: number): number {
  return text.length * size * 0.57
}

/** The widest of some texts. */
export function widest(texts: readonly string[], size: number): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text, size)), 0)
}
