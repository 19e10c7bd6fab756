import { STATE, type StatTable } from '@jamvikt/tables'

const categories = (codes: readonly string[]) => codes.map((code) => ({ code, label: { sv: code } }))

export interface Invented {
  readonly sexes?: readonly string[]
  readonly ages?: readonly string[]
  readonly fields?: readonly string[]
  readonly outcomes?: readonly string[]
  /** Cells, the last dimension fastest: birth, age, field, sex, outcome, year. NaN is missing. */
  readonly figure: (at: Readonly<Record<string, string>>) => number
}

/** Persons by birth, age, field, sex and work in two years; invented. */
export function inventedTable({
  sexes = ['män', 'kvinnor'],
  ages = ['25-44', '45-64'],
  fields = ['vård', 'teknik', 'handel'],
  outcomes = ['utan arbete', 'med arbete'],
  figure,
}: Invented): StatTable {
  const dimensions = [
    { id: 'födelse', codes: ['utrikes', 'inrikes'], role: 'classification' as const },
    { id: 'ålder', codes: ages, role: 'classification' as const },
    { id: 'bransch', codes: fields, role: 'classification' as const },
    { id: 'kön', codes: sexes, role: 'classification' as const },
    { id: 'arbete', codes: outcomes, role: 'classification' as const },
    { id: 'år', codes: ['2018', '2019'], role: 'time' as const },
  ]
  const all = dimensions.reduce<Record<string, string>[]>(
    (found, { id, codes }) => found.flatMap((at) => codes.map((code) => ({ ...at, [id]: code }))),
    [{}],
  )
  const values = Float64Array.from(all, figure)
  return {
    id: '',
    languages: ['sv'],
    title: { sv: 'Personer' },
    dimensions: dimensions.map(({ id, codes, role }) => ({
      id,
      label: { sv: id },
      role,
      categories: categories(codes),
    })),
    stub: 5,
    measure: { decimals: 0 },
    values,
    states: Uint8Array.from(values, (value) => (Number.isNaN(value) ? STATE.unavailable : STATE.value)),
  }
}

/** Parameters of an address. */
export function askedFor(text = '') {
  const query = new URLSearchParams(text)
  return {
    one: (name: string) => query.get(name) ?? undefined,
    all: (name: string) => query.getAll(name),
  }
}
