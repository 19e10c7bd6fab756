import type { Answer, Note, Stance } from '../model-referral.ts'
import type { Subject } from './subjects.ts'

/** An answer that has come. */
interface CameIn extends Answer {
  readonly stance: Stance
  readonly receivedOn: string
  readonly isLate: boolean
}

export interface Commented {
  readonly answer: CameIn
  readonly words: string
  /** What was done with it; `null` where nothing is said. */
  readonly note: Note | null
}

/** All that has come in on a referral, subject by subject. */
export interface Compilation {
  /** Of all that came, whatever is shown. */
  readonly counts: Readonly<Record<Stance, number>>
  readonly came: readonly CameIn[]
  /** Those of them whose comments are shown. */
  readonly shown: readonly CameIn[]
  /** Asked and not heard from; who was asked no longer is not among them. */
  readonly silent: readonly Answer[]
  readonly late: number
  readonly subjects: readonly { readonly subject: Subject; readonly comments: readonly Commented[] }[]
  /** Comments that nothing is said of yet, among those shown. */
  readonly open: number
}

/** Whether an answer came after the last day. */
export function isLate(receivedOn: string, dueOn: string): boolean {
  return receivedOn > dueOn
}

/**
 * Puts answers together by what they are about. Who answered is in the order of their names.
 * @param stance shows the comments of those alone; counts are of all
 * @param notes the latest of each comment
 */
export function compile(
  subjects: readonly Subject[],
  answers: readonly Answer[],
  notes: readonly Note[],
  of: { readonly dueOn: string; readonly stance: Stance | null },
): Compilation {
  const came = answers
    .flatMap((answer): CameIn[] => {
      const { stance, receivedOn } = answer
      return answer.sentAt === null || stance === null || receivedOn === null
        ? []
        : [{ ...answer, stance, receivedOn, isLate: isLate(receivedOn, of.dueOn) }]
    })
    .toSorted((a, b) => a.organisation.localeCompare(b.organisation, 'sv') || (a.id < b.id ? -1 : 1))
  const shown = of.stance === null ? came : came.filter(({ stance }) => stance === of.stance)
  const noted = new Map(notes.map((note) => [`${note.answerId} ${note.about}`, note]))
  const compiled = subjects.map((subject) => ({
    subject,
    comments: shown.flatMap((answer) => {
      const words = answer.comments[subject.about]
      if (words === undefined) return []
      return [{ answer, words, note: noted.get(`${answer.id} ${subject.about}`) ?? null }]
    }),
  }))
  const count = (stance: Stance) => came.filter((answer) => answer.stance === stance).length
  return {
    counts: {
      support: count('support'),
      changes: count('changes'),
      object: count('object'),
      none: count('none'),
    },
    came,
    shown,
    silent: answers.filter(({ sentAt, revokedAt }) => sentAt === null && revokedAt === null),
    late: came.filter((answer) => answer.isLate).length,
    subjects: compiled,
    open: compiled
      .flatMap(({ comments }) => comments)
      .filter(({ note }) => note === null || note.outcome === 'open').length,
  }
}
