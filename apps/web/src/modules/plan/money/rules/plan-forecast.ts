import type { PlanDocument } from '../../model.ts'
import type { ItemOf } from '../../model-items.ts'
import { addSums, groupName, type Sum, wholeOf } from '../../rules/budgets.ts'
import { activityBudget, activitySums } from '../../rules/money-of.ts'
import { PlanTree } from '../../rules/tree.ts'
import type { Ledger } from '../model-money.ts'
import { type Forecast, forecastOf, leftOverOre, type Period, plannedBy, sharedDays } from './forecast.ts'

export interface ActivityForecast extends Forecast {
  readonly activity: ItemOf<'activity'>
  readonly priority: ItemOf<'priority'> | null
  readonly entries: number
  /** Its budget, also where some of it is not known. */
  readonly budget: Sum
}

export interface PlanForecast {
  readonly asOf: string | null
  /** Activities right under priorities, each with its parts. */
  readonly rows: readonly ActivityForecast[]
  /** Booked and ordered without being tied to an activity of the plan. */
  readonly untiedOre: bigint
  readonly budget: Sum
  readonly usedOre: bigint
  readonly committedOre: bigint
  /** Orders that are too old to be counted. */
  readonly staleOrders?: NonNullable<Ledger['staleOrders']>
  /** What may go unused by the activities that are warned of, at either end of their forecasts, the least first. */
  readonly leftOverOre: readonly [bigint, bigint]
}

/**
 * Where the money of each activity is heading, in all or in one year.
 * @param today the ledger tells nothing of days after it
 */
export function forecastPlan(
  document: PlanDocument,
  ledger: Ledger,
  today: string,
  year: string | null = null,
): PlanForecast {
  const tree = new PlanTree(document)
  const asOf = ledger.coversTo === null || ledger.coversTo < today ? ledger.coversTo : today
  const budgets = budgetsByActivity(document)
  const booked = ledgerByActivity(ledger, year)
  const tops = tree.all('activity').filter(({ parent }) => tree.of('activity', parent ?? '') === null)
  const rows = tops.flatMap((activity): ActivityForecast[] => {
    const under = tree.withAllUnder(activity).filter(({ kind }) => kind === 'activity')
    const ledgers = under.map(({ id }) => booked.get(id) ?? NOTHING)
    const [usedOre, committedOre] = [
      total(ledgers.map((each) => each.used)),
      total(ledgers.map((each) => each.committed)),
    ]
    const years = () => budgets.years(under.map(({ id }) => id))
    const budget = year === null ? budgets.whole(activity.id) : years()?.get(year)
    // Nothing is asked of it in the year, and nothing has been booked.
    if (year !== null && budget?.amountOre === null && budget.missing === 0 && ledgers.every(isNothing))
      return []
    const budgetOre = wholeOf(budget)
    const dates = datesOf(activity)
    const period =
      dates === null || year === null
        ? dates
        : sharedDays(dates, { from: `${year}-01-01`, to: `${year}-12-31` })
    const plannedOre =
      period === null || asOf === null || budgetOre === null
        ? null
        : plannedBy(asOf, period, { wholeOre: budgetOre, years: year === null ? allKnown(years()) : null })
    return [
      {
        ...forecastOf({ budgetOre, usedOre, committedOre }, { period, asOf, plannedOre }),
        activity,
        priority: tree.priorityOf(activity),
        entries: ledgers.reduce((sum, { entries }) => sum + entries, 0),
        budget: budget ?? { amountOre: null, missing: 1 },
      },
    ]
  })
  const leftOver = rows.filter(({ state }) => state === 'under').map(leftOverOre)
  const all = [...booked.values()]
  const [usedOre, committedOre] = [
    total(all.map(({ used }) => used)),
    total(all.map(({ committed }) => committed)),
  ]
  const tied = total(rows.map((row) => row.usedOre + row.committedOre))
  return {
    asOf,
    rows,
    untiedOre: usedOre + committedOre - tied,
    budget: addSums(rows.map(({ budget }) => budget)),
    usedOre,
    committedOre,
    ...(ledger.staleOrders ? { staleOrders: ledger.staleOrders } : {}),
    leftOverOre: [total(leftOver.map(([least]) => least)), total(leftOver.map(([, most]) => most))],
  }
}

function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, each) => sum + each, 0n)
}

/** An activity’s own dates; both must be known. */
function datesOf({ fields }: ItemOf<'activity'>): Period | null {
  return fields.start === null || fields.end === null ? null : { from: fields.start, to: fields.end }
}

/** What activities cost in all, and by year where the budget knows years. */
function budgetsByActivity(document: PlanDocument) {
  const sums = activitySums(document)
  const budget = activityBudget(document)
  const years = budget?.over.includes('year') === true ? budget.members('year') : []
  const crossed = years.length === 0 ? null : (budget?.by(['activity', 'year']) ?? null)
  return {
    whole: (id: string) => sums.get(id),
    years: (ids: readonly string[]): ReadonlyMap<string, Sum> | null =>
      crossed === null
        ? null
        : new Map(
            years.map((year) => {
              const known = ids.flatMap((id) => crossed.get(groupName([id, year])) ?? [])
              return [year, known.length === 0 ? { amountOre: null, missing: 1 } : addSums(known)]
            }),
          ),
  }
}

/** The years’ amounts where each that is asked for is known. */
function allKnown(years: ReadonlyMap<string, Sum> | null): ReadonlyMap<string, bigint> | null {
  const all = [...(years ?? [])]
  if (years === null || all.some(([, { missing }]) => missing > 0)) return null
  return new Map(
    all.flatMap(([year, { amountOre }]) => (amountOre === null ? [] : [[year, amountOre] as const])),
  )
}

function isNothing({ used, committed, entries }: Booked): boolean {
  return used === 0n && committed === 0n && entries === 0
}

interface Booked {
  readonly used: bigint
  readonly committed: bigint
  readonly entries: number
}
const NOTHING: Booked = { used: 0n, committed: 0n, entries: 0 }

function ledgerByActivity(ledger: Ledger, year: string | null): Map<string | null, Booked> {
  const found = new Map<string | null, Booked>()
  for (const sum of ledger.sums) {
    if (year !== null && String(sum.year) !== year) continue
    const { used, committed, entries } = found.get(sum.activity) ?? NOTHING
    found.set(sum.activity, {
      used: sum.kind === 'outcome' ? used + sum.amountOre : used,
      committed: sum.kind === 'commitment' ? committed + sum.amountOre : committed,
      entries: entries + sum.entries,
    })
  }
  return found
}
