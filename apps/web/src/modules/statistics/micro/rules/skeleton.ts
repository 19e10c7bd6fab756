import type { Category, Note, StatDimension, TableParts } from '@jamvikt/tables'
import type { MicroContents, MicroDimension, Noise } from '../model-micro.ts'
import { type MicroMeasure, measuresOf } from './measures.ts'

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
export function noiseNotes({ maxNoise, variance, threshold }: Noise, magnitudes: readonly number[]): Note[] {
  const most = Math.round(100 * (magnitudes[0] ?? 0))
  const small = Math.max(1, threshold)
  return [
    {
      mandatory: true,
      text: {
        sv: `Talen är skyddade med brus. Inget antal flyttas mer än ${maxNoise} (varians ${variance}); antal under ${small} visas inte, och 0 är ingen eller några få. Varje summa har sitt eget brus: totalen kan skilja sig från sina delars summa med upp till ${maxNoise} för varje tal som räknas ihop.`,
        en: `The figures are protected by noise. No count is moved by more than ${maxNoise} (variance ${variance}); counts below ${small} are not shown, and 0 is nobody or a few. Each total has noise of its own: it may differ from the sum of its parts by up to ${maxNoise} for each figure added.`,
      },
    },
    {
      mandatory: false,
      text: {
        sv: `Uppräknade antal flyttas i samma mån som antalet svarande. Summor av belopp flyttas med högst ${most} procent av summan, mest där ett bidrag är stort. Medelvärden är räknade på de skyddade talen.`,
        en: `Weighted counts are moved in proportion to the number behind them. Sums of amounts are moved by at most ${most} per cent of the sum, most where one contribution is large. Means are worked out from the protected figures.`,
      },
    },
  ]
}
