import { CELL_STATES, type CellState, isFigure, type StatTable, sizesOf, stridesOf } from '@jamvikt/tables'
import { ALL } from './wholes.ts'

export interface Figure {
  /** `null` where there is no figure; nil is 0. */
  readonly value: number | null
  readonly state: CellState
}

/** Reads figures by codes; of a dimension that is asked for by `ALL`, their sum. */
export class CellReader {
  readonly #table: StatTable
  readonly #offsets: ReadonlyMap<string, ReadonlyMap<string, number>>

  constructor(table: StatTable) {
    this.#table = table
    const strides = stridesOf(sizesOf(table))
    this.#offsets = new Map(
      table.dimensions.map(({ id, categories }, d) => [
        id,
        new Map(categories.map(({ code }, place) => [code, place * (strides[d] ?? 1)])),
      ]),
    )
  }

  dimension(id: string) {
    return this.#table.dimensions.find((dimension) => dimension.id === id)
  }

  figure(at: ReadonlyMap<string, string>): Figure {
    let cells = [0]
    for (const [id, offsets] of this.#offsets) {
      const code = at.get(id) ?? ALL
      const steps = code === ALL ? [...offsets.values()] : [offsets.get(code) ?? 0]
      cells =
        steps.length === 1
          ? cells.map((cell) => cell + (steps[0] ?? 0))
          : cells.flatMap((cell) => steps.map((step) => cell + step))
    }
    return cells.map((cell) => this.#at(cell)).reduce(sumOf)
  }

  #at(cell: number): Figure {
    const place = this.#table.states[cell] ?? 0
    const state = CELL_STATES[place] ?? 'unavailable'
    return { state, value: isFigure(place) ? (this.#table.values[cell] ?? null) : null }
  }
}

/** A sum with anything missing is missing, of its kind where they agree. */
function sumOf(a: Figure, b: Figure): Figure {
  if (a.value === null || b.value === null) {
    const [missing, other] = a.value === null ? [a, b] : [b, a]
    const agrees = other.value !== null || other.state === missing.state
    return { value: null, state: agrees ? missing.state : 'unavailable' }
  }
  return { value: a.value + b.value, state: a.state === 'nil' && b.state === 'nil' ? 'nil' : 'value' }
}
