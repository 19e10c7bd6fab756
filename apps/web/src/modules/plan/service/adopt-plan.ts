import { createHash } from 'node:crypto'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import type { Actor } from '../../../platform/policy.ts'
import type { PlanVersion } from '../model.ts'
import { canonicalJson, plainDocument } from '../rules/document-json.ts'
import { insertVersion, versionsOf } from '../store/versions.ts'
import { note, openForChange } from './change-plan.ts'

export type Decision = NonNullable<PlanVersion['decision']>

export type VersionRefusal = {
  readonly ok: false
  /** Somebody has written in the plan since it was seen; there is nothing in it; it is the latest version already. */
  readonly reason: 'gone' | 'changed-meanwhile' | 'empty' | 'nothing-new'
}

/**
 * Keeps the plan whole as it stands: sent out for comments, or, with a decision, adopted.
 * @param seen the revision that whoever decides has read
 */
export async function makeVersion(
  db: TenantDb,
  actor: Actor,
  planId: string,
  seen: number,
  decision: Decision | null,
): Promise<{ readonly ok: true; readonly number: number } | VersionRefusal> {
  const change = await openForChange(db, actor, planId)
  if (change === null) return { ok: false, reason: 'gone' }
  const { by, opened } = change
  if (by.revision !== seen + 1) return { ok: false, reason: 'changed-meanwhile' }
  if (opened.document.items.length === 0) return { ok: false, reason: 'empty' }
  const document = canonicalJson(plainDocument(opened.document))
  const hash = hashOf(document)
  const state = decision === null ? 'referral' : 'adopted'
  const [latest] = await versionsOf(db, planId)
  const isKnown = latest?.hash === hash
  if (isKnown && (state === 'referral' || latest.state === 'adopted'))
    return { ok: false, reason: 'nothing-new' }
  const number = (latest?.number ?? 0) + 1
  const { regionId, personId, personName } = actor
  await insertVersion(db, {
    regionId,
    planId,
    number,
    state,
    document,
    hash,
    decision,
    madeBy: personId,
    madeName: personName,
  })
  await note(db, actor, planId, state === 'adopted' ? 'adopted' : 'sent-on-referral', {
    number,
    hash,
    decision,
  })
  return { ok: true, number }
}

export function hashOf(document: string): string {
  return createHash('sha256').update(document).digest('hex')
}
