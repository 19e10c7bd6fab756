import type { PlanDocument } from '../../model.ts'
import { groupName, type Sum } from '../../rules/budgets.ts'
import { planMoney, priorityMoney, priorityYearBudget, yearBudget } from '../../rules/money-of.ts'

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
  const whole = planMoney(document)?.sum
  if (whole === undefined) return null
  const yearly = yearBudget(document)
  const years = yearly?.members('year') ?? []
  const byBoth = priorityYearBudget(document)?.by(['priority', 'year'])
  const byYear = yearly?.by(['year'])
  return {
    years,
    rows: [...priorityMoney(document)].map(([id, sum]) => ({
      id,
      byYear: years.map((year) => byBoth?.get(groupName([id, year]))),
      whole: sum,
    })),
    byYear: years.map((year) => byYear?.get(year)),
    whole,
  }
}
