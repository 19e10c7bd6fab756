import { isDate } from '../../rules/check-fields.ts'
import { type Comments, STANCES, type Stance } from '../model-referral.ts'
import type { Subject } from './subjects.ts'

export const MOST_COMMENT = 8000

export interface AnswerFault {
  /** `stance`, `receivedOn`, or what a comment is of. */
  readonly field: string
  readonly reason: 'choose' | 'too-long' | 'not-a-day' | 'ahead'
}

/** An answer as it is typed. */
export interface TypedAnswer {
  readonly stance: string
  readonly comments: Comments
  /** The day that the paper came; `null` where the answerer sends it. */
  readonly receivedOn: string | null
}

export interface CheckedAnswer {
  readonly stance: Stance | null
  readonly comments: Comments
}

/**
 * Checks an answer. One that is only saved may lack its stance; one that is sent may not. What is said of nothing that is
 * asked about is left out.
 */
export function checkAnswer(
  subjects: readonly Subject[],
  typed: TypedAnswer,
  at: { readonly isSending: boolean; readonly today: string },
):
  | { readonly ok: true; readonly answer: CheckedAnswer }
  | { readonly ok: false; readonly faults: readonly AnswerFault[] } {
  const faults: AnswerFault[] = []
  const stance = STANCES.find((each) => each === typed.stance) ?? null
  if (at.isSending && stance === null) faults.push({ field: 'stance', reason: 'choose' })
  if (typed.receivedOn !== null && at.isSending) {
    if (!isDate(typed.receivedOn)) faults.push({ field: 'receivedOn', reason: 'not-a-day' })
    else if (typed.receivedOn > at.today) faults.push({ field: 'receivedOn', reason: 'ahead' })
  }
  const comments: Record<string, string> = {}
  for (const { about } of subjects) {
    const words = (typed.comments[about] ?? '').replace(/\r\n?/g, '\n').trim()
    if (words.length > MOST_COMMENT) faults.push({ field: about, reason: 'too-long' })
    else if (words !== '') comments[about] = words
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, answer: { stance, comments } }
}
