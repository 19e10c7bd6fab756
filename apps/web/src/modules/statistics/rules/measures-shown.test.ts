import type { StatTable } from '@jamvikt/tables'
import { describe, expect, it } from 'vitest'
import { conceptsOf } from './concepts.ts'
import { decimalsOf, pivotOf } from './pivot.ts'
import { ALL, viewOf } from './view.ts'
import { wholesOf } from './wholes.ts'

const named = (...codes: string[]) => codes.map((code) => ({ code, label: { sv: code } }))

const COUNT = { code: 'antal', label: { sv: 'Antal' }, measure: { unit: { sv: 'personer' }, decimals: 0 } }
const MEDIAN = {
  code: 'median',
  label: { sv: 'Medianinkomst' },
  measure: { unit: { sv: 'tkr' }, decimals: 1 },
}
const FAMILIES = { code: 'familjer', label: { sv: 'Antal familjer' }, measure: { decimals: 0 } }

/** Two measures by municipality and sex; invented. */
function measured(...measures: readonly (typeof COUNT | typeof FAMILIES)[]): StatTable {
  const values = Float64Array.from({ length: 2 * 2 * measures.length }, (_, cell) => 100 + cell / 4)
  return {
    id: '',
    languages: ['sv'],
    title: { sv: 'Befolkning' },
    dimensions: [
      { id: 'kommun', label: { sv: 'Kommun' }, role: 'geo', categories: named('2080', '2081') },
      { id: 'kön', label: { sv: 'Kön' }, role: 'classification', categories: named('kvinnor', 'män') },
      { id: 'mått', label: { sv: 'Mått' }, role: 'metric', categories: measures },
    ],
    stub: 2,
    measure: { decimals: 0 },
    values,
    states: new Uint8Array(values.length),
  }
}

const look = (table: StatTable, asked: Readonly<Record<string, string>>) => {
  const concepts = conceptsOf(table)
  const view = viewOf((name) => asked[name], table, concepts)
  return { concepts, view, pivot: pivotOf(table, view, concepts, 'sv') }
}

describe('measures side by side', () => {
  const mixed = measured(COUNT, MEDIAN)

  it.each([
    { rows: 'kommun', columns: 'mått' },
    { rows: 'mått', columns: '' },
  ])('are not added up, nor told in per cent, where one of them is no count: $rows, $columns', (layout) => {
    const { view, concepts } = look(mixed, { ...layout, 'in.kön': ALL, 'in.kommun': ALL, of: 'kön' })
    expect([...view.chosen.values()]).not.toContain(ALL)
    expect(view.of).toBeNull()
    expect(wholesOf(mixed, view, concepts)).toEqual([])
  })

  it('give no share of women where one of them is no count', () => {
    const asked = { rows: 'mått', columns: 'kön', gap: 'share' }
    expect(look(mixed, asked).view.gap).toBe('ratio')
    expect(look(measured(COUNT, FAMILIES), asked).view.gap).toBe('share')
  })

  it('are added up and told in per cent where all are counts, though never of each other', () => {
    const table = measured(COUNT, FAMILIES)
    const { view, concepts } = look(table, { rows: 'kommun', columns: 'mått', 'in.kön': ALL, of: 'kommun' })
    expect(view.chosen.get('kön')).toBe(ALL)
    expect(view.of).toBe('kommun')
    expect(wholesOf(table, view, concepts)).toEqual(['kommun'])
  })

  it('leave the one that is looked at alone as it is', () => {
    const asked = { rows: 'kommun', columns: '', 'in.kön': ALL }
    expect(look(mixed, { ...asked, 'in.mått': 'antal' }).view.chosen.get('kön')).toBe(ALL)
    expect(look(mixed, { ...asked, 'in.mått': 'median' }).view.chosen.get('kön')).toBe('kvinnor')
  })

  it('have each its own decimals and unit, as columns and as rows', () => {
    const across = look(mixed, { rows: 'kommun', columns: 'mått' }).pivot
    expect(across.columns.map(({ label }) => label)).toEqual(['Antal (personer)', 'Medianinkomst (tkr)'])
    expect(across.columns.map((column) => decimalsOf(across, across.rows[0], column))).toEqual([0, 1])
    expect(across.unit).toBe('')
    const down = look(mixed, { rows: 'mått', columns: 'kön' }).pivot
    expect(down.rows.map(({ label }) => label)).toEqual(['Antal (personer)', 'Medianinkomst (tkr)'])
    expect(down.rows.map((row) => decimalsOf(down, row, down.columns[0]))).toEqual([0, 1])
  })

  it('say a unit in common once', () => {
    const { pivot } = look(measured(COUNT, { ...COUNT, code: 'andra', label: { sv: 'Antal andra' } }), {
      rows: 'kommun',
      columns: 'mått',
    })
    expect(pivot.columns.map(({ label }) => label)).toEqual(['Antal', 'Antal andra'])
    expect(pivot.unit).toBe('personer')
  })
})
