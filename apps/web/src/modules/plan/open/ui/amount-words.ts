import type { Locale } from '@jamvikt/i18n'
import type { Sum } from '../../rules/budgets.ts'
import { sumText } from '../../ui/amounts.ts'

/** A sum as it is read by whoever does not know the signs: what is not known says so. */
export function knownText(locale: Locale, sum: Sum | undefined): string {
  return sum === undefined || sum.amountOre === null
    ? locale.text('plan.compare.unknown')
    : sumText(locale, sum)
}
