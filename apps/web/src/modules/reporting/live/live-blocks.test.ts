import { localeOf } from '@jamvikt/i18n'
import { describe, expect, it } from 'vitest'
import { testItem } from '../../../testing/plan-arbitrary.ts'
import type { OpenedPlan } from '../../plan/public.ts'
import { layOut } from '../documents/lay-out.ts'
import { type Live, MOST_TEXT } from '../model-content.ts'
import { compose } from './compose.ts'
import type { LiveData } from './live-data.ts'

const FACTS: OpenedPlan['plan']['facts'] = {
  name: 'Handlingsplan',
  kind: 'action-plan',
  lede: '',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  synthetic: false,
  origin: '',
}
type Document = OpenedPlan['document']

function data(
  items: Document['items'],
  cells: Document['cells'] = [],
  more: Partial<LiveData> = {},
): LiveData {
  return {
    regionName: 'Region Test',
    opened: {
      plan: { id: 'p', slug: 'p', revision: 16, above: null, facts: FACTS },
      document: { facts: FACTS, items, cells },
      trails: new Map(),
    },
    span: { startsOn: '2026-01-01', endsOn: '2026-06-30', name: '2026' },
    standings: [],
    forecast: {
      asOf: null,
      rows: [],
      untiedOre: 0n,
      budget: { amountOre: null, missing: 0 },
      usedOre: 0n,
      committedOre: 0n,
      leftOverOre: [0n, 0n] as const,
    },
    used: new Map(),
    today: '2026-08-01',
    ...more,
  }
}

const filled = (live: Live, of: LiveData) =>
  compose(
    {
      title: 'Rapport',
      subtitle: '',
      language: 'sv',
      startsOn: '2026-01-01',
      endsOn: '2026-06-30',
      blocks: [{ id: 'b', kind: 'live', of: live, heading: '' }],
      removed: [],
    },
    of,
    new Map(),
  ).report

/** The rows of the table of a live block, as they are read. */
const rowsOf = (live: Live, of: LiveData) =>
  layOut(filled(live, of)).blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map(({ cells }) => cells.map(({ text }) => text.replace(/[\u00a0\u202f]/g, ' ')))
      : [],
  )

describe('milestones', () => {
  const milestone = (at: number, on: string | null) =>
    testItem('milestone', `m${at}`, null, { name: `M${at}`, on }, at)

  it('that are overdue are all shown, and those ahead that are left out are counted', () => {
    const past = Array.from({ length: 20 }, (_, at) => milestone(at, '2026-07-31'))
    const ahead = Array.from({ length: 15 }, (_, at) => milestone(100 + at, '2026-08-01'))
    const rows = rowsOf('milestones', data([...ahead, ...past]))
    const states = rows.map((cells) => cells.at(-1))
    expect(states.filter((state) => state === 'Dagen har passerat')).toHaveLength(20)
    expect(states.filter((state) => state === 'Kommande')).toHaveLength(12 + 1)
    expect(rows.at(-1)?.[0]).toBe('3 till')
  })

  it('of today are ahead', () => {
    expect(rowsOf('milestones', data([milestone(1, '2026-08-01')]))).toEqual([
      ['M1', 'Hela planen', '1 aug. 2026', 'Kommande'],
    ])
  })
})

describe('money of activities', () => {
  const items = [
    testItem('activity', 'a', null, { name: 'Kurs' }, 1),
    testItem('activity', 'k', 'a', { name: 'Del 1' }, 2),
    testItem('activity', 'u', 'a', { name: 'Del 2' }, 3),
    testItem('budget', 'b', null, { name: 'Budget', over: ['activity'] }, 4),
  ]
  const cells = [{ budget: 'b', key: ['k'], amountOre: 45_000_000n }]
  const [whole] = items.filter((item) => item.kind === 'activity')
  if (whole === undefined) throw new Error('no activity')
  const row = {
    activity: whole,
    priority: null,
    entries: 1,
    budget: { amountOre: 45_000_000n, missing: 1 },
    state: 'no-budget' as const,
    budgetOre: null,
    usedOre: 10_000_000n,
    committedOre: 0n,
    remainingOre: null,
    usedShare: null,
    passed: null,
    byPaceOre: null,
    byPlanOre: null,
    lowOre: null,
    highOre: null,
    expectedOre: null,
    atRiskOre: 0n,
  }
  const booked = {
    asOf: '2026-07-31',
    rows: [row],
    untiedOre: 500_000n,
    budget: { amountOre: null, missing: 1 },
    usedOre: 10_500_000n,
    committedOre: 0n,
    leftOverOre: [0n, 0n] as const,
  }

  it('is at least so much where some of it is not known', () => {
    const standings = [{ activity: whole, update: null, before: null }]
    const rows = rowsOf('activities', data(items, cells, { standings }))
    expect(rows).toEqual([['Kurs', '? Inte uppdaterad', 'okänt', 'minst 450 000 kr']])
  })

  it('adds up, with what is tied to no activity', () => {
    const forecast = booked
    expect(rowsOf('money-activity', data(items, cells, { forecast }))).toEqual([
      ['Kurs', 'minst 450 000 kr', '100 000 kr', 'okänt', expect.any(String)],
      ['Hör inte till någon aktivitet', '0 kr', '5 000 kr', '−5 000 kr', ''],
      ['Summa', 'minst 450 000 kr', '105 000 kr', 'okänt', ''],
    ])
    expect(rowsOf('money-activity', data([], [], {}))).toEqual([])
  })
})

describe('the plan that a report rests on', () => {
  const decision = { diary: 'RUN 7/2026', on: '2026-03-02', body: 'Nämnden' }
  const version = (more: Partial<LiveData>) => filled('state', data([], [], more)).facts.rests[0]?.version

  it('is the version that was adopted, where it is the same', () => {
    const adopted = { number: 2, decision, isSame: true }
    expect(version({ adopted })).toBe('version 2, dnr RUN 7/2026, beslutad 2 mars 2026')
    expect(version({ adopted, isFrozen: true })).toMatch(/^version 2, .*, fryst vid stängning$/)
  })

  it('is else a draft, after the version that was adopted last', () => {
    expect(version({ adopted: { number: 2, decision, isSame: false } })).toBe(
      'arbetsutkast, ändring 16, efter version 2',
    )
    expect(version({ adopted: null })).toBe('arbetsutkast, ändring 16')
  })
})

it('as many words as a block may hold can be laid out', () => {
  const locale = localeOf('sv')
  const text = 'å'.repeat(MOST_TEXT)
  const content = {
    title: 'Rapport',
    subtitle: '',
    language: locale.language,
    startsOn: '2026-01-01',
    endsOn: '2026-06-30',
    blocks: [{ id: 'b', kind: 'words' as const, heading: '', text, guide: '' }],
    removed: [],
  }
  expect(JSON.stringify(layOut(compose(content, data([]), new Map()).report).blocks)).toContain(text)
})
