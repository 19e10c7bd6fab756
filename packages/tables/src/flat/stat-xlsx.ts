import { openTable, readTable, type TableInput } from '../open-table.ts'
import type { StatRead } from '../stat/refusal.ts'
import type { StatTable } from '../stat/stat-table.ts'
import { parseParts, partsOf } from '../stat/table-parts.ts'
import { writeXlsx } from '../write-xlsx.ts'
import { laidOutAs } from './laid-out-as.ts'
import { partsFromRows, rowsOfParts } from './parts-rows.ts'
import { type FlatOptions, readFlat, statRefusal } from './read-flat.ts'
import { longNames, longRows } from './write-flat.ts'

const DATA = 'Data'
const PARTS = 'Metadata'

/**
 * A table as a workbook: a sheet of rows, a figure a row, and a sheet with all that describes it, as paths and texts.
 * @param language of the texts beside the codes
 * @returns the file's bytes
 * @example await writeFile('table.xlsx', await writeStatXlsx(table, 'sv'))
 */
export async function writeStatXlsx(table: StatTable, language: string): Promise<Uint8Array> {
  const rows = longRows(table, language)
  const header = rows.next()
  const headers = header.done ? [] : header.value.map(String)
  return writeXlsx([
    { name: DATA, headers, rows },
    { name: PARTS, headers: ['path', 'value'], rows: rowsOfParts(partsOf(table)) },
  ])
}

/**
 * Reads a workbook as a statistical table: one of ours whole, any other as rows (see `readFlat`).
 * @returns the table; or `member-wrong-type` with the path in the sheet of metadata, `values-do-not-match`,
 * `value-unreadable` with the row, or what `readFlat` refuses
 * @example const read = await readStatXlsx('table.xlsx', { name: 'table.xlsx' })
 */
export async function readStatXlsx(
  input: TableInput,
  options: FlatOptions & { name: string; sheet?: string; headerRow?: number },
): Promise<StatRead> {
  const { name, sheet, headerRow, shape } = options
  const open = await openTable(input, {
    name,
    preamble: true,
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
  })
  if (!open.ok) return statRefusal(open)
  if (sheet !== undefined || shape !== undefined || !open.sheets?.includes(PARTS))
    return readFlat(open, options)
  const described = await openTable(input, { name, sheet: PARTS })
  if (!described.ok || described.headers.join() !== 'path,value') return readFlat(open, options)
  const lines = await readTable(described)
  if (!lines.ok) return statRefusal(lines)
  const found = partsFromRows(lines.rows.map(({ cells }) => cells))
  if (!found.ok) return { ok: false, reason: 'member-wrong-type', keyword: `${PARTS}: ${found.path}` }
  const parsed = parseParts(found.value)
  if (!parsed.ok) return { ok: false, reason: 'member-wrong-type', keyword: `${PARTS}: ${parsed.keyword}` }
  const { parts } = parsed
  const names = longNames(parts)
  const flat = await readFlat(open, {
    ...options,
    shape: {
      dimensions: names.map((column) => ({ column, role: 'classification' })),
      values: ['value'],
      across: [],
      status: open.headers.includes('status') ? 'status' : null,
    },
  })
  return flat.ok ? laidOutAs(flat.table, parts, options.limits) : flat
}
