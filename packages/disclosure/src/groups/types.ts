import type { Certificate } from '../certificate/types.ts'
import type { FailedCertificate } from './certify.ts'
import type { StarFault } from './star.ts'

/** The labels that make a group, by dimension; `{}` is everybody. */
export type By = Readonly<Record<string, string>>

/** A sum of money with what is needed to judge dominance. `null` = recipients not known: not tested. */
export interface GuardedAmount {
  readonly totalOre: number
  /** Distinct recipients. */
  readonly contributors: number | null
  /** The largest recipients, largest first; as many as are known. Ids are the same in all cells. */
  readonly top: readonly { readonly id: number; readonly ore: number }[] | null
}

/** A true cell. */
export interface TrueCell {
  readonly by: By
  /** Whole, 0 or more. A count named `applied` is the whole; the others are its disjoint parts. */
  readonly counts: Readonly<Record<string, number>>
  readonly amounts: Readonly<Record<string, GuardedAmount>>
}

export interface PublishedCell {
  readonly by: By
  readonly suppressed?: false
  readonly counts: Readonly<Record<string, number>>
  readonly amounts: Readonly<Record<string, { readonly totalOre: number }>>
}

export interface HiddenCell {
  readonly by: By
  readonly suppressed: true
}

export interface ProtectionOptions {
  /** Smallest count above 0 that may be shown: 3 or more. Default 5. */
  readonly threshold?: number
  /** p of the p % rule, 0–100. Default 10. */
  readonly pPercent?: number
  /** Default `sex`. */
  readonly pairDimension?: string
  /** The two labels that are hidden together. Default `['women', 'men']`. */
  readonly pairLabels?: readonly [string, string]
  /** The width of the interval that each hidden small count keeps at least. Default 2. */
  readonly width?: number
  /** Groups that must stay hidden, as an earlier release of the same table hid them. */
  readonly forced?: readonly By[]
}

/** Why a cell is hidden. For the working view only: shown outside it would give figures away. */
export type HidingReason = 'small' | 'dominance' | 'complement'

/** What may be shown: nothing in it depends on hidden figures other than by the method. */
export interface ProtectedTable {
  /** In order of crossing (fewest dimensions first) and labels, whatever the order of the input. */
  readonly cells: readonly (PublishedCell | HiddenCell)[]
  readonly threshold: number
  readonly pPercent: number
  /** False when some amount came without recipients. */
  readonly dominanceTested: boolean
  readonly counts: Readonly<{ cells: number; suppressed: number }>
}

export type OptionName = 'threshold' | 'pPercent' | 'width' | 'pairLabels'

export type ProtectionRefusal =
  | { readonly ok: false; readonly reason: 'no-cells' }
  | { readonly ok: false; readonly reason: 'bad-option'; readonly option: OptionName }
  | {
      readonly ok: false
      readonly reason: 'bad-figure' | 'not-additive'
      readonly by: By
      readonly field: string
    }
  | { readonly ok: false; readonly reason: 'duplicate-cell' | 'missing-cell'; readonly by: By }
  | { readonly ok: false; readonly reason: 'missing-crossing'; readonly crossing: readonly string[] }
  | StarFault
  | FailedCertificate

export type Protection =
  | {
      readonly ok: true
      readonly table: ProtectedTable
      /** Internal: the reason of every hidden cell, in the order of the table. */
      readonly reasons: readonly { readonly by: By; readonly reason: HidingReason }[]
      /** Internal: the proof, with the hidden figures. */
      readonly certificate: Certificate
    }
  | ProtectionRefusal
