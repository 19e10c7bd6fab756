import type { Period } from '../../follow/model-follow.ts'
import type { ItemOf } from '../../model-items.ts'
import type { PlanTree } from '../../rules/tree.ts'
import { lacksFigure } from './indicator-due.ts'

export type Stage = 'before' | 'after'
/** How long after the day a late reminder may still go out: a house that slept does not wake old matters. */
const DAYS_AFTER = 14

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
  if (left >= 0) return left <= daysBefore ? 'before' : null
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
