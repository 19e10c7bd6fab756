import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type CountMatrix,
  type CountRow,
  type CountTable,
  segregationTable,
  segregationTableOf,
} from './table.ts'

const SHARED = process.env.JAMVIKT_SHARED ?? join(import.meta.dirname, '../../../../../shared')

/** The records of a shared comma-separated file, or `null` (said aloud) where it is not found. */
export function readShared(path: string): Record<string, string>[] | null {
  const file = join(SHARED, path)
  if (!existsSync(file)) {
    console.warn(`${file} not found: its figures are not checked`)
    return null
  }
  const [head = [], ...lines] = readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((value) => value.replaceAll('"', '')))
  return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i] ?? ''])))
}

export function tableOfRows(rows: readonly CountRow[]): CountTable {
  const result = segregationTable(rows)
  if (!result.ok) throw new Error(`refused: ${result.reason} at ${result.culprit}`)
  return result.table
}

export function tableOf(counts: readonly (readonly number[])[], more: Partial<CountMatrix> = {}): CountTable {
  const units = counts.map((_, u) => `u${u}`)
  const groups = (counts[0] ?? []).map((_, g) => `g${g}`)
  const result = segregationTableOf({ units, groups, counts, ...more })
  if (!result.ok) throw new Error(`refused: ${result.reason} at ${result.culprit}`)
  return result.table
}

export function relative(value: number, expected: number): number {
  return Math.abs(value / expected - 1)
}
