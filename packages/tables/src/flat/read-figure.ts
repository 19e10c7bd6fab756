import { STATE, stateOfSign } from '../stat/cell-state.ts'
import type { Cell } from '../table.ts'
import type { NumberSigns } from './flat-shape.ts'

/** A cell of figures: what it holds, and with how many decimals it stood. */
export interface Figure {
  readonly value: number
  /** A place of `CELL_STATES`. */
  readonly state: number
  readonly decimals: number
}

const NUMBER = /^[+\-−]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?(?:[eE][+-]?\d{1,3})?$/
const NOTHING: ReadonlySet<string> = new Set(['NA', 'N/A', 'NaN', 'null', ':'])

const PERCENT = /(?<=\d)[ \u00a0\u202f]?%$/

/** Whether a text is a number with a per cent sign after it. */
export function isPercent(text: string): boolean {
  return PERCENT.test(text)
}

/** Up to three digits, a sign, three digits: decimals to one reader and thousands to another. */
const AMBIGUOUS = /^[+\-−]?[1-9]\d{0,2}[.,]\d{3}$/

/** The sign that a text may have between thousands or before decimals; `null` where it can be read in one way alone. */
export function ambiguousSign(text: string): string | null {
  const number = text.replace(PERCENT, '')
  return AMBIGUOUS.test(number) ? number.slice(-4, -3) : null
}

/** The sign that a text has before decimals, and cannot have between thousands. */
export function decimalSign(text: string): string | null {
  const number = text.replace(PERCENT, '')
  return NUMBER.test(number) && !AMBIGUOUS.test(number) ? (/[.,]/.exec(number)?.[0] ?? null) : null
}

const NUMBERS: ReadonlyMap<string, RegExp> = new Map(
  ['.', ','].flatMap((decimal) =>
    ['', '.', ',', "'"].map((thousands): [string, RegExp] => [
      decimal + thousands,
      new RegExp(
        `^[+\\-−]?(?:\\d{1,3}(?:[ \\u00a0\\u202f${thousands}]\\d{3})+|\\d+)(?:\\${decimal}\\d+)?(?:[eE][+-]?\\d{1,3})?$`,
      ),
    ]),
  ),
)

/** The number that a text is by the signs, as JavaScript writes it; `null` where it is none. */
function plainNumber(written: string, signs: NumberSigns | undefined): string | null {
  const text = written.replace(PERCENT, '')
  const isNumber =
    signs === undefined
      ? NUMBER.test(text)
      : NUMBERS.get(signs.decimal + signs.thousands)?.test(text) === true
  if (!isNumber) return null
  const grouped = text.replace(/[ \u00a0\u202f]/g, '').replace('−', '-')
  const { decimal = ',', thousands = '' } = signs ?? {}
  return (thousands === '' ? grouped : grouped.replaceAll(thousands, '')).replace(decimal, '.')
}

/**
 * Reads a cell of figures: a number with point or comma and thousands parted by spaces, or a sign (one to six dots, a
 * dash, NA); a per cent sign after the number is left out. Without signs, a point or comma parts decimals; whether it may part thousands is for `ambiguousSign`.
 * @returns `null` where it is neither; an empty cell is `unavailable`
 * @example readFigure('1 234,5')?.value // 1234.5
 */
export function readFigure(cell: Cell, signs?: NumberSigns): Figure | null {
  if (cell === null) return { value: Number.NaN, state: STATE.unavailable, decimals: 0 }
  if (typeof cell === 'number') return figure(cell, String(cell))
  if (typeof cell !== 'string') return null
  const text = cell.trim()
  const sign = stateOfSign(text)
  if (sign >= 0) return { value: sign === STATE.nil ? 0 : Number.NaN, state: sign, decimals: 0 }
  if (NOTHING.has(text)) return { value: Number.NaN, state: STATE.unavailable, decimals: 0 }
  const plain = plainNumber(text, signs)
  return plain === null ? null : figure(Number(plain), plain)
}

/** Whether a text is a number whose whole part no figure here can hold: reading it would change it. */
export function isTooLarge(text: string, signs?: NumberSigns): boolean {
  const [, whole] = /^[+-]?(\d{16,})(?:\.\d*)?$/.exec(plainNumber(text.trim(), signs) ?? '') ?? []
  return whole !== undefined && BigInt(whole) !== BigInt(Math.trunc(Number(whole)))
}

function figure(value: number, text: string): Figure | null {
  if (!Number.isFinite(value)) return null
  const [, digits = ''] = /\.(\d+)/.exec(text) ?? []
  return { value, state: STATE.value, decimals: digits.length }
}
