import { type FieldValue, fieldsOf } from '../../model-items.ts'
import { type RingStep, ringOf } from '../../rules/after-itself.ts'
import { checkFields, type FaultReason } from '../../rules/check-fields.ts'
import { type DayReason, readDay } from './day-text.ts'
import { columnOf, fieldAt, placeKey, type TimeColumn, type TimeGrid } from './time-grid.ts'

/** A cell as it is wanted, and as whoever wants it had it before them. */
export interface Edit {
  readonly id: string
  readonly column: TimeColumn
  readonly seen: string
  readonly text: string
}

/** A cell that could be read. */
export interface ReadEdit extends Edit {
  readonly written: string
}

/** What is typed, by the name of its field. */
export function typedOf(edits: readonly Edit[]): ReadonlyMap<string, string> {
  return new Map(edits.map(({ id, column, text }) => [placeKey(id, column), text]))
}

/** What one item is to become. */
export interface RowChange {
  readonly id: string
  readonly seen: Readonly<Record<string, FieldValue | undefined>>
  readonly given: Readonly<Record<string, FieldValue>>
}

type EditReason =
  | FaultReason
  | DayReason
  | 'gone'
  | 'no-place'
  | 'unknown-name'
  | 'name-twice'
  | 'no-such-row'

export interface EditFault {
  readonly id: string
  readonly column: TimeColumn
  readonly reason: EditReason
  /** The words that it is about. */
  readonly text: string
  /** By what a row waits for itself. */
  readonly ring?: readonly RingStep[]
}

type Read =
  | { readonly ok: true; readonly value: FieldValue }
  | { readonly ok: false; readonly reason: EditReason; readonly text: string }

/**
 * What typed cells change, by item. Every fault is told; where there is one, nothing is to be written.
 * @param idOf which row a number meant when the cells were typed
 */
export function readEdits(
  grid: TimeGrid,
  edits: readonly Edit[],
  idOf: (number: string) => string | null = (number) => grid.numbered(number),
): {
  readonly changes: readonly RowChange[]
  /** The cells that could be read, each with how it is written when it is saved. */
  readonly read: readonly ReadEdit[]
  readonly faults: readonly EditFault[]
} {
  const read: ReadEdit[] = []
  const faults: EditFault[] = []
  const changes = new Map<
    string,
    { id: string; seen: Record<string, FieldValue | undefined>; given: Record<string, FieldValue> }
  >()
  for (const { id, column, seen, text } of edits) {
    const row = grid.row(id)
    const field = row === null ? null : fieldAt(row.item.kind, column)
    if (row === null || field === null) {
      faults.push({ id, column, reason: row === null ? 'gone' : 'no-place', text })
      continue
    }
    const cell = readCell(grid, column, text, idOf)
    if (!cell.ok) {
      faults.push({ id, column, reason: cell.reason, text: cell.text })
      continue
    }
    read.push({ id, column, seen, text, written: grid.textOf(column, cell.value) })
    const before = readCell(grid, column, seen, idOf)
    const change = changes.get(id) ?? { id, seen: {}, given: {} }
    change.seen[field] = before.ok ? before.value : undefined
    change.given[field] = cell.value
    changes.set(id, change)
  }
  for (const { id, given } of changes.values()) faults.push(...faultsTogether(grid, id, given))
  faults.push(...rings(grid, changes))
  return { changes: [...changes.values()], read, faults }
}

/** Faults of an item that its fields have together or apart, once each has been read. */
function faultsTogether(grid: TimeGrid, id: string, given: RowChange['given']): EditFault[] {
  const row = grid.row(id)
  if (row === null) return []
  const checked = checkFields(row.item.kind, { ...fieldsOf(row.item), ...given })
  if (checked.ok) return []
  return checked.faults.map(({ field, reason }) => {
    const column = columnOf(row.item.kind, field) ?? 'name'
    return { id, column, reason, text: grid.textOf(column, given[field] ?? fieldsOf(row.item)[field]) }
  })
}

/** Activities that would come after themselves, through what they come after. */
function rings(grid: TimeGrid, changes: ReadonlyMap<string, RowChange>): EditFault[] {
  const items = grid.tree.document.items.map((item) => {
    const after = changes.get(item.id)?.given.after
    return item.kind === 'activity' && Array.isArray(after)
      ? { ...item, fields: { ...item.fields, after: after.map(String) } }
      : item
  })
  return [...changes.values()].flatMap(({ id, given }) => {
    const ring = given.after === undefined ? [] : ringOf(items, id)
    const text = grid.textOf('after', given.after)
    return ring.length === 0 ? [] : [{ id, column: 'after', reason: 'after-itself', text, ring }]
  })
}

function readCell(
  grid: TimeGrid,
  column: TimeColumn,
  text: string,
  idOf: (number: string) => string | null,
): Read {
  const bare = text.trim()
  if (column === 'name' || column === 'unit') return { ok: true, value: bare }
  if (column === 'responsible') return readNames(grid, bare)
  if (column === 'after') return readNumbers(bare, idOf)
  if (bare === '') return { ok: true, value: null }
  const read = readDay(bare, column === 'start' ? 'first' : 'last')
  return read.ok ? { ok: true, value: read.day } : { ok: false, reason: read.reason, text: bare }
}

/** Names of roles, with semicolons between; commas will do where no role has one in its name. */
function readNames(grid: TimeGrid, text: string): Read {
  const parts = text
    .split(/[;\n]/)
    .flatMap((part) => (grid.rolesNamed(part).length > 0 ? [part] : part.split(',')))
  const ids: string[] = []
  for (const part of parts) {
    const name = part.trim()
    if (name === '') continue
    const [id, ...others] = grid.rolesNamed(name)
    if (id === undefined) return { ok: false, reason: 'unknown-name', text: name }
    if (others.length > 0) return { ok: false, reason: 'name-twice', text: name }
    ids.push(id)
  }
  return { ok: true, value: ids }
}

/** Numbers of rows, with semicolons, commas or spaces between. */
function readNumbers(text: string, idOf: (number: string) => string | null): Read {
  const ids: string[] = []
  for (const number of text.split(/[;,\s]+/)) {
    if (number === '') continue
    const id = idOf(number)
    if (id === null) return { ok: false, reason: 'no-such-row', text: number }
    ids.push(id)
  }
  return { ok: true, value: ids }
}
