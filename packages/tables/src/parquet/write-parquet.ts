import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer'
import { CELL_STATES, isFigure } from '../stat/cell-state.ts'
import { namesOnce } from '../stat/names-once.ts'
import { type StatTable, sizesOf, stridesOf } from '../stat/stat-table.ts'
import { partsOf } from '../stat/table-parts.ts'

/** The key under which a file carries all of its table but the cells. */
export const PARTS_KEY = 'jamvikt.table'
export const VALUE = 'value'
export const STATE = 'state'

/**
 * A table as Parquet: a column of codes for each dimension, `value` (null where there is no figure) and `state` by name,
 * a row a cell in order; everything else as JSON under `jamvikt.table` in the file's key-value metadata. Any reader of
 * Parquet can use the columns; ours gives the whole table back.
 * @returns the file's bytes
 * @example await writeFile('table.parquet', writeParquet(table))
 */
export function writeParquet(table: StatTable): Uint8Array {
  const sizes = sizesOf(table)
  const strides = stridesOf(sizes)
  const names = namesOnce(
    table.dimensions.map(({ id }) => id),
    [VALUE, STATE],
  )
  const codes = table.dimensions.map(({ id, categories }, d): ColumnSource => {
    const [stride, size] = [strides[d] ?? 1, sizes[d] ?? 1]
    const data = Array.from(
      table.values,
      (_, cell) => categories[Math.floor(cell / stride) % size]?.code ?? '',
    )
    return { name: names[d] ?? id, data, type: 'STRING', nullable: false }
  })
  const values = Array.from(table.values, (value, cell) => (isFigure(table.states[cell] ?? 0) ? value : null))
  const states = Array.from(table.states, (state) => CELL_STATES[state] ?? 'value')
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        ...codes,
        { name: VALUE, data: values, type: 'DOUBLE' },
        { name: STATE, data: states, type: 'STRING', nullable: false },
      ],
      kvMetadata: [{ key: PARTS_KEY, value: JSON.stringify(partsOf(table)) }],
      createdBy: 'jamvikt',
      rowGroupSize: 200_000,
    }),
  )
}
