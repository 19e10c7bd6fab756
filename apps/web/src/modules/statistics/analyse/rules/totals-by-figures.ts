import { isFigure, type StatTable, sizesOf, stridesOf } from '@jamvikt/tables'
import type { Concepts } from '../../rules/concepts.ts'
import { totalOf } from '../../rules/view.ts'

/** Cells in which a category has to be the sum of all others before it is a total. */
const FEWEST_CELLS = 3
const FEWEST_CATEGORIES = 3

/**
 * Marks the totals that are not named so: a category whose figure is the sum of all others' in every cell that has them
 * all, in three cells or more. Sexes, periods and measures are left as they are, as is a dimension that has a total.
 * @returns the same table where none is found
 */
export function withTotals(table: StatTable, concepts: Concepts): StatTable {
  const dimensions = table.dimensions.map((dimension, d) => {
    const { id, role, categories, elimination } = dimension
    const isLeft = role === 'time' || role === 'metric' || id === concepts.sex?.dimension
    if (isLeft || categories.length < FEWEST_CATEGORIES || elimination !== undefined) return dimension
    if (totalOf(dimension, concepts) !== null) return dimension
    const total = categories[totalAt(table, d)]?.code
    return total === undefined ? dimension : { ...dimension, elimination: { total } }
  })
  const isSame = dimensions.every((dimension, d) => dimension === table.dimensions[d])
  return isSame ? table : { ...table, dimensions }
}

/** The place of the one category that is the sum of the others everywhere; -1 where there is none. */
function totalAt(table: StatTable, d: number): number {
  const sizes = sizesOf(table)
  const size = sizes[d] ?? 0
  const stride = stridesOf(sizes)[d] ?? 1
  const candidates = new Set(Array.from({ length: size }, (_, at) => at))
  let cells = 0
  for (let start = 0; start < table.values.length && candidates.size > 0; start++) {
    if (Math.floor(start / stride) % size !== 0) continue
    const figures = figuresFrom(table, start, stride, size)
    if (figures === null) continue
    const sum = figures.reduce((all, figure) => all + figure, 0)
    if (sum === 0) continue
    cells++
    for (const at of candidates) if (2 * (figures[at] ?? 0) !== sum) candidates.delete(at)
  }
  const [found, ...more] = candidates
  return found === undefined || more.length > 0 || cells < FEWEST_CELLS ? -1 : found
}

function figuresFrom(
  { values, states }: StatTable,
  start: number,
  stride: number,
  size: number,
): readonly number[] | null {
  const figures: number[] = []
  for (let at = 0; at < size; at++) {
    const cell = start + at * stride
    if (!isFigure(states[cell] ?? 0)) return null
    figures.push(values[cell] ?? Number.NaN)
  }
  return figures
}
