import { type AmountReason, amountStyle, readAmount } from '../../rules/amount-text.ts'

interface PasteFault {
  /** Place in the block that was pasted, counted from 1. */
  readonly row: number
  readonly column: number
  readonly text: string
  readonly reason: AmountReason | 'outside'
}

export interface Pasted {
  /** Amounts by the row and the column of the grid that they go to, counted from 0. */
  readonly amounts: readonly {
    readonly row: number
    readonly column: number
    readonly amountOre: bigint | null
  }[]
  readonly faults: readonly PasteFault[]
  /** Lines and columns of the block that name rows and columns, and were used to find their places. */
  readonly byRowNames: boolean
  readonly byColumnNames: boolean
}

/**
 * Reads a block copied from a spreadsheet. Names of rows in its first column, or of columns in its first line, tell where
 * amounts go; otherwise they go where they lie, from a given cell on. A cell left empty in the block changes nothing;
 * “–” makes an amount unknown.
 * @param grid the names of the grid’s rows and columns, in order
 * @param at where the block begins in the grid
 */
export function readBlock(
  text: string,
  grid: {
    readonly rows: readonly string[]
    readonly columns: readonly string[]
    readonly unit: 'kr' | 'tkr'
  },
  at: { readonly row: number; readonly column: number },
): Pasted {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.split('\t'))
  const rowPlaces = placesOf(grid.rows)
  const columnPlaces = placesOf(grid.columns)
  const named = (lines[0] ?? []).map((each) => columnPlaces.get(bare(each)) ?? null)
  const byColumnNames = lines.length > 1 && isHeading(lines[0] ?? [], named)
  const body = byColumnNames ? lines.slice(1) : lines
  const byRowNames = body.some(
    ([first = '', ...rest]) =>
      rest.length > 0 && rowPlaces.has(bare(first)) && !/^\d{1,3}$/.test(first.trim()),
  )
  const style = amountStyle(body.flatMap((cells) => cells.slice(byRowNames ? 1 : 0)))
  const amounts: Pasted['amounts'][number][] = []
  const faults: PasteFault[] = []
  for (const [lineAt, cells] of body.entries()) {
    const row = byRowNames ? (rowPlaces.get(bare(cells[0] ?? '')) ?? -1) : at.row + lineAt
    for (const [cellAt, cell] of cells.entries()) {
      if ((byRowNames && cellAt === 0) || cell.trim() === '') continue
      const place = {
        row: lineAt + (byColumnNames ? 2 : 1),
        column: cellAt + 1,
        text: cell.trim().slice(0, 60),
      }
      const column = byColumnNames ? (named[cellAt] ?? -1) : at.column + cellAt - (byRowNames ? 1 : 0)
      const isInside = row >= 0 && row < grid.rows.length && column >= 0 && column < grid.columns.length
      const read = readAmount(cell, grid.unit, style)
      if (!isInside) faults.push({ ...place, reason: 'outside' })
      else if (!read.ok) faults.push({ ...place, reason: read.reason })
      else amounts.push({ row, column, amountOre: read.amountOre })
    }
  }
  return { amounts, faults, byRowNames, byColumnNames }
}

/** A line that names columns and holds no amount: what is no name in it is a word. */
function isHeading(cells: readonly string[], named: readonly (number | null)[]): boolean {
  return (
    named.some((each) => each !== null) &&
    cells.every((cell, at) => cell.trim() === '' || named[at] !== null || !readAmount(cell, 'kr').ok)
  )
}

/** A name is a place only where no other row or column has it. */
function placesOf(names: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  const twice = new Set<string>()
  for (const [at, name] of names.entries()) {
    if (found.has(bare(name))) twice.add(bare(name))
    found.set(bare(name), at)
  }
  for (const name of twice) found.delete(name)
  return found
}

function bare(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('sv')
}
