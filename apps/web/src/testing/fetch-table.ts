import { STATE, type StatTable } from '@jamvikt/tables'

const PLACES = [
  '2080',
  '2081',
  '2021',
  '2023',
  '2026',
  '2029',
  '2031',
  '2034',
  '2039',
  '2061',
  '2062',
  '2082',
]
const SEXES = [
  ['1', 'män'],
  ['2', 'kvinnor'],
  ['1+2', 'totalt'],
] as const

/**
 * An invented table of places, sex and years, of which no two cells are the same: place × 1000 + sex × 100 + year.
 * Sex may be left out.
 */
export function fetchTable(years: readonly string[] = ['2022', '2023', '2024'], added = 0): StatTable {
  const cells = PLACES.length * SEXES.length * years.length
  const values = Float64Array.from({ length: cells }, (_, cell) => {
    const year = cell % years.length
    const sex = Math.floor(cell / years.length) % SEXES.length
    const place = Math.floor(cell / years.length / SEXES.length)
    return place * 1000 + sex * 100 + Number(years[year]) - 2000 + added
  })
  return {
    id: 'TAB9001',
    languages: ['sv'],
    title: { sv: 'Påhittad inkomst efter kommun, kön och år' },
    contents: { sv: 'Påhittad inkomst' },
    source: { sv: 'Påhittad myndighet' },
    updated: '2026-01-01T06:00:00Z',
    stub: 2,
    measure: { decimals: 0 },
    dimensions: [
      {
        id: 'Region',
        label: { sv: 'region' },
        role: 'geo',
        categories: PLACES.map((code) => ({ code, label: { sv: `Plats ${code}` } })),
      },
      {
        id: 'Kon',
        label: { sv: 'kön' },
        role: 'classification',
        categories: SEXES.map(([code, sv]) => ({ code, label: { sv } })),
        elimination: { total: '1+2' },
      },
      {
        id: 'Tid',
        label: { sv: 'år' },
        role: 'time',
        timeUnit: 'year',
        categories: years.map((code) => ({ code, label: { sv: code } })),
      },
    ],
    values,
    states: new Uint8Array(cells).fill(STATE.value),
  }
}
