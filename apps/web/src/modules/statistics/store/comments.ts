import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { FigureComment } from '../model-indicators.ts'

/** Comments on one version of a dataset, the oldest first; withdrawn ones left out. */
export async function commentsOn(db: TenantDb, datasetId: string, version: number): Promise<FigureComment[]> {
  const rows = await db
    .selectFrom('stat_comment')
    .select([
      'id',
      'dataset_id',
      'version',
      'view',
      'body',
      'state',
      'created_at',
      'created_by',
      'author_name',
    ])
    .where('dataset_id', '=', datasetId)
    .where('version', '=', version)
    .where('state', '<>', 'withdrawn')
    .orderBy('created_at')
    .execute()
  return rows.map(({ dataset_id, created_at, created_by, author_name, ...row }) => ({
    ...row,
    datasetId: dataset_id,
    createdAt: created_at,
    createdBy: created_by,
    authorName: author_name,
  }))
}

export async function insertComment(
  db: TenantDb,
  comment: {
    regionId: string
    datasetId: string
    version: number
    view: string
    body: string
    createdBy: string
    authorName: string
  },
): Promise<string> {
  const row = await db
    .insertInto('stat_comment')
    .values({
      region_id: comment.regionId,
      dataset_id: comment.datasetId,
      version: comment.version,
      view: comment.view,
      body: comment.body,
      state: 'draft',
      created_by: comment.createdBy,
      author_name: comment.authorName,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Reviews a draft that another person wrote. @returns whether there was one */
export async function reviewComment(db: TenantDb, id: string, personId: string): Promise<boolean> {
  const done = await db
    .updateTable('stat_comment')
    .set({ state: 'reviewed', decided_at: new Date(), decided_by: personId })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('created_by', '<>', personId)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function withdrawComment(db: TenantDb, id: string, personId: string): Promise<boolean> {
  const done = await db
    .updateTable('stat_comment')
    .set({ state: 'withdrawn', decided_at: new Date(), decided_by: personId })
    .where('id', '=', id)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** What the decided comments are known by: it changes with every decision. */
export async function commentsRevision(db: TenantDb): Promise<string> {
  const row = await db
    .selectFrom('stat_comment')
    .select((is) => [is.fn.countAll<string>().as('count'), is.fn.max('decided_at').as('latest')])
    .where('state', '<>', 'draft')
    .executeTakeFirstOrThrow()
  return `${row.count} ${row.latest?.toISOString() ?? ''}`
}

/** The comments that others have written and nobody has reviewed, by table and version. */
export async function commentsToReview(
  db: TenantDb,
  personId: string,
): Promise<{ slug: string; name: string; version: number; count: number }[]> {
  const rows = await db
    .selectFrom('stat_comment as comment')
    .innerJoin('stat_dataset as dataset', 'dataset.id', 'comment.dataset_id')
    .select((is) => ['dataset.slug', 'dataset.name', 'comment.version', is.fn.countAll<string>().as('count')])
    .where('comment.state', '=', 'draft')
    .where('comment.created_by', '<>', personId)
    .where('dataset.withdrawn_at', 'is', null)
    .groupBy(['dataset.slug', 'dataset.name', 'comment.version'])
    .orderBy('dataset.name')
    .orderBy('comment.version')
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** How many reviewed comments earlier versions have, the latest version first. */
export async function reviewedBefore(
  db: TenantDb,
  datasetId: string,
  version: number,
): Promise<{ version: number; count: number }[]> {
  const rows = await db
    .selectFrom('stat_comment')
    .select((is) => ['version', is.fn.countAll<string>().as('count')])
    .where('dataset_id', '=', datasetId)
    .where('version', '<', version)
    .where('state', '=', 'reviewed')
    .groupBy('version')
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}
