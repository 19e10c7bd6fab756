import { homeOfRegion, membersOf } from '../../../../platform/db/members.ts'
import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { type Actor, may } from '../../../../platform/policy.ts'
import { sha256 } from '../../../../platform/sha256.ts'
import type { OpenedPlan } from '../../model.ts'
import { planPolicy } from '../../policy.ts'
import { PlanTree } from '../../rules/tree.ts'
import { note } from '../../service/change-plan.ts'
import { openPlanById } from '../../service/open-plan.ts'
import type { OpenedLink } from '../model-links.ts'
import { responsibleFor } from '../rules/responsible.ts'
import { holdLink, linkByToken, revokeLinks, useLink } from '../store/links.ts'

/** Whether members with a role tell how activities go. */
export function mayTell(role: Actor['role'], regionId: string): boolean {
  const actor = { role, regionId, personId: '', personName: '' }
  return may(planPolicy, actor, 'tell-progress', { regionId, state: 'kept' })
}

const TOKEN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/

/** The region that a link names, and what it is known by; `null` for what is no link. */
export function readToken(text: string): { readonly regionId: string; readonly tokenHash: string } | null {
  const [, regionId, token] = TOKEN.exec(text) ?? []
  return regionId === undefined || token === undefined ? null : { regionId, tokenHash: sha256(token) }
}

export type LinkOpened =
  | { readonly ok: true; readonly link: OpenedLink; readonly actor: Actor; readonly opened: OpenedPlan }
  | {
      readonly ok: false
      /** Used, taken back, too old or none; its person is not responsible any more; the activity is removed. */
      readonly reason: 'spent' | 'not-yours' | 'removed'
      readonly link: OpenedLink | null
    }

/** What a link opens, and the person it was sent to, who must still be responsible and a member that may tell. */
export async function openLink(
  db: TenantDb,
  regionId: string,
  tokenHash: string,
  now: Date,
): Promise<LinkOpened> {
  const link = await linkByToken(db, tokenHash)
  if (link === null || !(await holdLink(db, link, now))) return { ok: false, reason: 'spent', link }
  const member = (await membersOf(db, regionId)).find(({ personId }) => personId === link.personId)
  if (member === undefined || !mayTell(member.role, regionId))
    return { ok: false, reason: 'not-yours', link: null }
  const opened = await openPlanById(db, link.planId)
  const tree = opened === null ? null : new PlanTree(opened.document)
  const activity = tree?.of('activity', link.activityId) ?? null
  if (opened === null || tree === null || activity === null) return { ok: false, reason: 'removed', link }
  if (!responsibleFor(tree, activity).includes(link.personId)) return { ok: false, reason: 'not-yours', link }
  return {
    ok: true,
    link,
    actor: { personId: member.personId, personName: member.name, regionId, role: member.role },
    opened,
  }
}

/** A link that has served is spent. */
export function spendLink(db: TenantDb, link: OpenedLink) {
  return useLink(db, link)
}

/** Takes back the links of a period that have not been used. @returns how many */
export async function takeBackLinks(
  db: TenantDb,
  actor: Actor,
  planId: string,
  periodId: string,
): Promise<number> {
  const count = await revokeLinks(db, periodId)
  if (count > 0) await note(db, actor, planId, 'links-revoked', { period: periodId, count })
  return count
}

/** Where whoever is signed in tells of what a link is of; `null` where that is no page any more. */
export async function addressOfLink(
  db: TenantDb,
  regionId: string,
  { planId, periodId, activityId }: OpenedLink,
): Promise<string | null> {
  const plan = (await openPlanById(db, planId))?.plan
  return plan === undefined
    ? null
    : `${await homeOfRegion(db, regionId)}/plans/${plan.slug}/follow/${periodId}/${activityId}`
}
