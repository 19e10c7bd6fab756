import { type Category, STATE, type StatDimension, type StatTable } from '@jamvikt/tables'

const both = (sv: string, en: string) => ({ sv, en })
const category = (code: string, sv: string, en: string, rest: Partial<Category> = {}): Category => ({
  code,
  label: both(sv, en),
  ...rest,
})

/**
 * Persons by place, sex, age, contents and year; invented. Has what formats must carry: a total that stands for all, a
 * variable that must be selected, nil, two kinds of missing, notes on everything, and names that trip careless programs.
 */
export const RICH_TABLE: StatTable = {
  id: 'source-id',
  languages: ['sv', 'en'],
  title: both('Personer efter region, kön och ålder', 'Persons by region, sex and age'),
  contents: both('Personer', 'Persons'),
  notes: [{ text: both('Påhittade personer.', 'Invented persons.'), mandatory: true }],
  dimensions: [
    {
      id: 'Region',
      label: both('region', 'region'),
      role: 'geo',
      categories: [
        category('00', 'Riket', 'Sweden'),
        category('20', 'Dalarna', 'Dalarna'),
        category('2080', 'Falun', 'Falun', {
          notes: [{ text: both('Ny gräns 2023.', 'New border in 2023.'), mandatory: false }],
        }),
        category('2081', 'Borlänge', 'Borlänge'),
      ],
    },
    {
      id: 'Kon',
      label: both('kön', 'sex'),
      role: 'classification',
      categories: [
        category('K', 'kvinnor', 'women'),
        category('M', 'män', 'men'),
        category('T', 'totalt', 'total'),
      ],
      elimination: { total: 'T' },
      notes: [{ text: both('Juridiskt kön.', 'Legal sex.'), mandatory: false }],
    },
    {
      id: '__proto__',
      label: both('ålder; "grupp"', 'age, "group"'),
      role: 'classification',
      categories: [
        category('constructor', '=SUM(A1:A9)', '=SUM(A1:A9)'),
        category('65+', '65 år, och äldre', '65 years, and older'),
      ],
      elimination: { total: null },
    },
    {
      id: 'ContentsCode',
      label: both('tabellinnehåll', 'contents'),
      role: 'metric',
      categories: [
        category('A', 'Antal', 'Number', { measure: { decimals: 0, kind: 'stock' } }),
        category('B', 'Andel', 'Share', {
          measure: { decimals: 1, unit: both('procent', 'per cent') },
          notes: [{ text: both('Avrundad.', 'Rounded.'), mandatory: true }],
        }),
      ],
    },
    time(['2021', '2022', '2023']),
  ],
  stub: 3,
  ...cells(4 * 3 * 2 * 2 * 3),
}

/** One place, one sex and many years: more cells than an answer may have, if all are asked for. */
export const LARGE_TABLE: StatTable = {
  id: 'large',
  languages: ['sv'],
  title: { sv: 'Många celler' },
  measure: { decimals: 0, kind: 'stock' },
  dimensions: [
    numbered('a', 400),
    numbered('b', 400),
    { ...time(Array.from({ length: 2 }, (_, at) => String(2020 + at))), label: { sv: 'år' } },
  ],
  stub: 2,
  values: new Float64Array(400 * 400 * 2),
  states: new Uint8Array(400 * 400 * 2),
}

function numbered(id: string, size: number): StatDimension {
  const categories = Array.from({ length: size }, (_, at) => ({ code: `${id}${at}`, label: { sv: `${at}` } }))
  return { id, label: { sv: id }, role: 'classification', categories }
}

function time(years: readonly string[]): StatDimension {
  return {
    id: 'Tid',
    label: both('år', 'year'),
    role: 'time',
    timeUnit: 'year',
    categories: years.map((year) => category(year, year, year)),
  }
}

/** Figures that differ, with a nil, two kinds of missing and a fraction among them. */
function cells(count: number): Pick<StatTable, 'values' | 'states'> {
  const values = Float64Array.from({ length: count }, (_, at) => at + (at % 6 > 2 ? 0.5 : 0))
  const states = new Uint8Array(count)
  const put = (at: number, state: number) => {
    states[at] = state
    values[at] = state === STATE.nil ? 0 : Number.NaN
  }
  put(12, STATE.nil)
  put(13, STATE.unavailable)
  put(14, STATE.withheld)
  return { values, states }
}
