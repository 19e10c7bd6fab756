import { nodeOf } from '../model/cube.ts'
import { cheapestFirst, type Factor, Factors } from './factors.ts'
import type { Pattern } from './pattern.ts'
import { FIXED, type Layer, type Need, OPEN, type Row } from './problem.ts'

export interface FinderChoices {
  /** What each further unmet need in the row is worth, in cells. */
  readonly reward: number
  /** Random part of the order in which factors are tried. */
  readonly jitter: number
  /** At most this many factors a dimension. */
  readonly breadth: number
}

/** A cell that is to move so much, and how far each cell may fall. */
export interface Target extends Pick<Need, 'cell' | 'width' | 'own'>, Pick<Layer, 'room' | 'rises'> {}

interface Choice {
  readonly factors: readonly Factor[]
  /** Whether whoever comes from outside comes to a leaf of each of several ways, which are chosen when the rest is. */
  readonly arrives: boolean
}

/** The viable factors of a dimension, the cheapest first, and the least cost. */
interface Line extends Choice {
  readonly least: number
}

/** How far the cells that gain may be taken back, and those that lose may fall. */
interface Room {
  readonly up: number
  readonly down: number
}

/**
 * Finds the cheapest circuit through a cell: the product over dimensions of factors, grown one dimension at a time. The
 * cells of an unfinished product are part of the finished one, so a fixed cell, a cost beyond the best, or too little
 * room ends a branch at once.
 */
export class CircuitFinder {
  readonly #pattern: Pattern
  readonly #factors: Factors
  readonly #random: () => number
  readonly #price: Float64Array
  readonly #cells: Int32Array
  readonly #signs: Int8Array
  #best: { cells: Int32Array; signs: Int8Array } | null = null
  #bestCost = 0
  #bestScore = 0
  #choices: FinderChoices = { reward: 0, jitter: 0, breadth: 1000 }
  #lines: Line[] = []
  readonly #possibleOf: (readonly Choice[] | undefined)[] = []
  #rest = new Float64Array(8)
  #arrivals: readonly (readonly number[])[] = []
  #need = 0
  #width = 1
  #room: Float64Array = new Float64Array(0)
  #avoided = -1
  #own = -1
  #rises = false

  constructor(pattern: Pattern, random: () => number) {
    const { costs, partner, cube } = pattern.problem
    this.#pattern = pattern
    this.#random = random
    this.#factors = new Factors(cube)
    const most = cube.dimensions.reduce(
      (product, { over, wholes = [] }) =>
        product * 2 * over.reduce((longest, { length }) => Math.max(longest, length), wholes.length + 1),
      1,
    )
    this.#cells = new Int32Array(most)
    this.#signs = new Int8Array(most)
    // A pair that is hidden together counts half at each of the two.
    this.#price = costs.map((cost, cell) => {
      const other = partner[cell] ?? cell
      return other === cell ? cost : (cost + (costs[other] ?? 0)) / 2
    })
  }

  /**
   * @param need number of the need to be met
   * @param avoided a cell that the row should not move, or −1
   * @param most no circuit of this cost or more
   * @returns the cheapest row found, or `null`
   */
  find(need: number, choices: FinderChoices, avoided = -1, most = Number.POSITIVE_INFINITY): Row | null {
    const wanted = this.#pattern.problem.needs[need]
    const layer = this.#pattern.problem.layers[wanted?.layer ?? 0]
    if (wanted === undefined || layer === undefined) return null
    this.#need = need
    return this.findThrough({ ...wanted, room: layer.room, rises: layer.rises }, choices, avoided, most)
  }

  /** The same for a cell that is to move as if it were a need. */
  findThrough(
    wanted: Target,
    choices: FinderChoices,
    avoided = -1,
    most = Number.POSITIVE_INFINITY,
  ): Row | null {
    this.#width = wanted.width
    this.#room = wanted.room
    this.#avoided = avoided
    this.#own = wanted.own
    this.#rises = wanted.rises
    this.#choices = choices
    this.#best = null
    this.#bestCost = most
    this.#bestScore = most
    this.#lines = this.#linesThrough(wanted.cell)
    if (this.#lines.some(({ factors, arrives }) => factors.length === 0 && !arrives)) return null
    let rest = 0
    for (let level = this.#lines.length - 1; level >= 0; level--) {
      this.#rest[level] = rest
      rest += this.#lines[level]?.least ?? 0
    }
    this.#arrivals = this.#factors.arrivalsAt(wanted.cell)
    this.#cells[0] = wanted.cell
    this.#signs[0] = 1
    // What is to rise has nothing to win from falling.
    const own = this.#rises ? 0 : (this.#room[wanted.cell] ?? 0)
    this.#grow(0, 1, 0, own, Number.POSITIVE_INFINITY)
    return this.#bestRow()
  }

  #bestRow(): Row | null {
    return this.#best === null ? null : this.#pattern.row(this.#best.cells, Int32Array.from(this.#best.signs))
  }

  /** For each dimension the factors whose cells may move, the cheapest first; dimensions with few come first. */
  #linesThrough(cell: number): Line[] {
    const { jitter, breadth } = this.#choices
    const keyOf = (cost: number) => (jitter === 0 ? cost : cost + this.#random() * jitter)
    return this.#possible(cell).map(({ factors, arrives }): Line => {
      const found = cheapestFirst(factors, (factor) => this.#lineCost(cell, factor), keyOf, breadth)
      return { factors: found.factors, least: arrives ? 0 : found.least, arrives }
    })
  }

  /** The factors that move no fixed cell while the other dimensions stand still; found once for each cell. */
  #possible(cell: number): readonly Choice[] {
    const known = this.#possibleOf[cell]
    if (known !== undefined) return known
    const { cube, state } = this.#pattern.problem
    const found = cube.dimensions
      .map(
        ({ wholes }, dimension): Choice => ({
          factors: this.#factors
            .of(dimension, nodeOf(cube, cell, dimension))
            .filter(({ offsets }) => offsets.every((offset) => state[cell + offset] !== FIXED)),
          arrives: wholes !== undefined,
        }),
      )
      .sort((a, b) => Number(a.arrives) - Number(b.arrives) || a.factors.length - b.factors.length)
    this.#possibleOf[cell] = found
    return found
  }

  #lineCost(cell: number, { offsets }: Factor): number {
    const { state } = this.#pattern.problem
    let cost = 0
    for (let i = 0; i < offsets.length; i++) {
      const other = cell + (offsets[i] ?? 0)
      if (other === this.#avoided) return Number.POSITIVE_INFINITY
      if (state[other] === OPEN && this.#pattern.uses[other] === 0) cost += this.#price[other] ?? 0
    }
    return cost
  }

  #grow(level: number, count: number, cost: number, positive: number, negative: number): void {
    const line = this.#lines[level]
    if (line === undefined) {
      this.#weigh(count, cost, positive + negative)
      return
    }
    const { state, singles } = this.#pattern.problem
    const { uses } = this.#pattern
    const own = this.#own
    const cells = this.#cells
    const signs = this.#signs
    const price = this.#price
    const room = this.#room
    const rest = this.#rest[level] ?? 0
    const spare = this.#choices.reward * 2
    for (const { offsets, signs: factorSigns } of line.factors) {
      const bound = Math.min(this.#bestCost, this.#bestScore + spare) - rest
      let end = count
      let sum = cost
      let up = positive
      let down = negative
      let fits = sum < bound
      for (let f = 0; fits && f < offsets.length; f++) {
        const offset = offsets[f] ?? 0
        const turn = factorSigns[f] ?? 0
        for (let i = 0; i < count; i++) {
          const cell = (cells[i] ?? 0) + offset
          const what = state[cell]
          if (what === FIXED || cell === this.#avoided || (singles[cell] === 1 && cell !== own)) {
            fits = false
            break
          }
          if (what === OPEN && uses[cell] === 0) {
            sum += price[cell] ?? 0
            if (sum >= bound) {
              fits = false
              break
            }
          }
          const sign = (signs[i] ?? 0) * turn
          const left = room[cell] ?? 0
          if (sign > 0) {
            if (left < up) up = left
          } else if (left < down) down = left
          if (up + down < this.#width) {
            fits = false
            break
          }
          cells[end] = cell
          signs[end] = sign
          end++
        }
      }
      if (fits) this.#grow(level + 1, end, sum, up, down)
      if (this.#bestCost <= 0) return
    }
    if (line.arrives) this.#arrive(level, count, cost, positive, negative)
  }

  /**
   * Ends a product with a record that comes from outside: in each way to the leaf that costs least, of those alike to the
   * one with most room. What the ways cost does not depend on each other; a leaf with little room may stand in the way of
   * the next all the same.
   */
  #arrive(level: number, count: number, cost: number, positive: number, negative: number): void {
    let sum = cost
    let room: Room = { up: positive, down: negative }
    let end = count
    for (const offsets of this.#arrivals) {
      let best: (Room & { readonly cost: number; readonly offset: number }) | null = null
      for (const offset of offsets) {
        const moved = offset === 0 ? { ...room, cost: 0 } : this.#moveAll(count, offset, room)
        if (moved === null) continue
        const roomier = best !== null && moved.up + moved.down > best.up + best.down
        if (best === null || moved.cost < best.cost || (moved.cost === best.cost && roomier)) {
          best = { ...moved, offset }
        }
      }
      if (best === null) return
      sum += best.cost
      if (sum >= Math.min(this.#bestCost, this.#bestScore + this.#choices.reward * 2)) return
      room = best
      if (best.offset === 0) continue
      for (let i = 0; i < count; i++) {
        this.#cells[end] = (this.#cells[i] ?? 0) + best.offset
        this.#signs[end] = this.#signs[i] ?? 0
        end++
      }
    }
    this.#grow(level + 1, end, sum, room.up, room.down)
  }

  /** What it costs to move the first cells also elsewhere, and the room that is left; `null` where it cannot be. */
  #moveAll(count: number, offset: number, { up, down }: Room): (Room & { readonly cost: number }) | null {
    const { state } = this.#pattern.problem
    let cost = 0
    let [left, right] = [up, down]
    for (let i = 0; i < count; i++) {
      const cell = (this.#cells[i] ?? 0) + offset
      if (state[cell] === FIXED || cell === this.#avoided) return null
      if (state[cell] === OPEN && this.#pattern.uses[cell] === 0) cost += this.#price[cell] ?? 0
      const room = this.#room[cell] ?? 0
      if ((this.#signs[i] ?? 0) > 0) left = Math.min(left, room)
      else right = Math.min(right, room)
      if (left + right < this.#width) return null
    }
    return { up: left, down: right, cost }
  }

  #weigh(count: number, cost: number, reach: number): void {
    let met = 0
    const { needs } = this.#pattern.problem
    if (this.#choices.reward > 0) {
      for (const places of this.#pattern.needAt) {
        for (let i = 0; i < count; i++) {
          const need = places[this.#cells[i] ?? 0] ?? -1
          if (need < 0 || need === this.#need || (this.#pattern.met[need] ?? 0) > 0) continue
          if (reach >= (needs[need]?.width ?? 0)) met++
        }
      }
    }
    const score = cost - met * this.#choices.reward
    if (score >= this.#bestScore) return
    this.#bestScore = score
    if (this.#choices.reward === 0 || cost <= 0) this.#bestCost = cost
    this.#best = { cells: this.#cells.slice(0, count), signs: this.#signs.slice(0, count) }
  }
}
