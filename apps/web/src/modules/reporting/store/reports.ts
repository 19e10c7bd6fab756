import { z } from 'zod'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import {
  type Adopted,
  contentSchema,
  type Decision,
  type KeptReport,
  type KeptRevision,
  type ReportContent,
  type ReportKind,
} from '../model-content.ts'
import { type ReportStyle, reportStyleSchema } from '../model-style.ts'
import { withTemplates } from './template-tables.ts'

const COLUMNS = [
  'report.id',
  'report.plan_id',
  'report.kind',
  'report.made_from',
  'report.removed_at',
  'revision.number',
  'revision.content',
  'revision.made_at',
  'revision.made_name',
  'adopted.hash',
  'adopted.diary',
  'adopted.decided_on',
  'adopted.body',
  'adopted.adopted_at',
  'adopted.adopted_name',
] as const

interface Row {
  id: string
  plan_id: string
  kind: ReportKind
  made_from: string | null
  removed_at: Date | null
  number: number
  content: unknown
  made_at: Date
  made_name: string
  hash: string | null
  diary: string | null
  decided_on: string | null
  body: string | null
  adopted_at: Date | null
  adopted_name: string | null
}

function toReport(row: Row): KeptReport {
  return {
    id: row.id,
    planId: row.plan_id,
    kind: row.kind,
    madeFrom: row.made_from,
    removedAt: row.removed_at,
    latest: toRevision(row),
    adopted: toAdopted(row),
  }
}

function toRevision(row: Pick<Row, 'number' | 'content' | 'made_at' | 'made_name'>): KeptRevision {
  const { number, content, made_at, made_name } = row
  return { number, content: contentSchema.parse(content), madeAt: made_at, madeBy: made_name }
}

function toAdopted(row: Row): Adopted | null {
  const { hash, diary, decided_on, body, adopted_at, adopted_name } = row
  if (hash === null || adopted_at === null) return null
  return {
    hash,
    decision: { diary: diary ?? '', on: decided_on ?? '', body: body ?? '' },
    adoptedAt: adopted_at,
    adoptedBy: adopted_name ?? '',
  }
}

function kept(db: TenantDb, planId: string) {
  return db
    .selectFrom('plan_report as report')
    .innerJoin('plan_report_revision as revision', (join) =>
      join.onRef('revision.report_id', '=', 'report.id').onRef('revision.number', '=', 'report.revision'),
    )
    .leftJoin('plan_report_adopted as adopted', 'adopted.report_id', 'report.id')
    .select(COLUMNS)
    .where('report.plan_id', '=', planId)
}

/** All reports of a plan, the one that was written in last first; those removed among them. */
export async function reportsOf(db: TenantDb, planId: string): Promise<KeptReport[]> {
  const rows = await kept(db, planId).orderBy('revision.made_at', 'desc').orderBy('report.id').execute()
  return rows.map(toReport)
}

export async function reportById(db: TenantDb, planId: string, id: string): Promise<KeptReport | null> {
  const row = await kept(db, planId).where('report.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toReport(row)
}

/** Holds a report until the transaction ends: two who write at once wait for each other. */
export async function holdReport(db: TenantDb, planId: string, id: string): Promise<KeptReport | null> {
  const row = await db
    .selectFrom('plan_report')
    .select('id')
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : reportById(db, planId, id)
}

export async function insertReport(
  db: TenantDb,
  report: {
    readonly regionId: string
    readonly planId: string
    readonly kind: ReportKind
    readonly madeFrom: string | null
    readonly madeBy: string
  },
): Promise<string> {
  const { regionId, planId, kind, madeFrom, madeBy } = report
  const row = await db
    .insertInto('plan_report')
    .values({ region_id: regionId, plan_id: planId, kind, made_from: madeFrom, made_by: madeBy })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function insertRevision(
  db: TenantDb,
  revision: {
    readonly regionId: string
    readonly reportId: string
    readonly number: number
    readonly content: ReportContent
    readonly madeBy: string
    readonly madeName: string
  },
) {
  const { regionId, reportId, number, content, madeBy, madeName } = revision
  await db
    .insertInto('plan_report_revision')
    .values({
      region_id: regionId,
      report_id: reportId,
      number,
      content: JSON.stringify(content),
      made_by: madeBy,
      made_name: madeName,
    })
    .execute()
  await db.updateTable('plan_report').set({ revision: number }).where('id', '=', reportId).execute()
}

export async function revisionOf(
  db: TenantDb,
  reportId: string,
  number: number,
): Promise<KeptRevision | null> {
  const row = await db
    .selectFrom('plan_report_revision')
    .select(['number', 'content', 'made_at', 'made_name'])
    .where('report_id', '=', reportId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row === undefined ? null : toRevision(row)
}

export async function setRemoved(db: TenantDb, id: string, removedAt: Date | null) {
  await db.updateTable('plan_report').set({ removed_at: removedAt }).where('id', '=', id).execute()
}

export interface FrozenText {
  readonly report: string
  readonly hash: string
  readonly origins: readonly string[]
  readonly style: ReportStyle
  /** Of the template of its Word file; `null` where there was none. */
  readonly templateHash: string | null
}

const originsSchema = z.array(z.string())

export async function insertAdopted(
  db: TenantDb,
  by: { readonly regionId: string; readonly personId: string; readonly personName: string },
  reportId: string,
  frozen: FrozenText,
  decision: Decision,
) {
  await withTemplates(db)
    .insertInto('plan_report_adopted')
    .values({
      region_id: by.regionId,
      report_id: reportId,
      report: frozen.report,
      hash: frozen.hash,
      origins: JSON.stringify(frozen.origins),
      style: JSON.stringify(frozen.style),
      template_hash: frozen.templateHash,
      diary: decision.diary,
      decided_on: decision.on,
      body: decision.body,
      adopted_by: by.personId,
      adopted_name: by.personName,
    })
    .execute()
}

export async function frozenOf(db: TenantDb, reportId: string): Promise<FrozenText | null> {
  const row = await withTemplates(db)
    .selectFrom('plan_report_adopted')
    .select(['report', 'hash', 'origins', 'style', 'template_hash'])
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { report, hash, origins, style, template_hash } = row
  return {
    report,
    hash,
    origins: originsSchema.parse(origins),
    style: reportStyleSchema.parse(style),
    templateHash: template_hash,
  }
}
