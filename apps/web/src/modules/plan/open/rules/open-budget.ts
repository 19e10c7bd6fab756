import type { PlanDocument } from '../../model.ts'
import { groupName, type Sum, wholeOf } from '../../rules/budgets.ts'
import { budgetThat, countedBudget, planMoney, priorityMoney } from '../../rules/money-of.ts'

/** Money by priority and year, as far as it is known; `undefined` where no budget splits it so. */
export interface OpenBudget {
  readonly years: readonly string[]
  readonly rows: readonly {
    /** Of a priority, or what is common to all. */
    readonly id: string
    readonly byYear: readonly (Sum | undefined)[]
    readonly whole: Sum | undefined
  }[]
  readonly byYear: readonly (Sum | undefined)[]
  readonly whole: Sum
}

/** What a plan’s budgets say by priority and by year; `null` where nothing of its money is known. */
export function openBudget(document: PlanDocument): OpenBudget | null {
  const counted = wholeOf(countedBudget(document)?.total)
  const crossing = budgetThat(document, ({ knows }) => knows.includes('priority') && knows.includes('year'))
  // A finer budget that says another sum than the one that counts would contradict it.
  const isAgreed =
    countedBudget(document) === null ||
    crossing?.isCounted ||
    (counted !== null && wholeOf(crossing?.total) === counted)
  const crossed = isAgreed ? crossing : null
  const yearly = crossed ?? budgetThat(document, ({ knows }) => knows.includes('year'))
  const whole = crossed?.total ?? planMoney(document)?.sum
  if (whole === undefined) return null
  const years = yearly?.members('year') ?? []
  const byBoth = crossed?.by(['priority', 'year'])
  const byPriority = crossed?.by(['priority']) ?? priorityMoney(document)
  const byYear = yearly?.by(['year'])
  return {
    years,
    rows: [...byPriority].map(([id, sum]) => ({
      id,
      byYear: years.map((year) => byBoth?.get(groupName([id, year]))),
      whole: sum,
    })),
    byYear: years.map((year) => byYear?.get(year)),
    whole,
  }
}
