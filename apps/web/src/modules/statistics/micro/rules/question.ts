import type { CubeQuestion, MicroContents, MicroDimension } from '../model-micro.ts'
import { isListed } from './listed.ts'
import { type MicroMeasure, measuresOf } from './measures.ts'

/** Dimensions that may be crossed or chosen from in one question: the more divisions of one group, the less noise helps. */
const MOST_CROSSED = 5
/** Cells of a question, totals and what filters leave out included. */
const MOST_CELLS = 2_000_000
/** What a filter divides a list in: what is chosen, all else, and both together. */
const NODES_OF_FILTER = 3

export interface QuestionRefusal {
  readonly ok: false
  readonly reason:
    | 'unknown-dimension'
    | 'dimension-twice'
    | 'too-many-dimensions'
    | 'unknown-code'
    | 'unknown-measure'
    | 'no-measure'
    | 'too-many-cells'
  readonly dimension?: string
  readonly detail?: string
}

/** A question that a list can answer, by places. */
export interface QuestionPlan {
  readonly crossed: readonly { readonly place: number; readonly dimension: MicroDimension }[]
  readonly fixed: readonly {
    readonly place: number
    readonly category: number
  }[]
  readonly measures: readonly MicroMeasure[]
}

/**
 * Makes a question ready to be put. A filter is one code of a dimension that is not crossed: free choices of several
 * would let somebody divide one group in very many ways and average the noise away. It counts as crossed, since a table
 * for each code in turn is the crossing.
 * @param threshold of the list's noise: codes of fewer rows cannot be chosen
 * @returns the plan, or why it cannot be answered, with the dimension and the code or number meant
 * @example planQuestion(contents, { dimensions: ['kön'], filters: [], measures: ['count'] }, 3)
 */
export function planQuestion(
  contents: MicroContents,
  { dimensions, filters, measures }: CubeQuestion,
  threshold: number,
): { readonly ok: true; readonly plan: QuestionPlan } | QuestionRefusal {
  const asked = [...dimensions, ...filters.map(({ dimension }) => dimension)]
  if (asked.length > MOST_CROSSED)
    return { ok: false, reason: 'too-many-dimensions', detail: String(asked.length) }
  const placeOf = new Map(contents.dimensions.map(({ name }, place) => [name, place]))
  for (const [at, dimension] of asked.entries()) {
    if (!placeOf.has(dimension)) return { ok: false, reason: 'unknown-dimension', dimension }
    if (asked.indexOf(dimension) < at) return { ok: false, reason: 'dimension-twice', dimension }
  }
  const crossed = dimensions.flatMap((name) => {
    const place = placeOf.get(name) ?? -1
    const dimension = contents.dimensions[place]
    return dimension === undefined ? [] : [{ place, dimension }]
  })
  const fixed: { place: number; category: number }[] = []
  for (const { dimension, code } of filters) {
    const place = placeOf.get(dimension) ?? -1
    const category =
      contents.dimensions[place]?.categories.findIndex(
        (each) => each.code === code && isListed(each, threshold),
      ) ?? -1
    if (category < 0) return { ok: false, reason: 'unknown-code', dimension, detail: code }
    fixed.push({ place, category })
  }
  const known = measuresOf(contents)
  const wanted: MicroMeasure[] = []
  for (const code of new Set(measures)) {
    const measure = known.find(({ category }) => category.code === code)
    if (measure === undefined) return { ok: false, reason: 'unknown-measure', detail: code }
    wanted.push(measure)
  }
  if (wanted.length === 0) return { ok: false, reason: 'no-measure' }
  const cells = crossed.reduce(
    (product, { dimension }) => product * (dimension.categories.length + 1),
    wanted.length * NODES_OF_FILTER ** fixed.length,
  )
  if (cells > MOST_CELLS) return { ok: false, reason: 'too-many-cells', detail: `${cells} > ${MOST_CELLS}` }
  return { ok: true, plan: { crossed, fixed, measures: wanted } }
}
