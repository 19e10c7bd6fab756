import { expect, it } from 'vitest'
import { slugOf } from './slug.ts'
import { swedishTime } from './swedish-time.ts'

it.each([
  ['2026-07-01 08:00', '2026-07-01T06:00:00.000Z'],
  ['2026-12-01T08.30', '2026-12-01T07:30:00.000Z'],
  ['2026-12-01', '2026-11-30T23:00:00.000Z'],
  ['2026-10-25 02:30', '2026-10-25T00:30:00.000Z'],
])('reads %s on Swedish clocks', (text, moment) => {
  expect(swedishTime(text)?.toISOString()).toBe(moment)
})

it.each(['2026-02-30 08:00', '2026-03-29 02:30', '26-01-01', '2026-01-01 25:00', 'imorgon', ''])(
  'reads no moment from “%s”',
  (text) => expect(swedishTime(text)).toBeUndefined(),
)

it.each([
  ['Inkomst efter kön, 2018', 'inkomst-efter-kon-2018'],
  ['  Åldrar – ÄÖ  ', 'aldrar-ao'],
  ['New', 'tabell-new'],
  ['???', 'tabell'],
])('makes an address of “%s”', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
  expect(slugOf(name)).toMatch(/^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$/)
})
