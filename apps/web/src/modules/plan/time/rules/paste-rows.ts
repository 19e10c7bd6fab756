import type { Edit } from './edits.ts'
import {
  bareName,
  COLUMNS,
  fieldAt,
  placeKey,
  type TimeColumn,
  type TimeGrid,
  type TimeRow,
} from './time-grid.ts'

export interface PasteFault {
  /** Place in the block that was pasted, counted from 1. */
  readonly row: number
  readonly column: number
  readonly text: string
  readonly reason: 'outside' | 'no-place' | 'no-such-row' | 'name-twice' | 'too-large'
}

export interface PastedRows {
  readonly edits: readonly Omit<Edit, 'seen'>[]
  /** Where in the block each edit stands, counted from 1. */
  readonly places: ReadonlyMap<string, { readonly row: number; readonly column: number }>
  readonly faults: readonly PasteFault[]
  /** A line of the block names columns, and a column of it names rows. */
  readonly byColumnNames: boolean
  readonly byRowNames: boolean
}

const MOST_CELLS = 20_000

/**
 * Reads a block copied from a spreadsheet. A first line that names columns, and a column of row numbers, tell where cells
 * go; otherwise they go where they lie, from a given cell on. An empty cell changes nothing; “–” empties one.
 * @param at the row, by its id, and the column in which the block begins
 * @param names what each column and the column of row numbers may be called
 */
export function readRows(
  grid: TimeGrid,
  text: string,
  at: { readonly id: string; readonly column: TimeColumn },
  names: {
    readonly columns: Readonly<Record<TimeColumn, readonly string[]>>
    readonly number: readonly string[]
  },
): PastedRows {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.split('\t'))
  const heading = (lines[0] ?? []).map((cell) => headingOf(cell, names))
  const byColumnNames = heading.some((each) => each !== null && each !== 'number') && lines.length > 1
  const numberAt = byColumnNames ? heading.indexOf('number') : -1
  const nameAt = byColumnNames && numberAt < 0 ? heading.indexOf('name') : -1
  const edits: Omit<Edit, 'seen'>[] = []
  const places = new Map<string, { row: number; column: number }>()
  const faults: PasteFault[] = []
  if (lines.reduce((sum, cells) => sum + cells.length, 0) > MOST_CELLS)
    return {
      edits,
      places,
      faults: [{ row: 1, column: 1, text: '', reason: 'too-large' }],
      byColumnNames,
      byRowNames: false,
    }
  const firstRow = grid.rows.findIndex(({ item }) => item.id === at.id)
  const firstColumn = COLUMNS.indexOf(at.column)
  for (const [lineAt, cells] of lines.entries()) {
    if ((byColumnNames && lineAt === 0) || cells.every((cell) => cell.trim() === '')) continue
    const found = rowOf(grid, cells, numberAt, nameAt) ?? {
      row: grid.rows[firstRow + lineAt - (byColumnNames ? 1 : 0)],
      reason: 'outside' as const,
    }
    for (const [cellAt, cell] of cells.entries()) {
      const word = cell.trim()
      const place = { row: lineAt + 1, column: cellAt + 1 }
      if (word === '' || cellAt === numberAt || cellAt === nameAt) continue
      const named = heading[cellAt]
      const column = byColumnNames
        ? named === 'number'
          ? null
          : (named ?? null)
        : COLUMNS[firstColumn + cellAt]
      // A column of a sheet that the time plan does not have, as a status, is passed over.
      if (column === null) continue
      const fault = { ...place, text: word.slice(0, 60) }
      if (found.row === undefined || column === undefined)
        faults.push({ ...fault, reason: column === undefined ? 'outside' : found.reason })
      else if (fieldAt(found.row.item.kind, column) === null) faults.push({ ...fault, reason: 'no-place' })
      else {
        const { id } = found.row.item
        edits.push({ id, column, text: /^[–—-]$/.test(word) ? '' : word })
        places.set(placeKey(id, column), place)
      }
    }
  }
  return { edits, places, faults, byColumnNames, byRowNames: numberAt >= 0 || nameAt >= 0 }
}

function headingOf(
  cell: string,
  names: {
    readonly columns: Readonly<Record<TimeColumn, readonly string[]>>
    readonly number: readonly string[]
  },
): TimeColumn | 'number' | null {
  const word = bareName(cell)
  if (word === '') return null
  const isNamed = (all: readonly string[]) => all.some((name) => bareName(name) === word)
  if (isNamed(names.number)) return 'number'
  return COLUMNS.find((column) => isNamed(names.columns[column])) ?? null
}

/** The row that a line names by its number or by its name; `null` where lines name none. */
function rowOf(
  grid: TimeGrid,
  cells: readonly string[],
  numberAt: number,
  nameAt: number,
): { readonly row: TimeRow | undefined; readonly reason: 'no-such-row' | 'name-twice' } | null {
  if (numberAt >= 0) {
    const id = grid.numbered((cells[numberAt] ?? '').trim())
    return { row: id === null ? undefined : (grid.row(id) ?? undefined), reason: 'no-such-row' }
  }
  if (nameAt < 0) return null
  const name = bareName(cells[nameAt] ?? '')
  const named = grid.rows.filter(({ item }) => bareName(item.fields.name) === name)
  return {
    row: named.length === 1 ? named[0] : undefined,
    reason: named.length > 1 ? 'name-twice' : 'no-such-row',
  }
}
