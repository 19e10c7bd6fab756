import { STATE, stateOfSign } from '../stat/cell-state.ts'
import type { CellMark } from '../stat/stat-table.ts'
import { marksOfCells } from './cell-marks.ts'
import type { JsonPart } from './json-part.ts'

export interface CellsRead {
  readonly values: Float64Array
  readonly states: Uint8Array
  readonly marks: readonly CellMark[] | undefined
}

/** Letters of SDMX and Eurostat that say why there is no figure. With a figure they are marks like any other text. */
const STATE_OF_LETTER: ReadonlyMap<string, number> = new Map([
  [':', STATE.unavailable],
  ['c', STATE.withheld],
])

/**
 * Reads `value` and `status` of a dataset. A number is a figure. `null`, or a place that a sparse object leaves out, is
 * missing: of the kind that its status says (one to six dots; `:` unavailable; `c` withheld; a dash is nil), otherwise
 * unavailable. A figure 0 with a dash is nil. Any other status is kept as the cell’s mark.
 * @param sizes of the dimensions; their product has been checked against the limit
 * @throws StatRefusedError `too-few-values`, `too-many-values`, `value-unreadable` (neither number nor sign, or not
 * finite, or a place outside the table), `values-do-not-match` (statuses of another number)
 */
export function readCells(
  dataset: JsonPart,
  sizes: readonly number[],
  cells: number,
  language: string,
): CellsRead {
  const values = new Float64Array(cells).fill(Number.NaN)
  const states = new Uint8Array(cells).fill(STATE.unavailable)
  readValues(dataset.member('value'), values, states)
  const texts = new MarkTexts(cells)
  forEachStatus(dataset.member('status'), cells, (cell, status) => {
    if (states[cell] === STATE.value) {
      if (stateOfSign(status) === STATE.nil && values[cell] === 0) states[cell] = STATE.nil
      else texts.set(cell, status)
      return
    }
    const state = stateOfSign(status)
    const stated = state < 0 ? STATE_OF_LETTER.get(status) : state
    if (stated === undefined) texts.set(cell, status)
    else states[cell] = stated
    if (stated === STATE.nil) values[cell] = 0
  })
  return { values, states, marks: texts.marks(sizes, language, dataset.member('status')) }
}

/** The text beside each cell, by number; 0 where there is none. */
class MarkTexts {
  private readonly numbers = new Map<string, number>()
  private ofCell: Uint32Array | undefined
  private readonly cells: number

  constructor(cells: number) {
    this.cells = cells
  }

  set(cell: number, text: string): void {
    if (text === '') return
    const number = this.numbers.get(text) ?? this.numbers.size + 1
    this.numbers.set(text, number)
    this.ofCell ??= new Uint32Array(this.cells)
    this.ofCell[cell] = number
  }

  marks(sizes: readonly number[], language: string, status: JsonPart): readonly CellMark[] | undefined {
    if (this.ofCell === undefined) return undefined
    const texts = [...this.numbers.keys()].map((text) => ({ [language]: text }))
    return marksOfCells(this.ofCell, texts, sizes) ?? status.refuse('too-large')
  }
}

function readValues(value: JsonPart, values: Float64Array, states: Uint8Array): void {
  const put = (cell: number, found: unknown, place: string) => {
    if (typeof found === 'number' && Number.isFinite(found)) {
      values[cell] = found
      states[cell] = STATE.value
      return
    }
    if (found === null) return
    const state = typeof found === 'string' ? stateOfSign(found) : -1
    if (state < 0) value.memberAt(place, found).refuse('value-unreadable')
    states[cell] = state
    if (state === STATE.nil) values[cell] = 0
  }
  if (Array.isArray(value.value)) {
    const list = value.list()
    const difference = list.length - values.length
    if (difference !== 0)
      value.refuse(difference < 0 ? 'too-few-values' : 'too-many-values', `${list.length} ≠ ${values.length}`)
    for (let cell = 0; cell < list.length; cell++) put(cell, list[cell], `[${cell}]`)
  } else {
    for (const [place, found] of Object.entries(value.object()))
      put(cellAt(place, values.length, value), found, `.${place}`)
  }
}

/** A text counts for every cell, as does a list of one; a list gives one to each; an object to those it names. */
function forEachStatus(status: JsonPart, cells: number, take: (cell: number, text: string) => void): void {
  const { value } = status
  if (value === undefined) return
  const list: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined
  const all = typeof value === 'string' ? value : list?.length === 1 ? list[0] : undefined
  if (typeof all === 'string') {
    for (let cell = 0; cell < cells; cell++) take(cell, all)
    return
  }
  const put = (cell: number, found: unknown, place: string) => {
    if (typeof found === 'string') take(cell, found)
    else if (found !== null) status.memberAt(place, found).refuse('member-wrong-type')
  }
  if (list !== undefined) {
    if (list.length !== cells && list.length > 1)
      status.refuse('values-do-not-match', `${list.length} ≠ ${cells}`)
    for (let cell = 0; cell < list.length; cell++) put(cell, list[cell], `[${cell}]`)
  } else {
    for (const [place, found] of Object.entries(status.object()))
      put(cellAt(place, cells, status), found, `.${place}`)
  }
}

function cellAt(place: string, cells: number, part: JsonPart): number {
  const cell = Number(place)
  const fits = Number.isInteger(cell) && cell >= 0 && cell < cells && String(cell) === place
  return fits ? cell : part.refuse('value-unreadable', place.slice(0, 60))
}
