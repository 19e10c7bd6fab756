import { isDate } from '../../rules/check-fields.ts'
import type { Question } from '../model-referral.ts'

const MOST_QUESTIONS = 40
const MOST_TEXT = 1000
export const MOST_INTRO = 4000

/** What a referral is set up with, as it is typed: a question a line. */
export interface TypedReferral {
  readonly intro: string
  readonly questions: string
  readonly dueOn: string
}

export interface ReferralFault {
  readonly field: keyof TypedReferral
  readonly reason: 'too-long' | 'too-many' | 'not-a-day' | 'passed'
}

/**
 * Reads how a referral is set up. No question at all is sound: then priorities and the whole are commented.
 * @param today a referral that is over before it begins is refused
 */
export function readReferral(
  typed: TypedReferral,
  today: string,
):
  | {
      readonly ok: true
      readonly intro: string
      readonly questions: readonly Question[]
      readonly dueOn: string
    }
  | { readonly ok: false; readonly faults: readonly ReferralFault[] } {
  const lines = typed.questions
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const faults: ReferralFault[] = []
  if (typed.intro.length > MOST_INTRO) faults.push({ field: 'intro', reason: 'too-long' })
  if (lines.length > MOST_QUESTIONS) faults.push({ field: 'questions', reason: 'too-many' })
  else if (lines.some((line) => line.length > MOST_TEXT))
    faults.push({ field: 'questions', reason: 'too-long' })
  if (!isDate(typed.dueOn)) faults.push({ field: 'dueOn', reason: 'not-a-day' })
  else if (typed.dueOn < today) faults.push({ field: 'dueOn', reason: 'passed' })
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    intro: typed.intro.trim(),
    questions: lines.map((text, at) => ({ id: `q${at + 1}`, text })),
    dueOn: typed.dueOn,
  }
}
