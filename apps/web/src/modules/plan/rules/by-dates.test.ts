import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateByDates } from './by-dates.ts'
import { timelineOver } from './timeline.ts'

const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('where something stands by its dates', () => {
  it('counts the first and the last day in', () => {
    const on = (today: string) => stateByDates('2026-03-01', '2026-03-31', today)
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(on)).toEqual([
      'not-begun',
      'going-on',
      'going-on',
      'ended',
    ])
  })

  it('is not guessed where the start is not known', () => {
    expect(stateByDates(null, null, '2026-03-01')).toBe('no-dates')
    expect(stateByDates(null, '2026-12-31', '2026-03-01')).toBe('no-dates')
    expect(stateByDates(null, '2026-01-31', '2026-03-01')).toBe('ended')
    expect(stateByDates('2026-01-01', null, '2026-03-01')).toBe('going-on')
  })
})

describe('a timeline', () => {
  it('holds every day of its stretch in order, and marks its half-years', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        const [first = '', middle = '', last = ''] = [a, b, c].toSorted()
        const line = timelineOver(first, last)
        expect(line.at(first)).toBeGreaterThanOrEqual(0)
        expect(line.after(last)).toBeLessThanOrEqual(100)
        expect(line.at(middle)).toBeLessThan(line.after(middle))
        expect(line.at(first)).toBeLessThanOrEqual(line.at(middle))
        expect(line.marks.map((mark) => line.at(mark.day))).toEqual(
          line.marks.map((mark) => line.at(mark.day)).toSorted((x, y) => x - y),
        )
      }),
      { seed: 1 },
    )
    const { marks } = timelineOver('2016-11-01', '2018-10-31')
    expect(marks.map((mark) => mark.day)).toEqual([
      '2016-07-01',
      '2017-01-01',
      '2017-07-01',
      '2018-01-01',
      '2018-07-01',
    ])
  })

  it('keeps what lies outside at its ends', () => {
    const line = timelineOver('2026-01-01', '2026-12-31')
    expect([line.at('2020-01-01'), line.after('2040-01-01')]).toEqual([0, 100])
  })
})
