import type { TableReason } from '../table.ts'
import { checkStatTable, type StatFault, type StatReason } from './check-table.ts'
import type { StatTable } from './stat-table.ts'

/** What readers of the formats of official statistics refuse besides what every reader does. */
const FORMAT_REASONS = [
  'not-this-format',
  'unknown-encoding',
  'syntax',
  'keyword-missing',
  'keyword-twice',
  'keyword-unknown-variable',
  'keyword-unknown-value',
  'too-few-values',
  'too-many-values',
  'too-many-cells',
  'value-unreadable',
  'member-missing',
  'member-wrong-type',
  'unsupported-version',
  'server-refused',
  'duplicate-key',
  'unknown-code',
  'column-missing',
  'date-unreadable',
  'number-ambiguous',
  'number-too-large',
] as const
type FormatReason = (typeof FORMAT_REASONS)[number]

/**
 * Why a file or an answer is refused as a whole. `line` counts from 1; `keyword` is the PX keyword, the JSON path
 * (`dimension.Kon.category.index`) or the column; `detail` what stood there, cut short; `firstLine` the line that `line`
 * says again.
 */
export interface StatRefusal {
  readonly ok: false
  readonly reason: TableReason | StatReason | FormatReason
  readonly line?: number
  readonly firstLine?: number
  readonly keyword?: string
  readonly detail?: string
}

/** Carries a refusal out of a running read. */
export class StatRefusedError extends Error {
  readonly refusal: StatRefusal

  constructor(reason: StatRefusal['reason'], where: Omit<StatRefusal, 'ok' | 'reason'> = {}) {
    super(reason)
    this.name = 'StatRefusedError'
    this.refusal = { ok: false, reason, ...where }
  }
}

/** Bounds of every read of a statistical table; all may be lowered by the caller. */
export interface StatLimits {
  readonly cells: number
  readonly textBytes: number
}

export const DEFAULT_STAT_LIMITS: StatLimits = { cells: 20_000_000, textBytes: 500_000_000 }

/** What was taken for granted when rows were read: codes that stood with blanks around them, by dimension. */
export interface CodesTrimmed {
  readonly dimension: string
  readonly codes: readonly string[]
}

export type StatRead =
  | { readonly ok: true; readonly table: StatTable; readonly trimmed?: readonly CodesTrimmed[] }
  | StatRefusal

/** Ends a read: the table if it holds together, the refusal if not. */
export function checkedRead(table: StatTable): StatRead {
  const fault = checkStatTable(table)
  return fault === null ? { ok: true, table } : refusalOfFault(fault)
}

function refusalOfFault({ reason, dimension, detail }: StatFault): StatRefusal {
  return {
    ok: false,
    reason,
    ...(dimension === undefined ? {} : { keyword: dimension }),
    ...(detail === undefined ? {} : { detail }),
  }
}
