import type { Certificate } from '@jamvikt/disclosure'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { LedgerEntry, LedgerMethod, ReleaseRequest } from '../model.ts'

const ENTRY = [
  'id',
  'dataset',
  'period',
  'method',
  'content_hash',
  'released_at',
  'withdrawn_at',
  'notice',
] as const

interface EntryRow {
  id: string
  dataset: string
  period: string
  method: LedgerMethod
  content_hash: string
  released_at: Date
  withdrawn_at: Date | null
  notice: string | null
}

function toEntry(row: EntryRow): LedgerEntry {
  return {
    id: row.id,
    dataset: row.dataset,
    period: row.period,
    method: row.method,
    contentHash: row.content_hash,
    releasedAt: row.released_at,
    withdrawnAt: row.withdrawn_at,
    notice: row.notice,
  }
}

export async function ledgerOf(db: TenantDb, dataset: string): Promise<LedgerEntry[]> {
  const rows = await db
    .selectFrom('released_table')
    .select(ENTRY)
    .where('dataset', '=', dataset)
    .orderBy('period')
    .orderBy('released_at')
    .execute()
  return rows.map(toEntry)
}

export async function insertReleased(
  db: TenantDb,
  request: Pick<ReleaseRequest, 'dataset' | 'period'> & {
    method: LedgerMethod
    payload: object
    regionId: string
    releasedBy: string
    contentHash: string
    replaces: string | null
  },
): Promise<string> {
  const row = await db
    .insertInto('released_table')
    .values({
      region_id: request.regionId,
      dataset: request.dataset,
      period: request.period,
      method: request.method,
      payload: JSON.stringify(request.payload),
      content_hash: request.contentHash,
      released_by: request.releasedBy,
      replaces: request.replaces,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Keeps the proof of a released table; the application may not read it again. */
export async function keepCertificate(
  db: TenantDb,
  released: { regionId: string; tableId: string; certificate: Certificate },
) {
  await db
    .insertInto('release_certificate')
    .values({
      region_id: released.regionId,
      released_table_id: released.tableId,
      certificate: JSON.stringify(released.certificate),
    })
    .execute()
}

export async function markWithdrawn(db: TenantDb, id: string, personId: string, notice: string) {
  await db
    .updateTable('released_table')
    .set({ withdrawn_at: new Date(), withdrawn_by: personId, notice })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
}

export async function readReleased(db: TenantDb, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('released_table')
    .select([...ENTRY, 'payload'])
    .where('id', 'in', ids)
    .orderBy('period')
    .execute()
  return rows.map((row) => ({ entry: toEntry(row), payload: row.payload }))
}

/** Those of the ids that the region holds and that stand, by period. */
export async function standingIds(db: TenantDb, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('released_table')
    .select('id')
    .where('id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .orderBy('period')
    .execute()
  return rows.map((row) => row.id)
}

/** How many releases of the region have been taken back: it changes whenever one is. */
export async function withdrawnCount(db: TenantDb): Promise<string> {
  const row = await db
    .selectFrom('released_table')
    .select((is) => is.fn.countAll<string>().as('count'))
    .where('withdrawn_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return String(row.count)
}
