import type { TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { note } from '../../service/change-plan.ts'
import type { Question, Referral } from '../model-referral.ts'
import { answersOf } from '../store/answers.ts'
import { holdReferral, insertReferral, referralOf, writeReferral } from '../store/referrals.ts'

/** What is asked of a version; `null` where nothing is. */
export function openReferral(db: TenantDb, planId: string, version: number): Promise<Referral | null> {
  return referralOf(db, planId, version)
}

/**
 * Sets up what is asked of a version that goes out, or changes it. Questions stand once somebody has been asked, so that
 * all answer the same; the last day and the words before may still change.
 */
export async function setUpReferral(
  db: TenantDb,
  actor: Actor,
  referral: Referral,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: 'asked-already' }> {
  const { planId, version } = referral
  if (await insertReferral(db, actor.regionId, actor.personId, referral)) {
    await note(db, actor, planId, 'referral-set-up', { after: referral })
    return { ok: true }
  }
  const before = await holdReferral(db, planId, version)
  if (before === null) throw new Error('a referral that is there cannot be read')
  if (!isSameQuestions(before.questions, referral.questions)) {
    const asked = await answersOf(db, planId, version)
    if (asked.length > 0) return { ok: false, reason: 'asked-already' }
  }
  await writeReferral(db, referral)
  await note(db, actor, planId, 'referral-changed', { before, after: referral })
  return { ok: true }
}

function isSameQuestions(a: readonly Question[], b: readonly Question[]): boolean {
  return a.length === b.length && a.every(({ text }, at) => text === b[at]?.text)
}
