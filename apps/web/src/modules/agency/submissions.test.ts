import { describe, expect, it } from 'vitest'
import { betweenTenants } from '../../platform/db/between-tenants.ts'
import type { Actor } from '../../platform/policy.ts'
import { closePeriod, followed, openTestAgency, tell } from '../../testing/test-agency.ts'
import { openTestDatabase } from '../../testing/test-database.ts'
import { openTestPlans, removeItem } from '../../testing/test-plans.ts'
import type { Remark } from './model-submission.ts'
import { type AnswerAct, answerReport } from './service/answer-report.ts'
import { keepWords } from './service/keep-words.ts'
import { hashOf } from './service/prepare.ts'
import { receivedReports, reportContent } from './store/received.ts'

const database = await openTestDatabase()
const plans = openTestPlans(database)
const agency = await openTestAgency(database, plans)
const { inRegion } = plans.doors

const officer = () => database.actor('officer', agency.agencyId)
const received = (by: Actor) =>
  inRegion(by, (db) => receivedReports(db, { state: null, year: null, regionId: null }))
const SAID: readonly Remark[] = [{ heading: '', text: 'Beskriv kursen.' }]
const answer = (by: Actor, id: string, act: AnswerAct, remarks = SAID) =>
  inRegion(by, (db) => answerReport(db, by, 'Myndigheten Test', id, { act, remarks }))

async function sentPlan() {
  const strategist = await database.actor('strategist')
  const plan = await agency.toldPlan(strategist)
  await agency.comment(strategist, plan)
  expect(await agency.send(strategist, plan)).toEqual({ ok: true, number: 1 })
  const by = await officer()
  const id = (await agency.prepared(strategist, plan)).sent[0]?.id ?? ''
  return { strategist, plan, by, id }
}

const rowsOf = async (table: string, regionId: string) => {
  const { rows } = await database.owner.query(`select * from ${table} where region_id = $1`, [regionId])
  return rows as Record<string, unknown>[]
}
const periodOf = (by: Actor, plan: { readonly planId: string; readonly periodId: string }) =>
  inRegion(by, async (db) => (await followed(db, plan.planId)).periods.find(({ id }) => id === plan.periodId))

describe('a report that a region sends', () => {
  it('comes to stand with the region and the agency, closes the period, and is in both logs', async () => {
    const { strategist, plan, by, id } = await sentPlan()
    const [report] = (await received(by)).filter((each) => each.id === id)
    expect(report).toMatchObject({ number: 1, state: 'submitted', planName: 'Handlingsplan 2026–2028' })
    expect(report?.region.tenantId).toBe(strategist.regionId)
    const content = await inRegion(by, (db) => reportContent(db, id))
    expect(hashOf(content?.report, content?.figures)).toBe(report?.sha256)
    const period = await periodOf(strategist, plan)
    expect([period?.closedAt === null, period?.sentAt === null]).toEqual([false, false])
    const told = async (regionId: string, action: string) =>
      (await rowsOf('history', regionId)).filter((row) => row.action === action && row.entity_id === id)
    expect(await told(strategist.regionId, 'submitted')).toHaveLength(1)
    expect(await told(agency.agencyId, 'received')).toHaveLength(1)
  })

  it('holds the figures of the report, and nobody who was reached', async () => {
    const { strategist, plan, by, id } = await sentPlan()
    const content = await inRegion(by, (db) => reportContent(db, id))
    expect(content?.figures.activities).toMatchObject({ late: 1, 'on-track': 1, untold: 0 })
    expect(JSON.stringify(content)).not.toContain('7771')
    expect(JSON.stringify(content)).toContain('Vi ligger efter men kommer ikapp.')
    const [own] = await rowsOf('plan_submission', strategist.regionId)
    expect(own?.report).toEqual(content?.report)
    expect(plan.periodId).toBe(own?.period_id)
  })

  it('is the report of the closed period, to the letter, also once the plan has changed', async () => {
    const { strategist, plan, id, by } = await sentPlan()
    const content = await inRegion(by, (db) => reportContent(db, id))
    await plans.add(strategist, plan.planId, 'activity', plan.lead, { name: 'Ny aktivitet' })
    await inRegion(strategist, (db) => removeItem(db, strategist, plan.planId, plan.course))
    const closed = await agency.prepared(strategist, plan)
    expect(JSON.parse(closed.kept)).toEqual(content?.report)
    expect(closed.figures).toEqual(content?.figures)
    expect(closed.basis.frozenOn).toBe('2026-08-01')
    expect(closed.kept).toContain('fryst vid stängning')
  })

  it('rests on the plan as it stands once it has come back', async () => {
    const { strategist, plan, by, id } = await sentPlan()
    await plans.add(strategist, plan.planId, 'activity', plan.lead, { name: 'Ny aktivitet' })
    expect((await agency.prepared(strategist, plan)).kept).not.toContain('Ny aktivitet')
    await answer(by, id, 'return')
    expect((await agency.prepared(strategist, plan)).kept).toContain('Ny aktivitet')
    expect(await rowsOf('plan_period_frozen', strategist.regionId)).toEqual([])
  })

  it('is of the period as it was closed, where it was closed before it is sent', async () => {
    const strategist = await database.actor('strategist')
    const plan = await agency.toldPlan(strategist)
    await agency.comment(strategist, plan)
    await inRegion(strategist, (db) =>
      closePeriod(db, strategist, plan.planId, plan.periodId, { act: 'close' }),
    )
    await plans.add(strategist, plan.planId, 'activity', plan.lead, { name: 'Ny aktivitet' })
    expect(await agency.send(strategist, plan)).toEqual({ ok: true, number: 1 })
    const [own] = await rowsOf('plan_submission', strategist.regionId)
    expect(JSON.stringify(own?.report)).not.toContain('Ny aktivitet')
  })

  it('does not change when the plan does', async () => {
    const { strategist, plan, by, id } = await sentPlan()
    const before = await inRegion(by, (db) => reportContent(db, id))
    await plans.add(strategist, plan.planId, 'activity', plan.lead, { name: 'Ny aktivitet' })
    expect(await inRegion(by, (db) => reportContent(db, id))).toEqual(before)
    const changing = inRegion(by, (db) =>
      db.updateTable('received_report').set({ report: '{}' }).where('id', '=', id).execute(),
    )
    await expect(changing).rejects.toThrow(/permission denied/)
  })

  it('is refused with what stands in the way, and when it is no longer what was looked at', async () => {
    const strategist = await database.actor('strategist')
    const plan = await agency.toldPlan(strategist)
    expect(await agency.send(strategist, plan)).toEqual({ ok: false, reason: 'in-the-way' })
    await agency.comment(strategist, plan)
    const { sha256 } = await agency.prepared(strategist, plan)
    await agency.comment(strategist, plan, 'Andra ord.')
    expect(await agency.send(strategist, plan, sha256)).toEqual({ ok: false, reason: 'changed' })
    expect(await rowsOf('plan_submission', strategist.regionId)).toEqual([])
  })

  it('is sent once, however many press at the same time', async () => {
    const strategist = await database.actor('strategist')
    const plan = await agency.toldPlan(strategist)
    await agency.comment(strategist, plan)
    const { sha256 } = await agency.prepared(strategist, plan)
    const done = await Promise.all([1, 2, 3].map(() => agency.send(strategist, plan, sha256)))
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(done.filter((one) => !one.ok && one.reason === 'sent-already')).toHaveLength(2)
    expect(await rowsOf('plan_submission', strategist.regionId)).toHaveLength(1)
    const by = await officer()
    const there = (await received(by)).filter(({ region }) => region.tenantId === strategist.regionId)
    expect(there).toHaveLength(1)
  })

  it('is whole or not there when something fails between the two', async () => {
    const strategist = await database.actor('strategist')
    const plan = await agency.toldPlan(strategist)
    await agency.comment(strategist, plan)
    // The agency’s side fails once the region’s has been written.
    await database.owner.query(`create function break_off() returns trigger language plpgsql as
      $$ begin raise exception 'broken off'; end $$;
      create trigger break_off before insert on received_report for each row execute function break_off()`)
    await expect(agency.send(strategist, plan)).rejects.toThrow('broken off')
    await database.owner.query('drop trigger break_off on received_report; drop function break_off')
    expect(await rowsOf('plan_submission', strategist.regionId)).toEqual([])
    expect((await periodOf(strategist, plan))?.closedAt).toBeNull()
    const by = await officer()
    expect((await received(by)).filter(({ region }) => region.tenantId === strategist.regionId)).toEqual([])
    const listed = await rowsOf('agency_region', agency.agencyId)
    expect(listed.filter(({ tenant_id }) => tenant_id === strategist.regionId)).toEqual([])
    expect(await agency.send(strategist, plan)).toEqual({ ok: true, number: 1 })
  })
})

describe('a period whose report is with the agency', () => {
  it('is told of by nobody, and not opened by the region', async () => {
    const { strategist, plan } = await sentPlan()
    const of = { planId: plan.planId, periodId: plan.periodId, activityId: plan.workshop }
    const told = {
      status: 'done' as const,
      done: '',
      cause: '',
      measure: '',
      reached: { women: null, men: null, other: null, unknown: null },
    }
    expect(await inRegion(strategist, (db) => tell(db, strategist, of, null, told))).toEqual({
      ok: false,
      reason: 'closed',
    })
    const opened = await inRegion(strategist, (db) =>
      closePeriod(db, strategist, plan.planId, plan.periodId, { act: 'reopen', reason: 'Vi vill' }),
    )
    expect(opened).toBe(false)
    expect(await agency.send(strategist, plan)).toEqual({ ok: false, reason: 'sent-already' })
  })
})

describe('the agency’s answer', () => {
  it('sends a report back with remarks, opens the period, and takes number two', async () => {
    const { strategist, plan, by, id } = await sentPlan()
    expect(await answer(by, id, 'return')).toEqual({ ok: true })
    const { sent, period } = await agency.prepared(strategist, plan)
    expect(period.closedAt).toBeNull()
    expect(sent[0]).toMatchObject({ state: 'returned', answer: { by: 'Myndigheten Test', remarks: SAID } })
    expect(await agency.send(strategist, plan)).toEqual({ ok: true, number: 2 })
    const [second] = (await received(by)).filter(({ region }) => region.tenantId === strategist.regionId)
    expect(second).toMatchObject({ number: 2, state: 'submitted' })
    expect(await answer(by, second?.id ?? '', 'accept', [])).toEqual({ ok: true })
    expect((await agency.prepared(strategist, plan)).sent.map(({ state }) => state)).toEqual([
      'accepted',
      'returned',
    ])
    expect(await agency.send(strategist, plan)).toEqual({ ok: false, reason: 'sent-already' })
  })

  it('opens an accepted report again with a reason alone, and that is in the region’s log', async () => {
    const { strategist, plan, by, id } = await sentPlan()
    await answer(by, id, 'accept', [])
    expect(await answer(by, id, 'reopen', [])).toEqual({ ok: false, reason: 'no-reason' })
    expect(await answer(by, id, 'reopen')).toEqual({ ok: true })
    expect((await periodOf(strategist, plan))?.closedAt).toBeNull()
    const log = await rowsOf('history', strategist.regionId)
    expect(log.find((row) => row.action === 'reopened' && row.entity_id === id)?.details).toMatchObject({
      by: 'Myndigheten Test',
      remarks: SAID,
    })
  })

  it('is given once, whoever answers at the same time', async () => {
    const { by, id } = await sentPlan()
    const other = await officer()
    const done = await Promise.all([answer(by, id, 'accept', []), answer(other, id, 'return')])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(done.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'answered-already' })
  })

  it('is not half given: where the region’s side fails the agency’s does not stand', async () => {
    const { strategist, by, id } = await sentPlan()
    await database.owner.query('update plan_submission set state = $2, decided_at = now() where id = $1', [
      id,
      'returned',
    ])
    expect(await answer(by, id, 'accept', [])).toEqual({ ok: false, reason: 'region-not-there' })
    expect((await received(by)).find((each) => each.id === id)?.state).toBe('submitted')
    expect((await rowsOf('plan_submission', strategist.regionId))[0]?.state).toBe('returned')
  })
})

describe('tenants', () => {
  it('see each other’s nothing: the agency no table of a region, a region no other’s reports', async () => {
    const { strategist, by } = await sentPlan()
    const other = await database.actor('strategist')
    for (const [actor, tables] of [
      [by, ['plan', 'plan_item', 'plan_update', 'plan_period', 'plan_submission', 'plan_submission_words']],
      [strategist, ['received_report', 'agency_region', 'agency_grant', 'agency_move', 'agency_frame']],
      [other, ['received_report', 'plan_submission', 'plan_period']],
    ] as const)
      for (const table of tables)
        expect(
          await inRegion(actor, (db) => db.selectFrom(table).selectAll().execute()),
          `${actor.role} ${table}`,
        ).toEqual([])
  })

  it('pass something between them only where one is the agency, and are themselves again afterwards', async () => {
    const [one, two] = [await database.actor('strategist'), await database.actor('strategist')]
    await expect(inRegion(one, (db) => betweenTenants(db, two.regionId, async () => 1))).rejects.toThrow(
      /only the agency/,
    )
    const seen = await inRegion(one, async (db) => {
      const names = () => db.selectFrom('region').select('id').execute()
      const there = await betweenTenants(db, agency.agencyId, names)
      const failed = await betweenTenants(db, agency.agencyId, async () => {
        throw new Error('on the way')
      }).catch((error: Error) => error.message)
      const twice = await betweenTenants(db, agency.agencyId, (other) =>
        betweenTenants(other, one.regionId, names),
      ).catch((error: Error) => error.message)
      return { there, failed, twice, here: await names() }
    })
    expect(seen).toEqual({
      there: [{ id: agency.agencyId }],
      failed: 'on the way',
      twice: 'the transaction is with another tenant already',
      here: [{ id: one.regionId }],
    })
  })

  it('are one agency in an installation', async () => {
    const { rows } = await database.owner.query('select count(*)::int as count from agency')
    expect(rows).toEqual([{ count: 1 }])
    const actor = await database.actor('administrator')
    await expect(
      inRegion(actor, (db) =>
        db.insertInto('agency').values({ region_id: actor.regionId, slug: 'x', name: 'X' }).execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('what a region writes for a report', () => {
  it('is put together where two write under different questions, and lost by neither where they meet', async () => {
    const strategist = await database.actor('strategist')
    const plan = await agency.toldPlan(strategist)
    const of = { planId: plan.planId, periodId: plan.periodId }
    const write = (
      seen: { revision: number; words: Record<string, string> },
      words: Record<string, string>,
    ) => inRegion(strategist, (db) => keepWords(db, strategist, of, seen, words))
    const nothing = { revision: 0, words: {} }
    expect(await write(nothing, { overall: 'Mina', goal: '' })).toEqual({ ok: true })
    expect(await write(nothing, { overall: '', goal: 'Deras' })).toEqual({ ok: true })
    const clash = await write(nothing, { overall: 'Andra', goal: 'Deras' })
    expect(clash).toMatchObject({
      ok: false,
      reason: 'clash',
      keys: ['overall'],
      merged: { overall: 'Andra' },
    })
    expect((await agency.prepared(strategist, plan)).words?.words).toEqual({ overall: 'Mina', goal: 'Deras' })
    const log = await rowsOf('history', strategist.regionId)
    expect(log.find(({ action }) => action === 'clashed')?.details).toMatchObject({
      given: { overall: 'Andra' },
    })
  })
})
