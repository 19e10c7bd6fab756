import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, UINTEGER, USMALLINT } from '@duckdb/node-api'
import type { KeyedHash } from '@jamvikt/disclosure'
import { recordKeys } from '@jamvikt/disclosure'
import { type FileShape, keepCells, keepRows, rowsTable, sumRows, wholeSums } from '../cube-sql.ts'
import { openDuck } from '../duck.ts'
import type { ReadRows } from './read-rows.ts'
import { IntakeRefusedError } from './refused.ts'

const MEMORY_MEGABYTES = 1024
const PIECE_ROWS = 2048

export interface MicroPlace {
  readonly folder: string
  readonly rows: string
  readonly cells: string
}

/**
 * Writes the rows and their sums by all dimensions, each row with its keys in the place of its id. The files are there
 * whole or not at all.
 * @param hash under the region's key for noise
 * @throws IntakeRefusedError `id-twice` with the later row, `sum-too-large` with the column
 */
export async function writeMicro(read: ReadRows, hash: KeyedHash, place: MicroPlace): Promise<void> {
  const keys = keysOf(read, hash)
  const shape: FileShape = {
    dimensions: read.dimensions.length,
    amounts: read.amounts.length,
    weighted: read.weights !== null,
  }
  const duck = await openDuck(place.folder, MEMORY_MEGABYTES)
  const parts = [place.rows, place.cells].map((file) => `${file}.part`)
  const [rowsPart = '', cellsPart = ''] = parts
  try {
    await duck.run(rowsTable(shape))
    await appendRows(duck, read, keys)
    await duck.run(sumRows(shape))
    await refuseLargeSums(duck, read, shape)
    await duck.run(keepRows(shape, rowsPart))
    await duck.run(keepCells(cellsPart))
    for (const part of parts) await flush(part)
    await rename(rowsPart, place.rows)
    await rename(cellsPart, place.cells)
    await flush(path.dirname(place.rows))
  } finally {
    for (const part of parts) await rm(part, { force: true })
    duck.closeSync()
  }
}

function keysOf({ ids, rowNumbers, amounts }: ReadRows, hash: KeyedHash): readonly Uint32Array[] {
  const purposes = amounts.length > 0 ? (['count', 'amount', 'contributor'] as const) : (['count'] as const)
  return purposes.map((purpose) => {
    const made = recordKeys(ids, hash, purpose)
    if (made.ok) return made.keys
    if (made.reason === 'duplicate-id')
      throw new IntakeRefusedError('id-twice', { row: rowNumbers[made.row] ?? made.row })
    throw new Error(made.reason)
  })
}

async function appendRows(duck: DuckDBConnection, read: ReadRows, keys: readonly Uint32Array[]) {
  const { dimensions, weights, amounts, contents } = read
  const figures = [...(weights === null ? [] : [weights]), ...amounts]
  const types = [
    ...dimensions.map(() => USMALLINT),
    ...figures.map(() => DOUBLE),
    ...keys.map(() => UINTEGER),
  ]
  const appender = await duck.createAppender('micro_rows')
  for (let from = 0; from < contents.rows; from += PIECE_ROWS) {
    const to = Math.min(contents.rows, from + PIECE_ROWS)
    const chunk = DuckDBDataChunk.create(types)
    chunk.setColumns([
      ...dimensions.map((column) => Array.from(column.subarray(from, to))),
      ...figures.map((column) =>
        Array.from(column.subarray(from, to), (figure) => (Number.isNaN(figure) ? null : figure)),
      ),
      ...keys.map((column) => Array.from(column.subarray(from, to))),
    ])
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

/** Sums that a double does not hold exactly would make noise depend on the order they are taken in. */
async function refuseLargeSums(duck: DuckDBConnection, { contents }: ReadRows, shape: FileShape) {
  const [sums = []] = (await duck.runAndReadAll(wholeSums(shape))).getRows()
  for (const [at, sum] of sums.entries()) {
    if (Number(sum) < Number.MAX_SAFE_INTEGER) continue
    const column = contents.amounts[at - 1]?.name
    throw new IntakeRefusedError('sum-too-large', column === undefined ? {} : { column })
  }
}

/** Puts a file, or the names in a folder, on the disk for sure. */
async function flush(file: string) {
  const handle = await open(file)
  await handle.sync().finally(() => handle.close())
}
