import type { CaseColumns, Outcome } from './types.ts'
import { OUTCOMES } from './types.ts'

/** A case as a row, where columns are hard to write: small lists, examples, tests. */
export interface CaseRow {
  readonly outcome: Outcome
  readonly labels: Readonly<Record<string, string>>
  readonly appliedOre?: number
  readonly grantedOre?: number
  readonly recipient?: number
}

/**
 * Columns from rows; every row carries the same dimensions, and its own number as recipient if none is given.
 *
 * @example columnsFromRows([{ outcome: 'granted', labels: { sex: 'women' }, grantedOre: 50_000_00 }]).length // 1
 */
export function columnsFromRows(rows: readonly CaseRow[]): CaseColumns {
  const names = Object.keys(rows[0]?.labels ?? {})
  const dimensions = Object.fromEntries(
    names.map((name) => {
      const labels = [...new Set(rows.map((row) => row.labels[name] ?? ''))]
      const codes = Uint16Array.from(rows, (row) => labels.indexOf(row.labels[name] ?? ''))
      return [name, { codes, labels }]
    }),
  )
  return {
    length: rows.length,
    outcome: Uint8Array.from(rows, (row) => OUTCOMES.indexOf(row.outcome)),
    dimensions,
    amountAppliedOre: Float64Array.from(rows, (row) => row.appliedOre ?? Number.NaN),
    amountGrantedOre: Float64Array.from(rows, (row) => row.grantedOre ?? Number.NaN),
    contributor: Uint32Array.from(rows, (row, i) => row.recipient ?? i),
  }
}
