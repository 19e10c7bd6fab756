/** Codes that stand in an order, as places in the list that was given; the rest has none. */
export interface Ordered {
  readonly ordered: readonly number[]
  readonly rest: readonly number[]
}

/** With fewer values than this there are no neighbours to merge two by two. */
const FEWEST_ORDERED = 4
/** "Under 16" and "unknown" may stand beside age groups. */
const MOST_OUTSIDE = 2
/** Years are dense: at least every second of the span is there. */
const LONGEST_SPAN = 2
/** A first level of digits: divisions of industry, counties. */
const FEWEST_DIGITS = 2

/**
 * The places of years in their order, or `null` where the codes are not all years of four digits that lie close.
 *
 * Close, since codes of municipalities may look like years.
 */
export function yearsIn(codes: readonly string[]): readonly number[] | null {
  if (codes.length < 2 || !codes.every((code) => /^(19|20)\d\d$/.test(code))) return null
  const years = codes.map(Number)
  const span = Math.max(...years) - Math.min(...years) + 1
  return span <= LONGEST_SPAN * codes.length ? places(years) : null
}

/**
 * The order of codes that begin with a number (age groups, classes of size), or `null` where they are none.
 *
 * Numbers alone are names, not numbers, where one has a leading zero or three digits. At most two other codes may stand
 * beside; they are left as they are.
 */
export function numberedIn(codes: readonly string[]): Ordered | null {
  const numbers = codes.map((code) => Number(/^\d+/.exec(code.trim())?.[0] ?? Number.NaN))
  const rest = codes.flatMap((_, place) => (Number.isNaN(numbers[place]) ? [place] : []))
  const ordered = places(numbers).filter((place) => !rest.includes(place))
  if (ordered.length < FEWEST_ORDERED || rest.length > MOST_OUTSIDE) return null
  if (new Set(ordered.map((place) => numbers[place])).size < ordered.length) return null
  const bare = ordered.map((place) => codes[place]?.trim() ?? '')
  const areNames =
    bare.every((code) => /^\d+$/.test(code)) && bare.some((code) => /^(0\d+|\d{3,})$/.test(code))
  return areNames ? null : { ordered, rest }
}

/**
 * The lengths at which codes of a hierarchy part: all of one length, an optional letter and digits (industries by SNI,
 * municipalities by county). The letter alone is a level, then two digits and more.
 */
export function prefixLengths(codes: readonly string[]): readonly number[] {
  const [first = ''] = codes
  const [, letter = '', digits = ''] = /^([A-Za-z]?)(\d+)$/.exec(first) ?? []
  const pattern = letter === '' ? /^\d+$/ : /^[A-Za-z]\d+$/
  if (digits === '' || codes.some((code) => code.length !== first.length || !pattern.test(code))) return []
  const levels = letter === '' ? [] : [1]
  for (let kept = FEWEST_DIGITS; kept < digits.length; kept++) levels.push(letter.length + kept)
  return levels.filter((length) => {
    const prefixes = new Set(codes.map((code) => code.slice(0, length))).size
    return prefixes > 1 && prefixes < codes.length
  })
}

/**
 * The name of codes that become one: from the first number to the last, `25-44`; `65+` where the last is open.
 *
 * @example spanOf(['65-74', '75+']) // '65+'
 */
export function spanOf(codes: readonly string[]): string {
  const first = codes[0] ?? ''
  const last = codes.at(-1) ?? ''
  const from = /^\d+/.exec(first.trim())?.[0] ?? first
  const numbers = last.match(/\d+/g) ?? []
  if (numbers.length === 1 && !/^\d+$/.test(last.trim())) return `${from}+`
  return `${from}-${numbers.at(-1) ?? last}`
}

/** The places of numbers, the smallest first; what is no number comes last. */
function places(numbers: readonly number[]): number[] {
  const keys = numbers.map((number) => (Number.isNaN(number) ? Number.MAX_VALUE : number))
  return keys.map((_, place) => place).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)
}
