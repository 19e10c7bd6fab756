import { type Cell, isDateCell, isRefusedCell } from '@jamvikt/tables'
import { type FieldDef, fieldDefs, ITEM_KINDS, type ItemKind, KINDS } from '../../model-items.ts'
import {
  type Finding,
  type FindingReason,
  LOST_PARENT,
  type Place,
  type PlanRead,
  type RawItem,
} from '../model-exchange.ts'
import { checkDocument } from './check-document.ts'
import { type BudgetRow, readAmountRows } from './read-amounts.ts'
import { readFacts } from './read-facts.ts'
import { cellText, codesIn, readCell } from './sheet-cells.ts'
import {
  type Codes,
  HEADER_WITHIN,
  isHeaderAgain,
  isKind,
  resolve,
  type Sheet,
  type SheetRow,
  type Told,
  tellRows,
  tellUnread,
} from './sheets.ts'
import { type ColumnKey, columnsOf, plain, SHEETS, type SheetKind } from './vocabulary.ts'

interface KindRow {
  readonly id: string
  readonly code: string
  readonly row: SheetRow
}

/** The sheet of a kind: its columns and its rows, each with an id of its own. */
interface KindSheet {
  readonly kind: ItemKind
  readonly sheet: Sheet
  readonly columns: ReadonlyMap<number, { readonly key: ColumnKey; readonly header: string }>
  readonly rows: readonly KindRow[]
}

/** Reads a plan from the sheets of a workbook in the form of the template, in Swedish or English. */
export function readWorkbook(sheets: readonly Sheet[]): PlanRead {
  const told: Told = { faults: [], remarks: [] }
  const found = sheetsByKind(sheets, told)
  if (found.size === 0) {
    told.faults.push({ reason: 'no-sheets', place: {}, item: '', detail: '' })
    return { document: null, ...told }
  }
  let next = 0
  const kinds = ITEM_KINDS.flatMap((kind) => {
    const sheet = found.get(kind)
    return sheet === undefined ? [] : openKind(kind, sheet, () => `i${++next}`, told)
  })
  const codes = new Map(
    kinds.map(({ kind, rows }) => [kind, new Map(rows.map(({ code, id }) => [plain(code), id]))]),
  )
  const items = kinds.flatMap((one) => one.rows.map((row) => rawItem(one, row, codes, told)))
  const { facts, placeOfFact } = readFacts(found.get('plan') ?? null, told)
  const cells = readAmountRows(found.get('cells') ?? null, budgetsOf(items, codes), codes, told)
  const read = checkDocument({ facts, placeOfFact, items, cells }, told.faults)
  return { ...read, faults: byPlace(read.faults), remarks: byPlace([...told.remarks, ...read.remarks]) }
}

/** Findings in the order of the file: sheets as they are first told of, then rows. */
function byPlace(findings: readonly Finding[]): readonly Finding[] {
  const sheets = [...new Set(findings.map(({ place }) => place.sheet))]
  return findings.toSorted(
    (a, b) =>
      sheets.indexOf(a.place.sheet) - sheets.indexOf(b.place.sheet) ||
      (a.place.row ?? 0) - (b.place.row ?? 0),
  )
}

/** Whether a sheet of that name is read whole. */
export function isPlanSheet(name: string): boolean {
  const kind = SHEETS.get(plain(name))
  return kind !== undefined && kind !== 'help' && kind !== 'lists'
}

function sheetsByKind(sheets: readonly Sheet[], told: Told): ReadonlyMap<SheetKind, Sheet> {
  const found = new Map<SheetKind, Sheet>()
  for (const sheet of sheets) {
    const kind = SHEETS.get(plain(sheet.name))
    if (kind === 'help' || kind === 'lists') continue
    const finding = { place: { sheet: sheet.name }, item: '', detail: '' }
    if (kind !== undefined && found.has(kind)) told.faults.push({ reason: 'twice-the-sheet', ...finding })
    else if (kind !== undefined) found.set(kind, sheet)
    else if (sheet.rows.length > 0) told.remarks.push({ reason: 'sheet-passed-over', ...finding })
  }
  return found
}

function openKind(kind: ItemKind, sheet: Sheet, nextId: () => string, told: Told): KindSheet[] {
  const known = columnsOf(kind)
  const headerAt = sheet.rows
    .slice(0, HEADER_WITHIN)
    .findIndex(({ cells }) => cells.filter((cell) => known.has(plain(cellText(cell)))).length >= 2)
  const header = sheet.rows[headerAt]
  if (header === undefined) {
    if (sheet.rows.length > 0)
      told.faults.push({ reason: 'no-header', place: { sheet: sheet.name }, item: '', detail: '' })
    return []
  }
  const all = sheet.rows.slice(headerAt + 1)
  const isAgain = (row: SheetRow) => isHeaderAgain(row, header)
  tellRows(sheet, sheet.rows.slice(0, headerAt), 'row-passed-over', told)
  tellRows(sheet, all.filter(isAgain), 'header-again', told)
  const below = all.filter((row) => !isAgain(row))
  const columns = new Map<number, { key: ColumnKey; header: string }>()
  const seen = new Set<string>()
  const named = new Set<number>()
  for (const [at, cell] of header.cells.entries()) {
    const name = cellText(cell)
    const key = known.get(plain(name))
    const place = { sheet: sheet.name, row: header.row, column: name }
    if (key === undefined) continue
    const id = typeof key === 'string' ? `:${key}` : key.field
    if (seen.has(id)) told.faults.push({ reason: 'twice-the-column', place, item: '', detail: name })
    else columns.set(at, { key, header: name })
    seen.add(id)
    named.add(at)
  }
  tellUnread(sheet, header, below, (at) => named.has(at), told)
  const codeAt = [...columns].find(([, { key }]) => key === 'code')?.[0]
  const codes = new Set<string>()
  const rows = below.flatMap((row) => {
    const said = [...columns.keys()].some((at) => at !== codeAt && cellText(row.cells[at]) !== '')
    const isRefused = [...columns.keys()].some((at) => isRefused1(row.cells[at]))
    if (!said && !isRefused) {
      tellRows(sheet, [row], 'row-passed-over', told)
      return []
    }
    const codeCell = codeAt === undefined ? null : (row.cells[codeAt] ?? null)
    const code = codeCell === null ? '' : cellText(codeCell)
    const fault = (reason: FindingReason) =>
      told.faults.push({
        reason,
        place: { sheet: sheet.name, row: row.row, column: columns.get(codeAt ?? -1)?.header ?? '' },
        item: '',
        detail: code,
      })
    if (codeCell !== null && isDateCell(codeCell)) fault('code-is-a-date')
    if (code !== '' && codes.has(plain(code))) fault('duplicate-code')
    codes.add(plain(code))
    return [{ id: nextId(), code, row }]
  })
  return [{ kind, sheet, columns, rows }]
}

function isRefused1(cell: Cell | undefined): boolean {
  return cell !== undefined && cell !== null && isRefusedCell(cell)
}

function rawItem(of: KindSheet, { id, row }: KindRow, codes: Codes, told: Told): RawItem {
  const headers = new Map<string, string>()
  const fields: Record<string, unknown> = {}
  const refused = new Set<string>()
  const defs = fieldDefs(of.kind)
  let parent: string | null = null
  const nameAt = [...of.columns].find(([, { key }]) => typeof key === 'object' && key.field === 'name')?.[0]
  const name = nameAt === undefined ? '' : cellText(row.cells[nameAt]).slice(0, 100)
  const place = (field?: string): Place => {
    const column = field === undefined ? undefined : headers.get(field)
    return { sheet: of.sheet.name, row: row.row, ...(column === undefined ? {} : { column }) }
  }
  const tell = (list: Finding[], reason: FindingReason, field: string, detail: string, nearest?: string) =>
    list.push({
      reason,
      place: place(field),
      item: name,
      detail,
      allowed: { kind: of.kind, field },
      ...(nearest === undefined ? {} : { nearest }),
    })
  for (const [at, { key, header }] of of.columns) {
    const cell = row.cells[at] ?? null
    const field = typeof key === 'string' ? key : key.field
    headers.set(field, header)
    if (cell === null || key === 'code') continue
    if (key === 'parent') {
      const parents: readonly string[] = KINDS[of.kind].parents
      const kinds = parents.filter(isKind)
      const found = resolve(cellText(cell), kinds, codes)
      if ('id' in found) parent = found.id
      else {
        tell(
          told.faults,
          found.reason === 'dangling' ? 'unknown-parent' : found.reason,
          field,
          cellText(cell),
        )
        parent = LOST_PARENT
      }
      continue
    }
    const def = defs[field]
    if (def === undefined) continue
    if (def.type === 'items')
      fields[field] = references(def, cell, codes, (reason, code) => tell(told.faults, reason, field, code))
    else {
      const read = readCell(field, of.kind, def, cell)
      if (!read.ok) {
        tell(told.faults, read.reason, field, read.detail, read.nearest)
        refused.add(field)
      } else {
        fields[field] = read.value
        if (read.readAs !== undefined) tell(told.remarks, 'date-read-as', field, read.readAs)
      }
    }
  }
  return { id, kind: of.kind, parent, fields, place, told: refused }
}

function references(
  def: Extract<FieldDef, { type: 'items' }>,
  cell: Cell,
  codes: Codes,
  fault: (reason: FindingReason, code: string) => void,
): readonly string[] {
  return codesIn(cell).flatMap((code) => {
    const found = resolve(code, def.of.filter(isKind), codes)
    if ('id' in found) return [found.id]
    fault(found.reason, code)
    return []
  })
}

function budgetsOf(items: readonly RawItem[], codes: Codes): ReadonlyMap<string, BudgetRow> {
  const byId = new Map([...(codes.get('budget') ?? [])].map(([code, id]) => [id, code]))
  return new Map(
    items.flatMap(({ id, kind, fields }) => {
      const code = byId.get(id)
      const { over } = fields
      if (kind !== 'budget' || code === undefined || !Array.isArray(over)) return []
      return [[code, { id, over: over.map(String) }] as const]
    }),
  )
}
