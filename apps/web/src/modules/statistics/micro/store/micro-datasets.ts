import type { Db, TenantDb } from '../../../../platform/db/tenant.ts'
import {
  contentsSchema,
  type Declaration,
  declarationSchema,
  type MicroContents,
  type MicroDataset,
} from '../model-micro.ts'

const DATASET = [
  'id',
  'name',
  'source',
  'version',
  'declaration',
  'contents',
  'file_id',
  'retain_until',
  'created_by',
  'brought_at',
  'brought_by',
] as const

interface Row {
  id: string
  name: string
  source: string
  version: number
  declaration: unknown
  contents: unknown
  file_id: string | null
  retain_until: string
  created_by: string
  brought_at: Date
  brought_by: string
}

function toDataset(row: Row): MicroDataset {
  return {
    id: row.id,
    name: row.name,
    source: row.source,
    version: row.version,
    declaration: declarationSchema.parse(row.declaration),
    contents: contentsSchema.parse(row.contents),
    fileId: row.file_id ?? '',
    retainUntil: row.retain_until,
    createdBy: row.created_by,
    broughtAt: row.brought_at,
    broughtBy: row.brought_by,
  }
}

/** All lists of the region that are not deleted, by name. */
export async function listMicro(db: TenantDb): Promise<MicroDataset[]> {
  const rows = await db
    .selectFrom('micro_dataset')
    .select(DATASET)
    .where('state', '=', 'kept')
    .orderBy('name')
    .execute()
  return rows.map(toDataset)
}

/** A list that is not deleted; `null` where the region has none such. */
export async function microDataset(db: TenantDb, id: string): Promise<MicroDataset | null> {
  const row = await db
    .selectFrom('micro_dataset')
    .select(DATASET)
    .where('id', '=', id)
    .where('state', '=', 'kept')
    .executeTakeFirst()
  return row === undefined ? null : toDataset(row)
}

/** The same, held until the transaction ends: two who decide, renew or delete wait for each other. */
export async function holdMicroDataset(db: TenantDb, id: string): Promise<MicroDataset | null> {
  const row = await db
    .selectFrom('micro_dataset')
    .select(DATASET)
    .where('id', '=', id)
    .where('state', '=', 'kept')
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : toDataset(row)
}

export async function insertMicro(
  db: TenantDb,
  dataset: {
    regionId: string
    name: string
    source: string
    declaration: Declaration
    contents: MicroContents
    fileId: string
    retainUntil: string
    personId: string
  },
): Promise<string> {
  const row = await db
    .insertInto('micro_dataset')
    .values({
      region_id: dataset.regionId,
      name: dataset.name,
      source: dataset.source,
      declaration: JSON.stringify(dataset.declaration),
      contents: JSON.stringify(dataset.contents),
      file_id: dataset.fileId,
      retain_until: dataset.retainUntil,
      created_by: dataset.personId,
      brought_by: dataset.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Notes that the region has files of microdata, before the first one: the broom comes by from then on. */
export async function enterMicroRegion(db: TenantDb, regionId: string) {
  await db
    .insertInto('micro_region')
    .values({ region_id: regionId })
    .onConflict((conflict) => conflict.column('region_id').doNothing())
    .execute()
}

export async function renewMicro(
  db: TenantDb,
  id: string,
  next: { version: number; contents: MicroContents; fileId: string; personId: string },
) {
  await db
    .updateTable('micro_dataset')
    .set({
      version: next.version,
      contents: JSON.stringify(next.contents),
      file_id: next.fileId,
      brought_at: new Date(),
      brought_by: next.personId,
    })
    .where('id', '=', id)
    .execute()
}

const NO_WORDS: Declaration = { columns: [], missing: [], empty: 'noAnswer' }

/** Empties a list: that it was there remains, and with it its method. `personId` is null where its time was out. */
export async function emptyMicro(db: TenantDb, id: string, personId: string | null) {
  await db
    .updateTable('micro_dataset')
    .set({
      state: 'deleted',
      declaration: JSON.stringify(NO_WORDS),
      contents: null,
      file_id: null,
      deleted_at: new Date(),
      deleted_by: personId,
    })
    .where('id', '=', id)
    .execute()
  await db.deleteFrom('micro_sketch').where('dataset_id', '=', id).execute()
  await db.deleteFrom('micro_draft').where('dataset_id', '=', id).execute()
}

/** The regions that hold microdata. */
export async function microRegions(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('micro_region').select('region_id').execute()
  return rows.map(({ region_id }) => region_id)
}
