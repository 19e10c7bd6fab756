import { STATE } from '../stat/cell-state.ts'
import { cellsOf, type StatTable, sizesOf, stridesOf } from '../stat/stat-table.ts'

/** Goes through the cells of a box, telling for each the place of its row’s start and how far the row runs. */
export function forEachRow(
  places: readonly (readonly number[])[],
  strides: readonly number[],
  take: (start: number) => void,
): void {
  const sizes = places.map(({ length }) => length)
  const rows = cellsOf(sizes)
  const turn = new Array<number>(sizes.length).fill(0)
  for (let row = 0; row < rows; row++) {
    let start = 0
    for (let d = 0; d < sizes.length; d++) start += (places[d]?.[turn[d] ?? 0] ?? 0) * (strides[d] ?? 1)
    take(start)
    for (let d = sizes.length - 1; d >= 0; d--) {
      const next = (turn[d] ?? 0) + 1
      turn[d] = next < (sizes[d] ?? 0) ? next : 0
      if (next < (sizes[d] ?? 0)) break
    }
  }
}

/**
 * The cells of a table at the places chosen of each dimension, in that order.
 * @param places for each dimension, places among its categories
 * @param strides how far apart the neighbours of each dimension lie; those of the table where they are not given, so
 * that dimensions may be taken in another order
 */
export function cellsAt(
  table: StatTable,
  places: readonly (readonly number[])[],
  strides: readonly number[] = stridesOf(sizesOf(table)),
): Pick<StatTable, 'values' | 'states'> {
  const cells = cellsOf(places.map(({ length }) => length))
  const values = new Float64Array(cells)
  const states = new Uint8Array(cells)
  let cell = 0
  forEachRow(places, strides, (from) => {
    values[cell] = table.values[from] ?? Number.NaN
    states[cell] = table.states[from] ?? STATE.unavailable
    cell++
  })
  return { values, states }
}
