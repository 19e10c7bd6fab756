import { basename } from 'node:path'
import { createNumberStyleDetector, type NumberStyle, nearest } from '@jamvikt/domain'
import {
  type Cell,
  isDateCell,
  isRefusedCell,
  type OpenTable,
  openTable,
  TableRefusedError,
} from '@jamvikt/tables'
import type { CliKey, Params, Texts } from '../messages.ts'
import { type Problems, withSuggestions } from '../options.ts'
import { fileProblem } from '../read-mapping.ts'

/** Which columns a measure reads, as numbers or as labels. */
export interface Wanted {
  readonly numbers: readonly string[]
  readonly labels: readonly string[]
  /** Columns that may be empty in rows whose count is 0: they are then 0 too. */
  readonly emptyWhere?: { readonly count: string; readonly columns: readonly string[] }
}

/** The columns of the rows that have them all. */
export interface Columns {
  readonly ok: true
  readonly numbers: ReadonlyMap<string, Float64Array>
  readonly labels: ReadonlyMap<string, readonly string[]>
  /** The row in the file, as a spreadsheet counts, of each kept row. */
  readonly rowOf: readonly number[]
  /** Rows left out: a value was missing in a column that is used. */
  readonly dropped: number
}

const MOST_NAMED = 20
const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null', '.', '..', '-', '–'])
const YES = new Set(['yes', 'ja', 'true', 'sant'])
const NO = new Set(['no', 'nej', 'false', 'falskt'])

/**
 * Reads the columns that a measure uses. Rows with a missing value in one of them are left out and counted; a value
 * that is no number where one is needed is a problem that names row and column. Yes and no count as 1 and 0.
 */
export async function readColumns(
  file: string,
  wanted: Wanted,
  texts: Texts,
  sheet: string | null = null,
): Promise<Columns | Problems> {
  const table = await openTable(file, { name: basename(file), ...(sheet === null ? {} : { sheet }) })
  if (!table.ok) {
    if (table.reason === 'cannot-read-file') return problem(texts, 'measure.noFile', { file })
    if (table.reason === 'sheet-missing') {
      return problem(texts, 'measure.noSheet', { file, sheet: sheet ?? '', sheets: table.detail ?? '' })
    }
    return fileProblem(table, file, texts)
  }
  const names = [...new Set([...wanted.numbers, ...wanted.labels])]
  const unknown = names.filter((name) => !table.headers.includes(name))
  if (unknown.length > 0) {
    const said = unknown.map((name) => {
      const like = nearest(name, table.headers, 1)
      return withSuggestions(texts, texts.text('measure.columnUnknown', { file, name }), like)
    })
    return { ok: false, problems: [...said, ...whatWasRead(table, texts)] }
  }
  try {
    return await gather(table, names, wanted, texts, file)
  } catch (error) {
    if (error instanceof TableRefusedError) return fileProblem(error.refusal, file, texts)
    throw error
  }
}

/** The columns that were found, and of which sheet: for whoever asked for another. */
function whatWasRead({ headers, sheet, sheets }: OpenTable, texts: Texts): string[] {
  const shown = headers.slice(0, MOST_NAMED).join(', ')
  const names = headers.length > MOST_NAMED ? `${shown} …` : shown
  if (sheet === undefined) return [texts.text('measure.columnsAre', { names })]
  const others = (sheets ?? []).filter((name) => name !== sheet)
  return [
    texts.text('measure.columnsOfSheet', { sheet, names }),
    ...(others.length === 0 ? [] : [texts.text('measure.otherSheets', { sheets: others.join(', ') })]),
  ]
}

async function gather(
  table: OpenTable,
  names: readonly string[],
  wanted: Wanted,
  texts: Texts,
  file: string,
): Promise<Columns | Problems> {
  const places = names.map((name) => table.headers.indexOf(name))
  const kept: Cell[][] = []
  const rowOf: number[] = []
  let dropped = 0
  for await (const { row, cells, refused } of table.rows()) {
    if (refused !== undefined) return problem(texts, 'measure.badRow', { file, row })
    const own = withoutMembers(
      places.map((place) => cells[place] ?? null),
      names,
      wanted,
    )
    const broken = own.findIndex((cell) => isRefusedCell(cell) || isDateCell(cell))
    if (broken >= 0) return problem(texts, 'measure.unreadable', { file, row, column: names[broken] ?? '' })
    if (own.some(isMissing)) dropped += 1
    else {
      kept.push(own)
      rowOf.push(row)
    }
  }
  if (kept.length === 0) return problem(texts, 'measure.noRows', { file })
  const numbers = new Map<string, Float64Array>()
  for (const name of wanted.numbers) {
    const column = kept.map((cells) => cells[names.indexOf(name)] ?? null)
    const read = numberColumn(column, table.delimiter)
    if (!read.ok) {
      const params = { file, row: rowOf[read.index] ?? '', column: name, value: String(column[read.index]) }
      return problem(texts, `measure.${read.reason}`, params)
    }
    numbers.set(name, read.values)
  }
  const labels = new Map(
    wanted.labels.map((name) => [name, kept.map((cells) => String(cells[names.indexOf(name)]).trim())]),
  )
  return { ok: true, numbers, labels, rowOf, dropped }
}

/** Fills the empty figures of a group without members. */
function withoutMembers(own: Cell[], names: readonly string[], { emptyWhere }: Wanted): Cell[] {
  if (emptyWhere === undefined) return own
  const count = own[names.indexOf(emptyWhere.count)]
  if (count !== 0 && count !== '0') return own
  return own.map((cell, i) => (isMissing(cell) && emptyWhere.columns.includes(names[i] ?? '') ? 0 : cell))
}

function problem(texts: Texts, key: CliKey, params: Params): Problems {
  return { ok: false, problems: [texts.text(key, params)] }
}

function isMissing(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && MISSING.has(cell.trim().toLowerCase()))
}

type NumberColumn =
  | { readonly ok: true; readonly values: Float64Array }
  | {
      readonly ok: false
      readonly reason: 'notANumber' | 'numberUnclear' | 'numbersMixed'
      readonly index: number
    }

/** Reads a whole column in one style; "1,234" in a file parted by commas, and "1.234" by semicolons, could be two numbers. */
function numberColumn(column: readonly Cell[], delimiter: string | undefined): NumberColumn {
  const detector = createNumberStyleDetector()
  column.forEach((cell, index) => {
    if (typeof cell === 'string') detector.add(cell.replace(/[eE][-+−]?\d+$/, ''), index)
  })
  const found = detector.result()
  let style: NumberStyle = found.ok ? found.style : 'swedish'
  if (!found.ok) {
    if (found.reason === 'number-style-mixed')
      return { ok: false, reason: 'numbersMixed', index: found.index }
    const hasComma = String(column[found.index]).includes(',')
    if (delimiter === (hasComma ? ',' : ';'))
      return { ok: false, reason: 'numberUnclear', index: found.index }
    style = hasComma ? 'swedish' : 'english'
  }
  const values = new Float64Array(column.length)
  for (const [index, cell] of column.entries()) {
    const value = numberOf(cell, style)
    if (value === null) return { ok: false, reason: 'notANumber', index }
    values[index] = value
  }
  return { ok: true, values }
}

function numberOf(cell: Cell, style: NumberStyle): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  if (typeof cell === 'boolean') return cell ? 1 : 0
  if (typeof cell !== 'string') return null
  const word = cell.trim().toLowerCase()
  if (YES.has(word)) return 1
  if (NO.has(word)) return 0
  const bare = word.replace(/[\s\u00a0\u2007\u2009\u202f]/g, '').replaceAll('−', '-')
  const plain = style === 'swedish' ? bare.replace(',', '.') : bare.replace(/,(?=\d{3}(\D|$))/g, '')
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/.test(plain)) return null
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}
