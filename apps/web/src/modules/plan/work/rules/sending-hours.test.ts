import { expect, it } from 'vitest'
import { daysOffAhead, isSendingHour } from './sending-hours.ts'

it.each([
  ['2026-01-15T05:59:59Z', false],
  ['2026-01-15T06:00:00Z', true],
  ['2026-01-15T15:59:59Z', true],
  ['2026-01-15T16:00:00Z', false],
  ['2026-07-15T04:59:59Z', false],
  ['2026-07-15T05:00:00Z', true],
  ['2026-07-15T14:59:59Z', true],
  ['2026-07-15T15:00:00Z', false],
  // The Fridays and Mondays around the changes of the clock, 29 March and 25 October 2026.
  ['2026-03-27T05:30:00Z', false],
  ['2026-03-27T06:00:00Z', true],
  ['2026-03-30T05:00:00Z', true],
  ['2026-03-30T15:00:00Z', false],
  ['2026-10-23T05:00:00Z', true],
  ['2026-10-26T05:30:00Z', false],
  ['2026-10-26T06:00:00Z', true],
  ['2026-10-26T15:59:00Z', true],
  // A weekend, and its edges where the day of Sweden is another than that of UTC.
  ['2026-03-28T10:00:00Z', false],
  ['2026-03-29T10:00:00Z', false],
  ['2026-10-25T12:00:00Z', false],
  ['2026-07-12T22:30:00Z', false],
])('letters of %s', (moment, may) => {
  expect(isSendingHour(new Date(moment))).toBe(may)
})

it('every working day has ten hours, whatever the clock does', () => {
  const hours = new Map<string, number>()
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 3_600_000) {
    const day = new Date(at).toISOString().slice(0, 10)
    if (isSendingHour(new Date(at))) hours.set(day, (hours.get(day) ?? 0) + 1)
  }
  expect(new Set(hours.values())).toEqual(new Set([10]))
  expect(hours.size).toBe(261)
  for (const day of hours.keys()) expect([1, 2, 3, 4, 5]).toContain(new Date(day).getUTCDay())
})

it('a Friday has two days off ahead', () => {
  expect(daysOffAhead(new Date('2026-10-23T08:00:00Z'))).toBe(2)
  expect(daysOffAhead(new Date('2026-10-22T08:00:00Z'))).toBe(0)
  expect(daysOffAhead(new Date('2026-10-22T22:30:00Z'))).toBe(2)
})
