import { CELL_STATES, type CellState, isFigure } from '../stat/cell-state.ts'
import { namesOnce } from '../stat/names-once.ts'
import { type StatTable, sizesOf, stridesOf } from '../stat/stat-table.ts'
import type { CsvValue } from '../write-csv.ts'

/** The code list CL_OBS_STATUS of SDMX: A normal, M cannot exist, O missing, Q suppressed, L collected but missing. */
const OBS_STATUS: Readonly<Record<CellState, string>> = {
  value: 'A',
  nil: 'A',
  notApplicable: 'M',
  unavailable: 'O',
  withheld: 'Q',
  noAnswer: 'L',
  declined: 'L',
  notAsked: 'H',
}

/**
 * A table as rows of SDMX-CSV 2.0 (field guide 2.0.0, section “SDMX-CSV for data”): structure, structure identifier and
 * action, a column for each dimension, the measure, and its status by CL_OBS_STATUS. Dimension ids are made into SDMX
 * identifiers; codes stay as they are.
 * @param agency who keeps the structure; the table's own id names it
 * @returns the header first
 * @example [...sdmxRows(table, 'JAMVIKT')]
 */
export function* sdmxRows(table: StatTable, agency: string): Generator<readonly CsvValue[]> {
  const structure = `${agency}:${identifier(table.id || 'TABLE')}(1.0.0)`
  const names = table.dimensions.map(({ id, role }) => (role === 'time' ? 'TIME_PERIOD' : identifier(id)))
  yield ['STRUCTURE', 'STRUCTURE_ID', 'ACTION', ...namesOnce(names), 'OBS_VALUE', 'OBS_STATUS']
  const sizes = sizesOf(table)
  const strides = stridesOf(sizes)
  for (const [cell, value] of table.values.entries()) {
    const state = table.states[cell] ?? 0
    yield [
      'dataflow',
      structure,
      'I',
      ...table.dimensions.map(({ categories }, d) => {
        const at = Math.floor(cell / (strides[d] ?? 1)) % (sizes[d] ?? 1)
        return categories[at]?.code ?? ''
      }),
      isFigure(state) ? value : null,
      OBS_STATUS[CELL_STATES[state] ?? 'value'],
    ]
  }
}

/** Letters, digits, `_` and `-`, beginning with a letter. */
function identifier(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_-]/g, '_')
  return /^[A-Za-z]/.test(plain) ? plain : `D_${plain}`
}
