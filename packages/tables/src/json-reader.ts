import type { ByteSource } from './bytes.ts'
import type { RawRecord, RecordReader } from './header.ts'
import { type Cell, type TableLimits, TableRefusedError } from './table.ts'
import { type DetectedEncoding, decodeText } from './text-encoding.ts'

const BATCH = 1000

/**
 * A reader of JSON: a list of objects, or an object whose `rows` or `data` is one. The columns are all keys, in order
 * of first appearance; a nested list or object makes its cell a refused one.
 */
export async function readJson(
  source: ByteSource,
  detected: DetectedEncoding,
  limits: TableLimits,
): Promise<RecordReader> {
  if (source.size > limits.jsonBytes) throw new TableRefusedError('too-large')
  let text = ''
  for await (const piece of decodeText(source, detected)) text += piece
  const rows = rowsOf(parse(text))
  const keys = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    for (const key of Object.keys(row)) if (!keys.has(key)) keys.set(key, keys.size)
    if (keys.size > limits.columns) throw new TableRefusedError('too-many-columns', { row: index + 1 })
  }
  return {
    format: 'json',
    strictWidth: false,
    async *records() {
      yield [{ row: 0, cells: [...keys.keys()] }]
      for (let start = 0; start < rows.length; start += BATCH) {
        yield rows.slice(start, start + BATCH).map((row, index): RawRecord => {
          const cells: Cell[] = Array.from({ length: keys.size }, () => null)
          for (const [key, value] of Object.entries(row)) cells[keys.get(key) ?? 0] = cellOf(value)
          return { row: start + index + 1, cells }
        })
      }
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new TableRefusedError('json-invalid')
  }
}

type JsonObject = Record<string, unknown>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function rowsOf(content: unknown): JsonObject[] {
  const list = isObject(content) ? (content.rows ?? content.data) : content
  if (!Array.isArray(list)) throw new TableRefusedError('json-not-rows')
  const rows: unknown[] = list
  const stray = rows.findIndex((row) => !isObject(row))
  if (stray >= 0) throw new TableRefusedError('json-not-rows', { row: stray + 1 })
  return rows.filter(isObject)
}

function cellOf(value: unknown): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    if (typeof value === 'string' && value.includes('\0')) throw new TableRefusedError('nul-byte')
    return value
  }
  return { refused: 'nested-value' }
}
