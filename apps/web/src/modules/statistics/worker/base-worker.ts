// Reads a base table's file in a process of its own.
import { type BaseRefusal, openTable, readBase, type TableRefusal } from '@jamvikt/tables'
import { serveReader } from '../../../platform/reader-process.ts'
import type { BaseCell } from '../model.ts'

export interface BaseTask {
  readonly file: string
  readonly name: string
}
export type BaseAnswer =
  | { readonly ok: true; readonly dimensions: string[]; readonly cells: BaseCell[] }
  | TableRefusal
  | BaseRefusal

serveReader<BaseTask, BaseAnswer>(async (task, say) => {
  const table = await openTable(task.file, { name: task.name })
  const base = table.ok ? await readBase(table) : table
  await say(base.ok ? { ok: true, dimensions: base.dimensions, cells: base.cells } : base)
})
