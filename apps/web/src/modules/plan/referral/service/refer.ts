import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { moveLetters } from '../../../../platform/mail.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { swedishTime } from '../../../statistics/public.ts'
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
 * all answer the same; the last day and the words before may still change. Where the day is moved, letters that have not
 * gone out wait until the new one and say it.
 * @param dayWords how letters say a day, in each language that they may be in
 */
export async function setUpReferral(
  db: TenantDb,
  actor: Actor,
  referral: Referral,
  dayWords: (day: string) => readonly string[],
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
  if (before.dueOn !== referral.dueOn) await moveDay(db, before, referral, dayWords)
  await note(db, actor, planId, 'referral-changed', { before, after: referral })
  return { ok: true }
}

async function moveDay(
  db: TenantDb,
  before: Referral,
  { planId, version, dueOn }: Referral,
  dayWords: (day: string) => readonly string[],
) {
  const now = dayWords(dueOn)
  const words = dayWords(before.dueOn).map((from, at) => ({ from, to: now[at] ?? from }))
  const people = (await answersOf(db, planId, version)).map(({ id }) => id)
  await moveLetters(db, people, { keepUntil: endOfDay(dueOn), words })
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
