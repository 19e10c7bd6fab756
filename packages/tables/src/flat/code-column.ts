import { StatRefusedError } from '../stat/refusal.ts'
import type { Category, DimensionRole } from '../stat/stat-table.ts'
import type { Cell } from '../table.ts'
import { codeText } from './flat-shape.ts'

/** “20 Dalarnas län”, “0114 Upplands Väsby”: an official code of a place before its name. */
const CODE_AND_NAME = /^(\d{2}|\d{4}) (\p{Lu}.*)$/u

/** A column of codes: what it has held, and where in that list each row's code stands. */
export class CodeColumn {
  readonly #name: string
  readonly #at: number
  readonly #label: number | null
  readonly #places = new Map<string, number>()
  readonly #labels: string[] = []
  readonly #rows: number[] = []
  readonly #trimmed = new Set<string>()

  constructor(name: string, at: number, label: number | null) {
    this.#name = name
    this.#at = at
    this.#label = label
  }

  add(cells: readonly Cell[], line: number) {
    const cell = cells[this.#at] ?? null
    const code = codeText(cell)
    if (typeof cell === 'string' && cell.length > code.length && cell.trim() !== cell) this.#trimmed.add(code)
    if (code === '') throw new StatRefusedError('empty-code', { line, keyword: this.#name })
    let place = this.#places.get(code)
    if (place === undefined) {
      place = this.#places.size
      this.#places.set(code, place)
      this.#labels.push(this.#label === null ? code : codeText(cells[this.#label] ?? null) || code)
    }
    this.#rows.push(place)
  }

  /** Codes that stood with blanks around them, which are not part of the code. */
  get trimmed(): readonly string[] {
    return [...this.#trimmed]
  }

  textAt(row: number): string {
    return this.#labels[this.#rows[row] ?? 0] ?? ''
  }

  /** The codes with their texts, in the order they came; periods in order of time. */
  categories(language: string, role: DimensionRole): Category[] {
    const order = this.#order(role)
    const codes = [...this.#places.keys()]
    const parted = this.#label === null ? partedCodes(codes) : null
    return order.map((place) => ({
      code: parted?.[place]?.code ?? codes[place] ?? '',
      label: { [language]: parted?.[place]?.name ?? this.#labels[place] ?? '' },
    }))
  }

  /** For each row, the place of its code among `categories`. */
  places(role: DimensionRole): Int32Array {
    const order = this.#order(role)
    const placeOf = new Int32Array(order.length)
    for (const [at, place] of order.entries()) placeOf[place] = at
    return Int32Array.from(this.#rows, (place) => placeOf[place] ?? 0)
  }

  #order(role: DimensionRole): number[] {
    const codes = [...this.#places.keys()]
    const order = codes.map((_, place) => place)
    if (role !== 'time') return order
    return order.sort((a, b) => ((codes[a] ?? '') < (codes[b] ?? '') ? -1 : 1))
  }
}

function partedCodes(texts: readonly string[]): { code: string; name: string }[] | null {
  const parted = texts.map((text) => CODE_AND_NAME.exec(text))
  const codes = new Set(parted.map((match) => match?.[1]))
  if (parted.includes(null) || codes.size !== texts.length) return null
  return parted.map((match) => ({ code: match?.[1] ?? '', name: match?.[2] ?? '' }))
}
