import { wordOf } from '../../../platform/http/form-words.ts'
import { HttpProblem } from '../../../platform/http/problem.tsx'
import { isUuid } from '../../../platform/uuid.ts'
import type { Bulk } from './rules/bulk.ts'
import type { Edit } from './rules/edits.ts'
import { readSeen, type Seen, seenText } from './rules/seen.ts'
import { SHIFT_UNITS } from './rules/shift-day.ts'
import { COLUMNS, type TimeColumn } from './rules/time-grid.ts'

const MOST_SEEN = 4_000_000
const MOST_CELL = 4000

/** What columns may be called in a sheet, in either language. */
export const NAMES_OF_COLUMNS = {
  name: ['namn', 'aktivitet', 'name', 'activity'],
  start: ['start', 'startar', 'börjar', 'från', 'starts', 'from'],
  end: ['slut', 'slutar', 'till', 'datum', 'end', 'ends', 'to', 'date'],
  unit: ['enhet', 'unit'],
  responsible: ['ansvarig', 'ansvariga', 'responsible'],
  after: ['efter', 'after'],
} as const
export const NAMES_OF_NUMBER = ['nr', 'no.', 'no', 'number', 'nummer'] as const

/** The cells of a form that are typed otherwise than they were seen. */
export function cellsIn(form: FormData): { id: string; column: TimeColumn; text: string }[] {
  const cells: { id: string; column: TimeColumn; text: string }[] = []
  for (const [name, text] of form) {
    const [head = '', id = ''] = name.split('.')
    const column = columnNamed(head)
    if (column !== null && isUuid(id) && typeof text === 'string')
      cells.push({ id, column, text: text.slice(0, MOST_CELL) })
  }
  return cells
}

export function columnNamed(name: string): TimeColumn | null {
  return COLUMNS.find((column) => column === name) ?? null
}

/** What the writer had before them, as the form carries it. */
export function seenIn(form: FormData): Seen {
  const seen = readSeen(wordOf(form, 'seen', MOST_SEEN))
  if (seen === null) throw new HttpProblem(400)
  return seen
}

/** The rows that are chosen. */
export function picksIn(form: FormData): ReadonlySet<string> {
  return new Set(form.getAll('pick').filter((each) => typeof each === 'string'))
}

/** Cells with what they said when they were seen. */
export function withSeen(seen: Seen, cells: readonly Omit<Edit, 'seen'>[]): Edit[] {
  return cells.map((cell) => ({ ...cell, seen: seenText(seen, cell.id, cell.column) ?? '' }))
}

/** What is to be done with all rows that are chosen. */
export function bulkIn(form: FormData): Bulk | 'not-a-number' {
  const by = wordOf(form, 'bulk-by', 10).replace('−', '-')
  if (by !== '' && !/^[+-]?\d{1,4}$/.test(by)) return 'not-a-number'
  const unit = SHIFT_UNITS.find((each) => each === wordOf(form, 'bulk-of', 10)) ?? 'days'
  const set = (['start', 'end', 'unit', 'responsible'] as const).flatMap((column) => {
    const text = wordOf(form, `bulk-${column}`, 400)
    return text === '' ? [] : [[column, /^[–—-]$/.test(text) ? '' : text] as const]
  })
  return {
    shift: by === '' || Number(by) === 0 ? null : { by: Number(by), unit },
    set: Object.fromEntries(set),
  }
}
