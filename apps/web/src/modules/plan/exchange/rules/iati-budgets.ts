import type { PlanDocument } from '../../model.ts'
import type { BudgetDimension } from '../../model-items.ts'
import { kronorText } from '../../rules/amount-text.ts'
import { type Budget, groupName, wholeOf } from '../../rules/budgets.ts'
import { activityMoney, activityYearBudget, priorityYearBudget, yearBudget } from '../../rules/money-of.ts'
import { element, xmlText } from './xml-text.ts'

/** Budgets by year, as the standard wants them. An amount whose years are not known is told in words and not split. */
export function yearlyBudgets(document: PlanDocument) {
  const activity = byYear(document, activityYearBudget(document), 'activity')
  const note = new Map(
    [...activityMoney(document)].flatMap(([id, amountOre]) =>
      amountOre === null || activity.has(id)
        ? []
        : [
            [
              id,
              `Budget för hela tiden: ${kronorText(amountOre)}. Hur den fördelas på år är inte känt.`,
            ] as const,
          ],
    ),
  )
  return {
    plan: byYear(document, yearBudget(document), null).get('') ?? [],
    priority: byYear(document, priorityYearBudget(document), 'priority'),
    activity,
    note,
  }
}

/** Elements for each member of a dimension. */
function byYear(
  document: PlanDocument,
  budget: Budget | null,
  dimension: BudgetDimension | null,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  if (budget === null) return found
  const sums = budget.by(dimension === null ? ['year'] : [dimension, 'year'])
  for (const member of dimension === null ? [''] : budget.members(dimension))
    for (const year of budget.members('year')) {
      const amountOre = wholeOf(sums.get(dimension === null ? year : groupName([member, year])))
      if (amountOre === null) continue
      const before = found.get(member)
      const written = budgetElement(document, year, amountOre)
      if (before === undefined) found.set(member, [written])
      else before.push(written)
    }
  return found
}

function budgetElement({ facts }: PlanDocument, year: string, amountOre: bigint): string {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const start = facts.startsOn > first && facts.startsOn <= last ? facts.startsOn : first
  const end = facts.endsOn < last && facts.endsOn >= start ? facts.endsOn : last
  const amount = `${amountOre / 100n}.${String(amountOre % 100n).padStart(2, '0')}`
  return element('budget', { type: '1', status: '1' }, [
    element('period-start', { 'iso-date': start }),
    element('period-end', { 'iso-date': end }),
    element('value', { currency: 'SEK', 'value-date': start }, [xmlText(amount)]),
  ])
}
