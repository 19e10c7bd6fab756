import type { TenantDb } from '../../../../platform/db/tenant.ts'
import { remember } from '../../../../platform/history.ts'
import type { Actor } from '../../../../platform/policy.ts'
import type { Ledger } from '../../money/public.ts'
import { note } from '../../service/change-plan.ts'
import type { Period } from '../model-follow.ts'
import { claimPeriod, holdPlan, setSent } from '../store/periods.ts'
import { freeze, thaw } from './frozen.ts'

/** The period that a report is about to be sent of, held until the transaction ends; `null` where there is none. */
export async function periodToSend(db: TenantDb, planId: string, periodId: string): Promise<Period | null> {
  await holdPlan(db, planId, 'together')
  return claimPeriod(db, planId, periodId)
}

/**
 * Closes a period whose report goes to the agency, with what it rests on: only the agency’s answer opens it again.
 * @param as the day that its report is of and the ledger that it tells of, where it was not closed before
 */
export async function sendPeriod(
  db: TenantDb,
  actor: Actor,
  planId: string,
  periodId: string,
  as: { readonly today: string; readonly ledger: Ledger },
): Promise<boolean> {
  const isClosed = (await claimPeriod(db, planId, periodId))?.closedAt !== null
  const done = await setSent(db, planId, periodId, actor.personId)
  if (done && !isClosed) await freeze(db, actor, { planId, periodId }, as.today, as.ledger)
  if (done) await note(db, actor, planId, 'period-close', { period: periodId, act: 'sent' })
  return done
}

/** Opens a period whose report has come back. @param by the name of the agency, which is no member of the region */
export async function periodCameBack(
  db: TenantDb,
  regionId: string,
  planId: string,
  periodId: string,
  by: string,
): Promise<boolean> {
  const done = await setSent(db, planId, periodId, null)
  if (done) await thaw(db, periodId)
  if (done)
    await remember(db, {
      regionId,
      actorId: null,
      kind: 'change',
      entity: 'plan',
      entityId: planId,
      action: 'period-reopen',
      details: { period: periodId, by },
    })
  return done
}
