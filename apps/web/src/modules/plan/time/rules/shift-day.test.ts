import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shiftDay } from './shift-day.ts'

const anyDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const days = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

it('moves over months that are shorter, leap years and years', () => {
  expect(shiftDay('2026-01-31', 1, 'months')).toBe('2026-02-28')
  expect(shiftDay('2027-01-31', 13, 'months')).toBe('2028-02-29')
  expect(shiftDay('2026-03-31', -1, 'months')).toBe('2026-02-28')
  expect(shiftDay('2026-09-30', 1, 'months')).toBe('2026-10-31')
  expect(shiftDay('2026-02-28', 12, 'months')).toBe('2027-02-28')
  expect(shiftDay('2026-01-15', -1, 'months')).toBe('2025-12-15')
  expect(shiftDay('2026-12-31', 1, 'days')).toBe('2027-01-01')
  expect(shiftDay('2026-03-25', 1, 'weeks')).toBe('2026-04-01')
})

it('keeps the order of days, and the days between them unless by months', () => {
  fc.assert(
    fc.property(
      anyDay,
      anyDay,
      fc.integer({ min: -500, max: 500 }),
      fc.constantFrom('days', 'weeks', 'months'),
      (a, b, by, unit) => {
        const [movedA, movedB] = [shiftDay(a, by, unit), shiftDay(b, by, unit)]
        if (a <= b) expect(movedA <= movedB).toBe(true)
        if (unit !== 'months') expect(days(movedB) - days(movedA)).toBe(days(b) - days(a))
        else if (shiftDay(a, 1, 'days').slice(8) !== '01')
          expect(Number(movedA.slice(8)) <= Number(a.slice(8))).toBe(true)
        else expect(shiftDay(movedA, 1, 'days').slice(8)).toBe('01')
      },
    ),
    { seed: 1 },
  )
})
