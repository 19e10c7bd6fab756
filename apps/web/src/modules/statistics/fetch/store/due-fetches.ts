import type { Db, TenantDb } from '../../../../platform/db/tenant.ts'
import type { FetchAgain } from '../../model-datasets.ts'
import type { FetchSource } from '../model-fetch.ts'
import { fetchSourceOf } from './fetches.ts'

/** The regions that have fetched. */
export async function fetchingRegions(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('fetching_region').select('region_id').execute()
  return rows.map(({ region_id }) => region_id)
}

export interface Schedule {
  readonly datasetId: string
  readonly source: FetchSource
  readonly every: Exclude<FetchAgain, 'never'>
  readonly personId: string
  /** When the dataset was last fetched, or got its latest version. */
  readonly lastAt: Date
}

/** The datasets that are fetched again and again, and are not being fetched now. */
export async function schedules(db: TenantDb): Promise<Schedule[]> {
  const rows = await db
    .selectFrom('stat_dataset as d')
    .select(['d.id', 'd.source', 'd.fetch_again', 'd.fetch_again_by', 'd.created_at'])
    .select((of) => [
      of
        .selectFrom('stat_fetch as f')
        .select((inner) => inner.fn.max('f.created_at').as('at'))
        .whereRef('f.dataset_id', '=', 'd.id')
        .as('fetched_at'),
      of
        .selectFrom('stat_version as v')
        .select((inner) => inner.fn.max('v.created_at').as('at'))
        .whereRef('v.dataset_id', '=', 'd.id')
        .as('version_at'),
    ])
    .where('d.fetch_again', '<>', 'never')
    .where('d.withdrawn_at', 'is', null)
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('stat_fetch as f')
            .select('f.id')
            .whereRef('f.dataset_id', '=', 'd.id')
            .where('f.status', 'in', ['queued', 'running']),
        ),
      ),
    )
    .execute()
  return rows.flatMap(({ id, source, fetch_again, fetch_again_by, created_at, fetched_at, version_at }) => {
    const from = fetchSourceOf(source)
    if (from === null || fetch_again === 'never' || fetch_again_by === null) return []
    const lastAt = new Date(Math.max(...[created_at, fetched_at, version_at].map((at) => at?.getTime() ?? 0)))
    return [{ datasetId: id, source: from, every: fetch_again, personId: fetch_again_by, lastAt }]
  })
}

interface Waiting {
  readonly id: string
  readonly personId: string
}

/** Fetches that nobody has gone on with since `before`: their job was lost. */
export async function lostFetches(db: TenantDb, before: Date): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('stat_fetch')
    .select(['id', 'created_by'])
    .where('status', 'in', ['queued', 'running'])
    .where('touched_at', '<', before)
    .execute()
  return rows.map(({ id, created_by }) => ({ id, personId: created_by }))
}

/** Scheduled fetches that failed between the two times and have pieces or a source to go on with. */
export async function failedScheduled(db: TenantDb, after: Date, before: Date): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('stat_fetch')
    .select(['id', 'created_by'])
    .where('status', '=', 'failed')
    .where('scheduled', '=', true)
    .where('created_at', '>', after)
    .where('finished_at', '<', before)
    .execute()
  return rows.map(({ id, created_by }) => ({ id, personId: created_by }))
}

/** Pieces of fetches that failed before a time: nobody went on with them. */
export async function dropOldPieces(db: TenantDb, before: Date) {
  await db
    .deleteFrom('stat_fetch_piece')
    .where((of) =>
      of.exists(
        of
          .selectFrom('stat_fetch as f')
          .select('f.id')
          .whereRef('f.id', '=', 'stat_fetch_piece.fetch_id')
          .where('f.status', '=', 'failed')
          .where('f.finished_at', '<', before),
      ),
    )
    .execute()
}

/** How often a dataset is fetched again, in whose name. */
export async function setFetchAgain(db: TenantDb, datasetId: string, every: FetchAgain, personId: string) {
  await db
    .updateTable('stat_dataset')
    .set({ fetch_again: every, fetch_again_by: every === 'never' ? null : personId })
    .where('id', '=', datasetId)
    .execute()
}
