import type { Locale } from '@jamvikt/i18n'
import type { BudgetDimension } from '../../model-items.ts'
import { COMMON } from '../../rules/budgets.ts'
import type { PlanTree } from '../../rules/tree.ts'

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
