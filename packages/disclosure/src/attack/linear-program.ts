/**
 * Sums of unknowns between bounds: lower ≤ x ≤ upper, rowLower ≤ Σ x ≤ rowUpper. Every coefficient is 1, every bound
 * of an unknown finite.
 */
export interface Program {
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** Row r sums the unknowns `columns[starts[r]]` up to, not including, `columns[starts[r + 1]]`. */
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly rowLower: Float64Array
  /** `Infinity` where a row has only a lower bound. */
  readonly rowUpper: Float64Array
}

/** A program laid before a solver, to be asked many questions. */
export interface OpenProgram {
  /** A point where Σ cost · x is least, or `null` when no point keeps the bounds. Fractions allowed. */
  least(cost: Float64Array): Float64Array | null
  /** The same among whole points; the first that costs `enough` or less will do. */
  leastWhole(cost: Float64Array, enough?: number): Float64Array | null
  /** A whole point of small cost, found with little effort, or `null` when none was found. */
  someWhole(cost: Float64Array): Float64Array | null
  /** Gives back the memory; nothing may be asked thereafter. */
  close(): void
}

/** Whatever solves linear programs; an attacker is given one, so that this package depends on none. */
export interface Solver {
  open(program: Program): OpenProgram
}
