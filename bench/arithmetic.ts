// The audit's arithmetic without server or database.
import { createHash } from 'node:crypto'
import { auditCells, tabulate } from '@jamvikt/equity'
import { type EncodedCases, encodeCases, openTable, parseMapping, readCases } from '@jamvikt/tables'
import { demoMapping } from '../apps/web/src/demo/mapping.ts'
import { largeCsv } from './large-list.ts'

const RUNS = 7
/** Six crossings as the pages ask for them, each with all its margins. */
const CROSSINGS = [
  ['sex'],
  ['sex', 'background'],
  ['sex', 'industry'],
  ['sex', 'municipality'],
  ['sex', 'background', 'industry'],
  ['sex', 'age', 'supportForm'],
] as const

function withMargins(names: readonly string[]): string[][] {
  return Array.from({ length: 2 ** names.length }, (_, mask) => names.filter((_name, at) => mask & (1 << at)))
}

async function columnsOf(rows: number): Promise<EncodedCases> {
  const table = await openTable(largeCsv(rows), { name: 'x.csv' })
  const mapping = parseMapping(demoMapping)
  if (!table.ok || !mapping.ok) throw new Error('the demo list cannot be read')
  const read = await readCases(table, mapping.mapping, {
    hashPersonalNumber: (text) => createHash('sha256').update(text).digest('hex'),
  })
  if (!read.ok || read.records.length !== rows) throw new Error('the demo list was not read whole')
  const columns = encodeCases(read.records)
  if (!columns.ok) throw new Error(columns.reason)
  return columns
}

function auditOnce(columns: EncodedCases): number {
  const began = performance.now()
  for (const crossing of CROSSINGS) {
    const table = tabulate(columns, withMargins(crossing))
    if (!table.ok) throw new Error(table.reason)
    auditCells(table.cells, { stages: table.stages })
  }
  return performance.now() - began
}

/** Milliseconds of a warm audit of so many rows over six crossings: the median of the runs, and the fastest. */
export async function auditMs(rows: number): Promise<{ median: number; fastest: number }> {
  const columns = await columnsOf(rows)
  auditOnce(columns)
  const times = Array.from({ length: RUNS }, () => auditOnce(columns)).sort((a, b) => a - b)
  const [fastest = Number.NaN] = times
  return { median: times[Math.floor(RUNS / 2)] ?? Number.NaN, fastest }
}
