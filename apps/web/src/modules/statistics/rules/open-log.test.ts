import { expect, it } from 'vitest'
import { indicatorEntries, type LoggedPublication, logEvents } from './open-log.ts'

const day = (date: number) => new Date(Date.UTC(2026, 0, date))
const table = (rest: Partial<LoggedPublication>): LoggedPublication => ({
  kind: 'table',
  id: 't',
  slug: 'loner',
  name: 'Löner',
  version: 1,
  openedAt: day(1),
  closedAt: null,
  notice: null,
  closingNotice: null,
  ...rest,
})
const told = (entries: readonly LoggedPublication[]) =>
  logEvents(entries).map(
    ({ event, entry, by }) => `${event} ${entry.version}${by === null ? '' : ` by ${by}`}`,
  )

it('tells what replaced a version, and what went without one taking its place', () => {
  const [first, second] = [table({ closedAt: day(5) }), table({ version: 2, openedAt: day(5) })]
  expect(told([first, second])).toEqual(['opened 2', 'replaced 1 by 2', 'opened 1'])
  const later = table({ version: 2, openedAt: day(6) })
  expect(told([first, later])).toEqual(['opened 2', 'closed 1', 'opened 1'])
  const other = table({ id: 'u', version: 2, openedAt: day(5) })
  expect(told([first, other])).toContain('closed 1')
})

const act = (date: number, opens: boolean) => ({
  id: 'i',
  datasetId: 't',
  name: 'Lönegap',
  at: day(date),
  opens,
})

it('tells of an indicator only while its table was open', () => {
  const open = (tables: readonly LoggedPublication[], ...acts: ReturnType<typeof act>[]) =>
    indicatorEntries(acts, tables).map(({ openedAt, closedAt }) => [openedAt, closedAt])
  expect(open([], act(2, true))).toEqual([])
  expect(open([table({})], act(2, true))).toEqual([[day(2), null]])
  expect(open([table({ openedAt: day(4) })], act(2, true))).toEqual([[day(4), null]])
  expect(open([table({ openedAt: day(4) })], act(2, true), act(3, false))).toEqual([])
  expect(open([table({ closedAt: day(6) })], act(2, true), act(8, false))).toEqual([[day(2), day(6)]])
  expect(open([table({})], act(1, false), act(2, true), act(3, false), act(4, true))).toEqual([
    [day(2), day(3)],
    [day(4), null],
  ])
})
