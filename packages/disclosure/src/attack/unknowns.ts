import { type Cube, codesOf, innerCells, nodeOf } from '../model/cube.ts'
import type { Program } from './linear-program.ts'
import { innerBeneath, type Published } from './published.ts'

/** What the page leaves open: the inner cells it does not give away at once, and all it says of them. */
export interface Unknowns {
  readonly cube: Cube
  /** For each cell its unknown, or -1 where the cell is no inner cell or is known. */
  readonly unknownOf: Int32Array
  /** Values of inner cells; 0 where unknown. */
  readonly known: Float64Array
  /** 1 where no sum that is shown holds the unknown: it can be as large as one likes. */
  readonly free: Uint8Array
  /** The upper bound of a free unknown is 1: enough for all that is known of hidden cells. */
  readonly program: Program
}

/** A cell as a sum: `constant` and the unknowns beneath. */
export interface Sum {
  readonly constant: number
  readonly unknowns: readonly number[]
}

/**
 * Turns a page into a system of sums. Inner cells that are shown, or lie beneath a zero, are known; every sum that is
 * shown gives an equality, every hidden cell of the tables at least `lb`. Left out is only what follows from the rest:
 * sums that repeat another, margins whose parts are all shown, and bounds on hidden margins of which a part is known
 * not to be 0.
 *
 * @throws Error naming a cell when the page contradicts itself
 * @example unknownsOf(publish(cube, values, [[0, 1]], hidden, 0)).program
 */
export function unknownsOf(published: Published): Unknowns {
  const { cube, inTable, shown, values, lb } = published
  const inner = innerCells(cube)
  const isShown = (cell: number) => inTable[cell] === 1 && shown[cell] === 1
  const isHidden = (cell: number) => inTable[cell] === 1 && shown[cell] !== 1

  const zero = new Uint8Array(cube.size)
  for (let cell = 0; cell < cube.size; cell++) {
    if (isShown(cell) && values[cell] === 0) for (const at of innerBeneath(cube, cell)) zero[at] = 1
  }
  const known = new Float64Array(cube.size)
  const unknownOf = new Int32Array(cube.size).fill(-1)
  const lower: number[] = []
  for (let cell = 0; cell < cube.size; cell++) {
    if (inner[cell] !== 1) continue
    if (isShown(cell)) known[cell] = values[cell] ?? 0
    else if (zero[cell] !== 1) unknownOf[cell] = lower.push(isHidden(cell) ? lb : 0) - 1
  }

  const rows = new Rows(lower)
  const base = { cube, unknownOf, known }
  for (let cell = 0; cell < cube.size; cell++) {
    const positive = (part: number) => isHidden(part) || (isShown(part) && (values[part] ?? 0) > 0)
    if (isShown(cell)) {
      const { constant, unknowns } = sumOf(base, cell)
      const lines = parts(cube, cell).filter((line) => line.every(isShown))
      const sums = lines.map((line) => line.reduce((sum, part) => sum + (values[part] ?? 0), 0))
      if (sums.some((sum) => sum !== values[cell])) throw contradiction(cube, cell)
      if (!rows.equal(unknowns, (values[cell] ?? 0) - constant, lines.length > 0)) {
        throw contradiction(cube, cell)
      }
    } else if (isHidden(cell) && lb === 1) {
      const { constant, unknowns } = sumOf(base, cell)
      const follows = constant > 0 || (inner[cell] !== 1 && parts(cube, cell).flat().some(positive))
      if (!rows.atLeastOne(unknowns, follows || inner[cell] === 1)) throw contradiction(cube, cell)
    }
  }
  const { program, free } = rows.program()
  return { ...base, free, program }
}

/** A cell as a sum of what is known and what is not. */
export function sumOf(of: Pick<Unknowns, 'cube' | 'unknownOf' | 'known'>, cell: number): Sum {
  let constant = 0
  const unknowns: number[] = []
  for (const at of innerBeneath(of.cube, cell)) {
    const unknown = of.unknownOf[at] ?? -1
    if (unknown >= 0) unknowns.push(unknown)
    else constant += of.known[at] ?? 0
  }
  return { constant, unknowns }
}

/** Rows as they are gathered. */
class Rows {
  readonly #lower: Float64Array
  readonly #upper: Float64Array
  readonly #seen = new Map<string, number>()
  readonly #starts = [0]
  readonly #columns: number[] = []
  readonly #rowLower: number[] = []
  readonly #rowUpper: number[] = []

  constructor(lower: readonly number[]) {
    this.#lower = Float64Array.from(lower)
    this.#upper = new Float64Array(lower.length).fill(Number.POSITIVE_INFINITY)
  }

  /** Adds an equality, unless it `follows` from others; false when it cannot hold. */
  equal(unknowns: readonly number[], sum: number, follows: boolean): boolean {
    let room = sum
    for (const j of unknowns) room -= this.#lower[j] ?? 0
    if (room < 0 || (unknowns.length === 0 && sum > 0)) return false
    for (const j of unknowns) {
      this.#upper[j] = Math.min(this.#upper[j] ?? 0, room + (this.#lower[j] ?? 0))
    }
    const key = unknowns.join()
    const before = this.#seen.get(key)
    this.#seen.set(key, sum)
    if (before === undefined && !follows && unknowns.length > 0) this.#add(unknowns, sum, sum)
    return before === undefined || before === sum
  }

  /** Adds that a sum is not 0, unless it `follows`; false when it cannot hold. */
  atLeastOne(unknowns: readonly number[], follows: boolean): boolean {
    if (!follows) this.#add(unknowns, 1, Number.POSITIVE_INFINITY)
    return follows || unknowns.length > 0
  }

  program(): { readonly program: Program; readonly free: Uint8Array } {
    const free = Uint8Array.from(this.#upper, (bound) => (bound === Number.POSITIVE_INFINITY ? 1 : 0))
    return {
      free,
      program: {
        lower: this.#lower,
        upper: this.#upper.map((bound, j) => (free[j] === 1 ? 1 : bound)),
        starts: Int32Array.from(this.#starts),
        columns: Int32Array.from(this.#columns),
        rowLower: Float64Array.from(this.#rowLower),
        rowUpper: Float64Array.from(this.#rowUpper),
      },
    }
  }

  #add(unknowns: readonly number[], low: number, high: number): void {
    for (const j of unknowns) this.#columns.push(j)
    this.#starts.push(this.#columns.length)
    this.#rowLower.push(low)
    this.#rowUpper.push(high)
  }
}

/** For each dimension in which a cell is no leaf, the cells it is the sum of there. */
function parts(cube: Cube, cell: number): number[][] {
  return cube.dimensions.flatMap(({ leaves, members }, d) => {
    const node = nodeOf(cube, cell, d)
    const stride = cube.strides[d] ?? 0
    return node < leaves ? [] : [(members[node] ?? []).map((leaf) => cell + (leaf - node) * stride)]
  })
}

function contradiction(cube: Cube, cell: number): Error {
  return new Error(`the published tables contradict themselves at ${codesOf(cube, cell).join(' × ')}`)
}
