import type { TenantDb } from '../../../platform/db/tenant.ts'
import { changesOf } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { FigureComment } from '../model-indicators.ts'
import {
  commentsOn,
  insertComment,
  reviewComment,
  reviewedBefore,
  withdrawComment,
} from '../store/comments.ts'

const note = changesOf('comment')

/** Comments on one version of a dataset; readers see those that another person has reviewed. */
export async function commentsFor(
  db: TenantDb,
  actor: Pick<Actor, 'role'> | null,
  datasetId: string,
  version: number,
): Promise<FigureComment[]> {
  const all = await commentsOn(db, datasetId, version)
  return actor !== null && actor.role !== 'reader' ? all : all.filter(({ state }) => state === 'reviewed')
}

export async function addComment(
  db: TenantDb,
  actor: Actor,
  comment: Pick<FigureComment, 'datasetId' | 'version' | 'view' | 'body'>,
): Promise<string> {
  const { regionId, personId, personName } = actor
  const id = await insertComment(db, { ...comment, regionId, createdBy: personId, authorName: personName })
  await note(db, actor, id, 'written')
  return id
}

/** Reviews what another person has written, or takes a comment away. @returns whether there was one to decide on */
export async function decideComment(
  db: TenantDb,
  actor: Actor,
  id: string,
  decision: 'review' | 'withdraw',
): Promise<boolean> {
  const decide = decision === 'review' ? reviewComment : withdrawComment
  const done = await decide(db, id, actor.personId)
  if (done) await note(db, actor, id, decision === 'review' ? 'reviewed' : 'withdrawn')
  return done
}

/** How many reviewed comments each earlier version has, the latest first. */
export async function earlierComments(db: TenantDb, datasetId: string, version: number) {
  return version > 1 ? reviewedBefore(db, datasetId, version) : []
}
