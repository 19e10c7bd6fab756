/** What whoever answers thinks of the whole, in the order that it is counted in. */
export const STANCES = ['support', 'changes', 'object', 'none'] as const
export type Stance = (typeof STANCES)[number]

/** What was done with a comment; `open` where nothing is decided yet. */
export const OUTCOMES = ['taken-up', 'partly', 'not', 'open'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What a comment is of, when it is of the whole. */
export const WHOLE = 'whole'

export interface Question {
  /** `q1`, `q2` …: what answers know it by. */
  readonly id: string
  readonly text: string
}

/** A version that is out on referral. */
export interface Referral {
  readonly planId: string
  readonly version: number
  readonly intro: string
  readonly questions: readonly Question[]
  /** The last day to answer, `YYYY-MM-DD`. */
  readonly dueOn: string
}

/** What is said, by what it is said of: `WHOLE`, a question’s id, a priority’s id. Nothing said is left out. */
export type Comments = Readonly<Record<string, string>>

export interface Answer {
  readonly id: string
  readonly organisation: string
  /** Empty where nobody is written to. */
  readonly address: string
  readonly invitedAt: Date | null
  readonly revokedAt: Date | null
  /** Grows with each saving. */
  readonly revision: number
  readonly stance: Stance | null
  readonly comments: Comments
  readonly sentAt: Date | null
  /** The day that it came; `null` until it is sent. */
  readonly receivedOn: string | null
  /** The member who entered it from paper. */
  readonly enteredBy: string | null
}

/** What was said of a comment last. */
export interface Note {
  readonly answerId: string
  readonly about: string
  readonly outcome: Outcome
  readonly reason: string
  readonly madeAt: Date
  readonly madeBy: string
}
