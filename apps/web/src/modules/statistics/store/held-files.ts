import type { TenantDb } from '../../../platform/db/tenant.ts'
import { type RowReading, rowReadingSchema } from '../model-datasets.ts'

/** A file of rows that is held until it is kept, or for a day. */
export interface HeldFile {
  readonly id: string
  readonly datasetId: string | null
  readonly fileName: string
  readonly body: Buffer
  /** How it was chosen to be read; `null` as the reader proposes. */
  readonly reading: RowReading | null
}

export async function insertHeldFile(
  db: TenantDb,
  file: Omit<HeldFile, 'id'> & { regionId: string; createdBy: string },
): Promise<string> {
  const row = await db
    .insertInto('stat_held_file')
    .values({
      region_id: file.regionId,
      dataset_id: file.datasetId,
      file_name: file.fileName,
      body: file.body,
      reading: file.reading === null ? null : JSON.stringify(file.reading),
      created_by: file.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A held file of this person's; `null` where there is none. */
export async function heldFileOf(db: TenantDb, id: string, personId: string): Promise<HeldFile | null> {
  const row = await db
    .selectFrom('stat_held_file')
    .select(['id', 'dataset_id', 'file_name', 'body', 'reading'])
    .where('id', '=', id)
    .where('created_by', '=', personId)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    datasetId: row.dataset_id,
    fileName: row.file_name,
    body: row.body,
    reading: rowReadingSchema.nullable().parse(row.reading),
  }
}

export async function setHeldReading(db: TenantDb, id: string, reading: RowReading) {
  await db
    .updateTable('stat_held_file')
    .set({ reading: JSON.stringify(reading) })
    .where('id', '=', id)
    .execute()
}

export async function deleteHeldFile(db: TenantDb, id: string) {
  await db.deleteFrom('stat_held_file').where('id', '=', id).execute()
}

/** Files that nobody kept a table of within a day are gone. */
export async function deleteOldHeldFiles(db: TenantDb, before: Date) {
  await db.deleteFrom('stat_held_file').where('created_at', '<', before).execute()
}
