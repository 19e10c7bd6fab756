import type { StatTable } from '@jamvikt/tables'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Chart, chartsFor, panelsFor } from './charts-for.ts'
import { conceptsOf } from './concepts.ts'
import { panelsOf, pivotOf } from './pivot.ts'
import { ALL, CLASSINGS, GAPS, MAPS, ORDERS, queryOf, viewOf } from './view.ts'

const categories = (...codes: string[]) => codes.map((code) => ({ code, label: { sv: code } }))
const PLACES = ['2021', '2023', '2026', '2029', '2031', '2034', '2039', '2061', '2062']
const AGES = ['30-44', '0-29', '45+', 'totalt']
const SEXES = ['män', 'kvinnor', 'totalt']
const YEARS = ['2018', '2019', '2020']

/** Persons by place, age and sex over time; invented. */
function counted(change: Partial<StatTable> = {}): StatTable {
  const values = Float64Array.from(
    { length: PLACES.length * AGES.length * SEXES.length * YEARS.length },
    (_, cell) => 100 + ((cell * 37) % 91),
  )
  return {
    id: '',
    languages: ['sv'],
    title: { sv: 'Befolkning' },
    dimensions: [
      { id: 'region', label: { sv: 'Kommun' }, role: 'geo', categories: categories(...PLACES) },
      { id: 'ålder', label: { sv: 'Ålder' }, role: 'classification', categories: categories(...AGES) },
      { id: 'kön', label: { sv: 'Kön' }, role: 'classification', categories: categories(...SEXES) },
      { id: 'år', label: { sv: 'År' }, role: 'time', categories: categories(...YEARS) },
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
  return { concepts, view, charts: chartsFor(table, view, concepts) }
}
const chartOf = (table: StatTable, asked: Readonly<Record<string, string>>): Chart =>
  look(table, asked).view.chart

describe('an address', () => {
  const ids = ['region', 'ålder', 'kön', 'år', '', 'x']
  const codes = [...PLACES, ...AGES, ...SEXES, ...YEARS, ALL, '__proto__']
  const anyOf = (all: readonly string[]) => fc.option(fc.constantFrom(...all), { nil: undefined })

  it('of a view makes that view again, whatever was asked for', () => {
    const table = counted()
    fc.assert(
      fc.property(
        fc.record({
          rows: anyOf(ids),
          columns: anyOf(ids),
          panels: anyOf(ids),
          of: anyOf(ids),
          chart: anyOf(['table', 'bars', 'lines', 'dots', 'map', 'heat', 'pyramid', 'scatter', 'pie']),
          gap: anyOf(GAPS),
          order: anyOf(ORDERS),
          classes: anyOf(CLASSINGS),
          map: anyOf(['borders']),
          maps: anyOf(MAPS),
          x: anyOf(codes),
          y: anyOf(codes),
          'in.region': anyOf(codes),
          'in.ålder': anyOf(codes),
          'in.kön': anyOf(codes),
          'in.år': anyOf(codes),
        }),
        (asked) => {
          const concepts = conceptsOf(table)
          const view = viewOf((name) => new Map(Object.entries(asked)).get(name), table, concepts)
          const query = new URLSearchParams(queryOf(view).toString())
          expect(viewOf((name) => query.get(name) ?? undefined, table, concepts)).toEqual(view)
          expect([...chartsFor(table, view, concepts)]).toContain(view.chart)
          expect(view.panels === null || panelsFor(table, view, concepts).includes(view.panels)).toBe(true)
        },
      ),
      { seed: 1, numRuns: 500 },
    )
  })

  it('that asks for a chart which the table does not fit shows the table', () => {
    expect(chartOf(counted(), { rows: 'ålder', chart: 'map' })).toBe('table')
    expect(chartOf(counted(), { columns: '', chart: 'scatter' })).toBe('table')
    expect(chartOf(counted(), { columns: '', chart: 'dots' })).toBe('table')
    expect(chartOf(counted(), { rows: 'år', chart: 'bars' })).toBe('table')
    expect(chartOf(counted(), { columns: '', chart: 'heat' })).toBe('table')
  })
})

describe('a pyramid', () => {
  it('turns the table so that ages stand down and women and men across', () => {
    const { view } = look(counted(), { rows: 'region', columns: 'år', chart: 'pyramid' })
    expect(view).toMatchObject({ chart: 'pyramid', rows: 'ålder', columns: 'kön' })
  })

  it('is of counts by ages that do not hold each other, alone', () => {
    expect(look(counted()).charts).toContain('pyramid')
    const [region, ages, sex, year] = counted().dimensions
    if (!region || !ages || !sex || !year) throw new Error('no dimensions')
    const withAges = (...codes: string[]) =>
      counted({ dimensions: [region, { ...ages, categories: categories(...codes) }, sex, year] })
    for (const table of [
      counted({ title: { sv: 'Medelinkomst' } }),
      withAges('0-29', '16-44', '45+', 'totalt'),
      withAges('unga', 'medel', 'äldre', 'totalt'),
      withAges('0-44', '45+', 'totalt', 'alla'),
    ]) {
      expect(look(table).charts).not.toContain('pyramid')
      expect(look(table, { rows: 'region', chart: 'pyramid' }).view).toMatchObject({
        chart: 'table',
        rows: 'region',
      })
    }
  })
})

describe('two columns against each other', () => {
  it('are men’s and women’s where the table has both, and the first and last period', () => {
    expect(look(counted(), { chart: 'scatter' }).view.pair).toEqual({ x: 'män', y: 'kvinnor' })
    expect(look(counted(), { chart: 'scatter', columns: 'år' }).view.pair).toEqual({ x: '2018', y: '2020' })
    expect(look(counted(), { chart: 'map', maps: 'difference' }).view.pair).toEqual({
      x: 'män',
      y: 'kvinnor',
    })
  })

  it('are those that are asked for, and never one against itself', () => {
    const asked = { chart: 'scatter', columns: 'år', x: '2019', y: '2018' }
    expect(look(counted(), asked).view.pair).toEqual({ x: '2019', y: '2018' })
    expect(look(counted(), { ...asked, y: '2019' }).view.pair).toEqual({ x: '2018', y: '2020' })
  })

  it('need at least eight places to be a cloud', () => {
    expect(look(counted()).charts).toContain('scatter')
    expect(look(counted(), { rows: 'ålder' }).charts).not.toContain('scatter')
  })
})

describe('panels', () => {
  it('show in each the figures of the table with that category chosen, women first', () => {
    const table = counted()
    const { view, concepts } = look(table, {
      columns: 'år',
      panels: 'kön',
      rows: 'ålder',
      'in.region': '2034',
    })
    const panels = panelsOf(table, view, concepts, 'sv')
    expect(panels.map(({ code }) => code)).toEqual(['kvinnor', 'män', 'totalt'])
    for (const { code, pivot } of panels) {
      const alone = look(table, { columns: 'år', rows: 'ålder', 'in.region': '2034', 'in.kön': code })
      expect(pivot).toEqual(pivotOf(table, alone.view, concepts, 'sv'))
    }
  })

  it('tell per cent of their own dimension against its total', () => {
    const table = counted()
    const { view, concepts } = look(table, { columns: 'år', panels: 'kön', of: 'kön', rows: 'ålder' })
    const [women, men, both] = panelsOf(table, view, concepts, 'sv')
    expect(both?.pivot.rows[0]?.figures[0]?.value).toBe(100)
    expect(women?.pivot.rows[0]?.figures[0]?.value).not.toBe(men?.pivot.rows[0]?.figures[0]?.value)
  })

  it('are of at most twelve, and of nothing that is shown already', () => {
    const concepts = conceptsOf(counted())
    const layout = { rows: 'ålder', columns: 'kön', chart: 'bars' } as const
    expect(panelsFor(counted(), layout, concepts)).toEqual(['region', 'år'])
    expect(panelsFor(counted(), { ...layout, rows: 'region', columns: 'år' }, concepts)[0]).toBe('kön')
    expect(panelsFor(counted(), { ...layout, chart: 'map' }, concepts)).toEqual([])
    const [region, ...rest] = counted().dimensions
    if (!region) throw new Error('no dimensions')
    const many = {
      ...region,
      categories: categories(...Array.from({ length: 13 }, (_, at) => `${2000 + at}`)),
    }
    expect(panelsFor({ ...counted(), dimensions: [many, ...rest] }, layout, concepts)).toEqual(['år'])
  })
})
