import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { layAnew } from '../../../../platform/mail.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { swedishTime } from '../../../statistics/public.ts'
import { note } from '../../service/change-plan.ts'
import type { Question, Referral } from '../model-referral.ts'
import { referralLink, tokenIn } from '../rules/referral-link.ts'
import { answersOf } from '../store/answers.ts'
import { holdReferral, insertReferral, referralOf, writeReferral } from '../store/referrals.ts'

/** What is asked of a version; `null` where nothing is. */
export function openReferral(db: TenantDb, planId: string, version: number): Promise<Referral | null> {
  return referralOf(db, planId, version)
}

/** How letters that wait are written anew. */
export interface Rewriting {
  /** The address that people use. */
  readonly baseUrl: string
  /** A letter’s words as they are now, in the language that it was written in. */
  readonly body: (
    before: string,
    to: { readonly organisation: string; readonly address: string; readonly referral: Referral },
  ) => string
}

/**
 * Sets up what is asked of a version that goes out, or changes it. Questions stand once somebody has been asked, so that
 * all answer the same; the last day and the words before may still change. Where these change, letters that have
 * not gone out wait until the new day and say both.
 */
export async function setUpReferral(
  db: TenantDb,
  actor: Actor,
  referral: Referral,
  letters: Rewriting,
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
  if (before.dueOn !== referral.dueOn || before.intro !== referral.intro)
    await rewriteLetters(db, actor, referral, letters)
  await note(db, actor, planId, 'referral-changed', { before, after: referral })
  return { ok: true }
}

async function rewriteLetters(
  db: TenantDb,
  { regionId }: Actor,
  referral: Referral,
  { baseUrl, body }: Rewriting,
) {
  const { planId, version, dueOn } = referral
  for (const { id, organisation } of await answersOf(db, planId, version))
    await layAnew(db, id, {
      keepUntil: endOfDay(dueOn),
      write: (before) => {
        const token = tokenIn(before, regionId)
        if (token === null) return null
        return body(before, { organisation, address: referralLink(baseUrl, regionId, token), referral })
      },
    })
}

/** The last moment of a day on Swedish clocks that a link serves. */
export function endOfDay(day: string): Date {
  const moment = swedishTime(`${day} 23:59`)
  if (moment === undefined) throw new Error(`no such day: ${day}`)
  return moment
}

function isSameQuestions(a: readonly Question[], b: readonly Question[]): boolean {
  return a.length === b.length && a.every(({ text }, at) => text === b[at]?.text)
}
