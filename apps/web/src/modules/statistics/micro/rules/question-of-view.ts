import type { TableParts } from '@jamvikt/tables'
import type { Concepts } from '../../rules/concepts.ts'
import { totalOf, type View } from '../../rules/view.ts'
import type { CubeQuestion, MicroContents } from '../model-micro.ts'
import { measureDimensionId } from './skeleton.ts'

/**
 * The question whose answer holds what a view shows: crossed are rows, columns and the whole that shares are told of;
 * of other dimensions a chosen code is a filter, and their total is no limit at all.
 * @param parts the list's skeleton that the view was made of
 */
export function questionOfView(
  contents: MicroContents,
  parts: TableParts,
  view: View,
  concepts: Concepts,
): CubeQuestion {
  const measure = measureDimensionId(contents)
  const shown = new Set([
    view.rows,
    ...(view.columns === null ? [] : [view.columns]),
    ...(view.of === null ? [] : [view.of]),
  ])
  const chosen = view.chosen.get(measure)
  const all = parts.dimensions.find(({ id }) => id === measure)?.categories.map(({ code }) => code) ?? []
  return {
    dimensions: parts.dimensions.flatMap(({ id }) => (id !== measure && shown.has(id) ? [id] : [])),
    filters: parts.dimensions.flatMap((dimension) => {
      const code = view.chosen.get(dimension.id)
      const isWhole = code === undefined || code === totalOf(dimension, concepts)
      return dimension.id === measure || shown.has(dimension.id) || isWhole
        ? []
        : [{ dimension: dimension.id, code }]
    }),
    measures: chosen === undefined ? all : [chosen],
  }
}
