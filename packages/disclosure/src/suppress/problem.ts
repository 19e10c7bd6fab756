import type { Cube } from '../model/cube.ts'

/** What may become of a cell. */
export const OPEN = 0
/** Hidden whatever is chosen, or in no table: hiding it costs nothing. */
export const FREE = 1
/** Known to everybody: no witness may move it. */
export const FIXED = 2

/** One figure of every cell: a count, or an amount. */
export interface Layer {
  readonly name: string
  readonly values: Float64Array
  /**
   * How far each cell may fall before it meets what the attacker knows to be its least: value − lower bound.
   * Infinity where the bound follows from other cells (sums).
   */
  readonly room: Float64Array
  /** Whether a figure has to be able to rise by its width: whoever has a part of an amount estimates the rest from above. */
  readonly rises: boolean
}

/** A figure that must not be worked out: any true statement about it leaves an interval this wide. */
export interface Need {
  readonly layer: number
  readonly cell: number
  readonly width: number
  /** The inner cell of the one person the figure is of, which a witness may move; −1 when it is of several. */
  readonly own: number
}

/** What is to be hidden, and what it costs. */
export interface Problem {
  readonly cube: Cube
  readonly state: Uint8Array
  readonly layers: readonly Layer[]
  readonly needs: readonly Need[]
  /** The cost of hiding an open cell, above 0. */
  readonly costs: Float64Array
  /** The cell that is hidden with each, or itself. */
  readonly partner: Int32Array
  /** 1 for inner cells of one person who is taken to know it: no witness of another need may move them. */
  readonly singles: Uint8Array
  /** Witnesses to be tried first; those that do not hold are passed over. */
  readonly candidates: readonly Row[]
}

/**
 * A witness: a change of the cells that keeps every sum and every published cell. `steps` are whole; the cell
 * `cells[i]` changes by `steps[i]`. Rows are never changed once made.
 */
export interface Row {
  readonly cells: Int32Array
  readonly steps: Int32Array
  /** By layer: how many whole times the row can be added, and subtracted (a and b of the certificate). */
  readonly up: Float64Array
  readonly down: Float64Array
  /** How many singles the row moves, and the last of them (−1: none). */
  readonly singles: number
  readonly single: number
}

/** How often a row can be added (`up`) and subtracted (`down`) before a cell meets its lower bound. */
export function reachOf(
  layer: Layer,
  cells: Int32Array,
  steps: Int32Array,
): { readonly up: number; readonly down: number } {
  let up = Number.POSITIVE_INFINITY
  let down = Number.POSITIVE_INFINITY
  for (let i = 0; i < cells.length; i++) {
    const room = layer.room[cells[i] ?? 0] ?? 0
    const step = steps[i] ?? 0
    if (step < 0) up = Math.min(up, Math.floor(room / -step))
    else if (step > 0) down = Math.min(down, Math.floor(room / step))
  }
  return { up, down }
}

export function makeRow(
  { layers, singles: marks }: Pick<Problem, 'layers' | 'singles'>,
  cells: Int32Array,
  steps: Int32Array,
): Row {
  let singles = 0
  let single = -1
  for (const cell of cells) {
    if (marks[cell] !== 1) continue
    singles++
    single = cell
  }
  const reaches = layers.map((layer) => reachOf(layer, cells, steps))
  const up = Float64Array.from(reaches, (reach) => reach.up)
  const down = Float64Array.from(reaches, (reach) => reach.down)
  return { cells, steps, up, down, singles, single }
}
