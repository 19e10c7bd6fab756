import { CELL_STATES, STATE, STATE_SIGNS } from '../stat/cell-state.ts'
import { figureText } from '../stat/figure-decimals.ts'
import { type StatTable, sizesOf, stridesOf } from '../stat/stat-table.ts'
import { measuresOf } from './write-derived.ts'

const CHUNK_CHARACTERS = 1 << 16
const NEW_LINE = '\r\n'
const SIGNS = CELL_STATES.map((state) => (state === 'value' ? '' : `"${STATE_SIGNS[state]}"`))

/**
 * The cells of a table as they follow `DATA=`: a row for each combination of the stub, figures with the decimals that
 * are shown or as many as keep them, signs in quotes, a semicolon after the last.
 */
export function* writeCells(table: StatTable): Generator<Uint8Array> {
  const { values, states, stub } = table
  const sizes = sizesOf(table)
  const strides = stridesOf(sizes)
  const rowSize = stub === 0 ? values.length : (strides[stub - 1] ?? 1)
  const decimals = measuresOf(table).map((measure) => measure.decimals)
  const metric = table.dimensions.findIndex(({ role }) => role === 'metric')
  const stride = strides[metric] ?? 0
  let text = ''
  for (let cell = 0; cell < values.length; cell++) {
    const state = states[cell] ?? STATE.unavailable
    const content = stride === 0 ? 0 : Math.floor(cell / stride) % decimals.length
    text += state === STATE.value ? figureText(values[cell] ?? 0, decimals[content] ?? 0) : SIGNS[state]
    if (cell < values.length - 1) text += (cell + 1) % rowSize === 0 ? ` ${NEW_LINE}` : ' '
    if (text.length < CHUNK_CHARACTERS) continue
    yield Buffer.from(text, 'latin1')
    text = ''
  }
  yield Buffer.from(`${text};${NEW_LINE}`, 'latin1')
}
