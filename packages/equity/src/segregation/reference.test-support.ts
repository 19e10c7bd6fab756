import {
  type CountMatrix,
  type CountRow,
  type CountTable,
  segregationTable,
  segregationTableOf,
} from './table.ts'

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
