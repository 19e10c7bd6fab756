import type { TenantDb } from '../../../../platform/db/tenant.ts'

/** What a closed period rests on, as it is kept; `null` where nothing is. */
export async function frozenContent(
  db: TenantDb,
  periodId: string,
): Promise<{ readonly content: unknown; readonly hash: string; readonly frozenOn: string } | null> {
  const row = await db
    .selectFrom('plan_period_frozen')
    .select(['content', 'hash', 'frozen_on'])
    .where('period_id', '=', periodId)
    .executeTakeFirst()
  return row === undefined ? null : { content: row.content, hash: row.hash, frozenOn: row.frozen_on }
}

export async function insertFrozen(
  db: TenantDb,
  of: { readonly regionId: string; readonly planId: string; readonly periodId: string },
  kept: { readonly content: string; readonly hash: string; readonly frozenOn: string },
) {
  await db
    .insertInto('plan_period_frozen')
    .values({
      region_id: of.regionId,
      plan_id: of.planId,
      period_id: of.periodId,
      content: kept.content,
      hash: kept.hash,
      frozen_on: kept.frozenOn,
    })
    .execute()
}

export async function dropFrozen(db: TenantDb, periodId: string) {
  await db.deleteFrom('plan_period_frozen').where('period_id', '=', periodId).execute()
}
