import { groupKey } from './group-key.ts'
import { groupOf } from './rule.ts'
import type { TableIndex } from './table-index.ts'
import type { By } from './types.ts'

/**
 * Whether a group's total gives all its parts away: along some dimension every category is 1, or every one
 * is N−1. All of them are hidden then, and nothing else with that total would be: so the total is hidden too.
 */
export function betraysLine({ cells, labels, pair, rule }: TableIndex, by: By): boolean {
  for (const [name, all] of labels) {
    if (name === pair || name in by) continue
    const line = all.flatMap((label) => cells.get(groupKey({ ...by, [name]: label })) ?? [])
    if (line.length < 2) continue
    const groups = line.map((cell) => groupOf([cell], rule).counts)
    const [first = []] = groups
    const alike = first.some(
      (count, part) =>
        (count === 1 || count === rule.threshold - 1) && groups.every((counts) => counts[part] === count),
    )
    if (alike) return true
  }
  return false
}
