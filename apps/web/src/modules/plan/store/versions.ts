import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { PlanVersion } from '../model.ts'

const COLUMNS = [
  'plan_id',
  'number',
  'state',
  'hash',
  'diary',
  'decided_on',
  'body',
  'made_at',
  'made_name',
] as const

interface VersionRow {
  plan_id: string
  number: number
  state: PlanVersion['state']
  hash: string
  diary: string
  decided_on: string | null
  body: string
  made_at: Date
  made_name: string
}

function toVersion(row: VersionRow): PlanVersion {
  const { number, state, hash, diary, body } = row
  return {
    number,
    state,
    hash,
    madeAt: row.made_at,
    madeBy: row.made_name,
    decision: row.decided_on === null ? null : { diary, on: row.decided_on, body },
  }
}

/** A plan’s versions, the latest first. */
export async function versionsOf(db: TenantDb, planId: string): Promise<PlanVersion[]> {
  const rows = await db
    .selectFrom('plan_version')
    .select(COLUMNS)
    .where('plan_id', '=', planId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toVersion)
}

/** The latest version of each plan that has one, by the plan’s id. */
export async function latestVersions(db: TenantDb): Promise<ReadonlyMap<string, PlanVersion>> {
  const rows = await db
    .selectFrom('plan_version')
    .distinctOn('plan_id')
    .select(COLUMNS)
    .orderBy('plan_id')
    .orderBy('number', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.plan_id, toVersion(row)]))
}

/** A version with its document as it is kept. */
export async function versionByNumber(
  db: TenantDb,
  planId: string,
  number: number,
): Promise<{ readonly version: PlanVersion; readonly document: unknown } | null> {
  const row = await db
    .selectFrom('plan_version')
    .select([...COLUMNS, 'document'])
    .where('plan_id', '=', planId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row === undefined ? null : { version: toVersion(row), document: row.document }
}

export async function insertVersion(
  db: TenantDb,
  version: {
    readonly regionId: string
    readonly planId: string
    readonly number: number
    readonly state: PlanVersion['state']
    readonly document: string
    readonly hash: string
    readonly decision: PlanVersion['decision']
    readonly madeBy: string
    readonly madeName: string
  },
) {
  const { decision } = version
  await db
    .insertInto('plan_version')
    .values({
      region_id: version.regionId,
      plan_id: version.planId,
      number: version.number,
      state: version.state,
      document: version.document,
      hash: version.hash,
      diary: decision?.diary ?? '',
      decided_on: decision?.on ?? null,
      body: decision?.body ?? '',
      made_by: version.madeBy,
      made_name: version.madeName,
    })
    .execute()
}
