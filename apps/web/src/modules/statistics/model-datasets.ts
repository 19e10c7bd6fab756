import type { StatTable, TableParts } from '@jamvikt/tables'
import { z } from 'zod'

/** The six national sub-goals, and what describes the region besides. */
export const AREAS = ['power', 'economy', 'education', 'care', 'health', 'violence', 'background'] as const
export type Area = (typeof AREAS)[number]

export const RHYTHMS = ['irregular', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const

export const FETCH_AGAIN = ['never', 'daily', 'weekly', 'monthly'] as const
export type FetchAgain = (typeof FETCH_AGAIN)[number]

/** An object by codes of any name: `z.record` would lose `__proto__`. */
const byCode = <T extends z.ZodType>(value: T) =>
  z.custom<Readonly<Record<string, z.infer<T>>>>(
    (given) =>
      typeof given === 'object' &&
      given !== null &&
      !Array.isArray(given) &&
      Object.values(given).every((each) => value.safeParse(each).success),
  )

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
    selection: byCode(z.array(z.string())),
    /** By variable, the code list that its values are asked by; version 2 alone has them. */
    codeLists: byCode(z.string()).optional(),
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

/** How the rows of a file are read, as somebody has chosen. */
export const rowReadingSchema = z.object({
  /** Workbooks: the sheet; the first that is not empty where it is not given. */
  sheet: z.string().nullable(),
  /** Where the header stands, counted from 1; told by the file where it is not given. */
  headerRow: z.number().int().positive().nullable(),
  shape: z.object({
    dimensions: z.array(
      z.object({
        column: z.string(),
        role: z.enum(['geo', 'time', 'metric', 'classification']),
        label: z.string().exactOptional(),
      }),
    ),
    values: z.array(z.string()).min(1),
    across: z.array(
      z.object({ id: z.string(), role: z.enum(['time', 'metric']), codes: z.array(z.string()) }),
    ),
    status: z.string().nullable(),
    numbers: z
      .object({ decimal: z.enum(['.', ',']), thousands: z.enum(['', '.', ',', "'"]) })
      .exactOptional(),
  }),
})
export type RowReading = Readonly<z.infer<typeof rowReadingSchema>>

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
    'code-trimmed',
    'lost-zero',
    'county-letter',
    'place-level',
    'level-unclear',
    'places-unknown',
    'area-changed',
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

/** What a dataset says of itself in words; what is published keeps those it was proposed with. */
export const wordsSchema = z.object({
  name: z.string(),
  description: z.string(),
  area: z.enum(AREAS),
  producer: z.string(),
  licence: z.string(),
  contact: z.string(),
  rhythm: z.enum(RHYTHMS),
  /** What is counted, who is counted, and when. */
  definitions: z.string(),
  /** Where figures before and after cannot be compared as they are. */
  breaks: z.string(),
})
export type DatasetWords = Readonly<z.infer<typeof wordsSchema>>

export interface Dataset extends Omit<DatasetWords, 'producer'> {
  readonly id: string
  readonly slug: string
  readonly fetchAgain: FetchAgain
  readonly source: Source
  readonly synthetic: boolean
  /** The latest version's number; 0 before there is one. */
  readonly version: number
  readonly withdrawnAt: Date | null
}

/** A version without its cells. */
/** What is told of a version, without its table. */
export interface VersionFacts {
  readonly datasetId: string
  readonly number: number
  readonly sha256: string
  readonly cells: number
  readonly provenance: Provenance
  readonly assumptions: readonly Assumption[]
  readonly changes: Changes
  readonly createdAt: Date
  readonly createdBy: string
}

export interface DatasetVersion extends VersionFacts {
  readonly parts: TableParts
}

/** A table that has been read but is not kept yet. */
export interface Draft {
  readonly id: string
  /** The file that it was read of, where how its rows are read may be chosen. */
  readonly heldId: string | null
  /** Whether somebody has chosen how its rows are read. */
  readonly isChosen: boolean
  readonly datasetId: string | null
  readonly table: StatTable
  readonly provenance: Provenance
  readonly assumptions: readonly Assumption[]
}

/** What differs from what was open, in figures that both show; hidden and missing cells are counted and never named. */
export const differencesSchema = z.object({
  /** Figures that are others. */
  figures: z.number().int(),
  /** Cells that have a figure in one alone. */
  signs: z.number().int(),
  cellsNew: z.number().int(),
  cellsGone: z.number().int(),
  /** The figures that changed most, the largest first. */
  largest: z.array(
    z.object({
      labels: z.array(z.string()),
      before: z.number(),
      after: z.number(),
      decimals: z.number().int(),
    }),
  ),
})
export type Differences = Readonly<z.infer<typeof differencesSchema>>

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
  readonly words: DatasetWords
  /** Since what was open when it was proposed; `null` where nothing was. */
  readonly differences: Differences | null
  readonly comparedWith: string | null
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

/** A dataset that is withdrawn, and why. */
export interface WithdrawnDataset {
  readonly slug: string
  readonly name: string
  readonly withdrawnAt: Date
  readonly reason: string
}
