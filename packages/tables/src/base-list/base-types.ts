import type { TableRefusal } from '../table.ts'

export const BASE_REASONS = [
  'no-sex',
  'no-count',
  'several-counts',
  'unknown-column',
  'columns-disagree',
  'no-rows',
  'bad-row',
  'bad-count',
  'bad-sex',
  'bad-place',
  'industry-code-ambiguous',
  'industry-levels-mixed',
  'duplicate',
] as const
export type BaseReason = (typeof BASE_REASONS)[number]

/** A population by group. */
export interface BaseRead {
  ok: true
  /** In the order of the columns; what every row gives alike as a total is left out. */
  dimensions: string[]
  cells: { by: Record<string, string>; count: number }[]
  /** Rows left out because a label of theirs is a total. */
  totalRows: number
  /** Columns that say nothing here: without a name, or with the same value in every row. */
  ignoredColumns: string[]
}

export interface BaseRefusal {
  ok: false
  reason: BaseReason
  row?: number
  column?: string
  /** What stood there: at most 60 characters, personal numbers masked. */
  value?: string
}

export type BaseResult = BaseRead | BaseRefusal | TableRefusal
