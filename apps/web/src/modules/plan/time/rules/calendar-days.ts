import type { Period } from '../../follow/model-follow.ts'
import type { ItemTrail } from '../../model.ts'
import type { CalendarDay } from './icalendar.ts'
import type { TimeGrid } from './time-grid.ts'

/** What the days of a calendar are called, in the reader’s language. */
export interface CalendarWords {
  readonly starts: (name: string) => string
  readonly ends: (name: string) => string
  readonly due: (period: Period) => string
}

/** The days of a plan that people put into their calendars: milestones, starts and ends, meetings, tasks, follow-up. */
export function calendarDays(
  grid: TimeGrid,
  trails: ReadonlyMap<string, ItemTrail>,
  periods: readonly Period[],
  words: CalendarWords,
): CalendarDay[] {
  const days: CalendarDay[] = []
  const put = (id: string, what: string, day: string | null, summary: string, description = '') => {
    if (day === null) return
    const changedAt = trails.get(id)?.changedAt ?? new Date(`${day}T00:00:00Z`)
    days.push({ uid: `${id}-${what}@jamvikt`, day, summary, description, changedAt })
  }
  for (const { item } of grid.rows) {
    const { name } = item.fields
    const priority = grid.tree.priorityOf(item)?.fields.name ?? ''
    if (item.kind === 'milestone') put(item.id, 'on', item.fields.on, name, priority)
    if (item.kind !== 'activity') continue
    put(item.id, 'start', item.fields.start, words.starts(name), priority)
    put(item.id, 'end', item.fields.end, words.ends(name), priority)
  }
  for (const { id, fields } of grid.tree.all('meeting')) put(id, 'on', fields.on, fields.name, fields.agenda)
  for (const { id, fields } of grid.tree.all('task')) put(id, 'due', fields.due, fields.name)
  for (const period of periods)
    if (period.closedAt === null) put(period.id, 'due', period.dueOn, words.due(period))
  return days.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.uid < b.uid ? -1 : 1))
}
