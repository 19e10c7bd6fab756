/** One thing that has been open to everybody: when it opened, and when and why it went. */
export interface LoggedPublication {
  readonly kind: 'table' | 'page' | 'indicator' | 'plan'
  /** What the versions of one thing have in common. */
  readonly id: string
  /** Its address under the open site. */
  readonly slug: string
  readonly name: string
  readonly version: number
  readonly openedAt: Date
  readonly closedAt: Date | null
  /** What had changed when it opened, and why it went. */
  readonly notice: string | null
  readonly closingNotice: string | null
}

export interface LogEvent {
  readonly at: Date
  readonly event: 'opened' | 'replaced' | 'closed'
  readonly entry: LoggedPublication
  /** The version that took its place. */
  readonly by: number | null
  /** Whether any version of the thing is open. */
  readonly isOpen: boolean
}

/** One version closes and the next opens in one act, by two clocks. */
const ONE_ACT_MS = 1000

/** What has happened, the latest first: each thing opened, and was replaced by its next version or taken off. */
export function logEvents(entries: readonly LoggedPublication[]): LogEvent[] {
  const isOpen = (id: string) => entries.some((each) => each.id === id && each.closedAt === null)
  const events = entries.flatMap((entry): LogEvent[] => {
    const opened: LogEvent = {
      at: entry.openedAt,
      event: 'opened',
      entry,
      by: null,
      isOpen: isOpen(entry.id),
    }
    if (entry.closedAt === null) return [opened]
    const by = entry.kind === 'indicator' ? undefined : nextOf(entry, entry.closedAt, entries)
    return by === undefined
      ? [{ ...opened, at: entry.closedAt, event: 'closed' }, opened]
      : [{ ...opened, at: by.openedAt, event: 'replaced', by: by.version }, opened]
  })
  // Of one act, what opened stands over what it replaced.
  return events.toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.entry.version - a.entry.version)
}

function nextOf(entry: LoggedPublication, closedAt: Date, entries: readonly LoggedPublication[]) {
  return entries
    .filter((each) => each.id === entry.id && each.openedAt > entry.openedAt)
    .toSorted((a, b) => a.openedAt.getTime() - b.openedAt.getTime())
    .find(({ openedAt }) => Math.abs(openedAt.getTime() - closedAt.getTime()) <= ONE_ACT_MS)
}

/** What was done to an indicator that tells whether it is open. */
export interface IndicatorAct {
  readonly id: string
  readonly datasetId: string
  readonly name: string
  readonly at: Date
  readonly opens: boolean
}

/**
 * When indicators have been open to everybody: while they were opened and their table was open too.
 * @param acts the oldest first
 */
export function indicatorEntries(
  acts: readonly IndicatorAct[],
  tables: readonly LoggedPublication[],
): LoggedPublication[] {
  return [...Map.groupBy(acts, ({ id }) => id).values()].flatMap((ofOne) =>
    spansOf(ofOne).flatMap(({ act, from, to }) => {
      const shown = tables.filter(
        ({ id, openedAt, closedAt }) =>
          id === act.datasetId && (to === null || openedAt < to) && (closedAt === null || closedAt > from),
      )
      if (shown.length === 0) return []
      const ends = shown.map(({ closedAt }) => closedAt?.getTime() ?? Number.POSITIVE_INFINITY)
      const end = Math.min(Math.max(...ends), to?.getTime() ?? Number.POSITIVE_INFINITY)
      const first = Math.min(...shown.map(({ openedAt }) => openedAt.getTime()))
      return [
        {
          kind: 'indicator' as const,
          id: act.id,
          slug: `indicators/${act.id}`,
          name: act.name,
          version: 0,
          openedAt: new Date(Math.max(from.getTime(), first)),
          closedAt: Number.isFinite(end) ? new Date(end) : null,
          notice: null,
          closingNotice: null,
        },
      ]
    }),
  )
}

function spansOf(acts: readonly IndicatorAct[]) {
  const spans: { act: IndicatorAct; from: Date; to: Date | null }[] = []
  for (const act of acts) {
    const last = spans.at(-1)
    const isOpen = last !== undefined && last.to === null
    if (act.opens && !isOpen) spans.push({ act, from: act.at, to: null })
    else if (!act.opens && isOpen) last.to = act.at
  }
  return spans
}
