import type { WordTable } from '@jamvikt/tables'
import type { PlanFacts } from '../../model.ts'
import type {
  Finding,
  FindingReason,
  Place,
  PlanRead,
  RawCell,
  RawItem,
  WordColumn,
  WordMapping,
} from '../model-exchange.ts'
import { checkDocument } from './check-document.ts'
import { sumDetail } from './read-amounts.ts'
import { readDay, readKronor } from './read-values.ts'
import { isTotal, plain } from './vocabulary.ts'

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
 * budget. A row of its own that names a priority counts for the rows below it; a row of a total is held against them.
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
  const { lines, totals } = linesOf(table, mapping)
  const priorities = new Priorities(target)
  const items: RawItem[] = []
  const cells: RawCell[] = []
  const read = new Map<WordColumn, { first: string; count: number; at: number }>()
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
      if (day === null) tell(faults, 'date-unclear', column, text)
      else fields[column] = day.day
      if (day === null || day.exact) continue
      const before = read.get(column)
      if (before === undefined) read.set(column, { first: `${text} → ${day.day}`, count: 1, at })
      else before.count += 1
    }
    const id = `a${at}`
    if (parent !== null)
      items.push({ id, kind: 'activity', parent, fields, place: (field) => placeOf(at, columnOf(field)) })
    const amount = readKronor(said.get('amount') ?? '')
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
    const stated = readKronor(text)
    if (stated.ok && stated.amountOre !== null && stated.amountOre !== sum)
      faults.push({
        reason: 'sum-differs',
        place: placeOf(at, 'amount'),
        item: '',
        detail: sumDetail(sum, stated.amountOre),
      })
  }
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

function columnOf(field: string | undefined): WordColumn | undefined {
  return (['name', 'start', 'end', 'what', 'how', 'unit'] as const).find((column) => column === field)
}

function linesOf(table: WordTable, mapping: WordMapping) {
  const lines: Line[] = []
  const totals: { readonly at: number; readonly text: string }[] = []
  let above = mapping.priority
  for (const [at, row] of table.rows.entries()) {
    if (at <= mapping.header || row.every((cell) => cell === '')) continue
    const said = new Map<WordColumn, string>()
    for (const [place, column] of mapping.columns.entries())
      if (column !== null) said.set(column, (row[place] ?? '').trim())
    const filled = row.filter((cell) => cell !== '')
    if (isTotal(said.get('name') ?? '') || (filled[0] !== undefined && isTotal(filled[0])))
      totals.push({ at, text: said.get('amount') ?? '' })
    else if (filled.length === 1 && row[0] === filled[0] && mapping.columns.length > NAME_OF_TWO)
      above = filled[0] ?? ''
    else if ([...said.values()].some((text) => text !== ''))
      lines.push({ at, said, priority: said.get('priority') || above })
  }
  return { lines, totals }
}

/** The priorities that rows belong to: those of the plan, or made as they are named. */
class Priorities {
  readonly #target: WordTarget
  readonly #made = new Map<string, { readonly id: string; readonly name: string }>()
  readonly budget: string

  constructor(target: WordTarget) {
    this.#target = target
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
    const fields = { name, over: ['activity'], unit: 'kr' }
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
