import type { PlanPublication } from '../model-open.ts'

/** Whether it came to be shown, or will: it was not taken back before it opened. */
function isNotTakenBack({ openFrom, endedAt }: PlanPublication): boolean {
  return endedAt === null || endedAt > openFrom
}

/** Publications of one plan that have opened, the first first. */
export function openedUntil(publications: readonly PlanPublication[], now: Date): readonly PlanPublication[] {
  return publications
    .filter((each) => isNotTakenBack(each) && each.openFrom <= now)
    .toSorted(
      (a, b) => a.openFrom.getTime() - b.openFrom.getTime() || a.madeAt.getTime() - b.madeAt.getTime(),
    )
}

/**
 * What shows a plan at a moment: the publication that opened last. Where that one has been taken off the plan is not
 * shown: no earlier version comes back by itself.
 */
export function shownAt(publications: readonly PlanPublication[], now: Date): PlanPublication | null {
  const last = openedUntil(publications, now).at(-1)
  return last === undefined || last.endedAt !== null ? null : last
}

/** What has been decided and is to open later. */
export function waitingAt(publications: readonly PlanPublication[], now: Date): PlanPublication | null {
  return publications.find(({ endedAt, openFrom }) => endedAt === null && openFrom > now) ?? null
}

/** Whether a version has been shown and never taken off: what it said may still be told. */
export function mayBeTold(
  publications: readonly PlanPublication[],
  version: number,
  now: Date,
): PlanPublication | null {
  const own = publications.filter((each) => each.version === version)
  if (own.some(({ endedAt }) => endedAt !== null)) return null
  return openedUntil(own, now).at(-1) ?? null
}
