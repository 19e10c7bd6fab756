import type { ItemOf } from '../../model-items.ts'
import type { PlanTree } from '../../rules/tree.ts'

/**
 * Whether an indicator lacks the actual figure that is due in a year: that of the year itself or of the year before. Said
 * to be missing is said. One that follows the catalogue lacks nothing: its figures come from there.
 */
export function lacksFigure(tree: PlanTree, indicator: ItemOf<'indicator'>, dueYear: number): boolean {
  if (indicator.fields.catalogue.length > 0) return false
  return !tree
    .all('figure', indicator.id)
    .some(
      ({ fields: { what, year, value, missing } }) =>
        what === 'actual' && year !== null && year >= dueYear - 1 && (value !== null || missing !== null),
    )
}

/** The latest year in which an indicator’s month has passed while the plan went on or the year after; `null` if none. */
export function latestDueYear(
  { facts }: PlanTree['document'],
  dueMonth: number | null,
  today: string,
): number | null {
  if (dueMonth === null) return null
  const year = Number(today.slice(0, 4))
  const isPassed = Number(today.slice(5, 7)) > dueMonth
  const latest = Math.min(isPassed ? year : year - 1, Number(facts.endsOn.slice(0, 4)) + 1)
  const first = monthOf(latest, dueMonth) >= facts.startsOn.slice(0, 7)
  return first ? latest : null
}

/** A month as days begin with it: `2026-03`. */
export function monthOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`
}
