import { betweenTenants } from '../../../platform/db/between-tenants.ts'
import type { TenantDb } from '../../../platform/db/tenant.ts'
import { changesOf, remember } from '../../../platform/history.ts'
import type { Actor } from '../../../platform/policy.ts'
import { isUuid } from '../../../platform/uuid.ts'
import { periodCameBack } from '../../plan/public.ts'
import type { Received, Remark } from '../model-submission.ts'
import { canBe, REPORT_TABLE, type ReportAct } from '../rules/states.ts'
import { answerReceived, holdReceived } from '../store/received.ts'
import { answerSubmission } from '../store/submissions.ts'

const note = changesOf('report')

export type AnswerAct = Exclude<ReportAct, 'submit'>
export type AnswerRefusal =
  | 'gone'
  /** Somebody else has answered meanwhile. */
  | 'answered-already'
  /** What is to be put right, or why it is opened again, is not said. */
  | 'no-reason'
  /** The region that sent it is not to be found, or has another report there. */
  | 'region-not-there'

/** The first remark says the whole; it is needed where the region is to do something. */
function isReasoned(act: AnswerAct, remarks: readonly Remark[]): boolean {
  return act === 'accept' || (remarks[0]?.heading === '' && remarks[0].text !== '')
}

/**
 * Answers a report: sends it back with remarks, accepts it, or opens an accepted one again. The answer comes to stand with
 * the agency and the region in one transaction, and what the region is to do anew is opened there.
 * @param by the agency’s name, as the region sees it
 */
export async function answerReport(
  db: TenantDb,
  actor: Actor,
  by: string,
  id: string,
  answer: { readonly act: AnswerAct; readonly remarks: readonly Remark[] },
): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: AnswerRefusal }> {
  const held = isUuid(id) ? await holdReceived(db, id) : null
  if (held === null) return { ok: false, reason: 'gone' }
  if (!canBe(answer.act, held.state)) return { ok: false, reason: 'answered-already' }
  if (!isReasoned(answer.act, answer.remarks)) return { ok: false, reason: 'no-reason' }
  const given = { state: REPORT_TABLE[answer.act].to, at: new Date(), remarks: answer.remarks }
  const { tenantId } = held.region
  if (tenantId !== null) {
    const isThere = await betweenTenants(db, tenantId, (there) =>
      answerInRegion(there, tenantId, held, { ...given, act: answer.act, by }),
    )
    if (!isThere) return { ok: false, reason: 'region-not-there' }
  }
  await answerReceived(db, id, { ...given, by: actor.personId, byName: actor.personName })
  await note(db, actor, id, given.state, { number: held.number, from: held.state, remarks: answer.remarks })
  return { ok: true }
}

/** The region’s side of an answer, in a transaction that is bound to the region. */
async function answerInRegion(
  db: TenantDb,
  regionId: string,
  { id, planId, periodId, number, state: from }: Received,
  given: Parameters<typeof answerSubmission>[3] & { readonly act: AnswerAct },
): Promise<boolean> {
  if (!(await answerSubmission(db, id, from, given))) return false
  await remember(db, {
    regionId,
    actorId: null,
    kind: 'change',
    entity: 'submission',
    entityId: id,
    action: given.state,
    details: { number, from, by: given.by, remarks: given.remarks },
  })
  if (given.act !== 'accept' && !(await periodCameBack(db, regionId, planId, periodId, given.by)))
    throw new Error('the period was not with the agency')
  return true
}
