import {
  cellsOf,
  STATE,
  type StatDimension,
  type StatTable,
  sizesOf,
  stridesOf,
  type Texts,
} from '@jamvikt/tables'
import { REACHED_SEXES } from './reached-cells.ts'

/** A released period: what is shown of it, and that the rest is hidden. */
export interface ReachedPeriod {
  readonly code: string
  readonly cells: readonly {
    readonly by: Readonly<Record<string, string>>
    /** `null` where it is hidden. */
    readonly people: number | null
  }[]
}

const TOTAL = 'total'

/**
 * Released periods as one statistical table: activity by sex by period, with totals over activities and over sexes. What a
 * release hides is `withheld`; what a period does not have is `unavailable`. Every figure stands in a release.
 * @param activities in the order that they are to stand in
 * @param words for labels: of a dimension where the code is `''`
 */
export function reachedTable(
  periods: readonly ReachedPeriod[],
  activities: readonly string[],
  words: (dimension: string, code: string) => Texts,
  title: Texts,
): StatTable {
  const codesOf = (dimension: string) =>
    new Set(periods.flatMap(({ cells }) => cells.flatMap(({ by }) => by[dimension] ?? [])))
  const group = (id: string, codes: readonly string[]): StatDimension => ({
    id,
    label: words(id, ''),
    role: 'classification',
    categories: [...codes, TOTAL].map((code) => ({ code, label: words(id, code) })),
    elimination: { total: TOTAL },
  })
  const sexes = codesOf('sex')
  const told = codesOf('activity')
  const dimensions: StatDimension[] = [
    group('activity', [
      ...activities.filter((id) => told.has(id)),
      // Activities that have left the plan since.
      ...[...told].filter((id) => !activities.includes(id)),
    ]),
    group(
      'sex',
      REACHED_SEXES.filter((sex) => sexes.has(sex)),
    ),
    {
      id: 'measure',
      label: words('measure', ''),
      role: 'metric',
      categories: [
        {
          code: 'people',
          label: words('measure', 'people'),
          measure: { decimals: 0, unit: words('measure', 'unit'), kind: 'flow' },
        },
      ],
    },
    {
      id: 'period',
      label: words('period', ''),
      role: 'time',
      categories: periods.map(({ code }) => ({ code, label: words('period', code) })),
    },
  ]
  const sizes = sizesOf({ dimensions })
  const strides = stridesOf(sizes)
  const values = new Float64Array(cellsOf(sizes)).fill(Number.NaN)
  const states = new Uint8Array(values.length).fill(STATE.unavailable)
  for (const [p, { cells }] of periods.entries())
    for (const { by, people } of cells) {
      const at = ['activity', 'sex'].reduce((sum, id, d) => {
        const place = dimensions[d]?.categories.findIndex(({ code }) => code === (by[id] ?? TOTAL)) ?? 0
        return sum + place * (strides[d] ?? 1)
      }, p)
      values[at] = people ?? Number.NaN
      states[at] = people === null ? STATE.withheld : people === 0 ? STATE.nil : STATE.value
    }
  return { id: '', languages: ['sv', 'en'], title, dimensions, stub: 2, values, states }
}
