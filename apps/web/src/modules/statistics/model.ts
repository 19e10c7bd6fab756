import type {
  Certificate,
  HiddenCell,
  ProtectionMethod,
  PublicCertificate,
  PublishedCell,
} from '@jamvikt/disclosure'
import { z } from 'zod'

export const baseCellSchema = z.object({
  by: z.record(z.string(), z.string()),
  count: z.number().int().min(0),
})
export type BaseCell = z.infer<typeof baseCellSchema>

/** A population by group: what a funnel is measured against. Already public elsewhere. */
export interface BaseTable {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly countsWhat: 'firms' | 'inhabitants'
  readonly synthetic: boolean
  readonly dimensions: readonly string[]
  readonly cells: readonly BaseCell[]
}

/** A shown group, with its median where it may have one. */
interface ReleasableGroup extends PublishedCell {
  readonly medianGrantedOre?: { readonly valueOre: number } | null
}

/** What may leave: groups that are each shown or hidden, by what smallest count, and what may be told of their proof. */
interface ReleasablePayload {
  readonly cells: readonly (ReleasableGroup | HiddenCell)[]
  readonly threshold: number
  readonly certificate?: PublicCertificate
}

/** A table ready to be released: protected figures of one dataset and period, with the method that protected them. */
export interface ReleaseRequest {
  readonly dataset: string
  readonly period: string
  readonly method: ProtectionMethod
  /** The smallest count that may be shown, from the settings and not from whoever protected the table. */
  readonly threshold: number
  /** Whether the figures came summed, so that nobody knows who received the money. */
  readonly recipientsUnknown: boolean
  readonly payload: ReleasablePayload
  /** The proof, with hidden figures: kept apart from the payload, and served to nobody. */
  readonly certificate: Certificate
  /** The standing release whose place it takes, and the notice that is left there. */
  readonly replaces: { readonly id: string; readonly notice: string } | null
}

/** How a released table was protected, or that it is public at its source and needs no protection. */
export type LedgerMethod = ProtectionMethod | 'public-source'

/** What the ledger remembers of a released table. */
export interface LedgerEntry {
  readonly id: string
  readonly dataset: string
  readonly period: string
  readonly method: LedgerMethod
  readonly contentHash: string
  readonly releasedAt: Date
  readonly withdrawnAt: Date | null
  readonly notice: string | null
}

export interface ReleaseRefusal {
  readonly ok: false
  readonly reason: /** Another method than the dataset was released by, or than lists of an audit may have. */
    | 'method-differs'
    | 'period-released'
    /** There is no proof of what would be shown. */
    | 'certificate-fails'
}

/** What a released table carries: where it stands in the ledger, and its figures. */
export interface ReleasedContent {
  readonly releaseId: string
  readonly dataset: string
  readonly period: string
  readonly payload: unknown
}
