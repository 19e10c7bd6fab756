import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../../platform/policy.ts'
import { type ReaderFailure, readerScript, runReader } from '../../../../platform/reader-process.ts'
import type { MicroDoors } from '../doors.ts'
import type { IntakeAnswer, IntakeTask } from '../intake-worker.ts'
import type { IntakeRefusal } from '../model-micro.ts'
import { insertMicroDraft } from '../store/micro-drafts.ts'

export type IntakeFailure = IntakeRefusal | { readonly ok: false; readonly reason: ReaderFailure }

const LIMITS = { memoryMegabytes: 3072, seconds: 300 }

/** Lets a process of its own work on a foreign file; whatever the file does to it comes back as a value. */
export async function runIntake(
  doors: MicroDoors,
  task: IntakeTask,
): Promise<Extract<IntakeAnswer, { ok: true }> | IntakeFailure> {
  const answers: IntakeAnswer[] = []
  const failure = await runReader<IntakeTask, IntakeAnswer>(
    readerScript(doors.root, 'modules', 'statistics', 'micro', 'intake-worker.ts'),
    task,
    async (said) => {
      answers.push(said)
    },
    LIMITS,
  )
  const [answer] = answers
  if (failure !== null || answer === undefined) return { ok: false, reason: failure ?? 'crashed' }
  return answer
}

/**
 * Takes a list in to be told what its columns are. The file is kept as it came until then, at most a day; of a file that
 * is refused nothing is kept.
 * @param datasetId the list that it is to be the next version of
 */
export async function receiveMicro(
  doors: MicroDoors,
  actor: Actor,
  order: { readonly file: Blob; readonly fileName: string; readonly datasetId: string | null },
): Promise<{ readonly ok: true; readonly draft: string } | IntakeFailure> {
  const id = randomUUID()
  const { regionId, personId } = actor
  await doors.files.keep(regionId, order.file, id)
  let isKept = false
  try {
    const looked = await runIntake(doors, {
      task: 'look',
      file: doors.files.path(regionId, id),
      name: order.fileName,
    })
    if (!looked.ok) return looked
    const columns = 'columns' in looked ? looked.columns : []
    const { fileName, datasetId } = order
    await doors.inRegion(actor, (db) =>
      insertMicroDraft(db, { regionId, id, datasetId, fileName, columns: [...columns], personId }),
    )
    isKept = true
    return { ok: true, draft: id }
  } finally {
    if (!isKept) await doors.files.remove(regionId, id)
  }
}
