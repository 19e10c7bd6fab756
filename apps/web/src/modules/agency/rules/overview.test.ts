import { localeOf } from '@jamvikt/i18n'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figures } from '../model-figures.ts'
import type { ReportState } from '../model-submission.ts'
import { methodsText } from '../ui/figures-view.tsx'
import { chooseRows, readChosen, totalOf } from './choose-rows.ts'
import { type OverviewReport, overviewOf } from './overview.ts'

const region = (id: string) => ({ id, name: `Region ${id}`, tenantId: null })
const FIGURES: Figures = {
  version: 1,
  synthetic: true,
  money: [
    { year: 2016, plannedOre: '100', usedOre: '40', expectedOre: '80', atRiskOre: '20' },
    { year: 2017, plannedOre: '200', usedOre: null, expectedOre: null, atRiskOre: null },
  ],
  usedUntil: '2016-12-31',
  activities: { 'on-track': 3, done: 1, 'not-begun': 0, late: 2, stopped: 0, untold: 0 },
  goals: [],
  national: ['goal-power'],
  groups: ['Handläggare'],
  flagships: [],
  periods: [],
}
const report = (
  regionId: string,
  endsOn: string,
  number: number,
  state: ReportState,
  figures: Partial<Figures> = {},
  planId = 'p',
): OverviewReport => ({
  id: `${regionId} ${planId} ${endsOn} ${number}`,
  regionId,
  planId,
  planName: planId,
  periodId: endsOn,
  startsOn: '2016-01-01',
  endsOn,
  number,
  state,
  submittedAt: new Date('2017-01-01T00:00:00Z'),
  figures: { ...FIGURES, ...figures },
})
const overview = (reports: readonly OverviewReport[], basis: 'accepted' | 'submitted' = 'accepted') =>
  overviewOf({ regions: ['a', 'b', 'c'].map(region), reports, grants: [], basis, today: '2018-01-01' })

describe('the overview', () => {
  it('counts the latest accepted report of a year, or also one that awaits its answer where that is chosen', () => {
    const reports = [
      report('a', '2016-06-30', 1, 'accepted'),
      report('a', '2016-12-31', 1, 'returned'),
      report('a', '2016-12-31', 2, 'submitted'),
    ]
    expect(overview(reports)[0]?.sources.map(({ id }) => id)).toEqual(['a p 2016-06-30 1'])
    expect(overview(reports, 'submitted')[0]?.sources.map(({ id }) => id)).toEqual(['a p 2016-12-31 2'])
  })

  it('tells nothing of what was sent back or opened again', () => {
    const [row] = overview(
      [report('a', '2016-06-30', 1, 'returned'), report('a', '2016-12-31', 1, 'reopened')],
      'submitted',
    )
    expect(row).toMatchObject({ year: 2016, sources: [], plannedOre: null, activities: null })
  })

  it('adds the plans of a region, and does not know a sum of which a part is not known', () => {
    const [row] = overview([
      report('a', '2016-12-31', 1, 'accepted'),
      report(
        'a',
        '2016-12-31',
        1,
        'accepted',
        { money: [{ year: 2016, plannedOre: '50', usedOre: null, expectedOre: null, atRiskOre: null }] },
        'q',
      ),
    ])
    expect(row).toMatchObject({ plannedOre: 150n, usedOre: null, atRiskOre: null })
    expect(row?.activities?.late).toBe(4)
  })

  it('counts a goal that is told of women and men once, as the worse of the two', () => {
    const figure = { goal: 'G', measure: 'M', unit: '%', baseline: null, target: null, actual: null }
    const goals: Figures['goals'] = [
      { ...figure, sex: 'women', course: 'reached' },
      { ...figure, sex: 'men', course: 'behind' },
    ]
    const [row] = overview([report('a', '2016-12-31', 1, 'accepted', { goals })])
    expect(row?.goals).toEqual({ reached: 0, 'on-way': 0, behind: 1, unknown: 0 })
  })

  it('takes the money of the row’s own year', () => {
    const [row] = overview([report('a', '2017-06-30', 1, 'accepted')])
    expect(row).toMatchObject({ year: 2017, plannedOre: 200n, usedOre: null })
  })

  it('is narrowed and ordered, what is not known last', () => {
    const rows = overview([
      report('a', '2016-12-31', 1, 'accepted', { national: ['goal-care'] }),
      report('b', '2016-12-31', 1, 'accepted', {
        money: [{ year: 2016, plannedOre: '900', usedOre: '500', expectedOre: '800', atRiskOre: '100' }],
      }),
      report('b', '2017-12-31', 1, 'accepted'),
    ])
    const chosen = (query: Record<string, string>) =>
      chooseRows(rows, readChosen(query, [2016, 2017]), (a, b) => a.localeCompare(b)).map(
        (row) => `${row.region.id} ${row.year}`,
      )
    expect(chosen({ year: 'all', order: 'used' })).toEqual(['b 2016', 'a 2016', 'b 2017'])
    expect(chosen({ year: 'all', national: 'goal-care' })).toEqual(['a 2016'])
    expect(chosen({})).toEqual(['b 2017'])
    expect(chosen({ year: '1066', order: '__proto__' })).toEqual(['b 2017'])
    expect(totalOf(rows, ({ usedOre }) => usedOre)).toEqual({ knownOre: 540n, unknown: 1 })
    expect(totalOf(rows, () => null)).toEqual({ knownOre: null, unknown: 3 })
  })

  it('finds who uses a method, and knows not which where no report tells', () => {
    const rows = overview([
      report('a', '2016-12-31', 1, 'accepted', { methods: ['4r', 'training'] }),
      report('a', '2016-12-31', 1, 'accepted', { methods: ['4r'] }, 'q'),
      report('a', '2017-12-31', 1, 'accepted', { methods: [] }),
      report('b', '2016-12-31', 1, 'accepted'),
      report('b', '2017-12-31', 1, 'accepted'),
      report('b', '2017-12-31', 1, 'accepted', { methods: [] }, 'q'),
      report('c', '2016-12-31', 1, 'accepted'),
      report('c', '2016-12-31', 1, 'accepted', { methods: ['4r'] }, 'q'),
    ])
    expect(rows.map(({ methods }) => methods)).toEqual([
      { codes: ['4r', 'training'], isWhole: true },
      { codes: [], isWhole: true },
      { codes: [], isWhole: false },
      { codes: [], isWhole: false },
      { codes: ['4r'], isWhole: false },
    ])
    expect(rows.map(({ methods }) => methodsText(localeOf('sv'), methods))).toEqual([
      '4R-metoden, Utbildning',
      '–',
      'okänt',
      'okänt',
      '4R-metoden (delvis okänt)',
    ])
    const using = (method: string) =>
      chooseRows(rows, readChosen({ year: 'all', method }, [2016, 2017]), () => 0).map(
        (row) => `${row.region.id} ${row.year}`,
      )
    expect(using('training')).toEqual(['a 2016'])
    expect(using('4r')).toEqual(['a 2016', 'c 2016'])
    expect(using('')).toHaveLength(5)
  })

  it('shows each region and year once', () => {
    const any = fc.record({
      regionId: fc.constantFrom('a', 'b'),
      endsOn: fc.constantFrom('2016-06-30', '2016-12-31', '2017-06-30'),
      number: fc.integer({ min: 1, max: 3 }),
      state: fc.constantFrom<ReportState>('submitted', 'returned', 'accepted', 'reopened'),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (all) => {
        const rows = overview(all.map((one) => report(one.regionId, one.endsOn, one.number, one.state)))
        const names = rows.map(({ region: { id }, year }) => `${id} ${year}`)
        expect(new Set(names).size).toBe(names.length)
        for (const { sources } of rows) {
          expect(sources.length).toBeLessThan(2)
          expect(sources.every(({ state }) => state === 'accepted')).toBe(true)
        }
      }),
      { seed: 1 },
    )
  })
})
