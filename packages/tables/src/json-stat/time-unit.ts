import type { TimeUnit } from '../stat/stat-table.ts'

const PATTERNS: readonly (readonly [TimeUnit, RegExp])[] = [
  ['year', /^\d{4}$/],
  ['half-year', /^\d{4}-?[HhSs][12]$/],
  ['quarter', /^\d{4}-?[KkQq][1-4]$/],
  ['month', /^\d{4}(?:[Mm]|-)(?:0[1-9]|1[0-2])$/],
  ['week', /^\d{4}-?[VvWwUu](?:0[1-9]|[1-4]\d|5[0-3])$/],
  ['day', /^\d{4}-\d\d-\d\d$/],
]

/**
 * The unit of a time dimension by its codes, since JSON-stat does not say it: `2024`, `2024H1`, `2024K2` or `2024Q2`,
 * `2024M06`, `2024V05` or `2024W05`, `2024-06-30`.
 * @returns the unit that every code has the form of; `undefined` where they differ or are something else
 * @example timeUnitOf(['2024K1', '2024K2']) // 'quarter'
 */
export function timeUnitOf(codes: readonly string[]): TimeUnit | undefined {
  if (codes.length === 0) return undefined
  return PATTERNS.find(([, pattern]) => codes.every((code) => pattern.test(code)))?.[0]
}
