import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../../platform/policy.ts'
import { testDocument, testItem } from '../../../../testing/plan-arbitrary.ts'
import { wordsIn } from '../../../../testing/plan-site.ts'
import { openTestDatabase } from '../../../../testing/test-database.ts'
import { openTestOpenPlans } from '../../../../testing/test-open-plans.ts'
import { openTestStatistics } from '../../../../testing/test-statistics.ts'
import type { ActivityUpdate, Reached } from '../../follow/model-follow.ts'
import { closePeriod, followed, makeHalfYears, tell } from '../../follow/service/follow.ts'
import { PlanTree } from '../../rules/tree.ts'
import { halfYearCode, reachedCells } from '../rules/reached-cells.ts'
import { previewMark, previewReached, releaseReached, withdrawReached } from './release-reached.ts'

const counts = (women: number | null, men: number | null, other: number | null = null, unknown = other) =>
  ({ women, men, other, unknown }) satisfies Reached
const update = (activityId: string, reached: Reached): ActivityUpdate => ({
  activityId,
  reached,
  periodId: 'p1',
  revision: 1,
  changedAt: new Date(0),
  changedBy: '',
  status: 'done',
  done: '',
  cause: '',
  measure: '',
})
const tree = new PlanTree(
  testDocument([
    testItem('priority', 'p', null),
    ...['a', 'b', 'c'].map((id, at) => testItem('activity', id, 'p', {}, at)),
    testItem('activity', 'part', 'a'),
  ]),
)

describe('people reached as cells', () => {
  it('are of activities whose women and men are counted; what is not counted is not zero', () => {
    const { cells, leftOut } = reachedCells(tree, [
      update('a', counts(12, 7)),
      update('b', counts(null, 30)),
      update('c', counts(null, null)),
      update('part', counts(5, 5)),
      update('gone', counts(9, 9)),
    ])
    expect(leftOut).toEqual(['b', 'part'])
    expect(cells.map(({ by, counts: { people } }) => [by, people])).toEqual([
      [{}, 19],
      [{ sex: 'women' }, 12],
      [{ sex: 'men' }, 7],
      [{ activity: 'a' }, 19],
      [{ activity: 'a', sex: 'women' }, 12],
      [{ activity: 'a', sex: 'men' }, 7],
    ])
  })

  it('have other and unknown together only where all have counted both', () => {
    const all = reachedCells(tree, [update('a', counts(12, 7, 1, 2)), update('b', counts(0, 3, 0, 0))])
    expect(
      all.cells.find(({ by }) => by.sex === 'other-or-unknown' && by.activity === 'a')?.counts.people,
    ).toBe(3)
    const some = reachedCells(tree, [update('a', counts(12, 7, 1, 2)), update('b', counts(0, 3))])
    expect(some.cells.some(({ by }) => by.sex === 'other-or-unknown')).toBe(false)
  })

  it('add up, whatever is counted', () => {
    const count = fc.nat(50)
    fc.assert(
      fc.property(count, count, count, count, (women, men, other, unknown) => {
        const { cells } = reachedCells(tree, [
          update('a', counts(women, men, other, unknown)),
          update('b', counts(men, women, unknown, other)),
        ])
        const sum = (has: readonly string[]) =>
          cells
            .filter(({ by }) => Object.keys(by).toSorted().join() === has.join())
            .reduce((all, cell) => all + (cell.counts.people ?? 0), 0)
        const whole = 2 * (women + men + other + unknown)
        expect([sum([]), sum(['sex']), sum(['activity']), sum(['activity', 'sex'])]).toEqual(
          Array(4).fill(whole),
        )
      }),
      { seed: 1 },
    )
  })

  it('are of half-years alone: others hold the same people once more', () => {
    expect(halfYearCode({ kind: 'half-year', endsOn: '2017-06-30' })).toBe('2017H1')
    expect(halfYearCode({ kind: 'half-year', endsOn: '2017-12-31' })).toBe('2017H2')
    expect(halfYearCode({ kind: 'annual', endsOn: '2017-12-31' })).toBeNull()
  })
})

const database = await openTestDatabase()
const { site, smallPlan, draftOf, doors, adopt, publish } = openTestOpenPlans(database)
const statistics = openTestStatistics(database)

async function reachedPlan() {
  const actor = await database.actor('strategist')
  const plan = await smallPlan(actor)
  await tellReached(actor, plan.planId, 0, {
    [plan.course]: counts(41, 3),
    [plan.workshop]: counts(20, 33),
    [plan.review]: counts(17, 25),
  })
  return { actor, ...plan }
}

async function tellReached(
  actor: Actor,
  planId: string,
  at: number,
  reached: Readonly<Record<string, Reached>>,
  close = true,
) {
  const opened = await draftOf(actor, planId)
  await doors.inRegion(actor, async (db) => {
    await makeHalfYears(db, actor, opened)
    const period = (await followed(db, planId)).periods[at]
    if (period === undefined) throw new Error('no period')
    for (const [activityId, each] of Object.entries(reached))
      await tell(db, actor, { planId, periodId: period.id, activityId }, null, {
        status: 'on-track',
        done: '',
        cause: '',
        measure: '',
        reached: each,
      })
    if (close) await closePeriod(db, actor, planId, period.id, { act: 'close' })
  })
}

async function look(actor: Actor, planId: string) {
  const opened = await draftOf(actor, planId)
  return doors.inRegion(actor, (db) => previewReached(db, opened))
}

async function release(actor: Actor, planId: string, seen?: string) {
  const mark = seen ?? previewMark(await look(actor, planId))
  return doors.inRegion(actor, (db) => releaseReached(db, actor, planId, mark))
}

describe('a table of people reached', () => {
  it('hides small counts and what gives them away, is proved, and comes open by the way of every other', async () => {
    const { actor, planId } = await reachedPlan()
    const done = await release(actor, planId)
    if (!done.ok) throw new Error(done.reason)
    const decider = await database.actor('analyst', actor.regionId)
    const dataset = await statistics.datasetOf(actor, done.slug)
    await statistics.publish(dataset, { proposer: actor, decider })
    const home = `r-${actor.regionId.slice(0, 8)}`
    const query = new URLSearchParams({ lang: 'sv', outputFormat: 'csv' })
    for (const id of ['activity', 'sex', 'measure', 'period']) query.set(`valueCodes[${id}]`, '*')
    const csv = await (await site.get(`/api/${home}/v2/tables/${done.slug}/data?${query}`)).text()
    const of = (name: string) =>
      csv.split('\r\n').flatMap((line) => (line.startsWith(name) ? [line.split(',').slice(1, 3)] : []))
    // Three men are hidden, the women beside them, and a pair elsewhere: else they were what is left of the sums.
    expect(of('Webbkurs')).toEqual([
      ['Kvinnor', '...'],
      ['Män', '...'],
      ['Summa', '44'],
    ])
    expect([...of('Verkstäder'), ...of('Genomlysning')].filter(([, count]) => count === '...').length).toBe(2)
    expect(of('Alla aktiviteter')).toEqual([
      ['Kvinnor', '78'],
      ['Män', '61'],
      ['Summa', '139'],
    ])
    const certificates = await database.owner.query(
      'select 1 from release_certificate where region_id = $1',
      [actor.regionId],
    )
    expect(certificates.rows.length).toBe(1)
  })

  it('releases a half-year once: a later change of it is not told, a later half-year is added', async () => {
    const { actor, planId, course, workshop } = await reachedPlan()
    expect((await release(actor, planId)).ok).toBe(true)
    await tellReached(actor, planId, 1, { [course]: counts(50, 60), [workshop]: counts(70, 80) })
    expect((await look(actor, planId)).map(({ code, state }) => [code, state.kind])).toEqual([
      ['2026H1', 'released'],
      ['2026H2', 'ready'],
    ])
    expect((await release(actor, planId)).ok).toBe(true)
    const entries = await doors.inRegion(actor, (db) =>
      db
        .selectFrom('released_table')
        .select('period')
        .where('dataset', '=', `plan-reached:${planId}`)
        .execute(),
    )
    expect(entries.map(({ period }) => period).toSorted()).toEqual(['2026H1', '2026H2'])
    expect((await release(actor, planId)).ok).toBe(true)
  })

  it('is withdrawn where a count was wrong: closed to everybody at once, and never released again', async () => {
    const { actor, planId, course, workshop } = await reachedPlan()
    await tellReached(actor, planId, 1, { [course]: counts(50, 60), [workshop]: counts(70, 80) })
    const done = await release(actor, planId)
    if (!done.ok) throw new Error(done.reason)
    const decider = await database.actor('analyst', actor.regionId)
    await statistics.publish(await statistics.datasetOf(actor, done.slug), { proposer: actor, decider })
    const query = new URLSearchParams({ lang: 'sv', outputFormat: 'csv' })
    for (const id of ['activity', 'sex', 'measure', 'period']) query.set(`valueCodes[${id}]`, '*')
    const api = `/api/r-${actor.regionId.slice(0, 8)}/v2/tables/${done.slug}/data?${query}`
    expect((await site.get(api)).status).toBe(200)

    const withdraw = (code: string) =>
      doors.inRegion(actor, (db) => withdrawReached(db, actor, planId, code, 'Dubbelräknat.'))
    expect(await withdraw('2031H1')).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await withdraw('2026H1')).toEqual({ ok: true })
    expect(await withdraw('2026H1')).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect((await site.get(api)).status).toBe(404)
    expect((await look(actor, planId)).map(({ code, state }) => [code, state.kind])).toEqual([
      ['2026H1', 'withdrawn'],
      ['2026H2', 'released'],
    ])

    // The table is one of the half-years that stand; making it anew brings the withdrawn one not back.
    expect((await release(actor, planId)).ok).toBe(true)
    const renewed = await statistics.datasetOf(actor, done.slug)
    await statistics.publish(renewed, { proposer: actor, decider }, { notice: 'Ett halvår är borttaget.' })
    const csv = await (await site.get(api)).text()
    expect(csv).toContain('2026H2')
    expect(csv).not.toContain('2026H1')
    expect(await withdraw('2026H2')).toEqual({ ok: true })
    expect((await site.get(api)).status).toBe(404)
  })

  it('is withdrawn on its page with a reason, by a strategist and nobody else', async () => {
    const by = await site.visitor('strategist')
    const { planId, slug, course, workshop } = await smallPlan(by.actor)
    await tellReached(by.actor, planId, 0, { [course]: counts(50, 12), [workshop]: counts(40, 60) })
    expect((await release(by.actor, planId)).ok).toBe(true)
    const here = `${by.home}/plans/${slug}/reached`
    const send = { act: 'withdraw', period: '2026H1', reason: 'Counted twice <b>' }
    const officer = await site.visitor('officer', by.actor.regionId)
    expect((await site.post(here, send, { by: officer })).status).toBe(404)
    expect(await (await site.post(here, { ...send, reason: ' ' }, { by })).text()).toContain(
      'Write the reason.',
    )
    expect((await site.post(here, send, { by })).headers.get('location')).toBe(`${here}?done=withdrawn`)
    const html = await (await site.get(`${here}?done=withdrawn`, { by })).text()
    expect(wordsIn(html)).toMatch(/no longer shown/)
    expect(html).toContain('Counted twice &lt;b>')
  })

  it('is not made of periods that are open, nor of what has changed since it was looked at', async () => {
    const actor = await database.actor('strategist')
    const { planId, course } = await smallPlan(actor)
    expect(await release(actor, planId)).toEqual({ ok: false, reason: 'nothing' })
    await tellReached(actor, planId, 0, { [course]: counts(50, 60) }, false)
    expect(await look(actor, planId)).toEqual([])
    expect(await release(actor, planId, 'x')).toEqual({ ok: false, reason: 'changed-meanwhile' })
  })

  it('is looked at and made by a strategist, and by nobody else', async () => {
    const by = await site.visitor('strategist')
    const { planId, slug, course, workshop } = await smallPlan(by.actor)
    await tellReached(by.actor, planId, 0, { [course]: counts(50, 2), [workshop]: counts(40, 60) })
    const here = `${by.home}/plans/${slug}/reached`
    const html = await (await site.get(here, { by })).text()
    expect(wordsIn(html)).toMatch(/Webbkurs\s+hidden\s+hidden/)
    for (const role of ['officer', 'analyst', 'reader'] as const) {
      const other = await site.visitor(role, by.actor.regionId)
      expect((await site.get(here, { by: other })).status).toBe(404)
      expect((await site.post(here, { seen: '' }, { by: other })).status).toBe(404)
    }
    expect(await (await site.post(here, { seen: 'x' }, { by })).text()).toContain('Something has changed')
    const seen = /name="seen" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? ''
    const sent = await site.post(here, { seen }, { by })
    expect(sent.headers.get('location')).toMatch(/\/statistics\/people-reached|\/statistics\/nadda-personer/)
  })

  it('leaves the open page without any count of people', async () => {
    const { actor, planId, slug } = await reachedPlan()
    await publish(actor, planId, await adopt(actor, planId))
    const page = await (await site.get(`/open/r-${actor.regionId.slice(0, 8)}/plans/${slug}`)).text()
    expect(wordsIn(page)).not.toMatch(/\b(41|33|139)\b/)
  })
})
