import { z } from 'zod'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Figures } from '../model-figures.ts'
import type { Remark, ReportState, Submission } from '../model-submission.ts'

const COLUMNS = [
  'id',
  'plan_id',
  'period_id',
  'number',
  'state',
  'sha256',
  'remarks',
  'submitted_at',
  'submitted_name',
  'decided_at',
  'decided_name',
] as const

const remarksSchema = z.array(z.object({ heading: z.string(), text: z.string() }))

/** Remarks as the database gives them. */
export function readRemarks(kept: unknown): readonly Remark[] {
  return remarksSchema.parse(kept)
}

function submissions(db: TenantDb) {
  return db.selectFrom('plan_submission').select(COLUMNS)
}

type Row = Awaited<ReturnType<ReturnType<typeof submissions>['executeTakeFirstOrThrow']>>

function toSubmission(row: Row): Submission {
  return {
    id: row.id,
    planId: row.plan_id,
    periodId: row.period_id,
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

/** What has been sent of a period, the latest first. */
export async function submissionsOf(db: TenantDb, planId: string, periodId: string): Promise<Submission[]> {
  const rows = await submissions(db)
    .where('plan_id', '=', planId)
    .where('period_id', '=', periodId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toSubmission)
}

/** The latest that has been sent of each period of a plan. */
export async function latestSubmissions(db: TenantDb, planId: string): Promise<Submission[]> {
  const rows = await submissions(db)
    .where('plan_id', '=', planId)
    .distinctOn('period_id')
    .orderBy('period_id')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toSubmission)
}

/** The report of a period by its number, as it was sent; `null` where there is none. */
export async function sentReport(db: TenantDb, periodId: string, number: number): Promise<unknown> {
  const row = await db
    .selectFrom('plan_submission')
    .select('report')
    .where('period_id', '=', periodId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.report ?? null
}

export async function insertSubmission(
  db: TenantDb,
  made: {
    readonly regionId: string
    readonly planId: string
    readonly periodId: string
    readonly number: number
    readonly agencyId: string
    readonly report: string
    readonly figures: Figures
    readonly sha256: string
    readonly by: string
    readonly byName: string
  },
): Promise<{ readonly id: string; readonly submittedAt: Date }> {
  const row = await db
    .insertInto('plan_submission')
    .values({
      region_id: made.regionId,
      plan_id: made.planId,
      period_id: made.periodId,
      number: made.number,
      agency_id: made.agencyId,
      report: made.report,
      figures: JSON.stringify(made.figures),
      sha256: made.sha256,
      submitted_by: made.by,
      submitted_name: made.byName,
    })
    .returning(['id', 'submitted_at'])
    .executeTakeFirstOrThrow()
  return { id: row.id, submittedAt: row.submitted_at }
}

/** Writes the agency’s answer with the region. @returns whether the report stood as it was thought to */
export async function answerSubmission(
  db: TenantDb,
  id: string,
  from: ReportState,
  answer: {
    readonly state: ReportState
    readonly at: Date
    readonly by: string
    readonly remarks: readonly Remark[]
  },
): Promise<boolean> {
  const row = await db
    .updateTable('plan_submission')
    .set({
      state: answer.state,
      decided_at: answer.at,
      decided_name: answer.by,
      remarks: JSON.stringify(answer.remarks),
    })
    .where('id', '=', id)
    .where('state', '=', from)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
