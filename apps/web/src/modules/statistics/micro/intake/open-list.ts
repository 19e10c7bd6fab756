import { open } from 'node:fs/promises'
import path from 'node:path'
import { openTable, type TableRefusal, TableRefusedError, type TableRow } from '@jamvikt/tables'
import { FOREIGN_ROWS } from '../cube-sql.ts'
import { openDuck } from '../duck.ts'
import type { RowSource } from './read-rows.ts'

/** Rows of one list; each takes part in checks that gather all ids. */
const MOST_ROWS = 2_000_000
const MEMORY_MEGABYTES = 512

/**
 * Opens a list in CSV, a workbook, JSON or Parquet; the kind is told by the content.
 * @param mostRows more are refused while they are read
 * @returns its headers and rows, or why it is none: `not-a-table` for a broken Parquet file
 */
export async function openList(
  file: string,
  name: string,
  mostRows = MOST_ROWS,
): Promise<({ readonly ok: true } & RowSource) | TableRefusal> {
  if (await isParquet(file)) return openParquet(file, mostRows)
  return openTable(file, { name, limits: { rows: mostRows } })
}

async function isParquet(file: string): Promise<boolean> {
  const handle = await open(file)
  const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0).finally(() => handle.close())
  return buffer.toString('latin1') === 'PAR1'
}

async function openParquet(
  file: string,
  mostRows: number,
): Promise<({ readonly ok: true } & RowSource) | TableRefusal> {
  const duck = await openDuck(path.dirname(file), MEMORY_MEGABYTES)
  try {
    const headers = (await duck.stream(FOREIGN_ROWS, [file])).columnNames().map((name) => name.trim())
    return { ok: true, headers, rows: () => rowsOf() }
  } catch {
    return { ok: false, reason: 'not-a-table' }
  }

  async function* rowsOf(): AsyncGenerator<TableRow> {
    const result = await duck.stream(FOREIGN_ROWS, [file])
    let row = 0
    for (;;) {
      const chunk = await result.fetchChunk()
      if (chunk === null || chunk.rowCount === 0) return
      for (const values of chunk.getRows()) {
        row += 1
        if (row > mostRows) throw new TableRefusedError('too-many-rows', { row })
        yield {
          row,
          cells: values.map((value) => (typeof value === 'string' && value !== '' ? value : null)),
        }
      }
    }
  }
}
