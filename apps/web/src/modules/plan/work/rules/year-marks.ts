import type { Period } from '../../follow/model-follow.ts'
import type { PlanItem } from '../../model-items.ts'
import type { PlanTree } from '../../rules/tree.ts'
import { monthOf } from './indicator-due.ts'

const MARK_KINDS = [
  'plan-start',
  'plan-end',
  'period-due',
  'meeting',
  'milestone',
  'budget-end',
  'indicator',
] as const
type MarkKind = (typeof MARK_KINDS)[number]

/** Something that comes at a time of the year. */
export interface YearMark {
  readonly kind: MarkKind
  /** `YYYY-MM-DD`; the first of the month where a whole month is meant. */
  readonly day: string
  readonly isMonth: boolean
  readonly item: PlanItem | null
  readonly period: Period | null
}

/** What comes in a year, day by day: the plan’s own days, what is to be told, meetings, milestones, budget, figures. */
export function yearMarks(tree: PlanTree, periods: readonly Period[], year: number): YearMark[] {
  const { startsOn, endsOn } = tree.document.facts
  const marks: YearMark[] = []
  const add = (kind: MarkKind, day: string | null, of: Partial<YearMark> = {}) => {
    if (day?.startsWith(`${year}-`))
      marks.push({ kind, day, isMonth: false, item: null, period: null, ...of })
  }
  add('plan-start', startsOn)
  add('plan-end', endsOn)
  for (const period of periods) add('period-due', period.dueOn, { period })
  for (const item of tree.all('meeting')) add('meeting', item.fields.on, { item })
  for (const item of tree.all('milestone')) add('milestone', item.fields.on, { item })
  const isBudgeted = String(year) >= startsOn.slice(0, 4) && String(year) <= endsOn.slice(0, 4)
  if (isBudgeted && tree.all('budget').length > 0) add('budget-end', `${year}-12-31`)
  for (const item of tree.all('indicator')) {
    const { dueMonth } = item.fields
    if (dueMonth === null) continue
    const month = monthOf(year, dueMonth)
    // The figure of the plan’s last year is due the year after it.
    if (month >= startsOn.slice(0, 7) && year <= Number(endsOn.slice(0, 4)) + 1)
      add('indicator', `${month}-01`, { item, isMonth: true })
  }
  return marks.toSorted(
    (a, b) => a.day.localeCompare(b.day) || MARK_KINDS.indexOf(a.kind) - MARK_KINDS.indexOf(b.kind),
  )
}

/** The years that a plan’s wheel can show: its own, and those of what is to be told of it. */
export function yearsOf(tree: PlanTree, periods: readonly Period[]): number[] {
  const { startsOn, endsOn } = tree.document.facts
  const days = [startsOn, endsOn, ...periods.map(({ dueOn }) => dueOn)].map((day) => Number(day.slice(0, 4)))
  const [first, last] = [Math.min(...days), Math.max(...days)]
  return Array.from({ length: Math.min(last - first + 1, MOST_YEARS) }, (_, at) => first + at)
}

const MOST_YEARS = 30
