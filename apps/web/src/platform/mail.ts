import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'
import { type Db, type TenantDb, withTenant } from './db/tenant.ts'
import type { JobData } from './jobs.ts'
import { log } from './log.ts'

export interface Letter {
  readonly regionId: string
  readonly personId: string
  readonly address: string
  readonly subject: string
  readonly body: string
  /** Until when it may wait to be sent: as long as the links in it serve. 14 days where nothing is said. */
  readonly keepUntil?: Date | undefined
}

/** Lays a letter by, to be sent once the transaction stands. @returns its id, for the job that sends it */
export async function layLetter(db: TenantDb, letter: Letter): Promise<string> {
  const row = await db
    .insertInto('mail_out')
    .values({
      region_id: letter.regionId,
      person_id: letter.personId,
      address: letter.address,
      subject: letter.subject,
      body: letter.body,
      keep_until: letter.keepUntil,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('mailing_region')
    .values({ region_id: letter.regionId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return row.id
}

/** What is sent no more, since the links in it do not serve: letters to somebody that have not gone out. */
export async function dropLetters(db: TenantDb, personId: string) {
  await db
    .updateTable('mail_out')
    .set({ body: '' })
    .where('person_id', '=', personId)
    .where('sent_at', 'is', null)
    .where('body', '<>', '')
    .execute()
}

/**
 * Lays a letter that has not gone out anew, to wait until another moment. Nothing happens where none waits.
 * @param write what it is to say, from what it says; `null` leaves its words
 */
export async function layAnew(
  db: TenantDb,
  personId: string,
  to: { readonly keepUntil: Date; readonly write: (body: string) => string | null },
) {
  const waiting = await db
    .selectFrom('mail_out')
    .select(['id', 'body'])
    .where('person_id', '=', personId)
    .where('sent_at', 'is', null)
    .where('body', '<>', '')
    .forUpdate()
    .execute()
  for (const { id, body } of waiting)
    await db
      .updateTable('mail_out')
      .set({ keep_until: to.keepUntil, body: to.write(body) ?? body })
      .where('id', '=', id)
      .execute()
}

/** What letters are sent by; `null` where there is no server for them: they wait until there is. */
export type SendMail = ((letter: Pick<Letter, 'address' | 'subject' | 'body'>) => Promise<void>) | null

export function mailSender(mail: Config['mail']): SendMail {
  if (mail === null) return null
  const transport = createTransport(mail.server, { from: mail.from })
  return async ({ address, subject, body }) => {
    await transport.sendMail({ to: { name: '', address }, subject, text: body })
  }
}

/** A letter this young is being sent already. */
const YOUNG_MS = 60_000

/**
 * Sends again what waits: letters written while there was no mail server, or while it failed; and drops those whose time
 * is up. To be called at start and now and then.
 */
export async function sendWaiting(db: Db, send: (data: JobData) => Promise<void>, now: Date): Promise<void> {
  const young = new Date(now.getTime() - YOUNG_MS)
  const regions = await db.selectFrom('mailing_region').select('region_id').execute()
  for (const { region_id: regionId } of regions) {
    const waiting = await withTenant(db, { regionId, personId: null }, async (tenantDb) => {
      const unsent = tenantDb.updateTable('mail_out').where('sent_at', 'is', null).where('body', '<>', '')
      await unsent.set({ body: '' }).where('keep_until', '<', now).execute()
      return tenantDb
        .selectFrom('mail_out')
        .select(['id', 'person_id'])
        .where('sent_at', 'is', null)
        .where('body', '<>', '')
        .where('made_at', '<', young)
        .orderBy('made_at')
        .execute()
    })
    for (const { id, person_id: personId } of waiting) await send({ regionId, personId, id })
  }
}

/** How many of a region’s letters have not been sent; those that are young may be on their way. */
export async function lettersWaiting(
  db: TenantDb,
  of: { readonly now: Date; readonly canMail: boolean },
): Promise<number> {
  const before = of.canMail ? new Date(of.now.getTime() - 2 * YOUNG_MS) : of.now
  const { count } = await db
    .selectFrom('mail_out')
    .select((is) => is.fn.countAll<string>().as('count'))
    .where('sent_at', 'is', null)
    .where('body', '<>', '')
    .where('made_at', '<=', before)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * Sends one letter, once. A server that fails lets the job be tried again; what was said is dropped when it is sent.
 */
export async function sendLetter(db: Db, send: SendMail, { regionId, id }: JobData) {
  await withTenant(db, { regionId, personId: null }, async (tenantDb) => {
    const letter = await tenantDb
      .selectFrom('mail_out')
      .select(['address', 'subject', 'body'])
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .where('body', '<>', '')
      .forUpdate()
      .executeTakeFirst()
    if (letter === undefined) return
    if (send === null) return log('warn', 'mail waits', { regionId, id })
    await send(letter)
    await tenantDb
      .updateTable('mail_out')
      .set({ sent_at: new Date(), body: '' })
      .where('id', '=', id)
      .execute()
  })
}
