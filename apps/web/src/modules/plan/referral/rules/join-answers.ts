import { z } from 'zod'
import { mergeFields } from '../../rules/merge-fields.ts'
import { type Comments, STANCES, type Stance } from '../model-referral.ts'
import type { CheckedAnswer } from './check-answer.ts'

/** An answer as a form was filled in from it. */
export interface SeenAnswer {
  readonly stance: Stance | null
  readonly comments: Comments
}

const seenSchema = z.object({
  stance: z.enum(STANCES).nullable(),
  comments: z.record(z.string(), z.string()),
})

/** What two have written in one answer. */
export interface JoinedAnswer {
  readonly answer: CheckedAnswer
  /** `stance`, or what a comment is of: both have written there, differently. */
  readonly clashing: readonly string[]
}

/**
 * Puts an answer together with what a colleague has saved meanwhile, question by question. A comment that both have
 * written holds both texts, theirs first; of two stances it holds the writer’s own.
 * @param seen `null` where that is not known: then whatever differs clashes
 */
export function joinAnswers(seen: SeenAnswer | null, latest: SeenAnswer, mine: SeenAnswer): JoinedAnswer {
  const fields = ['stance', ...new Set([...Object.keys(latest.comments), ...Object.keys(mine.comments)])]
  const flat = ({ stance, comments }: SeenAnswer) =>
    Object.fromEntries(fields.map((field) => [field, (field === 'stance' ? stance : comments[field]) ?? '']))
  const theirs = flat(latest)
  const { merged, clashing } = mergeFields(
    seen === null ? {} : flat(seen),
    theirs,
    flat(mine),
    (_field, a, b) => a === b,
  )
  const comments = Object.fromEntries(
    Object.entries(merged)
      .map(([field, words]) => [field, clashing.includes(field) ? both(theirs[field] ?? '', words) : words])
      .filter(([field, words]) => field !== 'stance' && words !== ''),
  )
  const { stance: own } = merged
  const stance = STANCES.find((each) => each === own) ?? null
  return { answer: { stance, comments }, clashing }
}

function both(theirs: string, mine: string): string {
  if (mine.includes(theirs)) return mine
  return theirs.includes(mine) ? theirs : `${theirs}\n\n${mine}`
}

/** Whether two answers say the same. */
export function isSameAnswer(a: SeenAnswer, b: SeenAnswer): boolean {
  const abouts = [...Object.keys(a.comments), ...Object.keys(b.comments)]
  return a.stance === b.stance && abouts.every((about) => a.comments[about] === b.comments[about])
}

/** What a form carries of the answer that it was filled in from. */
export function seenText({ stance, comments }: SeenAnswer): string {
  return JSON.stringify({ stance, comments })
}

/** Reads it back; `null` where it is not what a form carries. */
export function readSeen(text: string): SeenAnswer | null {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return null
  }
  const seen = seenSchema.safeParse(read)
  return seen.success ? seen.data : null
}
