import {
  columnsOf,
  type DimensionSpec,
  parseDimensions,
  type Tabulated,
  type TabulationFault,
  tabulateColumns,
} from '@jamvikt/disclosure'
import { readColumns } from '../measures/measure-columns.ts'
import type { Texts } from '../messages.ts'
import type { ParsedOptions, Problems } from '../options.ts'

/** Columns of the cells file that no dimension may be called. */
const RESERVED = ['freq', 'suppressed', 'primary']

/** The records of a file, by the columns that `--dims` names. */
export interface Records {
  readonly ok: true
  readonly specs: readonly DimensionSpec[]
  readonly columns: ReadonlyMap<string, readonly string[]>
  /** What tells each from the others: the column of `--id`, or the row. */
  readonly ids: readonly string[]
  /** The row in the file of each. */
  readonly rowOf: readonly number[]
}

/** Records counted. */
export interface Micro extends Tabulated {
  readonly ids: readonly string[]
}

/** Reads the records of a file. One without a value in a column that is crossed is a problem, never left out. */
export async function readRecords({ texts, given, positionals }: ParsedOptions): Promise<Records | Problems> {
  const [file = ''] = positionals
  const dims = parseDimensions(given('dims') ?? '')
  if (!dims.ok) return { ok: false, problems: [texts.text('protect.badDims', { part: dims.part })] }
  const taken = dims.specs.find(({ column }) => RESERVED.includes(column))
  if (taken !== undefined) {
    const names = RESERVED.join(', ')
    return { ok: false, problems: [texts.text('protect.reserved', { name: taken.column, names })] }
  }
  const id = given('id')
  const labels = [...columnsOf(dims.specs), ...(id === null ? [] : [id])]
  const columns = await readColumns(file, { numbers: [], labels }, texts, given('sheet'))
  if (!columns.ok) return columns
  if (columns.dropped > 0) {
    return { ok: false, problems: [texts.text('protect.missing', { file, rows: columns.dropped })] }
  }
  const ids = columns.labels.get(id ?? '') ?? columns.rowOf.map(String)
  return { ok: true, specs: dims.specs, columns: columns.labels, ids, rowOf: columns.rowOf }
}

/** Counts the records of a file by the dimensions of `--dims`. */
export async function readMicro(options: ParsedOptions): Promise<Micro | Problems> {
  const records = await readRecords(options)
  if (!records.ok) return records
  const tabulated = tabulateColumns(records.specs, records.columns)
  if (tabulated.ok) return { ...tabulated, ids: records.ids }
  return { ok: false, problems: [tabulationProblem(tabulated, records.rowOf, options.texts)] }
}

/** The column of sex among those crossed, if there is one: its totals stay shown unless others are named. */
export function sexAmong(names: readonly string[]): string | undefined {
  return names.find((name) => SEX.includes(name.toLowerCase()))
}

export const SEX = ['sex', 'kön', 'kon']

export function tabulationProblem(fault: TabulationFault, rowOf: readonly number[], texts: Texts): string {
  const { text } = texts
  switch (fault.reason) {
    case 'contradictory-hierarchy': {
      const { column, grouping, value, groups, records } = fault
      return text('protect.contradiction', {
        column,
        grouping,
        value,
        one: groups[0],
        other: groups[1],
        row: rowOf[records[0]] ?? '',
        otherRow: rowOf[records[1]] ?? '',
      })
    }
    case 'too-many-cells':
      return text('protect.tooManyCells', { cells: fault.cells, most: fault.most })
    case 'code-twice':
      return text('protect.codeTwice', { column: fault.dimension, code: fault.code })
    case 'unequal-columns':
      return text('protect.noLeaves', { column: fault.column })
    case 'no-leaves':
    case 'leaf-without-group':
      return text('protect.noLeaves', { column: fault.dimension })
  }
}
