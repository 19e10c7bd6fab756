import { z } from 'zod'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { type Declaration, declarationSchema } from '../model-micro.ts'

/** A file that waits to be told what its columns are; its id is the name that it is kept under. */
export interface MicroDraft {
  readonly id: string
  readonly datasetId: string | null
  readonly fileName: string
  readonly columns: Declaration['columns']
}

const columnsSchema = z.array(declarationSchema.shape.columns.element)

export async function insertMicroDraft(
  db: TenantDb,
  draft: MicroDraft & { readonly regionId: string; readonly personId: string },
) {
  await db
    .insertInto('micro_draft')
    .values({
      region_id: draft.regionId,
      id: draft.id,
      dataset_id: draft.datasetId,
      file_name: draft.fileName,
      columns: JSON.stringify(draft.columns),
      created_by: draft.personId,
    })
    .execute()
}

/** A draft of this person's; `null` where there is none. */
export async function microDraft(db: TenantDb, id: string, personId: string): Promise<MicroDraft | null> {
  const row = await db
    .selectFrom('micro_draft')
    .select(['id', 'dataset_id', 'file_name', 'columns'])
    .where('id', '=', id)
    .where('created_by', '=', personId)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    datasetId: row.dataset_id,
    fileName: row.file_name,
    columns: columnsSchema.parse(row.columns),
  }
}

export async function deleteMicroDraft(db: TenantDb, id: string) {
  await db.deleteFrom('micro_draft').where('id', '=', id).execute()
}

export async function deleteOldMicroDrafts(db: TenantDb, before: Date) {
  await db.deleteFrom('micro_draft').where('created_at', '<', before).execute()
}
