import { readDay } from './day-text.ts'
import type { Edit } from './edits.ts'
import { type ShiftUnit, shiftDay } from './shift-day.ts'
import { fieldAt, type TimeColumn, type TimeGrid } from './time-grid.ts'

/** What is to be done with all rows that are chosen; what is left out stays. */
export interface Bulk {
  readonly shift: { readonly by: number; readonly unit: ShiftUnit } | null
  readonly set: Partial<Readonly<Record<'start' | 'end' | 'unit' | 'responsible', string>>>
}

/**
 * The cells that a bulk change touches, as they are to be typed. Columns that a row has no place for are passed over, as
 * are dates that are not known or cannot be read.
 * @param textAt what a cell says now, changes that are not saved included
 */
export function bulkEdits(
  grid: TimeGrid,
  chosen: ReadonlySet<string>,
  bulk: Bulk,
  textAt: (id: string, column: TimeColumn) => string,
): Omit<Edit, 'seen'>[] {
  return grid.rows.flatMap(({ item: { id, kind } }) => {
    if (!chosen.has(id)) return []
    const columns = (['start', 'end', 'unit', 'responsible'] as const).filter(
      (column) => fieldAt(kind, column) !== null,
    )
    return columns.flatMap((column) => {
      const wanted = bulk.set[column] ?? shifted(bulk, column, textAt(id, column))
      return wanted === null || wanted === textAt(id, column) ? [] : [{ id, column, text: wanted }]
    })
  })
}

function shifted({ shift }: Bulk, column: TimeColumn, text: string): string | null {
  if (shift === null || (column !== 'start' && column !== 'end') || text.trim() === '') return null
  const read = readDay(text, column === 'start' ? 'first' : 'last')
  return read.ok ? shiftDay(read.day, shift.by, shift.unit) : null
}
