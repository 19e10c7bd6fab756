import type { Locale } from '@jamvikt/i18n'
import { Notice } from '@jamvikt/ui'
import type { Budget } from '../../rules/budgets.ts'
import type { PlanTree } from '../../rules/tree.ts'
import { moneyText } from '../../ui/amounts.ts'
import { memberName } from './names.ts'

const MOST_TOLD = 20

/** Points out amounts for years that their activity does not run in. */
export function OutsideItsYears({
  locale,
  tree,
  budget,
}: {
  locale: Locale
  tree: PlanTree
  budget: Budget
}) {
  const found = budget.outsideItsYears
  if (found.length === 0) return null
  return (
    <Notice kind="watch">
      <p>{locale.text('plan.m.outside')}</p>
      <ul class="tight">
        {found.slice(0, MOST_TOLD).map(({ activity, year, amountOre }) => (
          <li key={`${activity} ${year}`}>
            {memberName(locale, tree, activity)}, {year}: {moneyText(locale, amountOre, budget.unit)}
          </li>
        ))}
      </ul>
      {found.length > MOST_TOLD ? (
        <p>{locale.counted('plan.m.outside.more', found.length - MOST_TOLD)}</p>
      ) : null}
    </Notice>
  )
}
