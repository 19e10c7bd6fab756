import { makeRandom } from '../model/random.ts'
import { CircuitFinder } from './circuit-finder.ts'
import { type Change, Merger } from './merge.ts'
import { Pattern } from './pattern.ts'
import { OPEN, type Problem, type Row } from './problem.ts'
import { summedWitness } from './summed-witness.ts'
import { WitnessFinder } from './witness-finder.ts'

export interface SearchOptions {
  readonly seed: number
  /** Rounds of improvement after the first safe set. */
  readonly rounds: number
  /** How much of the caller's time is used, 0–1; from 1 on the search ends. Asked often. */
  readonly progress: () => number
}

export interface SearchResult {
  readonly pattern: Pattern
  /** Needs that no witness was found for, the first few. */
  readonly unmet: readonly number[]
  readonly rounds: number
}

/** With more needs than this, rows are merged at the end only: long rows are costly to tear and cover again. */
const MANY_NEEDS = 3000
/** The share of the time that the search may take before merging at the end. */
const SHARE_BEFORE_MERGING = 0.85
const WHOLE_BREADTH = Number.POSITIVE_INFINITY

/** After so many needs without any witness the tables are refused anyway. */
const ENOUGH_UNMET = 2

/** What a worsening may cost, in cells, at the start and at the end. */
const HEAT = { start: 2, end: 0.05 }

/**
 * A cheap set of witnesses that meets every need.
 *
 * First every need is covered by its cheapest circuit and spare rows go; then, round by round, the rows through a
 * hidden cell are torn out and what they met is covered anew, kept when not much worse (a tolerance that falls with
 * time). Rows that share a cell are merged where one fewer row still meets all needs.
 */
export function search(problem: Problem, options: SearchOptions): SearchResult {
  const random = makeRandom(options.seed)
  const pattern = new Pattern(problem)
  const finder = new CircuitFinder(pattern, random)
  const merger = new Merger(pattern)
  const unmet = coverAll(pattern, finder, random)
  const many = problem.needs.length > MANY_NEEDS
  if (!many) mergeAll(pattern, merger, () => false)
  const rounds = new Improver({ pattern, finder, merger, random, merging: !many }).run(options)
  if (many) mergeAll(pattern, merger, () => options.progress() >= 1)
  return { pattern, unmet, rounds }
}

function coverAll(pattern: Pattern, finder: CircuitFinder, random: () => number): number[] {
  for (const row of pattern.problem.candidates) {
    if (pattern.metBy(row).some((need) => pattern.met[need] === 0)) pattern.add(row)
  }
  const unmet: number[] = []
  const order = pattern.problem.needs.map((_, need) => need)
  shuffle(order, random)
  for (const need of order) {
    if ((pattern.met[need] ?? 0) > 0) continue
    const row = finder.find(need, { reward: 0.7, jitter: 0, breadth: WHOLE_BREADTH })
    if (row === null) unmet.push(need)
    else pattern.add(row)
  }
  const left = findAnyShape(pattern, finder, random, unmet)
  dropSpare(pattern, [...pattern.rows])
  return left
}

/** Tries witnesses of any shape. */
function findAnyShape(
  pattern: Pattern,
  circuits: CircuitFinder,
  random: () => number,
  unmet: readonly number[],
): number[] {
  const finder = new WitnessFinder(pattern, random)
  // Where records are sorted in several ways a single one moves in all of them at once.
  const isSorted = pattern.problem.cube.dimensions.some(({ wholes }) => wholes !== undefined)
  const left: number[] = []
  for (const need of unmet) {
    if (left.length === ENOUGH_UNMET) break
    if ((pattern.met[need] ?? 0) > 0) continue
    const row = summedWitness(pattern, circuits, need) ?? (isSorted ? null : finder.find(need))
    if (row === null) left.push(need)
    else pattern.add(row)
  }
  return left
}

function mergeAll(pattern: Pattern, merger: Merger, stop: () => boolean): void {
  for (let before = Number.POSITIVE_INFINITY; pattern.cost < before; ) {
    before = pattern.cost
    merger.startAfresh()
    for (const cell of [...pattern.hidden]) {
      if (stop()) return
      merger.publish(cell, 4)
    }
  }
}

/** Removes rows that nothing needs. */
function dropSpare(pattern: Pattern, rows: Iterable<Row>): Row[] {
  const gone: Row[] = []
  for (const row of rows) {
    if (pattern.rows.has(row) && pattern.isSpare(row)) {
      pattern.remove(row)
      gone.push(row)
    }
  }
  return gone
}

interface Tools {
  readonly pattern: Pattern
  readonly finder: CircuitFinder
  readonly merger: Merger
  readonly random: () => number
  readonly merging: boolean
}

/** Local search: tears out rows and covers anew. */
class Improver {
  readonly #tools: Tools
  #best: number
  #kept: readonly Row[]

  constructor(tools: Tools) {
    this.#tools = tools
    this.#best = tools.pattern.cost
    this.#kept = [...tools.pattern.rows]
  }

  run({ rounds, progress }: SearchOptions): number {
    const { pattern, merging } = this.#tools
    const share = merging ? 1 : SHARE_BEFORE_MERGING
    let round = 0
    for (let done = 0; pattern.hidden.length > 0; round++) {
      if (round % 16 === 0) done = Math.max(round / rounds, progress() / share)
      if (done >= 1) break
      this.#round(HEAT.start * (1 - done) + HEAT.end)
    }
    this.#restore()
    return round
  }

  #round(heat: number): void {
    const { pattern, random } = this.#tools
    const cell = pick(pattern.hidden, random) ?? 0
    const through = pattern.rowsThrough(cell)
    if (through.length === 0 || through.length > 6) return
    const limit = pattern.cost - heat * Math.log(random() + 1e-12)
    const undo: Change[] = []
    const torn = this.#neighbours(through)
    undo.push({ removed: torn, added: [] })
    for (const row of torn) pattern.remove(row)
    const avoided = random() < 0.7 ? cell : -1
    if (this.#coverAgain(torn, avoided, limit, undo) && pattern.cost <= limit) {
      if (pattern.cost < this.#best - 1e-9) {
        this.#best = pattern.cost
        this.#kept = [...pattern.rows]
      }
      return
    }
    for (const { removed, added } of undo.reverse()) {
      for (const row of added) pattern.remove(row)
      for (const row of removed) pattern.add(row)
    }
  }

  /** The rows, and up to two that share a cell with one of them. */
  #neighbours(through: readonly Row[]): Row[] {
    const { pattern, random } = this.#tools
    const torn = [...through]
    for (let more = Math.floor(random() * 3); more > 0; more--) {
      const shared = pick(pick(torn, random)?.cells ?? [], random) ?? 0
      const other = pick(pattern.rowsThrough(shared), random)
      if (other !== undefined && !torn.includes(other)) torn.push(other)
    }
    return torn
  }

  #coverAgain(torn: readonly Row[], avoided: number, limit: number, undo: Change[]): boolean {
    const { pattern, finder, merger, random, merging } = this.#tools
    const open = new Set<number>()
    for (const row of torn) for (const need of pattern.metBy(row)) if (pattern.met[need] === 0) open.add(need)
    const order = [...open]
    shuffle(order, random)
    const added: Row[] = []
    undo.push({ removed: [], added })
    // Merging will win some cells back.
    const spare = merging ? 6 : 0
    const choices = { reward: 0.5, jitter: 0.4, breadth: 8 }
    for (const need of order) {
      if ((pattern.met[need] ?? 0) > 0) continue
      const row = finder.find(need, choices, avoided, limit - pattern.cost + spare)
      if (row === null) return false
      pattern.add(row)
      added.push(row)
    }
    const near = new Set<Row>()
    for (const row of added) {
      for (const need of pattern.metBy(row)) {
        for (const other of pattern.rowsThrough(pattern.problem.needs[need]?.cell ?? 0)) near.add(other)
      }
    }
    undo.push({ removed: dropSpare(pattern, near), added: [] })
    if (merging) this.#mergeAround(added, merger, undo)
    return true
  }

  #mergeAround(added: readonly Row[], merger: Merger, undo: Change[]): void {
    const { pattern } = this.#tools
    merger.startAfresh()
    for (const row of added) {
      for (const cell of row.cells) {
        if (!pattern.rows.has(row)) break
        if (pattern.problem.state[cell] !== OPEN) continue
        const change = merger.publish(cell, 3)
        if (change !== null) undo.push(change)
      }
    }
  }

  /** Back to the best that was seen. */
  #restore(): void {
    const { pattern } = this.#tools
    if (pattern.cost <= this.#best + 1e-9) return
    const wanted = new Set(this.#kept)
    for (const row of [...pattern.rows]) if (!wanted.has(row)) pattern.remove(row)
    for (const row of this.#kept) if (!pattern.rows.has(row)) pattern.add(row)
  }
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const moved = list[i] ?? 0
    list[i] = list[j] ?? 0
    list[j] = moved
  }
}

function pick<T>(list: ArrayLike<T>, random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)]
}
