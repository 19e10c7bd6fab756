import { detectNumberStyle, type MoneyReason, type NumberStyle, parseAmountOre } from '@jamvikt/domain'

const UNKNOWN = /^(|[-–—?]|okänt|unknown)$/i
const GROUP = '\u00a0'

/** How amounts are written: in one style; `unclear` where every sign could be either; `mixed` where both are used. */
export type AmountStyle = NumberStyle | 'unclear' | 'mixed'

export type AmountReason = MoneyReason | 'amount-ambiguous' | 'number-style-mixed'
export type AmountRead =
  | { readonly ok: true; readonly amountOre: bigint | null }
  | { readonly ok: false; readonly reason: AmountReason }

/** The style of a whole column, block or file: what one amount leaves open another may tell. */
export function amountStyle(texts: Iterable<string>): AmountStyle {
  const found = detectNumberStyle(texts)
  if (found.ok) return found.style
  return found.reason === 'number-style-mixed' ? 'mixed' : 'unclear'
}

/**
 * An amount as people write it: “1 234,50”, “1.234,50”, “1,234.50”; “–” or nothing is not known. Where nothing tells what
 * a sign is, a comma is that of decimals, and a point is refused if it could be both: “1.234” thousands of kronor.
 * @param style that of the column or block; of an amount alone, its own
 */
export function readAmount(
  text: string,
  unit: 'kr' | 'tkr',
  style: AmountStyle = amountStyle([text]),
): AmountRead {
  const bare = text.trim()
  if (UNKNOWN.test(bare)) return { ok: true, amountOre: null }
  if (style === 'swedish' || style === 'english') return parseAmountOre(bare, style, unit)
  if (style === 'mixed' && /[.,]/.test(bare)) return { ok: false, reason: 'number-style-mixed' }
  const [swedish, english] = [parseAmountOre(bare, 'swedish', unit), parseAmountOre(bare, 'english', unit)]
  const isEither = bare.includes('.') && swedish.ok && english.ok && swedish.amountOre !== english.amountOre
  return isEither ? { ok: false, reason: 'amount-ambiguous' } : swedish
}

/**
 * An amount in the unit of its budget, exactly, with Swedish signs unless told otherwise; decimals only where there are
 * any. Unknown is “–”.
 */
export function writeAmount(
  amountOre: bigint | null,
  unit: 'kr' | 'tkr' = 'kr',
  signs: { readonly group: string; readonly decimal: string } = { group: GROUP, decimal: ',' },
): string {
  if (amountOre === null) return '–'
  const size = unit === 'kr' ? 2 : 5
  const digits = (amountOre < 0n ? -amountOre : amountOre).toString().padStart(size + 1, '0')
  const whole = digits.slice(0, -size).replace(/\B(?=(\d{3})+$)/g, signs.group)
  const rest = digits.slice(-size).replace(/0+$/, '')
  // Öre are two digits: “1,50”, never “1,5”.
  const decimals = rest === '' ? '' : signs.decimal + (unit === 'kr' ? rest.padEnd(2, '0') : rest)
  return `${amountOre < 0n ? '−' : ''}${whole}${decimals}`
}

/** Digits that a spreadsheet keeps. */
const EXACT = 10n ** 15n

/** For a spreadsheet: a number of the unit where its digits hold it, otherwise a text. */
export function sheetAmount(amountOre: bigint, unit: 'kr' | 'tkr'): number | string {
  if (amountOre < EXACT && amountOre > -EXACT) return Number(amountOre) / (unit === 'kr' ? 100 : 100_000)
  return writeAmount(amountOre, unit, { group: '', decimal: ',' })
}

/** Kronor with their unit, with Swedish signs: for files and findings, which have no reader’s language. */
export function kronorText(amountOre: bigint): string {
  return `${writeAmount(amountOre)}\u00a0kr`
}
