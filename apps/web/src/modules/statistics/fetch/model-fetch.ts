import type { StatRefusal } from '@jamvikt/tables'
import { z } from 'zod'
import type { Db } from '../../../platform/db/tenant.ts'
import type { JobData } from '../../../platform/jobs.ts'
import type { ReaderFailure } from '../../../platform/reader-process.ts'
import type { RowReading, Source } from '../model-datasets.ts'
import type { StatisticsDoors } from '../service/receive-base.ts'
import type { HttpReason } from './http-refusal.ts'
import type { HttpSource } from './http-source.ts'

/** A source that can be asked over the network. */
export type FetchSource = Exclude<Source, { kind: 'file' | 'released' }>
export type PxwebSource = Extract<FetchSource, { table: string }>
export type KoladaSource = Extract<FetchSource, { kind: 'kolada' }>
export type UrlSource = Extract<FetchSource, { kind: 'url' }>

/** What a fetch itself refuses, besides what its calls and its readers do. */
type OwnReason =
  /** The source changed its table while it was being fetched. */
  | 'source-changed'
  /** Codes that are asked for are not in the table any more; `keyword` the variable, `detail` the codes. */
  | 'unknown-codes'
  /** A variable that must be chosen from is not; `keyword` the variable. */
  | 'selection-missing'
  | 'too-many-pieces'
  /** Fetched again, the table has other dimensions or codes than the latest version; `detail` tells which. */
  | 'structure-changed'
  | 'dataset-gone'
  /** A fault of ours, or of our disk or database, that did not go away. */
  | 'fault'

export interface FetchRefusal {
  readonly ok: false
  readonly reason: HttpReason | StatRefusal['reason'] | ReaderFailure | OwnReason
  readonly line?: number | undefined
  readonly keyword?: string | undefined
  readonly detail?: string | undefined
}

export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft') }),
  z.object({ kind: z.literal('version'), version: z.number().int() }),
  z.object({ kind: z.literal('unchanged'), version: z.number().int() }),
  z.object({
    kind: z.literal('refused'),
    reason: z.string(),
    line: z.number().optional(),
    keyword: z.string().optional(),
    detail: z.string().optional(),
    /** What was fetched is kept for a day: the fetch may go on where it stopped. */
    resumable: z.boolean(),
  }),
])
export type Outcome = z.infer<typeof outcomeSchema>

export interface FetchRun {
  readonly id: string
  /** `null` for a table that is to be a new dataset. */
  readonly datasetId: string | null
  readonly source: FetchSource
  readonly scheduled: boolean
  readonly status: 'queued' | 'running' | 'done' | 'failed'
  /** 0–1 */
  readonly progress: number
  readonly runs: number
  readonly fingerprint: string | null
  readonly outcome: Outcome | null
  readonly draftId: string | null
  readonly createdAt: Date
  readonly createdBy: string
  readonly finishedAt: Date | null
}

export interface FetchDoors extends StatisticsDoors {
  readonly db: Db
  readonly http: HttpSource
  send(queue: 'fetch', data: JobData): Promise<void>
}

/** How a fetcher keeps what it gets, so that a broken fetch goes on where it stopped. */
export interface Gatherer {
  readonly http: HttpSource
  /**
   * The answer with this number: the kept one, or asked for and kept.
   * @param share how much of the whole is done with it, 0–1
   */
  piece(
    number: number,
    share: number,
    ask: () => Promise<{ readonly ok: true; readonly bytes: Uint8Array } | FetchRefusal>,
  ): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | FetchRefusal>
  /** Holds what the source says of its table against what it said when the fetch began; false where it differs. */
  isUnchanged(fingerprint: string): Promise<boolean>
}

/** How the kept answers are to be read. */
export type Reading =
  | { readonly kind: 'file'; readonly name: string; readonly rows: RowReading | null }
  | {
      readonly kind: 'pxweb'
      readonly table: string
      readonly language: string
      readonly wanted: readonly (readonly [string, readonly string[]])[]
    }
  | { readonly kind: 'kolada' }

export type Gathered =
  | {
      readonly ok: true
      readonly pieces: number
      /** Answers beside the pieces: lists that they are read with. */
      readonly lists: readonly Uint8Array[]
      readonly reading: Reading
      /** Where a person finds the table. */
      readonly address: string
      readonly fileName: string | null
    }
  | FetchRefusal
