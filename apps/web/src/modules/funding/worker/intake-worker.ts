// Runs as a process of its own, with limits of memory and time: whatever a foreign file does, the server stands.
import { createHmac } from 'node:crypto'
import { maskPersonalNumbers } from '@jamvikt/domain'
import {
  type AggregateItem,
  type CaseItem,
  interpretAggregates,
  interpretCases,
  type MappingRefusal,
  openTable,
  suggestMapping,
  type TableRefusal,
  TableRefusedError,
  type TableRow,
} from '@jamvikt/tables'
import { serveReader } from '../../../platform/reader-process.ts'
import type { IntakeFailure } from '../model.ts'
import type { IntakeAnswer, IntakeTask } from './messages.ts'

const BATCH = 2000
const SAMPLE = 5000
const MOST_SHEETS = 12

serveReader<IntakeTask, IntakeAnswer>(async (task, say) => {
  try {
    await (task.task === 'inspect' ? inspect(task, say) : read(task, say))
  } catch (error) {
    if (!(error instanceof TableRefusedError)) throw error
    await say({ kind: 'refused', failure: asFailure(error.refusal) })
  }
})

type Say = (answer: IntakeAnswer) => Promise<void>

function asFailure(refusal: TableRefusal | MappingRefusal): IntakeFailure {
  if (refusal.reason === 'mapping-refused') return { kind: 'mapping', problems: refusal.problems }
  const { ok: _, ...rest } = refusal
  return { kind: 'file', ...rest }
}

/** A workbook may begin with a sheet of explanations: the sheet whose columns are understood best is read. */
async function bestSheet(file: string, name: string, sheets: readonly string[]) {
  const tried = []
  for (const sheet of sheets.slice(0, MOST_SHEETS)) {
    const table = await openTable(file, { name, sheet })
    if (!table.ok) continue
    const suggestion = await suggestMapping(table, { sampleRows: 20 })
    const understood = suggestion.ok
      ? Object.keys(suggestion.mapping.columns ?? {}).length + (suggestion.mapping.aggregated ?? []).length
      : 0
    tried.push({ table, understood })
  }
  return tried.toSorted((x, y) => y.understood - x.understood)[0]?.table ?? null
}

async function inspect(task: Extract<IntakeTask, { task: 'inspect' }>, say: Say) {
  const first = await openTable(task.file, { name: task.name })
  if (!first.ok) return say({ kind: 'refused', failure: asFailure(first) })
  const several = (first.sheets ?? []).length > 1
  const table = (several ? await bestSheet(task.file, task.name, first.sheets ?? []) : null) ?? first
  const rows: TableRow[] = []
  for await (const row of table.rows()) {
    rows.push(row)
    if (rows.length >= SAMPLE) break
  }
  const suggestion = await suggestMapping(table, { sampleRows: SAMPLE })
  if (!suggestion.ok) return say({ kind: 'refused', failure: asFailure(suggestion) })
  // What stands in columns that may hold a person's number or name is not shown back.
  const personal = new Set([
    suggestion.mapping.columns?.organisationNumber,
    suggestion.mapping.columns?.recipient,
  ])
  const sample = rows
    .slice(0, 3)
    .map((row) =>
      table.headers.map((header, index) => (personal.has(header) ? '…' : sampleText(row.cells[index]))),
    )
  return say({
    kind: 'inspected',
    inspection: {
      format: table.format,
      ...(table.sheet ? { sheet: table.sheet } : {}),
      headers: table.headers,
      sample,
      suggestion,
      distinct: distinctValues(table.headers, rows, personal),
    },
  })
}

const MOST_VALUES = 40

function distinctValues(
  headers: readonly string[],
  rows: readonly TableRow[],
  personal: ReadonlySet<string | undefined>,
) {
  const columns = headers.flatMap((header, index) => {
    const counts = new Map<string, number>()
    for (const row of rows) {
      const text = sampleText(row.cells[index])
      if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1)
    }
    if (personal.has(header) || counts.size > MOST_VALUES) return []
    const values = [...counts].sort((a, b) => b[1] - a[1]).map(([value, count]) => ({ value, count }))
    return [[header, values] as const]
  })
  return Object.fromEntries(columns)
}

function sampleText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  const text = typeof cell === 'object' ? ('date' in cell ? String(cell.date) : '') : String(cell)
  return maskPersonalNumbers(text).slice(0, 40)
}

async function read(task: Extract<IntakeTask, { task: 'import' }>, say: Say) {
  let share = 0
  const table = await openTable(task.file, {
    name: task.name,
    ...(task.sheet ? { sheet: task.sheet } : {}),
    onProgress: ({ bytesRead, bytesTotal }) => {
      share = bytesTotal > 0 ? Math.min(1, bytesRead / bytesTotal) : 0
    },
  })
  if (!table.ok) return say({ kind: 'refused', failure: asFailure(table) })
  const key = Buffer.from(task.hashKey, 'base64url')
  const hashPersonalNumber = (text: string) =>
    createHmac('sha256', key).update(text).digest('base64url').slice(0, 22)
  const found = task.mapping.aggregated
    ? await interpretAggregates(table, task.mapping)
    : await interpretCases(table, task.mapping, { hashPersonalNumber })
  if (!found.ok) return say({ kind: 'refused', failure: asFailure(found) })
  const batch = new Batch(say)
  for await (const item of found.items) {
    batch.add(item)
    if (batch.size >= BATCH) {
      await batch.send()
      await say({ kind: 'progress', share, rows: batch.rows })
    }
  }
  await batch.send()
  return say({ kind: 'done', rows: batch.rows, refusedRows: batch.refusedRows })
}

/** Gathers what is read until it is worth a message. */
class Batch {
  #items: (CaseItem | AggregateItem)[] = []
  readonly #say: Say
  #lastRow = 0
  #lastRefused = 0
  rows = 0
  refusedRows = 0

  constructor(say: Say) {
    this.#say = say
  }

  get size() {
    return this.#items.length
  }

  add(item: CaseItem | AggregateItem) {
    this.#items.push(item)
    const row =
      item.kind === 'case'
        ? item.record.row
        : item.kind === 'aggregate'
          ? item.aggregate.row
          : item.refusal.row
    if (row !== this.#lastRow) this.rows += 1
    this.#lastRow = row
    if (item.kind !== 'refusal' || row === this.#lastRefused) return
    this.#lastRefused = row
    this.refusedRows += 1
  }

  async send() {
    const items = this.#items
    this.#items = []
    const records = items.flatMap((item) => (item.kind === 'case' ? [item.record] : []))
    const aggregates = items.flatMap((item) => (item.kind === 'aggregate' ? [item.aggregate] : []))
    const refusals = items.flatMap((item) => (item.kind === 'refusal' ? [item.refusal] : []))
    if (records.length > 0) await this.#say({ kind: 'cases', records })
    if (aggregates.length > 0) await this.#say({ kind: 'aggregates', rows: aggregates })
    if (refusals.length > 0) await this.#say({ kind: 'refusals', refusals })
  }
}
