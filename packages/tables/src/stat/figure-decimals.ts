const MOST_DECIMALS = 15
const POWERS_OF_TEN = Array.from({ length: MOST_DECIMALS + 1 }, (_, exponent) => Number(`1e${exponent}`))

/**
 * How many decimals a figure needs to be read back as it is, 0–15; 15 where no fewer do, and then they may not do.
 */
function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0
  for (let decimals = 1; decimals < MOST_DECIMALS; decimals++) {
    const power = POWERS_OF_TEN[decimals] ?? 1
    if (Math.round(value * power) / power === value) return decimals
  }
  return MOST_DECIMALS
}

/** Decimals that are shown at most where a source does not state how many are to be. */
export const SHOWN_DECIMALS = 6

/** The most decimals that any of the figures needs, up to `limit`. NaN needs none. */
export function mostDecimals(values: Float64Array, limit = MOST_DECIMALS): number {
  let most = 0
  for (let cell = 0; cell < values.length && most < limit; cell++) {
    const value = values[cell] ?? 0
    if (!Number.isNaN(value)) most = Math.min(limit, Math.max(most, decimalsOf(value)))
  }
  return most
}

/**
 * A figure with the decimals that are shown, or with as many more as keep it; in the end as JavaScript writes it, which
 * may be with an exponent.
 * @example figureText(12.5, 0) // '12.5'
 */
export function figureText(value: number, decimals: number): string {
  if (decimals === 0 && Number.isInteger(value)) return String(value + 0)
  const text = value.toFixed(Math.max(decimals, decimalsOf(value)))
  return Number(text) === value ? text : String(value)
}
