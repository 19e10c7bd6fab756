import type { Pattern } from './pattern.ts'
import type { Row } from './problem.ts'

const MOST_STEP = 4

/** Rows that gave way to others. */
export interface Change {
  readonly removed: readonly Row[]
  readonly added: readonly Row[]
}

/** Combines rows so that chosen cells stand still. */
export class Merger {
  readonly #pattern: Pattern
  readonly #sum: Int32Array
  readonly #found: number[] = []
  readonly #vain = new Map<Row, Map<Row, number>>()
  #cells = new Int32Array(1024)
  #steps = new Int32Array(1024)

  constructor(pattern: Pattern) {
    this.#pattern = pattern
    this.#sum = new Int32Array(pattern.problem.cube.size)
  }

  /**
   * Tries to publish a hidden cell: one of its rows is spent to cancel the cell in the others. The pattern is changed
   * only if all needs stay met and the cost falls.
   *
   * @returns the rows removed and added, or `null`
   */
  publish(cell: number, most: number): Change | null {
    const through = this.#pattern.rowsThrough(cell)
    if (through.length < 2 || through.length > most) return null
    const rows = [...through]
    if (rows.length === 2 && this.#isKnownVain(cell, rows)) return null
    // Of two rows either may be the pivot: the outcome is the same.
    for (const pivot of rows.length === 2 ? rows.slice(1) : rows) {
      const added = this.#without(cell, pivot, rows)
      if (added === null || !this.#stillMet(rows, added)) continue
      for (const row of rows) this.#pattern.remove(row)
      for (const row of added) this.#pattern.add(row)
      this.#vain.clear()
      return { removed: rows, added }
    }
    return null
  }

  /** Forgets which pairs were tried in vain: what is met by others has changed. */
  startAfresh(): void {
    this.#vain.clear()
  }

  /** Whether the same two rows were tried with the same signs; two rows often share many cells. */
  #isKnownVain(cell: number, [one, other]: readonly Row[]): boolean {
    if (one === undefined || other === undefined) return false
    const sameSign = stepAt(one, cell) > 0 === stepAt(other, cell) > 0
    const mark = sameSign ? 1 : 2
    const tried = this.#vain.get(one) ?? new Map<Row, number>()
    const marks = tried.get(other) ?? 0
    this.#vain.set(one, tried.set(other, marks | mark))
    return (marks & mark) !== 0
  }

  #without(cell: number, pivot: Row, rows: readonly Row[]): Row[] | null {
    const added: Row[] = []
    for (const row of rows) {
      if (row === pivot) continue
      const merged = this.#combine(row, pivot, cell)
      if (merged === null) return null
      added.push(merged)
    }
    return added
  }

  #stillMet(rows: readonly Row[], added: readonly Row[]): boolean {
    const { met } = this.#pattern
    const gained = new Set(added.flatMap((row) => this.#pattern.metBy(row)))
    const lost = new Map<number, number>()
    for (const row of rows) {
      for (const need of this.#pattern.metBy(row)) lost.set(need, (lost.get(need) ?? 0) + 1)
    }
    for (const [need, times] of lost) if (!gained.has(need) && (met[need] ?? 0) <= times) return false
    return true
  }

  /** `row` less so much of `pivot` that the cell stands still, in lowest whole steps; `null` when steps grow large. */
  #combine(row: Row, pivot: Row, cell: number): Row | null {
    const a = stepAt(row, cell)
    const b = stepAt(pivot, cell)
    if (a === 0 || b === 0) return null
    const common = divisor(Math.abs(a), Math.abs(b))
    const [timesRow, timesPivot] = [b / common, -a / common]
    const found = this.#found
    found.length = 0
    if (row.cells.length + pivot.cells.length > this.#cells.length) {
      this.#cells = new Int32Array(2 * (row.cells.length + pivot.cells.length))
      this.#steps = new Int32Array(this.#cells.length)
    }
    for (let i = 0; i < row.cells.length; i++) {
      const at = row.cells[i] ?? 0
      this.#sum[at] = (row.steps[i] ?? 0) * timesRow
      found.push(at)
    }
    for (let i = 0; i < pivot.cells.length; i++) {
      const at = pivot.cells[i] ?? 0
      const was = this.#sum[at] ?? 0
      if (was === 0) found.push(at)
      this.#sum[at] = was + (pivot.steps[i] ?? 0) * timesPivot
    }
    let count = 0
    let largest = 0
    for (const at of found) {
      const step = this.#sum[at] ?? 0
      this.#sum[at] = 0
      if (step === 0) continue
      this.#cells[count] = at
      this.#steps[count++] = step
      largest = Math.max(largest, Math.abs(step))
    }
    if (largest > MOST_STEP || count === 0) return null
    const merged = this.#pattern.row(this.#cells.slice(0, count), this.#steps.slice(0, count))
    return merged.up.some((up, layer) => up + (merged.down[layer] ?? 0) > 0) ? merged : null
  }
}

function stepAt({ cells, steps }: Row, cell: number): number {
  return steps[cells.indexOf(cell)] ?? 0
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}
