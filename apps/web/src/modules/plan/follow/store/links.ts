import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { OpenedLink } from '../model-links.ts'

const MOST_AT_ONCE = 2000

/** Keeps what links are made of. */
export async function insertLinks(
  db: TenantDb,
  by: { readonly regionId: string; readonly madeBy: string; readonly expiresAt: Date },
  links: readonly (Omit<OpenedLink, 'id'> & { readonly tokenHash: string })[],
) {
  for (let from = 0; from < links.length; from += MOST_AT_ONCE)
    await db
      .insertInto('plan_link')
      .values(
        links.slice(from, from + MOST_AT_ONCE).map((link) => ({
          region_id: by.regionId,
          plan_id: link.planId,
          period_id: link.periodId,
          activity_id: link.activityId,
          person_id: link.personId,
          token_hash: link.tokenHash,
          made_by: by.madeBy,
          expires_at: by.expiresAt,
        })),
      )
      .execute()
}

/** What a link was made for, whether it still serves or not; `null` where there is none such. */
export async function linkByToken(db: TenantDb, tokenHash: string): Promise<OpenedLink | null> {
  const row = await db
    .selectFrom('plan_link')
    .select(['id', 'plan_id', 'period_id', 'activity_id', 'person_id'])
    .where('token_hash', '=', tokenHash)
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

/** Links that one person has been sent of one activity in one period and that neither are used nor taken back. */
function unused(db: TenantDb, { periodId, activityId, personId }: Omit<OpenedLink, 'id' | 'planId'>) {
  return db
    .updateTable('plan_link')
    .where('period_id', '=', periodId)
    .where('activity_id', '=', activityId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
}

/**
 * Whether a link serves: it is neither used, taken back nor too old. It and the others that its person was sent of the same
 * are held until the transaction ends, so that one of them serves once.
 */
export async function holdLink(db: TenantDb, link: OpenedLink, now: Date): Promise<boolean> {
  const rows = await db
    .selectFrom('plan_link')
    .select('id')
    .where('period_id', '=', link.periodId)
    .where('activity_id', '=', link.activityId)
    .where('person_id', '=', link.personId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.some(({ id }) => id === link.id)
}

/** A link has served: it is used, and the others that its person was sent of the same end with it. */
export async function useLink(db: TenantDb, link: OpenedLink) {
  const now = new Date()
  await unused(db, link).set({ used_at: now }).where('id', '=', link.id).execute()
  await unused(db, link).set({ revoked_at: now }).execute()
}

/** Takes back what has been sent of a period and not used. @returns how many */
export async function revokeLinks(db: TenantDb, periodId: string): Promise<number> {
  const rows = await db
    .updateTable('plan_link')
    .set({ revoked_at: new Date() })
    .where('period_id', '=', periodId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  return rows.length
}
