import type { OpenProgram, Solver } from './linear-program.ts'
import type { Published } from './published.ts'
import { isReached, note, prove, type Question, questionOf, roundedPoint } from './questions.ts'
import { randomFrom } from './tables.ts'
import { type Unknowns, unknownsOf } from './unknowns.ts'

/** The values a cell can take, given the page: from `low` up to `high`; `null` where nothing bounds it above. */
export interface RangeOfCell {
  readonly cell: number
  readonly low: number
  readonly high: number | null
}

/**
 * `linear`: what linear programming tells, rounded inward to whole numbers. `whole`: what whole tables allow, never
 * wider; both ends are attained by whole tables that agree with the page.
 */
export type Reasoning = 'linear' | 'whole'

/** Screening ends when a round clears less than this share of the cells it was about. */
const WORTHWHILE_SHARE = 0.05

/**
 * Someone who knows the page and nothing else, and solves for the least and the largest value of a cell. Meant for
 * counts up to a million: a solver keeps sums to 1e-7, and answers within 1e-6 of a whole number are taken for it.
 * Whole points are checked without error before anything is built on them.
 */
export class LpAttacker {
  readonly #unknowns: Unknowns
  readonly #open: OpenProgram

  /**
   * @throws Error naming a cell when the page contradicts itself at sight; a contradiction that only solving shows is
   * thrown by the first question
   * @example new LpAttacker(publish(cube, values, tables, hidden, 1), await highsSolver())
   */
  constructor(published: Published, solver: Solver) {
    this.#unknowns = unknownsOf(published)
    this.#open = solver.open(this.#unknowns.program)
  }

  /** How many inner cells the page leaves open, and how many sums it gives of them. */
  get size(): { readonly unknowns: number; readonly sums: number } {
    const { lower, rowLower } = this.#unknowns.program
    return { unknowns: lower.length, sums: rowLower.length }
  }

  /**
   * Least and largest value of a cell by linear programming, rounded inward.
   *
   * @param cell any cell of the cube, in the tables or not
   * @throws RangeError when the cube has no such cell; Error when no table agrees with the page
   */
  range(cell: number): RangeOfCell {
    return this.#rangeOf(questionOf(this.#unknowns, cell), 'linear', null)
  }

  /** The same in whole tables: both ends are attained. */
  exactRange(cell: number): RangeOfCell {
    return this.#rangeOf(questionOf(this.#unknowns, cell), 'whole', null)
  }

  /**
   * The ranges of many cells, in the order given. What is found on the way is shared: an end of a range is not solved
   * for where a point that answered another question has reached it.
   */
  ranges(cells: readonly number[], reasoning: Reasoning): RangeOfCell[] {
    const questions = cells.map((cell) => questionOf(this.#unknowns, cell))
    return questions.map((question) => this.#rangeOf(question, reasoning, null, questions))
  }

  /**
   * The cells whose range is narrower than `width`. First the solver maximises random signed sums of all cells still
   * in question: two points that agree with the page and lie `width` apart in a cell prove its range that wide, so
   * that most cells are cleared by a dozen solutions. The rest are solved one by one.
   *
   * @param width least difference of high and low that passes; 1 finds the cells that are given away
   * @param seed of the random signs; it changes the time taken, never the answer
   * @returns the narrow cells with their ranges, in the order given
   * @example attacker.narrowest(sensitive, 2, 'whole') // []
   */
  narrowest(cells: readonly number[], width: number, reasoning: Reasoning, seed = 1): RangeOfCell[] {
    const questions = cells.map((cell) => questionOf(this.#unknowns, cell))
    this.#screen(questions, width, reasoning, seed)
    return questions
      .filter((question) => !isWide(question, width))
      .map((question) => this.#rangeOf(question, reasoning, width, questions))
      .filter(({ low, high }) => high !== null && high - low < width)
  }

  /** Gives back the solver's memory; nothing may be asked thereafter. */
  close(): void {
    this.#open.close()
  }

  #screen(questions: readonly Question[], width: number, reasoning: Reasoning, seed: number): void {
    const below = randomFrom(seed)
    let left = questions.filter((question) => !isWide(question, width) && question.unknowns.length > 0)
    let cleared = left.length
    while (left.length > 1 && cleared >= WORTHWHILE_SHARE * left.length) {
      const before = left.length
      const cost = new Float64Array(this.#unknowns.free.length)
      for (const { unknowns } of left) {
        const sign = below(2) * 2 - 1
        for (const j of unknowns) cost[j] = (cost[j] ?? 0) + sign
      }
      for (const direction of [cost, cost.map((x) => -x)]) {
        const point = this.#some(direction, reasoning)
        if (point !== null) for (const question of left) note(question, point)
      }
      left = left.filter((question) => !isWide(question, width))
      cleared = before - left.length
    }
  }

  /** Solves for both ends, or until the range is seen to be `width` wide; others take note of the points found. */
  #rangeOf(
    question: Question,
    reasoning: Reasoning,
    width: number | null,
    others: readonly Question[] = [question],
  ): RangeOfCell {
    const { cell, free, unknowns } = question
    for (const sign of [1, -1] as const) {
      if (width !== null && isWide(question, width)) break
      if (isReached(question, sign) || (free && sign === -1)) continue
      const cost = new Float64Array(this.#unknowns.free.length)
      for (const j of unknowns) cost[j] = sign
      const best = this.#least(cost)
      prove(question, sign, best)
      const { program } = this.#unknowns
      const whole = reasoning === 'whole'
      const point = whole ? roundedPoint(program, best) : best
      if (point !== null) for (const other of others) note(other, point)
      if (whole && !isReached(question, sign)) {
        const enough = width === null ? undefined : enoughFor(question, sign, width)
        const bestWhole = this.#leastWhole(cost, enough)
        for (const other of others) note(other, bestWhole)
        if (width === null || !isWide(question, width)) prove(question, sign, bestWhole)
      }
    }
    return { cell, low: question.low, high: free ? null : question.high }
  }

  /** A point where a cost is small. */
  #some(cost: Float64Array, reasoning: Reasoning): Float64Array | null {
    const best = this.#least(cost)
    if (reasoning === 'linear') return best
    const rounded = roundedPoint(this.#unknowns.program, best)
    if (rounded !== null) return rounded
    const whole = this.#open.someWhole(cost)
    return whole === null ? null : roundedPoint(this.#unknowns.program, whole)
  }

  #least(cost: Float64Array): Float64Array {
    const best = this.#open.least(cost)
    if (best === null) throw new Error('the published tables contradict themselves')
    return best
  }

  #leastWhole(cost: Float64Array, enough: number | undefined): Float64Array {
    const best = this.#open.leastWhole(cost, enough)
    if (best === null) throw new Error('the published tables contradict themselves')
    const whole = roundedPoint(this.#unknowns.program, best)
    if (whole === null) throw new Error('the solver took a point for whole that is not')
    return whole
  }
}

function isWide({ free, low, high }: Question, width: number): boolean {
  return free || high - low >= width
}

/** The cost of a point that makes a range `width` wide, together with the points noted. */
function enoughFor({ constant, low, high }: Question, sign: 1 | -1, width: number): number | undefined {
  const cost = sign === 1 ? high - width - constant : constant - (low + width)
  return Number.isFinite(cost) ? cost : undefined
}
