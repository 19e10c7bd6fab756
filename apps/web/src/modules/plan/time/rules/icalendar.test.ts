import fc from 'fast-check'
import { expect, it } from 'vitest'
import { testDocument, testItem } from '../../../../testing/plan-arbitrary.ts'
import { PlanTree } from '../../rules/tree.ts'
import { calendarDays } from './calendar-days.ts'
import { iCalendar } from './icalendar.ts'
import { TimeGrid } from './time-grid.ts'

type Event = Readonly<Record<string, string>>

/** Reads a calendar strictly by RFC 5545: CRLF, lines of 75 octets at most, one value a property, texts unescaped. */
function readCalendar(text: string): { readonly head: Event; readonly events: readonly Event[] } {
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')
  expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR'])
  const head: Record<string, string> = {}
  const events: Record<string, string>[] = []
  let open: Record<string, string> | null = null
  for (const line of lines.slice(1, -1)) {
    const [, name = '', , value = ''] = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/su.exec(line) ?? []
    expect(name, line).not.toBe('')
    if (line === 'BEGIN:VEVENT') {
      expect(open).toBeNull()
      open = {}
    } else if (line === 'END:VEVENT') {
      if (open !== null) events.push(open)
      open = null
    } else {
      const into = open ?? head
      expect(into[name], name).toBeUndefined()
      const isText = ['SUMMARY', 'DESCRIPTION', 'X-WR-CALNAME'].includes(name)
      if (isText) expect(value.replace(/\\[\\;,n]/g, '')).not.toMatch(/[\\;,]/)
      into[name] = isText ? value.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)) : value
    }
  }
  expect(open).toBeNull()
  return { head, events }
}

const changedAt = new Date('2026-01-02T03:04:05.678Z')

it('comes back from its text whatever it says, with whole days', () => {
  const sample = fc.record({
    uid: fc.uuid().map((id) => `${id}-on@jamvikt`),
    day: fc.constantFrom('2026-12-31', '2028-02-28', '2026-01-01'),
    summary: fc.string({ unit: 'grapheme', maxLength: 120 }),
    description: fc.string({
      unit: fc.constantFrom('å', '𝄞', ';', ',', '\\', '\n', 'n', ' '),
      maxLength: 200,
    }),
  })
  const plain = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ')
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 5 }), (days) => {
      const { head, events } = readCalendar(
        iCalendar(
          'Plan',
          days.map((day) => ({ ...day, changedAt })),
        ),
      )
      expect(head).toMatchObject({ VERSION: '2.0', CALSCALE: 'GREGORIAN', 'X-WR-CALNAME': 'Plan' })
      expect(
        events.map((event) => [event.UID, event.SUMMARY, event.DESCRIPTION ?? '', event.DTSTAMP]),
      ).toEqual(
        days.map(({ uid, summary, description }) => [
          uid,
          plain(summary),
          plain(description),
          '20260102T030405Z',
        ]),
      )
    }),
    { seed: 1 },
  )
})

it('ends on the day after, over the end of a year', () => {
  const [event] = readCalendar(
    iCalendar('Plan', [{ uid: 'a@b', day: '2026-12-31', summary: 'S', description: '', changedAt }]),
  ).events
  expect([event?.DTSTART, event?.DTEND]).toEqual(['20261231', '20270101'])
})

it('has milestones, starts and ends of activities, meetings, tasks and what is to be told; each with one lasting id', () => {
  const grid = new TimeGrid(
    new PlanTree(
      testDocument([
        testItem('priority', 'p', null),
        testItem('activity', 'a', 'p', { name: 'Kurs', start: '2026-02-01', end: '2026-11-30' }),
        testItem('activity', 'b', 'p', { name: 'Utan datum' }),
        testItem('milestone', 'm', 'a', { name: 'Avtal', on: '2026-03-01' }),
        testItem('milestone', 'whole', null, { name: 'Slutrapport', on: '2028-12-01' }),
        testItem('meeting', 'meet', null, { name: 'Styrgrupp', on: '2026-05-05' }),
        testItem('task', 't', 'meet', { name: 'Skriv', due: '2026-05-12' }),
      ]),
    ),
  )
  const period = {
    id: 'h1',
    kind: 'half-year',
    startsOn: '2026-01-01',
    endsOn: '2026-06-30',
    dueOn: '2026-07-31',
    closedAt: null,
    sentAt: null,
  } as const
  const closed = { ...period, id: 'h0', closedAt: new Date() }
  const words = {
    starts: (name: string) => `Börjar ${name}`,
    ends: (name: string) => `Slutar ${name}`,
    due: () => 'Följ upp',
  }
  const days = calendarDays(grid, new Map(), [period, closed], words)
  expect(days.map(({ day, summary }) => `${day} ${summary}`)).toEqual([
    '2026-02-01 Börjar Kurs',
    '2026-03-01 Avtal',
    '2026-05-05 Styrgrupp',
    '2026-05-12 Skriv',
    '2026-07-31 Följ upp',
    '2026-11-30 Slutar Kurs',
    '2028-12-01 Slutrapport',
  ])
  expect(new Set(days.map(({ uid }) => uid)).size).toBe(days.length)
  expect(calendarDays(grid, new Map(), [period], words).map(({ uid }) => uid)).toEqual(
    days.map(({ uid }) => uid),
  )
})
