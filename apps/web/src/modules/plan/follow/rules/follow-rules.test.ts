import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActivityUpdate, Period } from '../model-follow.ts'
import { checkTold } from './check-told.ts'
import { halfYears } from './half-years.ts'
import { isDuring, isOverdue, latestStatuses, periodNow } from './standing.ts'

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
})
