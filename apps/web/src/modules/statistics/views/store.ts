import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { SavedView } from './saved-view.ts'

const COLUMNS = [
  'id',
  'dataset_id',
  'name',
  'view',
  'version',
  'shared',
  'created_at',
  'created_by',
  'author_name',
] as const

/** The views that a person has kept and those that others share, by name; of one dataset or of all. */
export async function viewsFor(db: TenantDb, personId: string, datasetId?: string): Promise<SavedView[]> {
  let query = db
    .selectFrom('stat_saved_view')
    .select(COLUMNS)
    .where('removed_at', 'is', null)
    .where((is) => is.or([is('shared', '=', true), is('created_by', '=', personId)]))
    .orderBy('name')
  if (datasetId !== undefined) query = query.where('dataset_id', '=', datasetId)
  const rows = await query.execute()
  return rows.map(({ dataset_id, created_at, created_by, author_name, ...row }) => ({
    ...row,
    datasetId: dataset_id,
    createdAt: created_at,
    createdBy: created_by,
    authorName: author_name,
  }))
}

export async function insertView(
  db: TenantDb,
  regionId: string,
  { datasetId, createdBy, authorName, ...rest }: Omit<SavedView, 'id' | 'createdAt'>,
): Promise<string> {
  const row = await db
    .insertInto('stat_saved_view')
    .values({
      ...rest,
      region_id: regionId,
      dataset_id: datasetId,
      created_by: createdBy,
      author_name: authorName,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Takes a person's own view away, or brings it back. @returns whether there was one */
export async function setRemoved(
  db: TenantDb,
  id: string,
  personId: string,
  removed: boolean,
): Promise<boolean> {
  const done = await db
    .updateTable('stat_saved_view')
    .set({ removed_at: removed ? new Date() : null })
    .where('id', '=', id)
    .where('created_by', '=', personId)
    .where('removed_at', removed ? 'is' : 'is not', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
