import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testDocument, testItem } from '../../../../testing/plan-arbitrary.ts'
import { anyPlan } from '../../exchange/rules/any-plan.test-support.ts'
import { planJson } from '../../exchange/rules/canonical.ts'
import { readPlanJson } from '../../exchange/rules/read-json.ts'
import { PlanTree } from '../../rules/tree.ts'
import type { OpenStanding, PlanPublication } from '../model-open.ts'
import { countsOf, latestStandings } from './how-it-goes.ts'
import { MASK, masking, peopleIn } from './names-of-people.ts'
import { openBudget } from './open-budget.ts'
import { openDocument } from './open-document.ts'
import { mayBeTold, shownAt, waitingAt } from './shown-publication.ts'

const DECISION = { diary: 'RUN 1', on: '2026-01-20', body: 'Styrelsen, Anna Lind' }

describe('names of people', () => {
  it.each([
    'Anna Lind',
    'Åsa-Karin von Berg',
    "Per O'Neill",
    'Li Wei Chen',
    'Almira Hodzic',
    'Styrbjörn Ek',
    'Maria da Silva',
    'Fatima el Amrani',
    'María José de los Ríos'.normalize('NFD'),
    'J. Lind',
  ])('%s is found in a role', (name) => {
    for (const role of [name, `${name}, processledare`, `${name} (50 %)`, `Processledare: ${name}`])
      expect(peopleIn(role)).toEqual([name.normalize('NFC')])
  })

  it.each([
    'Processledare',
    'Regional utveckling',
    'Region Jämtland Härjedalen',
    'Länsstyrelsen Stockholm',
    'Styrgrupp Tillväxt',
    'Regionens Arbetsgrupp',
    'Almi Mitt',
    'Tillväxtenheten Falun',
    'Extern Processledare (50 %)',
    '',
  ])('“%s” is none', (name) => expect(peopleIn(name)).toEqual([]))

  it('are taken out however they are spaced, cased and bent, and counted; parts of words are left', () => {
    const mask = masking(['Anna Lind', 'Anna Lind Berg'])
    expect(mask.text('anna  lind, Anna Lind Berg och ANNA\nLINDS kurs; Joanna Lindgren; Processledare')).toBe(
      `${MASK}, ${MASK} och ${MASK} kurs; Joanna Lindgren; Processledare`,
    )
    expect(mask.masked()).toEqual([
      { name: 'Anna Lind', count: 2 },
      { name: 'Anna Lind Berg', count: 1 },
    ])
  })

  it.each([
    'Almira Hodzic',
    'Styrbjörn Ek',
    'Maria da Silva',
    'Fatima el Amrani',
    'María José de los Ríos',
    'anna lind',
    'J. Lind',
    'Bo Region',
    'Cher',
  ])('of members are taken out whatever they look like: %s', (name) => {
    const mask = masking([name.normalize('NFD')])
    for (const said of [name, name.toUpperCase(), name.normalize('NFD'), name.replaceAll(' ', '\u00a0 ')])
      expect(mask.text(`Med ${said}, och x${said}x`)).toBe(`Med ${MASK}, och x${said}x`.normalize('NFC'))
    expect(mask.masked()).toEqual([{ name, count: 4 }])
  })

  it('are taken out where the first is an initial, and where hyphens and apostrophes are others', () => {
    const mask = masking(['Jo-Ann Lind', "Per O'Neill"])
    expect(mask.text('J. Lind, J.Lind, Jo\u2011Ann Lind, Per O’Neill, K. Lind')).toBe(
      `${MASK}, ${MASK}, ${MASK}, ${MASK}, K. Lind`,
    )
  })

  it('are taken out of whatever stands around them, also what means something in a pattern', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const mask = masking(['Eva-Lis O’Hara', 'Bo (Ek) Ek'])
        expect(mask.text(`${before} Eva-Lis O’Hara ${after}`)).not.toContain('Eva-Lis O’Hara')
      }),
      { seed: 1 },
    )
  })
})

describe('what of a plan is open', () => {
  const document = testDocument([
    testItem('priority', 'p', null, { name: 'Ledning', purpose: 'Anna Lind leder', serves: ['above-1'] }),
    testItem('activity', 'a', 'p', { name: 'Kurs', responsible: ['r'], how: 'Med Bo Ek' }),
    testItem('role', 'r', null, {
      name: 'Bo Ek, processledare (50 %)',
      duty: 'lead',
      organisation: 'Bo Ek Konsult',
      member: ['member-1'],
      shareFrom: 20,
      shareTo: 20,
      note: 'hemlig',
    }),
    testItem('meeting', 'm', null, { name: 'Möte', decisions: 'hemligt beslut' }),
    testItem('task', 't', 'm', { name: 'Ring' }),
    testItem('risk', 'k', 'a', { name: 'Risk' }),
    testItem('lesson', 'l', 'a', { name: 'Lärdom' }),
    testItem('message', 's', 'p', { name: 'Budskap' }),
  ])
  const open = openDocument(document, DECISION, ['Anna Lind'])
  const text = planJson(open.document) + JSON.stringify(open.decision)

  it('is not what the region works with, nor who, nor what stands outside it', () => {
    expect(open.document.items.map(({ id }) => id).toSorted()).toEqual(['a', 'p', 'r'])
    for (const gone of ['Bo Ek', 'Anna Lind', 'hemlig', 'member-1', 'above-1', 'share'])
      expect(text).not.toContain(gone)
    expect(open.masked).toEqual([
      { name: 'Anna Lind', count: 2 },
      { name: 'Bo Ek', count: 1 },
    ])
    expect(new PlanTree(open.document).of('role', 'r')?.fields).toMatchObject({
      name: 'Projektledning',
      duty: 'lead',
    })
  })

  it('can be read in again, whatever the plan is, and loses nothing by being opened twice', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const once = openDocument(plan, DECISION, ['Anna Lind']).document
        const read = readPlanJson(planJson(once))
        expect(read.faults).toEqual([])
        expect(planJson(openDocument(once, DECISION, ['Anna Lind']).document)).toBe(planJson(once))
      }),
      { seed: 1, numRuns: 60 },
    )
  })
})

const day = (text: string) => new Date(`2026-${text}T12:00:00Z`)
const published = (version: number, from: string, ended: string | null = null): PlanPublication => ({
  id: `${version} ${from}`,
  planId: 'plan',
  version,
  openFrom: day(from),
  madeAt: day(from),
  madeBy: 'Test',
  endedAt: ended === null ? null : day(ended),
  endedBy: ended === null ? null : 'Test',
  notice: ended === null ? '' : 'Fel',
})

describe('what is shown at a moment', () => {
  const now = day('06-01')
  it('is what opened last; what is to open waits', () => {
    const all = [published(1, '01-01'), published(2, '05-01'), published(3, '07-01')]
    expect([shownAt(all, now)?.version, waitingAt(all, now)?.version]).toEqual([2, 3])
    expect(shownAt(all, day('07-02'))?.version).toBe(3)
    expect(shownAt(all, day('01-01'))?.version).toBe(1)
    expect(shownAt([], now)).toBeNull()
  })

  it('is nothing once the last is taken off: none before it comes back', () => {
    expect(shownAt([published(1, '01-01'), published(2, '02-01', '03-01')], now)).toBeNull()
    expect(shownAt([published(2, '02-01', '03-01'), published(2, '04-01')], now)?.openFrom).toEqual(
      day('04-01'),
    )
  })

  it('is what stood where the next was taken back before it opened', () => {
    expect(shownAt([published(1, '01-01'), published(2, '05-01', '04-01')], now)?.version).toBe(1)
  })

  it('may be told of a version that was shown and never taken off', () => {
    const all = [published(1, '01-01'), published(2, '02-01', '03-01'), published(3, '07-01')]
    expect(mayBeTold(all, 1, now)?.version).toBe(1)
    for (const version of [2, 3, 4]) expect(mayBeTold(all, version, now)).toBeNull()
    expect(mayBeTold([...all, published(2, '04-01')], 2, now)).toBeNull()
  })
})

describe('how it goes', () => {
  const tree = new PlanTree(
    testDocument([
      testItem('priority', 'p', null, { name: 'P' }),
      testItem('activity', 'a', 'p', { name: 'A', start: '2026-01-01', end: '2026-12-31' }),
      testItem('activity', 'b', 'p', { name: 'B', start: '2026-09-01', end: null }),
      testItem('activity', 'c', 'p', { name: 'C' }),
    ]),
  )
  const standing = (id: string, startsOn: string, endsOn: string, of: [string, 'late' | 'done'][]) =>
    ({
      period: { id, kind: 'half-year', startsOn, endsOn, dueOn: endsOn, closedAt: day('08-01') },
      statuses: new Map(of),
    }) satisfies OpenStanding
  const first = standing('1', '2026-01-01', '2026-06-30', [
    ['a', 'late'],
    ['gone', 'late'],
  ])
  const second = standing('2', '2026-07-01', '2026-12-31', [['c', 'done']])

  it('counts the plan’s own activities; one that nobody has told of counts where it goes on', () => {
    const counts = countsOf(tree, first)
    expect([counts.of.get('late'), counts.of.get('done'), counts.untold]).toEqual([1, 0, 1])
    expect(countsOf(tree, second).untold).toBe(2)
  })

  it('tells of each activity what was told last', () => {
    const latest = latestStandings([second, first])
    expect([latest.get('a')?.period.id, latest.get('c')?.status, latest.get('b')]).toEqual([
      '1',
      'done',
      undefined,
    ])
  })
})

describe('the open budget', () => {
  const items = [
    testItem('priority', 'p', null, { name: 'P' }),
    testItem('priority', 'q', null, { name: 'Q' }, 1),
  ]
  const budget = (id: string, over: readonly string[]) =>
    testItem('budget', id, null, { name: id, over, unit: 'kr' })

  it('is by priority and year where that is known, and what is missing makes no sum', () => {
    const found = openBudget({
      ...testDocument([...items, budget('b', ['priority', 'year'])]),
      cells: [
        { budget: 'b', key: ['p', '2026'], amountOre: 100n },
        { budget: 'b', key: ['p', '2027'], amountOre: 0n },
      ],
    })
    const p = found?.rows.find(({ id }) => id === 'p')
    const q = found?.rows.find(({ id }) => id === 'q')
    expect(p?.byYear.slice(0, 2).map((sum) => sum?.amountOre)).toEqual([100n, 0n])
    expect(q?.whole?.amountOre).toBeNull()
    expect(found?.whole.amountOre).toBe(100n)
    expect(found?.whole.missing).toBeGreaterThan(0)
  })

  it('is nothing where nothing is known', () => {
    expect(openBudget(testDocument([...items, budget('b', ['priority'])]))).toBeNull()
  })
})
