import { MISSING_KINDS } from '@jamvikt/domain'
import type { TableRefusal } from '@jamvikt/tables'
import { z } from 'zod'

/** What a column is: a group to count by, how many a row stands for, money, who it is, or nothing that is kept. */
const COLUMN_ROLES = ['dimension', 'weight', 'amount', 'id', 'drop'] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/** What an amount is written in; `number` has no unit and at most two decimals. */
export const AMOUNT_UNITS = ['kr', 'tkr', 'number'] as const
export type AmountUnit = (typeof AMOUNT_UNITS)[number]

const missingSchema = z.enum(MISSING_KINDS)

export const declarationSchema = z.object({
  columns: z.array(z.object({ name: z.string(), role: z.enum(COLUMN_ROLES), unit: z.enum(AMOUNT_UNITS) })),
  /** Words of the file that stand for a kind of missing. */
  missing: z.array(z.object({ word: z.string(), kind: missingSchema })),
  /** What an empty cell means. */
  empty: missingSchema,
})
export type Declaration = z.infer<typeof declarationSchema>

const categorySchema = z.object({
  code: z.string(),
  /** Exact, and shown to nobody: where few stand in it a category is counted in totals alone. */
  rows: z.number().int().default(0),
  label: z.object({ sv: z.string(), en: z.string() }),
  missing: missingSchema.nullable(),
})
export type MicroCategory = z.infer<typeof categorySchema>

const dimensionSchema = z.object({
  name: z.string(),
  role: z.enum(['time', 'geo', 'classification']),
  categories: z.array(categorySchema),
})
export type MicroDimension = z.infer<typeof dimensionSchema>

/** What a list holds, without its rows. A category's place in its list is what the files hold for it. */
export const contentsSchema = z.object({
  rows: z.number().int(),
  dimensions: z.array(dimensionSchema),
  amounts: z.array(z.object({ name: z.string(), unit: z.enum(AMOUNT_UNITS) })),
  weighted: z.boolean(),
  /** Exact, and therefore shown to nobody but those who bring lists in. */
  counts: z.array(
    z.object({
      column: z.string(),
      filled: z.number().int(),
      missing: z.array(z.object({ kind: missingSchema, rows: z.number().int() })),
    }),
  ),
})
export type MicroContents = z.infer<typeof contentsSchema>

/** The smallest keyed hashes of some things, rising, and how many things there are. */
const smallestSchema = z.object({ size: z.number().int(), smallest: z.array(z.number()) })
export type Smallest = z.infer<typeof smallestSchema>

/** What tells that two lists hold the same rows, without the rows. */
export const sketchSchema = z.object({
  ids: smallestSchema,
  /** What rows say besides their ids, where nearly every row says something of its own; else none. */
  contents: smallestSchema,
  /** Ids with what their rows say. */
  records: smallestSchema,
})
export type ListSketch = z.infer<typeof sketchSchema>

export interface MicroDataset {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly version: number
  readonly declaration: Declaration
  readonly contents: MicroContents
  readonly fileId: string
  /** A calendar date; the rows are deleted after it. */
  readonly retainUntil: string
  readonly createdBy: string
  readonly broughtAt: Date
  readonly broughtBy: string
}

/** How much noise: see `buildPerturbationTable`. */
export interface Noise {
  readonly maxNoise: number
  readonly variance: number
  readonly threshold: number
}

export interface MicroPolicy {
  readonly id: string
  readonly datasetId: string
  readonly state: 'proposed' | 'approved' | 'declined'
  readonly noise: Noise
  readonly proposedAt: Date
  readonly proposedBy: string
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly releasedTableId: string | null
}

/** What is asked of a list: groups to cross, one code of others, and what is told of each group. */
export interface CubeQuestion {
  readonly dimensions: readonly string[]
  readonly filters: readonly { readonly dimension: string; readonly code: string }[]
  /** Codes of `measuresOf`. */
  readonly measures: readonly string[]
}

/** Why a list is refused as a whole, with the row as a spreadsheet counts it and the column. Never what stood there. */
export interface IntakeRefusal {
  readonly ok: false
  readonly reason:
    | 'personal-number'
    | 'id-missing'
    | 'id-empty'
    | 'id-twice'
    | 'no-dimension'
    | 'too-many-dimensions'
    | 'too-many-amounts'
    | 'two-weights'
    | 'column-missing'
    | 'too-many-codes'
    | 'codes-like-names'
    | 'amount-like-codes'
    | 'code-too-long'
    | 'cell-unreadable'
    | 'amount-unreadable'
    | 'weight-unreadable'
    | 'weight-missing'
    | 'sum-too-large'
    | 'no-rows'
    | 'row-too-short'
    | 'row-too-long'
    | TableRefusal['reason']
  readonly row?: number
  readonly column?: string
}
