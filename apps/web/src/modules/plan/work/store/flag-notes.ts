import type { TenantDb } from '../../../../platform/db/tenant.ts'

/** What was said of a red flag. */
export interface FlagNote {
  readonly flag: string
  /** The flag’s own words as they stood. */
  readonly said: string
  readonly words: string
  readonly madeAt: Date
  readonly madeBy: string
}

const MOST_SHOWN = 500

/** What has been said of a plan’s flags, the latest first. */
export async function flagNotes(db: TenantDb, planId: string): Promise<FlagNote[]> {
  const rows = await db
    .selectFrom('plan_flag_note')
    .select(['flag', 'said', 'words', 'made_at', 'made_name'])
    .where('plan_id', '=', planId)
    .orderBy('id', 'desc')
    .limit(MOST_SHOWN)
    .execute()
  return rows.map(({ flag, said, words, made_at, made_name }) => ({
    flag,
    said,
    words,
    madeAt: made_at,
    madeBy: made_name,
  }))
}

export async function insertFlagNote(
  db: TenantDb,
  note: {
    readonly regionId: string
    readonly planId: string
    readonly flag: string
    readonly said: string
    readonly words: string
    readonly madeBy: string
    readonly madeName: string
  },
) {
  await db
    .insertInto('plan_flag_note')
    .values({
      region_id: note.regionId,
      plan_id: note.planId,
      flag: note.flag,
      said: note.said,
      words: note.words,
      made_by: note.madeBy,
      made_name: note.madeName,
    })
    .execute()
}
