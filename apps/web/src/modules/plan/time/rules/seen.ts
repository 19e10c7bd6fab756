import { z } from 'zod'
import { type Edit, readEdits } from './edits.ts'
import { COLUMNS, fieldAt, type TimeColumn, type TimeGrid } from './time-grid.ts'

/** What whoever types had before them: the plan’s revision, and each row’s number and texts in the order of columns. */
export interface Seen {
  readonly revision: number
  readonly rows: Readonly<Record<string, readonly string[]>>
}

const schema = z.object({
  revision: z.number().int().nonnegative(),
  rows: z.record(z.uuid(), z.array(z.string().max(20_000)).length(COLUMNS.length + 1)),
})

export function readSeen(text: string): Seen | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** The plan as it stands now. */
export function seenNow(grid: TimeGrid, revision: number): Seen {
  const rows = grid.rows.map(
    (row) => [row.item.id, [row.number, ...COLUMNS.map((column) => grid.text(row, column))]] as const,
  )
  return { revision, rows: Object.fromEntries(rows) }
}

/** What a cell said when it was seen; `null` where there was none. */
export function seenText(seen: Seen, id: string, column: TimeColumn): string | null {
  return seen.rows[id]?.[COLUMNS.indexOf(column) + 1] ?? null
}

/** Which row a number meant when it was seen. */
function seenNumbers(seen: Seen): ReadonlyMap<string, string> {
  return new Map(Object.entries(seen.rows).map(([id, [number = '']]) => [number.toLowerCase(), id]))
}

/** Cells that are wanted otherwise than they were seen. */
export function editsOf(
  seen: Seen,
  cells: Iterable<{ readonly id: string; readonly column: TimeColumn; readonly text: string }>,
): Edit[] {
  return [...cells].flatMap(({ id, column, text }) => {
    const before = seenText(seen, id, column)
    return before === null || before.trim() === text.trim() ? [] : [{ id, column, text, seen: before }]
  })
}

/** What typed cells change; numbers of rows mean what they meant when they were seen. */
export function readTyped(grid: TimeGrid, seen: Seen, edits: readonly Edit[]) {
  const numbers = seenNumbers(seen)
  return readEdits(grid, edits, (number) => numbers.get(number.toLowerCase()) ?? null)
}

/**
 * Typed cells as they are to stand beside the plan as it is now: numbers of rows follow their rows. With `keep` what was
 * seen of those cells stays what it was, so that what others have written meanwhile is still found.
 */
export function carriedOver(
  grid: TimeGrid,
  revision: number,
  posted: Seen,
  edits: readonly Edit[],
  keep: boolean,
): { readonly seen: Seen; readonly edits: readonly Edit[] } {
  const numbers = seenNumbers(posted)
  const renumbered = (text: string) =>
    text.replace(/[^;,\s]+/g, (number) => {
      const id = numbers.get(number.toLowerCase())
      return (id === undefined ? null : grid.row(id)?.number) ?? number
    })
  const now = seenNow(grid, revision)
  const rows: Record<string, string[]> = Object.fromEntries(
    Object.entries(now.rows).map(([id, texts]) => [id, [...texts]]),
  )
  const carried = edits.map((edit) => {
    const moved =
      edit.column === 'after' ? { ...edit, seen: renumbered(edit.seen), text: renumbered(edit.text) } : edit
    const row = grid.row(edit.id)
    const texts = rows[edit.id]
    if (keep && texts !== undefined) texts[COLUMNS.indexOf(edit.column) + 1] = moved.seen
    return keep || row === null ? moved : { ...moved, seen: grid.text(row, edit.column) }
  })
  const isPlaced = ({ id, column }: Edit) => {
    const row = grid.row(id)
    return row !== null && fieldAt(row.item.kind, column) !== null
  }
  return { seen: { revision: keep ? posted.revision : revision, rows }, edits: carried.filter(isPlaced) }
}
