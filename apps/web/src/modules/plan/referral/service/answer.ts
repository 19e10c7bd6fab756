import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { remember } from '../../../../platform/history.ts'
import { dropLetters } from '../../../../platform/mail.ts'
import type { Answer, Referral } from '../model-referral.ts'
import type { CheckedAnswer } from '../rules/check-answer.ts'
import { isSameAnswer, type JoinedAnswer, joinAnswers, type SeenAnswer } from '../rules/join-answers.ts'
import { answerByToken, holdAnswer, writeAnswer } from '../store/answers.ts'
import { referralOf } from '../store/referrals.ts'

/** A link that serves, or why it does not. */
export type OpenedInvitation =
  | { readonly state: 'open'; readonly answer: Answer; readonly referral: Referral }
  | { readonly state: 'sent'; readonly answer: Answer }
  | { readonly state: 'over' | 'gone' }

/** What a link opens on a day: one answer to one referral, until its last day, until it is sent, unless taken back. */
export async function openInvitation(
  db: TenantDb,
  tokenHash: string,
  today: string,
): Promise<OpenedInvitation> {
  const answer = await answerByToken(db, tokenHash)
  if (answer === null || answer.revokedAt !== null) return { state: 'gone' }
  if (answer.sentAt !== null) return { state: 'sent', answer }
  const referral = await referralOf(db, answer.planId, answer.version)
  if (referral === null) return { state: 'gone' }
  return referral.dueOn < today ? { state: 'over' } : { state: 'open', answer, referral }
}

export type SaveRefusal =
  | {
      readonly ok: false
      /** It stands as it was sent; somebody has saved it meanwhile. */
      readonly reason: 'gone' | 'sent' | 'clash'
    }
  | ({ readonly ok: false; readonly reason: 'joined'; readonly latest: Answer } & JoinedAnswer)

/**
 * Saves an answer, or sends it. What has been sent by link stands; what a member entered from paper may be put right by
 * a member. What another answerer has saved meanwhile in other questions stays theirs; where both have written in one,
 * nothing is saved and both are given back, and kept in the history. What is sent is first seen as a whole.
 * @param seen what the form was filled in from
 * @param by the member who enters it; `null` where the answerer does
 * @param receivedOn the day it counts as come; `null` where it is only saved
 */
export async function saveAnswer(
  db: TenantDb,
  of: {
    readonly regionId: string
    readonly planId: string
    readonly version: number
    readonly id: string
  },
  seen: { readonly revision: number; readonly said: SeenAnswer | null },
  said: CheckedAnswer,
  { by, receivedOn }: { readonly by: string | null; readonly receivedOn: string | null },
): Promise<{ readonly ok: true } | SaveRefusal> {
  const latest = await holdAnswer(db, of)
  if (latest === null) return { ok: false, reason: 'gone' }
  const isOpen = latest.sentAt === null || (by !== null && latest.enteredBy !== null)
  if (!isOpen) return { ok: false, reason: 'sent' }
  const isStale = latest.revision !== seen.revision
  if (isStale && by !== null) return { ok: false, reason: 'clash' }
  const joined = isStale ? joinAnswers(seen.said, latest, said) : { answer: said, clashing: [] }
  if (joined.clashing.length > 0) {
    await remember(db, {
      regionId: of.regionId,
      actorId: by,
      kind: 'change',
      entity: 'plan',
      entityId: of.planId,
      action: 'referral-answer-clashed',
      details: {
        version: of.version,
        answer: of.id,
        given: said,
        latest: { stance: latest.stance, comments: latest.comments },
      },
    })
    return { ok: false, reason: 'joined', latest, ...joined }
  }
  const { answer } = joined
  if (receivedOn !== null && !isSameAnswer(answer, said))
    return { ok: false, reason: 'joined', latest, ...joined }
  await writeAnswer(db, of.id, { ...answer, receivedOn, enteredBy: by })
  if (receivedOn !== null) await dropLetters(db, of.id)
  const isCorrection = latest.sentAt !== null
  await remember(db, {
    regionId: of.regionId,
    actorId: by,
    kind: 'change',
    entity: 'plan',
    entityId: of.planId,
    action: receivedOn === null ? 'referral-answer-kept' : 'referral-answered',
    details: {
      version: of.version,
      answer: of.id,
      // What is only kept is the answerer’s own.
      ...(receivedOn === null ? {} : { after: { ...answer, receivedOn } }),
      ...(isCorrection ? { before: { stance: latest.stance, comments: latest.comments } } : {}),
    },
  })
  return { ok: true }
}
