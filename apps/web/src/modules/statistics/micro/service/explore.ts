import type { ReleasedTable } from '@jamvikt/disclosure'
import type { Actor } from '../../../../platform/policy.ts'
import { type CellsContent, type CellsRefusal, releaseCells } from '../../release/release-cells.ts'
import type { CubeRefusal } from '../cube-process.ts'
import type { MicroDoors } from '../doors.ts'
import type { CubeQuestion } from '../model-micro.ts'
import { planQuestion, type QuestionRefusal } from '../rules/question.ts'
import { microDataset } from '../store/micro-datasets.ts'
import { standingPolicy } from '../store/micro-policies.ts'

export type Explored =
  | { readonly ok: true; readonly released: ReleasedTable<CellsContent> }
  | QuestionRefusal
  | CubeRefusal
  | CellsRefusal

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
  const planned = planQuestion(contents, question)
  if (!planned.ok) return planned
  const asked = await doors.cubes.ask(
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
  if (!asked.ok) return asked
  return doors.inRegion(actor, (db) => releaseCells(db, actor, asked.answer))
}
