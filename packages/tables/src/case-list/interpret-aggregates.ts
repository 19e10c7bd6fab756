import { isMissingKind, type MissingKind } from '@jamvikt/domain'
import { type OpenTable, type TableRefusal, TableRefusedError, type TableRow } from '../table.ts'
import type { AggregateRow, Refusal } from './case-record.ts'
import { checkMapping } from './check-mapping.ts'
import { columnStyles } from './column-styles.ts'
import type { AggregatedGroup, Mapping, MappingRefusal } from './mapping.ts'
import { ListReading, RowReading } from './row-reading.ts'

export type AggregateItem =
  | { kind: 'aggregate'; aggregate: AggregateRow }
  | { kind: 'refusal'; refusal: Refusal }

export interface AggregatesRead {
  ok: true
  aggregates: AggregateRow[]
  refusals: Refusal[]
  rowsRead: number
  rowsRefused: number
}

/**
 * Turns a table of counts into one row of counts for each of the mapping's groups and each row of the table.
 * A row with any fault in any group is refused as a whole. Counts are whole numbers ≥ 0; `granted` may not exceed
 * `applied`, nor all outcomes together; the same group may not stand twice. What no column gives is `notAsked`,
 * an empty cell `noAnswer`; `refused: "applied-granted"` is the rest after granted, withdrawn and pending.
 * @returns a stream of aggregates and refusals, or a refusal of the mapping or the file
 * @example const found = await interpretAggregates(table, mapping)
 */
export async function interpretAggregates(
  table: OpenTable,
  mapping: Mapping,
): Promise<{ ok: true; items: AsyncIterable<AggregateItem> } | MappingRefusal | TableRefusal> {
  const groups = mapping.aggregated
  if (groups === undefined) {
    return {
      ok: false,
      reason: 'mapping-refused',
      problems: [{ path: 'aggregated', reason: 'wrong-list-kind' }],
    }
  }
  const checked = checkMapping(mapping, table.headers)
  if (!checked.ok) return checked
  const amountColumns = groups.flatMap((group) =>
    [group.amountApplied ?? [], group.amountGranted ?? []].flat(),
  )
  try {
    const { styles, problems } = await columnStyles(table, mapping, amountColumns, [])
    if (problems.length > 0) return { ok: false, reason: 'mapping-refused', problems }
    return { ok: true, items: aggregateItems(table, new ListReading(table.headers, mapping, styles), groups) }
  } catch (error) {
    if (error instanceof TableRefusedError) return error.refusal
    throw error
  }
}

async function* aggregateItems(
  table: OpenTable,
  list: ListReading,
  groups: readonly AggregatedGroup[],
): AsyncGenerator<AggregateItem> {
  const firstRows = new Map<string, number>()
  for await (const row of table.rows()) {
    const { refusals, aggregates } = readAggregateRow(list, row, groups, firstRows)
    for (const refusal of refusals) yield { kind: 'refusal', refusal }
    for (const aggregate of aggregates) yield { kind: 'aggregate', aggregate }
  }
}

function readAggregateRow(
  list: ListReading,
  row: TableRow,
  groups: readonly AggregatedGroup[],
  firstRows: Map<string, number>,
): { refusals: Refusal[]; aggregates: AggregateRow[] } {
  const reading = new RowReading(list, row)
  if (reading.refusals.length > 0) return { refusals: reading.refusals, aggregates: [] }
  const { columns, constants } = list.mapping
  const shared = Object.fromEntries(
    [...Object.keys(columns), ...Object.keys(constants ?? {})].map((name) => [name, reading.dimension(name)]),
  )
  const aggregates = groups.map((group) => readGroup(reading, { ...shared, ...group.by }, group))
  for (const { by } of aggregates) {
    const key = JSON.stringify(Object.entries(by).sort(([a], [b]) => (a < b ? -1 : 1)))
    const firstRow = firstRows.get(key)
    if (firstRow === undefined) firstRows.set(key, row.row)
    else reading.refuse('', 'duplicate-group', Object.values(by).join(', '), { firstRow })
  }
  return { refusals: reading.refusals, aggregates: reading.refusals.length > 0 ? [] : aggregates }
}

function readGroup(reading: RowReading, by: Record<string, string>, group: AggregatedGroup): AggregateRow {
  const required = (header: string): number => {
    const before = reading.refusals.length
    const count = reading.count(header)
    if (count === null && reading.refusals.length === before) reading.refuse(header, 'required-empty')
    return count ?? 0
  }
  const optional = (header: string | undefined): number | MissingKind =>
    header === undefined ? 'notAsked' : (reading.count(header) ?? 'noAnswer')
  const applied = required(group.applied)
  const granted = required(group.granted)
  const withdrawn = optional(group.withdrawn)
  const pending = optional(group.pending)
  const known = (count: number | MissingKind): number => (isMissingKind(count) ? 0 : count)
  const rest = applied - granted - known(withdrawn) - known(pending)
  const isRest = group.refused === 'applied-granted'
  const restUnknown = withdrawn === 'noAnswer' || pending === 'noAnswer'
  const restOrUnknown = restUnknown ? 'noAnswer' : Math.max(0, rest)
  const refused = isRest ? restOrUnknown : optional(group.refused)
  if (reading.refusals.length === 0 && granted > applied) {
    reading.refuse(group.granted, 'granted-exceeds-applied', `${granted} > ${applied}`)
  } else if (reading.refusals.length === 0 && rest - (isRest ? 0 : known(refused)) < 0) {
    reading.refuse(group.applied, 'counts-exceed-applied', String(applied))
  }
  const amount = (field: 'appliedAmount' | 'grantedAmount', header: string | undefined) =>
    header === undefined ? 'notAsked' : reading.amount(field, header)
  return {
    row: reading.row,
    by,
    applied,
    granted,
    refused,
    withdrawn,
    pending,
    amountAppliedOre: amount('appliedAmount', group.amountApplied),
    amountGrantedOre: amount('grantedAmount', group.amountGranted),
  }
}

/**
 * Reads a whole table of counts into memory: {@link interpretAggregates} gathered.
 * @returns aggregates and refusals with counts of rows, or a refusal of the mapping or the file
 * @example const read = await readAggregates(table, mapping)
 */
export async function readAggregates(
  table: OpenTable,
  mapping: Mapping,
): Promise<AggregatesRead | MappingRefusal | TableRefusal> {
  const found = await interpretAggregates(table, mapping)
  if (!found.ok) return found
  const aggregates: AggregateRow[] = []
  const refusals: Refusal[] = []
  try {
    for await (const item of found.items) {
      if (item.kind === 'aggregate') aggregates.push(item.aggregate)
      else refusals.push(item.refusal)
    }
  } catch (error) {
    if (error instanceof TableRefusedError) return error.refusal
    throw error
  }
  const rowsRefused = new Set(refusals.map((refusal) => refusal.row)).size
  const rowsCounted = new Set(aggregates.map((aggregate) => aggregate.row)).size
  return { ok: true, aggregates, refusals, rowsRead: rowsCounted + rowsRefused, rowsRefused }
}
