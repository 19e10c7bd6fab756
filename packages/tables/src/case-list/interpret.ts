import { type OpenTable, type TableRefusal, TableRefusedError } from '../table.ts'
import type { CaseRecord, Refusal } from './case-record.ts'
import { checkMapping } from './check-mapping.ts'
import { columnStyles } from './column-styles.ts'
import type { Mapping, MappingRefusal } from './mapping.ts'
import { type CaseItem, createCaseReader } from './read-case.ts'
import { ListReading } from './row-reading.ts'

export type { CaseItem } from './read-case.ts'

export interface InterpretOptions {
  /** A keyed hash (HMAC) of the caller's; personal numbers leave the import only as what it returns. */
  hashPersonalNumber: (text: string) => string
}

/** A list as read: every row is either one record or has at least one refusal. */
export interface CasesRead {
  ok: true
  records: CaseRecord[]
  refusals: Refusal[]
  rowsRead: number
  rowsRefused: number
}

/**
 * Turns a table's rows into cases by a mapping. A row with any fault is refused as a whole and every fault listed;
 * nothing is guessed. Not stated: an unmapped field is `notAsked`, an empty cell `noAnswer` (or what `values` says of
 * the empty text), an empty granted amount of a case not granted `notApplicable`. The county follows from the
 * municipality when it has no column. Amount and date styles that the mapping leaves open are decided per column in
 * a first pass.
 * @param table an opened table; it is read twice when styles must be decided
 * @returns `items`, a stream of cases and refusals in row order, which throws `TableRefusedError` if the file breaks
 * off; or a `MappingRefusal`; or the `TableRefusal` met in the first pass
 * @example
 * const found = await interpretCases(table, mapping, { hashPersonalNumber })
 * if (found.ok) for await (const item of found.items) if (item.kind === 'case') use(item.record)
 */
export async function interpretCases(
  table: OpenTable,
  mapping: Mapping,
  options: InterpretOptions,
): Promise<{ ok: true; items: AsyncIterable<CaseItem> } | MappingRefusal | TableRefusal> {
  if (mapping.aggregated !== undefined) {
    return {
      ok: false,
      reason: 'mapping-refused',
      problems: [{ path: 'aggregated', reason: 'wrong-list-kind' }],
    }
  }
  const checked = checkMapping(mapping, table.headers)
  if (!checked.ok) return checked
  const columnsOf = (fields: readonly string[]): string[] =>
    fields.flatMap((field) => mapping.columns[field] ?? [])
  const amountColumns = columnsOf(['appliedAmount', 'grantedAmount'])
  const dateColumns = columnsOf(['appliedOn', 'decidedOn'])
  try {
    const { styles, problems } = await columnStyles(table, mapping, amountColumns, dateColumns)
    if (problems.length > 0) return { ok: false, reason: 'mapping-refused', problems }
    const list = new ListReading(table.headers, mapping, styles)
    return { ok: true, items: caseItems(table, createCaseReader(list, options.hashPersonalNumber)) }
  } catch (error) {
    if (error instanceof TableRefusedError) return error.refusal
    throw error
  }
}

async function* caseItems(
  table: OpenTable,
  read: ReturnType<typeof createCaseReader>,
): AsyncGenerator<CaseItem> {
  for await (const row of table.rows()) yield* read(row)
}

/**
 * Reads a whole list of cases into memory: {@link interpretCases} gathered.
 * @returns records and refusals with counts of rows (`rowsRead` = records + `rowsRefused`), or a refusal of the
 * mapping or the file
 * @example const read = await readCases(table, mapping, { hashPersonalNumber })
 */
export async function readCases(
  table: OpenTable,
  mapping: Mapping,
  options: InterpretOptions,
): Promise<CasesRead | MappingRefusal | TableRefusal> {
  const found = await interpretCases(table, mapping, options)
  if (!found.ok) return found
  const records: CaseRecord[] = []
  const refusals: Refusal[] = []
  try {
    for await (const item of found.items) {
      if (item.kind === 'case') records.push(item.record)
      else refusals.push(item.refusal)
    }
  } catch (error) {
    if (error instanceof TableRefusedError) return error.refusal
    throw error
  }
  const rowsRefused = new Set(refusals.map((refusal) => refusal.row)).size
  return { ok: true, records, refusals, rowsRead: records.length + rowsRefused, rowsRefused }
}
