/** Before this share of its time an activity’s pace says too little. */
const LEAST_PASSED = 0.15
/** From this share of the budget on, what may go unused or exceed it is told. */
const TELLING = 0.2
/** Less than this is no exceeding worth telling. */
const A_KRONA = 100n
const DAY_MS = 86_400_000

export interface Money {
  /** What may be used in the period; `null` where it is not known. */
  readonly budgetOre: bigint | null
  readonly usedOre: bigint
  readonly committedOre: bigint
}

export interface Period {
  /** First and last day, both in it. */
  readonly from: string
  readonly to: string
}

export type ForecastState =
  | 'no-budget'
  | 'no-ledger'
  | 'no-dates'
  | 'too-early'
  | 'in-step'
  /** May go unused. */
  | 'under'
  /** May exceed the budget. */
  | 'over'

export interface Forecast extends Money {
  readonly state: ForecastState
  /** Budget less what is used and committed; negative where that is more. */
  readonly remainingOre: bigint | null
  /** Share of the time that has passed, 0–1. */
  readonly passed: number | null
  /** Share of the budget that is used; of zero there is none. */
  readonly usedShare: number | null
  /** Used in all if each day to come uses what a day has used so far. */
  readonly byPaceOre: bigint | null
  /** Used in all if the days to come use what they were to use by plan. */
  readonly byPlanOre: bigint | null
  /** The two as an interval; never less than what is used and committed. */
  readonly lowOre: bigint | null
  readonly highOre: bigint | null
  /**
   * What is expected to be used: the budget where it is in step, otherwise by the own pace; `null` where too little is
   * known to say. Never less than what is used and committed.
   */
  readonly expectedOre: bigint | null
  /** What goes unused at the own pace; 0 where nothing does. */
  readonly atRiskOre: bigint
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

/** Days of a period up to and with one day, and days in all. */
export function daysPassed(
  { from, to }: Period,
  asOf: string,
): { readonly passed: number; readonly all: number } {
  const all = dayOf(to) - dayOf(from) + 1
  return { passed: Math.min(all, Math.max(0, dayOf(asOf) - dayOf(from) + 1)), all }
}

/** The days that two periods share; `null` where there is none. */
export function sharedDays(a: Period, b: Period): Period | null {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return from <= to ? { from, to } : null
}

/**
 * What was to be used up to a day by plan: each year’s budget evenly over the days of that year that belong to the
 * activity; the whole evenly over all its days where years are not known. A year without any of its days counts as it
 * ends.
 */
export function plannedBy(
  asOf: string,
  period: Period,
  budget: { readonly wholeOre: bigint; readonly years: ReadonlyMap<string, bigint> | null },
): bigint {
  if (budget.years === null) return partOf(budget.wholeOre, daysPassed(period, asOf))
  let sum = 0n
  for (const [year, amount] of budget.years) {
    const whole = { from: `${year}-01-01`, to: `${year}-12-31` }
    const days = sharedDays(period, whole)
    if (days === null) sum += asOf >= whole.to ? amount : 0n
    else sum += partOf(amount, daysPassed(days, asOf))
  }
  return sum
}

function partOf(amount: bigint, { passed, all }: { readonly passed: number; readonly all: number }): bigint {
  return (amount * BigInt(passed)) / BigInt(all)
}

/**
 * Where an activity’s money is heading. By own pace: what is used so far over the share of its time that has passed. By
 * plan: what is used so far and what was planned from here on. Neither is ever less than what is used and committed; the
 * two are the ends of the interval. A warning is given where the own pace leaves a fifth of the budget or more unused, or
 * exceeds it by as much, or what is used and committed exceeds it already; none is given before 15 % of the time has
 * passed, without a ledger, without a budget, or without dates.
 * @param asOf the day that the ledger tells everything up to; `null` without a ledger
 * @param plannedOre what was to be used up to that day by plan
 */
export function forecastOf(
  money: Money,
  at: { readonly period: Period | null; readonly asOf: string | null; readonly plannedOre: bigint | null },
): Forecast {
  const { budgetOre, usedOre, committedOre } = money
  const bound = usedOre + committedOre
  const days = at.period === null || at.asOf === null ? null : daysPassed(at.period, at.asOf)
  const passed = days === null ? null : days.passed / days.all
  const atLeast = (ore: bigint) => (ore > bound ? ore : bound)
  const byPaceOre =
    days === null || days.passed === 0
      ? null
      : atLeast(days.passed === days.all ? bound : (usedOre * BigInt(days.all)) / BigInt(days.passed))
  const byPlanOre =
    budgetOre === null || at.plannedOre === null || passed === null
      ? null
      : atLeast(usedOre + budgetOre - at.plannedOre)
  const ends = [byPaceOre, byPlanOre].filter((each) => each !== null)
  const forecast = {
    ...money,
    remainingOre: budgetOre === null ? null : budgetOre - bound,
    passed,
    usedShare: budgetOre === null || budgetOre <= 0n ? null : Number(usedOre) / Number(budgetOre),
    byPaceOre,
    byPlanOre,
    lowOre: ends.length === 0 ? null : ends.reduce((a, b) => (a < b ? a : b)),
    highOre: ends.length === 0 ? null : ends.reduce((a, b) => (a > b ? a : b)),
  }
  const state = stateOf(forecast, at)
  const atRiskOre = state === 'under' ? unusedOre(budgetOre, byPaceOre) : 0n
  return { ...forecast, state, expectedOre: expectedIn(state, forecast, atLeast), atRiskOre }
}

function expectedIn(
  state: ForecastState,
  { budgetOre, passed, byPaceOre }: Omit<Forecast, 'state' | 'expectedOre' | 'atRiskOre'>,
  atLeast: (ore: bigint) => bigint,
): bigint | null {
  if (budgetOre === null || !['in-step', 'under', 'over'].includes(state)) return null
  if (passed === null || passed < LEAST_PASSED) return atLeast(budgetOre)
  return state === 'in-step' && passed < 1 ? atLeast(budgetOre) : byPaceOre
}

/** What is left of a budget: never less than nothing, and never more than the budget, whatever has been taken back. */
function unusedOre(budgetOre: bigint | null, inAllOre: bigint | null): bigint {
  if (budgetOre === null || inAllOre === null || inAllOre >= budgetOre) return 0n
  return inAllOre < 0n ? budgetOre : budgetOre - inAllOre
}

/** What is left over at either end of the forecast’s interval, the least first. */
export function leftOverOre({ budgetOre, lowOre, highOre }: Forecast): readonly [bigint, bigint] {
  return [unusedOre(budgetOre, highOre), unusedOre(budgetOre, lowOre)]
}

function stateOf(
  {
    budgetOre,
    usedOre,
    committedOre,
    passed,
    byPaceOre,
  }: Omit<Forecast, 'state' | 'expectedOre' | 'atRiskOre'>,
  at: { readonly period: Period | null; readonly asOf: string | null },
): ForecastState {
  if (at.asOf === null) return 'no-ledger'
  if (budgetOre === null) return 'no-budget'
  if (usedOre + committedOre >= budgetOre + A_KRONA) return 'over'
  if (at.period === null || passed === null) return 'no-dates'
  if (passed < LEAST_PASSED || byPaceOre === null) return 'too-early'
  const part = BigInt(Math.round(TELLING * 100))
  if ((budgetOre - byPaceOre) * 100n >= budgetOre * part && budgetOre > byPaceOre) return 'under'
  if ((byPaceOre - budgetOre) * 100n >= budgetOre * part && byPaceOre > budgetOre) return 'over'
  return 'in-step'
}
