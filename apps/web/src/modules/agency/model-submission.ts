import type { Figures } from './model-figures.ts'

/** A report on its way between a region and the agency. */
export const REPORT_STATES = ['submitted', 'returned', 'accepted', 'reopened'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** What the agency asks for or says; about the whole where `heading` is `''`. */
export interface Remark {
  readonly heading: string
  readonly text: string
}

/** The agency’s answer. */
interface Answer {
  readonly at: Date
  readonly by: string
  readonly remarks: readonly Remark[]
}

/** A time that a report is of. */
interface Span {
  readonly kind: 'half-year' | 'interim' | 'annual'
  readonly startsOn: string
  readonly endsOn: string
  readonly dueOn: string
}

/** A report that has been sent, without its content. */
interface Sent {
  readonly id: string
  readonly number: number
  readonly state: ReportState
  readonly sha256: string
  readonly submittedAt: Date
  readonly submittedBy: string
  readonly answer: Answer | null
}

/** A report as a region keeps it. */
export interface Submission extends Sent {
  readonly planId: string
  readonly periodId: string
}

/** A report as the agency has it. */
export interface Received extends Sent {
  readonly region: { readonly id: string; readonly name: string; readonly tenantId: string | null }
  readonly planId: string
  readonly planName: string
  readonly periodId: string
  readonly span: Span
}

/** What goes from a region to the agency. Nothing else does. */
export interface Parcel {
  readonly id: string
  /** The tenant that sends; `null` for a region that has none in this installation. */
  readonly tenantId: string | null
  readonly regionName: string
  readonly planId: string
  readonly planName: string
  readonly periodId: string
  readonly span: Span
  readonly number: number
  /** The report as text (`keptReport`) and its figures. */
  readonly report: string
  readonly figures: Figures
  readonly sha256: string
  readonly submittedAt: Date
  readonly submittedBy: string
}

/** A region in the agency’s list. */
export interface ListedRegion {
  readonly id: string
  readonly name: string
  readonly tenantId: string | null
}

/** Money that the agency has decided to give a region in a year. */
export interface Grant {
  readonly regionId: string
  readonly year: number
  readonly amountOre: bigint
  readonly diary: string
  readonly decidedOn: string
  readonly revision: number
  readonly changedAt: Date
  readonly changedBy: string
}

export interface Frame {
  readonly year: number
  readonly amountOre: bigint
}

export interface GrantMove {
  readonly id: string
  readonly year: number
  readonly from: string
  readonly to: string
  readonly amountOre: bigint
  readonly fromBefore: bigint
  readonly toBefore: bigint
  readonly reason: string
  readonly state: 'proposed' | 'approved' | 'declined' | 'withdrawn'
  readonly madeAt: Date
  readonly madeBy: string
  readonly madeName: string
  readonly decidedAt: Date | null
  readonly decidedName: string
  readonly diary: string
  readonly decidedOn: string | null
  readonly answer: string
}

/** What a region has written for a report so far, by the key of what it is asked. */
export interface KeptWords {
  readonly revision: number
  readonly words: Readonly<Record<string, string>>
  readonly changedAt: Date
  readonly changedBy: string
}
