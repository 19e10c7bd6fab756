import type { TabulationFault } from '../model/from-columns.ts'
import type { SuppressionRules } from '../suppress/options.ts'

/** Values that become one. */
export interface Merged {
  readonly code: string
  readonly codes: readonly string[]
}

/** One coarsening of a table. */
export type Change =
  /** Only the total of the column is kept. */
  | { readonly kind: 'leave-out'; readonly column: string }
  /** The column gives way to one that groups it. */
  | { readonly kind: 'group'; readonly column: string; readonly by: string }
  /** Neighbours of an ordered column become one, `size` at a time. */
  | {
      readonly kind: 'merge-neighbours'
      readonly column: string
      readonly size: number
      readonly merged: readonly Merged[]
    }
  /** Years become periods of `size` years. */
  | {
      readonly kind: 'pool-years'
      readonly column: string
      readonly size: number
      readonly merged: readonly Merged[]
    }
  /** All years become one: the column falls away. */
  | { readonly kind: 'pool-all-years'; readonly column: string }
  /** Codes with the same first `length` characters become one. */
  | {
      readonly kind: 'merge-prefix'
      readonly column: string
      readonly length: number
      readonly merged: readonly Merged[]
    }
  /** The values with the fewest records become one. */
  | { readonly kind: 'merge-smallest'; readonly column: string; readonly merged: readonly Merged[] }
  /** Instead of the whole crossing, every table of so many columns. */
  | { readonly kind: 'limit-crossing'; readonly columns: number }

/** The rules that counts are protected by. */
export type PlanRules = Pick<SuppressionRules, 'threshold' | 'zeros' | 'attackers' | 'width'>

export interface PlanOptions {
  /** Columns that are never changed, and whose totals stay shown. */
  readonly keep?: readonly string[]
  /** The share of the cells that may be hidden, 0–1; 0.1 when left out. */
  readonly mostHidden?: number
  /** How many proposals are listed beside the unchanged table; 10 when left out. */
  readonly most?: number
  /** How many cells may be looked at while estimating; 10 million when left out. */
  readonly cellsTried?: number
  /** The share of the caller's time that is used, 0–1; from 1 on the best so far is returned. */
  readonly progress?: () => number
}

/** What a table shows when it is protected. */
export interface Figures {
  /** Cells that are not empty, or hidden; sums included. Counted. */
  readonly cells: number
  /** Sensitive cells. Counted. */
  readonly sensitive: number
  /** The share of the records that lie in sensitive inner cells, 0–1. Counted. */
  readonly recordsSensitive: number
  /** Sensitive cells and those hidden with them. */
  readonly hidden: number
  /** `hidden` of `cells`, 0–1. */
  readonly hiddenShare: number
  /** The share of the records that lie in shown inner cells, 0–1; for several tables their mean. */
  readonly recordsShown: number
  /** The share of the entropy of all crossings that shown cells carry, 0–1. */
  readonly detailKept: number
  /** `hidden`, `recordsShown` and `detailKept` are of a real suppression, or nothing need be hidden; else estimated. */
  readonly measured: boolean
}

/** A coarser table, or the table as it is, and what it would show. */
export interface Proposal extends Figures {
  /** Place among all that were tried and are not needless, from 1. */
  readonly rank: number
  /** None for the table as it is. */
  readonly changes: readonly Change[]
  /** The dimensions as `parseDimensions` reads them; `null` where values must be merged first. */
  readonly dims: string | null
  /** How many columns are crossed at a time; `null` when all are. */
  readonly ways: number | null
  /** The columns of each table; one table unless the crossing is limited. */
  readonly tables: readonly (readonly string[])[]
  /** Whether no more is hidden than was allowed. */
  readonly withinLimit: boolean
  /** A real suppression found no way to protect it. */
  readonly unprotectable: boolean
}

export interface Plan {
  readonly ok: true
  readonly table: {
    readonly dims: string
    readonly columns: readonly { readonly name: string; readonly values: number }[]
    readonly records: number
  }
  readonly rules: PlanRules
  readonly mostHidden: number
  /** Coarser tables that were looked at, and that were left aside for the budget's sake. */
  readonly tried: number
  readonly leftAside: number
  /** Best first; the unchanged table is among them, at its own rank. */
  readonly proposals: readonly Proposal[]
  readonly unchanged: Proposal
}

export type PlanRefusal =
  | TabulationFault
  | { readonly ok: false; readonly reason: 'bad-option'; readonly option: string }
  | { readonly ok: false; readonly reason: 'too-many-dimensions'; readonly most: number }
  /** A total that has to stay shown is itself sensitive, however the table is coarsened. */
  | {
      readonly ok: false
      readonly reason: 'must-publish-sensitive'
      readonly cells: readonly (readonly string[])[]
    }
