import type { AggregateRow, CaseRecord, Mapping, Refusal } from '@jamvikt/tables'
import type { Inspection, IntakeFailure } from '../model.ts'

/** What the server asks of the process that reads foreign files. */
export type IntakeTask =
  | { readonly task: 'inspect'; readonly file: string; readonly name: string }
  | {
      readonly task: 'import'
      readonly file: string
      readonly name: string
      readonly sheet: string | null
      readonly mapping: Mapping
      readonly hashKey: string
    }

/** What it answers; batches wait for `next` so that neither side gathers a whole file. */
export type IntakeAnswer =
  | { readonly kind: 'inspected'; readonly inspection: Inspection }
  | { readonly kind: 'cases'; readonly records: readonly CaseRecord[] }
  | { readonly kind: 'aggregates'; readonly rows: readonly AggregateRow[] }
  | { readonly kind: 'refusals'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'progress'; readonly share: number; readonly rows: number }
  | { readonly kind: 'done'; readonly rows: number; readonly refusedRows: number }
  | { readonly kind: 'refused'; readonly failure: IntakeFailure }
