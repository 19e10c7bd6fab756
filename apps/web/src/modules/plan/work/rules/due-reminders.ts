import type { Period } from '../../follow/model-follow.ts'
import { LINK_DAYS } from '../../follow/model-links.ts'
import type { ItemOf } from '../../model-items.ts'
import type { PlanTree } from '../../rules/tree.ts'
import { lacksFigure } from './indicator-due.ts'

export type Stage = 'before' | 'after'
/** How long after the day a late reminder may still go out: a house that slept does not wake old matters. */
const DAYS_AFTER = 14

/** A link that was sent earlier than this would be dead before the day that it reminds of. */
export const MOST_DAYS_BEFORE = LINK_DAYS

/** How many days before, as it is typed; `null` where it is no number that will do. */
export function readDaysBefore(typed: string): number | null {
  const days = /^\d{1,2}$/.test(typed) ? Number(typed) : 0
  return days >= 1 && days <= MOST_DAYS_BEFORE ? days : null
}

/** What a person has been reminded of: known by its stage or kind, and what it is of. */
export function aboutPeriod(stage: Stage, { id }: Pick<Period, 'id'>): string {
  return `${stage}:${id}`
}
export function aboutIndicator({ id }: ItemOf<'indicator'>, year: number): string {
  return `indicator:${id}:${year}`
}

/** The stage that a period is in on a day; `null` where nobody is to be reminded of it. */
export function stageOf(
  period: Pick<Period, 'dueOn' | 'closedAt'>,
  today: string,
  daysBefore: number,
): Stage | null {
  if (period.closedAt !== null) return null
  const left = daysBetween(today, period.dueOn)
  if (left >= 0) return left <= Math.min(daysBefore, MOST_DAYS_BEFORE) ? 'before' : null
  return -left <= DAYS_AFTER ? 'after' : null
}

/** The indicators whose figure is due this month and not there. */
export function indicatorsDue(tree: PlanTree, today: string): ItemOf<'indicator'>[] {
  const year = Number(today.slice(0, 4))
  const { startsOn, endsOn } = tree.document.facts
  if (today < startsOn || year > Number(endsOn.slice(0, 4)) + 1) return []
  return tree
    .all('indicator')
    .filter(
      (indicator) =>
        indicator.fields.dueMonth === Number(today.slice(5, 7)) && lacksFigure(tree, indicator, year),
    )
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
