import { STATE, type StatTable } from '@jamvikt/tables'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conceptsOf } from './concepts.ts'
import { agesCovered } from './coverage.ts'
import { gapFinding, gapOfGaps } from './findings.ts'
import { pivotOf } from './pivot.ts'
import { ALL, isCount, isSummable, queryOf, type View, viewOf } from './view.ts'
import { wholesOf } from './wholes.ts'

const categories = (...codes: string[]) => codes.map((code) => ({ code, label: { sv: code } }))

/** Persons in four municipalities by sex and education, in two years; invented. */
function educated(change: Partial<StatTable> = {}): StatTable {
  const values = Float64Array.from({ length: 4 * 2 * 2 * 2 }, (_, cell) => 10 + cell)
  return {
    id: '',
    languages: ['sv'],
    title: { sv: 'Befolkning' },
    dimensions: [
      {
        id: 'region',
        label: { sv: 'Kommun' },
        role: 'geo',
        categories: categories('2021', '2023', '2080', '2081'),
      },
      {
        id: 'nivå',
        label: { sv: 'Utbildning' },
        role: 'classification',
        categories: categories('kort', 'lång'),
      },
      { id: 'kön', label: { sv: 'Kön' }, role: 'classification', categories: categories('män', 'kvinnor') },
      { id: 'år', label: { sv: 'År' }, role: 'time', categories: categories('2018', '2019') },
    ],
    stub: 3,
    measure: { decimals: 0 },
    values,
    states: new Uint8Array(values.length),
    ...change,
  }
}

const look = (table: StatTable, asked: Readonly<Record<string, string>> = {}) => {
  const concepts = conceptsOf(table)
  const view = viewOf((name) => asked[name], table, concepts)
  return { concepts, view, pivot: pivotOf(table, view, concepts, 'sv') }
}

/** The figure of a cell by its codes, worked out from its place alone. */
function trueAt(table: StatTable, ...codes: string[]): number {
  let cell = 0
  for (const [d, { categories: all }] of table.dimensions.entries())
    cell = cell * all.length + all.findIndex(({ code }) => code === codes[d])
  return table.values[cell] ?? Number.NaN
}

describe('what the dimensions of a table stand for', () => {
  it('is told by names, codes and roles', () => {
    expect(conceptsOf(educated())).toEqual({
      sex: { dimension: 'kön', codes: { women: 'kvinnor', men: 'män', total: null } },
      place: { dimension: 'region', level: 'municipality' },
      time: 'år',
      age: null,
      background: null,
      measure: null,
    })
  })

  it.each([
    ['1', 'Män', '2', 'Kvinnor', '1+2', 'Totalt'],
    ['K', 'K', 'M', 'M', 'T', 'T'],
    ['men', 'men', 'women', 'women', 'all', 'both sexes'],
  ])('knows the sexes as %s=%s, %s=%s, %s=%s', (a, textA, b, textB, t, textT) => {
    const dimension = {
      id: 'gender',
      label: { sv: 'Kön' },
      role: 'classification' as const,
      categories: [a, b, t].map((code, at) => ({ code, label: { sv: [textA, textB, textT][at] ?? '' } })),
    }
    const sex = conceptsOf({ dimensions: [dimension] }).sex
    expect(sex?.codes.total).toBe(t)
    expect([sex?.codes.women, sex?.codes.men].sort()).toEqual([a, b].sort())
    expect(sex?.codes.women).toMatch(/^(2|K|women)$/)
  })

  it('takes an open age as all ages, and a closed span as what it is', () => {
    const ages = (...texts: string[]) => {
      const table = educated()
      const dimensions = [
        ...table.dimensions.slice(1),
        {
          id: 'ålder',
          label: { sv: 'ålder' },
          role: 'classification' as const,
          categories: categories(...texts),
        },
      ]
      const parts = { ...table, dimensions }
      return agesCovered(parts, conceptsOf(parts))
    }
    expect(ages('12', '13', '25')).toEqual({ from: 12, to: 25 })
    expect(ages('16-24 år', '25-64 år')).toEqual({ from: 16, to: 64 })
    expect(ages('16-24 år', '65+ år')).toBeNull()
    expect(ages('0', '50', '100')).toBeNull()
    expect(ages('totalt', '12')).toBeNull()
  })
})

describe('a view', () => {
  it('puts women first, places down and the latest period, where nothing is asked', () => {
    const { view, pivot } = look(educated())
    expect(view).toMatchObject({ rows: 'region', columns: 'kön', gap: 'none', of: null })
    expect([...view.chosen]).toEqual([
      ['nivå', 'kort'],
      ['år', '2019'],
    ])
    expect(pivot.columns.map(({ code }) => code)).toEqual(['kvinnor', 'män'])
  })

  it('shows the latest period also where the source has it first', () => {
    const table = educated()
    const falling = table.dimensions.map((one) =>
      one.id === 'år' ? { ...one, categories: one.categories.toReversed() } : one,
    )
    expect(look({ ...table, dimensions: falling }).view.chosen.get('år')).toBe('2019')
  })

  it('shows the figures of its codes, for every way to lay a table out', () => {
    const table = educated()
    const ids = table.dimensions.map(({ id }) => id)
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.constantFrom('', ...ids),
        fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
        (rows, columns, at) => {
          const codes = table.dimensions.map(
            ({ categories: all }, d) => all[(at[d] ?? 0) % all.length]?.code ?? '',
          )
          const asked = Object.fromEntries([
            ['rows', rows],
            ['columns', columns],
            ...ids.map((id, d) => [`in.${id}`, codes[d]]),
          ])
          const { view, pivot } = look(table, asked)
          for (const row of pivot.rows)
            for (const [c, figure] of row.figures.entries()) {
              const own = ids.map((id, d) =>
                id === view.rows
                  ? row.code
                  : id === view.columns
                    ? (pivot.columns[c]?.code ?? '')
                    : (codes[d] ?? ''),
              )
              expect(figure.value).toBe(trueAt(table, ...own))
            }
        },
      ),
      { seed: 1, numRuns: 200 },
    )
  })

  it('is made again by its own address', () => {
    const table = educated()
    const { view, concepts } = look(table, {
      'in.nivå': ALL,
      of: 'kön',
      gap: 'difference',
      chart: 'dots',
      order: 'falling',
    })
    const query = queryOf(view)
    expect(viewOf((name) => query.get(name) ?? undefined, table, concepts)).toEqual(view)
    expect(view).toMatchObject({ of: 'kön', gap: 'difference', chart: 'dots', order: 'falling' })
  })

  it('passes over what the table does not have', () => {
    const asked = {
      rows: 'x',
      columns: '__proto__',
      'in.nivå': 'constructor',
      gap: 'ratio ',
      chart: 'pie',
      of: 'y',
    }
    expect(look(educated(), asked).view).toEqual(look(educated()).view)
  })
})

describe('sums and shares', () => {
  it('are of counts alone', () => {
    const { view, concepts } = look(educated(), { 'in.nivå': ALL })
    expect(view.chosen.get('nivå')).toBe(ALL)
    for (const change of [
      { title: { sv: 'Medelinkomst' } },
      { title: { sv: 'Andel förvärvsarbetande' } },
      { measure: { decimals: 1 } },
      { measure: { decimals: 0, unit: { sv: 'procent' } } },
    ]) {
      const table = educated(change)
      expect(isCount(table, view.chosen, concepts)).toBe(false)
      const shown = look(table, { 'in.nivå': ALL, of: 'kön', gap: 'share' })
      expect([shown.view.chosen.get('nivå'), shown.view.of, shown.view.gap]).toEqual(['kort', null, 'ratio'])
    }
  })

  it('are of counts also where a word that a mean has stands inside another', () => {
    const { view, concepts } = look(educated({ title: { sv: 'Anställda inom handel och livsmedel' } }))
    const table = educated({ title: { sv: 'Anställda inom handel' } })
    expect(isCount(table, view.chosen, concepts)).toBe(true)
  })

  it('never add a total to its parts, periods or levels of a hierarchy', () => {
    const table = educated()
    const [region, level, sex, year] = table.dimensions
    if (!region || !level || !sex || !year) throw new Error('no dimensions')
    const concepts = conceptsOf(table)
    const withTotal = { ...level, categories: [...level.categories, ...categories('samtliga nivåer')] }
    expect(
      [level, withTotal, year, { ...region, children: { '2021': ['2023'] } }].map((one) =>
        isSummable(one, concepts),
      ),
    ).toEqual([true, false, false, false])
  })

  it('never add municipalities to counties, ages to spans that hold them, or what a total only sounds like', () => {
    const concepts = conceptsOf(educated())
    const summable = (id: string, role: 'geo' | 'classification', ...codes: string[]) =>
      isSummable({ id, label: { sv: id }, role, categories: categories(...codes) }, concepts)
    expect(summable('region', 'geo', '2080', '2081')).toBe(true)
    expect(summable('region', 'geo', '20', '2080', '2081', '2082', '2083')).toBe(false)
    expect(summable('ålder', 'classification', '16-24', '25-64', '65+')).toBe(true)
    expect(summable('ålder', 'classification', '16-24', '25-64', '16-64', '65+')).toBe(false)
    expect(summable('grupp', 'classification', 'A', 'T')).toBe(true)
    expect(summable('födelse', 'classification', 'Inrikes födda totalt', 'Utrikes födda totalt')).toBe(true)
    expect(summable('grupp', 'classification', 'A', 'B', 'Totalt')).toBe(false)
  })

  it('are the sum of the parts, and per cent of the whole', () => {
    const table = educated()
    const sum =
      trueAt(table, '2080', 'kort', 'kvinnor', '2019') + trueAt(table, '2080', 'lång', 'kvinnor', '2019')
    const summed = look(table, { 'in.nivå': ALL })
    expect(summed.pivot.rows.find(({ code }) => code === '2080')?.figures[0]).toEqual({
      value: sum,
      state: 'value',
    })
    const shares = look(table, { 'in.nivå': 'lång', of: 'nivå' })
    const share = (100 * trueAt(table, '2080', 'lång', 'kvinnor', '2019')) / sum
    expect(shares.pivot.rows.find(({ code }) => code === '2080')?.figures[0]?.value).toBeCloseTo(share, 12)
    expect(shares.pivot.unit).toBe('%')
  })

  it('of women and of men each make a hundred, and so do women and men of each place', () => {
    const table = educated()
    const down = look(table, { rows: 'nivå', 'in.region': ALL, of: 'nivå' }).pivot
    for (const column of [0, 1])
      expect(down.rows.reduce((all, row) => all + (row.figures[column]?.value ?? 0), 0)).toBeCloseTo(100, 10)
    for (const row of look(table, { of: 'kön' }).pivot.rows)
      expect(row.figures.reduce((all, figure) => all + (figure.value ?? 0), 0)).toBeCloseTo(100, 10)
  })

  it('are missing where a part is missing, and nil where all parts are nil', () => {
    const states = new Uint8Array(32)
    const values = Float64Array.from({ length: 32 }, () => 1)
    const table = educated({ values, states })
    const place = (region: number, level: number) => ((region * 2 + level) * 2 + 1) * 2 + 1
    states[place(0, 0)] = STATE.withheld
    values[place(0, 0)] = Number.NaN
    for (const level of [0, 1]) {
      states[place(1, level)] = STATE.nil
      values[place(1, level)] = 0
    }
    const { pivot } = look(table, { 'in.nivå': ALL })
    expect(pivot.rows.map(({ figures }) => figures[0])).toEqual([
      { value: null, state: 'withheld' },
      { value: 0, state: 'nil' },
      { value: 2, state: 'value' },
      { value: 2, state: 'value' },
    ])
    const share = look(table, { 'in.nivå': 'lång', of: 'nivå' }).pivot.rows[1]?.figures[0]
    expect(share).toEqual({ value: null, state: 'notApplicable' })
  })

  it('offer no whole that is already summed', () => {
    const { view, concepts } = look(educated(), { 'in.nivå': ALL })
    expect(wholesOf(educated(), view, concepts)).toEqual(['region', 'kön'])
  })
})

describe('a gap', () => {
  const view = (asked: Readonly<Record<string, string>>) => look(educated(), asked)

  it.each([
    ['ratio', (women: number, men: number) => (100 * women) / men],
    ['difference', (women: number, men: number) => women - men],
    ['share', (women: number, men: number) => (100 * women) / (women + men)],
  ] as const)('as %s is worked out from the figures beside it', (gap, of) => {
    for (const row of view({ gap }).pivot.rows)
      expect(row.gap).toBeCloseTo(of(row.figures[0]?.value ?? 0, row.figures[1]?.value ?? 0), 12)
  })

  it('has its lowest and highest named from the outside in, and is counted against parity', () => {
    const shown = view({ gap: 'ratio' })
    const found = gapFinding(shown.pivot, shown.view)
    expect(found?.all).toBe(4)
    expect(found?.below).toBe(0)
    const gaps = shown.pivot.rows.map(({ gap }) => gap ?? 0).sort((a, b) => a - b)
    expect(found?.lowest.map(({ gap }) => gap)).toEqual(gaps.slice(0, 2))
    expect(found?.highest.map(({ gap }) => gap)).toEqual(gaps.slice(-2).reverse())
  })

  it('says nothing of lowest and highest where there are too few rows, or no gap', () => {
    const few = view({ rows: 'nivå', gap: 'ratio' })
    expect(gapFinding(few.pivot, few.view)).toBeNull()
    const none = view({})
    expect(gapFinding(none.pivot, none.view)).toBeNull()
    const table = educated()
    const same = look({ ...table, values: table.values.map(() => 7) }, { gap: 'ratio' })
    expect(gapFinding(same.pivot, same.view)).toBeNull()
  })

  it('is compared between two rows as distance from parity, in points', () => {
    const pivot = {
      columns: [],
      decimals: 0,
      unit: '',
      left: 0,
      leastBase: null,
      rows: [
        { code: 'a', label: 'a', figures: [], gap: 75 },
        { code: 'b', label: 'b', figures: [], gap: 110 },
      ],
    }
    const ratio: View = { ...view({}).view, gap: 'ratio' }
    expect(gapOfGaps(pivot, ratio)).toMatchObject({
      larger: { code: 'a' },
      smaller: { code: 'b' },
      points: 15,
    })
    expect(gapOfGaps({ ...pivot, rows: pivot.rows.slice(1) }, ratio)).toBeNull()
  })
})
