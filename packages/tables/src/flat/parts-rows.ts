import type { Cell } from '../table.ts'

/** The longest text that a cell of a workbook holds is 32,767 characters; longer ones go on in the next row. */
const CELL_CHARACTERS = 30_000

/** What has no cell of its own: an empty text, list or object, and null, told after the path. */
const EMPTY: Readonly<Record<string, unknown>> = { '""': '', '[]': [], '{}': {}, null: null }

/**
 * A value of JSON as rows of path and leaf, such as `dimensions[0].label.sv` and “Region”: readable in a sheet, and read
 * back whole by `partsFromRows`.
 * @example [...rowsOfParts({ title: { sv: 'Folkmängd' } })] // [['title.sv', 'Folkmängd']]
 */
export function* rowsOfParts(
  value: unknown,
  path = '',
): Generator<readonly [string, string | number | boolean | null]> {
  if (typeof value === 'number' || typeof value === 'boolean') yield [path, value]
  else if (typeof value === 'string' && value !== '') {
    for (let at = 0; at < value.length; at += CELL_CHARACTERS)
      yield [path, value.slice(at, at + CELL_CHARACTERS)]
  } else if (Array.isArray(value) && value.length > 0) {
    for (const [at, item] of value.entries()) yield* rowsOfParts(item, `${path}[${at}]`)
  } else if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    for (const [key, item] of Object.entries(value)) {
      if (item !== undefined) yield* rowsOfParts(item, `${path}${segment(key, path === '')}`)
    }
  } else yield [`${path} ${JSON.stringify(value)}`, null]
}

function segment(key: string, isFirst: boolean): string {
  if (!/^[A-Za-z_]\w*$/.test(key)) return `[${JSON.stringify(key)}]`
  return isFirst ? key : `.${key}`
}

const SEGMENT = /\.?([A-Za-z_]\w*)|\[(\d{1,9})\]|\[("(?:[^"\\]|\\.)*")\]/y
const DEEPEST = 20

/**
 * Reads back what `rowsOfParts` wrote.
 * @returns the value, or the first path that is none
 * @example partsFromRows([['title.sv', 'Folkmängd']]) // { ok: true, value: { title: { sv: 'Folkmängd' } } }
 */
export function partsFromRows(
  rows: Iterable<readonly Cell[]>,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly path: string } {
  const root = new Map<string | number, unknown>()
  for (const [cell, leaf = null] of rows) {
    if (typeof cell !== 'string') return { ok: false, path: String(cell) }
    const [, path = '', empty] = /^(.*?)(?: (""|\[\]|\{\}|null))?$/s.exec(cell) ?? []
    const segments = segmentsOf(path)
    if (segments === null || !put(root, segments, empty === undefined ? leaf : EMPTY[empty]))
      return { ok: false, path: cell.slice(0, 80) }
  }
  return { ok: true, value: built(root) }
}

function segmentsOf(path: string): (string | number)[] | null {
  const segments: (string | number)[] = []
  for (let at = 0; at < path.length; at = SEGMENT.lastIndex) {
    SEGMENT.lastIndex = at
    const match = SEGMENT.exec(path)
    if (match === null || segments.length === DEEPEST) return null
    const [, name, index, quoted] = match
    segments.push(name ?? (index === undefined ? String(JSON.parse(quoted ?? '""')) : Number(index)))
  }
  return segments.length === 0 ? null : segments
}

function put(
  root: Map<string | number, unknown>,
  segments: readonly (string | number)[],
  leaf: unknown,
): boolean {
  let inner = root
  for (const step of segments.slice(0, -1)) {
    const next = inner.get(step) ?? new Map<string | number, unknown>()
    if (!(next instanceof Map)) return false
    inner.set(step, next)
    inner = next
  }
  const last = segments.at(-1) ?? ''
  const before = inner.get(last)
  if (before === undefined) inner.set(last, leaf)
  else if (typeof before === 'string' && typeof leaf === 'string') inner.set(last, before + leaf)
  else return false
  return true
}

/** A map with places 0, 1, 2 … is a list; any other is an object. */
function built(value: unknown): unknown {
  if (!(value instanceof Map)) return value
  const keys = [...value.keys()]
  if (keys.every((key, at) => key === at)) return [...value.values()].map(built)
  return Object.fromEntries([...value].map(([key, item]) => [String(key), built(item)]))
}
