import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { type FlatOptions, readFlat } from '../flat/read-flat.ts'
import { CELL_STATES, isFigure } from '../stat/cell-state.ts'
import { checkedRead, DEFAULT_STAT_LIMITS, type StatLimits, type StatRead } from '../stat/refusal.ts'
import { cellsOf } from '../stat/stat-table.ts'
import { parseParts } from '../stat/table-parts.ts'
import type { Cell, OpenTable } from '../table.ts'
import { PARTS_KEY, STATE, VALUE } from './write-parquet.ts'

/** Where the bytes are: the whole file, or any part of it on demand. */
export type ParquetSource = Uint8Array | AsyncBuffer

const BATCH_ROWS = 50_000

/**
 * Reads a Parquet file as a statistical table: one of ours whole, any other as rows (see `readFlat`).
 * @returns the table; or `not-this-format` (damaged, or no Parquet), `member-wrong-type` (our own description does not
 * fit, with its path), `values-do-not-match`, `too-many-cells`, or what `readFlat` refuses
 * @example const read = await readParquet(await readFile('table.parquet'))
 */
export async function readParquet(source: ParquetSource, options: FlatOptions = {}): Promise<StatRead> {
  const limits = { ...DEFAULT_STAT_LIMITS, ...options.limits }
  const file = source instanceof Uint8Array ? bufferOf(source) : source
  const metadata = await attempt(() => parquetMetadataAsync(file))
  if (metadata === null) return { ok: false, reason: 'not-this-format', detail: 'parquet' }
  const parts = metadata.key_value_metadata?.find(({ key }) => key === PARTS_KEY)?.value
  const rows = Number(metadata.num_rows)
  if (rows > limits.cells) return { ok: false, reason: 'too-many-cells', detail: `${rows} > ${limits.cells}` }
  const read = await attempt(() =>
    parts === undefined ? readRows(file, metadata, options) : readOwn(file, metadata, parts, limits),
  )
  return read ?? { ok: false, reason: 'not-this-format', detail: 'parquet' }
}

/** Damaged files throw whatever the place they break at gives. */
async function attempt<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch {
    return null
  }
}

async function readOwn(
  file: AsyncBuffer,
  metadata: FileMetaData,
  text: string,
  limits: StatLimits,
): Promise<StatRead> {
  const parsed = parseParts(jsonOf(text))
  if (!parsed.ok) return { ok: false, reason: 'member-wrong-type', keyword: `${PARTS_KEY}.${parsed.keyword}` }
  const { parts } = parsed
  const cells = cellsOf(parts.dimensions.map(({ categories }) => categories.length))
  const rows = Number(metadata.num_rows)
  if (cells !== rows || cells > limits.cells)
    return { ok: false, reason: 'values-do-not-match', detail: `${rows} ≠ ${cells}` }
  const values = new Float64Array(cells)
  const states = new Uint8Array(cells)
  for (let start = 0; start < cells; start += BATCH_ROWS) {
    const batch = await parquetReadObjects({
      file,
      metadata,
      compressors,
      columns: [VALUE, STATE],
      rowStart: start,
      rowEnd: Math.min(cells, start + BATCH_ROWS),
    })
    for (const [i, { [VALUE]: value, [STATE]: state }] of batch.entries()) {
      const place = CELL_STATES.indexOf(state)
      states[start + i] = place < 0 ? CELL_STATES.length : place
      values[start + i] = typeof value === 'number' && isFigure(place) ? value : Number.NaN
    }
  }
  return checkedRead({ ...parts, values, states })
}

async function readRows(file: AsyncBuffer, metadata: FileMetaData, options: FlatOptions): Promise<StatRead> {
  const headers = metadata.schema.slice(1).flatMap(({ name, num_children }) => (num_children ? [] : [name]))
  const open: OpenTable = {
    ok: true,
    format: 'json',
    headers,
    async *rows() {
      const total = Number(metadata.num_rows)
      for (let start = 0; start < total; start += BATCH_ROWS) {
        const rowEnd = Math.min(total, start + BATCH_ROWS)
        const batch = await parquetReadObjects({
          file,
          metadata,
          compressors,
          columns: headers,
          rowStart: start,
          rowEnd,
        })
        for (const [i, record] of batch.entries())
          yield { row: start + i + 1, cells: headers.map((header) => cellOf(record[header])) }
      }
    },
  }
  return readFlat(open, options)
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Date) return { date: value.toISOString().slice(0, 10) }
  return { refused: 'nested-value' }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function bufferOf(bytes: Uint8Array): AsyncBuffer {
  const whole = bytes.buffer
  return {
    byteLength: bytes.byteLength,
    slice: async (start, end) => {
      const from = start < 0 ? bytes.byteLength + start : start
      const to = end === undefined ? bytes.byteLength : end < 0 ? bytes.byteLength + end : end
      const part = new Uint8Array(whole, bytes.byteOffset + from, to - from)
      return part.slice().buffer
    },
  }
}
