import { addUp, type Cube, innerCells, nodeOf } from '../model/cube.ts'
import { Move } from './move.ts'

export interface SearchOptions {
  readonly base: number
  /** No inner cell moves by `steps · base` or more. */
  readonly steps: number
  readonly random: () => number
  readonly stop: () => boolean
}

/** Moves tried for each inner cell that has a choice, and at least. */
const MOVES_PER_CELL = 150
const LEAST_MOVES = 100_000
/** Of so many drawn moves the best is taken. */
const DRAWS = 8
/** Heat of the search at its start and end, in squared steps of a margin. */
const HOT = 1.2
const COLD = 0.25
/**
 * How strongly the inner cells are held to the chances they started with. The best of several draws already leans that
 * way; with this share, found by trial, inner cells keep their expected values.
 */
const LEAN = 0.45
/** The grand total weighs as much as this many other cells. */
const WEIGHT_OF_TOTAL = 4
const MOVES_BETWEEN_STOPS = 1_024

/**
 * Rounds the inner cells of any cube in place, so that its margins, being their sums, come near their true values.
 *
 * Each inner cell starts at a multiple next to it, drawn without bias: up with chance r/base, r its rest. Then a margin
 * that is a base or more away is picked by chance, moves of one base that mend it and keep the table additive are
 * drawn (`Move`), and the best of them is made if it lowers Σ k² over all margins, k being the whole bases by which
 * one is away, or else with a chance that falls as the search cools (simulated annealing). Shifts of inner cells that
 * were unlikely at the start cost a little, lest mending margins makes inner cells lean. It ends when no margin is
 * left, when the moves are spent, or when `stop` says so.
 *
 * @param values inner cells are read and written, others left as they are
 */
export function roundBySearch(cube: Cube, values: Float64Array, options: SearchOptions): void {
  const { random, stop } = options
  const search = new Search(cube, values, options)
  const moves = Math.max(LEAST_MOVES, MOVES_PER_CELL * search.choices)
  for (let move = 0; move < moves && search.faults > 0; move++) {
    if (move % MOVES_BETWEEN_STOPS === 0 && stop()) break
    const heat = HOT + (COLD - HOT) * (move / moves)
    search.improve(heat, random)
  }
  search.write(values)
}

class Search {
  /** Inner cells that are not 0. */
  readonly choices: number
  /** Cells that are a base or more away. */
  faults = 0
  readonly #base: number
  /** −log of the chance of an inner cell's shift, by its size. */
  readonly #unlikely: Float64Array
  readonly #counts: Float64Array
  readonly #inner: Uint8Array
  /** Published − true, by cell. */
  readonly #shifts: Int32Array
  /** The faults in no order, and where each cell stands among them (−1: nowhere). */
  readonly #faulty: Int32Array
  readonly #place: Int32Array
  readonly #cube: Cube
  readonly #nodes: Int32Array
  #best: Move
  #next: Move

  constructor(cube: Cube, counts: Float64Array, { base, steps, random }: SearchOptions) {
    this.#cube = cube
    this.#nodes = new Int32Array(cube.dimensions.length)
    this.#base = base
    this.#unlikely = Float64Array.from({ length: steps * base }, (_, shift) =>
      shift < base ? -Math.log(1 - shift / base) : Math.log(base) + Math.trunc(shift / base),
    )
    this.#counts = Float64Array.from(counts)
    this.#inner = innerCells(cube)
    const start = this.#counts.map((count, cell) => {
      const rest = count % base
      return this.#inner[cell] === 1 ? (random() * base < rest ? base - rest : -rest) : 0
    })
    addUp(cube, start)
    this.#shifts = Int32Array.from(start)
    this.choices = this.#inner.filter((inner, cell) => inner === 1 && counts[cell] !== 0).length
    this.#faulty = new Int32Array(cube.size)
    this.#place = new Int32Array(cube.size).fill(-1)
    for (let cell = 0; cell < cube.size; cell++) this.#note(cell)
    this.#best = new Move(cube)
    this.#next = new Move(cube)
  }

  write(values: Float64Array): void {
    for (const [cell, inner] of this.#inner.entries()) {
      if (inner === 1) values[cell] = (this.#counts[cell] ?? 0) + (this.#shifts[cell] ?? 0)
    }
  }

  /** Draws moves that mend a random fault, and makes the best of them or none. */
  improve(heat: number, random: () => number): void {
    const fault = this.#faulty[Math.floor(random() * this.faults)] ?? 0
    const by = (this.#shifts[fault] ?? 0) > 0 ? -this.#base : this.#base
    let least = Number.POSITIVE_INFINITY
    for (let d = 0; d < this.#nodes.length; d++) this.#nodes[d] = nodeOf(this.#cube, fault, d)
    for (let draw = 0; draw < DRAWS; draw++) {
      this.#next.draw(this.#nodes, random)
      const unlikely = this.#unlikelihoodOf(this.#next, by)
      if (unlikely === Number.POSITIVE_INFINITY) continue
      this.#next.expand()
      const cost = this.#costOf(this.#next, by) + LEAN * heat * unlikely
      if (cost >= least) continue
      least = cost
      const spare = this.#best
      this.#best = this.#next
      this.#next = spare
    }
    if (least > 0 && random() >= Math.exp(-least / heat)) return
    const { cells, signs, length } = this.#best
    for (let k = 0; k < length; k++) {
      const cell = cells[k] ?? 0
      this.#shifts[cell] = (this.#shifts[cell] ?? 0) + by * (signs[k] ?? 0)
      this.#note(cell)
    }
  }

  /** By how much a move lowers the log chance of the inner cells; infinity where one may not move so. */
  #unlikelihoodOf({ cells, signs, length }: Move, by: number): number {
    let sum = 0
    for (let k = 0; k < length; k++) {
      const cell = cells[k] ?? 0
      const count = this.#counts[cell] ?? 0
      const before = this.#shifts[cell] ?? 0
      const after = before + by * (signs[k] ?? 0)
      if (count === 0 || count + after < 0 || Math.abs(after) >= this.#unlikely.length) {
        return Number.POSITIVE_INFINITY
      }
      sum += (this.#unlikely[Math.abs(after)] ?? 0) - (this.#unlikely[Math.abs(before)] ?? 0)
    }
    return sum
  }

  /** By how much a move raises Σ k² over the margins. */
  #costOf({ cells, signs, length }: Move, by: number): number {
    const total = this.#shifts.length - 1
    let cost = 0
    for (let k = 0; k < length; k++) {
      const cell = cells[k] ?? 0
      if (this.#inner[cell] === 1) continue
      const before = this.#shifts[cell] ?? 0
      const after = before + by * (signs[k] ?? 0)
      const rise = Math.trunc(after / this.#base) ** 2 - Math.trunc(before / this.#base) ** 2
      cost += cell === total ? WEIGHT_OF_TOTAL * rise : rise
    }
    return cost
  }

  /** Keeps the list of faults in step with a cell. Inner cells are held by `steps` and are never among them. */
  #note(cell: number): void {
    if (this.#inner[cell] === 1) return
    const away = Math.abs(this.#shifts[cell] ?? 0) >= this.#base
    const place = this.#place[cell] ?? -1
    if (away && place < 0) {
      this.#place[cell] = this.faults
      this.#faulty[this.faults++] = cell
    } else if (!away && place >= 0) {
      const last = this.#faulty[--this.faults] ?? 0
      this.#faulty[place] = last
      this.#place[last] = place
      this.#place[cell] = -1
    }
  }
}
