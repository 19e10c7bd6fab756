import { STATE, stateOfSign } from '../stat/cell-state.ts'
import type { Cell } from '../table.ts'

/** A cell of figures: what it holds, and with how many decimals it stood. */
export interface Figure {
  readonly value: number
  /** A place of `CELL_STATES`. */
  readonly state: number
  readonly decimals: number
}

const NUMBER = /^[+\-−]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?(?:[eE][+-]?\d{1,3})?$/
const NOTHING: ReadonlySet<string> = new Set(['NA', 'N/A', 'NaN', 'null', ':'])

/**
 * Reads a cell of figures: a number with point or comma and thousands parted by spaces, or a sign (one to six dots, a
 * dash, NA). A point or comma always parts decimals, never thousands.
 * @returns `null` where it is neither; an empty cell is `unavailable`
 * @example readFigure('1 234,5')?.value // 1234.5
 */
export function readFigure(cell: Cell): Figure | null {
  if (cell === null) return { value: Number.NaN, state: STATE.unavailable, decimals: 0 }
  if (typeof cell === 'number') return figure(cell, String(cell))
  if (typeof cell !== 'string') return null
  const text = cell.trim()
  const sign = stateOfSign(text)
  if (sign >= 0) return { value: sign === STATE.nil ? 0 : Number.NaN, state: sign, decimals: 0 }
  if (NOTHING.has(text)) return { value: Number.NaN, state: STATE.unavailable, decimals: 0 }
  if (!NUMBER.test(text)) return null
  const plain = text
    .replace(/[ \u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.')
  return figure(Number(plain), plain)
}

function figure(value: number, text: string): Figure | null {
  if (!Number.isFinite(value)) return null
  const [, digits = ''] = /\.(\d+)/.exec(text) ?? []
  return { value, state: STATE.value, decimals: digits.length }
}
