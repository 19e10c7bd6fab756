import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Period, PeriodSpan } from '../model-follow.ts'

const COLUMNS = ['id', 'kind', 'starts_on', 'ends_on', 'due_on', 'closed_at'] as const

interface PeriodRow {
  id: string
  kind: Period['kind']
  starts_on: string
  ends_on: string
  due_on: string
  closed_at: Date | null
}

function toPeriod(row: PeriodRow): Period {
  return {
    id: row.id,
    kind: row.kind,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    dueOn: row.due_on,
    closedAt: row.closed_at,
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

/** Closes a period, or opens it again. @returns whether anything changed */
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
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
