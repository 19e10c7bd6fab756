import type { ByteSource } from '../bytes.ts'
import type { TableInput } from '../open-table.ts'
import {
  checkedRead,
  DEFAULT_STAT_LIMITS,
  type StatLimits,
  type StatRead,
  type StatRefusal,
} from '../stat/refusal.ts'
import { cellsOf, type StatTable } from '../stat/stat-table.ts'
import type { TableParts } from '../stat/table-parts.ts'
import { codePageOf, decodeHead } from './code-page.ts'
import { keptStatements } from './kept-statements.ts'
import { openSource, orRefusal } from './open-source.ts'
import { readData } from './read-data.ts'
import { readDimensions } from './read-dimensions.ts'
import { readHead } from './read-head.ts'
import { readMeasures } from './read-measures.ts'
import { readNotes } from './read-notes.ts'
import { readTexts } from './read-texts.ts'
import { type PxVariables, readVariables } from './read-variables.ts'
import { StatementIndex } from './statement-index.ts'
import { tokenizePx } from './tokenize-px.ts'

export interface ReadPxOptions {
  readonly limits?: Partial<StatLimits>
  readonly onProgress?: (progress: { bytesRead: number; bytesTotal: number }) => void
}

/**
 * Reads a PX file (PC-Axis, AXIS-VERSION 2000–2013) as a statistical table. The metadata are read first, then the cells
 * chunk by chunk, so that memory is bounded by the table, the metadata and a chunk.
 *
 * - Texts are decoded by `CODEPAGE`, or else `CHARSET`; without either they are code page 850.
 * - A dot is not applicable, two are unavailable, three withheld, four no answer, five declined and six not asked;
 *   seven, a sum of differing ones, are unavailable. A dash is nil. Rows that a file with `KEYS` leaves out are 0.
 * - `CONTVARIABLE` gives the dimension with the role `metric`, `TIMEVAL` the one with `time`, `MAP` those with `geo`;
 *   `VARIABLE-TYPE` gives `time` and `geo` as well.
 * - Without `LANGUAGE` and `LANGUAGES` the language is `und`.
 * - What has no place in a table is kept in `other.px`, in the specification’s order.
 * @param input a path, bytes, a stream (gathered in memory: give large files by path) or an opened source
 * @param options bounds of cells and of bytes, and a callback for the bytes read
 * @returns the table, or where and why the file is refused: `empty-file`, `html-file`, `not-this-format`, `too-large`,
 * `cannot-read-file`, `unknown-encoding`, `encoding-mixed`, `nul-byte`, `syntax`, `unterminated-quote`,
 * `keyword-missing`, `keyword-twice`, `keyword-unknown-variable`, `keyword-unknown-value`, `values-do-not-match`,
 * `value-unreadable`, `too-many-cells`, `too-few-values`, `too-many-values`, `duplicate-key`, and what
 * `checkStatTable` finds, with the line and keyword that it comes from
 * @see PX-file format specification, AXIS-VERSION 2013, Statistics Sweden 2013-02-27
 * @example
 * const read = await readPx('population.px')
 * if (read.ok) console.log(read.table.title)
 */
export function readPx(input: TableInput | ByteSource, options: ReadPxOptions = {}): Promise<StatRead> {
  const limits = { ...DEFAULT_STAT_LIMITS, ...options.limits }
  return orRefusal(async () => readSource(await openSource(input, limits.textBytes), limits, options))
}

async function readSource(
  source: ByteSource,
  limits: StatLimits,
  { onProgress }: ReadPxOptions,
): Promise<StatRead> {
  const head = await readHead(source)
  const page = codePageOf(head)
  const statements = [...tokenizePx(decodeHead(head, page))]
  const index = new StatementIndex(statements)
  const variables = readVariables(index)
  const cells = cellsOf(variables.list.map(({ codes }) => codes.length))
  if (cells > limits.cells) throw index.missing('DATA', `${cells} > ${limits.cells}`, 'too-many-cells')
  const parts = readParts(index, variables)
  const onBytes = (bytesRead: number) => onProgress?.({ bytesRead, bytesTotal: source.size })
  const filled = await readData({ source, start: head.length, page, onBytes }, index, variables)
  const table: StatTable = { ...parts, ...filled }
  const px = keptStatements(table, index, variables)
  const read = checkedRead(px.length === 0 ? table : { ...table, other: { px } })
  return read.ok ? read : placed(read, index, variables)
}

function readParts(index: StatementIndex, variables: PxVariables): TableParts {
  const measures = readMeasures(index, variables)
  const notes = readNotes(index, variables)
  const [measure] = measures.measures
  return {
    languages: index.languages,
    ...readTexts(index),
    ...(notes.table.length === 0 ? {} : { notes: notes.table }),
    dimensions: readDimensions(index, variables, measures, notes),
    stub: variables.stub,
    ...(measures.variable < 0 && measure !== undefined ? { measure } : {}),
    ...(notes.cells.length === 0 ? {} : { cellNotes: notes.cells }),
    ...(notes.marks.length === 0 ? {} : { cellMarks: notes.marks }),
  }
}

/** The keyword that a fault of the table comes from. */
const KEYWORD_OF_FAULT: ReadonlyMap<StatRefusal['reason'], string> = new Map([
  ['unknown-child', 'HIERARCHIES'],
  ['circular-children', 'HIERARCHIES'],
  ['duplicate-role', 'TIMEVAL'],
  ['duplicate-dimension', 'VARIABLECODE'],
  ['decimals-out-of-range', 'DECIMALS'],
] as const)

/** Says where in the file a fault of the table comes from. */
function placed(refusal: StatRefusal, index: StatementIndex, variables: PxVariables): StatRefusal {
  const name = refusal.keyword
  const variable = variables.list.find(({ names }) => names.get(variables.main) === name)
  const keyword = KEYWORD_OF_FAULT.get(refusal.reason)
  const found = keyword === undefined ? variable?.codesAt : index.all(keyword).at(-1)
  if (found === undefined) return refusal
  const detail = [name, refusal.detail].filter((text) => text !== undefined && text !== '').join(': ')
  return { ok: false, reason: refusal.reason, line: found.line, keyword: found.keyword, detail }
}
