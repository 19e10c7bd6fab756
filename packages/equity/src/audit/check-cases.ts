import { type CaseColumns, OUTCOMES } from './types.ts'

/** Why cases or crossings were not tabulated; `row` counts from 0. */
export type TabulateRefusal =
  | {
      readonly ok: false
      readonly reason: 'too-many-groups'
      readonly groups: number
      readonly limit: number
    }
  | { readonly ok: false; readonly reason: 'unknown-dimension'; readonly dimension: string }
  | { readonly ok: false; readonly reason: 'wrong-length'; readonly column: string; readonly length: number }
  | { readonly ok: false; readonly reason: 'unknown-code'; readonly column: string; readonly row: number }
  | { readonly ok: false; readonly reason: 'bad-amount'; readonly column: string; readonly row: number }

/** The first fault of the columns that the crossings read, or `null`. */
export function checkCases(cases: CaseColumns, dimensions: readonly string[]): TabulateRefusal | null {
  const columns: [string, ArrayLike<number>][] = [
    ['outcome', cases.outcome],
    ['amountAppliedOre', cases.amountAppliedOre],
    ['amountGrantedOre', cases.amountGrantedOre],
    ['contributor', cases.contributor],
  ]
  for (const name of dimensions) {
    const column = cases.dimensions[name]
    if (column === undefined) return { ok: false, reason: 'unknown-dimension', dimension: name }
    columns.push([name, column.codes])
  }
  for (const [column, { length }] of columns) {
    if (length !== cases.length) return { ok: false, reason: 'wrong-length', column, length }
  }
  for (const name of ['outcome', ...dimensions]) {
    const codes = name === 'outcome' ? cases.outcome : cases.dimensions[name]?.codes
    const size = name === 'outcome' ? OUTCOMES.length : (cases.dimensions[name]?.labels.length ?? 0)
    const row = codes?.findIndex((code) => code >= size) ?? -1
    if (row >= 0) return { ok: false, reason: 'unknown-code', column: name, row }
  }
  for (const column of ['amountAppliedOre', 'amountGrantedOre'] as const) {
    const row = cases[column].findIndex(
      (ore) => !(Number.isNaN(ore) || (ore >= 0 && Number.isSafeInteger(ore))),
    )
    if (row >= 0) return { ok: false, reason: 'bad-amount', column, row }
  }
  return null
}
