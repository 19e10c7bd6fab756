import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { openTestReferrals } from './modules/plan/referral/asked.test-support.ts'
import { openTestReports } from './modules/reporting/test-reports.test-support.ts'
import { backUp } from './platform/backup/back-up.ts'
import { regionTables } from './platform/backup/region-tables.ts'
import { restore } from './platform/backup/restore.ts'
import { openTestAgency } from './testing/test-agency.ts'
import { openTestDatabase } from './testing/test-database.ts'
import { openTestOpenPlans } from './testing/test-open-plans.ts'
import { openTestPlans } from './testing/test-plans.ts'

const { database, begun } = await openTestReports()
const elsewhere = await openTestDatabase()
const plans = openTestPlans(database)
const open = openTestOpenPlans(database)
const referrals = openTestReferrals(database)
const agency = await openTestAgency(database, plans)
const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-whole-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ownerUrl = ({ owner }: typeof database) => {
  const { options } = owner as unknown as { options: { connectionString: string } }
  return options.connectionString
}
const filesOf = (regionId: string) => path.join(folder, regionId)

/** A region with plans that hold all that can be made of one: each by the use case that people have. */
async function wholeRegion() {
  const { by, adopt } = await begun('half-year')
  const { regionId } = by.actor
  expect((await adopt()).status).toBe(303)
  const rename = (slug: string) =>
    database.owner.query("update plan set slug = $1 where region_id = $2 and slug = 'plan'", [slug, regionId])
  await rename('rapport')
  const { link, plan } = await referrals.asked(by)
  const mine = await link('falun@test.invalid')
  const sent = await referrals.answerBy(mine, { act: 'send', 'c-q1': 'Ja <b>men</b>', stance: 'support' })
  expect(sent.status).toBeLessThan(400)
  await open.publish(by.actor, plan.planId, await open.adopt(by.actor, plan.planId))
  await rename('remiss')
  const told = await agency.toldPlan(by.actor)
  await agency.comment(by.actor, told)
  expect(await agency.send(by.actor, told)).toEqual({ ok: true, number: 1 })
  return by.actor
}

describe('a back-up of a whole region', () => {
  it('holds every table of the catalogue that has rows of regions', async () => {
    const { rows } = await database.owner.query<{ name: string }>(
      `select format('%I', table_name) as name from information_schema.columns
       where table_schema = 'public' and column_name = 'region_id' order by 1`,
    )
    const client = await database.owner.connect()
    const carried = await regionTables(client).finally(() => client.release())
    expect(carried.map(({ name }) => name).toSorted()).toEqual(rows.map(({ name }) => name).toSorted())
    expect(carried.length).toBeGreaterThan(60)
    expect(carried.filter(({ key }) => key.length === 0)).toEqual([])
  })

  it('brings adopted reports, answers, what is sent and what is published back, equal to the last digit', async () => {
    const actor = await wholeRegion()
    const slug = `r-${actor.regionId.slice(0, 8)}`
    const target = path.join(folder, 'whole.jamvikt')
    const made = await backUp({ ownerUrl: ownerUrl(database), slug, target, filesOf })
    const text = gunzipSync(readFileSync(target)).toString()
    for (const table of [
      'plan_report_adopted',
      'plan_report_revision',
      'plan_referral',
      'plan_referral_answer',
      'plan_submission',
      'plan_submission_words',
      'plan_publication',
      'plan_version',
      'plan_period_frozen',
      'plan_update',
      'mail_out',
    ])
      expect(text, table).toContain(`\nT${table}\nR`)
    const order = { file: target, filesOf }
    expect(await restore({ ownerUrl: ownerUrl(elsewhere), ...order })).toEqual(made)
    const again = path.join(folder, 'again.jamvikt')
    const second = await backUp({ ownerUrl: ownerUrl(elsewhere), slug, target: again, filesOf })
    expect(second).toEqual(made)
  })
})
