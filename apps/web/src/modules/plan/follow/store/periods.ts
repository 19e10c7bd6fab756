import { sql } from 'kysely'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Period, PeriodSpan } from '../model-follow.ts'

const COLUMNS = ['id', 'kind', 'starts_on', 'ends_on', 'due_on', 'closed_at', 'sent_at'] as const

interface PeriodRow {
  id: string
  kind: Period['kind']
  starts_on: string
  ends_on: string
  due_on: string
  closed_at: Date | null
  sent_at: Date | null
}

function toPeriod(row: PeriodRow): Period {
  return {
    id: row.id,
    kind: row.kind,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    dueOn: row.due_on,
    closedAt: row.closed_at,
    sentAt: row.sent_at,
  }
}

/** The periods of a plan, the first first. */
export async function periodsOf(db: TenantDb, planId: string): Promise<Period[]> {
  const rows = await db
    .selectFrom('plan_period')
    .select(COLUMNS)
    .where('plan_id', '=', planId)
    .orderBy('ends_on')
    .orderBy('starts_on', 'desc')
    .execute()
  return rows.map(toPeriod)
}

/** A period, held for change until the transaction ends: nobody else sends it or tells of it meanwhile. */
export async function claimPeriod(db: TenantDb, planId: string, id: string): Promise<Period | null> {
  const row = await db
    .selectFrom('plan_period')
    .select(COLUMNS)
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : toPeriod(row)
}

/** Marks a period’s report as sent, and closes the period; or as back, and opens it. @returns whether anything changed */
export async function setSent(
  db: TenantDb,
  planId: string,
  id: string,
  sentBy: string | null,
): Promise<boolean> {
  const row = await db
    .updateTable('plan_period')
    .set(
      sentBy === null
        ? { sent_at: null, closed_at: null, closed_by: null }
        : {
            sent_at: new Date(),
            closed_at: sql<Date>`coalesce(closed_at, now())`,
            closed_by: sql<string>`coalesce(closed_by, ${sentBy})`,
          },
    )
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .where('sent_at', sentBy === null ? 'is not' : 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** A period, held until the transaction ends: nothing is told of it while it is closed. */
export async function holdPeriod(db: TenantDb, planId: string, id: string): Promise<Period | null> {
  const row = await db
    .selectFrom('plan_period')
    .select(COLUMNS)
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst()
  return row === undefined ? null : toPeriod(row)
}

/** @returns how many were not there before */
export async function insertPeriods(
  db: TenantDb,
  of: { readonly regionId: string; readonly planId: string },
  spans: readonly PeriodSpan[],
): Promise<number> {
  if (spans.length === 0) return 0
  const rows = await db
    .insertInto('plan_period')
    .values(
      spans.map((span) => ({
        region_id: of.regionId,
        plan_id: of.planId,
        kind: span.kind,
        starts_on: span.startsOn,
        ends_on: span.endsOn,
        due_on: span.dueOn,
      })),
    )
    .onConflict((conflict) => conflict.columns(['region_id', 'plan_id', 'kind', 'starts_on']).doNothing())
    .returning('id')
    .execute()
  return rows.length
}

/** Gives a period that is open other days. @returns whether it had them changed */
export async function setSpan(db: TenantDb, planId: string, id: string, span: PeriodSpan): Promise<boolean> {
  const row = await db
    .updateTable('plan_period')
    .set({ starts_on: span.startsOn, ends_on: span.endsOn, due_on: span.dueOn })
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Holds a plan as it stands until the transaction ends; `alone`, so that nobody else changes its periods meanwhile. */
export async function holdPlan(db: TenantDb, planId: string, how: 'alone' | 'together') {
  const plan = db.selectFrom('plan').select('id').where('id', '=', planId)
  await (how === 'alone' ? plan.forNoKeyUpdate() : plan.forShare()).execute()
}

/** Closes a period, or opens it again; not while its report is with the agency. @returns whether anything changed */
export async function setClosed(
  db: TenantDb,
  planId: string,
  id: string,
  closedBy: string | null,
): Promise<boolean> {
  const row = await db
    .updateTable('plan_period')
    .set({ closed_at: closedBy === null ? null : new Date(), closed_by: closedBy })
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .where('closed_at', closedBy === null ? 'is not' : 'is', null)
    .where('sent_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
