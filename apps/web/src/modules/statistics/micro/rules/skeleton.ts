import type { Category, Note, StatDimension, TableParts } from '@jamvikt/tables'
import type { MicroContents, MicroDimension, Noise } from '../model-micro.ts'
import { type MicroMeasure, measuresOf } from './measures.ts'
import { LEAST_CONTRIBUTORS, MAGNITUDES } from './noisy-figures.ts'

export const LANGUAGES = ['sv', 'en'] as const
const MEASURE = 'mått'
const TOTAL = 'total'

/** A code that none of the others is: the wanted one, or that with `_` after it. */
function freeCode(wanted: string, taken: readonly string[]): string {
  let code = wanted
  while (taken.includes(code)) code = `${code}_`
  return code
}

/** The code that stands for all of a dimension. */
function totalCode({ categories }: MicroDimension): string {
  return freeCode(
    TOTAL,
    categories.map(({ code }) => code),
  )
}

/** A dimension as tables show it: its categories in order, and a total that is a figure of its own. */
export function shownDimension(dimension: MicroDimension): StatDimension {
  const total = totalCode(dimension)
  return {
    id: dimension.name,
    label: { sv: dimension.name },
    role: dimension.role,
    categories: [
      ...dimension.categories.map(({ code, label }): Category => ({ code, label })),
      { code: total, label: { sv: 'totalt', en: 'total' } },
    ],
    elimination: { total },
  }
}

/** The name of the dimension of what is measured. */
export function measureDimensionId({ dimensions }: MicroContents): string {
  return freeCode(
    MEASURE,
    dimensions.map(({ name }) => name),
  )
}

export function measureDimension(contents: MicroContents, measures: readonly MicroMeasure[]): StatDimension {
  return {
    id: measureDimensionId(contents),
    label: { sv: 'mått', en: 'measure' },
    role: 'metric',
    categories: measures.map(({ category }) => category),
  }
}

/** Only one dimension of a table may be time; further ones are shown as groups. */
export function withOneTime(dimensions: readonly StatDimension[]): StatDimension[] {
  const time = dimensions.findIndex(({ role }) => role === 'time')
  return dimensions.map((dimension, at) =>
    dimension.role === 'time' && at !== time ? { ...dimension, role: 'classification' } : dimension,
  )
}

/** All that a list could be asked for, as a table without cells: what a form chooses among. */
export function skeletonOf(name: string, contents: MicroContents): TableParts {
  const measures = measuresOf(contents)
  return {
    id: '',
    languages: LANGUAGES,
    title: { sv: name },
    dimensions: [
      ...withOneTime(contents.dimensions.map(shownDimension)),
      measureDimension(contents, measures),
    ],
    stub: contents.dimensions.length,
  }
}

/** What must be known of figures with noise: how far they may be from the truth, and that they do not add up. */
export function noiseNotes({ maxNoise, variance, threshold }: Noise): Note[] {
  const most = Math.round(100 * (MAGNITUDES[0] ?? 0))
  return [
    {
      mandatory: true,
      text: {
        sv: `Talen är skyddade med brus. Inget brus flyttar ett antal mer än ${maxNoise} (varians ${String(variance).replace('.', ',')}); grupper med färre än ${2 * threshold - 1} visas som 0. Ett antal som omfattar alla utom några få i en större grupp visas som gruppens. Varje summa har sitt eget brus, så totalen kan skilja sig från sina delars summa.`,
        en: `The figures are protected by noise. No noise moves a count by more than ${maxNoise} (variance ${variance}); groups of fewer than ${2 * threshold - 1} are shown as 0. A count of all but a few of a larger group is shown as that of the group. Each total has noise of its own, so it may differ from the sum of its parts.`,
      },
    },
    {
      mandatory: false,
      text: {
        sv: `Värden som färre än ${threshold} har räknas bara i totalerna. Uppräknade antal är avrundade. Summor och medelvärden visas bara för minst ${LEAST_CONTRIBUTORS} som har ett belopp, med tre siffror; en summa flyttas i samma mån som antalet bakom den, och därtill med högst ${most} procent, mest där ett bidrag är stort. Varje version av listan har nytt brus: skillnader mellan versioner är till en del brus.`,
        en: `Values that fewer than ${threshold} have are counted in totals alone. Weighted counts are rounded. Sums and means are shown for at least ${LEAST_CONTRIBUTORS} who have an amount, with three figures; a sum is moved in proportion to the count behind it, and by at most ${most} per cent besides, most where one contribution is large. Each version of the list has new noise: differences between versions are in part noise.`,
      },
    },
  ]
}
