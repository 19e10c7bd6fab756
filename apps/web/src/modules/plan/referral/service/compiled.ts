import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { note } from '../../service/change-plan.ts'
import type { Answer, Note, Outcome, Referral } from '../model-referral.ts'
import { answersOf, holdAnswer } from '../store/answers.ts'
import { insertNote, notesOf } from '../store/notes.ts'

/** Everything that is known of a referral’s answers. */
export async function answersAndNotes(
  db: TenantDb,
  { planId, version }: Referral,
): Promise<{ readonly answers: readonly Answer[]; readonly notes: readonly Note[] }> {
  return { answers: await answersOf(db, planId, version), notes: await notesOf(db, planId, version) }
}

/** Says what was done with a comment; what was said of it before stays in the history. */
export async function noteComment(
  db: TenantDb,
  actor: Actor,
  { planId, version }: Referral,
  of: { readonly answerId: string; readonly about: string },
  said: { readonly outcome: Outcome; readonly reason: string },
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'gone' | 'needs-reason' }> {
  const answer = await holdAnswer(db, { planId, version, id: of.answerId })
  if (answer === null || answer.sentAt === null || !Object.hasOwn(answer.comments, of.about))
    return { ok: false, reason: 'gone' }
  if ((said.outcome === 'partly' || said.outcome === 'not') && said.reason === '')
    return { ok: false, reason: 'needs-reason' }
  const { regionId, personId, personName } = actor
  await insertNote(db, {
    regionId,
    planId,
    version,
    ...of,
    ...said,
    madeBy: personId,
    madeName: personName,
  })
  await note(db, actor, planId, 'referral-comment-noted', { version, ...of, ...said })
  return { ok: true }
}
