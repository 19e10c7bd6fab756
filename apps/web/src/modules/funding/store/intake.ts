import { mappingSchema } from '@jamvikt/tables'
import { sql } from 'kysely'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type {
  ImportReport,
  ImportRun,
  Inspection,
  IntakeFailure,
  RefusedRow,
  Upload,
  UploadStatus,
} from '../model.ts'

export async function insertUpload(
  db: TenantDb,
  upload: {
    id: string
    regionId: string
    listId: string | null
    listName: string
    fileName: string
    byteSize: number
    sha256: string
    createdBy: string
  },
) {
  await db
    .insertInto('funding_upload')
    .values({
      id: upload.id,
      region_id: upload.regionId,
      list_id: upload.listId,
      list_name: upload.listName,
      file_name: upload.fileName,
      byte_size: BigInt(upload.byteSize),
      sha256: upload.sha256,
      status: 'received',
      created_by: upload.createdBy,
    })
    .execute()
}

export async function findUpload(db: TenantDb, id: string): Promise<Upload | null> {
  const row = await db.selectFrom('funding_upload').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    listId: row.list_id,
    listName: row.list_name,
    fileName: row.file_name,
    sha256: row.sha256,
    status: row.status,
    inspection: row.inspection as Inspection | null,
    refusal: row.refusal as IntakeFailure | null,
    createdBy: row.created_by,
  }
}

/** Locks an upload, so that one order at a time takes it. */
export async function lockUpload(db: TenantDb, id: string) {
  await sql`select id from funding_upload where id = ${id} for update`.execute(db)
}

export async function setUpload(
  db: TenantDb,
  id: string,
  change: { status: UploadStatus; inspection?: Inspection; refusal?: IntakeFailure },
) {
  await db
    .updateTable('funding_upload')
    .set({
      status: change.status,
      ...(change.inspection ? { inspection: JSON.stringify(change.inspection) } : {}),
      ...(change.refusal ? { refusal: JSON.stringify(change.refusal) } : {}),
    })
    .where('id', '=', id)
    .execute()
}

export async function insertImport(
  db: TenantDb,
  run: Pick<ImportRun, 'listId' | 'uploadId' | 'fileName' | 'sha256' | 'mapping' | 'wholeList'> & {
    regionId: string
    createdBy: string
  },
): Promise<string> {
  const row = await db
    .insertInto('funding_import')
    .values({
      region_id: run.regionId,
      list_id: run.listId,
      upload_id: run.uploadId,
      file_name: run.fileName,
      sha256: run.sha256,
      mapping: JSON.stringify(run.mapping),
      whole_list: run.wholeList,
      status: 'queued',
      created_by: run.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

interface ImportRow {
  id: string
  list_id: string
  upload_id: string
  file_name: string
  sha256: string
  mapping: unknown
  whole_list: boolean
  status: ImportRun['status']
  progress: number
  rows_read: number
  report: unknown
  failure: unknown
  created_at: Date
  created_by: string
  finished_at: Date | null
}

function toRun(row: ImportRow): ImportRun {
  return {
    id: row.id,
    listId: row.list_id,
    uploadId: row.upload_id,
    fileName: row.file_name,
    sha256: row.sha256,
    mapping: mappingSchema.parse(row.mapping),
    wholeList: row.whole_list,
    status: row.status,
    progress: row.progress,
    rowsRead: row.rows_read,
    report: row.report as ImportReport | null,
    failure: row.failure as IntakeFailure | null,
    createdAt: row.created_at,
    createdBy: row.created_by,
    finishedAt: row.finished_at,
  }
}

export async function findImport(db: TenantDb, id: string): Promise<ImportRun | null> {
  const row = await db.selectFrom('funding_import').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toRun(row) : null
}

export async function importsOf(db: TenantDb, listId: string): Promise<ImportRun[]> {
  const rows = await db
    .selectFrom('funding_import')
    .selectAll()
    .where('list_id', '=', listId)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(toRun)
}

export async function setImport(
  db: TenantDb,
  id: string,
  change: {
    status?: ImportRun['status']
    progress?: number
    rowsRead?: number
    report?: ImportReport
    failure?: IntakeFailure
    finished?: boolean
  },
) {
  await db
    .updateTable('funding_import')
    .set({
      ...(change.status ? { status: change.status } : {}),
      ...(change.progress === undefined ? {} : { progress: change.progress }),
      ...(change.rowsRead === undefined ? {} : { rows_read: change.rowsRead }),
      ...(change.report ? { report: JSON.stringify(change.report) } : {}),
      ...(change.failure ? { failure: JSON.stringify(change.failure) } : {}),
      ...(change.finished ? { finished_at: new Date() } : {}),
    })
    .where('id', '=', id)
    .execute()
}

export async function insertRefusals(
  db: TenantDb,
  regionId: string,
  importId: string,
  from: number,
  rows: readonly RefusedRow[],
) {
  if (rows.length === 0) return
  await db
    .insertInto('funding_refusal')
    .values(
      rows.map((row, index) => ({
        region_id: regionId,
        import_id: importId,
        seq: from + index,
        row_number: row.row,
        column_name: row.column,
        reason: row.reason,
        value: row.value,
        suggestions: [...row.suggestions],
      })),
    )
    .execute()
}

export async function refusalsOf(db: TenantDb, importId: string, limit: number): Promise<RefusedRow[]> {
  const rows = await db
    .selectFrom('funding_refusal')
    .selectAll()
    .where('import_id', '=', importId)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    row: row.row_number,
    column: row.column_name,
    reason: row.reason as RefusedRow['reason'],
    value: row.value,
    suggestions: row.suggestions,
  }))
}
