import type { PlanForecast } from '../../plan/public.ts'

export interface YearMoney {
  readonly plannedOre: bigint | null
  readonly usedOre: bigint | null
  readonly expectedOre: bigint | null
  readonly atRiskOre: bigint | null
}

interface Span {
  readonly from: string
  readonly to: string
}

/**
 * A year of a plan: what is budgeted, booked, expected to be used and to go unused. Nothing is told of a year that the
 * ledger does not reach, and nothing foretold where forecasts do not stand. What is expected is never less than what is
 * used and committed.
 * @param plannedOre the plan’s budget for the year, with what is common
 * @param forecast of that year
 */
export function yearMoney(plannedOre: bigint | null, forecast: PlanForecast, year: Span): YearMoney {
  const { asOf, usedOre } = forecast
  if (asOf === null || asOf < year.from)
    return { plannedOre, usedOre: null, expectedOre: null, atRiskOre: null }
  const expectedOre = expectedOf(plannedOre, forecast, year, asOf)
  const atRiskOre = plannedOre === null || expectedOre === null ? null : leftOf(plannedOre, expectedOre)
  return { plannedOre, usedOre, expectedOre, atRiskOre }
}

/** Never less than nothing, and never more than the budget, whatever has been taken back. */
function leftOf(plannedOre: bigint, expectedOre: bigint): bigint {
  if (expectedOre >= plannedOre) return 0n
  return expectedOre < 0n ? plannedOre : plannedOre - expectedOre
}

function expectedOf(
  plannedOre: bigint | null,
  { rows, usedOre, committedOre, untiedOre }: PlanForecast,
  year: Span,
  asOf: string,
): bigint | null {
  const bound = usedOre + committedOre
  if (asOf >= year.to) return bound
  if (plannedOre === null) return null
  const counting = rows.filter((row) => !isApart(row, year))
  const known = counting.flatMap(({ expectedOre }) => expectedOre ?? [])
  if (counting.length > 0 && known.length === counting.length) {
    const commonOre = plannedOre - total(counting.map(({ budgetOre }) => budgetOre ?? 0n))
    return total(known) + (commonOre > untiedOre ? commonOre : untiedOre)
  }
  return bound >= plannedOre ? bound : null
}

/** Whether an activity has no money in the year: none at all, or none that is known and no day of it. */
function isApart(
  { activity, budgetOre, usedOre, committedOre }: PlanForecast['rows'][number],
  year: Span,
): boolean {
  if (usedOre !== 0n || committedOre !== 0n) return false
  const { start, end } = activity.fields
  return budgetOre === null
    ? start !== null && end !== null && (end < year.from || start > year.to)
    : budgetOre === 0n
}

function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, each) => sum + each, 0n)
}
