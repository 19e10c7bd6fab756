import type { Measure } from '../stat/stat-table.ts'

/** What PxWebApi v2 writes for stock, flow and average; `Other` for none of them. */
export const MEASURING_TYPES: ReadonlyMap<string, NonNullable<Measure['kind']>> = new Map([
  ['Stock', 'stock'],
  ['Flow', 'flow'],
  ['Average', 'average'],
])

/** `NotApplicable` where there are no prices. */
export const PRICE_TYPES: ReadonlyMap<string, NonNullable<Measure['prices']>> = new Map([
  ['Current', 'current'],
  ['Fixed', 'fixed'],
])

export const ADJUSTMENTS: ReadonlyMap<string, NonNullable<Measure['adjusted']>> = new Map([
  ['None', { calendar: false, season: false }],
  ['SesOnly', { calendar: false, season: true }],
  ['WorkOnly', { calendar: true, season: false }],
  ['WorkAndSes', { calendar: true, season: true }],
])

/** The word for an adjustment; what is not said counts as not adjusted. */
export function adjustmentWord({
  calendar = false,
  season = false,
}: NonNullable<Measure['adjusted']>): string {
  if (calendar) return season ? 'WorkAndSes' : 'WorkOnly'
  return season ? 'SesOnly' : 'None'
}

/** The key that holds a value. */
export function wordFor<T>(words: ReadonlyMap<string, T>, value: T | undefined): string | undefined {
  if (value === undefined) return undefined
  return [...words].find(([, each]) => each === value)?.[0]
}
