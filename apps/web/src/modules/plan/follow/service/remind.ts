import { randomBytes } from 'node:crypto'
import { membersOf } from '../../../../platform/db/members.ts'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { layLetter } from '../../../../platform/mail.ts'
import type { Actor } from '../../../../platform/policy.ts'
import { sha256 } from '../../../../platform/sha256.ts'
import type { OpenedPlan } from '../../model.ts'
import { PlanTree } from '../../rules/tree.ts'
import { note } from '../../service/change-plan.ts'
import type { Period } from '../model-follow.ts'
import { LINK_DAYS } from '../model-links.ts'
import { letterList } from '../rules/letter.ts'
import { responsibleFor } from '../rules/responsible.ts'
import type { Standing } from '../rules/standing.ts'
import { insertLinks } from '../store/links.ts'
import { mayTell } from './open-link.ts'

const DAY_MS = 86_400_000

/** What a reminder says, in the language of whoever sends it. */
export interface ReminderWords {
  readonly subject: string
  readonly body: (said: {
    /** Activities with their links, as they stand in the letter. */
    readonly links: readonly string[]
    /** How many more there are, which the letter has no room for. */
    readonly left: number
    /** Where one signs in to tell of those. */
    readonly address: string
  }) => string
}

export interface Reminded {
  /** Letters laid by, each with the links of one person. */
  readonly letters: readonly string[]
  /** Activities that nobody could be reminded of: no member of the region who may tell is responsible. */
  readonly without: readonly string[]
  /** Who got a letter. */
  readonly people: readonly string[]
}

/**
 * Reminds those who are responsible for what is not told: a letter a person, with a link for each activity. Links that
 * were sent before for the same still serve, until one of them is used: somebody may be writing by one.
 */
export async function remind(
  db: TenantDb,
  actor: Actor,
  opened: OpenedPlan,
  of: {
    readonly period: Period
    readonly standings: readonly Standing[]
    /** Who is passed over. */
    readonly skip?: ReadonlySet<string>
  },
  at: { readonly address: string; readonly words: ReminderWords; readonly now: Date },
): Promise<Reminded> {
  const { regionId } = actor
  const tree = new PlanTree(opened.document)
  const members = new Map(
    (await membersOf(db, regionId))
      .filter(({ role }) => mayTell(role, regionId))
      .map((member) => [member.personId, member]),
  )
  const without: string[] = []
  const perPerson = new Map<string, Standing['activity'][]>()
  for (const { activity, update } of of.standings) {
    if (update !== null) continue
    const people = responsibleFor(tree, activity).filter((id) => members.has(id))
    if (people.length === 0) without.push(activity.fields.name)
    for (const id of people)
      if (of.skip?.has(id) !== true) perPerson.set(id, [...(perPerson.get(id) ?? []), activity])
  }
  const expiresAt = new Date(at.now.getTime() + LINK_DAYS * DAY_MS)
  const letters: string[] = []
  const links: Parameters<typeof insertLinks>[2][number][] = []
  for (const [personId, activities] of perPerson) {
    const made = activities.map(({ id, fields }) => ({
      name: fields.name,
      activityId: id,
      token: randomBytes(32).toString('base64url'),
    }))
    const { listed, texts, left } = letterList(
      made,
      ({ token }) => `${at.address}/update/${regionId}.${token}`,
    )
    const place = { planId: opened.plan.id, periodId: of.period.id, personId }
    links.push(...listed.map(({ activityId, token }) => ({ ...place, activityId, tokenHash: sha256(token) })))
    letters.push(
      await layLetter(db, {
        regionId,
        personId,
        address: members.get(personId)?.email ?? '',
        subject: at.words.subject,
        body: at.words.body({ links: texts, left, address: at.address }),
        keepUntil: expiresAt,
      }),
    )
  }
  await insertLinks(db, { regionId, madeBy: actor.personId, expiresAt }, links)
  const people = [...perPerson.keys()]
  if (letters.length > 0) await note(db, actor, opened.plan.id, 'reminded', { period: of.period.id, people })
  return { letters, without, people }
}
