import { nodeOf } from '../model/cube.ts'
import { type Factor, Factors } from './factors.ts'
import type { Pattern } from './pattern.ts'
import { FIXED, OPEN, type Row } from './problem.ts'

export interface FinderChoices {
  /** What each further unmet need in the row is worth, in cells. */
  readonly reward: number
  /** Random part of the order in which factors are tried. */
  readonly jitter: number
  /** At most this many factors a dimension. */
  readonly breadth: number
}

interface Line {
  /** Viable factors, the cheapest first. */
  readonly factors: Factor[]
  readonly least: number
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
  readonly #possibleOf: (readonly (readonly Factor[])[] | undefined)[] = []
  #rest = new Float64Array(8)
  #need = 0
  #width = 1
  #room: Float64Array = new Float64Array(0)
  #avoided = -1
  #own = -1

  constructor(pattern: Pattern, random: () => number) {
    const { costs, partner, cube } = pattern.problem
    this.#pattern = pattern
    this.#random = random
    this.#factors = new Factors(cube)
    const most = cube.dimensions.reduce(
      (product, { over }) => product * 2 * over.reduce((longest, { length }) => Math.max(longest, length), 1),
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
    this.#width = wanted.width
    this.#room = layer.room
    this.#avoided = avoided
    this.#own = wanted.own
    this.#choices = choices
    this.#best = null
    this.#bestCost = most
    this.#bestScore = most
    this.#lines = this.#linesThrough(need, wanted.cell)
    if (this.#lines.some(({ factors }) => factors.length === 0)) return null
    let rest = 0
    for (let level = this.#lines.length - 1; level >= 0; level--) {
      this.#rest[level] = rest
      rest += this.#lines[level]?.least ?? 0
    }
    this.#cells[0] = wanted.cell
    this.#signs[0] = 1
    const own = this.#room[wanted.cell] ?? 0
    this.#grow(0, 1, 0, own, Number.POSITIVE_INFINITY)
    return this.#bestRow()
  }

  #bestRow(): Row | null {
    return this.#best === null ? null : this.#pattern.row(this.#best.cells, Int32Array.from(this.#best.signs))
  }

  /** For each dimension the factors whose cells may move, the cheapest first; dimensions with few come first. */
  #linesThrough(need: number, cell: number): Line[] {
    const { jitter, breadth } = this.#choices
    return this.#possible(need, cell).map((possible): Line => {
      const factors: Factor[] = []
      const keys: number[] = []
      let least = Number.POSITIVE_INFINITY
      for (const factor of possible) {
        const cost = this.#lineCost(cell, factor)
        if (cost === Number.POSITIVE_INFINITY) continue
        if (cost < least) least = cost
        const key = jitter === 0 ? cost : cost + this.#random() * jitter
        let at = keys.length
        if (at >= breadth && key >= (keys[at - 1] ?? 0)) continue
        if (at >= breadth) at--
        for (; at > 0 && (keys[at - 1] ?? 0) > key; at--) {
          keys[at] = keys[at - 1] ?? 0
          const moved = factors[at - 1]
          if (moved !== undefined) factors[at] = moved
        }
        keys[at] = key
        factors[at] = factor
      }
      return { factors, least }
    })
  }

  /** The factors that move no fixed cell while the other dimensions stand still; found once for each need. */
  #possible(need: number, cell: number): readonly (readonly Factor[])[] {
    const known = this.#possibleOf[need]
    if (known !== undefined) return known
    const { cube, state } = this.#pattern.problem
    const found = cube.dimensions
      .map((_, dimension) =>
        this.#factors
          .of(dimension, nodeOf(cube, cell, dimension))
          .filter(({ offsets }) => offsets.every((offset) => state[cell + offset] !== FIXED)),
      )
      .sort((a, b) => a.length - b.length)
    this.#possibleOf[need] = found
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
