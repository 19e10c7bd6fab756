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
