import type { Locale } from '@jamvikt/i18n'
import { writeAmount } from '../rules/amount-text.ts'
import type { Sum } from '../rules/budgets.ts'

const ENGLISH = { group: ',', decimal: '.' }

/** An amount in a unit, without it; unknown is “–”. */
export function amountText(locale: Locale, amountOre: bigint | null, unit: 'kr' | 'tkr' = 'kr'): string {
  return locale.language === 'sv' ? writeAmount(amountOre, unit) : writeAmount(amountOre, unit, ENGLISH)
}

/** An amount with its unit. */
export function moneyText(locale: Locale, amountOre: bigint, unit: 'kr' | 'tkr' = 'kr'): string {
  return `${amountText(locale, amountOre, unit)}\u00a0${unit}`
}

/** A sum; “at least” where some of it is not known. */
export function sumText(locale: Locale, sum: Sum | undefined, unit: 'kr' | 'tkr' = 'kr'): string {
  if (sum === undefined || sum.amountOre === null) return '–'
  const amount = amountText(locale, sum.amountOre, unit)
  return sum.missing > 0 ? locale.text('plan.m.atLeast', { amount }) : amount
}
