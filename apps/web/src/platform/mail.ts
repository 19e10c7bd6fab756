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
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
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
