import { type StatTable, sizesOf, stridesOf } from '@jamvikt/tables'

/** Whether two tables have the same dimensions, in whatever order. */
export function haveSameDimensions(a: StatTable, b: StatTable): boolean {
  const ids = new Set(b.dimensions.map(({ id }) => id))
  return a.dimensions.length === b.dimensions.length && a.dimensions.every(({ id }) => ids.has(id))
}

/**
 * Where each cell of a table stands in an earlier one with the same dimensions, by its codes.
 * @param visit is given the cell, its place in the earlier table (−1 where it is new), and the places of its codes
 */
export function matchCells(
  before: StatTable,
  after: StatTable,
  visit: (cell: number, earlier: number, at: readonly number[]) => void,
) {
  const strides = stridesOf(sizesOf(before))
  const offsets = new Map(
    before.dimensions.map(({ id, categories }, d) => [
      id,
      new Map(categories.map(({ code }, at) => [code, at * (strides[d] ?? 1)])),
    ]),
  )
  const places = after.dimensions.map(({ id, categories }) =>
    categories.map(({ code }) => offsets.get(id)?.get(code) ?? -1),
  )
  const sizes = sizesOf(after)
  const own = stridesOf(sizes)
  const at = sizes.map(() => 0)
  for (let cell = 0; cell < after.values.length; cell++) {
    let earlier = 0
    for (let d = 0; d < sizes.length; d++) {
      const place = Math.floor(cell / (own[d] ?? 1)) % (sizes[d] ?? 1)
      at[d] = place
      const offset = places[d]?.[place] ?? -1
      earlier = offset < 0 || earlier < 0 ? -1 : earlier + offset
    }
    visit(cell, earlier, at)
  }
}
