import type { WordTable } from '@jamvikt/tables'
import type { PlanFacts } from '../../model.ts'
import { amountStyle } from '../../rules/amount-text.ts'
import type {
  Finding,
  FindingReason,
  Place,
  PlanRead,
  RawCell,
  RawItem,
  WordColumn,
  WordMapping,
  WordUnit,
} from '../model-exchange.ts'
import { checkDocument } from './check-document.ts'
import { sumDetail } from './read-amounts.ts'
import { type KronorRead, readDay, readKronor, readSpan } from './read-values.ts'
import { isTotal, plain } from './vocabulary.ts'
import { unitIn, unitSaid } from './word-mapping.ts'

/** The plan that activities come into. */
export interface WordTarget {
  readonly facts: PlanFacts
  /** Priorities that stand there; `null` for a new plan, which gets those that the table names. */
  readonly priorities: readonly { readonly id: string; readonly name: string }[] | null
  /** A budget that stands there and is over activities alone. */
  readonly budget: { readonly id: string; readonly name: string } | null
  /** The name of the budget that is made where there is none. */
  readonly budgetName: string
}

interface Line {
  readonly at: number
  readonly priority: string
  readonly said: ReadonlyMap<WordColumn, string>
}

const NAME_OF_TWO = 2

/**
 * Reads activities from a table of a Word document: into a plan that holds nothing but them, their priorities and one
 * budget. A heading counts for the rows below it; a row of a total is held against them. No row goes untold.
 */
export function readWordPlan(table: WordTable, mapping: WordMapping, target: WordTarget): PlanRead {
  const faults: Finding[] = []
  const remarks: Finding[] = []
  const header = table.rows[mapping.header] ?? []
  const placeOf = (at: number, column?: WordColumn): Place => {
    const place = column === undefined ? -1 : mapping.columns.indexOf(column)
    return {
      sheet: String(mapping.table + 1),
      row: at + 1,
      ...(place < 0 ? {} : { column: header[place] ?? '' }),
    }
  }
  const { lines, totals, headings, passedOver } = linesOf(table, mapping)
  const tellRow = (list: Finding[], reason: FindingReason, at: number, detail = '') =>
    list.push({ reason, place: placeOf(at), item: '', detail: detail.slice(0, 100) })
  for (const { at, text, rows } of headings) {
    tellRow(remarks, 'read-as-heading', at, text)
    if (rows === 0) tellRow(faults, 'heading-without-rows', at, text)
  }
  for (const at of passedOver) tellRow(remarks, 'row-passed-over', at)
  if (table.notes !== undefined)
    remarks.push({
      reason: 'notes-passed-over',
      place: { sheet: placeOf(mapping.header).sheet ?? '' },
      item: '',
      detail: String(table.notes),
    })
  for (const [at, column] of mapping.columns.entries())
    if (column === null && lines.some((line) => (table.rows[line.at]?.[at] ?? '') !== ''))
      remarks.push({
        reason: 'column-left-out',
        place: { ...placeOf(mapping.header), column: header[at] || String(at + 1) },
        item: '',
        detail: '',
      })
  const amountTexts = [
    ...lines.map(({ said }) => said.get('amount') ?? ''),
    ...totals.map(({ text }) => text),
  ]
  const readAs = amountReader(amountTexts, mapping.unit)
  const priorities = new Priorities(target, mapping.unit)
  const items: RawItem[] = []
  const cells: RawCell[] = []
  const read = new Map<WordColumn, { first: string; count: number; at: number }>()
  const readAsDate = (column: WordColumn, at: number, first: string) => {
    const before = read.get(column)
    if (before === undefined) read.set(column, { first, count: 1, at })
    else before.count += 1
  }
  const names = new Set<string>()
  let sum = 0n
  for (const { at, priority, said } of lines) {
    const name = said.get('name') ?? ''
    const tell = (list: Finding[], reason: FindingReason, column: WordColumn, detail = '') =>
      list.push({
        reason,
        place: placeOf(at, column),
        item: name.slice(0, 100),
        detail: detail.slice(0, 100),
      })
    if (name === '') {
      tell(faults, 'name-missing', 'name')
      continue
    }
    const parent = priorities.idOf(priority)
    if (parent === null) tell(faults, 'unknown-priority', 'priority', priority)
    if (names.has(`${parent} ${plain(name)}`)) tell(remarks, 'name-twice', 'name')
    names.add(`${parent} ${plain(name)}`)
    const fields: Record<string, unknown> = { name: name.replace(/\s+/g, ' ') }
    for (const column of ['what', 'how', 'unit'] as const) {
      const text = said.get(column) ?? ''
      if (text !== '') fields[column] = column === 'unit' ? text.replace(/\s+/g, ' ') : text
    }
    for (const column of ['start', 'end'] as const) {
      const text = said.get(column) ?? ''
      if (text === '') continue
      const day = readDay(text, column === 'end')
      if (day === null)
        tell(faults, readSpan(text) === null ? 'date-unclear' : 'date-is-a-span', column, text)
      else fields[column] = day.day
      if (day?.exact === false) readAsDate(column, at, `${text} → ${day.day}`)
    }
    const time = said.get('span') ?? ''
    const span = readSpan(time)
    if (span !== null) {
      fields.start = span.start
      fields.end = span.end
      if (!span.exact) readAsDate('span', at, `${time} → ${span.start}–${span.end}`)
    } else if (time !== '') tell(faults, 'span-unclear', 'span', time)
    const id = `a${at}`
    if (parent !== null)
      items.push({
        id,
        kind: 'activity',
        parent,
        fields,
        place: (field) => placeOf(at, columnOf(field, mapping)),
      })
    const amount = readAs(said.get('amount') ?? '')
    if (!amount.ok) tell(faults, amount.reason, 'amount', said.get('amount'))
    else if (amount.amountOre !== null) {
      sum += amount.amountOre
      if (parent !== null)
        cells.push({
          budget: priorities.budget,
          key: [id],
          amountOre: amount.amountOre,
          place: placeOf(at, 'amount'),
        })
    }
  }
  for (const { at, text } of totals) {
    const stated = readAs(text)
    if (!stated.ok || stated.amountOre === null) tellRow(remarks, 'row-passed-over', at, text)
    else if (stated.amountOre !== sum)
      faults.push({
        reason: 'sum-differs',
        place: placeOf(at, 'amount'),
        item: '',
        detail: sumDetail(sum, stated.amountOre),
      })
  }
  if (cells.length > 0 && unitSaid(table, mapping.header, mapping.columns) !== mapping.unit)
    remarks.push({
      reason: 'unit-assumed',
      place: placeOf(mapping.header, 'amount'),
      item: '',
      detail: mapping.unit,
    })
  for (const [column, { first, count, at }] of read)
    remarks.push({
      reason: 'date-read-as',
      place: placeOf(at, column),
      item: '',
      detail: count > 1 ? `${first} (× ${count})` : first,
    })
  if (items.length === 0 && faults.length === 0)
    faults.push({ reason: 'name-missing', place: placeOf(mapping.header), item: '', detail: '' })
  const all = [...priorities.items(), ...(cells.length > 0 ? [priorities.budgetItem()] : []), ...items]
  const checked = checkDocument(
    {
      facts: { ...target.facts },
      placeOfFact: () => ({}),
      items: all,
      cells,
    },
    faults,
  )
  return { ...checked, remarks: [...remarks, ...checked.remarks] }
}

function columnOf(field: string | undefined, { columns }: WordMapping): WordColumn | undefined {
  if ((field === 'start' || field === 'end') && columns.includes('span')) return 'span'
  return (['name', 'start', 'end', 'what', 'how', 'unit'] as const).find((column) => column === field)
}

const OF_A_TKR = { kr: 1n, tkr: 1n, mnkr: 1000n } as const
const OWN_UNIT = /(?:\b|(?<=\d))(tkr|kkr|mnkr|mkr|kr|sek|kronor|:-)\.?$/i

/** Reads the amounts of a column: its style is told by all of them, and none may be in another unit than the column. */
function amountReader(texts: readonly string[], unit: WordUnit) {
  const bare = (text: string) => text.trim().replace(OWN_UNIT, '').trim()
  const style = amountStyle(texts.map(bare))
  return (text: string): KronorRead | { readonly ok: false; readonly reason: 'unit-differs' } => {
    const own = OWN_UNIT.exec(text.trim())?.[1]
    if (own !== undefined && (unitIn(own) ?? 'kr') !== unit) return { ok: false, reason: 'unit-differs' }
    const read = readKronor(bare(text), style, unit === 'kr' ? 'kr' : 'tkr')
    return read.ok && read.amountOre !== null
      ? { ok: true, amountOre: read.amountOre * OF_A_TKR[unit] }
      : read
  }
}

/** The rows of a table: each is an activity, a total, a heading, or told to be passed over. */
function linesOf(table: WordTable, mapping: WordMapping) {
  const lines: Line[] = []
  const totals: { readonly at: number; readonly text: string }[] = []
  const headings: { readonly at: number; readonly text: string; rows: number }[] = []
  const passedOver: number[] = []
  for (const [at, row] of table.rows.entries()) {
    if (at <= mapping.header || row.every((cell) => cell === '')) continue
    const said = new Map<WordColumn, string>()
    for (const [place, column] of mapping.columns.entries())
      if (column !== null) said.set(column, (row[place] ?? '').trim())
    const filled = row.filter((cell) => cell !== '')
    const heading = headings.at(-1)
    if (isTotal(said.get('name') ?? '') || (filled[0] !== undefined && isTotal(filled[0])))
      totals.push({ at, text: said.get('amount') ?? '' })
    else if (isHeading(row, mapping)) headings.push({ at, text: filled[0] ?? '', rows: 0 })
    else if ([...said.values()].some((text) => text !== '')) {
      if (heading !== undefined) heading.rows += 1
      lines.push({ at, said, priority: said.get('priority') || (heading?.text ?? mapping.priority) })
    } else passedOver.push(at)
  }
  return { lines, totals, headings, passedOver }
}

/** Whether a row says nothing but its first cell, and that is no activity by its name alone. */
function isHeading(row: readonly string[], { columns, nameAlone }: WordMapping): boolean {
  const isAlone = row[0] !== '' && row.filter((cell) => cell !== '').length === 1
  return isAlone && columns.length > NAME_OF_TWO && !(nameAlone === 'activity' && columns[0] === 'name')
}

/** The priorities that rows belong to: those of the plan, or made as they are named. */
class Priorities {
  readonly #target: WordTarget
  readonly #unit: WordUnit
  readonly #made = new Map<string, { readonly id: string; readonly name: string }>()
  readonly budget: string

  constructor(target: WordTarget, unit: WordUnit) {
    this.#target = target
    this.#unit = unit
    this.budget = target.budget?.id ?? 'budget'
  }

  idOf(text: string): string | null {
    const name = text.replace(/\s+/g, ' ').trim()
    if (name === '') return null
    const known = this.#target.priorities
    if (known !== null) return priorityMeant(known, name)
    const made = this.#made.get(plain(name)) ?? { id: `p${this.#made.size + 1}`, name }
    this.#made.set(plain(name), made)
    return made.id
  }

  items(): RawItem[] {
    return (this.#target.priorities ?? [...this.#made.values()]).map(({ id, name }) => ({
      id,
      kind: 'priority',
      parent: null,
      fields: { name },
      place: () => ({}),
    }))
  }

  budgetItem(): RawItem {
    const name = this.#target.budget?.name ?? this.#target.budgetName
    const fields = { name, over: ['activity'], unit: this.#unit === 'kr' ? 'kr' : 'tkr' }
    return { id: this.budget, kind: 'budget', parent: null, fields, place: () => ({}) }
  }
}

/** The priority of that name; otherwise that of that number, as “Prioritering 2”. */
function priorityMeant(
  known: readonly { readonly id: string; readonly name: string }[],
  text: string,
): string | null {
  const named = known.filter(({ name }) => plain(name) === plain(text))
  if (named.length === 1) return named[0]?.id ?? null
  const number = /^(?:prio\p{L}*\.? ?)?(\d{1,2})\b/iu.exec(text)?.[1]
  return number === undefined ? null : (known[Number(number) - 1]?.id ?? null)
}
