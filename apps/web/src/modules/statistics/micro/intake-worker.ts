// Reads a foreign list of persons or firms in a process of its own, and writes what is kept of it.
import { createHmac } from 'node:crypto'
import { TableRefusedError } from '@jamvikt/tables'
import { serveReader } from '../../../platform/reader-process.ts'
import { openList } from './intake/open-list.ts'
import { readRows } from './intake/read-rows.ts'
import { IntakeRefusedError } from './intake/refused.ts'
import { type SuggestedColumn, suggestColumns } from './intake/suggest-columns.ts'
import { type MicroPlace, writeMicro } from './intake/write-micro.ts'
import type { Declaration, IntakeRefusal, MicroContents } from './model-micro.ts'

interface IntakeFile {
  readonly file: string
  readonly name: string
}
export type IntakeTask =
  | (IntakeFile & { readonly task: 'look' })
  | (IntakeFile & {
      readonly task: 'read'
      readonly declaration: Declaration
      /** The region's key for noise. */
      readonly noiseKey: string
      readonly place: MicroPlace
    })
export type IntakeAnswer =
  | { readonly ok: true; readonly columns: readonly SuggestedColumn[] }
  | { readonly ok: true; readonly contents: MicroContents }
  | IntakeRefusal

process.umask(0o077)

serveReader<IntakeTask, IntakeAnswer>(async (task, say) => {
  await say(await answer(task).catch(refusalOf))
})

async function answer(task: IntakeTask): Promise<IntakeAnswer> {
  const table = await openList(task.file, task.name)
  if (!table.ok) return withoutDetail(table)
  if (task.task === 'look') return { ok: true, columns: await suggestColumns(table) }
  const read = await readRows(table, task.declaration)
  const hash = (message: string) => createHmac('sha256', task.noiseKey).update(message).digest()
  await writeMicro(read, hash, task.place)
  return { ok: true, contents: read.contents }
}

function refusalOf(error: unknown): IntakeRefusal {
  if (error instanceof IntakeRefusedError) return error.refusal
  if (error instanceof TableRefusedError) return withoutDetail(error.refusal)
  throw error
}

/** What stood in the file is not repeated. */
function withoutDetail({ reason, row, column }: IntakeRefusal): IntakeRefusal {
  return {
    ok: false,
    reason,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  }
}
