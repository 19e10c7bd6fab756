import { isMissingKind } from '@jamvikt/domain'
import { cellText, fold, shown } from '../case-list/cell-text.ts'
import { readCount } from '../case-list/read-cell.ts'
import { readTable } from '../open-table.ts'
import type { OpenTable, TableRow } from '../table.ts'
import { baseLabel, isTotal, roleOf, sectionsOf } from './base-labels.ts'
import type { BaseReason, BaseRefusal, BaseResult } from './base-types.ts'

interface Column {
  readonly header: string
  readonly place: number
  readonly role: string | undefined
}

interface BaseRow {
  readonly row: number
  readonly count: number
  readonly by: Record<string, string>
}

/**
 * Reads a base table: how many firms or inhabitants there are in each group, one row a group. Columns are known by
 * their headers in Swedish or English: the count (antal, count, företag, invånare …), sex (required), and background,
 * age, industry, municipality, county, support form, unit. Labels become what lists of cases give: `women`, `men`,
 * `other`, `native`, `foreignBorn`, codes of places, sections of SNI 2007 (when every label of the column is a code or
 * name of it, finer codes being added up; else as written), and kinds of missing (an empty cell is `noAnswer`).
 * A row with a total ("totalt", "båda könen") among its labels is left out and counted; where all rows have a total,
 * the dimension is left out. Zero is a count; an empty cell of the count is refused.
 * A column of no known name must have the same value in all rows.
 * @param table an opened table, read once into memory
 * @returns dimensions and cells, or the first fault with row, column and value: `no-sex`, `no-count`,
 * `several-counts`, `unknown-column`, `columns-disagree` (two columns of one dimension), `no-rows`, `bad-row` (wider or
 * narrower than the header), `bad-count` (not whole, or negative), `bad-sex`, `bad-place`, `industry-code-ambiguous`
 * (a number that may have lost a leading zero), `industry-levels-mixed` (a section and parts of it), `duplicate`;
 * or the `TableRefusal` of a broken file
 * @example const base = await readBase(table); if (base.ok) base.cells[0] // { by: { sex: 'women' }, count: 1200 }
 */
export async function readBase(table: OpenTable): Promise<BaseResult> {
  const all = await readTable(table)
  if (!all.ok) return all
  const { rows } = all
  const columns = table.headers.map((header, place): Column => ({ header, place, role: roleOf(header) }))
  const [count, ...moreCounts] = columns.filter(({ role }) => role === 'count')
  const dimensionColumns = columns.filter(
    ({ role, place }) => role !== undefined && role !== 'count' && !allTotals(rows, place),
  )
  if (!columns.some(({ role }) => role === 'sex')) return refuse('no-sex')
  if (count === undefined) return refuse('no-count')
  if (moreCounts[0] !== undefined) return refuse('several-counts', { column: moreCounts[0].header })
  if (rows.length === 0) return refuse('no-rows')
  const strange = columns.find(
    ({ role, header, place }) => role === undefined && !/^kolumn \d+$/.test(header) && !allAlike(rows, place),
  )
  if (strange !== undefined) return refuse('unknown-column', { column: shown(strange.header) })

  const read: BaseRow[] = []
  let totalRows = 0
  for (const row of rows) {
    if (row.refused !== undefined) return refuse('bad-row', { row: row.row })
    if (dimensionColumns.some(({ place }) => isTotal(textAt(row, place)))) totalRows++
    else {
      const one = readRow(row, count, dimensionColumns)
      if ('reason' in one) return one
      read.push(one)
    }
  }
  const dimensions = [...new Set(dimensionColumns.flatMap(({ role }) => role ?? []))]
  if (!dimensions.includes('sex')) return refuse('no-sex')
  const cells = sumRows(read)
  if ('reason' in cells) return cells
  const ignoredColumns = columns.filter(({ role }) => role === undefined).map(({ header }) => header)
  return { ok: true, dimensions, cells, totalRows, ignoredColumns }
}

function refuse(reason: BaseReason, where: Omit<BaseRefusal, 'ok' | 'reason'> = {}): BaseRefusal {
  return { ok: false, reason, ...where }
}

const textAt = (row: TableRow, place: number): string => cellText(row.cells[place] ?? null)

function allAlike(rows: readonly TableRow[], place: number): boolean {
  return new Set(rows.map((row) => fold(textAt(row, place)))).size <= 1
}

function allTotals(rows: readonly TableRow[], place: number): boolean {
  return rows.length > 0 && rows.every((row) => isTotal(textAt(row, place)))
}

function readRow(row: TableRow, count: Column, columns: readonly Column[]): BaseRow | BaseRefusal {
  const at = ({ header, place }: Column) => {
    const value = shown(textAt(row, place))
    return { row: row.row, column: shown(header), ...(value === '' ? {} : { value }) }
  }
  const counted = readCount(row.cells[count.place] ?? null)
  if (!counted.ok || counted.value === null) return refuse('bad-count', at(count))
  const by: Record<string, string> = {}
  for (const column of columns) {
    const { header, place, role = '' } = column
    const text = textAt(row, place)
    if (role === 'industry' && typeof row.cells[place] === 'number' && /^\d{3,4}$/.test(text)) {
      return refuse('industry-code-ambiguous', at(column))
    }
    const result = baseLabel(role, header, text)
    if (!result.ok) return refuse(result.reason, at(column))
    if (by[role] !== undefined && by[role] !== result.label && !sameSection(role, by[role], result.label)) {
      return refuse('columns-disagree', at(column))
    }
    by[role] ??= result.label
  }
  return { row: row.row, count: counted.value, by }
}

/** A code and its name beside each other say the same. */
function sameSection(role: string, one: string, other: string): boolean {
  if (role !== 'industry') return false
  const sections = [one, other].map((label) => sectionsOf([label]))
  const [a, b] = sections.map((found, i) => (found instanceof Map ? found.get(i === 0 ? one : other) : null))
  return a !== null && a === b
}

function sumRows(rows: readonly BaseRow[]): { by: Record<string, string>; count: number }[] | BaseRefusal {
  const written = [...new Set(rows.flatMap(({ by }) => by.industry ?? []))]
  const sections = sectionsOf(written)
  if (sections !== null && 'mixed' in sections) {
    return refuse('industry-levels-mixed', { value: shown(sections.mixed) })
  }
  const seen = new Set<string>()
  const cells = new Map<string, { by: Record<string, string>; count: number }>()
  for (const { row, by, count } of rows) {
    const own = JSON.stringify(Object.values(by))
    if (seen.has(own)) return refuse('duplicate', { row, value: shown(Object.values(by).join(', ')) })
    seen.add(own)
    const { industry } = by
    const asRead =
      industry === undefined || isMissingKind(industry)
        ? by
        : { ...by, industry: sections?.get(industry) ?? industry }
    const key = JSON.stringify(Object.values(asRead))
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, { by: asRead, count })
    else cell.count += count
  }
  return [...cells.values()]
}
