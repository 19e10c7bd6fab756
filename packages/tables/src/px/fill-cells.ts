import { cellsOf, stridesOf } from '../stat/stat-table.ts'
import type { CodePage } from './code-page.ts'
import type { CellScanner } from './scan-cells.ts'

/** The cells of a table: figures, and the state of each. */
export interface PxCells {
  readonly values: Float64Array
  readonly states: Uint8Array
}

/** Fills the cells one after another. */
export class PlainFiller {
  cells = 0
  readonly #scanner: CellScanner
  readonly #filled: PxCells

  constructor(scanner: CellScanner, filled: PxCells) {
    this.#scanner = scanner
    this.#filled = filled
  }

  get isFull(): boolean {
    return this.cells === this.#filled.values.length
  }

  /** Some files lack the semicolon; a blank after the last figure shows that it is whole. */
  get isEnded(): boolean {
    return !this.#scanner.isCut
  }

  fill(): void {
    const { values, states } = this.#filled
    const scanner = this.#scanner
    let cell = this.cells
    while (cell < values.length && scanner.next()) {
      values[cell] = scanner.value
      states[cell] = scanner.state
      cell++
    }
    this.cells = cell
    if (cell === values.length && scanner.skip()) throw scanner.fault('too-many-values')
  }
}

/** Fills rows that begin with the names of their values of the stub. */
export class KeyedFiller {
  cells = 0
  readonly #scanner: CellScanner
  readonly #filled: PxCells
  readonly #keys: RowKeys
  readonly #strides: readonly number[]
  readonly #rowSize: number
  readonly #seen: Uint8Array
  #column = -1
  #key = 0
  #row = 0

  constructor(scanner: CellScanner, filled: PxCells, sizes: readonly number[], keys: RowKeys) {
    this.#scanner = scanner
    this.#filled = filled
    this.#keys = keys
    this.#strides = stridesOf(sizes)
    this.#rowSize = cellsOf(sizes.slice(keys.count))
    this.#seen = new Uint8Array(filled.values.length / this.#rowSize)
  }

  /** Rows may be left out, but none may be half. */
  get isFull(): boolean {
    return this.#column < 0 && this.#key === 0
  }

  /** Without the semicolon, rows may be missing that would then be 0. */
  get isEnded(): boolean {
    return this.#scanner.closed
  }

  fill(): void {
    const scanner = this.#scanner
    const { values, states } = this.#filled
    for (;;) {
      while (this.#column < 0) if (!this.#readKey()) return
      while (this.#column < this.#rowSize) {
        if (!scanner.next()) return
        const cell = this.#row * this.#rowSize + this.#column
        values[cell] = scanner.value
        states[cell] = scanner.state
        this.#column++
        this.cells++
      }
      this.#column = -1
    }
  }

  #readKey(): boolean {
    const scanner = this.#scanner
    if (!scanner.skip()) return false
    if (this.#key === 0 && scanner.closed) throw scanner.fault('too-many-values')
    const { at } = scanner
    const name = scanner.key()
    if (name === undefined) return false
    const value = this.#keys.find(this.#key, name)
    if (value === undefined) throw scanner.fault('keyword-unknown-value', at)
    if (this.#key === 0) this.#row = 0
    this.#row += (value * (this.#strides[this.#key] ?? 0)) / this.#rowSize
    if (++this.#key < this.#keys.count) return true
    if (this.#seen[this.#row] === 1) throw scanner.fault('duplicate-key', at)
    this.#seen[this.#row] = 1
    this.#key = 0
    this.#column = 0
    return true
  }
}

/** Finds the value that a row’s key names. Keys come as bytes and are decoded once each. */
export class RowKeys {
  readonly count: number
  readonly #places: readonly ReadonlyMap<string, number>[]
  readonly #decoded: Map<string, number>[]
  readonly #page: CodePage

  constructor(names: readonly (readonly string[])[], page: CodePage) {
    this.count = names.length
    this.#page = page
    this.#places = names.map((list) => new Map(list.map((name, at) => [name, at] as const).reverse()))
    this.#decoded = names.map(() => new Map())
  }

  find(key: number, bytes: string): number | undefined {
    const known = this.#decoded[key]?.get(bytes)
    if (known !== undefined) return known
    const name = this.#decode(bytes)
    const place = name === undefined ? undefined : this.#places[key]?.get(name)
    if (place !== undefined) this.#decoded[key]?.set(bytes, place)
    return place
  }

  #decode(bytes: string): string | undefined {
    try {
      return this.#page.decode(Buffer.from(bytes, 'latin1'))
    } catch {
      return undefined
    }
  }
}
