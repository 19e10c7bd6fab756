import type { ReadRows } from './read-rows.ts'
import { IntakeRefusedError } from './refused.ts'

/** Rows for each value of a group, at the least; a group of so few values is always taken. */
const ROWS_PER_CODE = 10
const FEW_CODES = 10
/** Different values that an amount has, at the least. */
const LEAST_VALUES = 20
const MOST_OF_ONE = 0.5

/**
 * Refuses columns that would tell of persons what noise hides.
 * - A group of many values of few rows each holds names, or what does for names. Places of Sweden by their official codes
 *   and years are not names.
 * - An amount of few values, or of mostly one, is a count in disguise: its sum tells how many have it. Rows of 0 do not
 *   matter, since sums are told of those alone who have more.
 * @throws IntakeRefusedError `codes-like-names`, `amount-like-codes` with the column
 */
export function refuseTelling({ contents, amounts }: ReadRows): void {
  for (const { name, role, categories } of contents.dimensions) {
    const most = Math.max(FEW_CODES, contents.rows / ROWS_PER_CODE)
    if (role === 'classification' && categories.length > most)
      throw new IntakeRefusedError('codes-like-names', { column: name })
  }
  for (const [a, { name }] of contents.amounts.entries()) {
    const rowsOf = new Map<number, number>()
    let positive = 0
    let most = 0
    for (const amount of amounts[a] ?? []) {
      if (!(amount > 0)) continue
      const rows = (rowsOf.get(amount) ?? 0) + 1
      rowsOf.set(amount, rows)
      positive += 1
      most = Math.max(most, rows)
    }
    if (positive > 0 && (rowsOf.size < LEAST_VALUES || most > MOST_OF_ONE * positive))
      throw new IntakeRefusedError('amount-like-codes', { column: name })
  }
}
