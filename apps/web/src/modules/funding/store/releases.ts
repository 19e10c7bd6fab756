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

/** A case as it stood when its period was released. */
export interface ReleasedCase {
  readonly caseId: string
  readonly content: unknown
}

export interface PeriodSpan {
  readonly period: string
  /** Null: cases without a date. */
  readonly firstYear: number | null
  readonly lastYear: number | null
}

function inSpan(span: PeriodSpan) {
  const year = sql<number>`left(c.decided_on, 4)::int`
  return span.firstYear === null
    ? sql<boolean>`c.decided_on is null`
    : sql<boolean>`c.decided_on is not null and ${year} between ${span.firstYear} and ${span.lastYear}`
}

// How a case is known again in another list: by its number, and by recipient, year and amounts.
const SUBJECTS = sql`array_remove(array[
  case when c.case_id !~ '^rad-' then 'id:' || c.case_id end,
  'as:' || encode(sha256(convert_to(concat_ws('|', case when c.recipient_key !~ '^case:' then c.recipient_key end,
    left(c.decided_on, 4), c.outcome, c.applied_ore, c.granted_ore, c.sex, c.industry, c.municipality), 'UTF8')), 'hex')], null)`

/** Keeps the period's cases as they now are: a correction is judged against them. */
export async function keepReleasedCases(db: TenantDb, listId: string, span: PeriodSpan) {
  await db
    .deleteFrom('funding_released_case')
    .where('list_id', '=', listId)
    .where('period', '=', span.period)
    .execute()
  await sql`insert into funding_released_case (region_id, list_id, period, case_id, subjects, content)
    select c.region_id, c.list_id, ${span.period}, c.case_id, ${SUBJECTS}, jsonb_build_object(
      'recipient', encode(sha256(convert_to(c.recipient_key, 'UTF8')), 'hex'), 'supportForm', c.support_form,
      'outcome', c.outcome, 'appliedOre', coalesce(c.applied_ore::text, c.applied_missing),
      'grantedOre', coalesce(c.granted_ore::text, c.granted_missing), 'decidedOn', c.decided_on,
      'municipality', c.municipality, 'county', c.county, 'industry', c.industry, 'sex', c.sex,
      'background', c.background, 'age', c.age, 'unit', c.unit)
    from funding_case c where c.list_id = ${listId} and c.outcome <> 'pending' and ${inSpan(span)}`.execute(
    db,
  )
}

/** Other lists under which cases of this period were released: two releases of one case could be compared. */
export async function listsSharing(db: TenantDb, listId: string, span: PeriodSpan): Promise<string[]> {
  const rows = await sql<{ name: string }>`with mine as materialized (
      select distinct unnest(${SUBJECTS}) as subject from funding_case c
      where c.list_id = ${listId} and c.outcome <> 'pending' and ${inSpan(span)}),
    theirs as materialized (
      select list_id, unnest(subjects) as subject from funding_released_case where list_id <> ${listId})
    select distinct l.name from theirs join mine using (subject) join funding_list l on l.id = theirs.list_id`.execute(
    db,
  )
  return rows.rows.map((row) => row.name)
}

/** Other periods of the list under which cases of this period were released. */
export async function periodsSharing(db: TenantDb, listId: string, span: PeriodSpan): Promise<string[]> {
  const rows = await sql<{ period: string }>`with mine as materialized (
      select c.case_id from funding_case c
      where c.list_id = ${listId} and c.outcome <> 'pending' and ${inSpan(span)}),
    others as materialized (
      select period, case_id from funding_released_case where list_id = ${listId} and period <> ${span.period})
    select distinct period from others join mine using (case_id)`.execute(db)
  return rows.rows.map((row) => row.period)
}

export async function releasedCases(db: TenantDb, listId: string, period: string): Promise<ReleasedCase[]> {
  const rows = await db
    .selectFrom('funding_released_case')
    .select(['case_id', 'content'])
    .where('list_id', '=', listId)
    .where('period', '=', period)
    .execute()
  return rows.map((row) => ({ caseId: row.case_id, content: row.content }))
}

export interface ReleasedPeriod {
  readonly period: string
  readonly hidden: readonly Record<string, string>[]
  readonly contentHash: string
  /** How often the period has been released. */
  readonly versions: number
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
    versions: row.versions,
  }))
}

export async function setReleasedPeriod(
  db: TenantDb,
  regionId: string,
  listId: string,
  period: Omit<ReleasedPeriod, 'versions'>,
) {
  const state = { hidden: JSON.stringify(period.hidden), content_hash: period.contentHash }
  await db
    .insertInto('funding_released_period')
    .values({ region_id: regionId, list_id: listId, period: period.period, ...state })
    .onConflict((conflict) =>
      conflict
        .columns(['region_id', 'list_id', 'period'])
        .doUpdateSet((eb) => ({ ...state, versions: eb('funding_released_period.versions', '+', 1) })),
    )
    .execute()
}
