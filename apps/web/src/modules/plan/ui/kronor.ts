import type { Locale } from '@jamvikt/i18n'
import type { Sum } from '../rules/budgets.ts'

/** Whole kronor of an amount, without its unit: “127 492”. */
export function wholeKronor(locale: Locale, amountOre: bigint): string {
  return locale.number(Math.round(Number(amountOre) / 100))
}

/** A sum as it is read: a dash where nothing is known, “at least” where some of it is not. */
export function sumText(locale: Locale, sum: Sum | undefined): string {
  if (sum === undefined || sum.amountOre === null) return '–'
  const amount = wholeKronor(locale, sum.amountOre)
  return sum.missing > 0 ? locale.text('plan.money.least', { amount }) : amount
}
