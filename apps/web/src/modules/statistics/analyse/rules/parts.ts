import type { StatDimension, TableParts } from '@jamvikt/tables'
import { ageParts } from '../../rules/age-parts.ts'
import { birthParts } from '../../rules/birth-parts.ts'
import type { Concepts } from '../../rules/concepts.ts'
import { isNamed, isTotalLike } from '../../rules/total-names.ts'
import { totalOf } from '../../rules/view.ts'

/**
 * The codes of a dimension that leave nothing out twice: neither totals nor categories that have parts of their own,
 * as ages and groups of countries of birth may have. Of sex, women and then men.
 */
export function partsOf(dimension: StatDimension, concepts: Concepts): string[] {
  const { sex } = concepts
  if (dimension.id === sex?.dimension) return [sex.codes.women, sex.codes.men]
  const children = new Map(Object.entries(dimension.children ?? {}))
  const wholes = new Set([
    totalOf(dimension, concepts),
    ...ageParts(dimension).wholes,
    ...birthParts(dimension).wider,
  ])
  return dimension.categories
    .filter(
      ({ code, label }) =>
        !wholes.has(code) && (children.get(code) ?? []).length === 0 && !isNamed(label, isTotalLike),
    )
    .map(({ code }) => code)
}

/**
 * The codes whose cells make the whole of a dimension: its total where it has one, the ages or groups of birth that
 * hold the others, else all its parts.
 */
export function wholeOf(dimension: StatDimension, concepts: Concepts): string[] {
  const total = totalOf(dimension, concepts) ?? ageParts(dimension).wholes[0]
  if (total !== undefined) return [total]
  const { wider, held } = birthParts(dimension)
  const parts = partsOf(dimension, concepts)
  return wider.length === 0 ? parts : widest(dimension, [...wider, ...parts], new Set(held))
}

function widest(
  { categories }: StatDimension,
  codes: readonly string[],
  held: ReadonlySet<string>,
): string[] {
  return categories.map(({ code }) => code).filter((code) => codes.includes(code) && !held.has(code))
}

/** Whether categories that are no wholes share persons, so that nothing can be divided by them nor summed. */
export function hasOverlap(dimension: StatDimension): boolean {
  return ageParts(dimension).shared || birthParts(dimension).overlap || isOfSeveralLevels(dimension)
}

const COUNTY = /^(?!00)\d{2}$/
const MUNICIPALITY = /^\d{4}$/

/** Whether counties stand among municipalities. */
function isOfSeveralLevels({ role, categories }: StatDimension): boolean {
  const has = (form: RegExp) => categories.some(({ code }) => form.test(code))
  return role === 'geo' && has(COUNTY) && has(MUNICIPALITY)
}

/**
 * The dimensions that persons can be divided by: two parts or more, of counts. Sex always is and is not listed; periods,
 * measures, and categories that share persons are not.
 */
export function divisible(parts: TableParts, concepts: Concepts): StatDimension[] {
  return parts.dimensions.filter(
    (dimension) =>
      dimension.role !== 'time' &&
      dimension.role !== 'metric' &&
      dimension.id !== concepts.sex?.dimension &&
      !(dimension.id === concepts.place?.dimension && concepts.place.level === 'mixed') &&
      !hasOverlap(dimension) &&
      (dimension.role === 'geo' || holdsCounts(dimension)) &&
      partsOf(dimension, concepts).length > 1,
  )
}

/** The dimensions whose categories share persons: one of them is looked at. */
export function overlapping(parts: TableParts, concepts: Concepts): StatDimension[] {
  return parts.dimensions.filter(
    (dimension) => dimension.id !== concepts.sex?.dimension && hasOverlap(dimension),
  )
}

/** Words that begin the name of a mean or a share; “handel” is none. */
const NO_COUNT = /(?<!\p{L})(medel|median|mean|average|andel|share|procent|per ?cent|kvot|index)|%/iu

/** Whether no category is a mean or a share by its name, as where a list of measures stands without its role. */
function holdsCounts({ categories }: StatDimension): boolean {
  return !categories.some(({ label }) => Object.values(label).some((text) => NO_COUNT.test(text)))
}
