import { makeRow, OPEN, type Problem, type Row } from './problem.ts'

/** A set of witnesses, the cells they hide and the needs they meet. */
export class Pattern {
  readonly problem: Problem
  readonly rows = new Set<Row>()
  /** How many rows move each cell, or its partner. */
  readonly uses: Int32Array
  /** How many rows meet each need. */
  readonly met: Int32Array
  /** By layer and cell: the need's number, or −1. */
  readonly needAt: readonly Int32Array[]
  readonly #rowsAt: (Row[] | undefined)[]
  /** The open cells that are hidden. */
  readonly hidden: number[] = []
  readonly #placeOf: Int32Array
  cost = 0

  constructor(problem: Problem) {
    const { size } = problem.cube
    this.problem = problem
    this.uses = new Int32Array(size)
    this.met = new Int32Array(problem.needs.length)
    this.needAt = problem.layers.map(() => new Int32Array(size).fill(-1))
    for (const [i, { layer, cell }] of problem.needs.entries()) {
      const places = this.needAt[layer]
      if (places !== undefined) places[cell] = i
    }
    this.#rowsAt = []
    this.#placeOf = new Int32Array(size)
  }

  add(row: Row): void {
    this.rows.add(row)
    for (const cell of row.cells) {
      this.#use(cell)
      const rows = this.#rowsAt[cell]
      if (rows === undefined) this.#rowsAt[cell] = [row]
      else rows.push(row)
    }
    this.#meet(row, 1)
  }

  remove(row: Row): void {
    this.rows.delete(row)
    for (const cell of row.cells) {
      this.#release(cell)
      const rows = this.#rowsAt[cell] ?? []
      const last = rows.pop()
      if (last !== undefined && last !== row) rows[rows.indexOf(row)] = last
    }
    this.#meet(row, -1)
  }

  rowsThrough(cell: number): readonly Row[] {
    return this.#rowsAt[cell] ?? []
  }

  /** The needs that a row meets. */
  metBy(row: Row): number[] {
    const found: number[] = []
    for (const [layer, places] of this.needAt.entries()) {
      const [up, down] = [row.up[layer] ?? 0, row.down[layer] ?? 0]
      if (up + down <= 0 || row.singles > 1) continue
      const rises = this.problem.layers[layer]?.rises ?? false
      for (let i = 0; i < row.cells.length; i++) {
        const number = places[row.cells[i] ?? 0] ?? -1
        const need = number < 0 ? undefined : this.problem.needs[number]
        if (need === undefined || (row.singles === 1 && row.single !== need.own)) continue
        const step = row.steps[i] ?? 0
        const reach = rises ? (step > 0 ? up : down) : up + down
        if (reach * Math.abs(step) >= need.width) found.push(number)
      }
    }
    return found
  }

  /** Whether everything the row meets is met by others too. */
  isSpare(row: Row): boolean {
    return this.metBy(row).every((need) => (this.met[need] ?? 0) > 1)
  }

  /** A row of the given cells and steps. */
  row(cells: Int32Array, steps: Int32Array): Row {
    return makeRow(this.problem, cells, steps)
  }

  #meet(row: Row, by: number): void {
    for (const need of this.metBy(row)) this.met[need] = (this.met[need] ?? 0) + by
  }

  #use(cell: number): void {
    this.#count(cell)
    const partner = this.problem.partner[cell] ?? cell
    if (partner !== cell) this.#count(partner)
  }

  #count(cell: number): void {
    const uses = (this.uses[cell] ?? 0) + 1
    this.uses[cell] = uses
    if (uses === 1 && this.problem.state[cell] === OPEN) {
      this.cost += this.problem.costs[cell] ?? 0
      this.#placeOf[cell] = this.hidden.length
      this.hidden.push(cell)
    }
  }

  #release(cell: number): void {
    this.#discount(cell)
    const partner = this.problem.partner[cell] ?? cell
    if (partner !== cell) this.#discount(partner)
  }

  #discount(cell: number): void {
    const uses = (this.uses[cell] ?? 0) - 1
    this.uses[cell] = uses
    if (uses === 0 && this.problem.state[cell] === OPEN) {
      this.cost -= this.problem.costs[cell] ?? 0
      const place = this.#placeOf[cell] ?? 0
      const last = this.hidden.pop()
      if (last !== undefined && last !== cell) {
        this.hidden[place] = last
        this.#placeOf[last] = place
      }
    }
  }
}
