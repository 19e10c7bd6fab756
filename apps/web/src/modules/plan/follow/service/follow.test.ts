import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../../testing/test-database.ts'
import { openTestPlans } from '../../../../testing/test-plans.ts'
import type { Told } from '../model-follow.ts'
import { closePeriod, followed, makeHalfYears, standingsIn, tell } from './follow.ts'

const database = await openTestDatabase()
const { doors, smallPlan, open } = openTestPlans(database)

const TOLD: Told = {
  status: 'on-track',
  done: 'Två kurser',
  cause: '',
  measure: '',
  reached: { women: 12, men: 7, other: null, unknown: null },
}

async function begun() {
  const strategist = await database.actor('strategist')
  const officer = await database.actor('officer', strategist.regionId)
  const plan = await smallPlan(strategist)
  const opened = await open(strategist, plan.slug)
  if (opened === null) throw new Error('no plan')
  await doors.inRegion(strategist, (db) => makeHalfYears(db, strategist, opened))
  const read = () => doors.inRegion(strategist, (db) => followed(db, plan.planId))
  const { periods } = await read()
  const of = { planId: plan.planId, periodId: periods[0]?.id ?? '', activityId: plan.course }
  return { strategist, officer, plan, opened, read, periods, of }
}

describe('following a plan up', () => {
  it('goes by half-years, made once, each with the activities that go on in it', async () => {
    const { strategist, opened, read, periods, plan } = await begun()
    expect(periods.map(({ startsOn }) => startsOn)).toEqual([
      '2026-01-01',
      '2026-07-01',
      '2027-01-01',
      '2027-07-01',
      '2028-01-01',
      '2028-07-01',
    ])
    expect(await doors.inRegion(strategist, (db) => makeHalfYears(db, strategist, opened))).toBe(0)
    const all = await read()
    const inPeriod = (at: number) =>
      standingsIn(opened, all, all.periods[at] ?? never()).map(({ activity }) => activity.id)
    expect(inPeriod(0)).toEqual([plan.course, plan.review])
    expect(inPeriod(2)).toEqual([plan.workshop, plan.review])
  })

  it('keeps what is told with who told it, and what was told the period before', async () => {
    const { officer, of, read, opened, periods } = await begun()
    expect(await doors.inRegion(officer, (db) => tell(db, officer, of, null, TOLD))).toEqual({ ok: true })
    const all = await read()
    expect(all.updates).toMatchObject([{ ...TOLD, revision: 1, changedBy: 'Test Person' }])
    const next = standingsIn(opened, all, periods[1] ?? never())
    expect(next.find(({ activity }) => activity.id === of.activityId)?.before).toBe('on-track')
  })

  it('loses nobody’s words: apart they are put together, in one field both are shown', async () => {
    const { officer, strategist, of, read } = await begun()
    await doors.inRegion(officer, (db) => tell(db, officer, of, null, TOLD))
    const seen = { revision: 1, told: TOLD }
    const done = { ...TOLD, done: 'Tre kurser' }
    const counted = { ...TOLD, reached: { ...TOLD.reached, women: 15 } }
    expect(await doors.inRegion(officer, (db) => tell(db, officer, of, seen, done))).toEqual({ ok: true })
    expect(await doors.inRegion(strategist, (db) => tell(db, strategist, of, seen, counted))).toEqual({
      ok: true,
    })
    expect((await read()).updates).toMatchObject([
      { done: 'Tre kurser', reached: { women: 15 }, revision: 3 },
    ])
    const other = { ...TOLD, done: 'Ingen kurs' }
    expect(await doors.inRegion(strategist, (db) => tell(db, strategist, of, seen, other))).toMatchObject({
      ok: false,
      reason: 'clash',
      fields: ['done'],
      latest: { done: 'Tre kurser' },
      merged: { done: 'Ingen kurs', reached: { women: 15 } },
    })
    const { rows } = await database.owner.query(
      "select details from history where action = 'update-clashed' and entity_id = $1",
      [of.planId],
    )
    expect(rows[0].details.given.done).toBe('Ingen kurs')
  })

  it('asks the second of two who tell first, at the same moment', async () => {
    const { officer, strategist, of, read } = await begun()
    const other = { ...TOLD, status: 'done' as const }
    const answers = await Promise.all([
      doors.inRegion(officer, (db) => tell(db, officer, of, null, TOLD)),
      doors.inRegion(strategist, (db) => tell(db, strategist, of, null, other)),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await read()).updates).toHaveLength(1)
  })

  it('stands once the period is closed, until it is opened again with a reason', async () => {
    const { officer, strategist, of } = await begun()
    const told = () => doors.inRegion(officer, (db) => tell(db, officer, of, null, TOLD))
    const act = (change: Parameters<typeof closePeriod>[4]) =>
      doors.inRegion(strategist, (db) => closePeriod(db, strategist, of.planId, of.periodId, change))
    expect(await act({ act: 'close' })).toBe(true)
    expect(await told()).toEqual({ ok: false, reason: 'closed' })
    expect(await act({ act: 'reopen', reason: 'Fel siffra' })).toBe(true)
    expect(await told()).toEqual({ ok: true })
    const { rows } = await database.owner.query(
      "select details from history where action = 'period-reopen' and entity_id = $1",
      [of.planId],
    )
    expect(rows[0].details.reason).toBe('Fel siffra')
  })

  it('is of one region alone', async () => {
    const { of, officer } = await begun()
    await doors.inRegion(officer, (db) => tell(db, officer, of, null, TOLD))
    const stranger = await database.actor('officer')
    expect(await doors.inRegion(stranger, (db) => tell(db, stranger, of, null, TOLD))).toEqual({
      ok: false,
      reason: 'gone',
    })
    for (const table of ['plan_period', 'plan_update'] as const)
      expect(await doors.inRegion(stranger, (db) => db.selectFrom(table).selectAll().execute())).toEqual([])
  })
})

function never(): never {
  throw new Error('no period')
}
