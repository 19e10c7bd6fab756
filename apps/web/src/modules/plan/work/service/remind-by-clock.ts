import { type Member, membersOf } from '../../../../platform/db/members.ts'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { layLetter } from '../../../../platform/mail.ts'
import type { Actor } from '../../../../platform/policy.ts'
import type { Period } from '../../follow/model-follow.ts'
import { followed, standingsIn } from '../../follow/service/follow.ts'
import { type ReminderWords, remind } from '../../follow/service/remind.ts'
import type { OpenedPlan } from '../../model.ts'
import type { ItemOf } from '../../model-items.ts'
import { swedishDay } from '../../rules/swedish-day.ts'
import { PlanTree } from '../../rules/tree.ts'
import { note } from '../../service/change-plan.ts'
import { openPlanById } from '../../service/open-plan.ts'
import type { Reminding } from '../model-reminding.ts'
import { aboutIndicator, aboutPeriod, indicatorsDue, type Stage, stageOf } from '../rules/due-reminders.ts'
import { daysOffAhead } from '../rules/sending-hours.ts'
import {
  holdReminding,
  insertReminded,
  plansReminded,
  remindedOf,
  remindingOf,
  remindingRegions,
  sendingsOf,
  writeReminding,
} from '../store/reminders.ts'

/** What letters of the clock say, in the language that was set. */
export interface ClockWords {
  readonly ofPeriod: (
    language: Reminding['language'],
    opened: OpenedPlan,
    period: Period,
    stage: Stage,
  ) => ReminderWords
  readonly ofIndicators: (
    language: Reminding['language'],
    opened: OpenedPlan,
    indicators: readonly { readonly name: string; readonly address: string }[],
  ) => { readonly subject: string; readonly body: string }
}

/** The regions that the clock goes through, and what it reminds of in one. */
export { plansReminded, remindingRegions }

/** How a plan is reminded of, and what the clock has sent. */
export async function remindingAndSendings(db: TenantDb, planId: string) {
  return { reminding: await remindingOf(db, planId), sendings: await sendingsOf(db, planId) }
}

/** Switches the clock’s reminders of a plan on or off. */
export async function setReminding(
  db: TenantDb,
  actor: Actor,
  planId: string,
  set: Pick<Reminding, 'isOn' | 'daysBefore' | 'language'>,
) {
  const { regionId, personId, personName } = actor
  const before = await holdReminding(db, planId)
  await writeReminding(db, { regionId, planId }, { ...set, changedBy: personId, changedName: personName })
  await note(db, actor, planId, 'reminding-set', {
    before: before === null ? null : { isOn: before.isOn, daysBefore: before.daysBefore },
    after: set,
  })
}

/**
 * Reminds of one plan what is due on a day: a letter a person for each period and stage, and one for the figures that are
 * due this month. Whoever has been reminded of the same is passed over, so that it may run as often as it likes.
 * @param at.home what the region’s own addresses begin with, for links that ask for the sign-in
 * @returns the letters laid by
 */
export async function remindByClock(
  db: TenantDb,
  of: { readonly regionId: string; readonly planId: string },
  at: { readonly now: Date; readonly baseUrl: string; readonly home: string; readonly words: ClockWords },
): Promise<readonly string[]> {
  const reminding = await holdReminding(db, of.planId)
  const opened = reminding === null || !reminding.isOn ? null : await openPlanById(db, of.planId)
  if (reminding === null || opened === null) return []
  const by: Actor = {
    regionId: of.regionId,
    personId: reminding.changedBy,
    personName: reminding.changedName,
    role: 'strategist',
  }
  const letters = [
    ...(await remindOfPeriods(db, by, opened, reminding, at)),
    ...(await remindOfIndicators(db, by, opened, reminding, at)),
  ]
  if (letters.length > 0) await note(db, by, of.planId, 'reminded-by-clock', { letters: letters.length })
  return letters
}

type At = Parameters<typeof remindByClock>[2]

async function remindOfPeriods(
  db: TenantDb,
  by: Actor,
  opened: OpenedPlan,
  { daysBefore, language }: Reminding,
  at: At,
): Promise<string[]> {
  const all = await followed(db, opened.plan.id)
  const today = swedishDay(at.now)
  const letters: string[] = []
  for (const period of all.periods) {
    const stage = stageOf(period, today, daysBefore + daysOffAhead(at.now))
    if (stage === null) continue
    const about = aboutPeriod(stage, period)
    const skip = await remindedOf(db, opened.plan.id, about)
    const sent = await remind(
      db,
      by,
      opened,
      { period, standings: standingsIn(opened, all, period), skip },
      { address: at.baseUrl, words: at.words.ofPeriod(language, opened, period, stage), now: at.now },
    )
    await insertReminded(db, { regionId: by.regionId, planId: opened.plan.id }, about, sent.people)
    letters.push(...sent.letters)
  }
  return letters
}

async function remindOfIndicators(
  db: TenantDb,
  by: Actor,
  opened: OpenedPlan,
  { language }: Reminding,
  at: At,
): Promise<string[]> {
  const tree = new PlanTree(opened.document)
  const today = swedishDay(at.now)
  const year = Number(today.slice(0, 4))
  const due = indicatorsDue(tree, today)
  if (due.length === 0) return []
  const members = await membersOf(db, by.regionId)
  const perPerson = new Map<string, { member: Member; indicators: ItemOf<'indicator'>[] }>()
  for (const indicator of due) {
    const about = aboutIndicator(indicator, year)
    const skip = await remindedOf(db, opened.plan.id, about)
    const people = new Set(
      indicator.fields.responsible.flatMap((role) => tree.of('role', role)?.fields.member ?? []),
    )
    const found = members.filter(({ personId }) => people.has(personId) && !skip.has(personId))
    for (const member of found) {
      const entry = perPerson.get(member.personId) ?? { member, indicators: [] }
      entry.indicators.push(indicator)
      perPerson.set(member.personId, entry)
    }
    const ids = found.map(({ personId }) => personId)
    await insertReminded(db, { regionId: by.regionId, planId: opened.plan.id }, about, ids)
  }
  const letters: string[] = []
  for (const { member, indicators } of perPerson.values()) {
    const here = `${at.baseUrl}${at.home}/plans/${opened.plan.slug}`
    const words = at.words.ofIndicators(
      language,
      opened,
      indicators.map(({ id, fields }) => ({ name: fields.name, address: `${here}/items/${id}/figures` })),
    )
    letters.push(
      await layLetter(db, {
        regionId: by.regionId,
        personId: member.personId,
        address: member.email,
        ...words,
      }),
    )
  }
  return letters
}
