import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDate } from '../../rules/check-fields.ts'
import { readDay } from './day-text.ts'

const dayOf = (text: string, edge: 'first' | 'last' = 'first') => {
  const read = readDay(text, edge)
  return read.ok ? read.day : read.reason
}

describe('a day', () => {
  it.each([
    ['2026-03-01', '2026-03-01'],
    ['2026-3-1', '2026-03-01'],
    ['2026/03/01', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['2026-03-01 00:00:00', '2026-03-01'],
    ['2026–03–01', '2026-03-01'],
    ['1/3 2026', '2026-03-01'],
    ['1/3/2026', '2026-03-01'],
    ['1.3.2026', '2026-03-01'],
    ['1 mars 2026', '2026-03-01'],
    [' 1  Mars 2026 ', '2026-03-01'],
    ['31 okt 2026', '2026-10-31'],
    ['31 October 2026', '2026-10-31'],
    ['31-oct-2026', '2026-10-31'],
  ])('is read of “%s”', (text, day) => expect(dayOf(text)).toBe(day))

  it.each([
    ['2026-mar', '2026-03-01', '2026-03-31'],
    ['mars 2026', '2026-03-01', '2026-03-31'],
    ['Feb 2028', '2028-02-01', '2028-02-29'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2026 december', '2026-12-01', '2026-12-31'],
  ])('of a month alone, “%s”, is its first or its last', (text, first, last) => {
    expect([dayOf(text, 'first'), dayOf(text, 'last')]).toEqual([first, last])
  })

  it.each([
    ['46082', 'excel-number'],
    ['46082,5', 'excel-number'],
    ['1/3', 'which-year'],
    ['26-03-01', 'which-year'],
    ['2026-02-29', 'no-such-day'],
    ['31/4 2026', 'no-such-day'],
    ['3026-01-01', 'no-such-day'],
    ['2026-13', 'no-such-day'],
    ['snart', 'not-a-date'],
    ['1 martsi 2026', 'not-a-date'],
    ['__proto__', 'not-a-date'],
    ['', 'not-a-date'],
  ])('is refused of “%s”: %s', (text, reason) => expect(dayOf(text)).toBe(reason))

  it('is always one of the calendar, and comes back from how it is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/. -]{1,14}[a-z]{0,5}$/)), (text) => {
        const read = readDay(text, 'last')
        if (read.ok) expect([isDate(read.day), dayOf(read.day)]).toEqual([true, read.day])
      }),
      { seed: 1, numRuns: 2000 },
    )
  })
})
