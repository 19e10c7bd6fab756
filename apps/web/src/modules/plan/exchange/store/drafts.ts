import { sql } from 'kysely'
import type { TenantDb } from '../../../../platform/db/tenant.ts'

/** What a file was read as, as it is kept. */
export interface KeptContent {
  readonly fileName: string
  /** JSON as text: what stands in foreign files is not always what the database takes as JSON. */
  readonly content: string
}

const HOUR_MS = 3_600_000

function hourAgo(): Date {
  return new Date(Date.now() - HOUR_MS)
}

/** Keeps a draft for an hour; those that are older go. @returns its id */
export async function insertDraft(
  db: TenantDb,
  draft: KeptContent & { readonly regionId: string; readonly createdBy: string },
): Promise<string> {
  await db.deleteFrom('plan_import_draft').where('created_at', '<', hourAgo()).execute()
  const row = await db
    .insertInto('plan_import_draft')
    .values({
      region_id: draft.regionId,
      file_name: draft.fileName,
      content: draft.content,
      created_by: draft.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A person’s own draft of the last hour; `null` where there is none. */
export async function draftOf(db: TenantDb, id: string, personId: string): Promise<KeptContent | null> {
  const row = await db
    .selectFrom('plan_import_draft')
    .select(['file_name', 'content'])
    .where('id', '=', id)
    .where('created_by', '=', personId)
    .where('created_at', '>=', hourAgo())
    .executeTakeFirst()
  return row === undefined ? null : { fileName: row.file_name, content: row.content }
}

export async function setContent(db: TenantDb, id: string, content: string) {
  await db.updateTable('plan_import_draft').set({ content }).where('id', '=', id).execute()
}

/** Holds a person’s own draft until the transaction ends: whoever takes it at the same time waits. @returns whether it is there */
export async function holdDraft(db: TenantDb, id: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('plan_import_draft')
    .select('id')
    .where('id', '=', id)
    .where('created_by', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** The plan that a person has brought a draft into; `null` where none. */
export async function planOfDraft(db: TenantDb, id: string, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('history')
    .select('entity_id')
    .where('entity', '=', 'plan')
    .where('action', '=', 'brought-in')
    .where('actor_id', '=', personId)
    .where(sql`details->>'draft'`, '=', id)
    .executeTakeFirst()
  return row?.entity_id ?? null
}

export async function deleteDraft(db: TenantDb, id: string) {
  await db.deleteFrom('plan_import_draft').where('id', '=', id).execute()
}
