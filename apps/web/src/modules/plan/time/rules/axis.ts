import { type Timeline, timelineOver } from '../../rules/timeline.ts'
import { spanOf, type TimeGrid } from './time-grid.ts'

export const ZOOMS = ['month', 'quarter', 'half-year', 'year'] as const
export type Zoom = (typeof ZOOMS)[number]

const MONTHS_IN: Readonly<Record<Zoom, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }
/** The least width of a month, so that words over it can be read. */
const PIXELS_A_MONTH: Readonly<Record<Zoom, number>> = { month: 36, quarter: 14, 'half-year': 9, year: 4 }
const MOST_YEARS_BEYOND = 5

export interface Tick {
  readonly day: string
  readonly year: number
  /** Which month, quarter or half-year of the year, from 1. */
  readonly part: number
}

export interface Axis {
  readonly line: Timeline
  readonly ticks: readonly Tick[]
  readonly zoom: Zoom
  /** Least width in pixels. */
  readonly width: number
}

/** From the plan’s first day to its last, or some years further where something reaches beyond. */
export function axisOf(grid: TimeGrid, zoom: Zoom): Axis {
  const { startsOn, endsOn } = grid.tree.document.facts
  const least = yearsFrom(startsOn, -MOST_YEARS_BEYOND)
  const most = yearsFrom(endsOn, MOST_YEARS_BEYOND)
  let [first, last] = [startsOn, endsOn]
  for (const { item } of grid.rows) {
    const { start, end } = spanOf(item)
    for (const day of [start, end]) {
      if (day === null) continue
      if (day < first) first = day < least ? least : day
      if (day > last) last = day > most ? most : day
    }
  }
  const line = timelineOver(first, last)
  const from = line.marks[0]
  const ticks: Tick[] = []
  const [year, month] = [from?.year ?? 0, Number(from?.day.slice(5, 7) ?? 1)]
  for (let at = month - 1; at < month - 1 + line.months; at += 1) {
    const inYear = at % 12
    if (inYear % MONTHS_IN[zoom] !== 0) continue
    const of = year + Math.floor(at / 12)
    const day = `${of}-${String(inYear + 1).padStart(2, '0')}-01`
    ticks.push({ day, year: of, part: inYear / MONTHS_IN[zoom] + 1 })
  }
  return { line, ticks, zoom, width: Math.round(line.months * PIXELS_A_MONTH[zoom]) }
}

function yearsFrom(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4, 8)}01`
}
