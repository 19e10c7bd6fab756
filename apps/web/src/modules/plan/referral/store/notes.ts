import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Note, Outcome } from '../model-referral.ts'

/** What was said last of each comment of a referral. */
export async function notesOf(db: TenantDb, planId: string, version: number): Promise<Note[]> {
  const rows = await db
    .selectFrom('plan_referral_note')
    .distinctOn(['answer_id', 'about'])
    .select(['answer_id', 'about', 'outcome', 'reason', 'made_at', 'made_name'])
    .where('plan_id', '=', planId)
    .where('version', '=', version)
    .orderBy('answer_id')
    .orderBy('about')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    answerId: row.answer_id,
    about: row.about,
    outcome: row.outcome,
    reason: row.reason,
    madeAt: row.made_at,
    madeBy: row.made_name,
  }))
}

export async function insertNote(
  db: TenantDb,
  note: {
    readonly regionId: string
    readonly planId: string
    readonly version: number
    readonly answerId: string
    readonly about: string
    readonly outcome: Outcome
    readonly reason: string
    readonly madeBy: string
    readonly madeName: string
  },
) {
  await db
    .insertInto('plan_referral_note')
    .values({
      region_id: note.regionId,
      plan_id: note.planId,
      version: note.version,
      answer_id: note.answerId,
      about: note.about,
      outcome: note.outcome,
      reason: note.reason,
      made_by: note.madeBy,
      made_name: note.madeName,
    })
    .execute()
}
