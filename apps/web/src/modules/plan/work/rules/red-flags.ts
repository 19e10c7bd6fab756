import type { ActivityUpdate, Period } from '../../follow/model-follow.ts'
import { isDuring, latestUpdates } from '../../follow/rules/standing.ts'
import type { ItemOf, PlanItem } from '../../model-items.ts'
import type { ForecastState } from '../../money/rules/forecast.ts'
import type { PlanTree } from '../../rules/tree.ts'
import { lacksFigure, latestDueYear } from './indicator-due.ts'
import { openActions } from './meetings.ts'
import { HIGH, ratedRisks } from './risks.ts'

/** What can be wrong, the gravest first. */
const FLAG_KINDS = [
  'activity-stopped',
  'money-over',
  'money-exceeding',
  'activity-late',
  'activity-overdue',
  'activity-not-begun',
  'milestone-overdue',
  'task-overdue',
  'update-missing',
  'money-unused',
  'risk-high',
  'indicator-due',
  'goal-without-indicator',
  'goal-without-figures',
] as const
type FlagKind = (typeof FLAG_KINDS)[number]

/** Something that those who lead should know of, and why. */
export interface Flag {
  /** What it is known by in the log: its kind and what it is of. */
  readonly key: string
  readonly kind: FlagKind
  /** What it is of; `null` where it is of a period. */
  readonly item: PlanItem | null
  readonly period: Period | null
  /** The day that has passed. */
  readonly day: string | null
  readonly amountOre: bigint | null
  /** Where the amount is an interval: its lower end. */
  readonly leastOre: bigint | null
  /** How many, how high, or which year, by kind. */
  readonly count: number | null
  /** The cause and the measure that were told. */
  readonly told: { readonly cause: string; readonly measure: string } | null
}

/** What money says of an activity. */
interface MoneyOf {
  readonly activity: ItemOf<'activity'>
  readonly budgetOre: bigint | null
  readonly usedOre: bigint
  readonly committedOre: bigint
  readonly state: ForecastState
  /** What may be used at either end of the forecast, the least first; `null` where too little is known. */
  readonly lowOre: bigint | null
  readonly highOre: bigint | null
  readonly atRiskOre: bigint
  /** What is left over at either end of the forecast, the least first. */
  readonly leftOverOre: readonly [bigint, bigint]
}

export interface FlagGrounds {
  readonly tree: PlanTree
  readonly periods: readonly Period[]
  readonly updates: readonly ActivityUpdate[]
  readonly money: readonly MoneyOf[]
  /** `YYYY-MM-DD` */
  readonly today: string
}

const A_KRONA = 100n

/**
 * Everything that is late, stopped, over its money, not told or not measured, the gravest first and each once. It follows
 * from the plan and from what was told alone: nobody sets a flag and nobody takes one down.
 */
export function redFlags(of: FlagGrounds): Flag[] {
  const found = [
    ...activityFlags(of),
    ...moneyFlags(of),
    ...dayFlags(of),
    ...periodFlags(of),
    ...goalFlags(of),
    ...ratedRisks(of.tree).flatMap(({ risk, score }) =>
      score !== null && score >= HIGH ? [flag('risk-high', risk, { count: score })] : [],
    ),
  ]
  return found.toSorted((a, b) => FLAG_KINDS.indexOf(a.kind) - FLAG_KINDS.indexOf(b.kind))
}

function flag(kind: FlagKind, item: PlanItem, parts: Partial<Flag> = {}): Flag {
  const none = { period: null, day: null, amountOre: null, leastOre: null, count: null, told: null }
  return { key: `${kind}:${item.id}`, kind, item, ...none, ...parts }
}

function activityFlags({ tree, periods, updates, today }: FlagGrounds): Flag[] {
  const latest = latestUpdates({ periods, updates })
  return tree.all('activity').flatMap((activity) => {
    const update = latest.get(activity.id)
    const { start, end } = activity.fields
    if (update?.status === 'done') return []
    const told = update === undefined ? null : { cause: update.cause, measure: update.measure }
    if (update?.status === 'stopped') return [flag('activity-stopped', activity, { told })]
    if (end !== null && end < today) return [flag('activity-overdue', activity, { day: end, told })]
    if (update?.status === 'late') return [flag('activity-late', activity, { told })]
    if (update?.status === 'not-begun' && start !== null && start < today)
      return [flag('activity-not-begun', activity, { day: start })]
    return []
  })
}

function moneyFlags({ money }: FlagGrounds): Flag[] {
  return money.flatMap(({ activity, atRiskOre, leftOverOre, ...of }) => {
    const { budgetOre, usedOre, committedOre, state, lowOre, highOre } = of
    const overOre = budgetOre === null ? 0n : usedOre + committedOre - budgetOre
    if (overOre >= A_KRONA) return [flag('money-over', activity, { amountOre: overOre })]
    if (state === 'over' && budgetOre !== null && lowOre !== null && highOre !== null) {
      const beyond = (ore: bigint) => (ore > budgetOre ? ore - budgetOre : 0n)
      return [flag('money-exceeding', activity, { leastOre: beyond(lowOre), amountOre: beyond(highOre) })]
    }
    const [leastOre, amountOre] = leftOverOre
    return atRiskOre > 0n ? [flag('money-unused', activity, { amountOre, leastOre })] : []
  })
}

function dayFlags({ tree, today }: FlagGrounds): Flag[] {
  return [
    ...tree
      .all('milestone')
      .filter(({ fields: { on, done } }) => on !== null && on < today && !done)
      .map((milestone) => flag('milestone-overdue', milestone, { day: milestone.fields.on })),
    ...openActions(tree, today)
      .filter(({ isOverdue }) => isOverdue)
      .map(({ task }) => flag('task-overdue', task, { day: task.fields.due })),
  ]
}

function periodFlags({ tree, periods, updates, today }: FlagGrounds): Flag[] {
  return periods.flatMap((period) => {
    if (period.closedAt !== null || period.dueOn >= today) return []
    const told = new Set(
      updates.filter(({ periodId }) => periodId === period.id).map(({ activityId }) => activityId),
    )
    const count = tree
      .all('activity')
      .filter((activity) => isDuring(activity, period) && !told.has(activity.id)).length
    if (count === 0) return []
    const none = { item: null, amountOre: null, leastOre: null, told: null }
    const kind = 'update-missing' as const
    return [{ key: `${kind}:${period.id}`, kind, ...none, period, day: period.dueOn, count }]
  })
}

function goalFlags({ tree, today }: FlagGrounds): Flag[] {
  const { document } = tree
  const hasBegun = document.facts.startsOn <= today
  const goals = tree.all('goal').flatMap((goal) => {
    const under = tree.withAllUnder(goal)
    const indicators = under.filter((item) => item.kind === 'indicator')
    if (indicators.length === 0) return [flag('goal-without-indicator', goal)]
    const hasFigures =
      indicators.some(({ fields }) => fields.catalogue.length > 0) ||
      under.some(({ kind, fields }) => kind === 'figure' && fields.what === 'actual' && fields.value !== null)
    return hasBegun && !hasFigures ? [flag('goal-without-figures', goal)] : []
  })
  const due = tree.all('indicator').flatMap((indicator) => {
    const year = latestDueYear(document, indicator.fields.dueMonth, today)
    if (year === null || !lacksFigure(tree, indicator, year)) return []
    const key = `indicator-due:${indicator.id}:${year}`
    return [{ ...flag('indicator-due', indicator, { count: year }), key }]
  })
  return [...goals, ...due]
}
