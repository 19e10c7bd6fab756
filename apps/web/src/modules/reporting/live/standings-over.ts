import { type followed, isDuring, type OpenedPlan, type Standing, standingsIn } from '../../plan/public.ts'

/**
 * How activities go over a time that may hold several periods: each by the latest of them in which it is told of. Of a time
 * that is one period, what that period says.
 */
export function standingsOver(
  opened: OpenedPlan,
  all: Awaited<ReturnType<typeof followed>>,
  span: { readonly startsOn: string; readonly endsOn: string },
): Standing[] {
  const within = all.periods
    .filter(({ startsOn, endsOn }) => startsOn >= span.startsOn && endsOn <= span.endsOn)
    .toSorted((a, b) => a.endsOn.localeCompare(b.endsOn))
  const latest = new Map<string, Standing>()
  for (const period of within)
    for (const standing of standingsIn(opened, all, period))
      if (standing.update !== null || !latest.has(standing.activity.id))
        latest.set(standing.activity.id, standing)
  return opened.document.items.flatMap((item): Standing[] => {
    if (item.kind !== 'activity') return []
    const told = latest.get(item.id)
    if (told !== undefined) return [told]
    return isDuring(item, span) ? [{ activity: item, update: null, before: null }] : []
  })
}
