import { sql } from 'kysely'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Answer, Comments, Stance } from '../model-referral.ts'

const COLUMNS = [
  'id',
  'plan_id',
  'version',
  'organisation',
  'address',
  'invited_at',
  'revoked_at',
  'revision',
  'stance',
  'comments',
  'sent_at',
  'received_on',
  'entered_by',
] as const

interface AnswerRow {
  id: string
  organisation: string
  address: string
  invited_at: Date | null
  revoked_at: Date | null
  revision: number
  stance: Stance | null
  comments: unknown
  sent_at: Date | null
  received_on: string | null
  entered_by: string | null
}

function toAnswer(row: AnswerRow): Answer {
  return {
    id: row.id,
    organisation: row.organisation,
    address: row.address,
    invitedAt: row.invited_at,
    revokedAt: row.revoked_at,
    revision: row.revision,
    stance: row.stance,
    comments: row.comments as Comments,
    sentAt: row.sent_at,
    receivedOn: row.received_on,
    enteredBy: row.entered_by,
  }
}

/** Who is to answer a referral, and what has come, in the order that they were asked. */
export async function answersOf(db: TenantDb, planId: string, version: number): Promise<Answer[]> {
  const rows = await db
    .selectFrom('plan_referral_answer')
    .select(COLUMNS)
    .where('plan_id', '=', planId)
    .where('version', '=', version)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map(toAnswer)
}

/** One answer of a referral, held until the transaction ends. */
export async function holdAnswer(
  db: TenantDb,
  of: { readonly planId: string; readonly version: number; readonly id: string },
): Promise<Answer | null> {
  const row = await db
    .selectFrom('plan_referral_answer')
    .select(COLUMNS)
    .where('plan_id', '=', of.planId)
    .where('version', '=', of.version)
    .where('id', '=', of.id)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : toAnswer(row)
}

/** What a link opens, whether it still serves or not, held until the transaction ends. */
export async function answerByToken(
  db: TenantDb,
  tokenHash: string,
): Promise<(Answer & { readonly planId: string; readonly version: number }) | null> {
  const row = await db
    .selectFrom('plan_referral_answer')
    .select(COLUMNS)
    .where('token_hash', '=', tokenHash)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : { ...toAnswer(row), planId: row.plan_id, version: row.version }
}

/** Puts somebody among those who answer. @returns the id; `null` where the address is there already */
export async function insertAnswer(
  db: TenantDb,
  answer: {
    readonly regionId: string
    readonly planId: string
    readonly version: number
    readonly organisation: string
    readonly address: string
    readonly tokenHash: string | null
    readonly madeBy: string
  },
): Promise<string | null> {
  const row = await db
    .insertInto('plan_referral_answer')
    .values({
      region_id: answer.regionId,
      plan_id: answer.planId,
      version: answer.version,
      organisation: answer.organisation,
      address: answer.address,
      token_hash: answer.tokenHash,
      invited_at: answer.tokenHash === null ? null : new Date(),
      made_by: answer.madeBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** A new link takes the place of the one before. */
export async function setToken(db: TenantDb, id: string, tokenHash: string) {
  await db
    .updateTable('plan_referral_answer')
    .set({ token_hash: tokenHash, invited_at: new Date(), revoked_at: null })
    .where('id', '=', id)
    .execute()
}

export async function revokeToken(db: TenantDb, id: string) {
  await db.updateTable('plan_referral_answer').set({ revoked_at: new Date() }).where('id', '=', id).execute()
}

/** Writes what is said; with a day it is sent and stands. */
export async function writeAnswer(
  db: TenantDb,
  id: string,
  said: {
    readonly stance: Stance | null
    readonly comments: Comments
    readonly receivedOn: string | null
    readonly enteredBy: string | null
  },
) {
  await db
    .updateTable('plan_referral_answer')
    .set({
      revision: sql<number>`revision + 1`,
      stance: said.stance,
      comments: JSON.stringify(said.comments),
      received_on: said.receivedOn,
      sent_at: said.receivedOn === null ? null : new Date(),
      entered_by: said.enteredBy,
    })
    .where('id', '=', id)
    .execute()
}
