import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDocument, testDocument, testItem } from '../../../testing/plan-arbitrary.ts'
import type { ActivityUpdate, Period, Status } from '../follow/model-follow.ts'
import type { PlanItem } from '../model-items.ts'
import { PlanTree } from '../rules/tree.ts'
import { indicatorsDue, stageOf } from './rules/due-reminders.ts'
import { matrixOf } from './rules/matrix.ts'
import { meetingsOf, openActions } from './rules/meetings.ts'
import { byDuty, sumOfPosts } from './rules/people.ts'
import { type FlagGrounds, redFlags } from './rules/red-flags.ts'
import { onRing, placeDots, shareOfYear } from './rules/ring.ts'
import { ratedRisks } from './rules/risks.ts'
import { yearMarks, yearsOf } from './rules/year-marks.ts'

const TODAY = '2027-03-10'
const tree = (...items: PlanItem[]) => new PlanTree(testDocument(items))
const names = (items: readonly { readonly fields: { readonly name: string } }[]) =>
  items.map(({ fields }) => fields.name)

const period = (id: string, dueOn: string, given: Partial<Period> = {}): Period => ({
  id,
  kind: 'half-year',
  startsOn: `${dueOn.slice(0, 4)}-01-01`,
  endsOn: dueOn,
  dueOn,
  closedAt: null,
  sentAt: null,
  ...given,
})
const update = (activityId: string, periodId: string, status: Status, cause = ''): ActivityUpdate => ({
  activityId,
  periodId,
  status,
  done: '',
  cause,
  measure: cause === '' ? '' : 'Ny tid',
  reached: { women: null, men: null, other: null, unknown: null },
  revision: 1,
  changedAt: new Date(0),
  changedBy: 'x',
})

describe('people', () => {
  it('stand by duty with the posts that they make, and an unsaid share is not nothing', () => {
    const groups = byDuty(
      tree(
        testItem('role', 'a', null, { duty: 'working', shareFrom: 0.1, shareTo: 20.2 }),
        testItem('role', 'b', null, { duty: 'working', shareFrom: 0.2 }, 1),
        testItem('role', 'c', null, { duty: 'working' }, 2),
        testItem('role', 'd', null, { duty: 'owner' }, 3),
        testItem('role', 'e', null, {}, 4),
      ),
    )
    expect(groups.map(({ duty }) => duty)).toEqual(['owner', 'working', null])
    expect(groups[1]).toMatchObject({ posts: { from: 0.3, to: 20.4 }, unsaid: 1 })
    expect(groups[0]).toMatchObject({ posts: null, unsaid: 1 })
    expect(sumOfPosts([])).toEqual({ posts: null, unsaid: 0 })
  })
})

describe('meetings and actions', () => {
  const plan = tree(
    testItem('meeting', 'old', null, { on: '2027-01-10' }),
    testItem('meeting', 'older', null, { on: '2026-01-10' }, 1),
    testItem('meeting', 'today', null, { on: TODAY }, 2),
    testItem('meeting', 'some-day', null, {}, 3),
    testItem('task', 'late', 'old', { due: '2027-03-09' }),
    testItem('task', 'open', 'old', { due: TODAY }, 1),
    testItem('task', 'undated', 'old', {}, 2),
    testItem('task', 'done', 'old', { due: '2027-01-11', done: true }, 3),
    testItem('task', 'latest', 'older', { due: '2026-02-01' }),
  )

  it('lists what is overdue first, and leaves what is done out', () => {
    const actions = openActions(plan, TODAY)
    expect(names(actions.map(({ task }) => task))).toEqual(['latest', 'late', 'open', 'undated'])
    expect(actions.map(({ isOverdue }) => isOverdue)).toEqual([true, true, false, false])
    expect(actions[0]?.meeting?.fields.name).toBe('older')
  })

  it('have those to come next first, those that have been latest first', () => {
    const { upcoming, past } = meetingsOf(plan, TODAY)
    expect([names(upcoming), names(past)]).toEqual([
      ['today', 'some-day'],
      ['old', 'older'],
    ])
  })
})

describe('the matrix of messages', () => {
  it('meets groups and channels as they were written first, what is not said last', () => {
    const matrix = matrixOf(
      tree(
        testItem('message', 'b', null, { audience: 'Chefer', channel: 'Möte', on: '2027-02-01' }),
        testItem('message', 'a', null, { audience: ' chefer ', channel: 'Möte', on: '2027-01-01' }, 1),
        testItem('message', 'c', null, { channel: 'Brev' }, 2),
      ),
    )
    expect(matrix.audiences).toEqual(['Chefer', ''])
    expect(matrix.channels).toEqual(['Brev', 'Möte'])
    expect(names(matrix.at('Chefer', 'Möte'))).toEqual(['a', 'b'])
    expect(matrix.at('Chefer', 'Brev')).toEqual([])
  })

  it('holds every message of any plan once', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const plan = new PlanTree(document)
        const matrix = matrixOf(plan)
        const found = matrix.audiences.flatMap((audience) =>
          matrix.channels.flatMap((channel) => matrix.at(audience, channel).map(({ id }) => id)),
        )
        expect(found.toSorted()).toEqual(
          plan
            .all('message')
            .map(({ id }) => id)
            .toSorted(),
        )
      }),
      { seed: 1 },
    )
  })
})

describe('risks', () => {
  it('stand highest first, and one that is not rated is not low', () => {
    const rated = ratedRisks(
      tree(
        testItem('risk', 'half', null, { likelihood: 5 }),
        testItem('risk', 'low', null, { likelihood: 1, consequence: 2 }, 1),
        testItem('risk', 'high', null, { likelihood: 3, consequence: 5 }, 2),
      ),
    )
    expect(rated.map(({ risk, score, level }) => [risk.id, score, level])).toEqual([
      ['high', 15, 'high'],
      ['low', 2, 'low'],
      ['half', null, 'unrated'],
    ])
  })
})

describe('red flags', () => {
  const flagsFor = (items: readonly PlanItem[], given: Partial<FlagGrounds> = {}) =>
    redFlags({ tree: tree(...items), periods: [], updates: [], money: [], today: TODAY, ...given }).map(
      ({ kind, item, period: of }) => `${kind} ${item?.id ?? of?.id}`,
    )
  const activity = (id: string, given = {}) => testItem('activity', id, 'p', given)
  const priority = testItem('priority', 'p', null)

  it('are raised by what was told last, the gravest first, each activity once', () => {
    const items = [priority, ...['a', 'b', 'c', 'd', 'e'].map((id) => activity(id, { start: '2027-01-01' }))]
    const periods = [
      period('first', '2026-06-30', { closedAt: new Date(0) }),
      period('second', '2026-12-31', { closedAt: new Date(0) }),
    ]
    const updates = [
      update('a', 'second', 'late', 'Sjukdom'),
      update('a', 'first', 'stopped', 'x'),
      update('b', 'first', 'stopped', 'x'),
      update('c', 'second', 'done'),
      update('d', 'second', 'not-begun'),
    ]
    expect(flagsFor(items, { periods, updates })).toEqual([
      'activity-stopped b',
      'activity-late a',
      'activity-not-begun d',
    ])
  })

  it('are raised for days that have passed, not for today', () => {
    const items = [
      priority,
      activity('ended', { end: '2027-03-09' }),
      activity('ends', { end: TODAY }),
      testItem('milestone', 'missed', null, { on: '2027-03-09' }, 1),
      testItem('milestone', 'reached', null, { on: '2027-03-09', done: true }, 2),
      testItem('milestone', 'today', null, { on: TODAY }, 3),
      testItem('meeting', 'm', null, {}, 4),
      testItem('task', 't', 'm', { due: '2027-03-09' }),
    ]
    expect(flagsFor(items)).toEqual(['activity-overdue ended', 'milestone-overdue missed', 'task-overdue t'])
  })

  it('count what is not told of a period whose day has passed', () => {
    const items = [priority, activity('a'), activity('b'), activity('later', { start: '2028-01-01' })]
    const periods = [period('due', '2027-03-09'), period('today', TODAY)]
    const flags = redFlags({
      tree: tree(...items),
      periods,
      updates: [update('a', 'due', 'on-track')],
      money: [],
      today: TODAY,
    })
    expect(flags.map(({ key, count }) => [key, count])).toEqual([['update-missing:due', 1]])
    const closed = [period('due', '2027-03-09', { closedAt: new Date(0) })]
    expect(flagsFor(items, { periods: closed })).toEqual([])
  })

  it('say what is over its budget to the krona, and what may be left', () => {
    const of = (id: string) => {
      const item = tree(priority, activity(id)).of('activity', id)
      if (item === null) throw new Error(id)
      return item
    }
    const money = (id: string, usedOre: bigint, budgetOre: bigint | null, atRiskOre = 0n) => ({
      activity: of(id),
      usedOre,
      budgetOre,
      committedOre: 100n,
      state: 'in-step' as const,
      lowOre: null,
      highOre: null,
      atRiskOre,
      leftOverOre: [atRiskOre / 5n, atRiskOre] as const,
    })
    const heading = {
      ...money('heading', 700n, 1_000n),
      state: 'over' as const,
      lowOre: 900n,
      highOre: 2_100n,
    }
    const flags = redFlags({
      tree: tree(priority),
      periods: [],
      updates: [],
      today: TODAY,
      money: [
        money('over', 1_000n, 1_000n),
        money('even', 999n, 1_000n),
        money('unknown', 1_000n, null),
        money('left', 0n, 10_000n, 5_000n),
        heading,
      ],
    })
    expect(flags.map(({ key, leastOre, amountOre }) => [key, leastOre, amountOre])).toEqual([
      ['money-over:over', null, 100n],
      ['money-exceeding:heading', 0n, 1_100n],
      ['money-unused:left', 1_000n, 5_000n],
    ])
  })

  it('tell goals without indicator, without figures, and figures that are due', () => {
    const figure = (id: string, under: string, given: object) => testItem('figure', id, under, { ...given })
    const items = [
      priority,
      testItem('goal', 'bare', 'p'),
      testItem('goal', 'silent', 'p', {}, 1),
      testItem('indicator', 'due', 'silent', { dueMonth: 2 }),
      figure('target', 'due', { what: 'target', year: 2027, value: 5 }),
      testItem('goal', 'told', 'p', {}, 2),
      testItem('indicator', 'later', 'told', { dueMonth: 4 }),
      figure('actual', 'later', { what: 'actual', year: 2026, value: 5 }),
      testItem('goal', 'catalogue', 'p', {}, 3),
      testItem('indicator', 'follows', 'catalogue', { dueMonth: 2, catalogue: ['x'] }),
      testItem('goal', 'asked', 'p', {}, 4),
      testItem('indicator', 'missing', 'asked', { dueMonth: 2 }),
      figure('why', 'missing', { what: 'actual', year: 2026, missing: 'notAsked' }),
    ]
    expect(flagsFor(items)).toEqual([
      'indicator-due due',
      'goal-without-indicator bare',
      'goal-without-figures silent',
      'goal-without-figures asked',
    ])
    expect(flagsFor(items, { today: '2025-12-31' })).toEqual(['goal-without-indicator bare'])
  })

  it('of any plan have keys of their own', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const grounds = { periods: [], updates: [], money: [], today: '2030-01-01' }
        const keys = redFlags({ tree: new PlanTree(document), ...grounds }).map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { seed: 1 },
    )
  })
})

describe('the year', () => {
  const plan = tree(
    testItem('meeting', 'm', null, { on: '2027-05-03' }),
    testItem('milestone', 'elsewhere', null, { on: '2026-05-03' }, 1),
    testItem('priority', 'p', null, {}, 2),
    testItem('goal', 'g', 'p'),
    testItem('indicator', 'i', 'g', { dueMonth: 5 }),
    testItem('budget', 'b', null, { over: ['year'] }, 3),
  )
  const periods = [period('half', '2027-07-31'), period('last', '2029-01-31')]

  it('holds what comes in it, in order', () => {
    expect(yearMarks(plan, periods, 2027).map(({ kind, day }) => `${day} ${kind}`)).toEqual([
      '2027-05-01 indicator',
      '2027-05-03 meeting',
      '2027-07-31 period-due',
      '2027-12-31 budget-end',
    ])
    expect(yearMarks(plan, periods, 2026).map(({ kind }) => kind)).toEqual([
      'plan-start',
      'indicator',
      'milestone',
      'budget-end',
    ])
    expect(yearMarks(plan, periods, 2029).map(({ kind }) => kind)).toEqual(['period-due', 'indicator'])
    expect(yearsOf(plan, periods)).toEqual([2026, 2027, 2028, 2029])
  })

  it('goes round: the first of January at the top, the first of July at the bottom', () => {
    expect(shareOfYear('2027-01-01')).toBe(0)
    const top = onRing(0, 100)
    expect([Math.abs(top.x), top.y]).toEqual([0, -100])
    expect(onRing(shareOfYear('2027-07-02'), 100).y).toBeGreaterThan(99)
    expect(onRing(shareOfYear('2028-04-01'), 100).x).toBeGreaterThan(99)
  })

  it('lets no dot cover another, over the turn of the year either, and leaves no mark out', () => {
    const radii = [200, 170]
    const alone = placeDots([0.25], radii, 29)
    expect(alone).toEqual([{ ...onRing(0.25, 200), marks: [0] }])
    const turn = placeDots([0, 0.001, 0.999], radii, 29)
    const crowd = placeDots([...Array.from({ length: 40 }, () => 0.5), 0.51], radii, 29)
    for (const dots of [turn, crowd])
      for (const [at, a] of dots.entries())
        for (const b of dots.slice(at + 1))
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(29)
    expect(turn.map(({ marks }) => marks)).toEqual([[0], [1], [2]])
    expect(crowd.flatMap(({ marks }) => marks).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 41 }, (_, at) => at),
    )
  })
})

describe('what the clock reminds of', () => {
  const due = { dueOn: '2027-03-31', closedAt: null }

  it('is a period some days before its day, and once after', () => {
    const stages = ['2027-03-23', '2027-03-24', '2027-03-31', '2027-04-01', '2027-04-14', '2027-04-15']
    expect(stages.map((today) => stageOf(due, today, 7))).toEqual([
      null,
      'before',
      'before',
      'after',
      'after',
      null,
    ])
    expect(stageOf({ ...due, closedAt: new Date(0) }, '2027-03-31', 7)).toBeNull()
    // Set before links decided how long it may be.
    expect([stageOf(due, '2027-03-16', 60), stageOf(due, '2027-03-17', 60)]).toEqual([null, 'before'])
  })

  it('is an indicator in its month, while its figure is not there', () => {
    const plan = tree(
      testItem('priority', 'p', null),
      testItem('goal', 'g', 'p'),
      testItem('indicator', 'i', 'g', { dueMonth: 3 }),
      testItem('indicator', 'j', 'g', { dueMonth: 3 }, 1),
      testItem('figure', 'f', 'j', { what: 'actual', year: 2026, value: 0 }),
    )
    const on = (today: string) => indicatorsDue(plan, today).map(({ id }) => id)
    expect(on('2027-03-01')).toEqual(['i'])
    expect(on('2027-04-01')).toEqual([])
    expect(on('2025-03-01')).toEqual([])
    expect(on('2029-03-31')).toEqual(['i', 'j'])
    expect(on('2030-03-31')).toEqual([])
  })
})
