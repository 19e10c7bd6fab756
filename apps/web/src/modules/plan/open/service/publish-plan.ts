import { membersOf } from '../../../../platform/db/members.ts'
import { openSite, type TenantDb } from '../../../../platform/db/tenant.ts'
import type { Actor } from '../../../../platform/policy.ts'
import type { PlanDocument, PlanVersion } from '../../model.ts'
import { canonicalJson, plainDocument } from '../../rules/document-json.ts'
import { note } from '../../service/change-plan.ts'
import { listVersions, openVersion } from '../../service/versions.ts'
import type { PlanPublication, Since } from '../model-open.ts'
import type { Masked } from '../rules/names-of-people.ts'
import { openDocument } from '../rules/open-document.ts'
import { shownAt, waitingAt } from '../rules/shown-publication.ts'
import { countsBetween } from '../rules/since-before.ts'
import { endPublication, holdPlan, insertPublication, publicationsOf } from '../store/publications.ts'

export type PublishRefusal = {
  readonly ok: false
  readonly reason:
    | 'gone'
    /** Only an adopted version whose content is whole can be shown. */
    | 'not-adopted'
    | 'already-open'
    /** Another version is to open later: it is taken back first. */
    | 'another-waits'
}

/** An adopted version as it would be shown to everybody. */
export interface Prepared {
  readonly document: PlanDocument
  readonly decision: NonNullable<PlanVersion['decision']>
  readonly since: Since | null
  /** Who was named in it, and how often. */
  readonly masked: readonly Masked[]
}

/** What would be shown of a version; `null` where it is not adopted, or is not what it was. */
export async function prepare(
  db: TenantDb,
  regionId: string,
  planId: string,
  number: number,
): Promise<Prepared | null> {
  const names = (await membersOf(db, regionId)).map(({ name }) => name)
  const own = await openedVersion(db, planId, number, names)
  if (own === null) return null
  const earlier = (await listVersions(db, planId)).find(
    (each) => each.number < number && each.state === 'adopted',
  )
  const before = earlier === undefined ? null : await openedVersion(db, planId, earlier.number, names)
  const since =
    before === null || earlier === undefined
      ? null
      : {
          version: earlier.number,
          decidedOn: before.decision.on,
          ...countsBetween(before.document, own.document),
        }
  return { ...own, since }
}

async function openedVersion(db: TenantDb, planId: string, number: number, names: readonly string[]) {
  const kept = await openVersion(db, planId, number)
  if (kept === null || !kept.ok || kept.version.decision === null) return null
  return openDocument(kept.document, kept.version.decision, names)
}

/** Shows an adopted version of a plan to everybody from a moment on, in the place of the one before. */
export async function publishPlan(
  db: TenantDb,
  actor: Actor,
  planId: string,
  number: number,
  openFrom: Date,
): Promise<{ readonly ok: true; readonly id: string } | PublishRefusal> {
  if (!(await holdPlan(db, planId))) return { ok: false, reason: 'gone' }
  const now = new Date()
  const standing = await publicationsOf(db, planId)
  if (waitingAt(standing, now) !== null) return { ok: false, reason: 'another-waits' }
  if (shownAt(standing, now)?.version === number) return { ok: false, reason: 'already-open' }
  const prepared = await prepare(db, actor.regionId, planId, number)
  if (prepared === null) return { ok: false, reason: 'not-adopted' }
  const { document, decision, since } = prepared
  const { regionId, personId, personName } = actor
  const from = openFrom < now ? now : openFrom
  const id = await insertPublication(db, {
    regionId,
    planId,
    version: number,
    content: canonicalJson({ document: plainDocument(document), decision, since }),
    openFrom: from,
    madeBy: personId,
    madeName: personName,
  })
  await openSite(db, regionId)
  await note(db, actor, planId, 'published', { publication: id, version: number, from: from.toISOString() })
  return { ok: true, id }
}

/** Takes a version off the open site, or back before it has opened. That it was shown stays in the log. */
export async function takePlanOff(
  db: TenantDb,
  actor: Actor,
  planId: string,
  id: string,
  notice: string,
): Promise<boolean> {
  const { personId, personName } = actor
  const done = await endPublication(db, planId, id, {
    at: new Date(),
    by: personId,
    name: personName,
    notice,
  })
  if (done) await note(db, actor, planId, 'taken-off', { publication: id, notice })
  return done
}

/** What has been decided about showing a plan, the latest first. */
export function publicationsOfPlan(db: TenantDb, planId: string): Promise<PlanPublication[]> {
  return publicationsOf(db, planId)
}
