import type { TenantDb } from '../../../platform/db/tenant.ts'
import { type Actor, may } from '../../../platform/policy.ts'
import { policiesToDecide } from '../micro/public.ts'
import { pagesToDecide } from '../pages/public.ts'
import { statisticsPolicy } from '../policy.ts'
import { commentsToReview } from '../store/comments.ts'
import { listDatasets } from '../store/datasets.ts'
import { listIndicators } from '../store/indicators.ts'
import { tablesToDecide } from '../store/publications.ts'

/** What waits for somebody, and where it is decided on; the address stands under the region’s. */
export interface WaitingDecision {
  readonly kind: 'tables' | 'pages' | 'indicators' | 'comments' | 'micro'
  readonly count: number
  readonly place: string
  /** The table that comments are on. */
  readonly name: string
}

/** What waits for a person's decision: what others have asked for or written, where the person may decide. */
export async function waitingDecisions(db: TenantDb, actor: Actor): Promise<WaitingDecision[]> {
  const { regionId, personId } = actor
  if (!may(statisticsPolicy, actor, 'decide-publication', { regionId, state: 'kept' })) return []
  const datasets = new Set((await listDatasets(db)).map(({ id }) => id))
  const indicators = (await listIndicators(db)).filter(
    ({ datasetId, askedBy, changedBy, openedAt }) =>
      openedAt === null &&
      askedBy !== null &&
      askedBy !== personId &&
      changedBy !== personId &&
      datasets.has(datasetId),
  )
  const comments = await commentsToReview(db, personId)
  const all: WaitingDecision[] = [
    { kind: 'tables', count: await tablesToDecide(db, personId), place: 'statistics', name: '' },
    { kind: 'pages', count: await pagesToDecide(db, personId), place: 'pages', name: '' },
    { kind: 'indicators', count: indicators.length, place: 'statistics/indicators', name: '' },
    ...comments.map(
      ({ slug, name, version, count }): WaitingDecision => ({
        kind: 'comments',
        count,
        place: `statistics/${slug}?version=${version}`,
        name,
      }),
    ),
    { kind: 'micro', count: await policiesToDecide(db, personId), place: 'statistics/micro', name: '' },
  ]
  return all.filter(({ count }) => count > 0)
}
