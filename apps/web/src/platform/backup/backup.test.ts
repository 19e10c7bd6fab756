import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { openTestAgency } from '../../testing/test-agency.ts'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestPlans } from '../../testing/test-plans.ts'
import { openTestStatistics } from '../../testing/test-statistics.ts'
import { withTenant } from '../db/tenant.ts'
import { remember } from '../history.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'

const here = await openTestDatabase()
const elsewhere = await openTestDatabase()
const plans = openTestPlans(here)
const statistics = openTestStatistics(here)
const folder = mkdtempSync(path.join(tmpdir(), 'jamvikt-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ownerUrl = (database: typeof here) => {
  const { options } = database.owner as unknown as { options: { connectionString: string } }
  return options.connectionString
}
const filesHere = (regionId: string) => path.join(folder, 'here', regionId)
const filesThere3 = (regionId: string) => path.join(folder, 'third', regionId)
const filesThere = (regionId: string) => path.join(folder, 'there', regionId)

/** A region with a plan, a table, rows of its history and a file of its own; and another region beside it. */
async function backedUp() {
  const actor = await here.actor('strategist')
  const other = await here.actor('strategist')
  await plans.smallPlan(other)
  const plan = await plans.smallPlan(actor)
  await statistics.bring(actor)
  mkdirSync(filesHere(actor.regionId), { recursive: true })
  writeFileSync(path.join(filesHere(actor.regionId), 'abc.parquet'), Buffer.alloc(2_000_000, 7))
  const target = path.join(folder, `${actor.regionId}.jamvikt`)
  const slug = `r-${actor.regionId.slice(0, 8)}`
  const made = await backUp({ ownerUrl: ownerUrl(here), slug, target, filesOf: filesHere })
  return { actor, other, plan, target, slug, made }
}

describe('a back-up', () => {
  it('brings a whole region back into another database, equal to what it was', async () => {
    const { actor, plan, target, made, slug } = await backedUp()
    const back = await restore({ ownerUrl: ownerUrl(elsewhere), file: target, filesOf: filesThere })
    expect(back).toEqual(made)
    expect(made.rows).toBeGreaterThan(20)
    const again = path.join(folder, 'again.jamvikt')
    const second = await backUp({ ownerUrl: ownerUrl(elsewhere), slug, target: again, filesOf: filesThere })
    expect(second.sha256).toBe(made.sha256)
    expect(readdirSync(filesThere(actor.regionId))).toEqual(['abc.parquet'])
    const opened = await openTestPlans(elsewhere).open(actor, plan.slug)
    expect(opened?.document.items).toHaveLength(7)
    // Life goes on after it: numbers that the database draws do not meet those that came back.
    await withTenant(elsewhere.db, actor, (db) =>
      remember(db, { ...actor, actorId: null, kind: 'read', entity: 'plan', entityId: 'x', action: 'seen' }),
    )
  })

  it('holds every mark that texts may hold, and the names of those who have left', async () => {
    const { actor, plan } = await backedUp()
    const text = 'rad ett\u2028rad två\u2029slut 🙂'
    await plans.add(actor, plan.planId, 'lesson', null, { name: 'Marks', text })
    await here.owner.query('delete from member where region_id = $1', [actor.regionId])
    const target = path.join(folder, 'marks.jamvikt')
    const slug = `r-${actor.regionId.slice(0, 8)}`
    await backUp({ ownerUrl: ownerUrl(here), slug, target, filesOf: filesHere })
    const third = await openTestDatabase()
    await restore({ ownerUrl: ownerUrl(third), file: target, filesOf: filesThere3 })
    const opened = await openTestPlans(third).open(actor, plan.slug)
    const lesson = opened?.document.items.find(({ kind }) => kind === 'lesson')
    expect(lesson?.fields).toMatchObject({ text })
    const { rows } = await third.owner.query('select name from identity."user" where id = $1', [
      actor.personId,
    ])
    expect(rows).toHaveLength(1)
  })

  it('brings the agency back with the reports that it has received, and nothing of the regions but those', async () => {
    const agency = await openTestAgency(here, plans)
    const strategist = await here.actor('strategist')
    const plan = await agency.toldPlan(strategist)
    await agency.comment(strategist, plan)
    expect(await agency.send(strategist, plan)).toEqual({ ok: true, number: 1 })
    const target = path.join(folder, 'agency.jamvikt')
    const slug = `r-${agency.agencyId.slice(0, 8)}`
    const made = await backUp({ ownerUrl: ownerUrl(here), slug, target, filesOf: filesHere })
    expect(await restore({ ownerUrl: ownerUrl(elsewhere), file: target, filesOf: filesThere })).toEqual(made)
    const text = gunzipSync(readFileSync(target)).toString()
    expect(text).toContain('Vi ligger efter men kommer ikapp.')
    expect(text).not.toContain('Tplan_update\nR')
    const found = await withTenant(elsewhere.db, { regionId: agency.agencyId, personId: null }, (db) =>
      db.selectFrom('received_report').select(['number', 'state']).execute(),
    )
    expect(found).toEqual([{ number: 1, state: 'submitted' }])
  })

  it('holds nothing of another region', async () => {
    const { other, target } = await backedUp()
    expect(gunzipSync(readFileSync(target)).toString()).not.toContain(other.regionId)
  })

  it('is refused where the region is there already, and changes nothing', async () => {
    const { target } = await backedUp()
    await expect(restore({ ownerUrl: ownerUrl(here), file: target, filesOf: filesHere })).rejects.toThrow(
      /There is a region/,
    )
  })

  it('that is cut off, changed, or no back-up at all is refused before anything is done', async () => {
    const { actor, target } = await backedUp()
    const whole = gunzipSync(readFileSync(target)).toString()
    const spoilt = [
      readFileSync(target).subarray(0, 4000),
      gzipSync(whole.split('\n').slice(0, -2).join('\n')),
      gzipSync(whole.replace('Webbkurs', 'Webbkurt')),
      gzipSync(`${whole}Tplan\n`),
      Buffer.from('hello'),
      gzipSync('{"format":"something"}\n'),
    ]
    for (const [at, bytes] of spoilt.entries()) {
      const file = path.join(folder, `spoilt-${at}`)
      writeFileSync(file, bytes)
      await expect(
        restore({ ownerUrl: ownerUrl(elsewhere), file, filesOf: filesThere }),
        String(at),
      ).rejects.toThrow(/not a whole back-up/)
    }
    const { rows } = await elsewhere.owner.query('select 1 from region where id = $1', [actor.regionId])
    expect(rows).toEqual([])
  })

  it('of another version, and of a region that is not there, are refused in words', async () => {
    const { slug, target } = await backedUp()
    await elsewhere.owner.query("insert into schema_migration (name) values ('29990101_later.sql')")
    await expect(
      restore({ ownerUrl: ownerUrl(elsewhere), file: target, filesOf: filesThere }),
    ).rejects.toThrow(/another version/)
    await elsewhere.owner.query("delete from schema_migration where name = '29990101_later.sql'")
    const order = { ownerUrl: ownerUrl(here), filesOf: filesHere }
    await expect(backUp({ ...order, slug: 'nowhere', target: `${target}.2` })).rejects.toThrow(/no region/)
    await expect(backUp({ ...order, slug, target: '/nowhere/at/all' })).rejects.toThrow(/cannot be written/)
  })
})
