import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../testing/test-database.ts'
import { withTenant } from './db/tenant.ts'
import type { JobData } from './jobs.ts'
import { layLetter, type SendMail, sendLetter, sendWaiting } from './mail.ts'

const DAY_MS = 86_400_000
const database = await openTestDatabase()

async function letterTo(address: string, keepUntil?: Date) {
  const actor = await database.actor('strategist')
  const { regionId, personId } = actor
  const id = await withTenant(database.db, actor, (db) =>
    layLetter(db, { regionId, personId, address, subject: 'Påminnelse', body: 'En länk.', keepUntil }),
  )
  return { actor, job: { regionId, personId, id } }
}

/** What the clock finds to be sent in a region. */
async function found(regionId: string, now: Date): Promise<JobData[]> {
  const jobs: JobData[] = []
  await sendWaiting(database.db, async (job) => void jobs.push(job), now)
  return jobs.filter((job) => job.regionId === regionId)
}

const soon = () => new Date(Date.now() + 120_000)

describe('a letter', () => {
  it('that was written without a mail server is sent once there is one, and once only', async () => {
    const { job } = await letterTo('a@exempel.invalid')
    await sendLetter(database.db, null, job)
    expect(await found(job.regionId, soon())).toEqual([job])
    const sent: string[] = []
    const send: SendMail = async ({ address, body }) => void sent.push(`${address} ${body}`)
    await sendLetter(database.db, send, job)
    await sendLetter(database.db, send, job)
    expect(sent).toEqual(['a@exempel.invalid En länk.'])
    expect(await found(job.regionId, soon())).toEqual([])
  })

  it('that could not be sent is found again', async () => {
    const { job } = await letterTo('b@exempel.invalid')
    const broken: SendMail = () => Promise.reject(new Error('down'))
    await expect(sendLetter(database.db, broken, job)).rejects.toThrow('down')
    expect(await found(job.regionId, soon())).toEqual([job])
  })

  it('is kept as long as the link in it serves, be it longer or shorter than others', async () => {
    const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)
    const long = await letterTo('d@exempel.invalid', inDays(40))
    expect(await found(long.job.regionId, inDays(39))).toEqual([long.job])
    expect(await found(long.job.regionId, inDays(41))).toEqual([])
    const short = await letterTo('e@exempel.invalid', inDays(3))
    expect(await found(short.job.regionId, inDays(4))).toEqual([])
  })

  it('older than its link is dropped, words and all', async () => {
    const { actor, job } = await letterTo('c@exempel.invalid')
    expect(await found(job.regionId, new Date(Date.now() + 15 * DAY_MS))).toEqual([])
    const kept = await withTenant(database.db, actor, (db) =>
      db.selectFrom('mail_out').select(['body', 'sent_at']).where('id', '=', job.id).executeTakeFirst(),
    )
    expect(kept).toEqual({ body: '', sent_at: null })
    const sent: string[] = []
    await sendLetter(database.db, async ({ address }) => void sent.push(address), job)
    expect(sent).toEqual([])
  })
})
