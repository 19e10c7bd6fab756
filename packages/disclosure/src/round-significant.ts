/**
 * Rounds to a number of significant digits, half to even.
 *
 * @param value finite; 0 stays 0
 * @param digits whole, 1–15
 * @throws RangeError for anything else
 * @example roundSignificant(1_250_000, 2) // 1_200_000
 */
export function roundSignificant(value: number, digits = 2): number {
  if (!Number.isFinite(value)) throw new RangeError(`value must be finite, was ${value}`)
  if (!Number.isSafeInteger(digits) || digits < 1 || digits > 15) {
    throw new RangeError(`digits must be whole, 1–15, was ${digits}`)
  }
  if (value === 0) return 0
  const exponent = Number(Math.abs(value).toExponential().split('e')[1]) - digits + 1
  const scaled = Number(shifted(value, -exponent))
  const floor = Math.floor(scaled)
  const rest = scaled - floor
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0)
  return Number(shifted(floor + (up ? 1 : 0), exponent))
}

/** Decimal shift by text: exact where multiplying by a power of ten is not. */
function shifted(value: number, places: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e')
  return `${mantissa}e${Number(exponent) + places}`
}
