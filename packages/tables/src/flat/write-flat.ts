import { CELL_STATES, type CellState, isFigure, STATE, STATE_SIGNS } from '../stat/cell-state.ts'
import { namesOnce } from '../stat/names-once.ts'
import { type StatTable, sizesOf, stridesOf, textOf } from '../stat/stat-table.ts'
import type { CsvValue } from '../write-csv.ts'

/** The sign of a state as it stands in a column of its own; null for a plain value. */
export function signOf(state: number): string | null {
  const name: CellState = CELL_STATES[state] ?? 'value'
  return name === 'value' ? null : STATE_SIGNS[name]
}

/** The columns of codes of `longRows`, by dimension: its id, made unlike all other columns. */
export function longNames({ dimensions }: Pick<StatTable, 'dimensions'>): string[] {
  const ids = dimensions.map(({ id }) => id)
  return namesOnce(ids, ['value', 'status', ...ids.map((id) => `${id} label`)])
}

/**
 * A table as rows, a figure a row: for each dimension its code and, where any differs from it, its text in a column
 * named `X label`; then `value` and, where any cell is more than a plain value, `status` with its sign.
 * @param language of the texts
 * @returns the header first
 * @example [...longRows(table, 'sv')]
 */
export function* longRows(table: StatTable, language: string): Generator<readonly CsvValue[]> {
  const names = longNames(table)
  const columns = table.dimensions.map(({ categories }) => {
    const labels = categories.map(({ label }) => textOf(label, language, table.languages))
    const codes = categories.map(({ code }) => code)
    return { codes, labels: labels.some((label, at) => label !== codes[at]) ? labels : null }
  })
  const hasStatus = table.states.some((state) => state !== STATE.value)
  yield [
    ...columns.flatMap(({ labels }, d) => {
      const name = names[d] ?? ''
      return labels === null ? [name] : [name, `${name} label`]
    }),
    'value',
    ...(hasStatus ? ['status'] : []),
  ]
  const sizes = sizesOf(table)
  const strides = stridesOf(sizes)
  for (const [cell, value] of table.values.entries()) {
    const row: CsvValue[] = []
    for (const [d, { codes, labels }] of columns.entries()) {
      const at = Math.floor(cell / (strides[d] ?? 1)) % (sizes[d] ?? 1)
      row.push(codes[at] ?? '')
      if (labels !== null) row.push(labels[at] ?? '')
    }
    const state = table.states[cell] ?? 0
    row.push(isFigure(state) ? value : null)
    if (hasStatus) row.push(signOf(state))
    yield row
  }
}

/**
 * A table as it is read: the dimensions of the stub as columns, and a column for each combination of the others.
 * Signs stand in the cells.
 * @param language of the texts, which stand instead of codes
 * @returns the header first
 * @example [...wideRows(table, 'sv')]
 */
export function* wideRows(table: StatTable, language: string): Generator<readonly CsvValue[]> {
  const sizes = sizesOf(table)
  const strides = stridesOf(sizes)
  const width = strides[table.stub - 1] ?? table.values.length
  const labelAt = (cell: number, d: number) => {
    const at = Math.floor(cell / (strides[d] ?? 1)) % (sizes[d] ?? 1)
    return textOf(table.dimensions[d]?.categories[at]?.label, language, table.languages)
  }
  const stub = table.dimensions.slice(0, table.stub)
  const heading = table.dimensions.slice(table.stub).map((_, h) => table.stub + h)
  yield [
    ...stub.map(({ label }) => textOf(label, language, table.languages)),
    ...Array.from({ length: width }, (_, cell) => heading.map((d) => labelAt(cell, d)).join(' ') || 'value'),
  ]
  for (let start = 0; start < table.values.length; start += width) {
    yield [
      ...stub.map((_, d) => labelAt(start, d)),
      ...Array.from(
        { length: width },
        (_, i) => signOf(table.states[start + i] ?? 0) ?? table.values[start + i] ?? null,
      ),
    ]
  }
}
