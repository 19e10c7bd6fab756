import { groupKey } from './group-key.ts'
import { subsetsOf } from './subsets.ts'
import type { BaseCell } from './types.ts'

/**
 * Sums a population to every margin of its dimensions, `{}` included.
 *
 * @param cells the inner cells, all with the same dimensions; equal groups are added
 * @returns a cell for every subset of the dimensions and every observed combination
 * @example baseMargins([{ by: { sex: 'women', industry: 'G' }, count: 30 }])
 */
export function baseMargins(cells: readonly BaseCell[]): BaseCell[] {
  const sums = new Map<string, BaseCell>()
  const dimensions = [...new Set(cells.flatMap((cell) => Object.keys(cell.by)))]
  for (const names of subsetsOf(dimensions)) {
    for (const cell of cells) {
      const by = Object.fromEntries(names.map((name) => [name, cell.by[name] ?? '']))
      const key = groupKey(by)
      sums.set(key, { by, count: (sums.get(key)?.count ?? 0) + cell.count })
    }
  }
  return [...sums.values()]
}

/**
 * Each dimension's labels by the size of their population, smallest first: an order that is known to all, in which
 * protection may take its complements.
 *
 * @param base cells with margins, as `baseMargins` gives them
 * @example smallestFirst(baseMargins(base)).sex // ['women', 'men']
 */
export function smallestFirst(base: readonly BaseCell[]): Record<string, string[]> {
  const single = new Map<string, { label: string; count: number }[]>()
  for (const { by, count } of base) {
    const [entry, ...more] = Object.entries(by)
    if (entry === undefined || more.length > 0) continue
    single.set(entry[0], [...(single.get(entry[0]) ?? []), { label: entry[1], count }])
  }
  return Object.fromEntries(
    [...single].map(([name, labels]) => [
      name,
      labels.toSorted((a, b) => a.count - b.count || (a.label < b.label ? -1 : 1)).map(({ label }) => label),
    ]),
  )
}
