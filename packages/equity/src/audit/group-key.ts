import type { By } from './types.ts'

/** Dimension names of a group in code-point order. */
export function dimensionsOf(by: By): string[] {
  return Object.keys(by).sort()
}

/** A key that is equal for equal groups, whatever the order of their dimensions. */
export function groupKey(by: By): string {
  return JSON.stringify(dimensionsOf(by).map((name) => [name, by[name]]))
}

/** A key that is equal for groups of the same set of dimensions. */
export function crossingKey(by: By): string {
  return JSON.stringify(dimensionsOf(by))
}

/** The group without one dimension. */
export function without(by: By, dimension: string): By {
  return Object.fromEntries(Object.entries(by).filter(([name]) => name !== dimension))
}

/** Code-point order, the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
