import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../../platform/policy.ts'
import { readerScript, runReader } from '../../../../platform/reader-process.ts'
import type { PlanDoors } from '../../doors.ts'
import { type FindingReason, MOST_FILE_BYTES } from '../model-exchange.ts'
import type { PlanAnswer, PlanTask } from '../read-plan-worker.ts'
import { type Draft, keepDraft } from './drafts.ts'

const LIMITS = { memoryMegabytes: 768, seconds: 60 }

/** Reads a file with a plan in a process of its own and lays by what it is as a draft. @returns the draft’s id */
export async function receivePlanFile(doors: PlanDoors, actor: Actor, file: File): Promise<string> {
  const answer = file.size > MOST_FILE_BYTES ? refused('file-too-large') : await readFile(doors, actor, file)
  const draft: Omit<Draft, 'id'> =
    answer.kind === 'word'
      ? { fileName: file.name, tables: answer.tables, choice: null, read: null, faults: 0, remarks: 0 }
      : {
          fileName: file.name,
          tables: null,
          choice: null,
          read: answer.read,
          faults: answer.faults,
          remarks: answer.remarks,
        }
  return doors.inRegion(actor, (db) => keepDraft(db, actor, draft))
}

async function readFile(doors: PlanDoors, actor: Actor, file: Blob): Promise<PlanAnswer> {
  const key = randomUUID()
  const { regionId } = actor
  await doors.files.keep(regionId, file, key)
  let answer: PlanAnswer | null = null
  const failure = await runReader<PlanTask, PlanAnswer>(
    readerScript(doors.root, 'modules', 'plan', 'exchange', 'read-plan-worker.ts'),
    { file: doors.files.path(regionId, key) },
    async (said) => {
      answer = said
    },
    LIMITS,
  ).finally(() => doors.files.remove(regionId, key))
  if (failure === 'out-of-time') return refused('too-slow')
  if (failure === 'out-of-memory') return refused('file-too-large')
  return answer ?? refused('cannot-read')
}

function refused(reason: FindingReason): PlanAnswer {
  const faults = [{ reason, place: {}, item: '', detail: '' }]
  return { kind: 'plan', read: { document: null, faults, remarks: [] }, faults: 1, remarks: 0 }
}
