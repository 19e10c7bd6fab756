import { noteTexts, wordsIn } from '../json-stat/notes.ts'
import { CELL_STATES, STATE_SIGNS } from '../stat/cell-state.ts'
import { defined } from '../stat/defined.ts'
import { cellsOf, type Note, type StatTable, sizesOf, stridesOf } from '../stat/stat-table.ts'
import type { V1Json } from './v1-answers.ts'

/**
 * A table in the answer format `json` of PxWebApi 1: the dimension `metric`, if any, becomes columns of contents.
 * Every cell is a row, with the sign of what is missing and of nil. Notes of values are `comments`; notes of a dimension,
 * of contents and of the table stand at the columns they are about, since a comment must name a column's value.
 * @param language of the texts; the first that the table has where it lacks this one
 * @example JSON.stringify(v1JsonOf(table, 'sv'))
 */
export function v1JsonOf(table: StatTable, language: string): V1Json {
  const words = wordsIn(language, table.languages)
  const said = (notes: readonly Note[] | undefined) => noteTexts(notes, words)?.join('\n')
  const metric = table.dimensions.findIndex(({ role }) => role === 'metric')
  const contents = table.dimensions[metric]
  const sizes = sizesOf(table)
  const strides = stridesOf(sizes)
  const keys = table.dimensions.flatMap((_, d) => (d === metric ? [] : [d]))
  const columns: V1Json['columns'] = keys.flatMap((d) => {
    const dimension = table.dimensions[d]
    if (dimension === undefined) return []
    return defined({
      code: dimension.id,
      text: words(dimension.label),
      type: dimension.role === 'time' ? ('t' as const) : ('d' as const),
      comment: said(dimension.notes),
    })
  })
  const general = [...(table.notes ?? []), ...(contents?.notes ?? [])]
  const measures = contents?.categories.map(({ code, label, measure, notes = [] }) => ({
    code,
    text: words(label),
    measure,
    comment: said([...general, ...notes]),
  })) ?? [
    {
      code: table.id,
      text: words(table.contents ?? table.title),
      measure: table.measure,
      comment: said(general),
    },
  ]
  const rows = cellsOf(keys.map((d) => sizes[d] ?? 1))
  const rowStrides = stridesOf(keys.map((d) => sizes[d] ?? 1))
  const data = Array.from({ length: rows }, (_, row) => {
    const at = keys.map((d, k) => Math.floor(row / (rowStrides[k] ?? 1)) % (sizes[d] ?? 1))
    const first = keys.reduce((sum, d, k) => sum + (at[k] ?? 0) * (strides[d] ?? 1), 0)
    return {
      key: keys.map((d, k) => table.dimensions[d]?.categories[at[k] ?? 0]?.code ?? ''),
      values: measures.map((__, c) => cellText(table, first + (metric < 0 ? 0 : c * (strides[metric] ?? 1)))),
    }
  })
  return {
    columns: [
      ...columns,
      ...measures.map(({ code, text, measure, comment }) =>
        defined({
          code,
          text,
          type: 'c' as const,
          comment,
          unit: measure?.unit === undefined ? undefined : words(measure.unit),
        }),
      ),
    ],
    comments: keys.flatMap((d) => {
      const { id = '', categories = [] } = table.dimensions[d] ?? {}
      return categories.flatMap(({ code, notes }) =>
        (notes ?? []).map(({ text }) => ({ variable: id, value: code, comment: words(text) })),
      )
    }),
    data,
  }
}

function cellText({ values, states }: StatTable, cell: number): string {
  const state = CELL_STATES[states[cell] ?? 0] ?? 'unavailable'
  return state === 'value' ? String(values[cell] ?? 0) : STATE_SIGNS[state]
}
