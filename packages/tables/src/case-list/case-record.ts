import type { LeaderRule, MissingKind, Outcome, Sex } from '@jamvikt/domain'
import { CELL_REASONS, ROW_REASONS } from '../table.ts'

/** One application as the audit knows it. Texts that are not stated are kinds of missing. */
export interface CaseRecord {
  row: number
  /** The source's id; `rad-N` when the list has none; `hash:…` when the id holds a personal number. */
  caseId: string
  /** `org:NNNNNN-NNNN`, `person:` keyed hash, `name:` normalised name, or `case:` id when nothing else is known. */
  recipientKey: string
  /** Null for sole traders and when not stated. */
  recipientName: string | null
  /** Null for sole traders and when not stated. */
  organisationNumber: string | null
  soleTrader: boolean
  supportForm: string
  outcome: Outcome
  appliedAmountOre: bigint | MissingKind
  grantedAmountOre: bigint | MissingKind
  /** `YYYY-MM-DD`, or `YYYY` where the list states years only. */
  appliedOn: string | null
  decidedOn: string | null
  /** Code, `several`, or a kind of missing. */
  municipality: string
  /** Code, `several`, or a kind of missing; follows from the municipality when not mapped itself. */
  county: string
  /** Section letter, a free label when the version is `none`, or a kind of missing. */
  industry: string
  sex: Sex
  alternativeSex: Partial<Record<LeaderRule, Sex>>
  background: string
  age: string
  unit: string
}

/** One row of a list that holds counts: the dimensions' labels, counts and exact amounts. */
export interface AggregateRow {
  row: number
  by: Record<string, string>
  applied: number
  granted: number
  refused: number | MissingKind
  withdrawn: number | MissingKind
  pending: number | MissingKind
  amountAppliedOre: bigint | MissingKind
  amountGrantedOre: bigint | MissingKind
}

const VALUE_REASONS = [
  'value-unmapped',
  'required-empty',
  'duplicate-case',
  'duplicate-group',
  'organisation-number-malformed',
  'organisation-number-checksum',
  'amount-not-a-number',
  'amount-negative',
  'amount-too-precise',
  'amount-too-large',
  'applied-not-positive',
  'amount-on-refused',
  'date-invalid',
  'decision-before-application',
  'place-unknown',
  'county-municipality-mismatch',
  'industry-unknown',
  'industry-code-ambiguous',
  'count-not-whole',
  'count-negative',
  'granted-exceeds-applied',
  'counts-exceed-applied',
] as const

/** Every reason for which a row is refused. */
export const REFUSAL_REASONS = [...VALUE_REASONS, ...CELL_REASONS, ...ROW_REASONS] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** One reason why a row is not counted. A row may have several. */
export interface Refusal {
  row: number
  /** The header as the file writes it; empty when the whole row is meant. */
  column: string
  reason: RefusalReason
  /** What stood there: at most 60 characters, personal numbers masked; never for organisation numbers. */
  value?: string
  suggestions?: string[]
  /** For duplicates: the row that has the id already. */
  firstRow?: number
}
