import { compareText } from './group-key.ts'

/**
 * Every subset of the dimensions, the empty one (everybody) first, then by size.
 *
 * @param dimensions distinct names; twins count once
 * @param largest leave out subsets of more dimensions than this
 * @example subsetsOf(['sex', 'age']) // [[], ['sex'], ['age'], ['sex', 'age']]
 */
export function subsetsOf(dimensions: readonly string[], largest = Number.POSITIVE_INFINITY): string[][] {
  let subsets: string[][] = [[]]
  for (const name of new Set(dimensions)) {
    subsets = [...subsets, ...subsets.filter((s) => s.length < largest).map((s) => [...s, name])]
  }
  return subsets.sort((a, b) => a.length - b.length)
}

/** Every combination of the labels of some dimensions, in order of the lists; `[{}]` for none. */
export function combinationsOf(
  dimensions: readonly string[],
  labels: (dimension: string) => readonly string[],
): Record<string, string>[] {
  let rows: Record<string, string>[] = [{}]
  for (const name of dimensions) {
    rows = rows.flatMap((row) => labels(name).map((label) => ({ ...row, [name]: label })))
  }
  return rows
}

/** Distinct values in code-point order. */
export function distinctSorted(values: Iterable<string>): string[] {
  return [...new Set(values)].sort(compareText)
}
