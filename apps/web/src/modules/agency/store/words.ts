import { z } from 'zod'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { KeptWords } from '../model-submission.ts'

const wordsSchema = z.record(z.string(), z.string())

function kept(db: TenantDb, periodId: string) {
  return db
    .selectFrom('plan_submission_words')
    .select(['revision', 'words', 'changed_at', 'changed_name'])
    .where('period_id', '=', periodId)
}

function toWords(row: Awaited<ReturnType<ReturnType<typeof kept>['executeTakeFirst']>>): KeptWords | null {
  if (row === undefined) return null
  const { revision, words, changed_at, changed_name } = row
  return { revision, words: wordsSchema.parse(words), changedAt: changed_at, changedBy: changed_name }
}

export async function wordsOf(db: TenantDb, periodId: string): Promise<KeptWords | null> {
  return toWords(await kept(db, periodId).executeTakeFirst())
}

/** The words, held until the transaction ends. */
export async function holdWords(db: TenantDb, periodId: string): Promise<KeptWords | null> {
  return toWords(await kept(db, periodId).forUpdate().executeTakeFirst())
}

interface Writing {
  readonly regionId: string
  readonly planId: string
  readonly periodId: string
  readonly personId: string
  readonly personName: string
}

/** @returns whether nobody had written before */
export async function insertWords(
  db: TenantDb,
  by: Writing,
  words: Readonly<Record<string, string>>,
): Promise<boolean> {
  const row = await db
    .insertInto('plan_submission_words')
    .values({
      region_id: by.regionId,
      plan_id: by.planId,
      period_id: by.periodId,
      words: JSON.stringify(words),
      changed_by: by.personId,
      changed_name: by.personName,
    })
    .onConflict((conflict) => conflict.columns(['region_id', 'period_id']).doNothing())
    .returning('revision')
    .executeTakeFirst()
  return row !== undefined
}

export async function writeWords(
  db: TenantDb,
  by: Writing,
  revision: number,
  words: Readonly<Record<string, string>>,
) {
  await db
    .updateTable('plan_submission_words')
    .set({
      revision,
      words: JSON.stringify(words),
      changed_at: new Date(),
      changed_by: by.personId,
      changed_name: by.personName,
    })
    .where('period_id', '=', by.periodId)
    .execute()
}
