import type { ReleasedTable } from '@jamvikt/disclosure'
import { RateLimit } from '../../../../platform/http/rate-limit.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { type CellsContent, type CellsRefusal, releaseCells } from '../../release/release-cells.ts'
import type { CubeRefusal } from '../cube-process.ts'
import type { MicroDoors } from '../doors.ts'
import type { CubeQuestion } from '../model-micro.ts'
import { planQuestion, type QuestionRefusal } from '../rules/question.ts'
import { microDataset } from '../store/micro-datasets.ts'
import { standingPolicy } from '../store/micro-policies.ts'

/** Questions that one person may put to the lists of a region within a minute. */
export const MOST_QUESTIONS = 60
const WINDOW_SECONDS = 60
const asked = new RateLimit(MOST_QUESTIONS, WINDOW_SECONDS)

/** Too many questions have been put; after so many seconds the next may be. */
interface TooMany {
  readonly ok: false
  readonly reason: 'too-many-questions'
  readonly seconds: number
}

export type Explored =
  | { readonly ok: true; readonly released: ReleasedTable<CellsContent> }
  | QuestionRefusal
  | CubeRefusal
  | CellsRefusal
  | TooMany

/**
 * Answers a question from a list whose noise is approved. True figures stay in the engine's process; what comes back has
 * passed the door.
 */
export async function explore(
  doors: MicroDoors,
  actor: Actor,
  datasetId: string,
  question: CubeQuestion,
  signal?: AbortSignal,
): Promise<Explored> {
  const found = await doors.inRegion(actor, async (db) => ({
    dataset: await microDataset(db, datasetId),
    policy: await standingPolicy(db, datasetId),
  }))
  const { dataset, policy } = found
  if (dataset === null || policy?.state !== 'approved') return { ok: false, reason: 'policy-not-approved' }
  const { contents, version, name, source, fileId } = dataset
  const planned = planQuestion(contents, question, policy.noise.threshold)
  if (!planned.ok) return planned
  const seconds = asked.secondsToWait(`${actor.regionId} ${actor.personId}`, performance.now())
  if (seconds > 0) return { ok: false, reason: 'too-many-questions', seconds }
  const counted = await doors.cubes.ask(
    {
      datasetId,
      version,
      question,
      name,
      source,
      file: doors.micro.cells(actor.regionId, fileId),
      contents,
      plan: planned.plan,
      noise: policy.noise,
    },
    signal,
  )
  if (!counted.ok) return counted
  return doors.inRegion(actor, (db) => releaseCells(db, actor, counted.answer))
}
