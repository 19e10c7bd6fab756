import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { OpenedLink } from '../model-links.ts'

export async function insertLink(
  db: TenantDb,
  link: OpenedLinkToMake & { readonly tokenHash: string; readonly madeBy: string; readonly expiresAt: Date },
) {
  await db
    .insertInto('plan_link')
    .values({
      region_id: link.regionId,
      plan_id: link.planId,
      period_id: link.periodId,
      activity_id: link.activityId,
      person_id: link.personId,
      token_hash: link.tokenHash,
      made_by: link.madeBy,
      expires_at: link.expiresAt,
    })
    .execute()
}

type OpenedLinkToMake = Omit<OpenedLink, 'id'> & { readonly regionId: string }

/** What a link opens, held until the transaction ends; `null` where it is used, revoked, too old or not there. */
export async function holdLink(db: TenantDb, tokenHash: string, now: Date): Promise<OpenedLink | null> {
  const row = await db
    .selectFrom('plan_link')
    .select(['id', 'plan_id', 'period_id', 'activity_id', 'person_id'])
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    planId: row.plan_id,
    periodId: row.period_id,
    activityId: row.activity_id,
    personId: row.person_id,
  }
}

export async function useLink(db: TenantDb, id: string) {
  await db.updateTable('plan_link').set({ used_at: new Date() }).where('id', '=', id).execute()
}

/** Takes back what has been sent and not used: of one activity in a period, or of all. @returns how many */
export async function revokeLinks(
  db: TenantDb,
  of: { readonly periodId: string; readonly activityId: string | null },
): Promise<number> {
  const { activityId } = of
  const rows = await db
    .updateTable('plan_link')
    .set({ revoked_at: new Date() })
    .where('period_id', '=', of.periodId)
    .$if(activityId !== null, (query) => query.where('activity_id', '=', activityId ?? ''))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  return rows.length
}
