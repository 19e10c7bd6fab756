import { sql } from 'kysely'
import { z } from 'zod'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { FundingRelease } from '../model.ts'

const idsSchema = z.array(z.string())

interface ReleaseRow {
  id: string
  list_id: string
  tables: unknown
  released_at: Date
  released_by: string
}

function toRelease(row: ReleaseRow): FundingRelease {
  return {
    id: row.id,
    listId: row.list_id,
    tableIds: idsSchema.parse(row.tables),
    releasedAt: row.released_at,
    releasedBy: row.released_by,
  }
}

export async function insertRelease(
  db: TenantDb,
  release: { regionId: string; listId: string; tableIds: readonly string[]; releasedBy: string },
): Promise<string> {
  const row = await db
    .insertInto('funding_release')
    .values({
      region_id: release.regionId,
      list_id: release.listId,
      tables: JSON.stringify(release.tableIds),
      released_by: release.releasedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function findRelease(db: TenantDb, id: string): Promise<FundingRelease | null> {
  const row = await db.selectFrom('funding_release').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toRelease(row) : null
}

export async function releasesOf(db: TenantDb, listId?: string): Promise<FundingRelease[]> {
  let query = db.selectFrom('funding_release').selectAll().orderBy('released_at', 'desc')
  if (listId) query = query.where('list_id', '=', listId)
  return (await query.execute()).map(toRelease)
}

/** A case as it stood when its period was released. `subject` is the same in every list that holds the case. */
export interface ReleasedCase {
  readonly caseId: string
  readonly subject: string
  readonly content: unknown
}

export async function replaceReleasedCases(
  db: TenantDb,
  regionId: string,
  listId: string,
  period: string,
  cases: readonly ReleasedCase[],
) {
  await db
    .deleteFrom('funding_released_case')
    .where('list_id', '=', listId)
    .where('period', '=', period)
    .execute()
  for (let at = 0; at < cases.length; at += 5000) {
    const part = JSON.stringify(cases.slice(at, at + 5000))
    await sql`insert into funding_released_case (region_id, list_id, period, case_id, subject, content)
      select ${regionId}, ${listId}, ${period}, "caseId", subject, content
      from jsonb_to_recordset(${part}::jsonb) as x("caseId" text, subject text, content jsonb)`.execute(db)
  }
}

export async function releasedCases(db: TenantDb, listId: string, period: string): Promise<ReleasedCase[]> {
  const rows = await db
    .selectFrom('funding_released_case')
    .select(['case_id', 'subject', 'content'])
    .where('list_id', '=', listId)
    .where('period', '=', period)
    .execute()
  return rows.map((row) => ({ caseId: row.case_id, subject: row.subject, content: row.content }))
}

export interface ReleasedPeriod {
  readonly period: string
  readonly hidden: readonly Record<string, string>[]
  readonly contentHash: string
}

const hiddenSchema = z.array(z.record(z.string(), z.string()))

export async function releasedPeriods(db: TenantDb, listId: string): Promise<ReleasedPeriod[]> {
  const rows = await db
    .selectFrom('funding_released_period')
    .selectAll()
    .where('list_id', '=', listId)
    .execute()
  return rows.map((row) => ({
    period: row.period,
    hidden: hiddenSchema.parse(row.hidden),
    contentHash: row.content_hash,
  }))
}

export async function setReleasedPeriod(
  db: TenantDb,
  regionId: string,
  listId: string,
  period: ReleasedPeriod,
) {
  const state = { hidden: JSON.stringify(period.hidden), content_hash: period.contentHash }
  await db
    .insertInto('funding_released_period')
    .values({ region_id: regionId, list_id: listId, period: period.period, ...state })
    .onConflict((conflict) => conflict.columns(['region_id', 'list_id', 'period']).doUpdateSet(state))
    .execute()
}

/** Another list, if any, under which some of these subjects were released: two releases of one case could be compared. */
export async function listsSharing(
  db: TenantDb,
  listId: string,
  subjects: readonly string[],
): Promise<string[]> {
  const rows = await sql<{ name: string }>`select distinct l.name from funding_released_case r
    join funding_list l on l.id = r.list_id
    where r.list_id <> ${listId} and r.subject = any(${[...subjects]}::text[])`.execute(db)
  return rows.rows.map((row) => row.name)
}
