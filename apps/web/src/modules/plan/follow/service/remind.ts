import { randomBytes } from 'node:crypto'
import { type Member, membersOf } from '../../../../platform/db/members.ts'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { layLetter } from '../../../../platform/mail.ts'
import { type Actor, may } from '../../../../platform/policy.ts'
import { sha256 } from '../../../../platform/sha256.ts'
import type { OpenedPlan } from '../../model.ts'
import { planPolicy } from '../../policy.ts'
import { PlanTree } from '../../rules/tree.ts'
import { note } from '../../service/change-plan.ts'
import type { Period } from '../model-follow.ts'
import { LINK_DAYS, type OpenedLink } from '../model-links.ts'
import type { Standing } from '../rules/standing.ts'
import { holdLink, insertLink, revokeLinks, useLink } from '../store/links.ts'

const DAY_MS = 86_400_000

/** What a reminder says, in the language of whoever sends it. */
export interface ReminderWords {
  readonly subject: string
  /** @param links by the activities’ names */
  readonly body: (links: readonly { readonly activity: string; readonly address: string }[]) => string
}

export interface Reminded {
  /** Letters laid by, each with the links of one person. */
  readonly letters: readonly string[]
  /** Activities that nobody could be reminded of: no member of the region who may tell is responsible. */
  readonly without: readonly string[]
}

/**
 * Reminds those who are responsible for what is not told: a letter a person, with a link for each activity. Links that
 * were sent before for the same are taken back.
 */
export async function remind(
  db: TenantDb,
  actor: Actor,
  opened: OpenedPlan,
  of: { readonly period: Period; readonly standings: readonly Standing[] },
  at: { readonly address: string; readonly words: ReminderWords; readonly now: Date },
): Promise<Reminded> {
  const tree = new PlanTree(opened.document)
  const members = await membersOf(db, actor.regionId)
  const without: string[] = []
  const perPerson = new Map<string, { member: Member; links: { activity: string; address: string }[] }>()
  for (const { activity, update } of of.standings) {
    if (update !== null) continue
    const people = activity.fields.responsible
      .flatMap((role) => tree.of('role', role)?.fields.member ?? [])
      .flatMap(
        (id) => members.find(({ personId, role }) => personId === id && mayTell(role, actor.regionId)) ?? [],
      )
    if (people.length === 0) without.push(activity.fields.name)
    else await revokeLinks(db, { periodId: of.period.id, activityId: activity.id })
    for (const member of people) {
      const token = randomBytes(32).toString('base64url')
      await insertLink(db, {
        regionId: actor.regionId,
        planId: opened.plan.id,
        periodId: of.period.id,
        activityId: activity.id,
        personId: member.personId,
        tokenHash: sha256(token),
        madeBy: actor.personId,
        expiresAt: new Date(at.now.getTime() + LINK_DAYS * DAY_MS),
      })
      const entry = perPerson.get(member.personId) ?? { member, links: [] }
      entry.links.push({
        activity: activity.fields.name,
        address: `${at.address}/update/${actor.regionId}.${token}`,
      })
      perPerson.set(member.personId, entry)
    }
  }
  const letters: string[] = []
  for (const { member, links } of perPerson.values())
    letters.push(
      await layLetter(db, {
        regionId: actor.regionId,
        personId: member.personId,
        address: member.email,
        subject: at.words.subject,
        body: at.words.body(links),
      }),
    )
  if (letters.length > 0)
    await note(db, actor, opened.plan.id, 'reminded', { period: of.period.id, people: [...perPerson.keys()] })
  return { letters, without }
}

function mayTell(role: Actor['role'], regionId: string): boolean {
  const actor = { role, regionId, personId: '', personName: '' }
  return may(planPolicy, actor, 'tell-progress', { regionId, state: 'kept' })
}

const TOKEN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/

/** The region that a link names, and what it is known by; `null` for what is no link. */
export function readToken(text: string): { readonly regionId: string; readonly tokenHash: string } | null {
  const [, regionId, token] = TOKEN.exec(text) ?? []
  return regionId === undefined || token === undefined ? null : { regionId, tokenHash: sha256(token) }
}

/** What a link opens, and the person it was sent to, who must still be a member that may tell. */
export async function openLink(
  db: TenantDb,
  regionId: string,
  tokenHash: string,
  now: Date,
): Promise<{ readonly link: OpenedLink; readonly actor: Actor } | null> {
  const link = await holdLink(db, tokenHash, now)
  if (link === null) return null
  const member = (await membersOf(db, regionId)).find(({ personId }) => personId === link.personId)
  if (member === undefined || !mayTell(member.role, regionId)) return null
  return { link, actor: { personId: member.personId, personName: member.name, regionId, role: member.role } }
}

/** A link that has served is spent. */
export function spendLink(db: TenantDb, { id }: OpenedLink) {
  return useLink(db, id)
}

/** Takes back the links of a period that have not been used. @returns how many */
export async function takeBackLinks(
  db: TenantDb,
  actor: Actor,
  planId: string,
  periodId: string,
): Promise<number> {
  const count = await revokeLinks(db, { periodId, activityId: null })
  if (count > 0) await note(db, actor, planId, 'links-revoked', { period: periodId, count })
  return count
}
