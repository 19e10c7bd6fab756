/** How a column writes numbers: `swedish` has a decimal comma, `english` a decimal point. */
export type NumberStyle = 'swedish' | 'english'
/** The unit of a column's amounts: kronor or thousands of kronor. */
export type AmountUnit = 'kr' | 'tkr'

export type MoneyReason =
  | 'amount-empty'
  | 'amount-not-a-number'
  | 'amount-negative'
  | 'amount-too-precise'
  | 'amount-too-large'

export type MoneyResult = { ok: true; amountOre: bigint } | { ok: false; reason: MoneyReason }

export type NumberStyleResult =
  | { ok: true; style: NumberStyle }
  | { ok: false; reason: 'number-style-ambiguous' | 'number-style-mixed'; index: number }

/** Above this an amount cannot be held exactly as a float of öre: 90 thousand thousand million kronor. */
const MAX_ORE = 9_000_000_000_000_000n
const SPACES = /[\s\u00a0\u2007\u2009\u202f']/g
const CURRENCY = /^(sek|kr)\s*|\s*(sek|kr\.?|kronor|:-)$/i

const GRAMMAR: Record<NumberStyle, RegExp> = {
  swedish: /^(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/,
  english: /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/,
}

function strip(text: string): string {
  return text.trim().replace(CURRENCY, '').trim().replace(/−/g, '-')
}

/** Spaces may part thousands only: "1 234 567", never "12 34". */
function withoutGroupSpaces(text: string): string {
  return /^-?\d{1,3}(?:[\s\u00a0\u2007\u2009\u202f']\d{3})+(?![\d])/.test(text)
    ? text.replace(SPACES, '')
    : text
}

/**
 * Reads a written amount exactly, without floats, in the style decided for its column.
 * Accepts spaces (also no-break and thin), apostrophes or the style's own sign between thousands, and "kr", "SEK"
 * or "kronor". Zero is a value. At most öre: two decimals for `kr`, five for `tkr`.
 * @param text the cell as written
 * @param style the column's style: see {@link detectNumberStyle}
 * @param unit what one counts; `tkr` multiplies by a thousand
 * @returns `amountOre` ≥ 0, or `amount-empty`, `amount-not-a-number`, `amount-negative`, `amount-too-precise`
 * ("1,234" in a Swedish column of kronor) or `amount-too-large`
 * @example parseAmountOre('1 234 567,50 kr', 'swedish') // { ok: true, amountOre: 123456750n }
 */
export function parseAmountOre(text: string, style: NumberStyle, unit: AmountUnit = 'kr'): MoneyResult {
  const bareText = withoutGroupSpaces(strip(text))
  if (bareText === '') return { ok: false, reason: 'amount-empty' }
  const negative = bareText.startsWith('-')
  const match = GRAMMAR[style].exec(negative ? bareText.slice(1).trim() : bareText)
  if (match === null) return { ok: false, reason: 'amount-not-a-number' }
  const whole = (match[1] ?? '').replace(/[.,]/g, '')
  const decimals = match[2] ?? ''
  const allowed = unit === 'kr' ? 2 : 5
  if (decimals.length > allowed) return { ok: false, reason: 'amount-too-precise' }
  if (whole.length > 20) return { ok: false, reason: 'amount-too-large' }
  const amountOre = BigInt(whole + decimals.padEnd(allowed, '0'))
  if (negative && amountOre > 0n) return { ok: false, reason: 'amount-negative' }
  return amountOre > MAX_ORE ? { ok: false, reason: 'amount-too-large' } : { ok: true, amountOre }
}

/**
 * Reads an amount that a workbook or JSON holds as a number. The number is taken at fifteen significant digits,
 * as spreadsheets show it, so that 0.1 + 0.2 is 30 öre.
 * @param value kronor or thousands of kronor, by `unit`
 * @returns as {@link parseAmountOre}
 * @example amountOreFromNumber(1234.5) // { ok: true, amountOre: 123450n }
 */
export function amountOreFromNumber(value: number, unit: AmountUnit = 'kr'): MoneyResult {
  if (!Number.isFinite(value)) return { ok: false, reason: 'amount-not-a-number' }
  if (value < 0) return { ok: false, reason: 'amount-negative' }
  const shown = String(Number(value.toPrecision(15)))
  if (shown.includes('e')) {
    return { ok: false, reason: value < 1 ? 'amount-too-precise' : 'amount-too-large' }
  }
  return parseAmountOre(shown, 'english', unit)
}

/** What one written number says of its column: `any` fits both styles, `unclear` ("1,234") could be either. */
function evidence(text: string): NumberStyle | 'any' | 'unclear' {
  const bareText = strip(text).replace(/^-/, '')
  const marks = bareText.replace(/[^.,]/g, '')
  const last = marks.at(-1)
  if (last === undefined || !/^[\d\s\u00a0\u2007\u2009\u202f'.,]+$/.test(bareText)) return 'any'
  const lastIsDecimal: NumberStyle = last === ',' ? 'swedish' : 'english'
  if (marks.includes('.') && marks.includes(',')) return lastIsDecimal
  if (marks.length > 1) return last === ',' ? 'english' : 'swedish'
  const [before = '', after = ''] = bareText.split(last)
  const couldBeGroup = after.length === 3 && /^[1-9]\d{0,2}$/.test(before)
  return couldBeGroup ? 'unclear' : lastIsDecimal
}

/**
 * Decides a column's number style from all its texts: never cell by cell. Texts that are no numbers say nothing.
 * A column without any comma or point is read as Swedish, which is then the same as English.
 * @param texts the column's written numbers, in order
 * @returns the style, or where it cannot be known: `number-style-ambiguous` (only texts like "1,234") or
 * `number-style-mixed` (both "1,50" and "1.50"), with the index of the text that shows it
 * @example detectNumberStyle(['1,234', '2,50']) // { ok: true, style: 'swedish' }
 */
export function detectNumberStyle(texts: Iterable<string>): NumberStyleResult {
  const detector = createNumberStyleDetector()
  let index = 0
  for (const text of texts) detector.add(text, index++)
  return detector.result()
}

/**
 * The streaming form of {@link detectNumberStyle}: `add` each text with any index of one's own (a row number).
 * @example const d = createNumberStyleDetector(); d.add('1,5', 2); d.result() // { ok: true, style: 'swedish' }
 */
export function createNumberStyleDetector(): {
  add(text: string, index: number): void
  result(): NumberStyleResult
} {
  let style: NumberStyle | undefined
  let mixedAt: number | undefined
  let unclearAt: number | undefined
  return {
    add(text, index) {
      const found = evidence(text)
      if (found === 'unclear') unclearAt ??= index
      else if (found !== 'any') {
        if (style !== undefined && style !== found) mixedAt ??= index
        style ??= found
      }
    },
    result() {
      if (mixedAt !== undefined) return { ok: false, reason: 'number-style-mixed', index: mixedAt }
      if (style === undefined && unclearAt !== undefined) {
        return { ok: false, reason: 'number-style-ambiguous', index: unclearAt }
      }
      return { ok: true, style: style ?? 'swedish' }
    },
  }
}
