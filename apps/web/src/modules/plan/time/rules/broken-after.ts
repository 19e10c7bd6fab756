import { spanOf, type TimeGrid, type TimeRow } from './time-grid.ts'

/** Something that waits for something else, both with known days. */
export interface Waiting {
  readonly row: TimeRow
  readonly first: TimeRow
  /** The day on which the one begins, and on which the other ends. */
  readonly begins: string
  readonly ends: string
  /** It begins before what it waits for has ended. */
  readonly isBroken: boolean
}

/** Who waits for whom, where both days are known: without them nothing can be said. */
export function waitings(grid: TimeGrid): Waiting[] {
  return grid.rows.flatMap((row) => {
    if (row.item.kind !== 'activity') return []
    const own = spanOf(row.item)
    const begins = own.start ?? own.end
    return row.item.fields.after.flatMap((id) => {
      const first = grid.row(id)
      const of = first === null ? null : spanOf(first.item)
      const ends = of?.end ?? of?.start ?? null
      if (first === null || begins === null || ends === null) return []
      return [{ row, first, begins, ends, isBroken: begins < ends }]
    })
  })
}
