import {
  columnsOf,
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

/** Records counted, with what tells each from the others. */
export interface Micro extends Tabulated {
  readonly ids: readonly string[]
}

/** Counts the records of a file by the dimensions of `--dims`. A record without a value is a problem, never left out. */
export async function readMicro(options: ParsedOptions): Promise<Micro | Problems> {
  const { texts, given, positionals } = options
  const [file = ''] = positionals
  const dims = parseDimensions(given('dims') ?? '')
  if (!dims.ok) return { ok: false, problems: [texts.text('protect.badDims', { part: dims.part })] }
  const taken = dims.specs.find(({ column }) => RESERVED.includes(column))
  if (taken !== undefined) {
    return {
      ok: false,
      problems: [texts.text('protect.reserved', { name: taken.column, names: RESERVED.join(', ') })],
    }
  }
  const id = given('id')
  const labels = [...columnsOf(dims.specs), ...(id === null ? [] : [id])]
  const columns = await readColumns(file, { numbers: [], labels }, texts, given('sheet'))
  if (!columns.ok) return columns
  if (columns.dropped > 0) {
    return { ok: false, problems: [texts.text('protect.missing', { file, rows: columns.dropped })] }
  }
  const tabulated = tabulateColumns(dims.specs, columns.labels)
  if (!tabulated.ok) return { ok: false, problems: [tabulationProblem(tabulated, columns.rowOf, texts)] }
  return { ...tabulated, ids: columns.labels.get(id ?? '') ?? columns.rowOf.map(String) }
}

function tabulationProblem(fault: TabulationFault, rowOf: readonly number[], texts: Texts): string {
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
    case 'no-leaves':
    case 'leaf-without-group':
      return text('protect.noLeaves', { column: fault.dimension })
  }
}
