/** What became of a case. The order is the coding of `CaseColumns.outcome`. */
export const OUTCOMES = ['granted', 'refused', 'withdrawn', 'pending'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** A dictionary-coded column: `labels[codes[row]]` is the value of a row. */
export interface CodedColumn {
  readonly codes: Uint16Array
  readonly labels: readonly string[]
}

/** Cases as columns, one entry a case. */
export interface CaseColumns {
  readonly length: number
  /** Index into `OUTCOMES`. */
  readonly outcome: Uint8Array
  /** Sex, background, age, industry, municipality, support form, year, … Kinds of missing are labels too. */
  readonly dimensions: Readonly<Record<string, CodedColumn>>
  /** Whole öre, 0 or more; NaN = not stated. */
  readonly amountAppliedOre: Float64Array
  /** Whole öre, 0 or more; NaN = not stated. Read for granted cases only. */
  readonly amountGrantedOre: Float64Array
  /** Id of the recipient: the same id in two rows is one contributor. */
  readonly contributor: Uint32Array
}

/** The labels that make a group, by dimension; `{}` is everybody. */
export type By = Readonly<Record<string, string>>

/** Cases by outcome; `applied` is the sum of the other four. */
export type Counts = Readonly<Record<'applied' | Outcome, number>>

/** One recipient's part of an amount. */
export interface Contribution {
  readonly id: number
  readonly ore: number
}

/** A sum of money and what is needed to judge whether it may be shown. `null` = not known (aggregated input). */
export interface Magnitude {
  readonly totalOre: number
  /** Cases with a stated amount. */
  readonly stated: number | null
  /** Distinct recipients among them. */
  readonly contributors: number | null
  readonly largestOre: number | null
  readonly secondLargestOre: number | null
  /** The largest recipients, at most five, largest first. Never leaves the working view. */
  readonly top: readonly Contribution[] | null
}

export type Median = Readonly<{ valueOre: number; contributors: number }>

/** A tabulated group of the working view. */
export interface Cell {
  readonly by: By
  readonly counts: Counts
  readonly amounts: Readonly<Record<'applied' | 'granted', Magnitude>>
  /** Median of the stated grants; `null` when there is none. */
  readonly medianGrantedOre: Median | null
}

/** A group whose figures are hidden. */
export interface SuppressedCell {
  readonly by: By
  readonly suppressed: true
}

/** The figures that the audit reads; a `Cell` is one, and so is a published cell. */
export interface FigureCell {
  readonly by: By
  readonly suppressed?: false
  readonly counts: Counts
  readonly amounts: Readonly<
    Record<'applied' | 'granted', { readonly totalOre: number; readonly stated?: number | null }>
  >
  readonly medianGrantedOre?: { readonly valueOre: number } | null
}

/** Input of every derived measure: true or protected cells alike. */
export type AuditCell = FigureCell | SuppressedCell

/** Which stages the data hold at all. A stage that is absent is unknown, not zero. */
export interface Stages {
  readonly applied: boolean
  readonly decided: boolean
  readonly granted: boolean
  readonly amountApplied: boolean
  readonly amountGranted: boolean
}

/** A group of the population that could have applied, for instance firms led by women in an industry. */
export interface BaseCell {
  readonly by: By
  readonly count: number
}
