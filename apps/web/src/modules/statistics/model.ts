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

/** A table ready to be released: protected figures of one dataset and period, with the method that protected them. */
export interface ReleaseRequest {
  readonly dataset: string
  readonly period: string
  readonly method: string
  readonly payload: unknown
}

/** What the ledger remembers of a released table. */
export interface LedgerEntry {
  readonly id: string
  readonly dataset: string
  readonly period: string
  readonly method: string
  readonly contentHash: string
  readonly releasedAt: Date
  readonly withdrawnAt: Date | null
  readonly notice: string | null
}

export type ReleaseRefusal = { readonly ok: false; readonly reason: 'method-differs' | 'period-released' }

/** What a released table carries: where it stands in the ledger, and its figures. */
export interface ReleasedContent {
  readonly releaseId: string
  readonly dataset: string
  readonly period: string
  readonly payload: unknown
}
