import { z } from 'zod'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { sourceSchema } from '../../model-datasets.ts'
import { type FetchRun, type FetchSource, type Outcome, outcomeSchema } from '../model-fetch.ts'

const FETCH = [
  'id',
  'dataset_id',
  'source',
  'scheduled',
  'status',
  'progress',
  'runs',
  'fingerprint',
  'outcome',
  'draft_id',
  'created_at',
  'created_by',
  'finished_at',
] as const

interface FetchRow {
  id: string
  dataset_id: string | null
  source: unknown
  scheduled: boolean
  status: FetchRun['status']
  progress: number
  runs: number
  fingerprint: string | null
  outcome: unknown
  draft_id: string | null
  created_at: Date
  created_by: string
  finished_at: Date | null
}

/** A source as it was kept; that of a file is not one that can be asked. */
export function fetchSourceOf(value: unknown): FetchSource | null {
  const source = sourceSchema.parse(value)
  return 'address' in source ? source : null
}

function toRun(row: FetchRow): FetchRun {
  const source = fetchSourceOf(row.source)
  if (source === null) throw new Error('a kept fetch is of a file')
  return {
    id: row.id,
    datasetId: row.dataset_id,
    source,
    scheduled: row.scheduled,
    status: row.status,
    progress: row.progress,
    runs: row.runs,
    fingerprint: row.fingerprint,
    outcome: outcomeSchema.nullable().parse(row.outcome),
    draftId: row.draft_id,
    createdAt: row.created_at,
    createdBy: row.created_by,
    finishedAt: row.finished_at,
  }
}

/** @returns the id; `null` where the dataset is being fetched already */
export async function insertFetch(
  db: TenantDb,
  fetch: Pick<FetchRun, 'datasetId' | 'source' | 'scheduled' | 'createdBy'> & { readonly regionId: string },
): Promise<string | null> {
  await db
    .insertInto('fetching_region')
    .values({ region_id: fetch.regionId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await db
    .insertInto('stat_fetch')
    .values({
      region_id: fetch.regionId,
      dataset_id: fetch.datasetId,
      source: JSON.stringify(fetch.source),
      scheduled: fetch.scheduled,
      created_by: fetch.createdBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function fetchOf(db: TenantDb, id: string): Promise<FetchRun | null> {
  const row = await db.selectFrom('stat_fetch').select(FETCH).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toRun(row)
}

/** The fetch, held until the transaction ends. */
export async function holdFetch(db: TenantDb, id: string): Promise<FetchRun | null> {
  const row = await db
    .selectFrom('stat_fetch')
    .select(FETCH)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : toRun(row)
}

/** The fetches of a dataset, the latest first. */
export async function fetchesOf(db: TenantDb, datasetId: string, most: number): Promise<FetchRun[]> {
  const rows = await db
    .selectFrom('stat_fetch')
    .select(FETCH)
    .where('dataset_id', '=', datasetId)
    .orderBy('created_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(toRun)
}

/** The source that a draft was fetched from; `null` for one that came as a file. */
export async function sourceOfDraft(db: TenantDb, draftId: string): Promise<FetchSource | null> {
  const row = await db
    .selectFrom('stat_fetch')
    .select('source')
    .where('draft_id', '=', draftId)
    .executeTakeFirst()
  return row === undefined ? null : fetchSourceOf(row.source)
}

export async function setFetch(
  db: TenantDb,
  id: string,
  change: Partial<Pick<FetchRun, 'status' | 'progress' | 'runs' | 'fingerprint' | 'draftId'>>,
) {
  const { draftId, ...rest } = change
  await db
    .updateTable('stat_fetch')
    .set({ ...rest, ...(draftId === undefined ? {} : { draft_id: draftId }), touched_at: new Date() })
    .where('id', '=', id)
    .execute()
}

/** Ends a fetch; its pieces go, unless it may go on. */
export async function finishFetch(db: TenantDb, id: string, outcome: Outcome) {
  const failed = outcome.kind === 'refused'
  await db
    .updateTable('stat_fetch')
    .set({
      status: failed ? 'failed' : 'done',
      outcome: JSON.stringify(outcome),
      finished_at: new Date(),
      touched_at: new Date(),
      ...(failed ? {} : { progress: 1 }),
    })
    .where('id', '=', id)
    .execute()
  if (!failed || !outcome.resumable) await dropPieces(db, id)
}

/**
 * Opens a failed fetch again.
 * @returns false where it did not fail, may not go on, or another fetch of the dataset is under way
 */
export async function reopenFetch(db: TenantDb, id: string): Promise<boolean> {
  const fetch = await holdFetch(db, id)
  if (fetch?.outcome?.kind !== 'refused' || !fetch.outcome.resumable) return false
  if (fetch.datasetId !== null) {
    const running = await db
      .selectFrom('stat_fetch')
      .select('id')
      .where('dataset_id', '=', fetch.datasetId)
      .where('status', 'in', ['queued', 'running'])
      .executeTakeFirst()
    if (running !== undefined) return false
  }
  await db
    .updateTable('stat_fetch')
    .set({ status: 'queued', outcome: null, finished_at: null, touched_at: new Date() })
    .where('id', '=', id)
    .execute()
  return true
}

export async function keepPiece(
  db: TenantDb,
  piece: {
    readonly regionId: string
    readonly fetchId: string
    readonly number: number
    readonly body: Uint8Array
  },
) {
  await db
    .insertInto('stat_fetch_piece')
    .values({
      region_id: piece.regionId,
      fetch_id: piece.fetchId,
      number: piece.number,
      body: Buffer.from(piece.body),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function pieceOf(db: TenantDb, fetchId: string, number: number): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('stat_fetch_piece')
    .select('body')
    .where('fetch_id', '=', fetchId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.body ?? null
}

/** Bytes of all kept pieces together. */
export async function bytesKept(db: TenantDb, fetchId: string): Promise<number> {
  const row = await db
    .selectFrom('stat_fetch_piece')
    .select((of) => of.fn.coalesce(of.fn.sum<string>(of.fn('length', ['body'])), of.val('0')).as('bytes'))
    .where('fetch_id', '=', fetchId)
    .executeTakeFirst()
  return z.coerce.number().parse(row?.bytes ?? 0)
}

async function dropPieces(db: TenantDb, fetchId: string) {
  await db.deleteFrom('stat_fetch_piece').where('fetch_id', '=', fetchId).execute()
}
