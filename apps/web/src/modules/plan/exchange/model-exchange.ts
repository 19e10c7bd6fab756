import type { BudgetCell, PlanDocument } from '../model.ts'
import type { ItemKind } from '../model-items.ts'
import type { FaultReason } from '../rules/check-fields.ts'

/** Where in a file something stands: in a workbook or a Word table by row and column, in JSON by its path. */
export interface Place {
  readonly sheet?: string
  /** Counted from 1, as a spreadsheet shows it. */
  readonly row?: number
  readonly column?: string
  readonly path?: string
}

export const FINDING_REASONS = [
  // Of the file itself.
  'cannot-read',
  'file-too-large',
  'too-slow',
  'not-a-plan-file',
  'json-invalid',
  'twice-the-key',
  'unknown-format',
  'unknown-version',
  'xls-file',
  'zip-bomb',
  'encrypted-file',
  'too-many-rows',
  'too-many-sheets',
  'too-many-columns',
  'cell-too-long',
  'no-sheets',
  'no-header',
  'twice-the-sheet',
  'twice-the-column',
  'no-table',
  // Of what stands in it.
  'wrong-type',
  'unknown-kind',
  'duplicate-id',
  'duplicate-code',
  'code-is-a-date',
  'no-parent',
  'unknown-parent',
  'misplaced',
  'cycle',
  'too-deep',
  'too-many-items',
  'dangling',
  'ambiguous-code',
  'not-an-amount',
  'amount-too-precise',
  'amount-negative',
  'amount-too-large',
  'amount-ambiguous',
  'number-style-mixed',
  'unit-differs',
  'heading-without-rows',
  'wrong-key',
  'unknown-dimension',
  'activity-and-priority',
  'duplicate-cell',
  'value-and-missing',
  'unreadable-cell',
  'unknown-priority',
  'name-missing',
  'date-unclear',
  'date-is-a-span',
  'span-unclear',
  'not-a-year',
  'sum-differs',
  'no-such-national',
  'method-too-long',
  'too-many-methods',
  // Worth a look; they stop nothing.
  'outside-the-plan',
  'sheet-passed-over',
  'column-passed-over',
  'column-left-out',
  'unknown-national',
  'national-other-years',
  'row-passed-over',
  'header-again',
  'notes-passed-over',
  'date-read-as',
  'read-as-heading',
  'unit-assumed',
  'refers-outside',
  'name-twice',
] as const
export type FindingReason = (typeof FINDING_REASONS)[number] | FaultReason

/** Something that is wrong with a file, or that was assumed of it; `detail` quotes the file or says the other figure. */
export interface Finding {
  readonly reason: FindingReason
  readonly place: Place
  /** The name of the item that it is about; `''` for none. */
  readonly item: string
  readonly detail: string
  /** The field whose allowed words are said along with it. */
  readonly allowed?: AllowedOf
  /** The code of the national entry that may have been meant. */
  readonly nearest?: string
}

export interface AllowedOf {
  readonly kind: ItemKind | 'plan'
  readonly field: string
}

/** A parent that a reader could not find, and has told so. */
export const LOST_PARENT = '?'

/** An item as a file gives it, before anything of it has been checked. */
export interface RawItem {
  readonly id: string
  readonly kind: string
  readonly parent: string | null
  readonly fields: Readonly<Record<string, unknown>>
  readonly place: (field?: string) => Place
  /** Fields whose faults the reader has told. */
  readonly told?: ReadonlySet<string>
}

export interface RawCell extends BudgetCell {
  readonly place: Place
}

/** A plan as a file gives it. */
export interface RawPlan {
  readonly facts: Readonly<Record<string, unknown>>
  readonly placeOfFact: (fact: string) => Place
  readonly items: readonly RawItem[]
  readonly cells: readonly RawCell[]
}

/** What a file holds. A plan is there only where nothing is wrong. */
export interface PlanRead {
  readonly document: PlanDocument | null
  readonly faults: readonly Finding[]
  /** What was assumed, and what is worth a look. */
  readonly remarks: readonly Finding[]
}

/** How the rows of a Word table become activities. */
export interface WordMapping {
  readonly table: number
  /** The row of the headers, from 0. */
  readonly header: number
  /** What each column is; `null` is passed over. */
  readonly columns: readonly (WordColumn | null)[]
  /** What a row that names no priority belongs to; `''` for none. */
  readonly priority: string
  /** What amounts are counted in. */
  readonly unit: WordUnit
  /** What a row is that says nothing but a name. */
  readonly nameAlone: NameAlone
}
export const WORD_UNITS = ['kr', 'tkr', 'mnkr'] as const
export type WordUnit = (typeof WORD_UNITS)[number]
/** A heading that names the priority of the rows below it, or an activity of which nothing more is known. */
export const NAMES_ALONE = ['heading', 'activity'] as const
export type NameAlone = (typeof NAMES_ALONE)[number]
export const WORD_COLUMNS = [
  'name',
  'start',
  'end',
  'span',
  'amount',
  'priority',
  'what',
  'how',
  'unit',
] as const
export type WordColumn = (typeof WORD_COLUMNS)[number]

export const MOST_FILE_BYTES = 20_000_000
/** Findings that are told one by one; the rest are counted. */
export const MOST_FINDINGS = 200
