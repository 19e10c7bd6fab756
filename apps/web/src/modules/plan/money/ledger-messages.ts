import type { NumberStyle } from '@jamvikt/domain'
import type { LedgerRow } from './rules/ledger-rows.ts'

/** What the process that reads a ledger’s file is asked. */
export type LedgerTask =
  | { readonly task: 'look'; readonly file: string; readonly name: string }
  | {
      readonly task: 'read'
      readonly file: string
      readonly name: string
      /** Only these leave the process. */
      readonly columns: readonly string[]
      readonly amount: string
    }

export interface LedgerLook {
  readonly headers: readonly string[]
  /** The first rows, identity numbers masked. */
  readonly sample: readonly (readonly string[])[]
  readonly rows: number
  /** What stands in each column and how often; `null` where it is too much to list. */
  readonly values: readonly (readonly { readonly value: string; readonly times: number }[] | null)[]
}

export type LedgerAnswer =
  | ({ readonly kind: 'looked' } & LedgerLook)
  | { readonly kind: 'rows'; readonly rows: readonly LedgerRow[] }
  | { readonly kind: 'done'; readonly style: NumberStyle }
  | { readonly kind: 'refused'; readonly reason: string; readonly row?: number; readonly column?: string }
