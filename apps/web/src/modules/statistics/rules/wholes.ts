import { COUNTIES, MUNICIPALITIES } from '@jamvikt/domain'
import type { StatDimension, TableParts } from '@jamvikt/tables'
import { ageParts } from './age-parts.ts'
import { birthParts } from './birth-parts.ts'
import type { Concepts } from './concepts.ts'
import { countedOf } from './counted.ts'
import { once } from './once.ts'
import { isNamed, isTotalLike, isTotalName, isTotalOfSomething } from './total-names.ts'
import type { View } from './view.ts'

/** Stands for the sum of a dimension's categories. No producer uses it as a code. */
export const ALL = '*'

/**
 * Whether the categories of a dimension can be summed: they are parts that leave nothing out twice. Periods, measures and
 * hierarchies are not, nor is a dimension that holds its own total.
 */
export function isSummable(dimension: StatDimension, concepts: Concepts): boolean {
  return (
    dimension.categories.length > 1 &&
    dimension.role !== 'time' &&
    dimension.role !== 'metric' &&
    dimension.children === undefined &&
    totalOf(dimension, concepts) === null &&
    !holdsTotalLike(dimension.categories) &&
    (dimension.role !== 'geo' || isOneLevel(dimension.categories)) &&
    !ageParts(dimension).overlap &&
    birthParts(dimension).wider.length === 0 &&
    !birthParts(dimension).overlap
  )
}

const MUNICIPALITY_CODES = new Set(MUNICIPALITIES.map(({ code }) => code))
const COUNTY_CODES = new Set(COUNTIES.map(({ code }) => code))

type Categories = StatDimension['categories']

const holdsTotalLike = once((categories: Categories) =>
  categories.some(({ label }) => isNamed(label, isTotalLike)),
)

/** Whether all places are municipalities, or all are counties. */
const isOneLevel = once((categories: Categories) =>
  [MUNICIPALITY_CODES, COUNTY_CODES].some((codes) => categories.every(({ code }) => codes.has(code))),
)

/** The category that is called what stands for all; where none is, the only one that is a total of something. */
const namedTotal = once((categories: Categories): string | null => {
  const named = categories.find(({ label }) => isNamed(label, isTotalName))
  if (named !== undefined) return named.code
  const [total, ...more] = categories.filter(({ label }) => isNamed(label, isTotalOfSomething))
  return total === undefined || more.length > 0 ? null : total.code
})

/** The category that stands for all of a dimension's; `null` where it has none. */
export function totalOf(dimension: StatDimension, concepts: Concepts): string | null {
  if (dimension.elimination?.total != null) return dimension.elimination.total
  if (dimension.id === concepts.sex?.dimension) return concepts.sex.codes.total
  return namedTotal(dimension.categories)
}

/** The dimensions that figures can be told in per cent of. */
export function wholesOf(parts: TableParts, view: Pick<View, 'chosen'>, concepts: Concepts): string[] {
  if (!isCount(parts, view.chosen, concepts)) return []
  return parts.dimensions
    .filter((dimension) => isSummable(dimension, concepts) || totalOf(dimension, concepts) !== null)
    .filter(({ id, role }) => role !== 'time' && role !== 'metric' && view.chosen.get(id) !== ALL)
    .map(({ id }) => id)
}

/**
 * Whether parts can be summed to a whole: shares of women are told of nothing else. What no text tells anything of is
 * taken as counts, since tables often come with bare figures; what texts tell and cannot be understood is not.
 */
export function isCount(parts: TableParts, chosen: ReadonlyMap<string, string>, concepts: Concepts): boolean {
  const counted = countedOf(parts, chosen, concepts)
  return counted === 'counts' || counted === 'unnamed'
}
