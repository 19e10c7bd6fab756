import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlanJson } from '../../exchange/rules/read-json.ts'
import { PlanTree } from '../../rules/tree.ts'
import type { ActivityUpdate, Period } from '../model-follow.ts'
import { checkTold } from './check-told.ts'
import { halfYearChanges, halfYears } from './half-years.ts'
import { isDuring, isOverdue, latestStatuses, periodNow, standingsIn } from './standing.ts'

const day = fc
  .date({ min: new Date('2010-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('the half-years of a plan', () => {
  it('are cut where it begins and ends', () => {
    expect(halfYears('2016-11-01', '2018-11-07')).toEqual([
      { kind: 'half-year', startsOn: '2016-11-01', endsOn: '2016-12-31', dueOn: '2017-01-31' },
      { kind: 'half-year', startsOn: '2017-01-01', endsOn: '2017-06-30', dueOn: '2017-07-31' },
      { kind: 'half-year', startsOn: '2017-07-01', endsOn: '2017-12-31', dueOn: '2018-01-31' },
      { kind: 'half-year', startsOn: '2018-01-01', endsOn: '2018-06-30', dueOn: '2018-07-31' },
      { kind: 'half-year', startsOn: '2018-07-01', endsOn: '2018-11-07', dueOn: '2018-12-08' },
    ])
  })

  it('hold every day of it once', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        const [from = '', at = '', to = ''] = [a, b, c].sort()
        const holding = halfYears(from, to).filter(({ startsOn, endsOn }) => startsOn <= at && at <= endsOn)
        expect(holding).toHaveLength(1)
      }),
      { seed: 1 },
    )
  })
})

describe('what is told of an activity', () => {
  const form = { status: 'on-track', done: 'Två kurser', cause: '', measure: '', women: '1 200', men: '0' }

  it('keeps what is not known apart from nobody', () => {
    expect(checkTold(form)).toEqual({
      ok: true,
      told: {
        status: 'on-track',
        done: 'Två kurser',
        cause: '',
        measure: '',
        reached: { women: 1200, men: 0, other: null, unknown: null },
      },
    })
  })

  it.each(['late', 'stopped'])('says cause and measure where it is %s', (status) => {
    expect(checkTold({ ...form, status })).toEqual({
      ok: false,
      faults: [
        { field: 'cause', reason: 'needed' },
        { field: 'measure', reason: 'needed' },
      ],
    })
  })

  it('takes no half persons, no less than nobody, and no status of its own making', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('1,5', '-1', '1e3', 'tolv', '99999999999', '１２', '+3'),
        fc.constantFrom('', 'ok', '__proto__'),
        (women, status) => {
          expect(checkTold({ ...form, women, status })).toEqual({
            ok: false,
            faults: [
              { field: 'status', reason: 'choose' },
              { field: 'women', reason: 'not-a-count' },
            ],
          })
        },
      ),
      { seed: 1 },
    )
  })
})

describe('periods', () => {
  const period = (id: string, startsOn: string, endsOn: string, closedAt: Date | null = null): Period => ({
    id,
    kind: 'half-year',
    startsOn,
    endsOn,
    dueOn: endsOn,
    closedAt,
    sentAt: null,
  })
  const first = period('1', '2026-01-01', '2026-06-30')
  const second = period('2', '2026-07-01', '2026-12-31')

  it('are told of one at a time: the latest that has begun and is open', () => {
    expect(periodNow([first, second], '2026-08-01')?.id).toBe('2')
    expect(periodNow([first, second], '2026-03-01')?.id).toBe('1')
    expect(periodNow([first, second], '2025-03-01')?.id).toBe('1')
    expect(periodNow([{ ...first, closedAt: new Date() }, second], '2026-03-01')?.id).toBe('2')
    expect(periodNow([], '2026-03-01')).toBeNull()
  })

  it('are late only when open, past their day and not told of', () => {
    expect(isOverdue(first, 1, '2026-07-01')).toBe(true)
    expect(isOverdue(first, 0, '2026-07-01')).toBe(false)
    expect(isOverdue(first, 1, '2026-06-30')).toBe(false)
    expect(isOverdue({ ...first, closedAt: new Date() }, 1, '2026-07-01')).toBe(false)
  })

  it('hold activities that go on in them, and those without dates', () => {
    const during = (start: string | null, end: string | null) => isDuring({ fields: { start, end } }, second)
    expect(during('2026-01-01', '2026-06-30')).toBe(false)
    expect(during('2026-01-01', '2026-07-01')).toBe(true)
    expect(during('2027-01-01', null)).toBe(false)
    expect(during(null, null)).toBe(true)
  })

  it('give an activity the status of the latest, whatever order they come in', () => {
    const told = (periodId: string, status: ActivityUpdate['status']) =>
      ({ periodId, activityId: 'a', status }) as ActivityUpdate
    const updates = [told('2', 'late'), told('1', 'done')]
    expect(latestStatuses({ periods: [first, second], updates }).get('a')).toBe('late')
    expect(latestStatuses({ periods: [first, second], updates: updates.toReversed() }).get('a')).toBe('late')
  })

  it('follow the plan’s days: open ones grow and shrink, lacking ones are added, and no day has two', () => {
    const days = fc
      .integer({ min: 0, max: 1800 })
      .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10))
    const span = fc.tuple(days, days).map((two) => two.toSorted())
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 4 }), fc.array(fc.nat(9)), (spans, closing) => {
        let periods: Period[] = []
        for (const [startsOn = '', endsOn = ''] of spans) {
          const { add, change } = halfYearChanges({ startsOn, endsOn }, periods)
          const changed = new Map(change.map(({ id, span: to }) => [id, to]))
          periods = [
            ...periods.map((each) => ({ ...each, ...changed.get(each.id) })),
            ...add.map((each) => ({ ...each, id: each.startsOn, closedAt: null, sentAt: null })),
          ]
          for (const at of closing) {
            const each = periods[at]
            if (each !== undefined) periods[at] = { ...each, closedAt: new Date(0) }
          }
          const again = halfYearChanges({ startsOn, endsOn }, periods)
          expect([...again.add, ...again.change]).toEqual([])
        }
        const ordered = periods.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))
        for (const [at, each] of ordered.entries()) {
          expect(each.startsOn <= each.endsOn).toBe(true)
          const next = ordered[at + 1]
          if (next !== undefined) expect(each.endsOn < next.startsOn).toBe(true)
        }
      }),
      { seed: 1 },
    )
  })

  it('keep their days when they are closed', () => {
    const cut = { ...period('1', '2026-01-01', '2026-03-31'), closedAt: new Date() }
    const plan = { startsOn: '2026-01-01', endsOn: '2026-12-31' }
    const { add, change, stuck } = halfYearChanges(plan, [cut])
    expect([add.map(({ startsOn }) => startsOn), change, stuck]).toEqual([['2026-07-01'], [], [cut]])
    expect(halfYearChanges(plan, [{ ...cut, closedAt: null }]).change).toMatchObject([
      { id: '1', span: { startsOn: '2026-01-01', endsOn: '2026-06-30' } },
    ])
  })
})

describe('the activities of a period', () => {
  it('have what is told in it and in the one before, of however many', () => {
    const { document } = readPlanJson(
      JSON.stringify({
        format: 'jamvikt-plan',
        version: 1,
        plan: { name: 'Plan', startsOn: '2026-01-01', endsOn: '2027-12-31' },
        cells: [],
        items: [
          { id: 'p', kind: 'priority', parent: null, fields: { name: 'p' } },
          ...['a0', 'a1', 'a2'].map((id) => ({ id, kind: 'activity', parent: 'p', fields: { name: id } })),
        ],
      }),
    )
    if (document === null) throw new Error('no plan')
    const [a0, a1, a2] = new PlanTree(document).all('activity').map(({ id }) => id)
    const one = (id: string, endsOn: string): Period => ({
      id,
      kind: 'half-year',
      startsOn: '2026-01-01',
      endsOn,
      dueOn: endsOn,
      closedAt: null,
      sentAt: null,
    })
    const periods = [one('1', '2026-06-30'), one('2', '2026-12-31'), one('3', '2027-06-30')]
    const told = (periodId: string, activityId: string | undefined, status: ActivityUpdate['status']) =>
      ({ periodId, activityId, status }) as ActivityUpdate
    const updates = [told('1', a0, 'late'), told('2', a1, 'done'), told('3', a2, 'stopped')]
    const [, second] = periods
    if (second === undefined) throw new Error('no period')
    expect(
      standingsIn({ document }, { periods, updates }, second).map((each) => [
        each.activity.id,
        each.update?.status,
        each.before,
      ]),
    ).toEqual([
      [a0, undefined, 'late'],
      [a1, 'done', null],
      [a2, undefined, null],
    ])
  })
})
