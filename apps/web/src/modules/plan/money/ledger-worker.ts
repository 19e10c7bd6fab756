// Runs as a process of its own, with limits of memory and time: whatever a foreign file does, the server stands.
import { createNumberStyleDetector, maskPersonalNumbers } from '@jamvikt/domain'
import {
  type Cell,
  isDateCell,
  isRefusedCell,
  openTable,
  type TableRefusal,
  TableRefusedError,
} from '@jamvikt/tables'
import { serveReader } from '../../../platform/reader-process.ts'
import type { LedgerAnswer, LedgerTask } from './ledger-messages.ts'

const LIMITS = { rows: 100_000, columns: 200, cellCharacters: 4000 }
const SAMPLE = 3
const MOST_VALUES = 300
const BATCH = 2000
const CHARACTERS = 300

serveReader<LedgerTask, LedgerAnswer>(async (task, say) => {
  try {
    await read(task, say)
  } catch (error) {
    if (!(error instanceof TableRefusedError)) throw error
    await say(refused(error.refusal))
  }
})

function refused({ reason, row, column }: TableRefusal): LedgerAnswer {
  return {
    kind: 'refused',
    reason,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  }
}

async function read(task: LedgerTask, say: (answer: LedgerAnswer) => Promise<void>) {
  const table = await openTable(task.file, { name: task.name, preamble: true, limits: LIMITS })
  if (!table.ok) return say(refused(table))
  const { headers } = table
  if (task.task === 'look') {
    const sample: string[][] = []
    const values = headers.map(() => new Map<string, number>())
    let count = 0
    for await (const { cells } of table.rows()) {
      count += 1
      if (sample.length < SAMPLE) sample.push(headers.map((_, at) => shown(cells[at] ?? null)))
      for (const [at, found] of values.entries()) {
        const text = String(plain(cells[at] ?? null) ?? '')
          .trim()
          .replace(/\s+/g, ' ')
        if (text !== '' && found.size <= MOST_VALUES) found.set(text, (found.get(text) ?? 0) + 1)
      }
    }
    return say({
      kind: 'looked',
      headers,
      sample,
      rows: count,
      values: values.map((found) =>
        found.size > MOST_VALUES
          ? null
          : [...found].map(([value, times]) => ({ value: maskPersonalNumbers(value), times })),
      ),
    })
  }
  const places = task.columns.map((column) => headers.indexOf(column))
  const style = createNumberStyleDetector()
  const amountAt = headers.indexOf(task.amount)
  let batch: { row: number; cells: Record<string, string | number | null> }[] = []
  for await (const { row, cells } of table.rows()) {
    const amount = cells[amountAt] ?? null
    if (typeof amount === 'string') style.add(amount.replace(/^\((.*)\)$|^(.*)[-−]$/, '$1$2'), row)
    const used: Record<string, string | number | null> = Object.create(null)
    for (const [at, column] of task.columns.entries()) used[column] = plain(cells[places[at] ?? -1] ?? null)
    batch.push({ row, cells: { ...used } })
    if (batch.length < BATCH) continue
    await say({ kind: 'rows', rows: batch })
    batch = []
  }
  if (batch.length > 0) await say({ kind: 'rows', rows: batch })
  const found = style.result()
  return say(
    found.ok
      ? { kind: 'done', style: found.style }
      : { kind: 'refused', reason: found.reason, row: found.index },
  )
}

function plain(cell: Cell): string | number | null {
  if (cell === null || isRefusedCell(cell)) return null
  if (isDateCell(cell)) return cell.date
  return typeof cell === 'number' ? cell : String(cell).slice(0, CHARACTERS)
}

function shown(cell: Cell): string {
  return maskPersonalNumbers(String(plain(cell) ?? '')).slice(0, 40)
}
