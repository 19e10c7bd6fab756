import type { By } from './types.ts'

/** Equal for equal groups, whatever the order of their dimensions. */
export function groupKey(by: By): string {
  return JSON.stringify(
    Object.keys(by)
      .sort()
      .map((name) => [name, by[name]]),
  )
}

/** Equal for equal sets of dimensions. */
export function crossingKey(dimensions: readonly string[]): string {
  return JSON.stringify([...dimensions].sort())
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Every combination of labels, the last dimension turning fastest; `[{}]` for no dimension. */
export function combinations(
  dimensions: readonly string[],
  labels: ReadonlyMap<string, readonly string[]>,
): By[] {
  return [...eachCombination(dimensions, labels)]
}

/** The same one by one. */
export function* eachCombination(
  dimensions: readonly string[],
  labels: ReadonlyMap<string, readonly string[]>,
  within: By = {},
): Generator<By> {
  const [name, ...others] = dimensions
  if (name === undefined) yield within
  else {
    for (const label of labels.get(name) ?? []) {
      yield* eachCombination(others, labels, { ...within, [name]: label })
    }
  }
}
