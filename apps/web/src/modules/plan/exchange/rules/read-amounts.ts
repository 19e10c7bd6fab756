import { LANGUAGES, localeOf } from '@jamvikt/i18n'
import { type Cell, isRefusedCell } from '@jamvikt/tables'
import { BUDGET_DIMENSIONS, type BudgetDimension, type ItemKind } from '../../model-items.ts'
import { type AmountStyle, amountStyle, kronorText } from '../../rules/amount-text.ts'
import { COMMON } from '../../rules/budgets.ts'
import type { FindingReason, Place, RawCell } from '../model-exchange.ts'
import { readKronor } from './read-values.ts'
import { cellText } from './sheet-cells.ts'
import {
  type Codes,
  HEADER_WITHIN,
  isHeaderAgain,
  resolve,
  type Sheet,
  type SheetRow,
  type Told,
  tellRows,
  tellUnread,
} from './sheets.ts'
import { dimensionName, isCommon, isTotal, plain } from './vocabulary.ts'

export interface BudgetRow {
  readonly id: string
  readonly over: readonly string[]
}

const YEAR = /^(19|20)\d\d$/
/** In the place of a member: all of them, as a stated sum. */
const ALL = '*'

type AmountColumn = 'budget' | 'amount' | BudgetDimension | { readonly year: string }

const HEADERS: ReadonlyMap<string, AmountColumn> = new Map(
  LANGUAGES.flatMap((language) => {
    const locale = localeOf(language)
    return [
      [plain(locale.text('plan.x.col.budget')), 'budget'],
      [plain(locale.text('plan.x.col.amount')), 'amount'],
      ['budget', 'budget'],
      ['belopp', 'amount'],
      ['amount', 'amount'],
      ...BUDGET_DIMENSIONS.map((dimension) => [plain(dimensionName(language, dimension)), dimension]),
    ] as [string, AmountColumn][]
  }),
)

interface StatedSum {
  readonly budget: BudgetRow
  readonly key: readonly string[]
  readonly amountOre: bigint
  readonly place: Place
}

/**
 * Reads the amounts of budgets: a row an amount, or a row with an amount for each year under years as headers. A row
 * that says “Total” for a member states a sum: it is held against the others and not added.
 */
export function readAmountRows(
  sheet: Sheet | null,
  budgets: ReadonlyMap<string, BudgetRow>,
  codes: Codes,
  told: Told,
): readonly RawCell[] {
  const [first] = sheet?.rows ?? []
  if (sheet === null || first === undefined) return []
  const headerAt = sheet.rows
    .slice(0, HEADER_WITHIN)
    .findIndex(({ cells }) => cells.some((cell) => HEADERS.get(plain(cellText(cell))) === 'budget'))
  const header = sheet.rows[headerAt]
  if (header === undefined) {
    const place = { sheet: sheet.name, row: first.row }
    told.faults.push({ reason: 'no-header', place, item: '', detail: '' })
    return []
  }
  const all = sheet.rows.slice(headerAt + 1)
  const isAgain = (row: SheetRow) => isHeaderAgain(row, header)
  tellRows(sheet, sheet.rows.slice(0, headerAt), 'row-passed-over', told)
  tellRows(sheet, all.filter(isAgain), 'header-again', told)
  const below = all.filter((row) => !isAgain(row))
  const columns = columnsOf(sheet, header, below, told)
  const cells: RawCell[] = []
  const stated: StatedSum[] = []
  const style = amountStyle(writtenAmounts(columns, below))
  for (const row of below)
    for (const one of amountsOf(row, sheet, columns, header, style, budgets, codes, told)) {
      if (one.key.includes(ALL)) stated.push(one)
      else cells.push({ budget: one.budget.id, key: one.key, amountOre: one.amountOre, place: one.place })
    }
  compareStated(stated, cells, told)
  return cells
}

function columnsOf(sheet: Sheet, header: SheetRow, below: readonly SheetRow[], told: Told) {
  const columns = new Map<number, AmountColumn>()
  const named = new Set<number>()
  for (const [at, cell] of header.cells.entries()) {
    const name = cellText(cell)
    const place = { sheet: sheet.name, row: header.row, column: name }
    const column = YEAR.test(name) ? { year: name } : HEADERS.get(plain(name))
    const isTwice = [...columns.values()].some((one) => JSON.stringify(one) === JSON.stringify(column))
    if (column === undefined) continue
    named.add(at)
    if (isTwice) told.faults.push({ reason: 'twice-the-column', place, item: '', detail: name })
    else columns.set(at, column)
  }
  tellUnread(sheet, header, below, (at) => named.has(at), told)
  return columns
}

/** Amounts that are written as text: how numbers are written is told by all of them. */
function* writtenAmounts(
  columns: ReadonlyMap<number, AmountColumn>,
  rows: readonly SheetRow[],
): Generator<string> {
  const places = [...columns].flatMap(([at, column]) =>
    column === 'amount' || typeof column === 'object' ? [at] : [],
  )
  for (const { cells } of rows)
    for (const at of places) {
      const cell = cells[at]
      if (typeof cell === 'string') yield cell
    }
}

function* amountsOf(
  row: SheetRow,
  sheet: Sheet,
  columns: ReadonlyMap<number, AmountColumn>,
  header: SheetRow,
  style: AmountStyle,
  budgets: ReadonlyMap<string, BudgetRow>,
  codes: Codes,
  told: Told,
): Generator<StatedSum> {
  const said = new Map<string, string>()
  const amounts: { readonly at: number; readonly year: string | null; readonly cell: Cell }[] = []
  for (const [at, column] of columns) {
    const cell = row.cells[at] ?? null
    if (cell === null) continue
    if (typeof column === 'object') amounts.push({ at, year: column.year, cell })
    else if (column === 'amount') amounts.push({ at, year: null, cell })
    else said.set(column, cellText(cell))
  }
  if (said.size === 0 && amounts.length === 0) return
  const place = (at?: number): Place => ({
    sheet: sheet.name,
    row: row.row,
    ...(at === undefined ? {} : { column: cellText(header.cells[at]) }),
  })
  const columnOf = (wanted: string) => [...columns].find(([, column]) => column === wanted)?.[0]
  const fault = (reason: FindingReason, at: number | undefined, detail: string) =>
    told.faults.push({ reason, place: place(at), item: '', detail: detail.slice(0, 60) })
  const code = said.get('budget') ?? ''
  const budget = budgets.get(plain(code))
  if (budget === undefined) {
    fault(code === '' ? 'required' : 'dangling', columnOf('budget'), code)
    return
  }
  for (const { at, year, cell } of amounts) {
    if (isRefusedCell(cell)) {
      fault('unreadable-cell', at, cell.refused)
      continue
    }
    const amount = readKronor(typeof cell === 'number' ? cell : cellText(cell), style)
    if (!amount.ok) fault(amount.reason, at, cellText(cell))
    if (!amount.ok || amount.amountOre === null) continue
    const key = keyOf(budget, said, year, codes, (reason, dimension, detail) =>
      fault(reason, columnOf(dimension) ?? at, detail),
    )
    if (key !== null) yield { budget, key, amountOre: amount.amountOre, place: place(at) }
  }
}

function keyOf(
  { over }: BudgetRow,
  said: ReadonlyMap<string, string>,
  inYear: string | null,
  codes: Codes,
  fault: (reason: FindingReason, dimension: string, detail: string) => void,
): readonly string[] | null {
  const strange = [...said.keys()].find((dimension) => dimension !== 'budget' && !over.includes(dimension))
  if (strange !== undefined) {
    fault('wrong-key', strange, said.get(strange) ?? '')
    return null
  }
  const key: string[] = []
  for (const dimension of over) {
    const word = (dimension === 'year' ? inYear : null) ?? said.get(dimension) ?? ''
    const member = isTotal(word) ? ALL : memberOf(dimension, word, codes)
    if (member === null) {
      fault(word === '' ? 'required' : dimension === 'year' ? 'not-a-year' : 'dangling', dimension, word)
      return null
    }
    key.push(member)
  }
  return key
}

function memberOf(dimension: string, word: string, codes: Codes): string | null {
  if (dimension === 'year') return YEAR.test(word) ? word : null
  const kinds: readonly ItemKind[] = (['activity', 'priority', 'cost-type', 'financier'] as const).filter(
    (kind) => kind === dimension,
  )
  const found = resolve(word, kinds, codes)
  if ('id' in found) return found.id
  return dimension === 'priority' && isCommon(word) ? COMMON : null
}

function compareStated(stated: readonly StatedSum[], cells: readonly RawCell[], told: Told) {
  const byBudget = Map.groupBy(cells, ({ budget }) => budget)
  for (const { budget, key, amountOre, place } of stated) {
    const rows = (byBudget.get(budget.id) ?? []).filter((cell) =>
      key.every((member, at) => member === ALL || member === cell.key[at]),
    )
    const sum = rows.reduce((all, cell) => all + cell.amountOre, 0n)
    if (sum !== amountOre)
      told.faults.push({ reason: 'sum-differs', place, item: '', detail: sumDetail(sum, amountOre) })
  }
}

/** Both sums and what is between them, as a finding quotes them. */
export function sumDetail(rows: bigint, stated: bigint): string {
  const difference = rows > stated ? rows - stated : stated - rows
  return [rows, stated, difference].map(kronorText).join('|')
}
