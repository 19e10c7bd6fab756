import type { Mapping, MappingProblem, MappingSuggestion, RefusalReason, TableReason } from '@jamvikt/tables'

export interface FundingList {
  readonly id: string
  readonly name: string
  readonly kind: 'cases' | 'aggregated'
  readonly synthetic: boolean
  readonly mapping: Mapping
  readonly threshold: number
  readonly periodYears: number
  readonly baseId: string | null
  /** Counts the changes of the list; figures are cached by it. */
  readonly version: number
  readonly createdAt: Date
  readonly withdrawnAt: Date | null
}

/** What a reader found in an uploaded file, before anything is counted. */
export interface Inspection {
  readonly format: string
  /** Workbooks: the sheet that is read, the one that fits best. */
  readonly sheet?: string
  readonly headers: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly suggestion: MappingSuggestion
  /** The values of columns with few of them, most frequent first, by header. */
  readonly distinct: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>
}

/** Why a file or a mapping was not taken. `detail` names the column, sheet or value meant. */
export type IntakeFailure =
  | {
      readonly kind: 'file'
      readonly reason: TableReason
      readonly row?: number
      readonly column?: string
      readonly detail?: string
    }
  | { readonly kind: 'mapping'; readonly problems: readonly MappingProblem[] }
  | { readonly kind: 'list'; readonly reason: 'withdrawn' }
  | { readonly kind: 'worker'; readonly reason: 'out-of-time' | 'out-of-memory' | 'crashed' }

export type UploadStatus = 'received' | 'read' | 'refused' | 'importing' | 'imported'

export interface Upload {
  readonly id: string
  readonly listId: string | null
  readonly listName: string
  readonly fileName: string
  readonly sha256: string
  readonly status: UploadStatus
  readonly inspection: Inspection | null
  readonly refusal: IntakeFailure | null
  readonly createdBy: string
}

/** What an import changed. `absent` = cases of the list that the file does not hold. */
export interface ImportReport {
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly absent: number
  readonly removed: number
  readonly refusedRows: number
  readonly changedFields: Readonly<Record<string, number>>
  readonly sameFile: boolean
}

export interface ImportRun {
  readonly id: string
  readonly listId: string
  readonly uploadId: string
  readonly fileName: string
  readonly sha256: string
  readonly mapping: Mapping
  readonly wholeList: boolean
  readonly status: 'queued' | 'running' | 'done' | 'failed'
  readonly progress: number
  readonly rowsRead: number
  readonly report: ImportReport | null
  readonly failure: IntakeFailure | null
  readonly createdAt: Date
  readonly createdBy: string
  readonly finishedAt: Date | null
}

export interface RefusedRow {
  readonly row: number
  readonly column: string
  readonly reason: RefusalReason
  readonly value: string | null
  readonly suggestions: readonly string[]
}

export interface SavedMapping {
  readonly id: string
  readonly name: string
  readonly mapping: Mapping
}

/** The variables that a list of applications can be crossed by besides sex, in the order of the page. */
export const CROSSING_DIMENSIONS = [
  'background',
  'age',
  'industry',
  'municipality',
  'county',
  'supportForm',
  'unit',
] as const

export interface FundingRelease {
  readonly id: string
  readonly listId: string
  /** Ids of released tables, one a period. */
  readonly tableIds: readonly string[]
  readonly releasedAt: Date
  readonly releasedBy: string
}
