// Reads a foreign list of persons or firms in a process of its own, and writes what is kept of it.
import { TableRefusedError } from '@jamvikt/tables'
import { serveReader } from '../../../platform/reader-process.ts'
import { openList } from './intake/open-list.ts'
import { readRows } from './intake/read-rows.ts'
import { refuseTelling } from './intake/refuse-telling.ts'
import { IntakeRefusedError } from './intake/refused.ts'
import { sketchOf } from './intake/sketch.ts'
import { type SuggestedColumn, suggestColumns } from './intake/suggest-columns.ts'
import { type MicroPlace, writeMicro } from './intake/write-micro.ts'
import { keyedBy, listKeyOf } from './keys.ts'
import type { Declaration, IntakeRefusal, ListSketch, MicroContents } from './model-micro.ts'

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
  | { readonly ok: true; readonly contents: MicroContents; readonly sketch: ListSketch }
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
  refuseTelling(read)
  const { sketch, digest } = sketchOf(read, keyedBy(task.noiseKey))
  await writeMicro(read, keyedBy(listKeyOf(task.noiseKey, digest)), task.place)
  return { ok: true, contents: read.contents, sketch }
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
