import type { TenantDb } from '../../../platform/db/tenant.ts'
import { type Figures, figuresSchema } from '../model-figures.ts'
import type { Parcel, Received, Remark, ReportState } from '../model-submission.ts'
import type { OverviewReport } from '../rules/overview.ts'
import { readRemarks } from './submissions.ts'

function received(db: TenantDb) {
  return db
    .selectFrom('received_report as report')
    .innerJoin('agency_region as region', (join) =>
      join.onRef('region.id', '=', 'report.of_region').onRef('region.region_id', '=', 'report.region_id'),
    )
    .select([
      'report.id',
      'region.id as list_id',
      'region.name',
      'region.tenant_id',
      'report.plan_id',
      'report.plan_name',
      'report.period_id',
      'report.kind',
      'report.starts_on',
      'report.ends_on',
      'report.due_on',
      'report.number',
      'report.state',
      'report.sha256',
      'report.remarks',
      'report.submitted_at',
      'report.submitted_name',
      'report.decided_at',
      'report.decided_name',
    ])
}

function toReceived(
  row: Awaited<ReturnType<ReturnType<typeof received>['executeTakeFirstOrThrow']>>,
): Received {
  return {
    id: row.id,
    region: { id: row.list_id, name: row.name, tenantId: row.tenant_id },
    planId: row.plan_id,
    planName: row.plan_name,
    periodId: row.period_id,
    span: { kind: row.kind, startsOn: row.starts_on, endsOn: row.ends_on, dueOn: row.due_on },
    number: row.number,
    state: row.state,
    sha256: row.sha256,
    submittedAt: row.submitted_at,
    submittedBy: row.submitted_name,
    answer:
      row.decided_at === null
        ? null
        : { at: row.decided_at, by: row.decided_name, remarks: readRemarks(row.remarks) },
  }
}

/** What has been received, what waits for an answer first, then the latest. */
export async function receivedReports(
  db: TenantDb,
  only: {
    readonly state: ReportState | null
    readonly year: number | null
    readonly regionId: string | null
  },
): Promise<Received[]> {
  let query = received(db)
  if (only.state !== null) query = query.where('report.state', '=', only.state)
  if (only.year !== null) query = query.where('report.year', '=', only.year)
  if (only.regionId !== null) query = query.where('report.of_region', '=', only.regionId)
  const rows = await query
    .orderBy((is) => is('report.state', '=', 'submitted'), 'desc')
    .orderBy('report.submitted_at', 'desc')
    .orderBy('report.number', 'desc')
    .execute()
  return rows.map(toReceived)
}

/** Years that reports are of, the earliest first. */
export async function receivedYears(db: TenantDb): Promise<number[]> {
  const rows = await db.selectFrom('received_report').select('year').distinct().orderBy('year').execute()
  return rows.map(({ year }) => year)
}

export async function receivedById(db: TenantDb, id: string): Promise<Received | null> {
  const row = await received(db).where('report.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toReceived(row)
}

/** A report, held until the transaction ends: it is answered once. */
export async function holdReceived(db: TenantDb, id: string): Promise<Received | null> {
  const row = await received(db).where('report.id', '=', id).forUpdate('report').executeTakeFirst()
  return row === undefined ? null : toReceived(row)
}

/** What was sent of the same period, the latest first. */
export async function receivedOfPeriod(
  db: TenantDb,
  of: { readonly regionId: string; readonly periodId: string },
): Promise<Received[]> {
  const rows = await received(db)
    .where('report.of_region', '=', of.regionId)
    .where('report.period_id', '=', of.periodId)
    .orderBy('report.number', 'desc')
    .execute()
  return rows.map(toReceived)
}

/** The report itself as it was sent, and its figures. */
export async function reportContent(
  db: TenantDb,
  id: string,
): Promise<{ readonly report: unknown; readonly figures: Figures } | null> {
  const row = await db
    .selectFrom('received_report')
    .select(['report', 'figures'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { report: row.report, figures: figuresSchema.parse(row.figures) }
}

/** The figures of all reports; their words are not read. */
export async function reportFigures(db: TenantDb): Promise<OverviewReport[]> {
  const rows = await db
    .selectFrom('received_report')
    .select([
      'id',
      'of_region',
      'plan_id',
      'plan_name',
      'period_id',
      'starts_on',
      'ends_on',
      'number',
      'state',
      'submitted_at',
      'figures',
    ])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    regionId: row.of_region,
    planId: row.plan_id,
    planName: row.plan_name,
    periodId: row.period_id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    number: row.number,
    state: row.state,
    submittedAt: row.submitted_at,
    figures: figuresSchema.parse(row.figures),
  }))
}

/** @returns whether it was not there before */
export async function insertReceived(
  db: TenantDb,
  of: { readonly agencyId: string; readonly regionId: string },
  parcel: Parcel,
): Promise<boolean> {
  const { span } = parcel
  const row = await db
    .insertInto('received_report')
    .values({
      region_id: of.agencyId,
      id: parcel.id,
      of_region: of.regionId,
      plan_id: parcel.planId,
      plan_name: parcel.planName,
      period_id: parcel.periodId,
      kind: span.kind,
      starts_on: span.startsOn,
      ends_on: span.endsOn,
      due_on: span.dueOn,
      number: parcel.number,
      report: parcel.report,
      figures: JSON.stringify(parcel.figures),
      sha256: parcel.sha256,
      submitted_at: parcel.submittedAt,
      submitted_name: parcel.submittedBy,
    })
    .onConflict((conflict) => conflict.columns(['region_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function answerReceived(
  db: TenantDb,
  id: string,
  answer: {
    readonly state: ReportState
    readonly at: Date
    readonly by: string
    readonly byName: string
    readonly remarks: readonly Remark[]
  },
) {
  await db
    .updateTable('received_report')
    .set({
      state: answer.state,
      decided_at: answer.at,
      decided_by: answer.by,
      decided_name: answer.byName,
      remarks: JSON.stringify(answer.remarks),
    })
    .where('id', '=', id)
    .execute()
}
