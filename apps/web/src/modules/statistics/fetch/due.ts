import type { FetchAgain } from '../model-datasets.ts'

const HOUR_MS = 3_600_000
/** The clock strikes by the hour: half an hour early is on time. */
const EARLY_MS = HOUR_MS / 2
const INTERVAL_HOURS = { daily: 24, weekly: 7 * 24, monthly: 30 * 24 } as const

/**
 * Whether it is time to fetch again. A month is thirty days.
 * @example isDue('daily', new Date('2026-11-21T06:00Z'), new Date('2026-11-22T06:00Z')) // true
 */
export function isDue(every: Exclude<FetchAgain, 'never'>, last: Date, now: Date): boolean {
  return now.getTime() - last.getTime() >= INTERVAL_HOURS[every] * HOUR_MS - EARLY_MS
}
