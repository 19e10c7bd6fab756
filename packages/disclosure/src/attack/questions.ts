import type { Program } from './linear-program.ts'
import { sumOf, type Unknowns } from './unknowns.ts'

/** Numbers closer than this are the same number: a solver keeps its bounds to 1e-7. */
const TOLERANCE = 1e-6

/** A cell in question: what is proven of its range, and how far points that agree with the page have reached. */
export interface Question {
  readonly cell: number
  readonly constant: number
  readonly unknowns: readonly number[]
  /** A sum without upper bound. */
  readonly free: boolean
  /** No table that agrees with the page has less than `floor` or more than `ceiling`. */
  floor: number
  ceiling: number
  /** Reached by a point, rounded inward; without points `low` is `Infinity` and `high` is `-Infinity`. */
  low: number
  high: number
}

/**
 * Puts a cell in question; its bounds are at first those of its unknowns.
 *
 * @throws RangeError when the cube has no such cell
 */
export function questionOf(unknowns: Unknowns, cell: number): Question {
  if (!Number.isInteger(cell) || cell < 0 || cell >= unknowns.cube.size) {
    throw new RangeError(`cell ${cell} of a cube of ${unknowns.cube.size}`)
  }
  const { lower, upper } = unknowns.program
  const sum = sumOf(unknowns, cell)
  let floor = sum.constant
  let ceiling = sum.constant
  for (const j of sum.unknowns) {
    floor += lower[j] ?? 0
    ceiling += upper[j] ?? 0
  }
  const settled = sum.unknowns.length === 0
  return {
    cell,
    ...sum,
    free: sum.unknowns.some((j) => unknowns.free[j] === 1),
    floor,
    ceiling,
    low: settled ? floor : Number.POSITIVE_INFINITY,
    high: settled ? ceiling : Number.NEGATIVE_INFINITY,
  }
}

/** Takes note of what a point gives for a cell. */
export function note(question: Question, point: Float64Array): void {
  const value = valueAt(question, point)
  question.low = Math.min(question.low, roundUp(value))
  question.high = Math.max(question.high, roundDown(value))
}

/** Proves an end of a range by the point where the sum is least (`sign` 1) or largest (-1). */
export function prove(question: Question, sign: 1 | -1, best: Float64Array): void {
  const value = valueAt(question, best)
  if (sign === 1) question.floor = Math.max(question.floor, roundUp(value))
  else question.ceiling = Math.min(question.ceiling, roundDown(value))
}

/** Whether a point has reached what is proven to be the least (`sign` 1) or the largest (-1). */
export function isReached(question: Question, sign: 1 | -1): boolean {
  return sign === 1 ? question.low <= question.floor : question.high >= question.ceiling
}

/** The point rounded to whole numbers, or `null` where it then breaks a bound or a sum: checked without error. */
export function roundedPoint(program: Program, point: Float64Array): Float64Array | null {
  const whole = point.map(Math.round)
  for (const [j, x] of whole.entries()) {
    if (x < (program.lower[j] ?? 0) || x > (program.upper[j] ?? 0)) return null
  }
  for (let row = 0; row < program.rowLower.length; row++) {
    let sum = 0
    for (let k = program.starts[row] ?? 0; k < (program.starts[row + 1] ?? 0); k++) {
      sum += whole[program.columns[k] ?? 0] ?? 0
    }
    if (sum < (program.rowLower[row] ?? 0) || sum > (program.rowUpper[row] ?? 0)) return null
  }
  return whole
}

function valueAt({ constant, unknowns }: Question, point: Float64Array): number {
  let value = constant
  for (const j of unknowns) value += point[j] ?? 0
  return value
}

// Adding 0 turns -0 into 0.
const roundUp = (value: number) => Math.ceil(value - TOLERANCE) + 0
const roundDown = (value: number) => Math.floor(value + TOLERANCE)
