// Runs as a process of its own, with limits of memory and time: whatever a foreign file does, the server stands.
import { readFile } from 'node:fs/promises'
import { firstRecords, readWordTables, type TableReason, type WordTable } from '@jamvikt/tables'
import { serveReader } from '../../../platform/reader-process.ts'
import { type FindingReason, MOST_FILE_BYTES, MOST_FINDINGS, type PlanRead } from './model-exchange.ts'
import { readPlanJson } from './rules/read-json.ts'
import { isPlanSheet, readWorkbook } from './rules/read-workbook.ts'
import type { Sheet } from './rules/sheets.ts'

export interface PlanTask {
  readonly file: string
}

export type PlanAnswer =
  | { readonly kind: 'plan'; readonly read: PlanRead; readonly faults: number; readonly remarks: number }
  | { readonly kind: 'word'; readonly tables: readonly WordTable[] }

const MOST_ROWS = 200_001
const MOST_SHEETS = 200

serveReader<PlanTask, PlanAnswer>(async ({ file }, say) => {
  const bytes = await readFile(file)
  await say(await readAny(bytes))
})

async function readAny(bytes: Buffer): Promise<PlanAnswer> {
  if (bytes.length > MOST_FILE_BYTES) return refused('file-too-large')
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return refused('xls-file')
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return readText(bytes)
  const word = await readWordTables(bytes)
  if (word.ok) {
    const tables = word.tables.filter(({ rows }) => rows.length >= 2)
    return tables.length === 0 ? refused('no-table') : { kind: 'word', tables }
  }
  return word.reason === 'not-a-table' ? readSheets(bytes) : refused(reasonOf(word.reason))
}

function readText(bytes: Buffer): PlanAnswer {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refused('not-a-plan-file')
  }
  return /^\s*[{[]/.test(text) ? planOf(readPlanJson(text)) : refused('not-a-plan-file')
}

async function readSheets(bytes: Buffer): Promise<PlanAnswer> {
  const first = await firstRecords(bytes, { name: 'plan.xlsx' }, 1)
  if (!first.ok) return refused(reasonOf(first.reason), first.detail, first.row)
  const sheets: Sheet[] = []
  const names = first.sheets ?? []
  if (names.length > MOST_SHEETS) return refused('too-many-sheets')
  for (const name of names) {
    // Of a sheet that is none of the plan’s it is told that it was not read, if anything stands in it.
    const read = await firstRecords(
      bytes,
      { name: 'plan.xlsx', sheet: name },
      isPlanSheet(name) ? MOST_ROWS : 1,
    )
    if (!read.ok) {
      if (isPlanSheet(name)) return refused(reasonOf(read.reason), name, read.row)
      sheets.push({ name, rows: [{ row: 1, cells: [] }] })
      continue
    }
    if (read.records.length >= MOST_ROWS) return refused('too-many-rows', name)
    sheets.push({ name, rows: read.records })
  }
  return planOf(readWorkbook(sheets))
}

function planOf({ document, faults, remarks }: PlanRead): PlanAnswer {
  return {
    kind: 'plan',
    read: { document, faults: faults.slice(0, MOST_FINDINGS), remarks: remarks.slice(0, MOST_FINDINGS) },
    faults: faults.length,
    remarks: remarks.length,
  }
}

function refused(reason: FindingReason, sheet = '', row?: number): PlanAnswer {
  const place = { ...(sheet === '' ? {} : { sheet }), ...(row === undefined ? {} : { row }) }
  return planOf({ document: null, faults: [{ reason, place, item: '', detail: '' }], remarks: [] })
}

const REASONS: Partial<Readonly<Record<TableReason, FindingReason>>> = {
  'zip-bomb': 'zip-bomb',
  'encrypted-file': 'encrypted-file',
  'too-many-rows': 'too-many-rows',
  'too-many-columns': 'too-many-columns',
  'cell-too-long': 'cell-too-long',
  'too-large': 'file-too-large',
  'too-many-entries': 'file-too-large',
  'shared-strings-too-large': 'file-too-large',
  'not-a-workbook': 'not-a-plan-file',
  'no-header': 'no-sheets',
}

function reasonOf(reason: TableReason): FindingReason {
  return REASONS[reason] ?? 'cannot-read'
}
