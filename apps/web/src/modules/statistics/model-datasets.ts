import type { StatTable, TableParts } from '@jamvikt/tables'
import { z } from 'zod'

/** The six national sub-goals, and what describes the region besides. */
export const AREAS = ['power', 'economy', 'education', 'care', 'health', 'violence', 'background'] as const
export type Area = (typeof AREAS)[number]

export const RHYTHMS = ['irregular', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const
type Rhythm = (typeof RHYTHMS)[number]

export const FETCH_AGAIN = ['never', 'daily', 'weekly', 'monthly'] as const
export type FetchAgain = (typeof FETCH_AGAIN)[number]

/** Where a dataset comes from, as it is asked for again. */
export const sourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), producer: z.string() }),
  /** Made of tables that the region has released under this name in the ledger. */
  z.object({ kind: z.literal('released'), producer: z.string(), dataset: z.string() }),
  z.object({ kind: z.literal('url'), producer: z.string(), address: z.string() }),
  z.object({
    kind: z.enum(['pxweb-v1', 'pxweb-v2']),
    producer: z.string(),
    address: z.string(),
    table: z.string(),
    selection: z.record(z.string(), z.array(z.string())),
  }),
  z.object({
    kind: z.literal('kolada'),
    producer: z.string(),
    address: z.string(),
    kpi: z.string(),
    municipalities: z.array(z.string()),
    years: z.array(z.string()),
  }),
])
export type Source = z.infer<typeof sourceSchema>

/** Where one version came from. */
export const provenanceSchema = z.object({
  fileName: z.string().nullable(),
  address: z.string().nullable(),
  fetchedAt: z.string(),
  sourceUpdated: z.string().nullable(),
  sourceSha256: z.string().nullable(),
  /** The releases that a table was made of; none where it is public at its source. */
  releases: z.array(z.string()).default([]),
})
export type Provenance = z.infer<typeof provenanceSchema>

/**
 * Something that was taken for granted when a table was read, such as a name for a code. `to` is empty where a value
 * keeps what it has; `label` is then what may be meant, if anything.
 */
export const assumptionSchema = z.object({
  dimension: z.string(),
  from: z.string(),
  to: z.string(),
  label: z.string(),
  reason: z.enum([
    'name-of-code',
    'old-name',
    'old-code',
    'misspelt',
    'not-found',
    'version-by-fit',
    'version-unclear',
  ]),
})
export type Assumption = z.infer<typeof assumptionSchema>

/** What differs from the version before, by cell and by code. */
export const changesSchema = z.object({
  kind: z.enum(['first', 'same', 'changed']),
  cellsChanged: z.number().int(),
  cellsNew: z.number().int(),
  cellsGone: z.number().int(),
  codesNew: z.array(z.object({ dimension: z.string(), codes: z.array(z.string()) })),
  codesGone: z.array(z.object({ dimension: z.string(), codes: z.array(z.string()) })),
  examples: z.array(
    z.object({
      codes: z.array(z.string()),
      before: z.number().nullable(),
      after: z.number().nullable(),
    }),
  ),
})
export type Changes = z.infer<typeof changesSchema>

export interface Dataset {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly description: string
  readonly area: Area
  readonly licence: string
  readonly contact: string
  readonly rhythm: Rhythm
  readonly fetchAgain: FetchAgain
  readonly source: Source
  readonly synthetic: boolean
  /** The latest version's number; 0 before there is one. */
  readonly version: number
  readonly withdrawnAt: Date | null
}

/** A version without its cells. */
export interface DatasetVersion {
  readonly datasetId: string
  readonly number: number
  readonly parts: TableParts
  readonly sha256: string
  readonly cells: number
  readonly provenance: Provenance
  readonly assumptions: readonly Assumption[]
  readonly changes: Changes
  readonly createdAt: Date
  readonly createdBy: string
}

/** A table that has been read but is not kept yet. */
export interface Draft {
  readonly id: string
  readonly datasetId: string | null
  readonly table: StatTable
  readonly provenance: Provenance
  readonly assumptions: readonly Assumption[]
}

export interface Publication {
  readonly id: string
  readonly datasetId: string
  readonly version: number
  readonly state: 'proposed' | 'published' | 'declined' | 'withdrawn'
  readonly proposedAt: Date
  readonly proposedBy: string
  readonly openFrom: Date | null
  /** When a later version, already decided, takes its place. */
  readonly closesAt: Date | null
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly releasedTableId: string | null
  readonly notice: string | null
}

/** What a published table carries to the open site and its programs. */
export interface PublishedContent {
  readonly releaseId: string
  readonly dataset: Dataset
  readonly version: number
  readonly publishedAt: Date
  readonly provenance: Provenance
  /** What has changed since what was published before; `null` for the first. */
  readonly notice: string | null
  readonly table: StatTable
}

/** A published table as it stands in a list: everything but its cells. */
export interface PublishedEntry extends Omit<PublishedContent, 'table'> {
  readonly parts: TableParts
  readonly cells: number
}

/** A dataset as it stands in the region's own list. */
export interface ListedDataset {
  readonly dataset: Dataset
  readonly parts: TableParts
  readonly fetchedAt: string
  readonly published: 'yes' | 'no' | 'waits'
}
