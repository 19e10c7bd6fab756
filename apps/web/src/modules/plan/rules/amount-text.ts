import { type MoneyReason, parseAmountOre } from '@jamvikt/domain'

const UNKNOWN = /^(|[-–—?]|okänt|unknown)$/i
const GROUP = '\u00a0'

export type AmountRead =
  | { readonly ok: true; readonly amountOre: bigint | null }
  | { readonly ok: false; readonly reason: MoneyReason }

/**
 * An amount as people write it: “1 234,50”, “1.234,50”, “1,234.50”; “–” or nothing is not known. Where a sign could part
 * thousands as well as decimals it is read as Swedish.
 */
export function readAmount(text: string, unit: 'kr' | 'tkr'): AmountRead {
  const bare = text.trim()
  if (UNKNOWN.test(bare)) return { ok: true, amountOre: null }
  const swedish = parseAmountOre(bare, 'swedish', unit)
  if (swedish.ok || !bare.includes('.') || swedish.reason !== 'amount-not-a-number') return swedish
  return parseAmountOre(bare, 'english', unit)
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

/** For a spreadsheet: a number of the unit; exact up to fifteen digits. */
export function amountNumber(amountOre: bigint, unit: 'kr' | 'tkr'): number {
  return Number(amountOre) / (unit === 'kr' ? 100 : 100_000)
}

/** Kronor with their unit, with Swedish signs: for files and findings, which have no reader’s language. */
export function kronorText(amountOre: bigint): string {
  return `${writeAmount(amountOre)}\u00a0kr`
}
