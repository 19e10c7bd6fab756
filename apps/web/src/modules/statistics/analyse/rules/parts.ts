import type { StatDimension, TableParts } from '@jamvikt/tables'
import type { Concepts } from '../../rules/concepts.ts'
import { totalOf } from '../../rules/view.ts'

/**
 * The codes of a dimension that leave nothing out twice: neither totals nor categories that have parts of their own. Of
 * sex, women and then men.
 */
export function partsOf(dimension: StatDimension, { sex, ...rest }: Concepts): string[] {
  if (dimension.id === sex?.dimension) return [sex.codes.women, sex.codes.men]
  const { elimination, ...bare } = dimension
  const concepts = { sex, ...rest }
  const children = new Map(Object.entries(dimension.children ?? {}))
  return dimension.categories
    .filter(
      (category) =>
        category.code !== elimination?.total &&
        (children.get(category.code) ?? []).length === 0 &&
        totalOf({ ...bare, categories: [category] }, concepts) === null,
    )
    .map(({ code }) => code)
}

/** The codes whose cells make the whole of a dimension: its total where it has one, else all its parts. */
export function wholeOf(dimension: StatDimension, concepts: Concepts): string[] {
  const total = totalOf(dimension, concepts)
  return total === null ? partsOf(dimension, concepts) : [total]
}

/**
 * The dimensions that persons can be divided by: two parts or more, of counts. Sex always is and is not listed; periods,
 * measures and places of several levels are not.
 */
export function divisible(parts: TableParts, concepts: Concepts): StatDimension[] {
  return parts.dimensions.filter(
    (dimension) =>
      dimension.role !== 'time' &&
      dimension.role !== 'metric' &&
      dimension.id !== concepts.sex?.dimension &&
      !(dimension.id === concepts.place?.dimension && concepts.place.level === 'mixed') &&
      (dimension.role === 'geo' || holdsCounts(dimension)) &&
      partsOf(dimension, concepts).length > 1,
  )
}

/** Words that begin the name of a mean or a share; “handel” is none. */
const NO_COUNT = /(?<!\p{L})(medel|median|mean|average|andel|share|procent|per ?cent|kvot|index)|%/iu

/** Whether no category is a mean or a share by its name, as where a list of measures stands without its role. */
function holdsCounts({ categories }: StatDimension): boolean {
  return !categories.some(({ label }) => Object.values(label).some((text) => NO_COUNT.test(text)))
}
