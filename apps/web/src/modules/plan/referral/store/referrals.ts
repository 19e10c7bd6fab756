import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Question, Referral } from '../model-referral.ts'

const COLUMNS = ['plan_id', 'version', 'intro', 'questions', 'due_on'] as const

export async function referralOf(db: TenantDb, planId: string, version: number): Promise<Referral | null> {
  const row = await db
    .selectFrom('plan_referral')
    .select(COLUMNS)
    .where('plan_id', '=', planId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row === undefined
    ? null
    : {
        planId: row.plan_id,
        version: row.version,
        intro: row.intro,
        questions: row.questions as readonly Question[],
        dueOn: row.due_on,
      }
}

/** A referral, held until the transaction ends: nobody is asked while its questions change. */
export async function holdReferral(db: TenantDb, planId: string, version: number): Promise<Referral | null> {
  const held = await db
    .selectFrom('plan_referral')
    .select('version')
    .where('plan_id', '=', planId)
    .where('version', '=', version)
    .forUpdate()
    .executeTakeFirst()
  return held === undefined ? null : referralOf(db, planId, version)
}

/** @returns whether there was none before */
export async function insertReferral(
  db: TenantDb,
  regionId: string,
  madeBy: string,
  referral: Referral,
): Promise<boolean> {
  const row = await db
    .insertInto('plan_referral')
    .values({
      region_id: regionId,
      plan_id: referral.planId,
      version: referral.version,
      intro: referral.intro,
      questions: JSON.stringify(referral.questions),
      due_on: referral.dueOn,
      made_by: madeBy,
    })
    .onConflict((conflict) => conflict.columns(['region_id', 'plan_id', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}

export async function writeReferral(db: TenantDb, referral: Referral) {
  await db
    .updateTable('plan_referral')
    .set({
      intro: referral.intro,
      questions: JSON.stringify(referral.questions),
      due_on: referral.dueOn,
    })
    .where('plan_id', '=', referral.planId)
    .where('version', '=', referral.version)
    .execute()
}
