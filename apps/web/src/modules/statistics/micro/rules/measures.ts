import type { Category, Texts } from '@jamvikt/tables'
import type { MicroContents } from '../model-micro.ts'

/** What can be told of a group. */
export interface MicroMeasure {
  readonly kind: 'count' | 'weighted' | 'sum' | 'mean'
  /** Place of the amount; `null` for counts. */
  readonly amount: number | null
  readonly category: Category
}

const PEOPLE = { sv: 'antal', en: 'number' }
const KRONOR = { sv: 'kronor', en: 'kronor' }

/**
 * All that a list can tell of a group. Where rows have weights only weighted counts are told: a count and a weighted
 * count of one group would give its exact mean weight, and mean weights of parts and whole give how large the parts are.
 */
export function measuresOf({ weighted, amounts }: MicroContents): readonly MicroMeasure[] {
  const kind = weighted ? 'weighted' : 'count'
  const label = weighted ? { sv: 'Antal, uppräknat', en: 'Number, weighted' } : { sv: 'Antal', en: 'Number' }
  const measure = (code: string, text: Texts, unit: Texts, decimals: number): Category => ({
    code,
    label: text,
    measure: { unit, decimals },
  })
  return [
    { kind, amount: null, category: measure(kind, label, PEOPLE, 0) },
    ...amounts.flatMap(({ name, unit }, amount): MicroMeasure[] => {
      const units = unit === 'number' ? {} : KRONOR
      const mean = { sv: `${name}, medelvärde`, en: `${name}, mean` }
      return [
        {
          kind: 'sum',
          amount,
          category: measure(`sum:${name}`, { sv: `${name}, summa`, en: `${name}, sum` }, units, 0),
        },
        { kind: 'mean', amount, category: measure(`mean:${name}`, mean, units, unit === 'number' ? 1 : 0) },
      ]
    }),
  ]
}
