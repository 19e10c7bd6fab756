import { CELL_STATES, isFigure, STATE, STATE_SIGNS, stateOfSign } from '../stat/cell-state.ts'
import { defined } from '../stat/defined.ts'
import { type StatTable, sizesOf } from '../stat/stat-table.ts'
import { cellsOfMarks } from './cell-marks.ts'
import { wordsIn } from './notes.ts'
import { writeHead } from './write-head.ts'

export interface WriteJsonStatOptions {
  /** The language written; the table’s first where nothing is said. */
  readonly language?: string
  /** 2 (the default) is a dataset of version 2.0; 1 is a bundle of version 1.x with one dataset named `dataset`. */
  readonly version?: 1 | 2
}

const CELLS_A_PIECE = 8192
/** The sign of each state by its place; empty for a figure. */
const SIGN_OF_STATE = CELL_STATES.map((state) => (state === 'value' ? '' : STATE_SIGNS[state]))

/**
 * Writes a table as JSON-stat with PxWeb’s `extension`, as PxWebApi v2 answers.
 *
 * A figure is a number. Nil is 0 with the status `-`. What is missing is `null` with one to six dots as status, by its
 * kind. A mark is the status of a figure, and of a cell that is unavailable if the mark does not itself name a kind of
 * missing; a mark on another missing cell gives way to the sign. JSON-stat holds one language: the others are lost, as
 * are keywords of PX files in `other.px`. Notes of cells are put in `extension.cellNote`, since the format has no place
 * for them. In version 1 a dimension named `id`, `size` or `role` gets a `_` after its name.
 * @param table must satisfy `checkStatTable`
 * @returns pieces of one JSON document, made as they are asked for: values are never gathered
 * @source https://json-stat.org/full/; PxWebApi 2 OpenAPI specification, schema Dataset
 * @example
 * for (const piece of writeJsonStat(table, { language: 'en' })) response.write(piece)
 */
export function* writeJsonStat(table: StatTable, options: WriteJsonStatOptions = {}): Generator<string> {
  const { language = table.languages[0] ?? 'und', version = 2 } = options
  const { cellNotes } = table
  const head = JSON.stringify(writeHead(table, defined({ language, version, cellNotes })))
  yield `${version === 1 ? '{"dataset":' : ''}${head.slice(0, -1)},"value":[`
  yield* valuesOf(table)
  yield ']'
  yield* statusOf(table, language)
  yield version === 1 ? '}}' : '}'
}

function* valuesOf({ values, states }: StatTable): Generator<string> {
  for (let start = 0; start < values.length; start += CELLS_A_PIECE) {
    const end = Math.min(values.length, start + CELLS_A_PIECE)
    const piece: string[] = []
    for (let cell = start; cell < end; cell++)
      piece.push(isFigure(states[cell] ?? 0) ? String(values[cell] ?? 0) : 'null')
    yield `${start === 0 ? '' : ','}${piece.join()}`
  }
}

function* statusOf(table: StatTable, language: string): Generator<string> {
  const words = wordsIn(language, table.languages)
  const marks = cellsOfMarks(
    (table.cellMarks ?? []).map(({ at, mark }) => ({ at, text: words(mark) })),
    sizesOf(table),
  )
  let opening = ',"status":{'
  const { states } = table
  for (let start = 0; start < states.length; start += CELLS_A_PIECE) {
    const end = Math.min(states.length, start + CELLS_A_PIECE)
    const piece: string[] = []
    for (let cell = start; cell < end; cell++) {
      const mark = marks?.texts[(marks.ofCell[cell] ?? 0) - 1]
      const status = statusOfCell(states[cell] ?? 0, mark)
      if (status !== '') piece.push(`"${cell}":${JSON.stringify(status)}`)
    }
    if (piece.length > 0) {
      yield `${opening}${piece.join()}`
      opening = ','
    }
  }
  if (opening === ',') yield '}'
}

function statusOfCell(state: number, mark: string | undefined): string {
  const sign = SIGN_OF_STATE[state] ?? ''
  if (mark === undefined) return sign
  if (state === STATE.value) return mark
  const namesKind = stateOfSign(mark) >= 0 || mark === ':' || mark === 'c'
  return state === STATE.unavailable && !namesKind ? mark : sign
}
