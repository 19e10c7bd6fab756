import { readFile } from 'node:fs/promises'
import {
  type FlatShape,
  partsOf,
  readStatTable,
  type StatRefusal,
  type TableParts,
  writeParquet,
} from '@jamvikt/tables'
import { serveReader } from '../../../platform/reader-process.ts'
import type { Assumption } from '../model-datasets.ts'
import { resolveCodes } from '../rules/resolve-codes.ts'

/** Reads one foreign file as a statistical table. */
export interface TableTask {
  readonly file: string
  readonly name: string
  readonly shape: FlatShape | null
}

export type TableAnswer =
  | {
      readonly ok: true
      readonly parts: TableParts
      readonly figures: Uint8Array
      readonly assumptions: readonly Assumption[]
    }
  | StatRefusal

serveReader<TableTask, TableAnswer>(async ({ file, name, shape }, say) => {
  const read = await readStatTable(await readFile(file), { name, ...(shape === null ? {} : { shape }) })
  if (!read.ok) return say(read)
  const { table, assumptions } = resolveCodes(read.table)
  await say({ ok: true, parts: partsOf(table), figures: writeParquet(table), assumptions })
})
