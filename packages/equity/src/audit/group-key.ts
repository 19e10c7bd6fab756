import type { By } from './types.ts'

/**
 * Dimension names of a group in code-point order.
 *
 * @example dimensionsOf({ sex: 'women', age: '20–29' }) // ['age', 'sex']
 */
export function dimensionsOf(by: By): string[] {
  return Object.keys(by).sort()
}

/**
 * A key that is equal for equal groups, whatever the order of their dimensions.
 *
 * @example groupKey({ sex: 'women', age: 'young' }) === groupKey({ age: 'young', sex: 'women' }) // true
 */
export function groupKey(by: By): string {
  return JSON.stringify(dimensionsOf(by).map((name) => [name, by[name]]))
}

/**
 * A key that is equal for groups of the same set of dimensions.
 *
 * @example crossingKey({ sex: 'women' }) === crossingKey({ sex: 'men' }) // true
 */
export function crossingKey(by: By): string {
  return JSON.stringify(dimensionsOf(by))
}

/** The group without one dimension. */
export function without(by: By, dimension: string): By {
  return Object.fromEntries(Object.entries(by).filter(([name]) => name !== dimension))
}

/**
 * Code-point order, the same in every locale.
 *
 * @example compareText('a', 'b') // -1
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
