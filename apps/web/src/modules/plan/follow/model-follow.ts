/** How an activity goes, as whoever is responsible tells it. */
export const STATUSES = ['not-begun', 'on-track', 'late', 'stopped', 'done'] as const
export type Status = (typeof STATUSES)[number]

/** A time that is told about: its first and last day, and the day by which all has been told. */
export interface PeriodSpan {
  readonly kind: 'half-year' | 'interim' | 'annual'
  readonly startsOn: string
  readonly endsOn: string
  readonly dueOn: string
}

export interface Period extends PeriodSpan {
  readonly id: string
  readonly closedAt: Date | null
  /** When its report went to the agency; `null` where it is not there. Until it comes back the period stays closed. */
  readonly sentAt: Date | null
}

/** People reached: women first; `null` where it is not known. */
export const REACHED = ['women', 'men', 'other', 'unknown'] as const
export type Reached = Readonly<Record<(typeof REACHED)[number], number | null>>

/** What is told of one activity in one period. A deviation has its cause and what is done about it. */
export interface Told {
  readonly status: Status
  readonly done: string
  readonly cause: string
  readonly measure: string
  readonly reached: Reached
}

export interface ActivityUpdate extends Told {
  readonly periodId: string
  readonly activityId: string
  /** Grows with each change of this update. */
  readonly revision: number
  readonly changedAt: Date
  readonly changedBy: string
}

/** The periods of a plan, the first first, and what is told in them. */
export interface Followed {
  readonly periods: readonly Period[]
  readonly updates: readonly ActivityUpdate[]
}
