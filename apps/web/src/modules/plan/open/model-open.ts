import type { PlanDocument, PlanVersion } from '../model.ts'

/** How much differs from the adopted version before: what everybody may know of it also where its words are not open. */
export interface Since {
  readonly version: number
  readonly decidedOn: string
  readonly added: number
  readonly removed: number
  readonly changed: number
  readonly amounts: number
}

/** That a version of a plan was shown to everybody: from when, and until when where it was taken off. */
export interface PlanPublication {
  readonly id: string
  readonly planId: string
  readonly version: number
  readonly openFrom: Date
  readonly madeAt: Date
  readonly madeBy: string
  readonly endedAt: Date | null
  readonly endedBy: string | null
  /** Why it was taken off. */
  readonly notice: string
}

/** A plan as everybody sees it. */
export interface OpenPlan {
  readonly publication: PlanPublication
  readonly slug: string
  readonly document: PlanDocument
  readonly decision: NonNullable<PlanVersion['decision']>
  readonly since: Since | null
}

/** What is openly told of how activities go: a word for each, of periods that are closed. */
export interface OpenStanding {
  readonly period: {
    readonly id: string
    readonly kind: 'half-year' | 'interim' | 'annual'
    readonly startsOn: string
    readonly endsOn: string
    readonly dueOn: string
    readonly closedAt: Date
  }
  /** By activity. */
  readonly statuses: ReadonlyMap<string, 'not-begun' | 'on-track' | 'late' | 'stopped' | 'done'>
}

/** The files that an open plan is fetched as. */
export const OPEN_FILES = [
  'plan.json',
  'activities.csv',
  'goals.csv',
  'figures.csv',
  'budget.csv',
  'iati.xml',
] as const
export type OpenFileName = (typeof OPEN_FILES)[number]
