import type { Interval } from '../rates/interval.ts'
import type { ImpactRatio } from '../selection/impact-ratio.ts'
import type { AuditCell, BaseCell, By, Stages } from './types.ts'

/** Labels that say why a value is missing. They are groups to count, never groups to compare. */
export const MISSING_LABELS: ReadonlySet<string> = new Set([
  'notAsked',
  'noAnswer',
  'declined',
  'notApplicable',
  'withheld',
])

export interface AuditOptions {
  readonly stages: Stages
  /** The population that could have applied. */
  readonly base?: readonly BaseCell[]
  /** A label chosen as reference in crossings of one dimension, wherever it occurs with a decision. */
  readonly reference?: string
  /** Default `sex`. */
  readonly sexDimension?: string
  /** The reference within crossings of sex and more. Default `men`. */
  readonly referenceSex?: string
  /** Default `MISSING_LABELS`. */
  readonly missingLabels?: ReadonlySet<string>
}

export type Verdict = 'differenceShown' | 'noDifferenceShown' | 'insufficientEvidence' | 'reference'

/** Cases of a group; `null` where the data do not hold the stage. */
export interface AuditCounts {
  readonly applied: number | null
  readonly decided: number | null
  readonly granted: number | null
  readonly refused: number | null
  readonly withdrawn: number | null
  readonly pending: number | null
}

/** Grants of decided, 0–1. */
export interface Rate extends Interval {
  readonly value: number
  readonly n: number
}

/** A group against its reference. */
export interface Comparison {
  readonly reference: By
  readonly impactRatio: ImpactRatio | null
  readonly fisherP: number
  /** Adjusted within the crossing. */
  readonly holmP: number
  readonly shortfallGrants: number
  readonly shortfallOre: number | null
  /** A drop of the rate, 0–1; `null` when no drop could have been shown. */
  readonly minimumDetectable: number | null
}

interface GroupHead {
  readonly by: By
  /** Dimension names in code-point order. */
  readonly crossing: readonly string[]
  readonly missing: boolean
  /** From the base, where it holds this very group. */
  readonly baseCount: number | null
}

export interface SuppressedGroup extends GroupHead {
  readonly suppressed: true
}

export interface ReleasedGroup extends GroupHead {
  readonly suppressed: false
  readonly counts: AuditCounts
  /** Share (0–1) of the parent's first count: of everybody, or of the combination without sex. */
  readonly share: number | null
  /** The same share of granted kronor. */
  readonly shareOfGrantedAmount: number | null
  readonly rate: Rate | null
  readonly appliedOre: number | null
  readonly grantedOre: number | null
  readonly medianGrantedOre: number | null
  /** Kronor granted over kronor applied for, 0 or more. */
  readonly grantedPerApplied: number | null
  readonly comparison: Comparison | null
  readonly verdict: Verdict
}

export type AuditGroup = SuppressedGroup | ReleasedGroup

export interface AuditResult {
  readonly stages: Stages
  readonly groups: readonly AuditGroup[]
  readonly options: AuditOptions
  /** The cells and base that everything was computed from. */
  readonly cells: readonly AuditCell[]
  readonly counts: Readonly<{ groups: number; suppressed: number }>
}
