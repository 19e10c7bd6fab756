import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { ActivityUpdate, Status, Told } from '../model-follow.ts'

const COLUMNS = [
  'period_id',
  'activity_id',
  'revision',
  'status',
  'done',
  'cause',
  'measure',
  'women',
  'men',
  'other',
  'unknown',
  'changed_at',
  'changed_name',
] as const

interface UpdateRow {
  period_id: string
  activity_id: string
  revision: number
  status: Status
  done: string
  cause: string
  measure: string
  women: number | null
  men: number | null
  other: number | null
  unknown: number | null
  changed_at: Date
  changed_name: string
}

function toUpdate(row: UpdateRow): ActivityUpdate {
  const { women, men, other, unknown } = row
  return {
    periodId: row.period_id,
    activityId: row.activity_id,
    revision: row.revision,
    status: row.status,
    done: row.done,
    cause: row.cause,
    measure: row.measure,
    reached: { women, men, other, unknown },
    changedAt: row.changed_at,
    changedBy: row.changed_name,
  }
}

/** What is told of a plan’s activities: in all periods, or in those that are named. */
export async function updatesOf(
  db: TenantDb,
  planId: string,
  periodIds?: readonly string[],
): Promise<ActivityUpdate[]> {
  if (periodIds?.length === 0) return []
  const rows = await db
    .selectFrom('plan_update')
    .select(COLUMNS)
    .where('plan_id', '=', planId)
    .$if(periodIds !== undefined, (query) => query.where('period_id', 'in', periodIds ?? []))
    .execute()
  return rows.map(toUpdate)
}

/** What is told of one activity in one period, held until the transaction ends. */
export async function holdUpdate(
  db: TenantDb,
  periodId: string,
  activityId: string,
): Promise<ActivityUpdate | null> {
  const row = await db
    .selectFrom('plan_update')
    .select(COLUMNS)
    .where('period_id', '=', periodId)
    .where('activity_id', '=', activityId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : toUpdate(row)
}

interface Teller {
  readonly regionId: string
  readonly planId: string
  readonly periodId: string
  readonly activityId: string
  readonly personId: string
  readonly personName: string
}

function columnsOf(told: Told, by: Teller) {
  const { status, done, cause, measure, reached } = told
  return { status, done, cause, measure, ...reached, changed_by: by.personId, changed_name: by.personName }
}

/** @returns whether nothing was told before; false where somebody was first */
export async function insertUpdate(db: TenantDb, by: Teller, told: Told): Promise<boolean> {
  const row = await db
    .insertInto('plan_update')
    .values({
      region_id: by.regionId,
      plan_id: by.planId,
      period_id: by.periodId,
      activity_id: by.activityId,
      ...columnsOf(told, by),
    })
    .onConflict((conflict) => conflict.columns(['region_id', 'period_id', 'activity_id']).doNothing())
    .returning('revision')
    .executeTakeFirst()
  return row !== undefined
}

export async function writeUpdate(db: TenantDb, by: Teller, revision: number, told: Told) {
  await db
    .updateTable('plan_update')
    .set({ ...columnsOf(told, by), revision, changed_at: new Date() })
    .where('period_id', '=', by.periodId)
    .where('activity_id', '=', by.activityId)
    .execute()
}
