import { readFile } from 'node:fs/promises'
import { partsOf, readStatTable, type StatRefusal, type TableParts, writeParquet } from '@jamvikt/tables'
import { serveReader } from '../../../platform/reader-process.ts'
import type { Assumption, RowReading } from '../model-datasets.ts'
import { receivedTable } from '../rules/received-table.ts'
import { resolveCodes } from '../rules/resolve-codes.ts'
import { rowOptions, trimmedCodes } from './read-rows-as.ts'

/** Reads one foreign file as a statistical table. */
export interface TableTask {
  readonly file: string
  readonly name: string
  /** How rows are read; proposed by the reader where it is not given. */
  readonly reading: RowReading | null
  /** The reading is of an earlier file of the same dataset. */
  readonly renewed: boolean
}

export type TableAnswer =
  | {
      readonly ok: true
      readonly parts: TableParts
      readonly figures: Uint8Array
      readonly assumptions: readonly Assumption[]
    }
  | StatRefusal

serveReader<TableTask, TableAnswer>(async ({ file, name, reading, renewed }, say) => {
  const options = { name, ...rowOptions(reading, renewed) }
  const read = receivedTable(await readStatTable(await readFile(file), options))
  if (!read.ok) return say(read)
  const { table, assumptions } = resolveCodes(read.table)
  await say({
    ok: true,
    parts: partsOf(table),
    figures: writeParquet(table),
    assumptions: [...trimmedCodes(read.trimmed), ...assumptions],
  })
})
