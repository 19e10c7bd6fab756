import {
  containsPersonalNumber,
  type MissingKind,
  maskPersonalNumbers,
  type NumberStyle,
} from '@jamvikt/domain'
import { type Cell, isDateCell, isRefusedCell, type OpenTable } from '@jamvikt/tables'
import type { Declaration, MicroContents } from '../model-micro.ts'
import { type DeclaredColumns, placeColumns } from './declared-columns.ts'
import { DimensionCodes } from './dimension-codes.ts'
import { hundredthsOf, millionthsOf, numberStyles } from './figures.ts'
import { GrowingCodes, GrowingFigures } from './growing-column.ts'
import { holdsPersonalNumber } from './personal-numbers.ts'
import { IntakeRefusedError } from './refused.ts'

export type RowSource = Pick<OpenTable, 'headers' | 'rows'>

/** A list read: its contents, and its rows by column, ids still as they stood. */
export interface ReadRows {
  readonly contents: MicroContents
  readonly ids: readonly string[]
  /** The number of each row as a spreadsheet counts it. */
  readonly rowNumbers: Float64Array
  /** For each dimension, the place of every row's category. */
  readonly dimensions: readonly Uint16Array[]
  /** Millionths; `null` where rows stand for themselves. */
  readonly weights: Float64Array | null
  /** Hundredths, one column an amount; NaN where missing. */
  readonly amounts: readonly Float64Array[]
}

/**
 * Reads a list of persons or firms by what its columns are declared to be. Every cell of every column is looked through
 * for personal numbers, those that are not kept too; only the declared id may hold them.
 * @throws IntakeRefusedError the first fault, with row and column: a list is read whole or not at all
 */
export async function readRows(table: RowSource, declaration: Declaration): Promise<ReadRows> {
  const named = table.headers.find(containsPersonalNumber)
  if (named !== undefined)
    throw new IntakeRefusedError('personal-number', { row: 1, column: maskPersonalNumbers(named) })
  const columns = placeColumns(table.headers, declaration)
  const figures = [...columns.amounts, ...(columns.weight === null ? [] : [columns.weight])]
  const reader = new RowReader(table.headers, declaration, columns, await numberStyles(table, figures))
  for await (const { row, cells, refused } of table.rows()) {
    if (refused !== undefined) throw new IntakeRefusedError(refused, { row })
    reader.take(row, cells)
  }
  return reader.finish()
}

class RowReader {
  readonly #headers: readonly string[]
  readonly #roles: readonly Declaration['columns'][number]['role'][]
  readonly #columns: DeclaredColumns
  readonly #styles: ReadonlyMap<string, NumberStyle>
  readonly #missing: ReadonlyMap<string, MissingKind>
  readonly #empty: MissingKind
  readonly #ids: string[] = []
  readonly #rowNumbers = new GrowingFigures()
  readonly #codes: readonly { codes: DimensionCodes; places: GrowingCodes }[]
  readonly #weights = new GrowingFigures()
  readonly #amounts: readonly GrowingFigures[]
  readonly #counts = new Map<string, { filled: number; missing: Map<MissingKind, number> }>()

  constructor(
    headers: readonly string[],
    declaration: Declaration,
    columns: DeclaredColumns,
    styles: ReadonlyMap<string, NumberStyle>,
  ) {
    const declared = new Map(declaration.columns.map(({ name, role }) => [name, role]))
    this.#headers = headers
    this.#roles = headers.map((name) => declared.get(name) ?? 'drop')
    this.#columns = columns
    this.#styles = styles
    this.#missing = new Map(declaration.missing.map(({ word, kind }) => [word, kind]))
    this.#empty = declaration.empty
    this.#codes = columns.dimensions.map(({ name }) => ({
      codes: new DimensionCodes(name),
      places: new GrowingCodes(),
    }))
    this.#amounts = columns.amounts.map(() => new GrowingFigures())
    for (const { name } of [...columns.dimensions, ...columns.amounts])
      this.#counts.set(name, { filled: 0, missing: new Map() })
  }

  take(row: number, cells: readonly Cell[]) {
    const texts = cells.map((cell, place) => this.#textOf(cell, row, place))
    const { id, weight, dimensions, amounts } = this.#columns
    const idText = texts[id.place]
    if (idText == null) throw new IntakeRefusedError('id-empty', { row, column: id.name })
    this.#ids.push(idText)
    this.#rowNumbers.push(row)
    for (const [d, { name, place }] of dimensions.entries()) {
      const text = texts[place] ?? null
      const kind = this.#kindOf(name, text)
      const column = this.#codes[d]
      column?.places.push(
        kind === null ? column.codes.placeOf(text ?? '', row) : column.codes.placeOfMissing(kind, row),
      )
    }
    for (const [a, { name, place, unit }] of amounts.entries()) {
      const kind = this.#kindOf(name, texts[place] ?? null)
      const figure =
        kind === null ? hundredthsOf(figureOf(cells[place]), this.#style(name), unit) : Number.NaN
      if (figure === null) throw new IntakeRefusedError('amount-unreadable', { row, column: name })
      this.#amounts[a]?.push(figure)
    }
    if (weight !== null) {
      const text = texts[weight.place] ?? null
      if (text === null) throw new IntakeRefusedError('weight-missing', { row, column: weight.name })
      const figure = millionthsOf(figureOf(cells[weight.place]), this.#style(weight.name))
      if (figure === null) throw new IntakeRefusedError('weight-unreadable', { row, column: weight.name })
      this.#weights.push(figure)
    }
  }

  finish(): ReadRows {
    const { amounts, weight } = this.#columns
    if (this.#ids.length === 0) throw new IntakeRefusedError('no-rows')
    const finished = this.#codes.map(({ codes, places }) => {
      const { dimension, order } = codes.finish()
      return { dimension, places: places.values().map((place) => order[place] ?? 0) }
    })
    return {
      contents: {
        rows: this.#ids.length,
        dimensions: finished.map(({ dimension }) => dimension),
        amounts: amounts.map(({ name, unit }) => ({ name, unit })),
        weighted: weight !== null,
        counts: [...this.#counts].map(([column, { filled, missing }]) => ({
          column,
          filled,
          missing: [...missing].map(([kind, rows]) => ({ kind, rows })),
        })),
      },
      ids: this.#ids,
      rowNumbers: this.#rowNumbers.values(),
      dimensions: finished.map(({ places }) => places),
      weights: weight === null ? null : this.#weights.values(),
      amounts: this.#amounts.map((column) => column.values()),
    }
  }

  /** A cell as trimmed text, `null` where empty; looked through for personal numbers. */
  #textOf(cell: Cell, row: number, place: number): string | null {
    if (cell === null) return null
    const column = this.#headers[place] ?? ''
    const role = this.#roles[place] ?? 'drop'
    if (isRefusedCell(cell)) {
      if (role === 'drop') return null
      throw new IntakeRefusedError('cell-unreadable', { row, column })
    }
    const text = (isDateCell(cell) ? cell.date : String(cell)).trim()
    if (holdsPersonalNumber(text, role)) throw new IntakeRefusedError('personal-number', { row, column })
    return text === '' ? null : text
  }

  #kindOf(column: string, text: string | null): MissingKind | null {
    const kind = text === null ? this.#empty : (this.#missing.get(text) ?? null)
    const counts = this.#counts.get(column)
    if (counts === undefined) return kind
    if (kind === null) counts.filled += 1
    else counts.missing.set(kind, (counts.missing.get(kind) ?? 0) + 1)
    return kind
  }

  #style(column: string): NumberStyle {
    return this.#styles.get(column) ?? 'swedish'
  }
}

/** A number as such, everything else as text that will not pass for one unless it is. */
function figureOf(cell: Cell | undefined): string | number {
  return typeof cell === 'number' || typeof cell === 'string' ? cell : ''
}
