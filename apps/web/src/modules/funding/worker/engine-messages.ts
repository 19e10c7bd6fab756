import type { By, Certificate, PublicCertificate } from '@jamvikt/disclosure'
import type { LeaderRule } from '@jamvikt/domain'
import type {
  AuditCell,
  AuditResult,
  AuditSentence,
  BaseCell,
  IndustryDominance,
  Simpson,
  StageGap,
  Stages,
} from '@jamvikt/equity'

export interface ListSource {
  readonly regionId: string
  readonly personId: string
  readonly listId: string
  readonly version: number
  readonly kind: 'cases' | 'aggregated'
}

export type CountsWhat = 'firms' | 'inhabitants' | null

export interface WorkingTask {
  readonly task: 'working'
  readonly source: ListSource
  readonly leaderRule: LeaderRule | null
  readonly crossing: readonly string[]
  readonly years: readonly string[] | null
  readonly forms: readonly string[] | null
  readonly base: readonly BaseCell[] | null
  readonly countsWhat: CountsWhat
  readonly reference: string | null
}

/** The same figures from tables that are released already. */
export interface ReleasedTask {
  readonly task: 'released'
  readonly tables: readonly ReleasedPayload[]
  /** Null: every crossing that was released. */
  readonly crossing: readonly string[] | null
}

export interface ProtectTask {
  readonly task: 'protect'
  readonly source: ListSource
  readonly threshold: number
  readonly periodYears: number
  readonly leaderRule: string | null
  readonly base: readonly BaseCell[] | null
  readonly countsWhat: CountsWhat
  readonly thisYear: number
}

export type EngineTask = WorkingTask | ReleasedTask | ProtectTask

/** Everything an audit page shows of one list, filter and crossing. */
export interface AuditView {
  readonly stages: Stages
  readonly groups: AuditResult['groups']
  readonly gap: StageGap
  readonly simpson: Simpson | null
  readonly simpsonDimension: string | null
  readonly dominance: readonly IndustryDominance[]
  readonly sentences: readonly AuditSentence[]
  readonly hasBase: boolean
  /** What the base counts. */
  readonly countsWhat: CountsWhat
  readonly cases: number
  /** Dimensions that the list can be crossed by. */
  readonly present: readonly string[]
  readonly years: readonly string[]
  readonly forms: readonly string[]
}

/** What a released table of the audit holds: protected cells and what is needed to read them. */
export interface ReleasedPayload {
  readonly period: string
  readonly cells: readonly AuditCell[]
  readonly stages: Stages
  readonly base: readonly BaseCell[] | null
  readonly present: readonly string[]
  readonly threshold: number
  readonly leaderRule: string | null
  readonly countsWhat: CountsWhat
  readonly hidden: number
  /** What may be told of the proof; releases from before there was one have none. */
  readonly certificate?: PublicCertificate
}

export interface ProtectedPeriod {
  readonly period: string
  /** Null: cases without a date. */
  readonly firstYear: number | null
  readonly lastYear: number | null
  readonly ended: boolean
  readonly cases: number
  readonly payload: ReleasedPayload
  readonly hidden: readonly By[]
  /** The proof, with hidden figures: never leaves the region's own store. */
  readonly certificate: Certificate
  readonly contentHash: string
  /** How this state relates to what was released of the period before. */
  readonly state:
    | { readonly kind: 'new' }
    | { readonly kind: 'unchanged' }
    | { readonly kind: 'correctable'; readonly changes: number }
    | { readonly kind: 'not-correctable'; readonly changes: number; readonly reason: string }
}

export type EngineAnswer =
  | { readonly kind: 'view'; readonly view: AuditView }
  | { readonly kind: 'protected'; readonly periods: readonly ProtectedPeriod[] }
  | {
      readonly kind: 'refused'
      readonly reason:
        | 'too-many-groups'
        | 'leader-rule-unknown'
        | 'sex-inferred'
        | 'no-cases'
        | 'too-many-labels'
        | 'broken-list'
    }

/** What the process says of a task: how much of it is done, 0–1, or its answer; null when it failed. */
export type EngineNews =
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly answer: EngineAnswer | null }
