import { readerScript, runReader } from '../../../platform/reader-process.ts'
import type { IntakeFailure } from '../model.ts'
import type { IntakeAnswer, IntakeTask } from '../worker/messages.ts'

const MEMORY_MEGABYTES = 768

/** Reads a file in a process of its own; null when all went well, else why not. */
export async function readIntake(
  root: string,
  task: IntakeTask,
  take: (answer: IntakeAnswer) => Promise<void>,
  seconds = 600,
): Promise<IntakeFailure | null> {
  let refusal: IntakeFailure | null = null
  const script = readerScript(root, 'modules', 'funding', 'worker', 'intake-worker.ts')
  const failure = await runReader<IntakeTask, IntakeAnswer>(
    script,
    task,
    async (answer) => {
      if (answer.kind === 'refused') refusal = answer.failure
      else await take(answer)
    },
    { memoryMegabytes: MEMORY_MEGABYTES, seconds },
  )
  return refusal ?? (failure ? { kind: 'worker', reason: failure } : null)
}
