import type { Locale } from '@jamvikt/i18n'
import type { BudgetDimension } from '../../model-items.ts'
import { COMMON, type Sum } from '../../rules/budgets.ts'
import type { PlanTree } from '../../rules/tree.ts'
import { writeAmount } from '../rules/amount-text.ts'

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

/** What a member of a dimension is called. */
export function memberName(locale: Locale, tree: PlanTree, member: string): string {
  if (member === COMMON) return locale.text('plan.m.common')
  const item = tree.item(member)
  return item !== null && 'name' in item.fields ? item.fields.name : member
}

/** “per activity and year”, “in total”. */
export function byText(locale: Locale, by: readonly BudgetDimension[]): string {
  if (by.length === 0) return locale.text('plan.m.inTotal')
  const [first = '', ...rest] = by.map((each) => locale.text(`plan.m.by.${each}`))
  return [locale.text('plan.m.per', { what: first }), ...rest].join(' × ')
}

/** A share as whole per cent. */
export function shareText(locale: Locale, share: number): string {
  return `${locale.number(Math.round(share * 100))}\u00a0%`
}

/** Why an amount cannot be read, and how to write it. */
export function amountReason(locale: Locale, reason: string): string {
  return locale.dynamic(`plan.m.amount.${reason}`, locale.text('plan.m.amount.amount-not-a-number'))
}
