import { STATE, stateOfSign } from '../stat/cell-state.ts'
import {
  type CodesTrimmed,
  checkedRead,
  DEFAULT_STAT_LIMITS,
  type StatLimits,
  type StatRead,
  type StatRefusal,
  StatRefusedError,
} from '../stat/refusal.ts'
import type { Category, DimensionRole, Measure, StatDimension, StatTable } from '../stat/stat-table.ts'
import { cellsOf, stridesOf } from '../stat/stat-table.ts'
import { type OpenTable, type TableRefusal, TableRefusedError, type TableRow } from '../table.ts'
import { CodeColumn } from './code-column.ts'
import {
  codeText,
  contentsOf,
  type FlatShape,
  type NumberSigns,
  suggestFlatShape,
  timeUnitOf,
} from './flat-shape.ts'
import { ambiguousSign, decimalSign, isPercent, isTooLarge, readFigure } from './read-figure.ts'
import { renewShape } from './renew-shape.ts'

export interface FlatOptions {
  /** The shape is of an earlier file of the same table: periods may have come since. */
  readonly renewed?: boolean
  /** How to read the rows; proposed by `suggestFlatShape` where it is not given. */
  readonly shape?: FlatShape
  /** The signs in figures, where the shape is proposed. */
  readonly numbers?: NumberSigns
  /** Of the texts; Swedish where it is not given. */
  readonly language?: string
  readonly limits?: Partial<StatLimits>
}

const SAMPLE_ROWS = 2000
const MOST_SHOWN_DECIMALS = 3

/**
 * Reads rows (CSV, a sheet, JSON) as a statistical table: long, with a figure a row, or wide, with several columns of
 * figures. A cell that no row tells is `unavailable`. Codes of the form “20 Dalarnas län” are parted into code and
 * text. Notes of one cell under the rows are kept as notes.
 * @returns the table, with the codes that stood with blanks around them; or `column-missing`, `empty-code`,
 * `value-unreadable`, `duplicate-key` with the row as `line` and the column as `keyword`, `number-ambiguous` where no
 * figure tells whether a sign parts thousands or decimals and nobody has said, `number-too-large` where a whole number
 * would be changed by being read, `too-many-cells`, or what the rows' own reader refuses
 * @example const read = await readFlat(await openTable(path, { name: path, preamble: true }))
 */
export async function readFlat(open: OpenTable, options: FlatOptions = {}): Promise<StatRead> {
  const limits = { ...DEFAULT_STAT_LIMITS, ...options.limits }
  try {
    const given = options.renewed && options.shape ? renewShape(options.shape, open.headers) : options.shape
    const shape = given ?? suggestFlatShape(open.headers, await sampleOf(open), options.numbers)
    if (shape === null)
      return { ok: false, reason: 'column-missing', detail: open.headers.join(', ').slice(0, 200) }
    const reading = new FlatReading(open.headers, shape)
    for await (const row of open.rows()) reading.add(row)
    const read = checkedRead(reading.table(open.preamble ?? [], options.language ?? 'sv', limits.cells))
    return read.ok && reading.trimmed.length > 0 ? { ...read, trimmed: reading.trimmed } : read
  } catch (error) {
    if (error instanceof StatRefusedError) return error.refusal
    if (error instanceof TableRefusedError) return statRefusal(error.refusal)
    throw error
  }
}

/** The refusal of a list of rows, as one of a statistical table. */
export function statRefusal({ reason, row, column, detail }: TableRefusal): StatRefusal {
  return {
    ok: false,
    reason,
    ...(row === undefined ? {} : { line: row }),
    ...(column === undefined ? {} : { keyword: column }),
    ...(detail === undefined ? {} : { detail }),
  }
}

/** The first rows of a list, to see what its columns hold. */
export async function sampleOf(open: OpenTable): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const row of open.rows()) {
    if (row.refused === undefined) rows.push(row)
    if (rows.length === SAMPLE_ROWS) break
  }
  return rows
}

class FlatReading {
  readonly #shape: FlatShape
  readonly #columns: readonly CodeColumn[]
  readonly #values: readonly { readonly at: number; readonly header: string }[]
  readonly #status: number
  readonly #lines: number[] = []
  readonly #figures: number[][]
  readonly #states: number[][]
  readonly #decimals: number[]
  /** By column: the first figure with a per cent sign, and whether any stands without. */
  readonly #percents: ({ line: number; keyword: string; detail: string } | null)[]
  readonly #isPlain: boolean[]
  readonly #doubtful = new Map<string, { line: number; keyword: string; detail: string }>()
  readonly #decimalSigns = new Set<string>()
  readonly #notes: { readonly line: number; readonly text: string }[] = []

  constructor(headers: readonly string[], shape: FlatShape) {
    const placeOf = (column: string) => {
      const at = headers.indexOf(column)
      if (at < 0)
        throw new StatRefusedError('column-missing', {
          keyword: column,
          detail: headers.join(', ').slice(0, 200),
        })
      return at
    }
    this.#shape = shape
    this.#columns = shape.dimensions.map(
      ({ column, label }) =>
        new CodeColumn(column, placeOf(column), label === undefined ? null : placeOf(label)),
    )
    this.#values = shape.values.map((header) => ({ at: placeOf(header), header }))
    this.#status = shape.status === null ? -1 : placeOf(shape.status)
    this.#figures = shape.values.map(() => [])
    this.#states = shape.values.map(() => [])
    this.#decimals = shape.values.map(() => 0)
    this.#percents = shape.values.map(() => null)
    this.#isPlain = shape.values.map(() => false)
  }

  add({ row, cells, refused }: TableRow) {
    const filled = cells.filter((cell) => cell !== null)
    const isAlone = filled.length === 1 && cells[0] !== null
    if (isAlone && (refused === 'row-too-short' || this.#columns.length > 1)) {
      this.#notes.push({ line: row, text: codeText(cells[0] ?? null) })
      return
    }
    if (refused !== undefined)
      throw new StatRefusedError(refused === 'row-too-short' ? 'too-few-values' : 'too-many-values', {
        line: row,
      })
    const [note] = this.#notes
    if (note !== undefined)
      throw new StatRefusedError('empty-code', { line: note.line, detail: note.text.slice(0, 80) })
    for (const column of this.#columns) column.add(cells, row)
    this.#lines.push(row)
    const sign = this.#status < 0 ? -1 : stateOfSign(codeText(cells[this.#status] ?? null))
    for (const [i, { at, header }] of this.#values.entries()) {
      const cell = cells[at] ?? null
      const figure = readFigure(cell, this.#shape.numbers)
      const isLost = typeof cell === 'string' && isTooLarge(cell, this.#shape.numbers)
      if (figure === null || isLost)
        throw new StatRefusedError(isLost ? 'number-too-large' : 'value-unreadable', {
          line: row,
          keyword: header,
          detail: codeText(cell).slice(0, 80),
        })
      if (typeof cell === 'string') this.#weigh(cell.trim(), row, header)
      const text = codeText(cell)
      if (isPercent(text)) this.#percents[i] ??= { line: row, keyword: header, detail: text }
      else if (figure.state === STATE.value) this.#isPlain[i] = true
      const isSaid = sign >= 0 && (figure.state !== STATE.value || sign === STATE.nil)
      this.#figures[i]?.push(figure.value)
      this.#states[i]?.push(isSaid ? sign : figure.state)
      this.#decimals[i] = Math.max(this.#decimals[i] ?? 0, figure.decimals)
    }
  }

  /** Keeps what a figure tells of its signs. */
  #weigh(text: string, line: number, keyword: string) {
    const sure = decimalSign(text)
    if (sure !== null) this.#decimalSigns.add(sure)
    const doubtful = ambiguousSign(text)
    if (doubtful !== null && !this.#doubtful.has(doubtful))
      this.#doubtful.set(doubtful, { line, keyword, detail: text })
  }

  get trimmed(): readonly CodesTrimmed[] {
    return this.#shape.dimensions.flatMap(({ column: dimension }, d) => {
      const codes = this.#columns[d]?.trimmed ?? []
      return codes.length === 0 ? [] : [{ dimension, codes }]
    })
  }

  table(preamble: readonly string[], language: string, mostCells: number): StatTable {
    if (this.#shape.numbers === undefined)
      for (const [sign, where] of this.#doubtful)
        if (!this.#decimalSigns.has(sign)) throw new StatRefusedError('number-ambiguous', where)
    const mixed = this.#percents.find((percent, i) => percent !== null && this.#isPlain[i])
    if (mixed && !this.#shape.dimensions.some(({ role }) => role === 'metric'))
      throw new StatRefusedError('value-unreadable', mixed)
    const dimensions = this.#shape.dimensions.map(
      ({ column, role, label = column }, d): StatDimension => ({
        ...dimensionOf(
          column,
          role,
          this.#measured(role, this.#columns[d]?.categories(language, role) ?? []),
          language,
        ),
        label: { [language]: label.replace(/ label$/, '') },
      }),
    )
    const across = this.#shape.across.map(({ id, role, codes }) =>
      dimensionOf(id, role, this.#acrossCategories(role, codes, language), language),
    )
    const all = [...dimensions, ...across]
    const sizes = all.map(({ categories }) => categories.length)
    const cells = cellsOf(sizes)
    if (cells > mostCells) throw new StatRefusedError('too-many-cells', { detail: `${cells} > ${mostCells}` })
    const strides = stridesOf(sizes)
    const values = new Float64Array(cells).fill(Number.NaN)
    const states = new Uint8Array(cells).fill(STATE.unavailable)
    const seen = new Uint8Array(cells)
    const offsets = this.#values.map((_, i) => this.#offset(i, across, strides.slice(dimensions.length)))
    const places = this.#columns.map((column, d) => column.places(dimensions[d]?.role ?? 'classification'))
    const firstCellOf = (r: number) =>
      places.reduce((cell, column, d) => cell + (column[r] ?? 0) * (strides[d] ?? 1), 0)
    for (const [r, line] of this.#lines.entries()) {
      const cell = firstCellOf(r)
      for (const [i, offset] of offsets.entries()) {
        const at = cell + offset
        if (seen[at] === 1) {
          const key = this.#columns.map((column) => column.textAt(r)).join(', ')
          const firstLine = this.#lines.find((_, row) => firstCellOf(row) === cell) ?? line
          throw new StatRefusedError('duplicate-key', { line, firstLine, detail: key.slice(0, 200) })
        }
        seen[at] = 1
        values[at] = this.#figures[i]?.[r] ?? Number.NaN
        states[at] = this.#states[i]?.[r] ?? STATE.unavailable
      }
    }
    const [title, ...more] = preamble
    const notes = [...more, ...this.#notes.map(({ text }) => text)]
    const contents = this.#isMetric() ? null : contentsOf(this.#shape)
    return {
      id: '',
      languages: [language],
      title: { [language]: title ?? '' },
      ...(contents === null ? {} : { contents: { [language]: contents } }),
      ...(notes.length === 0
        ? {}
        : { notes: notes.map((text) => ({ text: { [language]: text }, mandatory: false })) }),
      dimensions: all,
      stub: dimensions.length,
      ...(this.#isMetric() ? {} : { measure: this.#measure() }),
      values,
      states,
    }
  }

  #isMetric(): boolean {
    return [...this.#shape.across, ...this.#shape.dimensions].some(({ role }) => role === 'metric')
  }

  /** What is measured, told in rows: each with the decimals of all. */
  #measured(role: DimensionRole, categories: readonly Category[]): readonly Category[] {
    if (role !== 'metric') return categories
    return categories.map((category) => ({ ...category, measure: this.#measure() }))
  }

  #acrossCategories(role: 'time' | 'metric', codes: readonly string[], language: string): Category[] {
    const order = [...new Set(codes)]
    if (role === 'time') order.sort()
    return order.map((code) => {
      const measure = role === 'metric' ? { measure: this.#measure((i) => codes[i] === code) } : {}
      return { code, label: { [language]: code }, ...measure }
    })
  }

  /** How far from the row's first cell the figure of a column stands. */
  #offset(column: number, across: readonly StatDimension[], strides: readonly number[]): number {
    return this.#shape.across.reduce((sum, { codes }, a) => {
      const place = across[a]?.categories.findIndex(({ code }) => code === codes[column]) ?? 0
      return sum + place * (strides[a] ?? 1)
    }, 0)
  }

  /** Of the columns of figures that hold it: all, where it is not told which. */
  #measure(isHeldBy: (column: number) => boolean = () => true): Measure {
    const decimals = this.#decimals.filter((_, i) => isHeldBy(i))
    const isPercent = this.#percents.every(
      (percent, i) => !isHeldBy(i) || (percent !== null && !this.#isPlain[i]),
    )
    return {
      decimals: Math.min(Math.max(0, ...decimals), MOST_SHOWN_DECIMALS),
      ...(isPercent ? { unit: { sv: '%', en: '%' } } : {}),
    }
  }
}

function dimensionOf(
  id: string,
  role: DimensionRole,
  categories: readonly Category[],
  language: string,
): StatDimension {
  const unit = role === 'time' ? timeUnitOf(categories.map(({ code }) => code)) : undefined
  return {
    id,
    label: { [language]: id },
    role,
    categories,
    ...(unit === undefined ? {} : { timeUnit: unit }),
  }
}
